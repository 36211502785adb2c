import type { Principal } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Assignment } from './assignment.js';
import { actorIdOf, type Person } from './person.js';
import type { StaffRefusal } from './staff.js';

/** True of who calls. */
export function isSelf(by: Principal, person: Pick<Person, 'id' | 'userId'>): boolean {
  return by.kind === 'user' && by.id === actorIdOf(person);
}

/** Who acts for some outlets only sees who may work in one of them. */
export function maySee(by: Principal, assignments: readonly Assignment[]): boolean {
  const { outlets } = by;
  if (outlets === undefined) return true;
  return assignments.some((assignment) => assignment.outlets?.some((outlet) => outlets.has(outlet)) ?? true);
}

/**
 * Nobody gives a right that they lack, and nobody changes, disables or gives a PIN to who may do more than they: whoever could
 * would soon be them. Who acts for some outlets or regions only decides about roles within these.
 * @param permissions what the roles of these assignments allow together. @throws Refusal `rights_exceed_caller`.
 */
export function assertWithin(
  by: Principal,
  assignments: readonly Assignment[],
  permissions: ReadonlySet<string>,
): void {
  if (by.kind === 'system') return;
  const permission = [...permissions].sort().find((one) => !by.permissions.has(one));
  if (permission !== undefined) throw new Refusal<StaffRefusal>('rights_exceed_caller', { permission });
  const isWithin =
    (by.outlets === undefined || assignments.length > 0) &&
    assignments.every(({ outlets, regions }) => covers(by.outlets, outlets) && covers(by.regions, regions));
  if (!isWithin) throw new Refusal<StaffRefusal>('rights_exceed_caller');
}

/** @param limit of the caller; absent: none. @param wish `null`: everywhere. */
function covers(limit: ReadonlySet<string> | undefined, wish: readonly string[] | null): boolean {
  return limit === undefined || (wish?.every((one) => limit.has(one)) ?? false);
}
