import type { OutletId } from '../../../kernel/ids.js';
import { money, type Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { Difference } from './difference.js';
import type { Settlement, SettlementId } from './settlement.js';

/** A batch as events show it. */
export interface SettlementSnapshot {
  readonly id: SettlementId;
  readonly provider: string;
  readonly reference: string;
  /** Null: of the business as a whole. */
  readonly outletId: OutletId | null;
  /** @format date-time */
  readonly periodFrom: string;
  /** @format date-time */
  readonly periodTo: string;
  readonly net: Money;
  readonly fees: Money;
  /** @asType integer */
  readonly lines: number;
  /** @asType integer */
  readonly matched: number;
  /** @asType integer */
  readonly differing: number;
  /** @asType integer */
  readonly version: number;
}

/** A difference as events show it. Amounts are signed: what comes in is positive. */
export interface SettlementDifferenceSnapshot {
  readonly id: string;
  readonly settlementId: SettlementId;
  readonly kind: string;
  readonly paymentReference: string | null;
  readonly paymentId: string | null;
  readonly expected: Money;
  readonly found: Money;
  readonly status: string;
  /** Why there is a difference, as somebody explained it. */
  readonly reason: string | null;
}

/** What a decision about a difference tells. */
export interface SettlementDifferenceDecision {
  readonly difference: SettlementDifferenceSnapshot;
  readonly before: { readonly status: string; readonly reason: string | null };
}

/** The data of the events of settlements by their types. */
export interface SettlementEvents {
  /** A provider told what it pays out. */
  'pos.settlement.received': { readonly settlement: SettlementSnapshot };
  /** Not all of it is as known here. The list may be cut after a hundred; the count is not. */
  'pos.settlement.differences_found': {
    readonly settlement: SettlementSnapshot;
    readonly differences: readonly SettlementDifferenceSnapshot[];
    /** @asType integer */
    readonly count: number;
  };
  /** Somebody explained a difference. */
  'pos.settlement.difference_explained': SettlementDifferenceDecision;
  /** Somebody took an explanation back. */
  'pos.settlement.difference_reopened': SettlementDifferenceDecision;
}

export type SettlementEvent = {
  [Type in keyof SettlementEvents]: DomainEvent<Type, SettlementEvents[Type]>;
}[keyof SettlementEvents];

const SHOWN_MAX = 100;

/** The event of a batch that came in. */
export function receivedEvent(settlement: Settlement): SettlementEvent {
  return { type: 'pos.settlement.received', ...placeOf(settlement), data: { settlement: snapshotOf(settlement) } };
}

/** The event of differences that are new. */
export function differencesEvent(settlement: Settlement, differences: readonly Difference[]): SettlementEvent {
  const shown = differences.slice(0, SHOWN_MAX).map(differenceSnapshot);
  const data = { settlement: snapshotOf(settlement), differences: shown, count: differences.length };
  return { type: 'pos.settlement.differences_found', ...placeOf(settlement), data };
}

/** The event of what somebody decided about a difference. */
export function decisionEvent(settlement: Settlement, after: Difference, before: Difference): SettlementEvent {
  const type =
    after.status === 'explained' ? 'pos.settlement.difference_explained' : 'pos.settlement.difference_reopened';
  const { status, reason } = before;
  return { type, ...placeOf(settlement), data: { difference: differenceSnapshot(after), before: { status, reason } } };
}

function placeOf({ id, eventSequence, outletId }: Settlement) {
  return { aggregate: 'settlements', aggregateId: id, sequence: eventSequence, outletId };
}

function snapshotOf(settlement: Settlement): SettlementSnapshot {
  const {
    id,
    provider,
    reference,
    outletId,
    net,
    currency,
    fees,
    lineCount: lines,
    matched,
    differing,
    version,
  } = settlement;
  return {
    ...{ id, provider, reference, outletId, net, lines, matched, differing, version },
    periodFrom: settlement.periodFrom.toISOString(),
    periodTo: settlement.periodTo.toISOString(),
    fees: money(fees, currency),
  };
}

function differenceSnapshot(difference: Difference): SettlementDifferenceSnapshot {
  const { id, settlementId, kind, paymentReference, paymentId, expected, found, currency, status, reason } = difference;
  const about = { id, settlementId, kind, paymentReference, paymentId, status, reason };
  return { ...about, expected: money(expected, currency), found: money(found, currency) };
}
