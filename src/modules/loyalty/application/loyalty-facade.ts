import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';

/** What prices depend on of a customer who is enrolled. */
export interface LoyaltyMember {
  readonly customerId: string;
  /** Such as `staff`, `wholesale`, or the name of a tier. */
  readonly groups: readonly string[];
  /** Such as the name of a membership plan that was paid for. */
  readonly entitlements: readonly string[];
}

/** Points as money, on an order. */
export interface PointsPayment {
  readonly orderId: string;
  readonly paymentId: string;
  readonly customerId: string;
  readonly amount: Money;
  /** Names a burn that was made with the sibling's ledger before; `null` with the local ledger. */
  readonly reference: string | null;
}

/** A refunded part of a payment with points. */
export interface PointsRefund {
  readonly refundId: string;
  readonly paymentId: string;
  readonly orderId: string;
  readonly customerId: string;
  readonly amount: Money;
}

/** What other modules may ask of the loyalty programme, within their own transaction. Points are earned by reacting to events. */
export abstract class LoyaltyFacade {
  /** The member, if the customer is one. Answers from the local copy. */
  abstract member(tx: Tx, customerId: string): Promise<LoyaltyMember | undefined>;
  /**
   * Pays with points.
   * @throws Refusal `loyalty_not_configured`, `loyalty_currency`, `loyalty_not_enrolled`, `loyalty_member_closed`,
   * `loyalty_points_too_low`; with a sibling's ledger `loyalty_burn_unknown`.
   */
  abstract burn(tx: Tx, payment: PointsPayment): Promise<{ readonly points: number }>;
  /** Gives the points of a refunded amount back. @throws Refusal `loyalty_not_configured`, `loyalty_currency`. */
  abstract giveBack(tx: Tx, refund: PointsRefund): Promise<void>;
}
