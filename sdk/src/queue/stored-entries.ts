import type { SyncEntry } from '../../../src/modules/offline-sync/domain/entry.js';
import type { EntryChange, StoredEntry } from './queue-store.js';

/** An entry that nobody has sent. */
export function newlyStored(entry: SyncEntry, bytes: number): StoredEntry {
  const fate = { state: 'waiting', code: null, detail: null, conflicts: [], order: null, sentAt: null } as const;
  return { entry, bytes, ...fate, shelf: 'waiting', doneAt: null };
}

/** The entry after a change; `undefined` where it changes nothing. @param at in ms. */
export function withChange(stored: StoredEntry, change: EntryChange, at: number): StoredEntry | undefined {
  if (!change.from.includes(stored.shelf)) return undefined;
  return { ...stored, ...change.fate, shelf: change.shelf, doneAt: change.shelf === 'done' ? at : null };
}
