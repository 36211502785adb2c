import { setTimeout as sleep } from 'node:timers/promises';
import { PosProblem, PosUnreachable, type PosClient } from '../../sdk/src/index.js';
import type { SyncEntry } from '../../src/modules/offline-sync/domain/entry.js';
import type { Chance } from '../faults/chance.js';

/** What the server says of one entry. */
interface EntryAnswer {
  readonly id: string;
  readonly status: string;
  readonly first: string | null;
  readonly conflicts: readonly { readonly id: string }[];
}

/** The part of an answer to a batch that is looked at here. */
export interface BatchAnswer {
  readonly results: readonly EntryAnswer[];
  readonly missing: readonly { readonly from: number; readonly to: number }[];
}

/** All that the server ever answered, whether or not the answer came through. */
export class AnswerLog {
  batches = 0;
  lost = 0;
  private readonly keys = new Set<string>();
  /** How often an entry was said to have taken effect just now. */
  readonly applied = new Map<string, number>();
  /** The conflicts that were named for an entry, over all answers. */
  readonly conflicts = new Map<string, Set<string>>();

  /** @param key of the request: who asks again with it is told the same again. */
  note(key: string, { results }: BatchAnswer): void {
    if (this.keys.has(key)) return;
    this.keys.add(key);
    this.batches += 1;
    for (const { id, status, conflicts } of results) {
      if (status === 'applied') this.applied.set(id, (this.applied.get(id) ?? 0) + 1);
      const named = this.conflicts.get(id) ?? new Set();
      for (const conflict of conflicts) named.add(conflict.id);
      this.conflicts.set(id, named);
    }
  }
}

const BATCHES = '/sync/batches';

/** The network of a shop with bad reception: requests do not go out, answers do not come back. */
export function badNetwork(chance: Chance, log: AnswerLog, share = { failing: 0.08, losing: 0.25 }): typeof fetch {
  return async (url, init) => {
    const isBatch = (url instanceof Request ? url.url : url.toString()).endsWith(BATCHES);
    if (isBatch && chance.happens(share.failing)) throw new TypeError('fetch failed');
    const response = await fetch(url, init);
    if (!isBatch) return response;
    const text = await response.text();
    if (response.status === 200)
      log.note(new Headers(init?.headers).get('Idempotency-Key') ?? '', JSON.parse(text) as BatchAnswer);
    if (chance.happens(share.losing)) {
      log.lost += 1;
      throw new TypeError('fetch failed');
    }
    return new Response(text, { status: response.status, headers: response.headers });
  };
}

const PATIENCE_MS = 300_000;
const AGAIN_MS = 50;

/** Waits of clients here: a server that is down is back within seconds. */
export function shortWait(ms: number): Promise<void> {
  return sleep(Math.min(ms, AGAIN_MS));
}

/** Hands a batch in, until there is an answer. @param deviceId where it is not the client's own. */
export async function deliver(
  client: PosClient,
  key: JsonWebKey,
  entries: readonly SyncEntry[],
  deviceId?: string,
): Promise<BatchAnswer> {
  const own = deviceId === undefined ? { trigger: 'reconnect' } : { trigger: 'file', deviceId };
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const body = { ...own, key, sentAt: new Date().toISOString(), waiting: 0, entries };
    try {
      return await client.request<BatchAnswer>('POST', '/pos/sync/batches', { body, timeoutMs: 60_000 });
    } catch (error) {
      const isPassing = error instanceof PosUnreachable || (error instanceof PosProblem && error.retryable);
      if (!isPassing || Date.now() > end) throw error;
      await sleep(AGAIN_MS);
    }
  }
}

/** Parts of a list in an order that chance makes. */
export function shuffled<Value>(chance: Chance, values: readonly Value[]): Value[] {
  return values
    .map((value) => [chance.next(), value] as const)
    .sort(([one], [other]) => one - other)
    .map(([, value]) => value);
}

/** The list in pieces of random size. */
export function pieces<Value>(chance: Chance, values: readonly Value[], most: number): Value[][] {
  const cut: Value[][] = [];
  for (let from = 0; from < values.length;) {
    const size = chance.integer(1, most);
    cut.push(values.slice(from, from + size));
    from += size;
  }
  return cut;
}
