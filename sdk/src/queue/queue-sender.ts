import type { PosClient } from '../client/pos-client.js';
import { PosProblem } from '../client/pos-problem.js';
import { BATCH_MAX } from '../../../src/modules/offline-sync/domain/entry.js';
import { changeBy, type EntryResult, type SyncAnswer, type SyncTrigger } from './sync-answer.js';
import type { EntryChange, QueueStore, StoredEntry } from './queue-store.js';

export interface SenderParts {
  readonly store: QueueStore;
  readonly client: () => PosClient;
  readonly publicJwk: JsonWebKey | null;
  readonly now: () => number;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Told after each batch. */
  readonly onProgress: (progress: { done: number; total: number }) => Promise<void>;
}

/** The server's own limits are BATCH_MAX entries and 1 MiB. */
export const BATCH_BYTES_MAX = 512_000;
const TIMEOUT_MS = 60_000;
const TRIES = 3;
const PAUSE_MAX_MS = 300_000;
/** How often one run goes back for what the server misses: a restored server is brought up again within one. */
const ROUNDS_BACK_MAX = 3;
const FAULTY = new Set(['validation_failed', 'card_data_not_allowed', 'body_too_deep']);

/** Sends what waits, batch by batch in order of sequence, and writes down what became of each entry. */
export class QueueSender {
  private bytesMax = BATCH_BYTES_MAX;

  constructor(private readonly parts: SenderParts) {}

  /**
   * One walk over all that waits. @param signal ends it after the batch that is on its way.
   * @throws PosProblem, PosUnreachable: what was not answered waits on.
   */
  async run(trigger: SyncTrigger, signal: AbortSignal): Promise<void> {
    const { store, onProgress } = this.parts;
    let behind = 0;
    let done = 0;
    let roundsBack = 0;
    for (;;) {
      const batch = await this.nextBatch(behind);
      const last = batch.at(-1);
      if (last === undefined || signal.aborted) return;
      const waiting = (await store.counts()).waiting;
      const answer = await this.sent(batch, trigger, Math.max(0, waiting - batch.length), signal);
      if (answer === undefined) continue; // made smaller
      const open = firstOpen(batch, answer.results);
      const answered = open === undefined ? batch : batch.slice(0, batch.indexOf(open));
      behind = (answered.at(-1) ?? last).entry.sequence;
      done += answered.length;
      const again = await this.back(answer, behind);
      if (again !== undefined && roundsBack++ < ROUNDS_BACK_MAX) behind = again - 1;
      await onProgress({ done, total: done + (await store.counts()).waiting });
      if (answer.pauseMs > 0) await this.parts.wait(Math.min(answer.pauseMs, PAUSE_MAX_MS), signal);
    }
  }

  private async nextBatch(behind: number): Promise<StoredEntry[]> {
    const waiting = await this.parts.store.after('waiting', behind, BATCH_MAX);
    let bytes = 0;
    return waiting.filter((stored, at) => {
      bytes += stored.bytes;
      return at === 0 || bytes <= this.bytesMax;
    });
  }

  /** @returns `undefined` where the batch was too large and the next one will be smaller. */
  private async sent(
    batch: readonly StoredEntry[],
    trigger: SyncTrigger,
    waiting: number,
    signal: AbortSignal,
  ): Promise<SyncAnswer | undefined> {
    const { client, publicJwk, now, store } = this.parts;
    const sentAt = new Date(now()).toISOString();
    const body = { key: publicJwk, sentAt, waiting, trigger, entries: batch.map(({ entry }) => entry) };
    try {
      const rest = { timeoutMs: TIMEOUT_MS, attempts: TRIES, signal };
      const answer = await client().request<SyncAnswer>('POST', '/pos/sync/batches', { body, ...rest });
      await store.change(changesBy(batch, answer.results, sentAt));
      return answer;
    } catch (error) {
      if (!(error instanceof PosProblem)) throw error;
      if (isTooLarge(error) && batch.length > 1) {
        this.bytesMax = Math.max(1, Math.floor(batch.reduce((sum, { bytes }) => sum + bytes, 0) / 2));
        return undefined;
      }
      const faulty = faultsOf(error, batch, sentAt);
      if (faulty.length === 0) throw error;
      await store.change(faulty);
      return undefined;
    }
  }

  /** Lets what the server misses wait again. @returns the lowest sequence of it that was sent before. */
  private async back({ missing }: SyncAnswer, behind: number): Promise<number | undefined> {
    const { store } = this.parts;
    let lowest: number | undefined;
    for (const { from, to } of missing) {
      const there = await store.between(from, Math.min(to, behind));
      await store.change(there.map(waitingAgain));
      const first = there[0]?.entry.sequence;
      if (first !== undefined && first < (lowest ?? Infinity)) lowest = first;
    }
    return lowest;
  }
}

/** An entry that is to be sent again, whatever became of it. */
export function waitingAgain({ entry, sentAt }: StoredEntry): EntryChange {
  const fate = { state: 'waiting', code: null, detail: null, conflicts: [], order: null, sentAt } as const;
  return { sequence: entry.sequence, fate, shelf: 'waiting', from: ['done', 'refused'] };
}

/**
 * The first that the server says nothing of: it had no time for it, and for what follows. It comes first in the next batch; where the
 * server says nothing of the first itself, the next run has its turn.
 */
function firstOpen(batch: readonly StoredEntry[], results: readonly EntryResult[]): StoredEntry | undefined {
  const answered = new Set(results.map(({ id }) => id));
  return batch.find(({ entry }) => !answered.has(entry.id));
}

/** Only what was sent is settled: a confused answer settles nothing else. */
function changesBy(batch: readonly StoredEntry[], results: readonly EntryResult[], sentAt: string): EntryChange[] {
  const sent = new Map(batch.map(({ entry }) => [entry.id, entry.sequence]));
  return results.filter(({ id, sequence }) => sent.get(id) === sequence).map((result) => changeBy(result, sentAt));
}

function isTooLarge({ status, code }: PosProblem): boolean {
  return status === 413 || code === 'batch_too_large';
}

/** The entries that a refusal of the whole batch is about: they step aside, to be looked at, and hold nobody up. */
function faultsOf(error: PosProblem, batch: readonly StoredEntry[], sentAt: string): EntryChange[] {
  if (!FAULTY.has(error.code)) return [];
  return batch.flatMap(({ entry: { sequence } }, at): EntryChange[] => {
    const start = `/entries/${at}`;
    const place = error.errors.find(({ pointer }) => pointer === start || pointer.startsWith(`${start}/`));
    if (place === undefined) return [];
    const detail = `${place.pointer.slice(start.length)} ${place.message}`.trim();
    const rest = { code: error.code, detail, conflicts: [], order: null, sentAt } as const;
    return [{ sequence, fate: { state: 'rejected', ...rest }, shelf: 'refused', from: ['waiting'] }];
  });
}
