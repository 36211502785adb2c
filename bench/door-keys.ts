import { generateKeyPairSync, hash, randomUUID, sign, type KeyObject } from 'node:crypto';

/** What devices sign with. */
export type ProofAlgorithm = 'ES256' | 'EdDSA';

/** A device's key, and proofs by it in the form of RFC 9449. */
export class ProofKey {
  readonly publicJwk: Readonly<Record<string, unknown>>;
  private readonly privateKey: KeyObject;
  private readonly head: string;

  constructor(private readonly alg: ProofAlgorithm) {
    const { privateKey, publicKey } =
      alg === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
    this.privateKey = privateKey;
    this.publicJwk = { ...publicKey.export({ format: 'jwk' }) };
    this.head = encoded({ typ: 'dpop+jwt', alg, jwk: this.publicJwk });
  }

  /** A proof that is good once, for the next two minutes. */
  proof(method: string, url: string, token: string): string {
    const iat = Math.floor(Date.now() / 1_000);
    const claims = { htm: method, htu: url, iat, jti: randomUUID(), ath: hash('sha256', token, 'base64url') };
    const signed = `${this.head}.${encoded(claims)}`;
    const algorithm = this.alg === 'ES256' ? 'sha256' : null;
    const signature = sign(algorithm, Buffer.from(signed), { key: this.privateKey, dsaEncoding: 'ieee-p1363' });
    return `${signed}.${signature.toString('base64url')}`;
  }
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
