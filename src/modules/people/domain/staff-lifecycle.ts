import type { Principal } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import { isOwner, normalAssignments, type Assignment } from './assignment.js';
import type { PersonId } from './person.js';
import { isSelf } from './reach.js';
import { foldedEmail, type Badge, type StaffContent, type StaffMember, type StaffRefusal } from './staff.js';
import { referenceTo, snapshotOf, staffEvent, type StaffEvent, type StaffField } from './staff-events.js';

type Decided = Decision<StaffMember, StaffEvent>;

/** Somebody who is to work here. */
export interface StaffWish extends StaffContent {
  readonly id: PersonId;
  readonly userId: string | null;
  readonly assignments: readonly Assignment[];
}

/** Takes somebody on. What they may be given is the caller's to check. */
export function hire(wish: StaffWish, { by, at }: { readonly by: Principal; readonly at: Date }): Decided {
  const state: StaffMember = {
    ...{ ...wish, assignments: normalAssignments(wish.assignments), status: 'active', disabledAt: null },
    ...{ createdBy: `${by.kind}:${by.id}`, createdAt: at, updatedAt: at, version: 1 },
  };
  return { state, events: [staffEvent('pos.staff.created', state, { staff: snapshotOf(state) })] };
}

export type StaffChanges = Partial<StaffContent & { readonly userId: string | null }>;

const FIELDS: readonly StaffField[] = [
  ...(['staffNumber', 'displayName', 'firstName', 'lastName', 'email', 'phone', 'locale', 'note', 'userId'] as const),
];

/** Changes what is written down about somebody, working here or not; members that are left out stay. No events where nothing changes. */
export function changeStaff(person: StaffMember, changes: StaffChanges, at: Date): Decided {
  const changed = FIELDS.filter((field) => changes[field] !== undefined && changes[field] !== person[field]);
  if (changed.length === 0) return { state: person, events: [] };
  const state = { ...person, ...pick(changes, changed), updatedAt: at, version: person.version + 1 };
  const { staffNumber, displayName, userId } = person;
  const data = { staff: snapshotOf(state), changed, before: { staffNumber, displayName, userId } };
  return { state, events: [staffEvent('pos.staff.changed', state, data)] };
}

/** Who acts, when and why. `otherOwners`: how many others who work here may do everything. */
export interface StaffDecision {
  readonly by: Principal;
  readonly at: Date;
  readonly reason: string;
  readonly otherOwners: number;
  readonly ofPlatform: boolean;
}

/**
 * Ends somebody's work here. The auth service, whose users may be gone, can do so with the last owner, too.
 * @throws Refusal `person_disabled`, `own_person`, `last_owner`.
 */
export function disableStaff(person: StaffMember, decision: StaffDecision): Decided {
  const { by, at, reason, otherOwners, ofPlatform } = decision;
  if (person.status === 'disabled') throw refusal('person_disabled', person);
  if (isSelf(by, person)) throw refusal('own_person', person);
  const isLast = otherOwners === 0 && isOwner(person.assignments, ofPlatform);
  if (isLast && by.kind !== 'system') throw refusal('last_owner', person);
  const state: StaffMember = { ...next(person, at), status: 'disabled', disabledAt: at };
  return { state, events: [staffEvent('pos.staff.disabled', state, { staff: snapshotOf(state), reason })] };
}

/** Lets somebody work here again, by the roles that they had. @throws Refusal `person_active`. */
export function enableStaff(person: StaffMember, { at, reason }: Pick<StaffDecision, 'at' | 'reason'>): Decided {
  if (person.status === 'active') throw refusal('person_active', person);
  const state: StaffMember = { ...next(person, at), status: 'active', disabledAt: null };
  return { state, events: [staffEvent('pos.staff.enabled', state, { staff: snapshotOf(state), reason })] };
}

/**
 * Gives somebody these roles instead of those that they have. No events where these are the same.
 * @throws Refusal `own_person`, `last_owner`.
 */
export function assignRoles(person: StaffMember, wish: readonly Assignment[], decision: StaffDecision): Decided {
  const { by, at, reason, otherOwners, ofPlatform } = decision;
  const assignments = normalAssignments(wish);
  if (JSON.stringify(assignments) === JSON.stringify(normalAssignments(person.assignments)))
    return { state: person, events: [] };
  if (isSelf(by, person)) throw refusal('own_person', person);
  const isDemoted = isOwner(person.assignments, ofPlatform) && !isOwner(assignments, ofPlatform);
  if (isDemoted && person.status === 'active' && otherOwners === 0) throw refusal('last_owner', person);
  const state: StaffMember = { ...next(person, at), assignments };
  const before = { assignments: snapshotOf(person).assignments };
  const data = { staff: snapshotOf(state), before, reason };
  return { state, events: [staffEvent('pos.staff.rights_changed', state, data)] };
}

/**
 * Books that an administrator has given a PIN. At a device nobody gives themselves one: who finds a till unlocked would have the
 * person's PIN from then on. @throws Refusal `person_disabled`, `own_person`.
 */
export function bookPinReset(
  person: StaffMember,
  { by, at, reason }: Omit<StaffDecision, 'otherOwners' | 'ofPlatform'>,
): Decided {
  if (person.status === 'disabled') throw refusal('person_disabled', person);
  if (isSelf(by, person) && by.deviceId !== undefined) throw refusal('own_person', person);
  const state = next(person, at);
  return { state, events: [staffEvent('pos.staff.pin_reset', state, { staff: referenceTo(state), reason })] };
}

/** Books that somebody has chosen another PIN. @throws Refusal `person_disabled`. */
export function bookPinChange(person: StaffMember, at: Date): Decided {
  if (person.status === 'disabled') throw refusal('person_disabled', person);
  const state = next(person, at);
  return { state, events: [staffEvent('pos.staff.pin_changed', state, { staff: referenceTo(state) })] };
}

/** Books a badge. @throws Refusal `person_disabled`. */
export function bookBadge(person: StaffMember, { id, label }: Pick<Badge, 'id' | 'label'>, at: Date): Decided {
  if (person.status === 'disabled') throw refusal('person_disabled', person);
  const state = next(person, at);
  const data = { staff: referenceTo(state), badge: { id, label } };
  return { state, events: [staffEvent('pos.staff.badge_added', state, data)] };
}

/** Books that a badge was taken away. */
export function bookBadgeRemoval(
  person: StaffMember,
  { id, label }: Pick<Badge, 'id' | 'label'>,
  { at, reason }: Pick<StaffDecision, 'at' | 'reason'>,
): Decided {
  const state = next(person, at);
  const data = { staff: referenceTo(state), badge: { id, label }, reason };
  return { state, events: [staffEvent('pos.staff.badge_removed', state, data)] };
}

/** What the auth service announces, without what is the same here but for the case of letters. */
export function withoutSame(person: StaffMember, changes: StaffChanges): StaffChanges {
  const { email, ...others } = changes;
  if (email == null || person.email === null || foldedEmail(email) !== foldedEmail(person.email)) return changes;
  return others;
}

function next(person: StaffMember, at: Date): StaffMember {
  return { ...person, updatedAt: at, version: person.version + 1 };
}

function refusal(code: StaffRefusal, { id }: StaffMember): Refusal<StaffRefusal> {
  return new Refusal<StaffRefusal>(code, { personId: id });
}

function pick(changes: StaffChanges, fields: readonly StaffField[]): StaffChanges {
  return Object.fromEntries(fields.map((field) => [field, changes[field]]));
}
