import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Delivery } from './delivery.js';

export type NoticeId = Id<'notice'>;
export type Severity = 'info' | 'warning' | 'critical';
export type NoticeRefusal = 'notice_not_found' | 'notice_already_acknowledged' | 'notice_not_acknowledged';

/** @asType integer */
export type NoticeCount = number;

/** The facts of a notice: amounts, ids and words. Nothing that people typed, and nothing about people. */
export interface NoticeParams {
  readonly amount: Money | null;
  readonly orderId: string | null;
  readonly paymentId: string | null;
  readonly drawerSessionId: string | null;
  /** A word: `mpesa`, `treasury`. */
  readonly provider: string | null;
  readonly tender: string | null;
  /** A word: `order_settled`. */
  readonly reason: string | null;
  /** @format date */
  readonly businessDate: string | null;
  /** How many, where there are several. */
  readonly count: NoticeCount | null;
}

interface NoticeBase {
  readonly id: NoticeId;
  /** The event that it comes from: one notice each. */
  readonly eventId: string;
  /** A word: `payment_unallocated`. */
  readonly kind: string;
  readonly severity: Severity;
  /** Null for what concerns the business as a whole. */
  readonly outletId: OutletId | null;
  /** What it is about, as events name it: `payments/0197…`. */
  readonly subject: string;
  readonly params: NoticeParams;
  readonly occurredAt: Date;
  readonly raisedAt: Date;
  readonly delivery: Delivery;
  readonly version: number;
  readonly eventSequence: number;
}

export interface OpenNotice extends NoticeBase {
  readonly status: 'open';
}
export interface AcknowledgedNotice extends NoticeBase {
  readonly status: 'acknowledged';
  readonly acknowledgedBy: string;
  readonly acknowledgedAt: Date;
  readonly note: string | null;
}
export type Notice = OpenNotice | AcknowledgedNotice;
