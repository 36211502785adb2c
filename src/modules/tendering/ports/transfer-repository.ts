import type { Tx } from '../../../kernel/transaction.js';
import type { Transfer, TransferKind } from '../domain/transfer.js';

/** A refund that is to be begun; who does it and through which provider is found out when it is written down. */
export interface BegunRefund {
  readonly id: string;
  readonly paymentId: string;
  readonly orderId: string;
  readonly outletId: string;
  readonly refundId: string;
  readonly amount: number;
  readonly currency: string;
  readonly reason: string;
  readonly at: Date;
  readonly nextTryAt: Date;
  readonly by: string;
}

/** Keeps the refunds and payouts that providers are to carry out. */
export interface TransferRepository {
  /** Adds a refund of a charge with the commit; its provider is the charge's. */
  beginRefund(tx: Tx, refund: BegunRefund): void;
  /** Adds a refund or a payout. */
  add(tx: Tx, transfer: Transfer): Promise<void>;
  find(tx: Tx, kind: TransferKind, id: string): Promise<Transfer | undefined>;
  /** Locked until the transaction ends; after its charge or unallocated money, where those are locked. */
  lock(tx: Tx, kind: TransferKind, id: string): Promise<Transfer | undefined>;
  save(tx: Tx, transfer: Transfer): Promise<void>;
}
