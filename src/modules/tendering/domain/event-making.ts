import type { Charge } from './charge.js';
import type { ChargeHappening } from './charge-lifecycle.js';
import type { TenderSetting } from './tender-setting.js';
import type {
  ChargeResolution,
  ChargeSnapshot,
  ProviderRefundSnapshot,
  TenderingEvent,
  TenderSnapshot,
  UnallocatedSnapshot,
} from './tendering-events.js';
import { hintOf, type PayoutTransfer, type RefundTransfer } from './transfer.js';
import type { TransferHappening } from './transfer-lifecycle.js';
import type { Unallocated } from './unallocated.js';

/** Who ended what was unknown, where that was a person. */
export interface Finding {
  readonly reason: string;
  readonly approvedBy: string | null;
}

/** The events of a charge. @param charge as it is afterwards. @param sequence of the event before. */
export function chargeEvents(
  charge: Charge,
  happenings: readonly (ChargeHappening | 'pos.payment.initiated')[],
  before: Pick<Charge, 'status' | 'sequence'>,
  finding: Finding | null,
): readonly TenderingEvent[] {
  const payment = chargeSnapshot(charge);
  return happenings.map((type, index): TenderingEvent => {
    const sequence = before.sequence + index + 1;
    const place = { aggregate: 'payments', aggregateId: charge.paymentId, sequence, outletId: charge.outletId };
    if (type !== 'pos.payment.resolved') return { type, ...place, data: { payment } };
    const how: Pick<ChargeResolution, 'by' | 'reason' | 'approvedBy'> =
      finding === null ? { by: 'provider', reason: null, approvedBy: null } : { by: 'person', ...finding };
    return { type, ...place, data: { payment, before: { status: before.status }, ...how } };
  });
}

/** A charge as events show it. */
export function chargeSnapshot(charge: Charge): ChargeSnapshot {
  const {
    paymentId: id,
    orderId,
    orderNumber,
    outletId,
    tender,
    provider,
    amount,
    status,
    reason,
    owner,
    test,
  } = charge;
  const what = { id, orderId, orderNumber, outletId, tender, provider, amount, status };
  const { amountCaptured: captured, providerReference: reference, version } = charge;
  return { ...what, captured, reference, reason, owner, test, version };
}

const RESOLVED_TYPES = {
  allocated: 'pos.payment.allocated',
  refunded: 'pos.payment.unallocated_refunded',
  written_off: 'pos.payment.written_off',
} as const;

/** The event of money that no order took, or of what a person decided about it. */
export function unallocatedEvent(money: Unallocated, before: Unallocated | null): TenderingEvent {
  const { id, outletId, version: sequence } = money;
  const place = { aggregate: 'payments', aggregateId: id, sequence, outletId };
  const unallocated = unallocatedSnapshot(money);
  if (before === null) return { type: 'pos.payment.unallocated', ...place, data: { unallocated } };
  if (money.status === 'open') throw new Error('what a person decided about it is not said');
  const type = RESOLVED_TYPES[money.status];
  const { resolvedReason: reason, approvedBy, allocatedOrderId, became } = money;
  const data = { unallocated, before: { status: before.status }, reason, approvedBy, allocatedOrderId, became };
  return { type, ...place, data };
}

function unallocatedSnapshot(money: Unallocated): UnallocatedSnapshot {
  const { id, provider, tender, paymentId, orderId, outletId, amount, reason, status, test, version } = money;
  const from = { id, provider, tender, paymentId, orderId, outletId, amount, reason };
  return {
    ...from,
    reference: money.providerReference,
    status,
    arrivedAt: money.arrivedAt.toISOString(),
    test,
    version,
  };
}

/** The event of a refund. @param sequence its place among the events of its payment, or of its unallocated money. */
export function refundEvent(
  refund: RefundTransfer,
  happening: TransferHappening,
  before: RefundTransfer,
  sequence: number,
): TenderingEvent {
  const { outletId } = refund;
  const place = { aggregate: 'payments', aggregateId: refund.paymentId ?? refund.refundId, sequence, outletId };
  const told = { refund: refundSnapshot(refund) };
  const handled = { ...told, before: { status: before.status, failure: before.failure } };
  switch (happening) {
    case 'done':
      return { type: 'pos.payment.refund_processed', ...place, data: told };
    case 'failed':
      return { type: 'pos.payment.refund_failed', ...place, data: told };
    case 'retried':
      return { type: 'pos.payment.refund_retried', ...place, data: { ...handled, reason: null } };
    case 'settled_by_hand':
      return {
        type: 'pos.payment.refund_settled_by_hand',
        ...place,
        data: { ...handled, reason: refund.settledReason },
      };
  }
}

function refundSnapshot(refund: RefundTransfer): ProviderRefundSnapshot {
  const { id, paymentId, orderId, refundId, outletId, provider, amount, status, reason, failure, attempt, test } =
    refund;
  const what = { id, paymentId, orderId, refundId, outletId, provider, amount, status, reason, failure };
  return { ...what, reference: refund.providerReference, attempt, test };
}

/** The event of a payout. */
export function payoutEvent(payout: PayoutTransfer, happening: 'requested' | 'done' | 'failed'): TenderingEvent {
  const { id, outletId, provider, amount, status, reason, failure, test, sequence } = payout;
  const place = { aggregate: 'payouts', aggregateId: id, sequence, outletId };
  const what = { id, outletId, provider, amount, payeeHint: hintOf(payout.payee), status, reason, failure };
  const data = { payout: { ...what, reference: payout.providerReference, test } };
  const type = happening === 'done' ? 'pos.payout.paid' : (`pos.payout.${happening}` as const);
  return { type, ...place, data };
}

/** The event of settings that were changed. @param after `null` when they were taken away. */
export function tenderEvent(after: TenderSetting | null, before: TenderSetting | null): TenderingEvent {
  const one = after ?? before;
  if (one === null) throw new Error('settings that never were cannot change');
  const sequence = after?.version ?? one.version + 1;
  const place = { aggregate: 'tenders', aggregateId: one.id, sequence, outletId: one.outletId };
  const data = { tender: after && tenderSnapshot(after), before: before && tenderSnapshot(before) };
  return { type: 'pos.tender.changed', ...place, data };
}

function tenderSnapshot(setting: TenderSetting): TenderSnapshot {
  const { code, outletId, name, kind, provider, surcharge, referenceRequired, minimum, maximum, refundable, active } =
    setting;
  const what = { code, outletId, name, kind, provider, surcharge };
  return { ...what, referenceRequired, minimum, maximum, refundable, active };
}
