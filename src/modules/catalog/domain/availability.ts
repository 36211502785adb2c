import { DECIMAL_ZERO, formatDecimal, type Decimal } from '../../../kernel/decimal.js';
import type { Decision } from '../../../kernel/decision.js';
import type { Id, OutletId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import { problemOfText } from './item-problems.js';

export type AvailabilityId = Id<'availability'>;

/** Whether an outlet has an item, and how many of it. */
export interface Availability {
  readonly id: AvailabilityId;
  readonly outletId: OutletId;
  readonly sku: string;
  /** False: the outlet is out of it ("86"). */
  readonly available: boolean;
  readonly reason: string | null;
  /** When it is there again by itself. */
  readonly until: Date | null;
  /** How many are left; `null` is not counted. */
  readonly remaining: Decimal | null;
  /** Id of the key or person. */
  readonly changedBy: string;
  readonly changedAt: Date;
  readonly version: number;
}

/** What can be said of it. */
export interface AvailabilityDraft {
  readonly available: boolean;
  readonly reason: string | null;
  readonly until: Date | null;
  readonly remaining: Decimal | null;
}

export type AvailabilityRefusal = 'availability_invalid' | 'item_not_available' | 'item_sold_out';

/** Whether an outlet has an item, as events and screens show it. */
export interface AvailabilitySnapshot {
  readonly id: AvailabilityId;
  readonly outletId: OutletId;
  readonly sku: string;
  /** Whether it can be sold: not taken off, and not counted down to nothing. */
  readonly available: boolean;
  /** Counted down to nothing. */
  readonly soldOut: boolean;
  readonly reason: string | null;
  /**
   * When it is there again by itself; no event tells of that moment.
   * @format date-time
   */
  readonly until: string | null;
  /** How many are left; null is not counted. */
  readonly remaining: string | null;
  /** Id of the key or person that changed it last; sales that take from the count leave it alone. */
  readonly changedBy: string;
  /** @format date-time */
  readonly changedAt: string;
  readonly version: number;
}

/** The data of the events of availability. */
export interface AvailabilityEvents {
  /** An outlet has an item no more, or again: it was taken off or put back, or its count went to or from nothing. */
  'pos.catalog.availability_changed': {
    readonly availability: AvailabilitySnapshot;
    /** As it was before; null when nothing had been said of the item at this outlet. */
    readonly before: AvailabilitySnapshot | null;
  };
}

export type AvailabilityEvent = DomainEvent<
  'pos.catalog.availability_changed',
  AvailabilityEvents['pos.catalog.availability_changed']
>;

const REASON_MAX = 200;

/** Whose availability it is, and who says so when. */
export interface AvailabilityPlace {
  readonly id: AvailabilityId;
  readonly outletId: OutletId;
  readonly sku: string;
}

/**
 * Says whether an outlet has an item, all of it at once. What changes nothing leaves the version alone.
 * @throws Refusal `version_mismatch`, `availability_invalid`.
 */
export function sayAvailability(
  before: Availability | undefined,
  place: AvailabilityPlace,
  draft: AvailabilityDraft,
  { by, at, expectedVersion }: { readonly by: string; readonly at: Date; readonly expectedVersion?: number },
): Decision<Availability, AvailabilityEvent> {
  const currentVersion = before?.version ?? 0;
  if (expectedVersion !== undefined && expectedVersion !== currentVersion)
    throw new Refusal('version_mismatch', { currentVersion });
  const fields = problemsOf(draft, at);
  if (fields.length > 0) throw new Refusal<AvailabilityRefusal>('availability_invalid', {}, fields);
  if (before !== undefined && isSame(before, draft)) return { state: before, events: [] };
  const state: Availability = {
    ...(before ?? place),
    ...draft,
    changedBy: by,
    changedAt: at,
    version: currentVersion + 1,
  };
  return { state, events: [changed(before, state)] };
}

/** Sets the count after a sale took from it, or gave back. Only when it comes to nothing, or from there, there is an event. */
export function recount(before: Availability, remaining: Decimal): Decision<Availability, AvailabilityEvent> {
  const crossed = (before.remaining === DECIMAL_ZERO) !== (remaining === DECIMAL_ZERO);
  const state = { ...before, remaining, version: before.version + (crossed ? 1 : 0) };
  return { state, events: crossed ? [changed(before, state)] : [] };
}

function problemsOf({ available, reason, until, remaining }: AvailabilityDraft, at: Date): RefusedField[] {
  const fields: RefusedField[] = [];
  const add = (pointer: string, message: string | undefined): void => {
    if (message !== undefined) fields.push({ pointer, message });
  };
  add('/reason', problemOfText(reason, REASON_MAX));
  if (until !== null && available) add('/until', 'must be left out where the item is available');
  else if (until !== null && until <= at) add('/until', 'must be in the future');
  if (remaining !== null && remaining < 0n) add('/remaining', 'must not be negative');
  return fields;
}

function isSame(before: Availability, draft: AvailabilityDraft): boolean {
  return (
    before.available === draft.available &&
    before.reason === draft.reason &&
    before.until?.getTime() === draft.until?.getTime() &&
    before.remaining === draft.remaining
  );
}

function changed(before: Availability | undefined, state: Availability): AvailabilityEvent {
  const place = { aggregate: 'availability', aggregateId: state.id, sequence: state.version, outletId: state.outletId };
  const data = {
    availability: availabilitySnapshot(state),
    before: before === undefined ? null : availabilitySnapshot(before),
  };
  return { type: 'pos.catalog.availability_changed', ...place, data };
}

/** Shows it as JSON does. */
export function availabilitySnapshot(state: Availability): AvailabilitySnapshot {
  const { id, outletId, sku, available, reason, until, remaining, changedBy, changedAt, version } = state;
  const soldOut = remaining === DECIMAL_ZERO;
  return {
    id,
    outletId,
    sku,
    available: available && !soldOut,
    soldOut,
    reason,
    until: until?.toISOString() ?? null,
    remaining: remaining === null ? null : formatDecimal(remaining),
    changedBy,
    changedAt: changedAt.toISOString(),
    version,
  };
}
