import type { Money } from '../../../../kernel/money.js';
import {
  moneyDto,
  type CurrencyCode,
  type MoneyDto,
  type Timestamp,
  type Uuid,
} from '../../../../platform/http/values.js';
import type { ShownCharge } from '../../application/show-charge.js';
import type { Charge } from '../../domain/charge.js';
import { hintOf, type PayoutTransfer, type RefundTransfer } from '../../domain/transfer.js';
import type { Unallocated } from '../../domain/unallocated.js';

export type ChargeStatusName =
  'created' | 'sent' | 'pending' | 'captured' | 'failed' | 'unknown' | 'cancelling' | 'cancelled' | 'charged_back';
export type UnallocatedStatusName = 'open' | 'allocated' | 'refunded' | 'written_off';
export type TransferStatusName = 'created' | 'sent' | 'pending' | 'done' | 'failed' | 'unknown';

/**
 * Why, in a person's words; kept, and told in the event.
 * @minLength 1
 * @maxLength 200
 */
export type PaymentReason = string;

/**
 * The provider's name of the money, such as on its statement.
 * @minLength 1
 * @maxLength 100
 */
export type MoneyReference = string;

/** A payment that a provider collects; never the payer's token or phone number. */
export interface ChargeResponse {
  paymentId: Uuid;
  orderId: Uuid;
  orderNumber: string;
  outletId: Uuid;
  tender: string;
  provider: string;
  amount: MoneyDto;
  status: ChargeStatusName;
  /** What came in. */
  captured: MoneyDto | null;
  /** The provider's name of it. */
  reference: string | null;
  /** Why it failed, or what is not known. */
  reason: string | null;
  /** Who must find out what became of it. */
  owner: string | null;
  unknownSince: Timestamp | null;
  /** When the provider is asked next. */
  nextLookAt: Timestamp | null;
  createdAt: Timestamp;
  settledAt: Timestamp | null;
  test: boolean;
  /** @isInt */
  version: number;
}

export interface ChargeStepResponse {
  at: Timestamp;
  what: string;
  status: string;
  reference: string | null;
  detail: string | null;
  actor: string;
}

/** A charge and what happened to it, the oldest first. */
export interface ChargeHistoryResponse extends ChargeResponse {
  /** Where to send the customer while there is something to pay; null with providers that have no page for it. */
  paymentUrl: string | null;
  history: ChargeStepResponse[];
}

/** What a person found out about a payment that nobody knew of. */
export interface ResolveChargeRequest {
  as: 'captured' | 'failed';
  /** With `captured`: how much came in. What was asked when absent. */
  amount?: MoneyDto;
  reference?: MoneyReference;
  reason: PaymentReason;
  /** The approval of a second person, where the tenant wants one. */
  approvalId?: Uuid;
}

/** Money that came and that no order took. */
export interface UnallocatedResponse {
  id: Uuid;
  provider: string;
  tender: string | null;
  /** The payment that it came for; null: for none of ours. */
  paymentId: Uuid | null;
  orderId: Uuid | null;
  outletId: Uuid | null;
  amount: MoneyDto;
  /** Why no order took it. */
  reason: string;
  reference: string;
  /** The end of a phone number or an account, for people who look for the payer. */
  payerHint: string | null;
  arrivedAt: Timestamp;
  status: UnallocatedStatusName;
  resolvedBy: string | null;
  resolvedAt: Timestamp | null;
  resolvedReason: string | null;
  approvedBy: string | null;
  allocatedOrderId: Uuid | null;
  /** The payment that it became, or the refund that gives it back. */
  became: Uuid | null;
  test: boolean;
  /** @isInt */
  version: number;
}

interface UnallocatedRequest {
  /** The approval of a second person, where the tenant wants one. */
  approvalId?: Uuid;
  /** Where it is accounted for; needed of money that came for no outlet. */
  outletId?: Uuid;
}

export interface AllocateRequest extends UnallocatedRequest {
  orderId: Uuid;
  reason?: PaymentReason;
}

export interface UnallocatedReasonRequest extends UnallocatedRequest {
  reason: PaymentReason;
}

/** Money that a provider gives back. */
export interface ProviderRefundResponse {
  id: Uuid;
  paymentId: Uuid | null;
  orderId: Uuid | null;
  /** The refund or the return of a payment that it is a part of, or the unallocated money. */
  refundId: Uuid;
  outletId: Uuid | null;
  provider: string;
  amount: MoneyDto;
  reason: string;
  status: TransferStatusName;
  /** Why it failed, or what is not known. */
  failure: string | null;
  reference: string | null;
  /** @isInt */
  attempt: number;
  createdAt: Timestamp;
  settledAt: Timestamp | null;
  settledBy: string | null;
  settledReason: string | null;
  test: boolean;
}

export interface SettleByHandRequest {
  reason: PaymentReason;
  reference?: MoneyReference;
}

/**
 * Whole minor units, more than nothing.
 * @isLong must be an integer of minor units
 * @minimum 1
 * @maximum 9007199254740991
 */
export type PayoutUnits = number;

export interface PayoutAmount {
  amount: PayoutUnits;
  currency: CurrencyCode;
}

export interface PayOutRequest {
  /**
   * Who pays it out, as tenders name it.
   * @minLength 1
   * @maxLength 40
   */
  provider: string;
  /**
   * A phone number, or an account that the provider knows.
   * @minLength 1
   * @maxLength 100
   */
  payee: string;
  amount: PayoutAmount;
  outletId: Uuid;
  reason: PaymentReason;
}

/** Money that a provider pays out; of the payee only the end is shown. */
export interface PayoutResponse {
  id: Uuid;
  outletId: Uuid | null;
  provider: string;
  payeeHint: string;
  amount: MoneyDto;
  reason: string;
  status: TransferStatusName;
  failure: string | null;
  reference: string | null;
  createdAt: Timestamp;
  settledAt: Timestamp | null;
  test: boolean;
}

/** Shows a charge. */
export function toChargeResponse(charge: Charge): ChargeResponse {
  const { paymentId, orderId, orderNumber, outletId, tender, provider, amount, status, reason, owner, test, version } =
    charge;
  return {
    ...{ paymentId, orderId, orderNumber, outletId, tender, provider, amount: moneyDto(amount), status },
    ...{ captured: dtoOf(charge.amountCaptured), reference: charge.providerReference, reason, owner },
    ...{ unknownSince: timeOf(charge.unknownSince), nextLookAt: timeOf(charge.nextTryAt) },
    ...{ createdAt: charge.createdAt.toISOString(), settledAt: timeOf(charge.settledAt), test, version },
  };
}

/** Shows a charge with its history. */
export function toChargeHistory({ charge, steps, paymentUrl }: ShownCharge): ChargeHistoryResponse {
  const history = steps.map(({ at, ...step }) => ({ at: at.toISOString(), ...step }));
  return { ...toChargeResponse(charge), paymentUrl, history };
}

/** Shows unallocated money. */
export function toUnallocatedResponse(money: Unallocated): UnallocatedResponse {
  const { id, provider, tender, paymentId, orderId, outletId, amount, reason, payerHint, status } = money;
  const { resolvedBy, resolvedReason, approvedBy, allocatedOrderId, became, test, version } = money;
  return {
    ...{ id, provider, tender, paymentId, orderId, outletId, amount: moneyDto(amount), reason, payerHint, status },
    ...{ reference: money.providerReference, arrivedAt: money.arrivedAt.toISOString(), resolvedBy },
    ...{ resolvedAt: timeOf(money.resolvedAt), resolvedReason, approvedBy, allocatedOrderId, became, test, version },
  };
}

/** Shows a provider's refund. */
export function toRefundResponse(refund: RefundTransfer): ProviderRefundResponse {
  const { id, paymentId, orderId, refundId, outletId, provider, amount, reason, status, failure, attempt } = refund;
  const { settledBy, settledReason, test } = refund;
  return {
    ...{ id, paymentId, orderId, refundId, outletId, provider, amount: moneyDto(amount), reason, status, failure },
    ...{ reference: refund.providerReference, attempt, createdAt: refund.createdAt.toISOString() },
    ...{ settledAt: timeOf(refund.settledAt), settledBy, settledReason, test },
  };
}

/** Shows a payout. */
export function toPayoutResponse(payout: PayoutTransfer): PayoutResponse {
  const { id, outletId, provider, payee, amount, reason, status, failure, test } = payout;
  return {
    ...{ id, outletId, provider, payeeHint: hintOf(payee), amount: moneyDto(amount), reason, status, failure },
    ...{ reference: payout.providerReference, createdAt: payout.createdAt.toISOString() },
    ...{ settledAt: timeOf(payout.settledAt), test },
  };
}

function timeOf(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}

function dtoOf(amount: Money | null): MoneyDto | null {
  return amount && moneyDto(amount);
}
