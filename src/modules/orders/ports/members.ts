import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { GivenBack } from './gift-card-desk.js';

/** What prices depend on of a customer. */
export interface Member {
  readonly groups: readonly string[];
  readonly entitlements: readonly string[];
}

/** A payment made with points. */
export interface PaymentInPoints {
  readonly orderId: string;
  readonly paymentId: string;
  readonly customerId: string;
  readonly amount: Money;
  /** A burn that was made with the sibling's ledger before. */
  readonly reference: string | null;
}

/** An amount that goes back to the points of the customer who paid it. */
export interface PointsGivenBack extends GivenBack {
  readonly customerId: string;
}

/** The loyalty programme. */
export interface Members {
  /** The member, if the customer is one. */
  member(tx: Tx, customerId: string): Promise<Member | undefined>;
  /** Pays with points. @throws Refusal of the programme. */
  burn(tx: Tx, payment: PaymentInPoints): Promise<{ readonly points: number }>;
  giveBack(tx: Tx, refund: PointsGivenBack): Promise<void>;
}
