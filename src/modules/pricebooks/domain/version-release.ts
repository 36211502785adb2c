import { Refusal } from '../../../kernel/refusal.js';
import type { EntryChanges } from './entry-changes.js';
import { assertNotArchived, draftOf, next, type Outcome } from './pricebook-lifecycle.js';
import { pricebookEvent } from './pricebook-events.js';
import {
  LIMITS,
  type Making,
  type Pricebook,
  type PricebookRefusal,
  type PublishedVersion,
  type Release,
  type RetiredVersion,
  type ScheduledVersion,
  type Version,
  type VersionId,
} from './pricebook.js';

/**
 * Releases the draft: now, or at a time to come, when it comes into force by itself. From here on it never changes.
 * @param publishAt `null` is now.
 * @param entries what becomes of entries against the version in force.
 * @throws Refusal `pricebook_archived`, `pricebook_no_draft`, `pricebook_publish_time_passed`, `too_many_versions_scheduled`.
 */
export function publishDraft(
  book: Pricebook,
  publishAt: Date | null,
  { by, at }: { readonly by: string; readonly at: Date },
  entries: EntryChanges,
): Outcome {
  const draft = draftOf(book);
  const release: Release = { by, at, effectiveAt: publishAt ?? at };
  const before = { ...book, draft: null, status: 'active' } as const;
  if (release.effectiveAt < at) {
    const message = 'must not be in the past';
    throw new Refusal<PricebookRefusal>('pricebook_publish_time_passed', {}, [{ pointer: '/publishAt', message }]);
  }
  if (release.effectiveAt > at) {
    if (book.scheduled.length >= LIMITS.scheduled)
      throw new Refusal<PricebookRefusal>('too_many_versions_scheduled', { limit: LIMITS.scheduled });
    const version: ScheduledVersion = { ...draft, status: 'scheduled', release };
    const state = next({ ...before, scheduled: inTurn([...book.scheduled, version]) }, at);
    const telling = { version, versionBefore: draft, pricebookBefore: book };
    return { state, events: [pricebookEvent('pos.pricebook.changed', state, telling)] };
  }
  const version: PublishedVersion = { ...draft, status: 'published', release };
  const state = next({ ...before, inForce: version }, at);
  const telling = { version, versionBefore: book.inForce, pricebookBefore: book, entries };
  return { state, events: [pricebookEvent('pos.pricebook.published', state, telling)] };
}

/**
 * Gives a draft up, or a scheduled version before its time.
 * @throws Refusal `pricebook_archived`, `pricebook_version_in_force`, `pricebook_version_released` (of one that was in force).
 */
export function withdrawVersion(
  book: Pricebook,
  version: Version,
  { by, at }: { readonly by: string; readonly at: Date },
): Outcome & { readonly withdrawn: RetiredVersion } {
  assertNotArchived(book);
  const { number } = version;
  if (version.status === 'published') throw new Refusal<PricebookRefusal>('pricebook_version_in_force', { number });
  if (version.status === 'retired') throw new Refusal<PricebookRefusal>('pricebook_version_released', { number });
  const release = version.status === 'scheduled' ? version.release : null;
  const withdrawn: RetiredVersion = { ...version, status: 'retired', release, retiredAt: at, withdrawnBy: by };
  const draft = version.status === 'draft' ? null : book.draft;
  const scheduled = book.scheduled.filter((one) => one.number !== number);
  const state = next({ ...book, draft, scheduled }, at);
  const telling = { version: withdrawn, versionBefore: version };
  return { state, withdrawn, events: [pricebookEvent('pos.pricebook.changed', state, telling)] };
}

/**
 * Brings the content of a version that was in force back into force, as a new version. A draft stays as it is.
 * @throws Refusal `pricebook_archived`, `pricebook_version_in_force`, `pricebook_version_never_in_force`.
 */
export function rollBack(
  book: Pricebook,
  target: Version,
  { id, by, at }: Making<VersionId>,
  entries: EntryChanges,
): Outcome & { readonly version: PublishedVersion } {
  assertNotArchived(book);
  const { number, terms, entryCount } = target;
  if (target.status === 'published') throw new Refusal<PricebookRefusal>('pricebook_version_in_force', { number });
  if (target.status !== 'retired' || target.withdrawnBy !== null)
    throw new Refusal<PricebookRefusal>('pricebook_version_never_in_force', { number });
  const version: PublishedVersion = {
    ...{ id, number: book.lastNumber + 1, terms, entryCount, copiedFrom: number, createdBy: by, createdAt: at },
    ...{ status: 'published', release: { by, at, effectiveAt: at } },
  };
  const state = next({ ...book, inForce: version, lastNumber: version.number }, at);
  const telling = { version, versionBefore: book.inForce, pricebookBefore: book, entries };
  return { state, version, events: [pricebookEvent('pos.pricebook.rolled_back', state, telling)] };
}

/** Tells that a scheduled version came into force by itself. @param before the one whose place it took. */
export function announce(
  book: Pricebook,
  version: PublishedVersion | RetiredVersion,
  before: Version | null,
  at: Date,
  entries: EntryChanges,
): Outcome {
  const state = next(book, at);
  return {
    state,
    events: [pricebookEvent('pos.pricebook.published', state, { version, versionBefore: before, entries })],
  };
}

function inTurn(versions: readonly ScheduledVersion[]): ScheduledVersion[] {
  return [...versions].sort(
    (a, b) => a.release.effectiveAt.getTime() - b.release.effectiveAt.getTime() || a.number - b.number,
  );
}
