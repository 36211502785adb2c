import type { RequestContext } from '../../../kernel/context.js';
import type { Decimal } from '../../../kernel/decimal.js';
import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { OrderId, PaymentId } from '../domain/order-state.js';

/** How an outlet takes a tender. */
export interface TenderRule {
  readonly code: string;
  /** `cash`, `card`, `gift_card`, `house_account` and so on. */
  readonly kind: string;
  /** Who collects payments with it; `null`: they are recorded by hand. */
  readonly provider: string | null;
  readonly surcharge:
    { readonly kind: 'percent'; readonly rate: Decimal } | { readonly kind: 'amount'; readonly amount: Money } | null;
  readonly referenceRequired: boolean;
  readonly minimum: Money | null;
  readonly maximum: Money | null;
  readonly refundable: boolean;
}

/** Who pays, as far as a provider must know. */
export interface Payer {
  readonly phone?: string;
  readonly token?: string;
  readonly terminal?: string;
}

/** What a provider is to collect. */
export interface ChargeToBegin {
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly orderNumber: string;
  readonly outletId: OutletId;
  readonly tender: string;
  readonly provider: string;
  readonly amount: Money;
  readonly payer: Payer;
  readonly source: string;
  readonly fingerprint: string;
  readonly completeOrder: boolean;
}

/** A charge that a request began before it was repeated. */
export interface BegunCharge {
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly fingerprint: string;
}

/** Money that a provider is to give back. */
export interface RefundToBegin {
  readonly id: Id<'provider-refund'>;
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly outletId: OutletId;
  readonly refundId: string;
  readonly amount: Money;
  readonly reason: string;
}

/** Tenders, and the providers behind some of them (GUARANTEES G2). */
export interface TenderDesk {
  /** The tenders that the outlet takes, by code; costs no round trip. */
  rules(tx: Tx, outletId: OutletId): Promise<ReadonlyMap<string, TenderRule>>;
  /** @throws Refusal `payment_provider_unavailable`. */
  assertReachable(provider: string): void;
  known(tx: Tx, source: string): Promise<BegunCharge | undefined>;
  /** Commits the intent with the caller's transaction. */
  begin(tx: Tx, charge: ChargeToBegin): void;
  /** Calls the provider, outside of any transaction, and commits what it answers. */
  send(context: RequestContext, paymentId: PaymentId): Promise<void>;
  cancel(tx: Tx, paymentId: PaymentId): Promise<boolean>;
  beginRefund(tx: Tx, refund: RefundToBegin): void;
  sendRefund(context: RequestContext, id: Id<'provider-refund'>): Promise<void>;
}
