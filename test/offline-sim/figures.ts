import { createHash } from 'node:crypto';
import type { SimDevice } from './devices.js';
import type { ServerBook } from './server-book.js';

/** How often each of some words occurs. */
export type Tally = Readonly<Record<string, number>>;

/** What the same seed brings about each time, whatever was killed when: keys and ids of the server are not among it. */
export interface Replayed {
  readonly seed: number;
  /** When the network went away: the day is of the run, the hour of the seed. */
  readonly from: string;
  readonly sales: number;
  readonly entries: number;
  /** By kind. */
  readonly acts: Tally;
  /** As the server has them, by cause. */
  readonly conflicts: Tally;
  /** Entries that the server does not believe, by reason: the planted differences, if all is well. */
  readonly quarantined: Tally;
  /** Sales that came after their day was closed. */
  readonly late: number;
  /** A digest of all that the devices decided: ids and times of entries, sums of sales and drawers. */
  readonly decisions: string;
}

/** Counts what has to be the same when the seed is. */
export function replayedOf(seed: number, from: number, devices: readonly SimDevice[], server: ServerBook): Replayed {
  const made = devices.flatMap(({ till }) => till.book.entries);
  return {
    ...{ seed, from: new Date(from).toISOString() },
    ...{ sales: devices.reduce((sum, { till }) => sum + till.book.sales.size, 0), entries: made.length },
    acts: tallyOf(made.map(({ kind }) => kind)),
    conflicts: tallyOf(server.conflicts.map(({ cause }) => cause)),
    quarantined: tallyOf(server.quarantined.map(({ code }) => code)),
    late: server.orders.filter(({ late }) => late).length,
    decisions: digestOf(devices),
  };
}

function tallyOf(words: readonly string[]): Tally {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Sums up all that devices decided; keys, and ids that the server gave, are not in it. */
export function digestOf(devices: readonly SimDevice[]): string {
  const digest = createHash('sha256');
  for (const { till, clone } of devices) {
    const sealed = [...till.parts.store.all(), ...(clone?.all() ?? [])];
    for (const { entry } of sealed) digest.update(`${entry.sequence} ${entry.id} ${entry.at} ${entry.kind}\n`);
    for (const { receiptNumber: _, ...sale } of till.book.sales.values()) digest.update(`${JSON.stringify(sale)}\n`);
    for (const session of till.book.sessions.values()) digest.update(`${JSON.stringify(session)}\n`);
  }
  return digest.digest('hex').slice(0, 32);
}
