import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { BATCH_MAX } from '../domain/entry.js';
import type { SyncDevice } from '../domain/sync-device.js';
import type { SyncRefusal } from '../domain/sync-refusal.js';
import type { EntryQueue, SyncDevices } from '../ports/entry-queue.js';
import type { LinkedDevices, Seals, SendingDevice } from '../ports/sync-surroundings.js';
import type { BatchCommand, BatchReport } from './batch-report.js';
import type { DeviceTurns } from './device-turns.js';
import { actorNameOf, type EntryJob } from './entry-job.js';
import type { FinishBatch } from './finish-batch.js';
import type { BatchFrame, CheckedEntry, PrepareEntries } from './prepare-entries.js';
import type { RetryHeld } from './retry-held.js';
import type { TakeEntry } from './take-entry.js';

export interface BatchPorts {
  readonly transactor: Transactor;
  readonly devices: LinkedDevices;
  readonly syncDevices: SyncDevices;
  readonly queue: EntryQueue;
  readonly seals: Seals;
  readonly prepare: PrepareEntries;
  readonly take: TakeEntry;
  readonly retry: RetryHeld;
  readonly finish: FinishBatch;
  readonly turns: DeviceTurns;
  /** A clock that only goes forward, in ms. */
  readonly elapsed: () => number;
}

/** A batch is answered long before its sender gives up waiting (a minute): what is not looked at by then is sent again. */
const ENTRIES_MS = 10_000;
/** What waited for them is tried for so much longer; the rest of it is the worker's. */
const RETRIES_MS = 5_000;

/** What was found out while a batch was handled. */
interface TakenBatch {
  readonly frame: BatchFrame;
  /** Fingerprints of what was known before. */
  readonly duplicates: ReadonlySet<string>;
  /** Fingerprints of what there was no time for. */
  readonly left: ReadonlySet<string>;
}

/** Takes a part of a device's queue: each entry by itself, in the order of their numbers. */
export class TakeBatch {
  constructor(private readonly ports: BatchPorts) {}

  /**
   * @throws Refusal `permission_missing`, `batch_too_large`, `sync_device_not_found`, `sync_key_missing`, `sync_in_progress`. That an
   * entry is refused is told in its result; what has none was not looked at, and is to be sent again.
   */
  async execute(context: RequestContext, command: BatchCommand): Promise<BatchReport> {
    const { entries } = command;
    if (entries.length > BATCH_MAX) throw new Refusal<SyncRefusal>('batch_too_large', { max: BATCH_MAX });
    const deviceId = assertMaySend(context, command.deviceId);
    const { idempotency: _idempotency, ...own } = context;
    const { transactor, devices, seals, turns } = this.ports;
    const device = await transactor.read(context, (tx) => visible(tx, context, devices, deviceId));
    const check = await seals.checkerFor(device, command.key, context.tenantSlug);
    const checked = entries.map((entry) => ({ entry, seal: check(entry) }));
    return turns.take(`${context.tenantId} ${device.id}`, async () => {
      const { frame, duplicates, left } = await this.takeAll(own, device, command, inOrder(checked));
      const skewMs = frame.relayedBy === null ? frame.skewMs : null;
      const key = checked.some(({ seal }) => seal.fault === 'key_wrong') ? null : command.key;
      const said = { device, skewMs, key, trigger: command.trigger, waiting: command.waiting + left.size };
      const looked = checked.filter(({ seal }) => !left.has(seal.fingerprint));
      return this.ports.finish.execute(context, said, looked, duplicates);
    });
  }

  private async takeAll(
    context: RequestContext,
    device: SendingDevice,
    command: BatchCommand,
    checked: readonly CheckedEntry[],
  ): Promise<TakenBatch> {
    const { transactor, queue, syncDevices, prepare } = this.ports;
    const { frame, jobs, duplicates } = await transactor.read(context, async (tx) => {
      const known = await queue.known(
        tx,
        [],
        checked.map(({ seal }) => seal.fingerprint),
      );
      const prints = new Set(known.map(({ fingerprint }) => fingerprint));
      const fresh = checked.filter(({ seal }) => !prints.has(seal.fingerprint));
      const ofBatch = frameOf(context, device, command, await syncDevices.find(tx, device.id));
      return { frame: ofBatch, duplicates: prints, jobs: await prepare.fresh(tx, context, ofBatch, fresh) };
    });
    const taken = await this.takeEach(context, device.id, jobs);
    return { frame, left: taken.left, duplicates: new Set([...duplicates, ...taken.duplicates]) };
  }

  private async takeEach(
    context: RequestContext,
    deviceId: string,
    jobs: readonly EntryJob[],
  ): Promise<Omit<TakenBatch, 'frame'>> {
    const { take, retry, elapsed } = this.ports;
    const until = elapsed() + ENTRIES_MS;
    const [changed, handled] = [new Set<string>(), new Set<string>()];
    const [duplicates, left] = [new Set<string>(), new Set<string>()];
    for (const job of jobs) {
      const { fingerprint } = job.record;
      // The same entry twice in one batch is one entry.
      if (handled.has(fingerprint)) continue;
      // One is always looked at: whoever sends the rest again comes to its end.
      if (handled.size > 0 && elapsed() >= until) {
        left.add(fingerprint);
        continue;
      }
      handled.add(fingerprint);
      const { entry, isDuplicate } = await take.execute(context, job);
      if (isDuplicate) duplicates.add(entry.fingerprint);
      else if (entry.status === 'applied') changed.add(entry.id);
    }
    await retry.after(context, deviceId, [...changed], () => elapsed() < until + RETRIES_MS);
    return { duplicates, left };
  }
}

/** @returns whose queue it is. @throws Refusal `permission_missing`, `sync_device_not_found`. */
function assertMaySend({ principal }: RequestContext, wanted: string | undefined): string {
  const deviceId = wanted ?? principal.deviceId;
  const isOwn = deviceId !== undefined && deviceId === principal.deviceId;
  const permission = isOwn ? 'sync:upload' : 'sync:relay';
  // Who is signed in at a device holds its key as well: the seals of the entries say more than this does.
  const isAtDevice = isOwn && principal.kind === 'user';
  if (!isAtDevice && !principal.permissions.has(permission)) throw new Refusal('permission_missing', { permission });
  if (deviceId === undefined) throw new Refusal<SyncRefusal>('sync_device_not_found', { deviceId: null });
  return deviceId;
}

async function visible(
  tx: Tx,
  { principal }: RequestContext,
  devices: LinkedDevices,
  deviceId: string,
): Promise<SendingDevice> {
  const device = await devices.device(tx, deviceId);
  if (device === undefined || !mayActFor(principal, device.outletId))
    throw new Refusal<SyncRefusal>('sync_device_not_found', { deviceId });
  return device;
}

/** What a relay's clock says is not the device's: what was measured last is believed. */
function frameOf(
  { principal, at }: RequestContext,
  device: SendingDevice,
  { sentAt, trigger }: BatchCommand,
  known: SyncDevice | undefined,
): BatchFrame {
  const isOwn = principal.deviceId === device.id;
  const skewMs = isOwn ? sentAt.getTime() - at.getTime() : (known?.skewMs ?? null);
  const relayedBy = isOwn ? null : actorNameOf(principal);
  return { device, skewMs, trigger, relayedBy, tellSkew: isOwn && (known?.skewedSince ?? null) === null };
}

function inOrder(entries: readonly CheckedEntry[]): readonly CheckedEntry[] {
  return [...entries].sort((one, other) => one.entry.sequence - other.entry.sequence);
}
