import { createHmac, hash, randomBytes } from 'node:crypto';
import type { TenantId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import { SECRET_BYTES, writeToken } from '../../../access/index.js';
import type { DeviceSecrets, NewSecret } from '../../ports/device-secrets.js';

const DIGEST_CHARACTERS = 22;

/** Secrets of devices, made and hashed by this process. Short ones are kept under keys that come from `SECRETS_KEY`. */
export class NodeDeviceSecrets implements DeviceSecrets {
  private readonly keys: readonly Buffer[];

  /** @param secretsKey the current key first; absent: no device can be linked. */
  constructor(secretsKey: string | undefined) {
    this.keys = (secretsKey?.split(',') ?? []).map((key) =>
      createHmac('sha256', Buffer.from(key.trim(), 'base64')).update('pos-service devices').digest(),
    );
  }

  assertConfigured(): void {
    if (this.keys.length === 0) throw new Refusal('secrets_not_configured');
  }

  random(size: number): Uint8Array {
    return randomBytes(size);
  }

  newToken(tenantId: TenantId): NewSecret {
    return kept(writeToken('device', tenantId, randomBytes(SECRET_BYTES)));
  }

  newSecret(): NewSecret {
    return kept(randomBytes(SECRET_BYTES).toString('base64url'));
  }

  hashesOfCode(tenantId: TenantId, code: string): readonly string[] {
    this.assertConfigured();
    return this.hashes(`code ${tenantId} ${code}`);
  }

  hashesOfFingerprint(deviceId: string, fingerprint: string): readonly string[] {
    return this.hashes(`fingerprint ${deviceId} ${fingerprint}`);
  }

  digest(text: string): string {
    return hash('sha256', text, 'base64url').slice(0, DIGEST_CHARACTERS);
  }

  private hashes(text: string): string[] {
    return this.keys.map((key) => createHmac('sha256', key).update(text).digest('hex'));
  }
}

function kept(text: string): NewSecret {
  return { text, hash: hash('sha256', text, 'hex') };
}
