import {
  candidateOf,
  compareCandidates,
  type Buyer,
  type Candidate,
  type Moment,
  type PassedOver,
  type ReleasedVersion,
  type TimedBook,
  type TimedBooks,
} from './book-in-force.js';
import type { PriceEffect } from './price-effect.js';
import type { VersionId } from './pricebook.js';

/** What is bought. */
export interface Bought {
  readonly sku: string;
  readonly category: string;
}

/** Knows the entry of a version for a SKU; `undefined` when it has none. */
export type EntryLookup = (versionId: VersionId, sku: string) => PriceEffect | undefined;

/** One change of a price by one version of a book. */
export interface ChosenStep {
  readonly book: TimedBook;
  readonly version: ReleasedVersion;
  readonly effect: PriceEffect;
  /** What of the version says it: its entry for the item, its rule for the category, or its rule for everything. */
  readonly by: 'entry' | 'category' | 'all';
  /** What of the scope matched, in words: `outlet, channel kiosk, Fri 17:00–19:00`. */
  readonly reason: string;
}

/** A book that has no say in a price, and why. */
export interface PassedBook {
  readonly book: TimedBook;
  /** The version that was in force, if one was. */
  readonly version: ReleasedVersion | null;
  readonly why: PassedOver;
}

/** The books that apply to what a buyer buys at a moment, the narrowest first. */
export function candidatesAt(books: TimedBooks, buyer: Buyer, moment: Moment): Candidate[] {
  const found: Candidate[] = [];
  for (const book of books.values()) {
    const candidate = candidateOf(books, book, buyer, moment);
    if (typeof candidate !== 'string') found.push(candidate);
  }
  return found.sort(compareCandidates);
}

/** The steps of the narrowest candidate that says something of the item, those that it inherits first. None: the list price. */
export function stepsFrom(candidates: readonly Candidate[], bought: Bought, entryOf: EntryLookup): ChosenStep[] {
  const candidate = candidates.find((one) => saysSomething(one, bought, entryOf));
  return candidate === undefined ? [] : stepsOf(candidate, bought, entryOf);
}

/** The versions with entries that could decide on a price: those whose entries have to be known. */
export function versionsToAsk(candidates: readonly Candidate[]): VersionId[] {
  const ids = new Set<VersionId>();
  for (const { line } of candidates) for (const { version } of line) if (version.hasEntries) ids.add(version.id);
  return [...ids];
}

/** All books that do not decide on the price of an item, each with the reason. In the order of the books given. */
export function passedOver(
  books: TimedBooks,
  buyer: Buyer,
  moment: Moment,
  bought: Bought,
  entryOf: EntryLookup,
): PassedBook[] {
  const weighed = [...books.values()].map((book) => ({
    book,
    verdict: verdictOf(books, book, buyer, moment, bought, entryOf),
  }));
  const [winner] = weighed
    .flatMap(({ verdict }) => (typeof verdict === 'string' ? [] : [verdict]))
    .sort(compareCandidates);
  return weighed.flatMap(({ book, verdict }) => {
    if (typeof verdict === 'string') return [{ book, version: versionOf(books, book, buyer, moment), why: verdict }];
    if (winner === undefined || verdict === winner) return [];
    return [{ book, version: verdict.version, why: behind(winner, verdict) }];
  });
}

function verdictOf(
  books: TimedBooks,
  book: TimedBook,
  buyer: Buyer,
  moment: Moment,
  bought: Bought,
  entryOf: EntryLookup,
): Candidate | PassedOver {
  const candidate = candidateOf(books, book, buyer, moment);
  if (typeof candidate === 'string') return candidate;
  return saysSomething(candidate, bought, entryOf) ? candidate : 'says_nothing';
}

function versionOf(books: TimedBooks, book: TimedBook, buyer: Buyer, moment: Moment): ReleasedVersion | null {
  const candidate = candidateOf(books, book, buyer, moment);
  return typeof candidate === 'string' ? null : candidate.version;
}

function behind({ version: winner }: Candidate, { version }: Candidate): PassedOver {
  if (version.narrowness < winner.narrowness) return 'less_narrow';
  return version.priority < winner.priority ? 'lower_priority' : 'later_id';
}

function saysSomething({ line }: Candidate, bought: Bought, entryOf: EntryLookup): boolean {
  return line.some(({ version }) => statementOf(version, bought, entryOf) !== undefined);
}

function stepsOf({ book, line, words }: Candidate, bought: Bought, entryOf: EntryLookup): ChosenStep[] {
  const matched = words.join(', ') || 'all sales';
  return line.flatMap(({ book: one, version }) => {
    const said = statementOf(version, bought, entryOf);
    if (said === undefined) return [];
    return [{ book: one, version, ...said, reason: one === book ? matched : `inherited by ${book.name}: ${matched}` }];
  });
}

/** An entry for the item beats the rule for its category, that one the rule for everything. */
function statementOf(
  version: ReleasedVersion,
  { sku, category }: Bought,
  entryOf: EntryLookup,
): Pick<ChosenStep, 'effect' | 'by'> | undefined {
  const entry = version.hasEntries ? entryOf(version.id, sku) : undefined;
  if (entry !== undefined) return { effect: entry, by: 'entry' };
  const ofCategory = version.ruleByCategory.get(category);
  if (ofCategory !== undefined) return { effect: ofCategory, by: 'category' };
  return version.ruleForAll === undefined ? undefined : { effect: version.ruleForAll, by: 'all' };
}
