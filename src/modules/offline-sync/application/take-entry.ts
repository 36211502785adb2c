import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { hasGapBelow, hasGapBetween, noted } from '../domain/device-chain.js';
import { FIRST_HASH, type EntryKind } from '../domain/entry.js';
import { aboutOf, needsAllBefore, opensAgain, type EntryRecord, type EntryStanding } from '../domain/entry-record.js';
import { applied, failed, faultOfPlace, held, quarantined, standingOf, waitOf } from '../domain/entry-standing.js';
import { conflictsOfPeople, type FoundConflict } from '../domain/needed-right.js';
import { isGapNew, withChain, type SyncDevice } from '../domain/sync-device.js';
import type { EntryAct, EntryHandler } from '../ports/entry-handler.js';
import type { EntryQueue, KnownEntry, SyncDevices } from '../ports/entry-queue.js';
import type { RefusalWords, SyncObserver } from '../ports/sync-surroundings.js';
import { actorNameOf, contextOfPerson, rightFor, type EntryJob } from './entry-job.js';
import type { EntrySettling } from './entry-settling.js';

/** What became of an entry now. */
export interface Taken {
  readonly entry: KnownEntry;
  /** True where it had been settled before: nothing was done. */
  readonly isDuplicate: boolean;
}

export interface TakePorts {
  readonly transactor: Transactor;
  readonly queue: EntryQueue;
  readonly devices: SyncDevices;
  readonly settling: EntrySettling;
  readonly handlers: readonly EntryHandler[];
  readonly words: RefusalWords;
  readonly observer: SyncObserver;
  readonly ids: IdSource;
}

/** An entry whose place is known and that may be handled. */
interface Placed {
  readonly record: EntryRecord;
  readonly device: SyncDevice;
}

const ROUNDS_MAX = 3;
/** Of what an entry waits for, so many are named. */
const BEFORE_MAX = 20;

/**
 * Lets one entry take effect, in one transaction with its row in the queue: after a crash both are there, or neither. What cannot
 * take effect is written down in a second one, once the first is undone. The device's row is locked first, so entries of one device
 * never overtake each other, whoever sends them.
 */
export class TakeEntry {
  private readonly handlers = new Map<string, EntryHandler>();

  constructor(private readonly ports: TakePorts) {
    for (const handler of ports.handlers) for (const kind of handler.kinds) this.handlers.set(kind, handler);
  }

  /** @param context of who hands it in, without an idempotency key. A refusal of the entry is its outcome, and none of this. */
  async execute(context: RequestContext, job: EntryJob): Promise<Taken> {
    const taken = await this.attempt(context, job);
    this.ports.observer.taken(taken.isDuplicate ? 'duplicate' : taken.entry.status);
    return taken;
  }

  private async attempt(context: RequestContext, job: EntryJob): Promise<Taken> {
    const { transactor, observer } = this.ports;
    const handler = this.handlers.get(job.record.kind);
    const personal = job.suspicion === null ? contextOfPerson(context, job) : context;
    const by = actorNameOf(context.principal);
    for (let round = 1; ; round += 1) {
      try {
        return await transactor.run(personal, (tx) => this.take(tx, personal, job, by));
      } catch (error) {
        const isRace = error instanceof Refusal && handler?.races.has(error.code) === true;
        if (isRace && round < ROUNDS_MAX) continue;
        if (!(error instanceof Refusal)) observer.failed(job.record.id, error);
        return transactor.run(context, (tx) => this.writeDown(tx, context.at, job, by, error));
      }
    }
  }

  private async take(tx: Tx, context: RequestContext, job: EntryJob, by: string): Promise<Taken> {
    const { at } = context;
    const device = await this.ports.devices.lock(tx, job.record.deviceId, job.record.outletId);
    if (!job.isNew) {
      const current = await this.ports.queue.lock(tx, job.record.id);
      if (current.status !== 'held') return { entry: current, isDuplicate: true };
      const wait = await this.waitOf(tx, job, { record: current, device }, at);
      if (wait !== undefined) return this.settle(tx, job, { record: current, device }, wait, by, at);
      return this.handle(tx, context, job, { record: current, device }, by);
    }
    const [placed, fault] = await this.place(tx, job, device, at);
    const standing = fault ?? (await this.waitOf(tx, job, placed, at));
    if (standing !== undefined) return this.settle(tx, job, placed, standing, by, at);
    // The row is there before anything takes effect: whoever sends the same again meanwhile finds it.
    const guard = { ...placed.record, ...held('waits_for_another_try') };
    if (!(await this.ports.queue.add(tx, guard))) return this.known(tx, job, placed, by, at);
    return this.handle(tx, context, { ...job, isNew: false }, placed, by);
  }

  private async place(
    tx: Tx,
    { record, suspicion }: EntryJob,
    device: SyncDevice,
    at: Date,
  ): Promise<readonly [Placed, EntryStanding | undefined]> {
    if (!record.inChain) return [{ record, device }, suspicion ?? undefined];
    const around = await this.ports.queue.neighbours(tx, record.deviceId, record.sequence);
    const fault = faultOfPlace(record, around, FIRST_HASH);
    if (fault?.code === 'sequence_forked') return [{ record: { ...record, inChain: false }, device }, fault];
    const chain = noted(device.chain, record.sequence, record.hash);
    return [{ record, device: withChain(device, chain, at) }, fault ?? suspicion ?? undefined];
  }

  private async waitOf(tx: Tx, job: EntryJob, placed: Placed, at: Date): Promise<EntryStanding | undefined> {
    const { record } = placed;
    if (!this.handlers.has(record.kind)) return held('kind_unknown');
    const blockers = await this.ports.queue.blockers(tx, record);
    if (job.despiteGap) return waitOf(blockers, false);
    const before = opensAgain(record.kind) ? await this.heldBefore(tx, record, aboutOf(record.kind)) : [];
    const waitsFor = [...blockers.waitsFor, ...before];
    return waitOf({ ...blockers, waitsFor }, await this.gapMatters(tx, placed, at));
  }

  private async gapMatters(tx: Tx, { record, device }: Placed, at: Date): Promise<boolean> {
    const { kind, deviceId, subjectId, sequence } = record;
    if (!hasGapBelow(device.chain, sequence)) return false;
    if (opensAgain(kind)) return isGapNew(device, at);
    if (!needsAllBefore(kind)) return false;
    const begun = subjectId === null ? undefined : await this.ports.queue.beginningOf(tx, deviceId, subjectId);
    return hasGapBetween(device.chain, begun ?? 0, sequence);
  }

  private async handle(tx: Tx, context: RequestContext, job: EntryJob, placed: Placed, by: string): Promise<Taken> {
    const { record } = placed;
    const handler = this.handlers.get(record.kind) as EntryHandler;
    const { conflicts, order } = await handler.handle(tx, context, actOf(job, placed));
    const people = conflictsOfPeople(record.kind as EntryKind, job.actor, job.approver);
    return this.settle(tx, job, placed, applied(order), by, context.at, [...people, ...conflicts]);
  }

  /** After the transaction in which it was to take effect is undone. */
  private async writeDown(tx: Tx, at: Date, job: EntryJob, by: string, error: unknown): Promise<Taken> {
    const device = await this.ports.devices.lock(tx, job.record.deviceId, job.record.outletId);
    const [placed] = job.isNew
      ? await this.place(tx, job, device, at)
      : [{ record: await this.ports.queue.lock(tx, job.record.id), device }];
    if (!job.isNew && placed.record.status !== 'held') return { entry: placed.record, isDuplicate: true };
    return this.settle(tx, job, placed, await this.standingAfter(tx, error, placed), by, at);
  }

  private async standingAfter(tx: Tx, error: unknown, { record, device }: Placed): Promise<EntryStanding> {
    const handler = this.handlers.get(record.kind);
    if (!(error instanceof Refusal) || handler === undefined) return failed(record.tries);
    const detail = this.ports.words.detailOf(error);
    const before = handler.waitsForGap.has(error.code) ? await this.heldBefore(tx, record) : [];
    return standingOf(error, detail, handler, hasGapBelow(device.chain, record.sequence), before);
  }

  /**
   * What the device did before has come, but waits: a drawer that is to be opened may still be open because of that.
   * @param about `drawer`, `shift`, `order`; absent: any.
   */
  private heldBefore(tx: Tx, record: EntryRecord, about?: string): Promise<readonly EntryRecord['id'][]> {
    return this.ports.queue.heldBefore(tx, record, about ?? null, BEFORE_MAX);
  }

  private async settle(
    tx: Tx,
    job: EntryJob,
    { record, device }: Placed,
    standing: EntryStanding,
    by: string,
    at: Date,
    found: readonly FoundConflict[] = [],
  ): Promise<Taken> {
    const noticed = standing.status === 'quarantined' ? [] : job.noticed;
    const wasHeld = record.version > 1 || record.tries > 0;
    const conflicts = [...noticed, ...found];
    const { isNew } = job;
    const entry = await this.ports.settling.settle(tx, {
      ...{ record, standing, conflicts, device, at, by, isNew, wasHeld },
    });
    return entry === undefined ? this.known(tx, job, { record, device }, by, at) : { entry, isDuplicate: false };
  }

  /** Its id is taken: it came before, or somebody uses the id twice. */
  private async known(tx: Tx, job: EntryJob, { record, device }: Placed, by: string, at: Date): Promise<Taken> {
    const known = await this.ports.queue.known(tx, [record.id], [record.fingerprint]);
    const same = known.find(({ fingerprint }) => fingerprint === record.fingerprint);
    if (same !== undefined) return { entry: same, isDuplicate: true };
    const copy = { ...record, id: this.ports.ids.next<'sync-entry'>(), inChain: false };
    const standing = quarantined('id_taken', { rivalId: record.id });
    const untouched = { ...device, chain: (await this.ports.devices.find(tx, record.deviceId))?.chain ?? device.chain };
    return this.settle(tx, { ...job, isNew: true }, { record: copy, device: untouched }, standing, by, at);
  }
}

const NO_RIGHTS: ReadonlySet<string> = new Set();

function actOf({ approver, despiteGap }: EntryJob, { record, device }: Placed): EntryAct {
  const { kind, body, happenedAt, deviceAt, deviceId, outletId } = record;
  const right = rightFor(kind);
  const isStoodFor = approver !== null && right !== undefined && approver.permissions.has(right);
  return {
    ...{ kind, body, deviceId, outletId, at: happenedAt },
    correctionMs: happenedAt.getTime() - deviceAt.getTime(),
    approvedBy: isStoodFor ? `user:${approver.actorId}` : null,
    approverRights: approver?.permissions ?? NO_RIGHTS,
    mayWait: !despiteGap && hasGapBelow(device.chain, record.sequence),
  };
}
