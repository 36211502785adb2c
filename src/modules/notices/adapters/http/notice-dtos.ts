import { moneyDto, type MoneyDto, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { Notice } from '../../domain/notice.js';

export type NoticeStatus = 'open' | 'acknowledged';
export type NoticeSeverity = 'info' | 'warning' | 'critical';
/** `none`: it is listed only; `failed`: it was refused, or three days were not enough. */
export type NoticeSendStatus = 'none' | 'pending' | 'sent' | 'failed';

/**
 * A word, such as `payment_unallocated`.
 * @pattern ^[a-z][a-z0-9_]{0,59}$ must be a word of small letters, digits and _
 * @example "payment_unallocated"
 */
export type NoticeKind = string;

/** The facts: null where there is none. */
export interface NoticeParamsResponse {
  amount: MoneyDto | null;
  orderId: string | null;
  paymentId: string | null;
  drawerSessionId: string | null;
  provider: string | null;
  tender: string | null;
  reason: string | null;
  businessDate: string | null;
  /**
   * How many, where there are several.
   * @isInt
   */
  count: number | null;
}

/** Something that calls for a person. */
export interface NoticeResponse {
  id: Uuid;
  kind: string;
  severity: NoticeSeverity;
  status: NoticeStatus;
  /** Null for what concerns the business as a whole. */
  outletId: Uuid | null;
  /** What it is about, as events name it. */
  subject: string;
  params: NoticeParamsResponse;
  /** The event that it comes from. */
  eventId: string;
  occurredAt: Timestamp;
  raisedAt: Timestamp;
  acknowledgedBy: string | null;
  acknowledgedAt: Timestamp | null;
  note: string | null;
  sendStatus: NoticeSendStatus;
  sentAt: Timestamp | null;
  /** @isInt */
  version: number;
}

export interface AcknowledgeNoticeRequest {
  /**
   * What was done about it.
   * @minLength 1
   * @maxLength 500
   * @example "the bank was called"
   */
  note?: string | null;
}

/** Shows a notice. */
export function toNoticeResponse(notice: Notice): NoticeResponse {
  const { id, kind, severity, status, outletId, subject, params, eventId, delivery, version } = notice;
  const seen = notice.status === 'acknowledged' ? notice : undefined;
  return {
    ...{ id, kind, severity, status, outletId, subject },
    params: { ...params, amount: params.amount && moneyDto(params.amount) },
    ...{ eventId, occurredAt: notice.occurredAt.toISOString(), raisedAt: notice.raisedAt.toISOString() },
    ...{ acknowledgedBy: seen?.acknowledgedBy ?? null, note: seen?.note ?? null },
    acknowledgedAt: seen?.acknowledgedAt.toISOString() ?? null,
    ...{ sendStatus: delivery.state, sentAt: delivery.state === 'sent' ? delivery.sentAt.toISOString() : null },
    version,
  };
}
