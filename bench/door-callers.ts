import { randomUUID } from 'node:crypto';
import { ProofKey, type ProofAlgorithm } from './door-keys.js';
import type { Shop } from './shop.js';

/** Somebody who asks, and what they send with each request beside the token. */
export interface DoorCaller {
  readonly token: string;
  /** Headers of a request to an address of the service. */
  readonly headers: (method: string, url: string) => Readonly<Record<string, string>>;
}

/** A device that is linked over HTTP, and what was given to it. */
interface Linked {
  readonly token: string;
  readonly secret: string | null;
  readonly key: ProofKey;
}

type Json = Readonly<Record<string, unknown>>;

const FIRST_PIN = '71936402';
const PIN = '83915264';

/** Links devices to a shop and signs people in at them, through the routes that tills use. */
export class DoorKeeper {
  private readonly base: string;

  /** @param origin of the service, such as `http://127.0.0.1:4100`. */
  constructor(
    private readonly shop: Shop,
    origin: string,
  ) {
    this.base = `${origin}/v1/${shop.tenantSlug}/pos`;
  }

  apiKey(): DoorCaller {
    return bearer(this.shop.apiKey);
  }

  /** A cashier who is signed in at a till that proves its key. */
  async session(alg: ProofAlgorithm): Promise<DoorCaller> {
    const till = await this.link(alg, 'key');
    const own = (token: string): DoorCaller => ({
      token,
      headers: (method, url) => ({ authorization: `DPoP ${token}`, dpop: till.key.proof(method, url, token) }),
    });
    const person = await this.ask('/staff', { displayName: `Cashier ${alg}`, assignments: [{ role: 'cashier' }] });
    const staff = `/staff/${String(person['id'])}`;
    await this.ask(`${staff}/pin`, { pin: FIRST_PIN, reason: 'bench', confirm: true }, undefined, 'PUT');
    const signIn = (pin: string): Promise<Json> =>
      this.ask('/sessions', { method: 'pin', personId: person['id'], pin }, own(till.token));
    const first = own(String((await signIn(FIRST_PIN))['token']));
    await this.ask('/staff/me/pin', { current: FIRST_PIN, new: PIN }, first);
    return own(String((await signIn(PIN))['token']));
  }

  /** A device that cannot keep a key. */
  async deviceWithSecret(): Promise<DoorCaller> {
    const { token, secret } = await this.link('ES256', 'secret');
    const headers = { authorization: `Bearer ${token}`, 'pos-device-secret': secret ?? '' };
    return { token, headers: () => headers };
  }

  private async link(alg: ProofAlgorithm, binding: 'key' | 'secret'): Promise<Linked> {
    const { outletId } = this.shop;
    const made = await this.ask('/devices/link-codes', { outletId, kind: 'till', name: `${alg} ${binding}` });
    const code = String(made['code']);
    const key = new ProofKey(alg);
    const about = { fingerprint: randomUUID(), platform: 'Linux', model: 'bench', appVersion: '1.0.0' };
    const shown = binding === 'key' ? { publicKey: key.publicJwk } : {};
    const stranger: DoorCaller = { token: code, headers: (method, url) => ({ dpop: key.proof(method, url, code) }) };
    const linked = await this.ask('/devices/activations', { code, binding, ...shown, ...about }, stranger);
    return { token: String(linked['token']), secret: linked['secret'] as string | null, key };
  }

  private async ask(path: string, body: Json, caller = this.apiKey(), method = 'POST'): Promise<Json> {
    const url = `${this.base}${path}`;
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const answer = await fetch(url, {
      method,
      headers: { ...headers, ...caller.headers(method, url) },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as Json;
  }
}

/** Somebody whose token is enough. */
export function bearer(token: string): DoorCaller {
  const headers = { authorization: `Bearer ${token}` };
  return { token, headers: () => headers };
}
