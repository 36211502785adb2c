import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  randomUUID,
  sign,
  type KeyObject,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The public half of a P-256 key. */
export interface OwnPublicKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
}

/** The key pair of this installation where it is itself a device of another (RFC 9449). */
export class OwnKey {
  readonly publicJwk: OwnPublicKey;

  private constructor(private readonly privateKey: KeyObject) {
    const { kty = '', crv = '', x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
    this.publicJwk = { kty, crv, x, y };
  }

  /** The pair in a file that only its owner reads; the first call makes it, and never over one that is there. */
  static in(file: string): OwnKey {
    if (existsSync(file)) return new OwnKey(createPrivateKey(readFileSync(file, 'utf8')));
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    return new OwnKey(privateKey);
  }

  /** A `DPoP` header for one request. @param url its query does not count. @param at the time there, in ms since the epoch. */
  proof(method: string, url: string, token: string, at: number): string {
    const claims = {
      ...{ htm: method, htu: url.split('?', 1)[0], iat: Math.floor(at / 1_000), jti: randomUUID() },
      ath: hash('sha256', token, 'base64url'),
    };
    const signed = `${encoded({ typ: 'dpop+jwt', alg: 'ES256', jwk: this.publicJwk })}.${encoded(claims)}`;
    const signature = sign('sha256', Buffer.from(signed), { key: this.privateKey, dsaEncoding: 'ieee-p1363' });
    return `${signed}.${signature.toString('base64url')}`;
  }
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
