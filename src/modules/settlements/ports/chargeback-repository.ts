import type { Tx } from '../../../kernel/transaction.js';
import type { Chargeback, ChargebackId } from '../domain/chargeback.js';

/** Keeps chargebacks, one for a payment. */
export interface ChargebackRepository {
  /** Locks the chargeback until the transaction ends. */
  find(tx: Tx, id: ChargebackId): Promise<Chargeback | undefined>;
  /** The same, of a payment. */
  ofPayment(tx: Tx, paymentId: string): Promise<Chargeback | undefined>;
  /** @returns false when the payment has one. */
  add(tx: Tx, chargeback: Chargeback): Promise<boolean>;
  save(tx: Tx, chargeback: Chargeback): Promise<void>;
}
