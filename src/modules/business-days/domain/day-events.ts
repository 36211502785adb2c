import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { DayPolicy } from './day-policy.js';
import type { ReportScopeName, ZReportId } from './report-scope.js';
import type { ZReport } from './z-report.js';

/** A Z report in brief; `GET /z-reports/{id}` has all of it. */
export interface ReportSummary {
  readonly id: ZReportId;
  readonly scope: ReportScopeName;
  readonly number: number;
  /** @format date */
  readonly businessDate: string;
  readonly outletId: OutletId;
  readonly drawerId: string | null;
  readonly sessionId: string | null;
  /** SHA-256 of the content. */
  readonly hash: string;
  /** How many things were odd. */
  readonly exceptions: number;
  readonly figures: SummaryFigures;
}

/** The figures that matter most. */
export interface SummaryFigures {
  readonly orders: number;
  readonly gross: Money;
  readonly net: Money;
  readonly tax: Money;
  readonly tips: Money;
  readonly total: Money;
  readonly received: Money;
  readonly refunded: Money;
  readonly grandTotal: Money;
}

/** A policy as JSON shows it. `closure`: `off`, `automatic` or `required`. */
export interface PolicySnapshot {
  readonly outletId: OutletId;
  readonly closure: string;
  readonly graceMinutes: number;
  readonly version: number;
}

/** The data of business days' events by their types. */
export interface DayEvents {
  /** A Z report was made. It never changes. */
  'pos.report.generated': { readonly report: ReportSummary };
  /** A business day was closed: what is recorded for it from now on is late. */
  'pos.day.closed': {
    readonly outletId: OutletId;
    /** @format date */
    readonly businessDate: string;
    readonly zReportId: ZReportId;
    readonly number: number;
    /** Why, where somebody said so. */
    readonly reason: string | null;
    readonly exceptions: number;
  };
  /** A setting of an outlet's days was changed. */
  'pos.day_policy.changed': { readonly policy: PolicySnapshot; readonly before: PolicySnapshot };
  /** The law wants a day closed that is not: sales of later days are refused until it is. */
  'pos.report.closure_due': {
    readonly outletId: OutletId;
    /** @format date */
    readonly businessDate: string;
  };
}

export type DayEvent = { [Type in keyof DayEvents]: DomainEvent<Type, DayEvents[Type]> }[keyof DayEvents];

/** Tells that a report was made; a report has this one event. */
export function reportGenerated(report: ZReport): DayEvent {
  const { id, outletId } = report.content;
  return {
    type: 'pos.report.generated',
    aggregate: 'z_reports',
    aggregateId: id,
    sequence: 1,
    outletId,
    data: { report: summaryOf(report) },
  };
}

/** Tells that a day was closed. The days of an outlet are one history, counted as their reports are. */
export function dayClosed({ content }: ZReport): DayEvent {
  const { id, outletId, businessDate, number, reason, exceptions } = content;
  return {
    type: 'pos.day.closed',
    aggregate: 'business_days',
    aggregateId: outletId,
    sequence: number,
    outletId,
    data: { outletId, businessDate, zReportId: id, number, reason, exceptions: exceptions.length },
  };
}

/** Tells that a policy was changed. @param policy already numbered. */
export function policyChanged(policy: DayPolicy, before: DayPolicy): DayEvent {
  const { outletId, eventSequence } = policy;
  return {
    type: 'pos.day_policy.changed',
    aggregate: 'day_policies',
    aggregateId: outletId,
    sequence: eventSequence,
    outletId,
    data: { policy: policySnapshot(policy), before: policySnapshot(before) },
  };
}

/** Tells that a day should have been closed. @param policy already numbered. */
export function closureDue({ outletId, eventSequence }: DayPolicy, businessDate: string): DayEvent {
  return {
    type: 'pos.report.closure_due',
    aggregate: 'day_policies',
    aggregateId: outletId,
    sequence: eventSequence,
    outletId,
    data: { outletId, businessDate },
  };
}

/** A report in brief. */
export function summaryOf({ content, hash }: ZReport): ReportSummary {
  const { id, scope, number, businessDate, outletId, drawerId, sessionId, figures, grandTotal, exceptions } = content;
  const { sales, orders, bridge } = figures;
  return {
    ...{ id, scope, number, businessDate, outletId, drawerId, sessionId, hash, exceptions: exceptions.length },
    figures: {
      orders: orders.count,
      gross: sales.gross,
      net: sales.net,
      tax: sales.tax,
      tips: sales.tips,
      total: sales.total,
      received: bridge.received,
      refunded: bridge.refunded,
      grandTotal,
    },
  };
}

function policySnapshot({ outletId, closure, graceMinutes, version }: DayPolicy): PolicySnapshot {
  return { outletId, closure, graceMinutes, version };
}
