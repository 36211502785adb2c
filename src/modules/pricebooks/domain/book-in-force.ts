import type { WallClock } from '../../../kernel/business-time.js';
import type { OutletId } from '../../../kernel/ids.js';
import { onAt, scheduleFrom, type Schedule } from '../../../kernel/schedule.js';
import type { PriceEffect } from './price-effect.js';
import type { PricebookId, Terms, VersionId } from './pricebook.js';
import { narrownessOf } from './scope.js';

/** A released version, ready to be asked for prices. */
export interface ReleasedVersion {
  readonly id: VersionId;
  readonly number: number;
  readonly effectiveAt: Date;
  readonly priority: number;
  readonly outlets: ReadonlySet<string> | null;
  readonly channels: ReadonlySet<string> | null;
  /** Sorted. */
  readonly customerGroups: readonly string[] | null;
  readonly schedule: Schedule | null;
  /** How many dimensions of the scope are narrowed. */
  readonly narrowness: number;
  readonly ruleForAll: PriceEffect | undefined;
  readonly ruleByCategory: ReadonlyMap<string, PriceEffect>;
  readonly hasEntries: boolean;
}

/** A book with everything that was ever in force, or will be. */
export interface TimedBook {
  readonly id: PricebookId;
  readonly name: string;
  readonly currency: string;
  readonly parentId: PricebookId | null;
  readonly archivedAt: Date | null;
  /** By the time from which each is in force, then by number. */
  readonly versions: readonly ReleasedVersion[];
}

export type TimedBooks = ReadonlyMap<PricebookId, TimedBook>;

/** Who buys, where and how. */
export interface Buyer {
  readonly outletId: OutletId;
  readonly channel: string;
  readonly currency: string;
  readonly customerGroups: readonly string[];
}

/** When something is bought: the moment, and what hangs on the outlet's wall then. */
export interface Moment {
  readonly at: Date;
  readonly clock: WallClock;
}

/** Makes a released version ready to be asked. */
export function releasedVersion(
  { id, number, effectiveAt }: Pick<ReleasedVersion, 'id' | 'number' | 'effectiveAt'>,
  { priority, scope, rules }: Terms,
  hasEntries: boolean,
): ReleasedVersion {
  const { outletIds, channels, customerGroups, schedule } = scope;
  return {
    ...{ id, number, effectiveAt, priority, customerGroups, hasEntries, narrowness: narrownessOf(scope) },
    outlets: outletIds === null ? null : new Set(outletIds),
    channels: channels === null ? null : new Set(channels),
    schedule: schedule === null ? null : scheduleFrom(schedule),
    ruleForAll: rules.find(({ category }) => category === null)?.effect,
    ruleByCategory: new Map(
      rules.flatMap(({ category, effect }) => (category === null ? [] : [[category, effect] as const])),
    ),
  };
}

/** The version of a book that is in force at a moment: the last whose time has come; none of a book that was archived by then. */
export function inForceAt({ versions, archivedAt }: TimedBook, at: Date): ReleasedVersion | undefined {
  if (archivedAt !== null && archivedAt <= at) return undefined;
  return versions.findLast(({ effectiveAt }) => effectiveAt <= at);
}

/** A version in force and, before it, those that it inherits. */
export interface Candidate {
  readonly book: TimedBook;
  readonly version: ReleasedVersion;
  /** The farthest ancestor first, the book itself last. */
  readonly line: readonly { readonly book: TimedBook; readonly version: ReleasedVersion }[];
  /** What of the scope matched, in words. */
  readonly words: readonly string[];
}

/** Why a book has no say in a price. */
export type PassedOver =
  | 'currency'
  | 'archived'
  | 'not_in_force'
  | 'outlet'
  | 'channel'
  | 'customer_group'
  | 'schedule'
  | 'says_nothing'
  | 'less_narrow'
  | 'lower_priority'
  | 'later_id';

/** The book as a candidate for what the buyer buys at a moment, or why it is none. */
export function candidateOf(
  books: TimedBooks,
  book: TimedBook,
  buyer: Buyer,
  { at, clock }: Moment,
): Candidate | PassedOver {
  if (book.currency !== buyer.currency) return 'currency';
  if (book.archivedAt !== null && book.archivedAt <= at) return 'archived';
  const version = inForceAt(book, at);
  if (version === undefined) return 'not_in_force';
  const { outlets, channels, customerGroups } = version;
  if (outlets !== null && !outlets.has(buyer.outletId)) return 'outlet';
  if (channels !== null && !channels.has(buyer.channel)) return 'channel';
  const group = customerGroups?.find((one) => buyer.customerGroups.includes(one));
  if (customerGroups !== null && group === undefined) return 'customer_group';
  const window = version.schedule === null ? null : onAt(version.schedule, clock);
  if (window === undefined) return 'schedule';
  const words: string[] = [];
  if (outlets !== null) words.push('outlet');
  if (channels !== null) words.push(`channel ${buyer.channel}`);
  if (group !== undefined) words.push(`group ${group}`);
  if (window !== null) words.push(window);
  return { book, version, line: lineOf(books, book, version, at), words };
}

function lineOf(books: TimedBooks, book: TimedBook, version: ReleasedVersion, at: Date): Candidate['line'] {
  const line = [{ book, version }];
  const seen = new Set([book.id]);
  for (let id = book.parentId; id !== null && !seen.has(id);) {
    seen.add(id);
    const parent = books.get(id);
    const inherited = parent === undefined ? undefined : inForceAt(parent, at);
    // An ancestor that is not in force says nothing; those above it still do.
    if (parent !== undefined && inherited !== undefined) line.unshift({ book: parent, version: inherited });
    id = parent?.parentId ?? null;
  }
  return line;
}

/** Narrower before wider, then higher priority first, then the lower id. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    b.version.narrowness - a.version.narrowness ||
    b.version.priority - a.version.priority ||
    (a.book.id < b.book.id ? -1 : 1)
  );
}
