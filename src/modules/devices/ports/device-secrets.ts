import type { TenantId } from '../../../kernel/ids.js';

/** A token or secret just made: the only time that its text is known. */
export interface NewSecret {
  readonly text: string;
  /** SHA-256, hexadecimal: what is kept. */
  readonly hash: string;
}

/** Chance and hashing, which the application takes from outside. */
export interface DeviceSecrets {
  /** @throws Refusal `secrets_not_configured` where there is no key to keep short codes by. */
  assertConfigured(): void;
  random(size: number): Uint8Array;
  newToken(tenantId: TenantId): NewSecret;
  newSecret(): NewSecret;
  /**
   * What a code is kept as, by each key there is while keys are replaced, the current one first.
   * @throws Refusal `secrets_not_configured`.
   */
  hashesOfCode(tenantId: TenantId, code: string): readonly string[];
  /** The same for a machine's fingerprint, which is compared with what the same device said before; none without a key. */
  hashesOfFingerprint(deviceId: string, fingerprint: string): readonly string[];
  /** A short hash of a text, to see whether it has changed. */
  digest(text: string): string;
}
