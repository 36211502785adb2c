import type { EntryKind } from './entry.js';

/** What somebody must have been allowed to do something at a device. Whoever was not: it is taken all the same, and told. */
export const NEEDED_RIGHT: Readonly<Record<EntryKind, string>> = {
  'order.place': 'orders:write',
  'order.add_lines': 'orders:write',
  'order.change_line': 'orders:write',
  'order.remove_line': 'orders:write',
  'order.add_payment': 'orders:write',
  'order.complete': 'orders:write',
  'order.fire': 'orders:write',
  'order.hold': 'orders:write',
  'order.recall': 'orders:write',
  'order.void': 'orders:void',
  'order.refund': 'orders:refund',
  'drawer.open': 'drawers:open',
  'drawer.skim': 'drawers:move',
  'drawer.paid_in': 'drawers:move',
  'drawer.paid_out': 'drawers:move',
  'drawer.no_sale': 'drawers:no_sale',
  'drawer.count': 'drawers:open',
  'drawer.close': 'drawers:open',
  'shift.clock_in': 'shifts:clock',
  'shift.clock_out': 'shifts:clock',
};

/** Who did something at a device, as the staff knows them. */
export interface ActingPerson {
  readonly personId: string;
  /** As events name a person, without their kind. */
  readonly actorId: string;
  /** False: nobody of the staff has the id. */
  readonly known: boolean;
  /** What they may do at the device; nothing when they were disabled or have no role there. */
  readonly permissions: ReadonlySet<string>;
}

/** Something that does not agree with what happened. */
export interface FoundConflict {
  /** A word: what the difference is. */
  readonly cause: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * What is to be told of the people behind an entry. What they charged stays, whoever they were. An approver must have had the right
 * themselves, and only stands for somebody who had not.
 */
export function conflictsOfPeople(
  kind: EntryKind,
  actor: ActingPerson,
  approver: ActingPerson | null,
): readonly FoundConflict[] {
  const permission = NEEDED_RIGHT[kind];
  const found: FoundConflict[] = [];
  const approverHas = approver !== null && approver.permissions.has(permission);
  if (!actor.known) found.push({ cause: 'person_unknown', facts: { personId: actor.personId } });
  else if (!actor.permissions.has(permission) && !(approverHas && actor.permissions.size > 0))
    found.push({ cause: 'person_without_right', facts: { personId: actor.personId, permission } });
  if (approver !== null && !approver.known)
    found.push({ cause: 'approver_unknown', facts: { personId: approver.personId } });
  else if (approver !== null && !approverHas)
    found.push({ cause: 'approver_without_right', facts: { personId: approver.personId, permission } });
  return found;
}
