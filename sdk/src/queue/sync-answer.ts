import type { EntryOutcome } from '../../../src/modules/offline-sync/domain/entry.js';
import type { EntryChange, EntryFate, SettledOrder } from './queue-store.js';
import { shelfOf, type EntryState } from './queue-store.js';

/** What the server says of one entry. */
export interface EntryResult {
  readonly id: string;
  readonly sequence: number;
  readonly status: EntryOutcome;
  /** Of a duplicate: what became of it when it first came. */
  readonly first: EntryOutcome | null;
  readonly code: string | null;
  readonly detail: string | null;
  readonly conflicts: readonly { readonly id: string; readonly cause: string }[];
  readonly order: SettledOrder | null;
}

/** What the server says to a batch. */
export interface SyncAnswer {
  readonly results: readonly EntryResult[];
  /** Sequences that it has never seen, below the highest that it has; both ends inclusive. */
  readonly missing: readonly { readonly from: number; readonly to: number }[];
  readonly pauseMs: number;
}

/** What triggers sending. */
export type SyncTrigger = 'sale' | 'button' | 'reconnect' | 'schedule' | 'end_of_day' | 'hub' | 'file';

/** How a result changes the entry of its sequence. A duplicate counts as what became of it first. */
export function changeBy(result: EntryResult, sentAt: string): EntryChange {
  const { sequence, code, detail, conflicts, order } = result;
  const state = stateOf(result);
  const fate: EntryFate = { state, code, detail, conflicts: [...conflicts], order, sentAt };
  return { sequence, fate, shelf: shelfOf(state), from: ['waiting'] };
}

function stateOf({ status, first }: EntryResult): EntryState {
  if (status !== 'duplicate') return status;
  return first === null || first === 'duplicate' ? 'applied' : first;
}
