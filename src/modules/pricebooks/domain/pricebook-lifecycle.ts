import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import { assertRoom, type EntryPlan } from './entry-changes.js';
import { hasHeirs, type Family } from './family.js';
import { assertSound, normalTerms, problemsOfBook, problemsOfTerms, type Surroundings } from './pricebook-checks.js';
import { pricebookEvent, type PricebookEvent } from './pricebook-events.js';
import {
  LIMITS,
  type DraftVersion,
  type Making,
  type Pricebook,
  type PricebookId,
  type PricebookRefusal,
  type PricebookWish,
  type Terms,
  type Version,
  type VersionId,
} from './pricebook.js';

export type Outcome<State extends Pricebook = Pricebook> = Decision<State, PricebookEvent>;
type BookChanges = Partial<Pick<Pricebook, 'code' | 'name' | 'parentId'>>;

/** Makes a book with a first draft. @throws Refusal `pricebook_invalid`, `too_many_pricebooks`. */
export function createPricebook(
  wish: PricebookWish,
  { id, by, at }: Making<PricebookId>,
  versionId: VersionId,
  around: Surroundings,
): Outcome {
  const { terms, ...words } = wish;
  assertSound([...problemsOfBook({ id, ...words }, around), ...problemsOfTerms(terms, wish.currency, around.outlets)]);
  if (around.family.size >= LIMITS.pricebooks)
    throw new Refusal<PricebookRefusal>('too_many_pricebooks', { limit: LIMITS.pricebooks });
  const draft = newDraft({ id: versionId, by, at }, 1, normalTerms(terms));
  const state: Pricebook = {
    ...{ id, ...words, status: 'draft', lastNumber: 1, draft, scheduled: [], inForce: null },
    ...{ createdBy: by, createdAt: at, updatedAt: at, archivedAt: null, revision: 1 },
  };
  return { state, events: [pricebookEvent('pos.pricebook.created', state, { version: draft })] };
}

/**
 * Changes name, code or parent. The parent only before the first release: it decides on prices, and those of the past stay.
 * @throws Refusal `pricebook_archived`, `pricebook_invalid`, `pricebook_parent_fixed`.
 */
export function changePricebook(book: Pricebook, changes: BookChanges, at: Date, around: Surroundings): Outcome {
  assertNotArchived(book);
  const { code, name, parentId } = { ...book, ...changes };
  if (code === book.code && name === book.name && parentId === book.parentId) return { state: book, events: [] };
  if (parentId !== book.parentId && book.status !== 'draft') {
    throw new Refusal<PricebookRefusal>('pricebook_parent_fixed', {}, [{ pointer: '/parentId', message: 'is fixed' }]);
  }
  const state = next({ ...book, code, name, parentId }, at);
  assertSound(problemsOfBook(state, around));
  return { state, events: [pricebookEvent('pos.pricebook.changed', state, { pricebookBefore: book })] };
}

/** Changes what the draft says, but for its entries. @throws Refusal `pricebook_no_draft`, `pricebook_invalid`. */
export function changeDraft(book: Pricebook, changes: Partial<Terms>, at: Date, outlets: ReadonlySet<string>): Outcome {
  const draft = draftOf(book);
  const wished = { ...draft.terms, ...changes };
  assertSound(problemsOfTerms(wished, book.currency, outlets));
  const terms = normalTerms(wished);
  if (isSame(terms, draft.terms)) return { state: book, events: [] };
  const version = { ...draft, terms };
  const state = next({ ...book, draft: version }, at);
  return { state, events: [pricebookEvent('pos.pricebook.changed', state, { version, versionBefore: draft })] };
}

/** Takes note of changed entries of the draft. @throws Refusal `pricebook_no_draft`, `pricebook_too_large`. */
export function changeEntries(book: Pricebook, { changes }: EntryPlan, at: Date): Outcome {
  const draft = draftOf(book);
  const entryCount = draft.entryCount + changes.added - changes.removed;
  assertRoom(entryCount);
  if (changes.added + changes.removed + changes.changed === 0) return { state: book, events: [] };
  const version = { ...draft, entryCount };
  const state = next({ ...book, draft: version }, at);
  const telling = { version, versionBefore: draft, entries: changes };
  return { state, events: [pricebookEvent('pos.pricebook.changed', state, telling)] };
}

/**
 * Begins a draft with the content of another version.
 * @throws Refusal `pricebook_archived`, `pricebook_draft_exists`.
 */
export function openDraft(book: Pricebook, from: Version, making: Making<VersionId>): Outcome {
  assertNotArchived(book);
  if (book.draft !== null) throw new Refusal<PricebookRefusal>('pricebook_draft_exists', { number: book.draft.number });
  const draft: DraftVersion = {
    ...newDraft(making, book.lastNumber + 1, from.terms),
    entryCount: from.entryCount,
    copiedFrom: from.number,
  };
  const state = next({ ...book, draft, lastNumber: draft.number }, making.at);
  return { state, events: [pricebookEvent('pos.pricebook.changed', state, { version: draft })] };
}

/**
 * Ends a book: from now on it applies to no sale; sales of the time before still find it. Archiving again changes nothing.
 * @throws Refusal `pricebook_in_use` while others inherit it.
 */
export function archivePricebook(book: Pricebook, at: Date, family: Family): Outcome {
  if (book.status === 'archived') return { state: book, events: [] };
  if (hasHeirs(family, book.id)) throw new Refusal<PricebookRefusal>('pricebook_in_use', { pricebookId: book.id });
  const ended = { status: 'archived', archivedAt: at, draft: null, scheduled: [], inForce: null } as const;
  const state = next({ ...book, ...ended }, at);
  const telling = { versionBefore: book.inForce, pricebookBefore: book };
  return { state, events: [pricebookEvent('pos.pricebook.archived', state, telling)] };
}

/** The draft of a book. @throws Refusal `pricebook_archived`, `pricebook_no_draft`. */
export function draftOf(book: Pricebook): DraftVersion {
  assertNotArchived(book);
  if (book.draft === null) throw new Refusal<PricebookRefusal>('pricebook_no_draft', { pricebookId: book.id });
  return book.draft;
}

/** @throws Refusal `pricebook_archived`. */
export function assertNotArchived({ id, status }: Pricebook): void {
  if (status === 'archived') throw new Refusal<PricebookRefusal>('pricebook_archived', { pricebookId: id });
}

/** The book after a change. */
export function next(book: Pricebook, at: Date): Pricebook {
  return { ...book, revision: book.revision + 1, updatedAt: at };
}

/** True when two terms say the same; both in their normal form. */
export function isSame(a: Terms, b: Terms): boolean {
  return text(a) === text(b);
}

function text(terms: Terms): string {
  return JSON.stringify(terms, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}

function newDraft({ id, by, at }: Making<VersionId>, number: number, terms: Terms): DraftVersion {
  return { id, number, status: 'draft', terms, entryCount: 0, copiedFrom: null, createdBy: by, createdAt: at };
}
