import { createHmac, createPublicKey, hash, verify, type KeyObject } from 'node:crypto';
import { Refusal } from '../../../../kernel/refusal.js';
import { thumbprintOf } from '../../../../platform/dpop/dpop-proofs.js';
import { isSameHash } from '../../../../platform/signatures/keyed-hash.js';
import { sealedText, type SyncEntry } from '../../domain/entry.js';
import type { SyncRefusal } from '../../domain/sync-refusal.js';
import type { DeviceJwk, SealVerdict, Seals, SendingDevice } from '../../ports/sync-surroundings.js';

type Signed = (text: string, signature: string) => boolean;

/** Checks seals in this process: SHA-256 and the device's ES256, Ed25519 or HMAC. */
export class NodeSeals implements Seals {
  async checkerFor(
    device: SendingDevice,
    key: DeviceJwk | null,
    tenant: string,
  ): Promise<(entry: SyncEntry) => SealVerdict> {
    const signed = await signedBy(device, key);
    return (entry) => checked(entry, tenant, device.id, signed);
  }
}

/** @returns the check of a signature; `null`: the key is not the device's. @throws Refusal `sync_key_missing`. */
async function signedBy({ id, proof }: SendingDevice, key: DeviceJwk | null): Promise<Signed | null> {
  if (proof.by === 'secret') {
    const secret = Buffer.from(proof.hash, 'hex');
    return (text, signature) => isSameHash(createHmac('sha256', secret).update(text).digest('base64url'), signature);
  }
  if (key === null) throw new Refusal<SyncRefusal>('sync_key_missing', { deviceId: id });
  const publicKey = await publicKeyOf(key, proof.thumbprint);
  if (publicKey === null) return null;
  const digest = key.kty === 'EC' ? 'sha256' : null;
  const signer = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
  return (text, signature) => verify(digest, Buffer.from(text), signer, Buffer.from(signature, 'base64url'));
}

async function publicKeyOf({ kty, crv, x, y }: DeviceJwk, thumbprint: string): Promise<KeyObject | null> {
  const shown = { kty, crv, x, ...(y !== undefined && { y }) };
  try {
    if ((await thumbprintOf(shown)) !== thumbprint) return null;
    return createPublicKey({ key: shown, format: 'jwk' });
  } catch (error) {
    // What is no key at all is not the device's key either.
    if (error instanceof Refusal || error instanceof TypeError || isOfCrypto(error)) return null;
    throw error;
  }
}

function isOfCrypto(error: unknown): boolean {
  return (
    typeof (error as { code?: unknown }).code === 'string' &&
    /^ERR_(CRYPTO|OSSL|JWK)/.test((error as { code: string }).code)
  );
}

function checked(entry: SyncEntry, tenant: string, deviceId: string, signed: Signed | null): SealVerdict {
  const own = ownHash(entry, tenant, deviceId);
  const fault = faultOf(entry, own, signed);
  if (fault === null) return { fault, fingerprint: entry.hash };
  return { fault, fingerprint: hash('sha256', `${own} ${JSON.stringify(entry)}`, 'base64url') };
}

function faultOf(entry: SyncEntry, own: string | null, signed: Signed | null): SealVerdict['fault'] {
  if (signed === null) return 'key_wrong';
  if (own !== entry.hash) return 'hash_wrong';
  return signed(entry.hash, entry.signature) ? null : 'signature_wrong';
}

/** @returns `null` for what no device can have sealed, such as a fraction. */
function ownHash(entry: SyncEntry, tenant: string, deviceId: string): string | null {
  try {
    return hash('sha256', sealedText(tenant, deviceId, entry), 'base64url');
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
