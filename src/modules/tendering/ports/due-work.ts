import type { TenantId } from '../../../kernel/ids.js';

/** Something of some tenant that is worth a look. */
export interface DueWork {
  readonly kind: 'charge' | 'refund' | 'payout';
  readonly tenantId: TenantId;
  readonly tenantSlug: string;
  readonly id: string;
}

/** What is due, of all tenants. Several workers share it. */
export interface DueWorks {
  /** Takes some in hand, the longest due first: for the length of a lease no other worker is given them. */
  claim(at: Date, limit: number): Promise<readonly DueWork[]>;
}
