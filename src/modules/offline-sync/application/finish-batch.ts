import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { EntryStatus } from '../domain/entry-record.js';
import { counted, heardBatch, isGapOver, type SyncDevice } from '../domain/sync-device.js';
import { deviceEvent } from '../domain/sync-events.js';
import type { EntryQueue, KnownEntry, SyncConflicts, SyncDevices } from '../ports/entry-queue.js';
import type { DeviceJwk, LinkedDevices, SendingDevice } from '../ports/sync-surroundings.js';
import type { BatchCommand, BatchReport, BatchResult } from './batch-report.js';
import type { DeviceTurns } from './device-turns.js';
import type { CheckedEntry } from './prepare-entries.js';

export interface FinishPorts {
  readonly transactor: Transactor;
  readonly queue: EntryQueue;
  readonly syncDevices: SyncDevices;
  readonly conflicts: SyncConflicts;
  readonly devices: LinkedDevices;
  readonly outbox: Outbox;
  readonly turns: DeviceTurns;
}

/** A batch once its entries are handled. */
export interface HandledBatch extends Pick<BatchCommand, 'waiting' | 'trigger'> {
  readonly device: SendingDevice;
  /** As measured by this batch; `null`: it says nothing of the device's clock. */
  readonly skewMs: number | null;
  /** The key that it signs with; `null`: it has none, or what came is not it. */
  readonly key: DeviceJwk | null;
}

const RANGES_MAX = 100;

/** Ends a batch: takes note of how its device fares, and says what became of each entry. */
export class FinishBatch {
  constructor(private readonly ports: FinishPorts) {}

  /** @param duplicates fingerprints of what was known before the batch. */
  execute(
    context: RequestContext,
    batch: HandledBatch,
    checked: readonly CheckedEntry[],
    duplicates: ReadonlySet<string>,
  ): Promise<BatchReport> {
    const { transactor, queue, conflicts, turns } = this.ports;
    return transactor.run(context, async (tx) => {
      const device = await this.heard(tx, context, batch);
      const prints = checked.map(({ seal }) => seal.fingerprint);
      const known = new Map((await queue.known(tx, [], prints)).map((one) => [one.fingerprint, one]));
      const found = await conflicts.of(
        tx,
        [...known.values()].map(({ id }) => id),
      );
      const seen = new Set(duplicates);
      const results = checked.map(({ entry, seal }) => {
        const isDuplicate = seen.has(seal.fingerprint);
        seen.add(seal.fingerprint);
        return resultOf(entry, known.get(seal.fingerprint), isDuplicate, found);
      });
      const { through, highest, headHash, missing } = device.chain;
      const next = highest === 0 ? null : { sequence: highest + 1, hash: headHash };
      const { pauseMs } = turns;
      return { results, missing: missing.slice(0, RANGES_MAX), through, next, serverTime: context.at, pauseMs };
    });
  }

  private async heard(tx: Tx, { at }: RequestContext, batch: HandledBatch): Promise<SyncDevice> {
    const { syncDevices, devices, outbox } = this.ports;
    const { device: sender, waiting, trigger, skewMs } = batch;
    const { id, outletId } = sender;
    const before = await syncDevices.lock(tx, id, outletId);
    let device = heardBatch(before, { at, trigger, waiting, skewMs, outletId });
    if (device.skewedSince !== null && before.skewedSince === null) {
      device = counted(device);
      outbox.append(tx, [deviceEvent('pos.sync.clock_wrong', device)]);
    }
    if (isGapOver(device)) {
      device = counted({ ...device, gapToldAt: null });
      outbox.append(tx, [deviceEvent('pos.sync.gap_filled', device)]);
    }
    syncDevices.save(tx, device);
    if (batch.key !== null) syncDevices.keepKey(tx, id, batch.key);
    devices.heard(tx, id, waiting, at);
    return device;
  }
}

function resultOf(
  { id, sequence }: CheckedEntry['entry'],
  known: KnownEntry | undefined,
  isDuplicate: boolean,
  found: readonly { readonly id: string; readonly entryId: string; readonly cause: string }[],
): BatchResult {
  if (known === undefined) throw new Error(`entry ${id} was handled, yet it is not in the queue`);
  const { code, detail, order } = known;
  const status = shown(known.status);
  const conflicts = found.filter(({ entryId }) => entryId === known.id);
  return {
    ...{ id, sequence, status: isDuplicate ? 'duplicate' : status, first: isDuplicate ? status : null },
    ...{ code: known.status === 'discarded' ? 'discarded' : code, detail, order },
    conflicts: conflicts.map((one) => ({ id: one.id, cause: one.cause })),
  };
}

/** For who sent it, what was discarded is refused for good. */
function shown(status: EntryStatus): Exclude<EntryStatus, 'discarded'> {
  return status === 'discarded' ? 'rejected' : status;
}
