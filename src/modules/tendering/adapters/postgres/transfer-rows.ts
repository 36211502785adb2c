import type { Id, OutletId } from '../../../../kernel/ids.js';
import type {
  PayoutId,
  PayoutTransfer,
  ProviderRefundId,
  RefundTransfer,
  Transfer,
  TransferKind,
  TransferStatus,
} from '../../domain/transfer.js';

/** What `provider_refunds` and `payouts` have in common. */
export interface TransferRow {
  id: string;
  outlet_id: string | null;
  provider: string;
  amount: number;
  currency: string;
  reason: string;
  status: TransferStatus;
  attempt: number;
  provider_reference: string | null;
  failure: string | null;
  tries: number;
  next_try_at: Date | null;
  created_at: Date;
  asked_at: Date | null;
  settled_at: Date | null;
  created_by: string;
  settled_by: string | null;
  settled_reason: string | null;
  test: boolean;
  version: number;
  event_sequence: number;
}

export interface RefundRow extends TransferRow {
  payment_id: string | null;
  order_id: string | null;
  refund_id: string;
  charge_key: string;
  charge_reference: string | null;
}

export interface PayoutRow extends TransferRow {
  payee: string;
}

export const CHANGING = [
  'status',
  'attempt',
  'provider_reference',
  'failure',
  'tries',
  'next_try_at',
  'asked_at',
  'settled_at',
  'settled_by',
  'settled_reason',
  'version',
  'event_sequence',
] as const satisfies readonly (keyof TransferRow)[];

const BASE = [
  'id',
  'outlet_id',
  'provider',
  'amount',
  'currency',
  'reason',
  'created_at',
  'created_by',
  'test',
  ...CHANGING,
] as const satisfies readonly (keyof TransferRow)[];
export const REFUND_COLUMNS = [
  ...BASE,
  'payment_id',
  'order_id',
  'refund_id',
  'charge_key',
  'charge_reference',
] as const;
export const PAYOUT_COLUMNS = [...BASE, 'payee'] as const;

export const TABLES: Readonly<Record<TransferKind, { readonly name: string; readonly columns: readonly string[] }>> = {
  refund: { name: 'provider_refunds', columns: REFUND_COLUMNS },
  payout: { name: 'payouts', columns: PAYOUT_COLUMNS },
};

/** The refund that a row tells of. */
export function toRefund(row: RefundRow): RefundTransfer {
  return {
    ...baseOf(row),
    kind: 'refund',
    id: row.id as ProviderRefundId,
    paymentId: row.payment_id as Id<'payment'> | null,
    orderId: row.order_id as Id<'order'> | null,
    ...{ refundId: row.refund_id, chargeKey: row.charge_key, chargeReference: row.charge_reference },
  };
}

/** The payout that a row tells of. */
export function toPayout(row: PayoutRow): PayoutTransfer {
  return { ...baseOf(row), kind: 'payout', id: row.id as PayoutId, payee: row.payee };
}

/** The columns of a refund or payout. */
export function fromTransfer(transfer: Transfer): Record<string, unknown> {
  const { amount, failure } = transfer;
  const base: TransferRow = {
    ...{ id: transfer.id, outlet_id: transfer.outletId, provider: transfer.provider, ...amount },
    ...{ reason: transfer.reason, status: transfer.status, attempt: transfer.attempt },
    ...{ provider_reference: transfer.providerReference, failure: failure?.slice(0, WORD_MAX) ?? null },
    ...{ tries: transfer.tries, next_try_at: transfer.nextTryAt, created_at: transfer.createdAt },
    ...{ asked_at: transfer.askedAt, settled_at: transfer.settledAt, created_by: transfer.createdBy },
    ...{ settled_by: transfer.settledBy, settled_reason: transfer.settledReason, test: transfer.test },
    ...{ version: transfer.version, event_sequence: transfer.sequence },
  };
  if (transfer.kind === 'payout') return { ...base, payee: transfer.payee };
  const { paymentId, orderId, refundId, chargeKey, chargeReference } = transfer;
  const of = { payment_id: paymentId, order_id: orderId, refund_id: refundId };
  return { ...base, ...of, charge_key: chargeKey, charge_reference: chargeReference };
}

const WORD_MAX = 500;

function baseOf(row: TransferRow) {
  return {
    outletId: row.outlet_id as OutletId | null,
    ...{ provider: row.provider, amount: { amount: row.amount, currency: row.currency }, reason: row.reason },
    ...{ status: row.status, attempt: row.attempt, providerReference: row.provider_reference, failure: row.failure },
    ...{ tries: row.tries, nextTryAt: row.next_try_at, createdAt: row.created_at, askedAt: row.asked_at },
    ...{ settledAt: row.settled_at, createdBy: row.created_by, settledBy: row.settled_by },
    ...{ settledReason: row.settled_reason, test: row.test, version: row.version, sequence: row.event_sequence },
  };
}
