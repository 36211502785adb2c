import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import type { Answer, CallOptions, TestService, TestTenant } from './service.js';

/** Parts of a proof that a test may want to be wrong. */
export interface ProofParts {
  /** Time of the proof, in seconds since the epoch. */
  readonly iat?: number;
  readonly jti?: string;
  /** The address that it says; else the service's own. */
  readonly htu?: string;
}

/** A key that never leaves its device, and proofs by it in the form of RFC 9449. */
export class DeviceKey {
  private readonly privateKey: KeyObject;
  /** The public half as a device sends it. */
  readonly publicJwk: { readonly kty: string; readonly crv: string; readonly x: string; readonly y: string };

  constructor(private readonly now: () => number = Date.now) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = privateKey;
    const { kty = '', crv = '', x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.publicJwk = { kty, crv, x, y };
  }

  /** Signs what a device keeps: r and s as they are, base64url. */
  sign(text: string): string {
    const signer = { key: this.privateKey, dsaEncoding: 'ieee-p1363' } as const;
    return sign('sha256', Buffer.from(text), signer).toString('base64url');
  }

  /** @param url the whole address; its query does not count. */
  proof(method: string, url: string, token: string, parts: ProofParts = {}): string {
    const claims = {
      htm: method,
      htu: url.split('?', 1)[0],
      iat: Math.floor(this.now() / 1_000),
      jti: randomUUID(),
      ath: createHash('sha256').update(token).digest('base64url'),
      ...parts,
    };
    const head = encoded({ typ: 'dpop+jwt', alg: 'ES256', jwk: this.publicJwk });
    const signed = `${head}.${encoded(claims)}`;
    const signature = sign('sha256', Buffer.from(signed), { key: this.privateKey, dsaEncoding: 'ieee-p1363' });
    return `${signed}.${signature.toString('base64url')}`;
  }
}

/** What a test links a device as. */
export interface DeviceWish {
  readonly outletId: string;
  /** Else a till. */
  readonly kind?: 'till' | 'tablet' | 'kiosk' | 'kitchen_display' | 'customer_screen' | 'hub';
  readonly name?: string;
  readonly fingerprint?: string;
  readonly tenant?: TestTenant;
  /** The server's clock, in tests that move it. */
  readonly now?: () => number;
}

/** A linked device that proves its key with each call. */
export interface TestDevice {
  readonly id: string;
  readonly token: string;
  readonly key: DeviceKey;
  readonly fingerprint: string;
  /** What the activation answered. */
  readonly activated: ReturnType<typeof JSON.parse>;
  /** As `service.call`, with the device's token, or another one (of a session at it), and the proof that belongs to it. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** A proof over a request of this device. */
  proof(method: string, url: string, token?: string, parts?: ProofParts): string;
  /** Says that it lives. */
  beat(more?: object): Promise<Answer>;
}

/** Where a path of `service.call` leads. */
export function urlOf(service: TestService, path: string, tenant: TestTenant = service.tenant): string {
  return `${service.baseUrl}${path.startsWith('/v1/') ? path : `/v1/${tenant.slug}/pos${path}`}`;
}

/** Makes a code with the tenant's key, which may do everything. @throws Error when the service refuses. */
export async function makeLinkCode(service: TestService, wish: DeviceWish): Promise<string> {
  const { outletId, kind = 'till', name = 'Counter', tenant = service.tenant } = wish;
  const made = await service.call('POST', '/devices/link-codes', { body: { outletId, kind, name }, tenant });
  if (made.status !== 201) throw new Error(`no code was made: ${made.status} ${made.text}`);
  return made.body.code as string;
}

/** Asks to be linked by a code. */
export function activate(
  service: TestService,
  code: string,
  key: DeviceKey,
  more: { readonly body?: object; readonly tenant?: TestTenant; readonly proof?: string | null } = {},
): Promise<Answer> {
  const { tenant = service.tenant } = more;
  const proof =
    more.proof === undefined ? key.proof('POST', urlOf(service, '/devices/activations', tenant), code) : more.proof;
  const about = { fingerprint: 'machine-0001', platform: 'Android 14', model: 'Sunmi T2s', appVersion: '1.0.0' };
  return service.call('POST', '/devices/activations', {
    body: { code, publicKey: key.publicJwk, ...about, ...more.body },
    ...{ token: null, tenant, withoutKey: true },
    headers: proof === null ? {} : { DPoP: proof },
  });
}

/** Links a device as a shop does: a code, a key, a proof. The service needs a `SECRETS_KEY`. @throws Error when it is refused. */
export async function linkDevice(service: TestService, wish: DeviceWish): Promise<TestDevice> {
  const { tenant = service.tenant, fingerprint = 'machine-0001', now = Date.now } = wish;
  const key = new DeviceKey(now);
  const code = await makeLinkCode(service, wish);
  const activated = await activate(service, code, key, { tenant, body: { fingerprint } });
  if (activated.status !== 201) throw new Error(`the device was not linked: ${activated.status} ${activated.text}`);
  const { device, token } = activated.body as { device: { id: string }; token: string };
  const proof = (method: string, url: string, own = token, parts?: ProofParts): string =>
    key.proof(method, url, own, parts);
  const call = (method: string, path: string, options: CallOptions = {}): Promise<Answer> => {
    const bearer = options.token ?? token;
    const headers = { DPoP: proof(method, urlOf(service, path, tenant), bearer), ...options.headers };
    return service.call(method, path, { tenant, ...options, token: bearer, headers });
  };
  return {
    ...{ id: device.id, token, key, fingerprint, activated: activated.body, call, proof },
    beat: (more) =>
      call('POST', '/devices/self/heartbeats', {
        withoutKey: true,
        body: { appVersion: '1.0.0', queueDepth: 0, deviceTime: new Date(now()).toISOString(), fingerprint, ...more },
      }),
  };
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
