import type { Id, OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { EntryRecordId } from './entry-record.js';
import type { FoundConflict } from './needed-right.js';
import type { SyncRefusal } from './sync-refusal.js';

export type ConflictId = Id<'sync-conflict'>;
export const CONFLICT_STATUSES = ['open', 'resolved', 'reopened'] as const;
export type ConflictStatus = (typeof CONFLICT_STATUSES)[number];

/** What somebody decides: it stays as it was charged, it was undone, or it was put right in another way. */
export const CONFLICT_CHOICES = ['keep', 'undone', 'corrected'] as const;
export type ConflictChoice = (typeof CONFLICT_CHOICES)[number];

/** Something that a device did and that does not agree with what the server knows. One for each entry and cause. */
export interface SyncConflict {
  readonly id: ConflictId;
  readonly entryId: EntryRecordId;
  readonly deviceId: string;
  readonly outletId: OutletId;
  /** The order, drawer session or shift. */
  readonly subjectId: string | null;
  /** A word: `price_differs`, `person_without_right`, … */
  readonly cause: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** What was chosen; by itself always `keep`: what was charged stays charged. */
  readonly choice: ConflictChoice;
  /** What can be done to undo it, a command of the API in a word; `null`: nothing is to be undone. */
  readonly undo: string | null;
  readonly status: ConflictStatus;
  readonly openedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
  /** From 1, one up with each change. */
  readonly version: number;
}

/** What a conflict is of. */
export interface ConflictPlace {
  readonly entryId: EntryRecordId;
  readonly deviceId: string;
  readonly outletId: OutletId;
  readonly subjectId: string | null;
  /** Of the entry: says how it can be undone. */
  readonly kind: string;
}

/** Takes note of a conflict. */
export function openConflict(
  id: ConflictId,
  { kind, ...place }: ConflictPlace,
  { cause, facts }: FoundConflict,
  at: Date,
): SyncConflict {
  return {
    ...{ id, ...place, cause, facts, choice: 'keep', undo: undoOf(kind), status: 'open', openedAt: at },
    ...{ decidedBy: null, decidedAt: null, note: null, version: 1 },
  };
}

/** Somebody decided. @throws Refusal `sync_conflict_not_open`. */
export function resolveConflict(
  conflict: SyncConflict,
  choice: ConflictChoice,
  note: string | null,
  by: string,
  at: Date,
): SyncConflict {
  if (conflict.status === 'resolved') throw notOpen(conflict);
  return {
    ...conflict,
    ...{ status: 'resolved', choice, note, decidedBy: by, decidedAt: at, version: conflict.version + 1 },
  };
}

/** Takes a decision back. @throws Refusal `sync_conflict_not_open` where there is none. */
export function reopenConflict(conflict: SyncConflict, note: string | null, by: string, at: Date): SyncConflict {
  if (conflict.status !== 'resolved') throw notOpen(conflict);
  return {
    ...conflict,
    ...{ status: 'reopened', choice: 'keep', note, decidedBy: by, decidedAt: at, version: conflict.version + 1 },
  };
}

function notOpen({ id, status }: SyncConflict): Refusal<SyncRefusal> {
  return new Refusal('sync_conflict_not_open', { conflictId: id, status });
}

const UNDO: Readonly<Record<string, string>> = {
  'order.place': 'order.refund',
  'order.add_lines': 'order.remove_line',
  'order.add_payment': 'order.refund',
  'order.complete': 'order.refund',
  'order.hold': 'order.recall',
  'order.recall': 'order.hold',
  'drawer.skim': 'drawer.paid_in',
  'drawer.paid_in': 'drawer.paid_out',
  'drawer.paid_out': 'drawer.paid_in',
  'shift.clock_in': 'shift.correct',
  'shift.clock_out': 'shift.correct',
};

function undoOf(kind: string): string | null {
  return Object.hasOwn(UNDO, kind) ? (UNDO[kind] ?? null) : null;
}
