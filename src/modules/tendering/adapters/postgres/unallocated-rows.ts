import type { Id, OutletId } from '../../../../kernel/ids.js';
import type { Unallocated, UnallocatedId, UnallocatedStatus } from '../../domain/unallocated.js';

/** A row of `unallocated_payments`. */
export interface UnallocatedRow {
  id: string;
  provider: string;
  tender: string | null;
  payment_id: string | null;
  order_id: string | null;
  outlet_id: string | null;
  amount: number;
  currency: string;
  reason: string;
  provider_reference: string;
  payer_hint: string | null;
  arrived_at: Date;
  test: boolean;
  status: UnallocatedStatus;
  resolved_by: string | null;
  resolved_at: Date | null;
  resolved_reason: string | null;
  approved_by: string | null;
  allocated_order_id: string | null;
  became: string | null;
  version: number;
}

export const CHANGING = [
  'status',
  'resolved_by',
  'resolved_at',
  'resolved_reason',
  'approved_by',
  'allocated_order_id',
  'became',
  'version',
] as const satisfies readonly (keyof UnallocatedRow)[];

export const UNALLOCATED_COLUMNS = [
  'id',
  'provider',
  'tender',
  'payment_id',
  'order_id',
  'outlet_id',
  'amount',
  'currency',
  'reason',
  'provider_reference',
  'payer_hint',
  'arrived_at',
  'test',
  ...CHANGING,
] as const satisfies readonly (keyof UnallocatedRow)[];

/** The money that a row tells of. */
export function toUnallocated(row: UnallocatedRow): Unallocated {
  return {
    id: row.id as UnallocatedId,
    ...{ provider: row.provider, tender: row.tender, paymentId: row.payment_id as Id<'payment'> | null },
    ...{ orderId: row.order_id as Id<'order'> | null, outletId: row.outlet_id as OutletId | null },
    ...{ amount: { amount: row.amount, currency: row.currency }, reason: row.reason },
    ...{ providerReference: row.provider_reference, payerHint: row.payer_hint, arrivedAt: row.arrived_at },
    ...{ test: row.test, status: row.status, resolvedBy: row.resolved_by, resolvedAt: row.resolved_at },
    ...{ resolvedReason: row.resolved_reason, approvedBy: row.approved_by, became: row.became },
    ...{ allocatedOrderId: row.allocated_order_id as Id<'order'> | null, version: row.version },
  };
}

/** The columns of unallocated money. */
export function fromUnallocated(money: Unallocated): UnallocatedRow {
  return {
    ...{ id: money.id, provider: money.provider, tender: money.tender, payment_id: money.paymentId },
    ...{ order_id: money.orderId, outlet_id: money.outletId, ...money.amount, reason: money.reason },
    ...{ provider_reference: money.providerReference, payer_hint: money.payerHint, arrived_at: money.arrivedAt },
    ...{ test: money.test, status: money.status, resolved_by: money.resolvedBy, resolved_at: money.resolvedAt },
    ...{ resolved_reason: money.resolvedReason, approved_by: money.approvedBy, became: money.became },
    ...{ allocated_order_id: money.allocatedOrderId, version: money.version },
  };
}
