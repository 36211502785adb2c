import type { Id, OutletId } from '../../../../kernel/ids.js';
import type { Charge, ChargeStatus, PaymentId } from '../../domain/charge.js';
import type { Payer } from '../../domain/payer.js';

/** A row of `payment_charges`. */
export interface ChargeRow extends ChargeColumns {
  payment_id: string;
  order_id: string;
  order_number: string;
  outlet_id: string;
  tender: string;
  provider: string;
  amount: number;
  currency: string;
  source: string;
  fingerprint: string;
  complete_order: boolean;
  created_by: string;
  created_at: Date;
  test: boolean;
}

/** What changes in the life of a charge. */
interface ChargeColumns {
  payer: Payer;
  status: ChargeStatus;
  request_reference: string | null;
  provider_reference: string | null;
  reason: string | null;
  asked_at: Date | null;
  cancel_asked_at: Date | null;
  unknown_since: Date | null;
  owner: string | null;
  tries: number;
  next_try_at: Date | null;
  settled_at: Date | null;
  amount_captured: number | null;
  version: number;
  event_sequence: number;
}

export const CHANGING = [
  'payer',
  'status',
  'request_reference',
  'provider_reference',
  'reason',
  'asked_at',
  'cancel_asked_at',
  'unknown_since',
  'owner',
  'tries',
  'next_try_at',
  'settled_at',
  'amount_captured',
  'version',
  'event_sequence',
] as const satisfies readonly (keyof ChargeColumns)[];

export const CHARGE_COLUMNS = [
  'payment_id',
  'order_id',
  'order_number',
  'outlet_id',
  'tender',
  'provider',
  'amount',
  'currency',
  'source',
  'fingerprint',
  'complete_order',
  'created_by',
  'created_at',
  'test',
  ...CHANGING,
] as const satisfies readonly (keyof ChargeRow)[];

const WORD_MAX = 500;

/** The charge that a row tells of. */
export function toCharge(row: ChargeRow): Charge {
  const { currency, amount_captured: came } = row;
  return {
    paymentId: row.payment_id as PaymentId,
    orderId: row.order_id as Id<'order'>,
    orderNumber: row.order_number,
    outletId: row.outlet_id as OutletId,
    ...{ tender: row.tender, provider: row.provider, amount: { amount: row.amount, currency }, payer: row.payer },
    ...{ source: row.source, fingerprint: row.fingerprint, completeOrder: row.complete_order, status: row.status },
    ...{ requestReference: row.request_reference, providerReference: row.provider_reference, reason: row.reason },
    ...{ askedAt: row.asked_at, cancelAskedAt: row.cancel_asked_at, unknownSince: row.unknown_since },
    ...{ owner: row.owner, tries: row.tries, nextTryAt: row.next_try_at, settledAt: row.settled_at },
    amountCaptured: came === null ? null : { amount: came, currency },
    ...{ createdBy: row.created_by, createdAt: row.created_at, test: row.test },
    ...{ version: row.version, sequence: row.event_sequence },
  };
}

/** The columns of a charge. */
export function fromCharge(charge: Charge): ChargeRow {
  const { amount, amountCaptured, reason } = charge;
  return {
    ...{ payment_id: charge.paymentId, order_id: charge.orderId, order_number: charge.orderNumber },
    ...{ outlet_id: charge.outletId, tender: charge.tender, provider: charge.provider, ...amount },
    ...{ source: charge.source, fingerprint: charge.fingerprint, complete_order: charge.completeOrder },
    ...{ created_by: charge.createdBy, created_at: charge.createdAt, test: charge.test },
    ...{ payer: charge.payer, status: charge.status, request_reference: charge.requestReference },
    ...{ provider_reference: charge.providerReference, reason: reason?.slice(0, WORD_MAX) ?? null },
    ...{ asked_at: charge.askedAt, cancel_asked_at: charge.cancelAskedAt, unknown_since: charge.unknownSince },
    ...{ owner: charge.owner, tries: charge.tries, next_try_at: charge.nextTryAt, settled_at: charge.settledAt },
    amount_captured: amountCaptured?.amount ?? null,
    ...{ version: charge.version, event_sequence: charge.sequence },
  };
}
