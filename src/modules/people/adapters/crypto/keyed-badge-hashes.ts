import { createHmac, hkdfSync } from 'node:crypto';
import type { TenantId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { BadgeHashes } from '../../ports/badge-hashes.js';

const KEY_BYTES = 32;

/**
 * Hashes badges with HMAC-SHA-256 under keys derived from `SECRETS_KEY`: the numbers of badges are few enough to be tried by who
 * has the database alone. While keys are rotated the former ones still find badges.
 */
export class KeyedBadgeHashes implements BadgeHashes {
  private readonly keys: readonly Buffer[];

  /** @param secretsKey as configured, checked at the start of the program; absent: badges are refused. */
  constructor(secretsKey: string | undefined) {
    this.keys = (secretsKey?.split(',') ?? []).map((key) => keyFrom(key.trim()));
  }

  of(tenantId: TenantId, badge: string): readonly [string, ...string[]] {
    const [first, ...former] = this.keys;
    if (first === undefined) throw new Refusal('secrets_not_configured');
    // Readers differ in the case of hexadecimal numbers and in what stands around them.
    const text = `${tenantId} ${badge.trim().toLowerCase()}`;
    return [hashOf(first, text), ...former.map((key) => hashOf(key, text))];
  }
}

function hashOf(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

function keyFrom(text: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(text, 'base64'), '', 'pos-service badges', KEY_BYTES));
}
