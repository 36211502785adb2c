import type { RequestContext } from '../../../kernel/context.js';
import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Payer } from '../domain/payer.js';
import type { TenderRules } from '../domain/tender.js';

/** What a provider is to collect for an order. Its id is the payment's. */
export interface NewCharge {
  readonly paymentId: Id<'payment'>;
  readonly orderId: Id<'order'>;
  readonly orderNumber: string;
  readonly outletId: OutletId;
  readonly tender: string;
  readonly provider: string;
  /** What the customer is charged, surcharge included. */
  readonly amount: Money;
  readonly payer: Payer;
  /** The request that it comes from, once only in a tenant: the same request again finds this charge. */
  readonly source: string;
  /** Hash of what was asked, so that the same source with another wish is noticed. */
  readonly fingerprint: string;
  /** True: the order is completed as soon as nothing is due. */
  readonly completeOrder: boolean;
}

/** A charge that a request began before. */
export interface KnownCharge {
  readonly paymentId: Id<'payment'>;
  readonly orderId: Id<'order'>;
  readonly fingerprint: string;
}

/** Money that a provider is to give back. Its id is the part of a refund, or the return of a payment, that it carries out. */
export interface NewProviderRefund {
  readonly id: Id<'provider-refund'>;
  readonly paymentId: Id<'payment'>;
  readonly orderId: Id<'order'>;
  readonly outletId: OutletId;
  /** The refund or the return of a payment that it is a part of. */
  readonly refundId: string;
  readonly amount: Money;
  readonly reason: string;
}

/** Money that a provider is to pay to somebody. Whoever wants it paid has checked its amount and its outlet. */
export interface NewPayout {
  readonly id: Id<'payout'>;
  readonly outletId: OutletId;
  readonly provider: string;
  /** A phone number, or an account that the provider knows. */
  readonly payee: string;
  readonly amount: Money;
  readonly reason: string;
}

/**
 * What other modules may do with tenders and with providers that collect money (GUARANTEES G2: an intent is committed, then the
 * provider is called with a key made of it, then the result is committed; whoever falls in between is taken up by the worker).
 */
export abstract class TenderingFacade {
  /** The tenders that are switched on at the outlet, by code. From memory: costs no round trip. */
  abstract rules(tx: Tx, outletId: OutletId): Promise<ReadonlyMap<string, TenderRules>>;
  /**
   * Refuses at once while the provider is known to be away, before anything is begun.
   * @throws Refusal `payment_provider_unavailable` (503, with `retryAfterSeconds`).
   */
  abstract assertReachable(provider: string): void;
  /** The charge that a request began before it was repeated. */
  abstract known(tx: Tx, source: string): Promise<KnownCharge | undefined>;
  /** Commits the intent to charge with the caller's transaction. The payment stands `initiated` on its order. */
  abstract begin(tx: Tx, charge: NewCharge): void;
  /**
   * Calls the provider, outside of any transaction, and commits what it answers through the `PaymentBook`. Returns when an
   * outcome is known, or after PAYMENT_ANSWER_MS at the latest: the worker goes on. Never throws for what a provider does.
   */
  abstract send(context: RequestContext, paymentId: Id<'payment'>): Promise<void>;
  /**
   * The order has given the payment up: what comes for it from now on is unallocated, and the provider is told to stop.
   * @returns false when there is no such charge, or it is settled already.
   */
  abstract cancel(tx: Tx, paymentId: Id<'payment'>): Promise<boolean>;
  /** Commits the intent to give money back with the caller's transaction. */
  abstract beginRefund(tx: Tx, refund: NewProviderRefund): void;
  /** As `send`. The refund is made on our side whatever happens; a provider that says no raises an alert. */
  abstract sendRefund(context: RequestContext, id: Id<'provider-refund'>): Promise<void>;
  /**
   * Commits the intent to pay somebody with the caller's transaction. `pos.payout.paid` or `pos.payout.failed` tells what became of it.
   * @param pointer where the caller's request names the provider.
   * @throws Refusal `payout_invalid`, `payment_provider_unavailable`.
   */
  abstract beginPayout(tx: Tx, payout: NewPayout, pointer: string): Promise<void>;
  /** As `send`. */
  abstract sendPayout(context: RequestContext, id: Id<'payout'>): Promise<void>;
}

/** What became of a charge. */
export interface PaymentChange {
  readonly paymentId: Id<'payment'>;
  readonly orderId: Id<'order'>;
  readonly to: 'pending' | 'captured' | 'failed' | 'unknown' | 'charged_back' | 'chargeback_won';
  /** What came in, with `captured`; it may differ from what was asked. */
  readonly amount: Money | null;
  /** The provider's name of the payment; never a card number. */
  readonly reference: string | null;
  /** Why, with `failed`, `unknown` and `charged_back`: a word. */
  readonly reason: string | null;
  readonly completeOrder: boolean;
}

/** What the order made of it. */
export interface Applied {
  /** How much of captured money the order took; the rest is unallocated. `null` where nothing was to be taken. */
  readonly taken: Money | null;
  /** Why money was not taken, or not all: `order_settled`, `payment_cancelled`, `already_captured`, `order_not_found`, `exceeds_asked`. */
  readonly refused: string | null;
}

/** The orders' side of payments; the orders module is behind it. Locks the order: call it before any row of tendering is locked. */
export abstract class PaymentBook {
  /** Applies what became of a charge to its order, in the caller's transaction. A change that was applied before does nothing. */
  abstract apply(tx: Tx, context: RequestContext, change: PaymentChange): Promise<Applied>;
  /**
   * Puts unallocated money to an order, by a person's decision: a captured payment of its own id.
   * @throws Refusal of taking a payment: `order_not_found`, `order_not_open`, `payment_exceeds_due`.
   */
  abstract allocate(
    tx: Tx,
    context: RequestContext,
    money: {
      readonly paymentId: Id<'payment'>;
      readonly orderId: Id<'order'>;
      readonly tender: string;
      readonly provider: string | null;
      readonly amount: Money;
      readonly reference: string | null;
    },
  ): Promise<void>;
}
