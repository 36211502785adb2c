import type { Credential } from '../client/credential.js';
import { PosClient, type ClientOptions } from '../client/pos-client.js';
import type { Device, DeviceConfiguration } from '../contract/models.js';
import type { DeviceKeys } from './device-keys.js';

/** A device that belongs to an outlet. Keep it: token and secret are told once. */
export interface LinkedDevice {
  readonly baseUrl: string;
  /** Slug of the business. */
  readonly tenant: string;
  readonly token: string;
  /** `null`: the device is bound by its key. */
  readonly secret: string | null;
  readonly device: Device;
  readonly outlet: DeviceConfiguration['outlet'];
  readonly business: { readonly id: string; readonly slug: string; readonly name: string };
  readonly configuration: DeviceConfiguration;
}

export interface LinkOptions extends Pick<ClientOptions, 'fetch' | 'now' | 'random' | 'wait' | 'retry' | 'language'> {
  readonly baseUrl: string;
  /** Slug of the business; may be absent where `code` is a scanned address, which names it. */
  readonly tenant?: string | undefined;
  /** As somebody typed it, or the whole address that was scanned. */
  readonly code: string;
  /** Absent: the device cannot keep a key and asks for a secret, where the business allows that. */
  readonly keys?: DeviceKeys | undefined;
  /** What tells this machine from others: the same each time. 8 to 200 characters. */
  readonly fingerprint: string;
  readonly appVersion: string;
  readonly platform?: string | undefined;
  readonly model?: string | undefined;
  readonly serial?: string | undefined;
}

interface Activated {
  readonly device: Device;
  readonly token: string;
  readonly secret: string | null;
  readonly configuration: DeviceConfiguration;
}

/** Business and code of an address as a link code's picture holds it; `undefined` for any other text. */
export function readLinkAddress(text: string): { readonly tenant: string; readonly code: string } | undefined {
  const hash = /\/link#(.+)$/.exec(text.trim())?.[1];
  if (hash === undefined) return undefined;
  const members = new URLSearchParams(hash);
  const tenant = members.get('business');
  const code = members.get('code');
  return tenant === null || code === null ? undefined : { tenant, code };
}

/**
 * Links this device by a code that somebody made for it. Lost answers are asked for again with the same key.
 * @throws PosProblem `credentials_refused` for a code that is wrong, used or expired; PosUnreachable; RangeError without a business.
 */
export async function linkDevice(options: LinkOptions): Promise<LinkedDevice> {
  const { baseUrl, keys, fingerprint, appVersion, platform = 'unknown', model = 'unknown', serial } = options;
  const scanned = readLinkAddress(options.code);
  const { tenant, code } = scanned ?? { tenant: options.tenant, code: options.code.trim() };
  if (tenant === undefined || tenant === '') throw new RangeError('Say which business the code is of');
  const credential: Credential = keys === undefined ? { kind: 'none' } : { kind: 'code', code, keys };
  const { fetch, now, random, wait, retry, language } = options;
  const client = new PosClient({ baseUrl, tenant, credential, fetch, now, random, wait, retry, language });
  const binding = keys === undefined ? { binding: 'secret' } : { publicKey: keys.publicJwk };
  const about = { fingerprint, appVersion, platform: platform.slice(0, 100), model: model.slice(0, 100) };
  const body = { code, ...binding, ...about, ...(serial !== undefined && { serial }) };
  const { device, token, secret, configuration } = await client.request<Activated>('POST', '/pos/devices/activations', {
    body,
  });
  const { businessId: id, slug, businessName: name, outlet } = configuration;
  return { baseUrl, tenant: slug, token, secret, device, outlet, business: { id, slug, name }, configuration };
}

/** By what a linked device asks. @param token of a session at the device, where somebody is signed in. */
export function credentialOf(
  linked: Pick<LinkedDevice, 'token' | 'secret'>,
  keys: DeviceKeys | undefined,
  token = linked.token,
): Credential {
  if (linked.secret !== null) return { kind: 'secret', token, secret: linked.secret };
  if (keys === undefined) throw new RangeError('The device is bound by a key, which is absent');
  return { kind: 'bound', token, keys };
}
