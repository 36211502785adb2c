import type { Tx } from '../../../kernel/transaction.js';

/** How many outlets the plan of the business allows. */
export interface OutletAllowance {
  /**
   * Call it when one more is open already, in the same transaction. What the registry of businesses says is never asked about:
   * it holds, and counts. @throws Refusal `entitlement_exceeded`.
   */
  oneMoreOpen(tx: Tx): Promise<void>;
}
