import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { Refusal } from '../../kernel/refusal.js';
import type { ShortLocks } from '../ephemeral/ports.js';
import { ExpiringMap } from '../ephemeral/expiring-map.js';
import type { RequestRefusal } from '../http/edge-problems.js';

/** One request and the proof that came with it. */
export interface ProvedRequest {
  readonly method: string;
  /** Path of the request as it was sent, without the query. */
  readonly path: string;
  /** The `Host` header; the address that clients use, where one is configured, is right as well. */
  readonly host: string;
  readonly token: string;
  /** The `DPoP` header. */
  readonly proof: string | undefined;
}

export interface DpopSettings {
  /** Where replays are remembered by all instances; absent, this is the only one. */
  readonly locks: ShortLocks | undefined;
  /** Longest to wait for them, in ms. */
  readonly waitMs?: number;
  /** Address that clients use (`PUBLIC_URL`). */
  readonly publicUrl: string | undefined;
  readonly now: () => number;
}

/** A public key as a device sends it: JWK, P-256 or Ed25519. */
export interface PublicKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y?: string;
}

interface KnownKey {
  readonly thumbprint: string;
  readonly key: KeyObject;
  readonly digest: string | null;
}

type Why = 'malformed' | 'wrong_key' | 'wrong_signature' | 'wrong_request' | 'wrong_token' | 'stale' | 'replayed';

/** Curve and digest of each algorithm (RFC 7518 3.4, RFC 8037 3.1, RFC 9864). */
const ALGORITHMS = new Map<unknown, { readonly curve: string; readonly digest: string | null }>([
  ['ES256', { curve: 'P-256', digest: 'sha256' }],
  ['EdDSA', { curve: 'Ed25519', digest: null }],
  ['Ed25519', { curve: 'Ed25519', digest: null }],
]);
const WINDOW_MS = 120_000;
const KEYS_MAX = 20_000;
const KEY_KEPT_MS = 3_600_000;
const SEEN_MAX = 500_000;
const PROOF_MAX = 2_048;
const JTI_MAX = 128;
const WAIT_MS = 50;

/**
 * Proofs that a caller holds a device's key, in the form of RFC 9449: one for each request, over its method, address, time,
 * the token, and an id that is good once. A proof is remembered for as long as its time would be believed, here and by the
 * other instances; while those cannot be told, or not soon enough, each instance refuses the replays that it has seen itself.
 */
export class DpopProofs {
  private readonly keys: ExpiringMap<KnownKey>;
  private readonly seen: ExpiringMap<true>;
  private readonly publicHost: string | undefined;

  constructor(private readonly settings: DpopSettings) {
    this.keys = new ExpiringMap({ entries: KEYS_MAX }, settings.now);
    this.seen = new ExpiringMap({ entries: SEEN_MAX }, settings.now);
    this.publicHost = settings.publicUrl === undefined ? undefined : new URL(settings.publicUrl).host;
  }

  /**
   * @param thumbprint RFC 7638, of the key that must have signed.
   * @throws Refusal `proof_required`; `proof_refused` with why, and the server's time where the proof's is too far from it.
   */
  async check(request: ProvedRequest, thumbprint: string): Promise<void> {
    const { proof } = request;
    if (proof === undefined) throw new Refusal<RequestRefusal>('proof_required');
    const claims = await this.verified(proof, thumbprint);
    this.assertOf(request, claims);
    await this.assertFirst(String(claims['jti']), thumbprint);
  }

  /**
   * Checks a proof by a key that is not known yet, as a device sends it with its public key when it is linked.
   * @returns the thumbprint of the key. @throws Refusal as `check`.
   */
  async checkFirst(request: ProvedRequest, publicKey: PublicKey): Promise<string> {
    const thumbprint = await thumbprintOf(publicKey);
    await this.check(request, thumbprint);
    return thumbprint;
  }

  /**
   * The claims, once the signature is right. It is checked in this thread: that takes less of the machine than to hand it to
   * another and back, and does not wait behind PINs that are being hashed there.
   */
  private async verified(proof: string, thumbprint: string): Promise<Readonly<Record<string, unknown>>> {
    if (proof.length > PROOF_MAX) throw refused('malformed');
    const [head, body, signature, more] = proof.split('.');
    if (head === undefined || body === undefined || signature === undefined || more !== undefined)
      throw refused('malformed');
    const known = this.keys.get(head)?.value ?? (await this.keyOf(head));
    if (known.thumbprint !== thumbprint) throw refused('wrong_key');
    const signer = { key: known.key, dsaEncoding: 'ieee-p1363' } as const;
    if (!verify(known.digest, Buffer.from(`${head}.${body}`), signer, Buffer.from(signature, 'base64url')))
      throw refused('wrong_signature');
    return objectIn(body);
  }

  /** The key that a proof's head shows. A device sends the same head each time, so it is read once. */
  private async keyOf(head: string): Promise<KnownKey> {
    const { typ, alg, jwk, crit } = objectIn(head);
    const algorithm = ALGORITHMS.get(alg);
    if (typ !== 'dpop+jwt' || algorithm === undefined || crit !== undefined) throw refused('malformed');
    try {
      const shown = publicPartOf(jwk as JWK);
      if (shown.crv !== algorithm.curve) throw refused('malformed');
      const key = createPublicKey({ key: shown, format: 'jwk' });
      const known = { thumbprint: await calculateJwkThumbprint(shown), key, digest: algorithm.digest };
      this.keys.set(head, known, KEY_KEPT_MS);
      return known;
    } catch (error) {
      throw error instanceof Refusal ? error : refused('malformed');
    }
  }

  private assertOf({ method, path, host, token }: ProvedRequest, claims: Readonly<Record<string, unknown>>): void {
    const { htm, htu, ath, iat, jti } = claims;
    if (htm !== method || typeof htu !== 'string' || !this.isAddress(htu, host, path)) throw refused('wrong_request');
    if (ath !== hash('sha256', token, 'base64url')) throw refused('wrong_token');
    if (typeof jti !== 'string' || jti === '' || jti.length > JTI_MAX || typeof iat !== 'number')
      throw refused('malformed');
    const now = this.settings.now();
    if (!(Math.abs(now - iat * 1_000) <= WINDOW_MS)) throw refused('stale', now);
  }

  private isAddress(htu: string, host: string, path: string): boolean {
    if (!URL.canParse(htu)) return false;
    const url = new URL(htu);
    if (url.pathname !== path || url.username !== '' || url.password !== '') return false;
    return url.host === host || url.host === this.publicHost;
  }

  private async assertFirst(jti: string, thumbprint: string): Promise<void> {
    const id = hash('sha256', `${thumbprint}:${jti}`, 'base64url');
    if (this.seen.get(id) !== undefined) throw refused('replayed');
    this.seen.set(id, true, 2 * WINDOW_MS);
    if (await this.isSeenElsewhere(id)) throw refused('replayed');
  }

  private async isSeenElsewhere(id: string): Promise<boolean> {
    const { locks, waitMs = WAIT_MS } = this.settings;
    if (locks === undefined) return false;
    const seen = locks.acquire(`dpop:${id}`, 2 * WINDOW_MS).then((token) => token === undefined);
    return inTime(seen, waitMs, false);
  }
}

/** The answer, or `otherwise` when it takes longer. */
function inTime<Value>(answer: Promise<Value>, waitMs: number, otherwise: Value): Promise<Value> {
  return new Promise((resolve, reject) => {
    // Where the process itself was held up, the answer may lie in the socket already, which is read after the timers.
    const timer = setTimeout(() => setImmediate(resolve, otherwise), waitMs);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The JSON object in a part of a proof. */
function objectIn(part: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    throw refused('malformed');
  }
  if (typeof value !== 'object' || value === null) throw refused('malformed');
  return value as Readonly<Record<string, unknown>>;
}

/** RFC 7638, SHA-256. @throws Refusal `proof_refused` for what is no public key that signs. */
export async function thumbprintOf(publicKey: PublicKey): Promise<string> {
  try {
    return await calculateJwkThumbprint(publicPartOf(publicKey));
  } catch (error) {
    throw error instanceof Refusal ? error : refused('malformed');
  }
}

/** Only P-256 and Ed25519, and only the public half: a private key that was sent by mistake is no longer one. */
function publicPartOf(jwk: JWK): JWK {
  if (jwk.d !== undefined) throw refused('malformed');
  const { kty, crv, x, y } = jwk;
  if (kty === 'EC' && crv === 'P-256' && x !== undefined && y !== undefined) return { kty, crv, x, y };
  if (kty === 'OKP' && crv === 'Ed25519' && x !== undefined) return { kty, crv, x };
  throw refused('malformed');
}

function refused(why: Why, now?: number): Refusal<RequestRefusal> {
  return new Refusal('proof_refused', {
    why,
    ...(now === undefined ? {} : { serverTime: new Date(now).toISOString() }),
  });
}
