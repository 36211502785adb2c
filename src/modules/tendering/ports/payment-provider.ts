import type { Money } from '../../../kernel/money.js';
import type { Payer } from '../domain/payer.js';
import type { TenderKind } from '../domain/tender.js';

/** A charge as a provider is asked for it. */
export interface ProviderCharge {
  /** Made of the intent: the same key again is the same charge, never a second one. */
  readonly key: string;
  readonly tenantId: string;
  readonly tenantSlug: string;
  readonly outletId: string;
  readonly orderId: string;
  /** For the customer's statement and for people who look for it. */
  readonly orderNumber: string;
  readonly tender: string;
  readonly amount: Money;
  readonly payer: Payer;
  /** The provider's own name of it, once it is known. */
  readonly reference: string | null;
  readonly createdAt: Date;
}

/** What a provider answers. */
export type ChargeAnswer =
  /** The money is in. `amount` when the provider says how much. */
  | { readonly kind: 'captured'; readonly amount: Money | null; readonly reference: string | null }
  /** It has the charge and works on it, or waits for the customer. */
  | { readonly kind: 'pending'; readonly reference: string | null }
  /** It said no, for good. `reason` is a word: `declined`, `insufficient_funds`, `cancelled_by_customer`. */
  | { readonly kind: 'failed'; readonly reason: string; readonly reference: string | null }
  /** Nobody knows whether it has the charge: the call was cut, or timed out. */
  | { readonly kind: 'unknown'; readonly error: string }
  /** It surely has not got the charge: the call never left, or the provider says that it does not know the key. */
  | { readonly kind: 'absent'; readonly error: string };

/** Money to give back, or to pay out. */
export interface ProviderRefund {
  readonly key: string;
  readonly tenantId: string;
  readonly tenantSlug: string;
  readonly outletId: string;
  readonly orderId: string;
  /** The charge that is given back. */
  readonly chargeKey: string;
  readonly chargeReference: string | null;
  readonly amount: Money;
  readonly reason: string;
  readonly reference: string | null;
  readonly createdAt: Date;
}

export interface ProviderPayout {
  readonly key: string;
  readonly tenantId: string;
  readonly tenantSlug: string;
  readonly outletId: string;
  readonly amount: Money;
  /** Whom to pay: a phone number, or an account that the provider knows. */
  readonly payee: string;
  readonly reason: string;
  readonly reference: string | null;
  readonly createdAt: Date;
}

/** Of a refund or payout: as of a charge, `captured` reads `done`. */
export type TransferAnswer =
  | { readonly kind: 'done'; readonly reference: string | null }
  | Extract<ChargeAnswer, { kind: 'pending' | 'failed' | 'unknown' | 'absent' }>;

/**
 * Someone who moves money for us: the treasury, a mobile-money company, the simulator. No method throws for what the other side
 * does or fails to do: that is an answer. Each call has a timeout, and none runs inside a transaction. Calls with the same key
 * are the same wish.
 */
export interface PaymentProvider {
  /** As tenders name it: `treasury`, `mpesa`, `simulator`. */
  readonly name: string;
  /** The kinds of tender that it can collect; absent: cards, mobile money and bank transfers. */
  readonly kinds?: readonly TenderKind[];
  /** True of one that stands for a provider which this service is not configured for: nothing new is given to it. */
  readonly notConfigured?: boolean;
  /** True of one that cannot be asked what became of a charge: notices that are not proven must be believed then. */
  readonly withoutStatus?: boolean;
  /** For how long it is not worth trying, in seconds; `null` while it is. */
  awayFor(): number | null;
  charge(charge: ProviderCharge): Promise<ChargeAnswer>;
  /** Asks what became of a charge. */
  statusOf(charge: ProviderCharge): Promise<ChargeAnswer>;
  /** Asks it to stop. `failed` means that it did; `captured` that it was too late. */
  cancel(charge: ProviderCharge): Promise<ChargeAnswer>;
  refund(refund: ProviderRefund): Promise<TransferAnswer>;
  statusOfRefund(refund: ProviderRefund): Promise<TransferAnswer>;
  payOut(payout: ProviderPayout): Promise<TransferAnswer>;
  statusOfPayout(payout: ProviderPayout): Promise<TransferAnswer>;
}

/** What a provider tells without being asked: a callback or an event. It may come first, late, twice, or for nothing of ours. */
export interface ProviderNotice {
  readonly provider: string;
  /** The provider's name of this notice, where it has one: the same again is heard once. */
  readonly noticeId: string | null;
  /** Our key of the charge, refund or payout, where the provider knows it. */
  readonly key: string | null;
  /** The provider's reference of the charge. */
  readonly reference: string | null;
  readonly about: 'charge' | 'refund' | 'payout' | 'chargeback';
  readonly outcome: 'captured' | 'done' | 'pending' | 'failed' | 'charged_back' | 'chargeback_won';
  readonly amount: Money | null;
  readonly reason: string | null;
  /** True when who sent it is proven (a signature); false: it is a hint, and the provider is asked. */
  readonly trusted: boolean;
  /** For people who look for orphans: a phone number's last digits, an account's reference. Never card data. */
  readonly payerHint: string | null;
  readonly at: Date;
}
