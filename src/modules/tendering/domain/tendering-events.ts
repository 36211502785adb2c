import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';

/** A payment that a provider collects, as events show it; never the payer's token or phone number. */
export interface ChargeSnapshot {
  readonly id: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly outletId: OutletId;
  readonly tender: string;
  readonly provider: string;
  readonly amount: Money;
  readonly status: string;
  /** What came in. */
  readonly captured: Money | null;
  /** The provider's name of it. */
  readonly reference: string | null;
  /** Why it failed, or what is not known. */
  readonly reason: string | null;
  /** Who must find out what became of it. */
  readonly owner: string | null;
  readonly test: boolean;
  /** @asType integer */
  readonly version: number;
}

/** How a charge that nobody knew of ended. */
export interface ChargeResolution {
  readonly payment: ChargeSnapshot;
  readonly before: { readonly status: string };
  /** `provider`: it answered after all; `person`: somebody found out. */
  readonly by: 'provider' | 'person';
  readonly reason: string | null;
  readonly approvedBy: string | null;
}

export interface UnallocatedSnapshot {
  readonly id: string;
  readonly provider: string;
  readonly tender: string | null;
  /** The payment that it came for; null: for none of ours. */
  readonly paymentId: string | null;
  readonly orderId: string | null;
  readonly outletId: OutletId | null;
  readonly amount: Money;
  /** Why no order took it. */
  readonly reason: string;
  readonly reference: string;
  readonly status: string;
  /** @format date-time */
  readonly arrivedAt: string;
  readonly test: boolean;
  /** @asType integer */
  readonly version: number;
}

/** What a person decided about unallocated money. */
export interface UnallocatedResolved {
  readonly unallocated: UnallocatedSnapshot;
  readonly before: { readonly status: string };
  readonly reason: string | null;
  readonly approvedBy: string | null;
  /** The order that it was put to. */
  readonly allocatedOrderId: string | null;
  /** The payment that it became, or the refund that gives it back. */
  readonly became: string | null;
}

export interface ProviderRefundSnapshot {
  readonly id: string;
  readonly paymentId: string | null;
  readonly orderId: string | null;
  /** The refund that it is a part of. */
  readonly refundId: string;
  readonly outletId: OutletId | null;
  readonly provider: string;
  readonly amount: Money;
  readonly status: string;
  readonly reason: string;
  readonly failure: string | null;
  readonly reference: string | null;
  /** @asType integer */
  readonly attempt: number;
  readonly test: boolean;
}

export interface ProviderRefundTold {
  readonly refund: ProviderRefundSnapshot;
}

/** What a person did about a refund that a provider refused. */
export interface ProviderRefundHandled extends ProviderRefundTold {
  readonly before: { readonly status: string; readonly failure: string | null };
  readonly reason: string | null;
}

export interface PayoutSnapshot {
  readonly id: string;
  readonly outletId: OutletId | null;
  readonly provider: string;
  readonly amount: Money;
  /** The end of the account or phone number. */
  readonly payeeHint: string;
  readonly status: string;
  readonly reason: string;
  readonly failure: string | null;
  readonly reference: string | null;
  readonly test: boolean;
}

export interface PayoutTold {
  readonly payout: PayoutSnapshot;
}

/** How a tender is taken. */
export interface TenderSnapshot {
  readonly code: string;
  /** Null: at all outlets that have no settings of their own. */
  readonly outletId: OutletId | null;
  readonly name: string;
  readonly kind: string;
  readonly provider: string | null;
  readonly surcharge:
    | { readonly kind: 'percent'; /** In percent. */ readonly rate: string }
    | { readonly kind: 'amount'; readonly amount: Money }
    | null;
  readonly referenceRequired: boolean;
  readonly minimum: Money | null;
  readonly maximum: Money | null;
  readonly refundable: boolean;
  readonly active: boolean;
}

export interface TenderChanged {
  /** Null: the settings were taken away, and others hold. */
  readonly tender: TenderSnapshot | null;
  /** Null: there were none. */
  readonly before: TenderSnapshot | null;
}

interface ChargeTold {
  readonly payment: ChargeSnapshot;
}

/** The data of this module's events by their types. */
export interface TenderingEvents {
  /** A provider is to collect a payment. */
  'pos.payment.initiated': ChargeTold;
  /** The provider has it and works on it, or may have it. */
  'pos.payment.pending': ChargeTold;
  /** The money is in. */
  'pos.payment.captured': ChargeTold;
  /** The provider said no, or surely never had it. */
  'pos.payment.failed': ChargeTold;
  /** For too long nobody knows what became of it: the owner must find out. */
  'pos.payment.unknown': ChargeTold;
  /** It is known what became of one that was unknown. */
  'pos.payment.resolved': ChargeResolution;
  /** The order gave it up, and the provider stopped. */
  'pos.payment.cancelled': ChargeTold;
  /** The customer's bank took the money back. */
  'pos.payment.charged_back': ChargeTold;
  /** The bank gave back what it had taken. */
  'pos.payment.chargeback_won': ChargeTold;
  /** Money came that no order took: somebody must say whose it is. */
  'pos.payment.unallocated': { readonly unallocated: UnallocatedSnapshot };
  /** Unallocated money was put to an order. */
  'pos.payment.allocated': UnallocatedResolved;
  /** Unallocated money goes back to where it came from. */
  'pos.payment.unallocated_refunded': UnallocatedResolved;
  /** Unallocated money was given up looking for. */
  'pos.payment.written_off': UnallocatedResolved;
  /** A provider has given money back. */
  'pos.payment.refund_processed': ProviderRefundTold;
  /** A provider refused to give money back, for good: somebody must see to it. */
  'pos.payment.refund_failed': ProviderRefundTold;
  /** A refund that a provider refused is tried again. */
  'pos.payment.refund_retried': ProviderRefundHandled;
  /** A person gave the money back without the provider. */
  'pos.payment.refund_settled_by_hand': ProviderRefundHandled;
  /** A provider is to pay money out. */
  'pos.payout.requested': PayoutTold;
  /** It did. */
  'pos.payout.paid': PayoutTold;
  /** It refused, for good. */
  'pos.payout.failed': PayoutTold;
  /** How a tender is taken was changed. */
  'pos.tender.changed': TenderChanged;
}

export type TenderingEvent = {
  [Type in keyof TenderingEvents]: DomainEvent<Type, TenderingEvents[Type]>;
}[keyof TenderingEvents];
