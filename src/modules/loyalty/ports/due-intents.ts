import type { TenantId } from '../../../kernel/ids.js';
import type { IntentId } from '../domain/intent.js';

/** An intent of some tenant that is worth a look. */
export interface DueIntent {
  readonly tenantId: TenantId;
  readonly tenantSlug: string;
  readonly id: IntentId;
}

/** The intents of all tenants that are due. Several workers share them. */
export interface DueIntents {
  /** Takes some in hand: for the length of a lease no other worker is given them. Of one customer, the oldest that is open. */
  claim(limit: number): Promise<readonly DueIntent[]>;
}
