import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { TenderingRefusal } from './tendering-refusal.js';

export type UnallocatedId = Id<'unallocated-payment'>;

export const UNALLOCATED_STATUSES = ['open', 'allocated', 'refunded', 'written_off'] as const;
export type UnallocatedStatus = (typeof UNALLOCATED_STATUSES)[number];

/** Money that came and that no order took: nobody has lost it, somebody must say whose it is. */
export interface Unallocated {
  readonly id: UnallocatedId;
  readonly provider: string;
  readonly tender: string | null;
  /** The charge that it came for; `null`: for none of ours. */
  readonly paymentId: Id<'payment'> | null;
  readonly orderId: Id<'order'> | null;
  readonly outletId: OutletId | null;
  readonly amount: Money;
  /** Why no order took it: `payment_cancelled`, `order_settled`, `exceeds_asked`, `amount_differs`, `captured_twice`, `orphan`. */
  readonly reason: string;
  readonly providerReference: string;
  readonly payerHint: string | null;
  readonly arrivedAt: Date;
  readonly test: boolean;
  readonly status: UnallocatedStatus;
  readonly resolvedBy: string | null;
  readonly resolvedAt: Date | null;
  readonly resolvedReason: string | null;
  readonly approvedBy: string | null;
  readonly allocatedOrderId: Id<'order'> | null;
  /** The payment that it became, or the refund that gives it back. */
  readonly became: string | null;
  /** From 1; also the sequence of its last event. */
  readonly version: number;
}

/** What a person decided about it. */
export interface Resolution {
  readonly to: Exclude<UnallocatedStatus, 'open'>;
  readonly by: string;
  readonly reason: string | null;
  readonly approvedBy: string | null;
  readonly orderId: Id<'order'> | null;
  readonly became: string | null;
}

/** Settles it. @throws Refusal `unallocated_payment_settled`. */
export function resolveUnallocated(money: Unallocated, resolution: Resolution, at: Date): Unallocated {
  const { id, status } = money;
  if (status !== 'open') throw new Refusal<TenderingRefusal>('unallocated_payment_settled', { id, status });
  const { to, by, reason, approvedBy, orderId, became } = resolution;
  const settled = { status: to, resolvedBy: by, resolvedAt: at, resolvedReason: reason, approvedBy };
  return { ...money, ...settled, allocatedOrderId: orderId, became, version: money.version + 1 };
}
