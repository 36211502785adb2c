import type { TenantId } from '../../../kernel/ids.js';

/** Hashes what is on badges, under keys that are not in the database. */
export interface BadgeHashes {
  /** The present key's first, then those of former keys. @throws Refusal `secrets_not_configured`. */
  of(tenantId: TenantId, badge: string): readonly [string, ...string[]];
}
