import type { Tx } from '../../../kernel/transaction.js';
import type { LedgerEntry, LedgerView } from '../domain/reconciliation.js';
import type { Settlement, SettlementLine } from '../domain/settlement.js';

/** A payment as it stands for whoever tells of a chargeback. */
export interface KnownPayment {
  readonly paymentId: string;
  readonly orderId: string;
  readonly outletId: string;
  readonly provider: string;
  readonly reference: string | null;
  /** What was captured. */
  readonly amount: { readonly amount: number; readonly currency: string };
}

/** What tendering knows of the payments that a batch is about. */
export interface PaymentLedger {
  /** The payments, refunds and chargebacks that the lines name, and the lines of earlier batches about them. */
  about(tx: Tx, settlement: Settlement, lines: readonly SettlementLine[]): Promise<LedgerView>;
  /** Payments captured in the batch's period that no batch has, at most so many. */
  unsettled(tx: Tx, settlement: Settlement, limit: number): Promise<readonly LedgerEntry[]>;
  captured(tx: Tx, paymentId: string): Promise<KnownPayment | undefined>;
}
