import type { Tx } from '../../../kernel/transaction.js';

/** What devices are told of the licence. */
export interface DeviceLicence {
  readonly plan: string | null;
  readonly status: 'unlimited' | 'active' | 'grace' | 'expired' | 'revoked';
  readonly features: Readonly<Record<string, boolean>>;
  readonly flags: Readonly<Record<string, boolean>>;
  readonly paidUntil: Date | null;
  readonly ordersUntil: Date | null;
}

/** What the plan of the business says about devices. */
export interface DevicePlan {
  /** Takes a place for one more, before it is made. @throws Refusal `entitlement_exceeded`. */
  reserve(tx: Tx, inUse: () => Promise<number>): Promise<void>;
  licence(tx: Tx): Promise<DeviceLicence>;
}
