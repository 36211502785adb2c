import type { DomainEvent } from '../../../kernel/outbox.js';
import type { Id, OutletId } from '../../../kernel/ids.js';
import type { StaffMember } from './staff.js';

/** @maxLength 255 */
type UserSubject = string;

/** A role that somebody has, as events show it. */
export interface AssignmentSnapshot {
  readonly role: string;
  readonly outlets: readonly OutletId[] | null;
  /** Kinds of devices; more come with the service. */
  readonly deviceKinds: readonly string[] | null;
  readonly regions: readonly string[] | null;
}

/** Which person an event is of. Of their names only the one that screens show. */
export interface StaffReference {
  readonly id: Id<'person'>;
  readonly staffNumber: string;
  readonly displayName: string;
  /** Subject in the auth service. */
  readonly userId: UserSubject | null;
  /** @asType integer */
  readonly version: number;
}

/** A person as events show them. */
export interface StaffSnapshot extends StaffReference {
  readonly status: 'active' | 'disabled';
  readonly assignments: readonly AssignmentSnapshot[];
}

/** Parts of a person's record that can change. */
export type StaffField =
  'staffNumber' | 'displayName' | 'firstName' | 'lastName' | 'email' | 'phone' | 'locale' | 'note' | 'userId';

/** A badge as events show it; never what is on it. */
export interface BadgeSnapshot {
  readonly id: string;
  readonly label: string;
}

/** The data of the events of staff by their types. */
export interface StaffEvents {
  /** Somebody works for the business now. */
  'pos.staff.created': { readonly staff: StaffSnapshot };
  /** What is written down about somebody was changed: which parts, and of those that may be told what stood there. */
  'pos.staff.changed': {
    readonly staff: StaffSnapshot;
    readonly changed: readonly StaffField[];
    readonly before: Pick<StaffReference, 'staffNumber' | 'displayName' | 'userId'>;
  };
  /** Somebody works here no more: their sessions end, and their tokens are refused. */
  'pos.staff.disabled': { readonly staff: StaffSnapshot; readonly reason: string };
  /** Somebody works here again. */
  'pos.staff.enabled': { readonly staff: StaffSnapshot; readonly reason: string };
  /** What somebody may do where was changed: at once. */
  'pos.staff.rights_changed': {
    readonly staff: StaffSnapshot;
    readonly before: { readonly assignments: readonly AssignmentSnapshot[] };
    readonly reason: string;
  };
  /** An administrator gave somebody another PIN, to be changed at the next sign-in. */
  'pos.staff.pin_reset': { readonly staff: StaffReference; readonly reason: string };
  /** Somebody chose another PIN. */
  'pos.staff.pin_changed': { readonly staff: StaffReference };
  /** Somebody was given a badge. */
  'pos.staff.badge_added': { readonly staff: StaffReference; readonly badge: BadgeSnapshot };
  /** A badge opens nothing any more. */
  'pos.staff.badge_removed': {
    readonly staff: StaffReference;
    readonly badge: BadgeSnapshot;
    readonly reason: string;
  };
}

export type StaffEvent = { [Type in keyof StaffEvents]: DomainEvent<Type, StaffEvents[Type]> }[keyof StaffEvents];

/** Which person an event is of. */
export function referenceTo({ id, staffNumber, displayName, userId, version }: StaffMember): StaffReference {
  return { id, staffNumber, displayName, userId, version };
}

/** The person as events show them. */
export function snapshotOf(person: StaffMember): StaffSnapshot {
  const { status, assignments } = person;
  return { ...referenceTo(person), status, assignments: assignments.map((assignment) => ({ ...assignment })) };
}

/** An event of a person. @param person as they are after it; their version is its sequence. */
export function staffEvent<Type extends keyof StaffEvents>(
  type: Type,
  person: StaffMember,
  data: StaffEvents[Type],
): DomainEvent<Type, StaffEvents[Type]> {
  return { type, aggregate: 'staff', aggregateId: person.id, sequence: person.version, outletId: null, data };
}
