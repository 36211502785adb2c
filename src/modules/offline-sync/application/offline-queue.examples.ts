import type { RequestContext } from '../../../kernel/context.js';
import { UuidV7Source, type OutletId, type TenantId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { FIRST_HASH, type SyncEntry } from '../domain/entry.js';
import { aboutOf, BEGINNINGS, countsDrawer, type EntryRecord, type EntryRecordId } from '../domain/entry-record.js';
import type { Blockers, Neighbours } from '../domain/entry-standing.js';
import type { SyncConflict } from '../domain/sync-conflict.js';
import { newSyncDevice, type SyncDevice } from '../domain/sync-device.js';
import type { EntryAct, EntryHandler, Handled } from '../ports/entry-handler.js';
import type { EntryQueue, Handling, SyncConflicts, SyncDevices } from '../ports/entry-queue.js';
import type { SendingDevice } from '../ports/sync-surroundings.js';
import type { BatchReport } from './batch-report.js';
import { DeviceTurns } from './device-turns.js';
import { EntrySettling } from './entry-settling.js';
import { FinishBatch } from './finish-batch.js';
import { PrepareEntries } from './prepare-entries.js';
import { RetryHeld } from './retry-held.js';
import { TakeBatch } from './take-batch.js';
import { TakeEntry } from './take-entry.js';

const OUTLET = '0197a3c2-0000-7000-8000-0000000000a1' as OutletId;
export const DEVICE: SendingDevice = {
  ...{ id: '0197a3c2-0000-7000-8000-0000000000d1', name: 'Till', kind: 'till', outletId: OUTLET, status: 'active' },
  proof: { by: 'secret', hash: '' },
};
export const PERSON = { personId: '0197a3c2-0000-7000-8000-0000000000b1', sessionId: null };

/** A crash: nothing after it happens, and the caller hears nothing. */
export class Killed extends Error {}

/** All that is kept, in memory. */
class Kept {
  entries = new Map<string, EntryRecord>();
  devices = new Map<string, SyncDevice>();
  conflicts = new Map<string, SyncConflict>();
  handlings: Handling[] = [];
  /** What took effect, by what it is about. */
  effects = new Map<string, readonly string[]>();
  events: string[] = [];

  copy(): Kept {
    const { entries, devices, conflicts, handlings, effects, events } = this;
    return Object.assign(new Kept(), {
      ...{ entries: new Map(entries), devices: new Map(devices), conflicts: new Map(conflicts) },
      ...{ handlings: [...handlings], effects: new Map(effects), events: [...events] },
    });
  }
}

/** A server in memory whose transactions are undone as a whole, and which a test kills where it likes. */
export class MemoryServer implements Transactor {
  kept = new Kept();
  /** Says whether the server dies in the next transaction, and where. */
  fate: () => 'lives' | 'before_commit' | 'after_commit' = () => 'lives';
  /** How long the server has been at it, in ms. */
  elapsed: () => number = () => 0;
  private readonly ids = new UuidV7Source(
    () => 1_700_000_000_000,
    (size) => new Uint8Array(size),
  );

  async run<Result>(_context: RequestContext, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const before = this.kept;
    this.kept = before.copy();
    const fate = this.fate();
    try {
      const result = await work({} as Tx);
      if (fate === 'before_commit') throw new Killed();
      if (fate === 'after_commit') this.died = true;
      return result;
    } catch (error) {
      this.kept = before;
      throw error;
    } finally {
      if (this.died) await this.die();
    }
  }

  async read<Result>(_context: unknown, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return work({} as Tx);
  }

  private died = false;
  private die(): Promise<never> {
    this.died = false;
    return Promise.reject(new Killed());
  }

  /** The use case over all this. */
  taking(): TakeBatch {
    const { queue, syncDevices, conflicts, ids } = this;
    const outbox = { append: (_tx: Tx, events: readonly { type: string }[]) => this.tell(events) };
    const observer = { taken: nothing, conflictOpened: nothing, failed: rethrowKilled };
    const settling = new EntrySettling(queue, syncDevices, conflicts, outbox, ids, observer);
    const words = { detailOf: ({ code }: Refusal) => code };
    const handlers = [new LedgerHandler(() => this.kept.effects)];
    const take = new TakeEntry({
      ...{ transactor: this, queue, devices: syncDevices, settling, handlers, words, observer, ids },
    });
    const person = { ...PERSON, actorId: PERSON.personId, known: true, permissions: new Set(['orders:write']) };
    const prepare = new PrepareEntries(
      { acting: async () => person },
      { businessDate: async () => '2026-11-21' },
      { masked: (body) => ({ body, hidden: false }) },
      ids,
    );
    const devices = { device: async () => DEVICE, heard: nothing };
    const retry = new RetryHeld({ transactor: this, queue, syncDevices, devices, prepare, take });
    const turns = new DeviceTurns();
    const finish = new FinishBatch({ transactor: this, queue, syncDevices, conflicts, devices, outbox, turns });
    const seals = {
      checkerFor:
        async () =>
        ({ hash }: SyncEntry) => ({ fault: null, fingerprint: hash }),
    };
    return new TakeBatch({
      ...{
        transactor: this,
        devices,
        syncDevices,
        queue,
        seals,
        prepare,
        take,
        retry,
        finish,
        turns,
        elapsed: this.elapsed,
      },
    });
  }

  /** Sends a batch as the device does. @throws Killed. */
  send(entries: readonly SyncEntry[]): Promise<BatchReport> {
    const at = new Date('2026-11-21T12:00:00Z');
    const principal = { kind: 'device', id: DEVICE.id, deviceId: DEVICE.id, permissions: new Set(['sync:upload']) };
    const context = { tenantId: OUTLET as unknown as TenantId, tenantSlug: 't', requestId: 'r', at };
    return this.taking().execute({ ...context, principal: { ...principal, test: false } } as RequestContext, {
      deviceId: undefined,
      key: null,
      sentAt: at,
      waiting: 0,
      trigger: 'button',
      entries,
    });
  }

  private tell(events: readonly { type: string }[]): void {
    this.kept.events.push(...events.map(({ type }) => type));
  }

  private readonly queue: EntryQueue = {
    known: async (_tx, ids, fingerprints) => {
      const found = [...this.kept.entries.values()];
      return found.filter((one) => ids.includes(one.id) || fingerprints.includes(one.fingerprint));
    },
    neighbours: async (_tx, _device, sequence) => this.neighbours(sequence),
    blockers: async (_tx, entry) => this.blockers(entry),
    beginningOf: async (_tx, _device, subjectId) =>
      this.chain().find((one) => one.subjectId === subjectId && BEGINNINGS.has(one.kind))?.sequence,
    add: async (_tx, entry) => {
      const { entries } = this.kept;
      const isTaken = [...entries.values()].some(
        (one) =>
          one.fingerprint === entry.fingerprint || (one.inChain && entry.inChain && one.sequence === entry.sequence),
      );
      if (entries.has(entry.id) || isTaken) return false;
      entries.set(entry.id, entry);
      return true;
    },
    find: async (_tx, id) => this.kept.entries.get(id),
    lock: async (_tx, id) => this.kept.entries.get(id) ?? Promise.reject(new Refusal('sync_entry_not_found')),
    save: (_tx, entry) => void this.kept.entries.set(entry.id, entry),
    note: (_tx, handling) => void this.kept.handlings.push(handling),
    held: async () =>
      this.waiting().map((one) => {
        const begun = this.chain().find(({ subjectId, kind }) => subjectId === one.subjectId && BEGINNINGS.has(kind));
        return { ...one, wasRefused: 'refused' in one.facts, begunAt: begun?.sequence ?? null };
      }),
    about: async (_tx, ids) => {
      const meant = ids.flatMap((id) => this.kept.entries.get(id as EntryRecordId) ?? []);
      const abouts = new Set(meant.map(({ kind }) => aboutOf(kind)));
      return { subjects: new Set(meant.flatMap(({ subjectId }) => subjectId ?? [])), abouts };
    },
    heldBefore: async (_tx, { sequence }, about, limit) => {
      const before = this.waiting().filter((one) => one.inChain && one.sequence < sequence);
      const meant = before.filter(({ kind }) => about === null || kind.startsWith(`${about}.`));
      return meant.slice(0, limit).map(({ id }) => id);
    },
    those: async (_tx, ids) => this.waiting().filter(({ id }) => ids.includes(id)),
  };

  private readonly syncDevices: SyncDevices = {
    lock: async (_tx, id, outletId) => this.kept.devices.get(id) ?? newSyncDevice(id, outletId),
    find: async (_tx, id) => this.kept.devices.get(id),
    save: (_tx, device) => void this.kept.devices.set(device.deviceId, device),
    keepKey: () => undefined,
  };

  private readonly conflicts: SyncConflicts = {
    add: async (_tx, conflict) => {
      const key = `${conflict.entryId} ${conflict.cause}`;
      if (this.kept.conflicts.has(key)) return false;
      this.kept.conflicts.set(key, conflict);
      return true;
    },
    of: async () => [...this.kept.conflicts.values()],
    lock: () => Promise.reject(new Refusal('sync_conflict_not_found')),
    save: async () => undefined,
  };

  private chain(): readonly EntryRecord[] {
    const found = [...this.kept.entries.values()].filter(({ inChain }) => inChain);
    return found.sort((one, other) => one.sequence - other.sequence);
  }

  private waiting(): readonly EntryRecord[] {
    return this.chain().filter(({ status }) => status === 'held');
  }

  private neighbours(sequence: number): Neighbours {
    const at = (place: number) => this.chain().find((one) => one.sequence === place);
    const [before, same, after] = [at(sequence - 1), at(sequence), at(sequence + 1)];
    return { same, after, before: sequence === 1 ? { hash: FIRST_HASH } : before };
  }

  private blockers({ sequence, subjectId, sessionId, kind, dependsOn }: EntryRecord): Blockers {
    const open = this.chain().filter((one) => one.sequence < sequence && one.status !== 'applied');
    const waiting = open.filter(
      (one) =>
        (subjectId !== null && (one.subjectId === subjectId || (countsDrawer(kind) && one.sessionId === subjectId))) ||
        (sessionId !== null && one.subjectId === sessionId && one.kind === 'drawer.open'),
    );
    const named = dependsOn.filter((id) => this.kept.entries.get(id)?.status !== 'applied');
    return { discarded: [], waitsFor: [...new Set([...waiting.map(({ id }) => id as string), ...named])] };
  }
}

/** Stands for orders and drawers: refuses as they do, and keeps what took effect. */
class LedgerHandler implements EntryHandler {
  readonly kinds: ReadonlySet<string> = new Set([
    ...['order.place', 'order.add_payment', 'order.complete', 'order.void', 'drawer.open', 'drawer.paid_in'],
    'drawer.close',
  ]);
  readonly waits: ReadonlySet<string> = new Set(['order_not_found']);
  readonly waitsForGap: ReadonlySet<string> = new Set(['drawer_session_not_found']);
  readonly races: ReadonlySet<string> = new Set();

  constructor(private readonly effects: () => Map<string, readonly string[]>) {}

  async handle(_tx: Tx, _context: RequestContext, { kind, body, mayWait }: EntryAct): Promise<Handled> {
    const about = (body['orderId'] ?? body['sessionId']) as string;
    const done = this.effects().get(about);
    if (body['bad'] === true) throw new Refusal('amount_invalid');
    if (done === undefined && kind.startsWith('order.') && kind !== 'order.place') throw new Refusal('order_not_found');
    if (done === undefined && kind.startsWith('drawer.') && kind !== 'drawer.open')
      throw new Refusal('drawer_session_not_found');
    const session = body['drawerSessionId'];
    const isOpen = typeof session === 'string' && this.effects().has(session);
    if (typeof session === 'string' && !isOpen && mayWait) throw new Refusal('drawer_session_not_found');
    this.effects().set(about, [...(done ?? []), `${kind} ${markOf(body)}`]);
    // Money of a session that nobody knows goes into none.
    if (typeof session === 'string' && isOpen) this.into(session, markOf(body));
    // What counts tells all that was there when it counted.
    if (kind === 'drawer.close') this.into(about, `counted ${[...(this.effects().get(about) ?? [])].length}`);
    return { conflicts: [{ cause: 'price_differs', facts: {} }], order: null };
  }

  private into(session: string, mark: string): void {
    this.effects().set(session, [...(this.effects().get(session) ?? []), mark]);
  }
}

function markOf(body: EntryAct['body']): string {
  return JSON.stringify(body['mark'] ?? null);
}

function nothing(): void {}

function rethrowKilled(_id: string, error: unknown): void {
  if (error instanceof Killed) throw error;
}

/** What a server knows in the end, in an order that does not depend on how it came. */
export function outcomeOf({ kept }: MemoryServer): object {
  const entries = [...kept.entries.values()].map(({ sequence, status, code }) => [sequence, status, code] as const);
  const sorted = (list: readonly string[]): readonly string[] => [...list].sort();
  return {
    entries: entries.sort(([one], [other]) => one - other),
    effects: sorted([...kept.effects].map(([about, done]) => `${about}: ${sorted(done).join(', ')}`)),
    conflicts: sorted([...kept.conflicts.keys()]),
    chains: [...kept.devices.values()].map(({ chain }) => chain),
  };
}

/** An id of a test. */
export function idOf(n: number): EntryRecordId {
  return `0197a3c2-0000-7000-8000-${n.toString(16).padStart(12, '0')}` as EntryRecordId;
}
