import type { RequestContext } from '../../../kernel/context.js';
import type { Charge, ChargeStatus, PaymentId } from '../domain/charge.js';
import type { PayoutTransfer, RefundTransfer, TransferStatus } from '../domain/transfer.js';
import type { Unallocated, UnallocatedId, UnallocatedStatus } from '../domain/unallocated.js';

/** Which page; lists are newest first. */
export interface PageQuery {
  readonly limit: number;
  /** The last entry of the page before. */
  readonly after: readonly [at: string, id: string] | undefined;
}

export interface ChargeQuery extends PageQuery {
  readonly status?: ChargeStatus | undefined;
  readonly orderId?: string | undefined;
  readonly outletId?: string | undefined;
  readonly provider?: string | undefined;
  /** Only those of which nobody knows what becomes of them. */
  readonly inDoubt?: boolean | undefined;
}

export interface UnallocatedQuery extends PageQuery {
  readonly status?: UnallocatedStatus | undefined;
  readonly provider?: string | undefined;
  readonly outletId?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

export interface TransferQuery extends PageQuery {
  readonly status?: TransferStatus | undefined;
  readonly provider?: string | undefined;
  /** Of refunds. */
  readonly paymentId?: string | undefined;
}

/** Knows the pages of providers on which customers pay. */
export interface PaymentPages {
  /** The page of a charge, by our key of it; `null` with providers that have none. */
  urlOf(context: Pick<RequestContext, 'tenantId' | 'tenantSlug'>, key: string): Promise<string | null>;
}

/** A step of a charge's history. */
export interface RecordedStep {
  readonly at: Date;
  readonly what: string;
  readonly status: string;
  readonly reference: string | null;
  readonly detail: string | null;
  readonly actor: string;
}

/**
 * Answers questions about payments. What belongs to an outlet that the caller may not act for looks absent. Pages have one entry
 * more than the limit when there are more.
 */
export interface PaymentViews {
  charges(context: RequestContext, query: ChargeQuery): Promise<readonly Charge[]>;
  /** @throws Refusal `charge_not_found`. */
  charge(
    context: RequestContext,
    id: PaymentId,
  ): Promise<{ readonly charge: Charge; readonly steps: readonly RecordedStep[] }>;
  unallocated(context: RequestContext, query: UnallocatedQuery): Promise<readonly Unallocated[]>;
  /** @throws Refusal `unallocated_payment_not_found`. */
  oneUnallocated(context: RequestContext, id: UnallocatedId): Promise<Unallocated>;
  refunds(context: RequestContext, query: TransferQuery): Promise<readonly RefundTransfer[]>;
  /** @throws Refusal `provider_refund_not_found`. */
  refund(context: RequestContext, id: string): Promise<RefundTransfer>;
  payouts(context: RequestContext, query: TransferQuery): Promise<readonly PayoutTransfer[]>;
  /** @throws Refusal `payout_not_found`. */
  payout(context: RequestContext, id: string): Promise<PayoutTransfer>;
}
