import type { Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { Intent } from './intent.js';
import type { Entry, Member } from './membership.js';
import type { Programme } from './programme.js';

/** A member as JSON shows it. */
export interface MemberSnapshot {
  readonly id: string;
  readonly customerId: string;
  readonly status: 'active' | 'closed';
  readonly groups: readonly string[];
  readonly entitlements: readonly string[];
  /** Points. */
  readonly balance: number;
  /** @format date-time */
  readonly enrolledAt: string;
  readonly version: number;
}

/** A movement of points as JSON shows it. */
export interface EntrySnapshot {
  readonly id: string;
  readonly kind: 'earn' | 'earn_reversal' | 'burn' | 'burn_reversal' | 'adjust';
  /** Signed. */
  readonly points: number;
  /** After it. */
  readonly balance: number;
  readonly orderId: string | null;
  readonly reason: string | null;
  /** @format date-time */
  readonly at: string;
}

/** What could be seen of a member before a change. */
export interface MemberBefore {
  readonly status: 'active' | 'closed';
  readonly groups: readonly string[];
  readonly entitlements: readonly string[];
}

/** A movement that the ledger of a sibling did not make, as JSON shows it. */
export interface FailedMovementSnapshot {
  readonly id: string;
  readonly kind: 'earn' | 'earn_reversal' | 'burn' | 'burn_reversal' | 'enrol';
  readonly customerId: string;
  readonly orderId: string | null;
  readonly paymentId: string | null;
  readonly amount: Money | null;
  /** Not signed; null when the ledger was to say how many. */
  readonly points: number | null;
  /** The ledger's name of the burn whose points did not come back. */
  readonly reference: string | null;
  /** Why: the ledger's word, or what came instead of an answer. */
  readonly error: string;
  /** @isInt */
  readonly tries: number;
  /** @format date-time */
  readonly createdAt: string;
}

/** The data of the loyalty programme's events by their types. */
export interface LoyaltyEvents {
  /** A customer takes part from now on. */
  'pos.loyalty.enrolled': { readonly member: MemberSnapshot };
  /** Groups, entitlements or state of a member were changed. */
  'pos.loyalty.member_changed': { readonly member: MemberSnapshot; readonly before: MemberBefore };
  /** Points were earned, spent, given or taken. */
  'pos.loyalty.points_moved': { readonly member: MemberSnapshot; readonly entry: EntrySnapshot };
  /** The rules of earning and spending were set. */
  'pos.loyalty.programme_changed': { readonly programme: Programme; readonly before: Programme | null };
  /** The ledger of a sibling service refused a movement that is owed, or did not answer for days: somebody has to see to it. */
  'pos.loyalty.movement_failed': { readonly movement: FailedMovementSnapshot };
}

export type LoyaltyEvent = {
  [Type in keyof LoyaltyEvents]: DomainEvent<Type, LoyaltyEvents[Type]>;
}[keyof LoyaltyEvents];

interface Details {
  readonly 'pos.loyalty.enrolled': object;
  readonly 'pos.loyalty.member_changed': { readonly before: MemberBefore };
  readonly 'pos.loyalty.points_moved': { readonly entry: Entry };
}

/** The event of a member's change, placed in the member's own history by its version. */
export function memberEvent<Type extends keyof Details>(
  type: Type,
  member: Member,
  details: Details[Type],
): LoyaltyEvent {
  const told = 'entry' in details ? { entry: entrySnapshot(details.entry) } : details;
  return {
    type,
    aggregate: 'loyalty_members',
    aggregateId: member.id,
    sequence: member.version,
    outletId: null,
    data: { member: memberSnapshot(member), ...told },
  } as LoyaltyEvent;
}

/** The event of the programme's change. @param tenantId the programme is the business's one and only. */
export function programmeChanged(tenantId: string, programme: Programme, before: Programme | null): LoyaltyEvent {
  return {
    type: 'pos.loyalty.programme_changed',
    aggregate: 'loyalty_programmes',
    aggregateId: tenantId,
    sequence: programme.version,
    outletId: null,
    data: { programme, before },
  };
}

/** A member as JSON shows it. */
export function memberSnapshot({
  id,
  customerId,
  status,
  groups,
  entitlements,
  balance,
  enrolledAt,
  version,
}: Member): MemberSnapshot {
  return { id, customerId, status, groups, entitlements, balance, enrolledAt: enrolledAt.toISOString(), version };
}

/** A movement as JSON shows it. */
export function entrySnapshot({ id, kind, points, balance, orderId, reason, at }: Entry): EntrySnapshot {
  return { id, kind, points, balance, orderId, reason, at: at.toISOString() };
}

/** The event of a movement that was given up. It is the only one of its intent. */
export function movementFailed(intent: Intent): LoyaltyEvent {
  const { id, kind, customerId, orderId, paymentId, amount, points, reference, error, tries, createdAt } = intent;
  const movement: FailedMovementSnapshot = {
    ...{ id, kind, customerId, orderId, paymentId, amount, points, reference, tries },
    ...{ error: error ?? 'unknown', createdAt: createdAt.toISOString() },
  };
  return {
    type: 'pos.loyalty.movement_failed',
    aggregate: 'loyalty_intents',
    aggregateId: id,
    sequence: 1,
    outletId: null,
    data: { movement },
  };
}
