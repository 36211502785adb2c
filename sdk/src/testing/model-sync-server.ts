import { createHash, createPublicKey, verify, type JsonWebKey as NodeKey } from 'node:crypto';
import {
  FIRST_HASH,
  sealedText,
  type EntryOutcome,
  type SyncEntry,
} from '../../../src/modules/offline-sync/domain/entry.js';
import { fakeServer, json, refusal, type Asked } from './fake-server.js';

/** What happens to a request, once. */
export type Fault = 'lost_before' | 'lost_after' | 'busy' | 'cut' | 'killed_between';

/** What the service does with batches, as far as a device can tell: a model to hold the queue against. */
export class ModelSyncServer {
  readonly entries = new Map<string, { readonly entry: SyncEntry; outcome: EntryOutcome }>();
  /** How often each entry took effect. */
  readonly effects = new Map<string, number>();
  readonly batches: { readonly entries: SyncEntry[]; readonly trigger: string; readonly waiting: number }[] = [];
  readonly faults: Fault[] = [];
  readonly outcomes = new Map<string, EntryOutcome>();
  /** Answers instead of the model, while it is set. */
  answer: ((asked: Asked) => Response | undefined) | undefined;
  pauseMs = 0;
  /** How many entries of a batch it has time for. */
  handledMax = Infinity;
  readonly fetch: typeof fetch;

  constructor(
    private readonly tenant: string,
    private readonly deviceId: string,
  ) {
    this.fetch = fakeServer((asked) => this.asked(asked)).fetch;
  }

  /** Entries in order of sequence. */
  get chain(): SyncEntry[] {
    return [...this.entries.values()].map(({ entry }) => entry).sort((one, other) => one.sequence - other.sequence);
  }

  /** As after a backup was restored: all but the first `kept` are gone, with their effects. */
  restore(kept: number): void {
    for (const { id } of this.chain.slice(kept)) {
      this.entries.delete(id);
      this.effects.delete(id);
    }
  }

  private asked(asked: Asked): Response {
    const forced = this.answer?.(asked);
    if (forced !== undefined) return forced;
    const fault = this.faults.shift();
    if (fault === 'lost_before') throw new TypeError('fetch failed');
    if (fault === 'busy') return refusal(503, 'overloaded', { 'Retry-After': '0' });
    const batch = asked.body as ModelSyncServer['batches'][number] & { readonly key: JsonWebKey };
    this.batches.push(batch);
    const handled =
      fault === 'killed_between' ? batch.entries.slice(0, Math.ceil(batch.entries.length / 2)) : batch.entries;
    const results = handled.slice(0, this.handledMax).map((entry) => this.handled(entry, batch.key));
    if (fault === 'lost_after' || fault === 'killed_between') throw new TypeError('fetch failed');
    const answer = { results, ...this.state(), pauseMs: this.pauseMs };
    const text = JSON.stringify(answer);
    const type = { 'Content-Type': 'application/json' };
    return fault === 'cut' ? new Response(text.slice(0, -9), { headers: type }) : json(200, answer);
  }

  private handled(entry: SyncEntry, key: JsonWebKey): object {
    const { id, sequence } = entry;
    const there = this.entries.get(id);
    const rest = { id, sequence, code: null, detail: null, conflicts: [], order: null };
    if (there !== undefined) return { ...rest, status: 'duplicate', first: there.outcome };
    this.assertSealed(entry, key);
    const outcome = this.outcomes.get(id) ?? 'applied';
    this.entries.set(id, { entry, outcome });
    if (outcome === 'applied') this.effects.set(id, (this.effects.get(id) ?? 0) + 1);
    return {
      ...rest,
      status: outcome,
      first: null,
      ...(outcome === 'rejected' && { code: 'nothing_left', detail: 'Why' }),
    };
  }

  private assertSealed(entry: SyncEntry, jwk: JsonWebKey): void {
    const hash = createHash('sha256')
      .update(sealedText(this.tenant, this.deviceId, entry))
      .digest('base64url');
    const key = createPublicKey({ key: jwk as NodeKey, format: 'jwk' });
    const signer = { key, dsaEncoding: 'ieee-p1363' } as const;
    const signature = Buffer.from(entry.signature, 'base64url');
    if (hash !== entry.hash || !verify('sha256', Buffer.from(hash), signer, signature)) throw new Error('broken seal');
  }

  private state(): { missing: { from: number; to: number }[]; through: number } {
    const sequences = this.chain.map(({ sequence }) => sequence);
    const missing = sequences.flatMap((sequence, at) => {
      const from = (sequences[at - 1] ?? 0) + 1;
      return from < sequence ? [{ from, to: sequence - 1 }] : [];
    });
    return { missing, through: missing[0] === undefined ? (sequences.at(-1) ?? 0) : missing[0].from - 1 };
  }
}

/** Whether each entry names the one before it, from the first on, without a gap. */
export function isWhole(chain: readonly SyncEntry[]): boolean {
  return chain.every(
    ({ sequence, previousHash }, at) => sequence === at + 1 && previousHash === (chain[at - 1]?.hash ?? FIRST_HASH),
  );
}
