import type { OutletId, TenantId } from '../../../kernel/ids.js';
import type { DiscoveryOutcome } from '../domain/discovery.js';

/** What all instances share for a moment to spare questions. It may be lost at any time, and proves nothing. */
export interface DiscoveryMemory {
  /** How the last question about the outlet ended, if it was in vain and not long ago. */
  recall(tenantId: TenantId, outletId: OutletId): Promise<DiscoveryOutcome | undefined>;
  /** Remembers it for a minute. */
  remember(tenantId: TenantId, outletId: OutletId, outcome: DiscoveryOutcome): Promise<void>;
  forget(tenantId: TenantId, outletId: OutletId): Promise<void>;
  /** What frees the outlet's question again; `undefined` while another instance asks it. */
  take(tenantId: TenantId, outletId: OutletId): Promise<(() => Promise<void>) | undefined>;
  /** Counts a question of a business. @returns for how many seconds no more may be asked; `null` when it may. */
  waitFor(tenantId: TenantId): Promise<number | null>;
}
