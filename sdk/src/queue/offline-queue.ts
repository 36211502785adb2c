import type {
  EntryKind,
  EntryPerson,
  Json,
  JsonObject,
  SyncEntry,
} from '../../../src/modules/offline-sync/domain/entry.js';
import { pause } from '../client/pause.js';
import type { PosClient } from '../client/pos-client.js';
import { PosProblem, PosUnreachable } from '../client/pos-problem.js';
import type { EntrySigner } from '../device/device-keys.js';
import { newId } from '../encoding/new-id.js';
import { QueueSender, waitingAgain } from './queue-sender.js';
import type { QueueStatus } from './queue-status.js';
import {
  QueueFull,
  shownEntry,
  type EntryChange,
  type QueuedEntry,
  type QueueStore,
  type StoredEntry,
} from './queue-store.js';
import { sealEntry, travelling, type Act } from './sealed-entry.js';
import { SendSchedule } from './send-schedule.js';
import type { SyncTrigger } from './sync-answer.js';

export interface QueueOptions {
  readonly store: QueueStore;
  /** With the device's own credential: entries are sent whoever is signed in, and when nobody is. */
  readonly client: PosClient | (() => PosClient);
  /** Slug of the business. */
  readonly tenant: string;
  readonly deviceId: string;
  readonly keys: EntrySigner;
  /** `status.lastSyncAt` of the run before, where the program keeps it: the store itself knows only of entries. */
  readonly lastSyncAt?: Date | null | undefined;
  readonly now?: (() => number) | undefined;
  readonly random?: (() => number) | undefined;
  readonly wait?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
}

/** What may be said of an entry beside what was done. */
export interface MoreOfEntry {
  readonly approver?: EntryPerson | undefined;
  readonly dependsOn?: readonly string[] | undefined;
  /** The same id again, of the same act, gives the entry that there is. */
  readonly id?: string | undefined;
}

const APPEND_TRIES = 1_000;
const KEPT_MS = 30 * 86_400_000;
const KEPT_MAX = 10_000;
const SEND_PATIENCE_MS = 90_000;
const LIST_MAX = 500;
const PRUNE_EVERY_MS = 3_600_000;
const EXPORT_MAX = 1_000_000;
const REFUSING = new Set([401, 403, 404]);
const SETTLED = new Set<string>(['applied', 'rejected', 'quarantined']);

/**
 * What a device did and the server has not settled yet. An act is done when `append` resolves: then it is on the disk, sealed,
 * with its place in the device's chain, and survives sign-out, update and crash. It is sent as often as it takes; the server
 * counts it once, whoever sends it.
 */
export class OfflineQueue {
  private current: QueueStatus = {
    ...{ pending: 0, oldestAt: null, lastError: null, sending: null, refused: 0, lastSyncAt: null, full: false },
  };
  private readonly listeners = new Set<(status: QueueStatus) => void>();
  private readonly now: () => number;
  private readonly sender: QueueSender;
  private readonly schedule: SendSchedule;
  private readonly ending = new AbortController();
  private readonly endOutside: () => void;
  private lastAppend: Promise<unknown> = Promise.resolve();
  private running: Promise<void> | undefined;
  private isAsked = false;
  private went: 'sent' | 'failed' | 'refused' = 'sent';
  private refreshing: Promise<void> = Promise.resolve();
  private prunedAt = -Infinity;

  private constructor(private readonly options: QueueOptions) {
    const { store, client, keys, random = Math.random, wait = pause } = options;
    this.now = options.now ?? Date.now;
    const clientNow = typeof client === 'function' ? client : () => client;
    const onProgress = (sending: QueueStatus['sending']): Promise<void> => this.refresh({ sending });
    const shared = { store, now: this.now, wait, onProgress };
    this.sender = new QueueSender({ ...shared, client: clientNow, publicJwk: keys.publicJwk });
    const send = async (trigger: SyncTrigger): Promise<'sent' | 'failed' | 'refused'> => {
      await this.send(trigger);
      return this.went;
    };
    this.schedule = new SendSchedule({ send, isWaiting: () => this.current.pending > 0, random });
    this.endOutside = store.onOutsideChange(() => void this.refresh({}));
  }

  /** Opens the queue of a device, and drops what has been done for longer than 30 days or lies behind the newest 10,000. */
  static async open(options: QueueOptions): Promise<OfflineQueue> {
    const queue = new OfflineQueue(options);
    await queue.prune();
    const newest = (await options.store.newest(1))[0];
    const last = Math.max(newest?.doneAt ?? 0, options.lastSyncAt?.getTime() ?? 0);
    await queue.refresh(last === 0 ? {} : { lastSyncAt: new Date(last) });
    return queue;
  }

  /** How the queue stands now. */
  get status(): QueueStatus {
    return this.current;
  }

  /** Tells a listener of each change of the status. @returns what ends that. */
  onChange(listener: (status: QueueStatus) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /**
   * Keeps what was done. Nothing may be shown as done before it resolves.
   * @throws QueueFull without room: then nothing was kept; EntryTooLarge; RangeError for a number that is no safe integer.
   */
  append(kind: EntryKind, body: JsonObject, actor: EntryPerson, more: MoreOfEntry = {}): Promise<SyncEntry> {
    const { id = newId(), approver = null, dependsOn = [] } = more;
    const at = new Date(this.now()).toISOString();
    const act: Act = { id, at, kind, body: travelling(body), actor, approver, dependsOn };
    const mine = this.lastAppend.then(() => this.options.store.exclusively('append', () => this.appended(act)));
    this.lastAppend = mine.catch(() => undefined); // its caller is told
    return mine;
  }

  /** Sends all that waits, until nothing does or it breaks off. Never throws for a network that is away: see `status.lastError`. */
  send(trigger: SyncTrigger = 'button'): Promise<void> {
    this.isAsked = true;
    this.running ??= this.sendAll(trigger).finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** Sends by itself from now on: after each append, when the network is back, and every half minute while something waits. */
  start(): void {
    this.schedule.start();
  }

  stop(): void {
    this.schedule.stop();
  }

  /** Ends all work with the queue and gives its store back. Nothing is lost by it. */
  async close(): Promise<void> {
    this.stop();
    this.endOutside();
    this.ending.abort(new PosUnreachable('The queue was closed'));
    await this.running;
    await this.lastAppend;
    await this.options.store.close();
  }

  /** Entries: those to be sent in order, those refused in order, or all that are kept, newest first. */
  async entries(filter: 'waiting' | 'refused' | 'all' = 'waiting', limit = LIST_MAX): Promise<QueuedEntry[]> {
    const { store } = this.options;
    const found = filter === 'all' ? await store.newest(limit) : await store.after(filter, 0, limit);
    return found.map(shownEntry);
  }

  /** What became of an entry; `undefined` for one that is not (or no longer) kept. */
  async outcomeOf(entryId: string): Promise<QueuedEntry | undefined> {
    const stored = await this.options.store.find(entryId);
    return stored && shownEntry(stored);
  }

  /** Waits until the server has settled an entry. @returns `undefined` when it has not within the time. */
  whenSettled(entryId: string, timeoutMs: number): Promise<QueuedEntry | undefined> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        stopListening();
      };
      const look = (): void => {
        this.outcomeOf(entryId).then((found) => {
          if (found === undefined || !SETTLED.has(found.state)) return;
          end();
          resolve(found);
        }, reject);
      };
      const stopListening = this.onChange(look);
      const timer = setTimeout(() => {
        end();
        resolve(undefined);
      }, timeoutMs);
      look();
    });
  }

  /** Somebody has seen these refusals: they stay findable, and leave the list. */
  acknowledge(entryIds: readonly string[]): Promise<void> {
    return this.changed(entryIds, ({ entry, ...fate }) => {
      const { state, code, detail, conflicts, order, sentAt } = fate;
      const same = { state, code, detail, conflicts, order, sentAt };
      return { sequence: entry.sequence, fate: same, shelf: 'done', from: ['refused'] };
    });
  }

  /** Asks the server again about entries that it refused, after somebody there has decided about them. */
  async askAgain(entryIds: readonly string[]): Promise<void> {
    await this.changed(entryIds, waitingAgain);
    await this.send('button');
  }

  /** The file that a manager hands in for a device that cannot send: a batch of all that is not settled, as it was signed. */
  async export(): Promise<string> {
    const { store, tenant, deviceId, keys } = this.options;
    const [waiting, refused] = await Promise.all([
      store.after('waiting', 0, EXPORT_MAX),
      store.after('refused', 0, EXPORT_MAX),
    ]);
    const entries = [...waiting, ...refused]
      .map(({ entry }) => entry)
      .sort((one, other) => one.sequence - other.sequence);
    const about = { format: 'pos-sync/1', tenant, deviceId, key: keys.publicJwk, trigger: 'file', waiting: 0 };
    return JSON.stringify({ ...about, sentAt: new Date(this.now()).toISOString(), entries });
  }

  private async appended(act: Act): Promise<SyncEntry> {
    const { store, tenant, deviceId, keys: signer } = this.options;
    try {
      for (let tried = 0; tried < APPEND_TRIES; tried++) {
        const there = await store.find(act.id);
        if (there !== undefined) return sameAct(there.entry, act);
        const head = await store.head();
        const { entry, bytes } = await sealEntry({ tenant, deviceId, signer }, act, head);
        if (!(await store.append(entry, bytes, head))) continue; // another tab was faster
        await this.refresh({ full: false });
        this.schedule.appended();
        return entry;
      }
    } catch (error) {
      if (error instanceof QueueFull) await this.refresh({ full: true });
      throw error;
    }
    throw new Error('Other tabs of this device append without end');
  }

  private async sendAll(trigger: SyncTrigger): Promise<void> {
    const { store } = this.options;
    const { signal } = this.ending;
    while (this.isAsked && !signal.aborted) {
      this.isAsked = false;
      const total = this.current.pending;
      if (total > 0) await this.refresh({ sending: { done: 0, total } });
      try {
        await store.exclusively('send', () => this.sender.run(trigger, signal), SEND_PATIENCE_MS);
        this.went = 'sent';
        await this.prune();
        await this.refresh({ sending: null, lastError: null, lastSyncAt: new Date(this.now()) });
      } catch (error) {
        this.isAsked = false;
        this.went = error instanceof PosProblem && REFUSING.has(error.status) ? 'refused' : 'failed';
        await this.refresh({ sending: null, ...(!this.isClosed && { lastError: this.errorOf(error) }) });
      }
    }
  }

  private get isClosed(): boolean {
    return this.ending.signal.aborted;
  }

  private errorOf(error: unknown): QueueStatus['lastError'] {
    const at = new Date(this.now());
    if (error instanceof PosProblem) return { code: error.code, detail: error.detail ?? error.title, at };
    const code = error instanceof PosUnreachable ? 'unreachable' : 'not_kept';
    return { code, detail: error instanceof Error ? error.message : String(error), at };
  }

  /** Counts anew and tells who listens. Never throws: what was kept is kept, whether it could be counted or not. */
  private refresh(change: Partial<QueueStatus>): Promise<void> {
    this.refreshing = this.refreshing.then(async () => {
      let counted: Partial<QueueStatus>;
      try {
        const { waiting: pending, refused, oldestAt } = await this.options.store.counts();
        counted = { pending, refused, oldestAt: oldestAt === null ? null : new Date(oldestAt) };
      } catch (error) {
        counted = { lastError: this.errorOf(error) };
      }
      const before = JSON.stringify(this.current);
      this.current = { ...this.current, ...change, ...counted };
      if (JSON.stringify(this.current) !== before) for (const listener of [...this.listeners]) listener(this.current);
    });
    return this.refreshing;
  }

  private async changed(entryIds: readonly string[], changeOf: (stored: StoredEntry) => EntryChange): Promise<void> {
    const { store } = this.options;
    const found = await Promise.all(entryIds.map((id) => store.find(id)));
    await store.change(found.filter((stored) => stored !== undefined).map(changeOf));
    await this.refresh({});
  }

  /** Makes room, now and then. */
  private async prune(): Promise<void> {
    if (this.now() - this.prunedAt < PRUNE_EVERY_MS) return;
    this.prunedAt = this.now();
    await this.options.store.prune(this.prunedAt - KEPT_MS, KEPT_MAX);
  }
}

/** @throws RangeError where the id is of another act. */
function sameAct(entry: SyncEntry, { id, kind, body }: Act): SyncEntry {
  if (entry.kind === kind && canonicalText(entry.body) === canonicalText(body)) return entry;
  throw new RangeError(`The id ${id} is of another act`);
}

/** JSON whose members have an order: a store may give them back in another one. */
function canonicalText(value: Json): string {
  return JSON.stringify(value, (_name, member: Json) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}
