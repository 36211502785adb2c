import type { DomainEvent } from '../../../kernel/outbox.js';
import { termsSnapshot, type PlanNumber, type TermsSnapshot } from './plan-events.js';
import type { Override, Subscription } from './subscription.js';

/** Something given or taken beside the plan, as JSON shows it. */
export interface OverrideSnapshot {
  readonly name: string;
  readonly value: boolean | PlanNumber | null;
  readonly reason: string;
  /** @format date-time */
  readonly endsAt: string | null;
}

/** Switches by their names. */
export interface FlagsSnapshot {
  readonly [flag: string]: boolean;
}

/** A licence as JSON shows it. */
export interface LicenceSnapshot {
  readonly plan: TermsSnapshot;
  readonly status: 'trial' | 'active' | 'past_due' | 'grace' | 'expired' | 'revoked' | 'cancelled';
  /** @format date-time */
  readonly since: string;
  /** @format date-time */
  readonly paidUntil: string | null;
  /** @format date-time */
  readonly graceUntil: string | null;
  /** @format date-time */
  readonly revokedAt: string | null;
  /** @format date-time */
  readonly cancelledAt: string | null;
  readonly overrides: readonly OverrideSnapshot[];
  readonly flags: FlagsSnapshot;
  readonly source: 'local' | 'remote';
  /** @asType integer */
  readonly version: number;
}

/** What was done to a licence. */
export type LicenceChange =
  'assigned' | 'extended' | 'cancelled' | 'override_set' | 'override_removed' | 'flags_set' | 'heard' | 'time_passed';

/** The data of licences' events by their types. */
export interface LicenceEvents {
  /** The licence of the business is another. */
  'pos.licence.changed': {
    readonly licence: LicenceSnapshot;
    readonly before: LicenceSnapshot | null;
    readonly change: LicenceChange;
    readonly reason: string | null;
  };
  /** No new orders are taken any more; what is open can be paid, closed and read. */
  'pos.licence.expired': { readonly licence: LicenceSnapshot; readonly before: LicenceSnapshot | null };
  /** The licence was withdrawn: devices lock at their next contact. */
  'pos.licence.revoked': {
    readonly licence: LicenceSnapshot;
    readonly before: LicenceSnapshot | null;
    readonly reason: string;
  };
  /** A licence that was withdrawn is in force again. */
  'pos.licence.restored': {
    readonly licence: LicenceSnapshot;
    readonly before: LicenceSnapshot | null;
    readonly reason: string;
  };
  /** An owner asks for another plan. */
  'pos.licence.plan_requested': {
    readonly request: { readonly id: string; readonly plan: string; readonly note: string | null };
  };
  /** The paid time ends soon. */
  'pos.subscription.renewal_due': {
    readonly licence: LicenceSnapshot;
    /** @format date-time */
    readonly dueAt: string;
    /** @asType integer */
    readonly daysLeft: number;
    readonly reason: string;
  };
  /** The paid time is over: when this comes, no new orders are taken. */
  'pos.license.renewal_due': {
    readonly licence: LicenceSnapshot;
    /** @format date-time */
    readonly dueAt: string;
    /** @asType integer */
    readonly daysLeft: number;
    readonly reason: string;
  };
}

export type LicenceEvent = {
  [Type in keyof LicenceEvents]: DomainEvent<Type, LicenceEvents[Type]>;
}[keyof LicenceEvents];

/** An event of a licence, in its own history: the sequence is the licence's, which counts it already. */
export function licenceEvent<Type extends LicenceEvent['type']>(
  type: Type,
  licence: Pick<Subscription, 'businessId' | 'eventSequence'>,
  data: LicenceEvents[Type],
): LicenceEvent {
  return {
    ...{
      type,
      aggregate: 'licences',
      aggregateId: licence.businessId,
      sequence: licence.eventSequence,
      outletId: null,
    },
    data,
  } as unknown as LicenceEvent;
}

/** A licence as JSON shows it. */
export function licenceSnapshot(licence: Subscription): LicenceSnapshot {
  const { terms, status, since, paidUntil, graceUntil, revoked, cancelled, overrides, flags, source, version } =
    licence;
  return {
    ...{ plan: termsSnapshot(terms), status, since: since.toISOString() },
    ...{ paidUntil: paidUntil?.toISOString() ?? null, graceUntil: graceUntil?.toISOString() ?? null },
    ...{ revokedAt: revoked?.at.toISOString() ?? null, cancelledAt: cancelled?.at.toISOString() ?? null },
    ...{ overrides: overrides.map(overrideSnapshot), flags: { ...flags }, source, version },
  };
}

function overrideSnapshot({ name, value, reason, endsAt }: Override): OverrideSnapshot {
  return { name, value, reason, endsAt: endsAt?.toISOString() ?? null };
}
