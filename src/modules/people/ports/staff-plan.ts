import type { Tx } from '../../../kernel/transaction.js';

/** The plan of the business. */
export interface StaffPlan {
  /** Before one more works here, in the same transaction. @throws Refusal `entitlement_exceeded`. */
  reserve(tx: Tx, inUse: () => Promise<number>): Promise<void>;
}
