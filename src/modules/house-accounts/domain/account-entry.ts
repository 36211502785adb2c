import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';

/** What an entry of the ledger is about. */
export type EntryKind = 'charge' | 'refund' | 'payment' | 'adjust';

/** How what is owed is paid. */
export type RepaymentTender = 'cash' | 'card' | 'bank_transfer';

/** Why and where the balance moved. */
export interface Circumstances {
  readonly reason: string | null;
  readonly outletId: OutletId | null;
  readonly orderId: string | null;
  readonly paymentId: string | null;
  readonly refundId: string | null;
  /** With a repayment: how it was paid. */
  readonly tender: RepaymentTender | null;
  readonly reference: string | null;
  /** With a repayment in cash: the drawer session that it went into. */
  readonly drawerSessionId: string | null;
}

/** An entry of an account's ledger: made once, changed never. */
export interface AccountEntry extends Circumstances {
  /** Its place in the account's ledger, from 1 without gaps. */
  readonly number: number;
  readonly kind: EntryKind;
  /** Above zero when more is owed after it. */
  readonly amount: Money;
  /** After it. */
  readonly balance: Money;
  readonly at: Date;
}

export const NO_CIRCUMSTANCES: Circumstances = {
  ...{ reason: null, outletId: null, orderId: null, paymentId: null, refundId: null },
  ...{ tender: null, reference: null, drawerSessionId: null },
};

/** An entry that is to be made. */
export interface NewEntry extends Partial<Circumstances> {
  readonly kind: EntryKind;
  readonly amount: Money;
  readonly at: Date;
}
