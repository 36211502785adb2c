import type { Tx } from '../../../kernel/transaction.js';

/** How many integrations the plan of the business allows: webhook endpoints and connections to payment companies together. */
export interface IntegrationAllowance {
  /** Call it before one more is made, in the same transaction. @throws Refusal `entitlement_exceeded`. */
  reserve(tx: Tx): Promise<void>;
}
