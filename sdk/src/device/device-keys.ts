import { newId } from '../encoding/new-id.js';
import { sha256, textToBase64url, toBase64url } from '../encoding/base64url.js';
import { sealedByThisDevice } from './storage-needed.js';

/** What signs the entries of a queue. */
export interface EntrySigner {
  /** `null` of a device that was linked with a secret. */
  readonly publicJwk: JsonWebKey | null;
  /** The signature over a text's UTF-8, base64url. */
  sign(text: string): Promise<string>;
}

/** The key pair that a device is linked by. The private half cannot be read. */
export interface DeviceKeys extends EntrySigner {
  /** `kty`, `crv`, `x`, `y` and nothing else. */
  readonly publicJwk: JsonWebKey;
  /** RFC 7638. */
  readonly thumbprint: string;
  /**
   * A `DPoP` header (RFC 9449) for one request. @param url its query does not count. @param token of the request; the link code
   * while there is none. @param at the server's time in ms, where it is known better than this device's.
   */
  proof(method: string, url: string, token?: string, at?: number): Promise<string>;
}

/** Where a device keeps its key pair. */
export interface DeviceKeyStore {
  /** Whether the private half has to be readable to be kept, as in a file. */
  readonly extractable: boolean;
  load(): Promise<CryptoKeyPair | undefined>;
  /** Keeps the pair unless there is one. @returns the one that is kept. */
  keep(pair: CryptoKeyPair): Promise<CryptoKeyPair>;
  /** Forgets the pair, after the device was unlinked. */
  forget(): Promise<void>;
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/**
 * The device's keys; the first call makes them.
 * @throws StorageUnavailable where the browser has no WebCrypto (a page that did not come by https or from this machine).
 */
export async function createDeviceKeys(store: DeviceKeyStore): Promise<DeviceKeys> {
  sealedByThisDevice();
  const kept = await store.load();
  return keysOf(kept ?? (await store.keep(await newPair(store.extractable))));
}

async function newPair(extractable: boolean): Promise<CryptoKeyPair> {
  return await crypto.subtle.generateKey(CURVE, extractable, ['sign', 'verify']);
}

async function keysOf({ privateKey, publicKey }: CryptoKeyPair): Promise<DeviceKeys> {
  const { kty = '', crv = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  const publicJwk = { kty, crv, x, y };
  const sign = async (text: string): Promise<string> =>
    toBase64url(new Uint8Array(await crypto.subtle.sign(SIGNING, privateKey, new TextEncoder().encode(text))));
  const head = textToBase64url(JSON.stringify({ typ: 'dpop+jwt', alg: 'ES256', jwk: publicJwk }));
  return {
    publicJwk,
    thumbprint: await sha256(JSON.stringify({ crv, kty, x, y })),
    sign,
    proof: async (method, url, token, at = Date.now()) => {
      const ath = token === undefined ? {} : { ath: await sha256(token) };
      const claims = { htm: method, htu: url.split(/[?#]/, 1)[0], iat: Math.floor(at / 1_000), jti: newId(), ...ath };
      const signed = `${head}.${textToBase64url(JSON.stringify(claims))}`;
      return `${signed}.${await sign(signed)}`;
    },
  };
}

/** What signs the entries of a device that was linked with a secret: HMAC-SHA256 under SHA-256 of the secret. */
export async function secretSigner(secret: string): Promise<EntrySigner> {
  sealedByThisDevice();
  const raw = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return {
    publicJwk: null,
    sign: async (text) =>
      toBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)))),
  };
}
