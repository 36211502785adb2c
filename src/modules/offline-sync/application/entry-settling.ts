import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { EntryRecord, EntryStanding } from '../domain/entry-record.js';
import { nextTry } from '../domain/entry-standing.js';
import type { FoundConflict } from '../domain/needed-right.js';
import { openConflict } from '../domain/sync-conflict.js';
import { counted, isGapOver, type SyncDevice } from '../domain/sync-device.js';
import { conflictEvent, deviceEvent, entryEvent } from '../domain/sync-events.js';
import type { EntryQueue, SyncConflicts, SyncDevices } from '../ports/entry-queue.js';
import type { SyncObserver } from '../ports/sync-surroundings.js';

/** An entry whose handling ends. */
export interface Settled {
  readonly record: EntryRecord;
  /** False for one that is in the queue and waited there, or was put there before it was handled. */
  readonly isNew: boolean;
  readonly wasHeld: boolean;
  readonly standing: EntryStanding;
  readonly conflicts: readonly FoundConflict[];
  readonly device: SyncDevice;
  readonly at: Date;
  readonly by: string;
}

/** Writes down what became of an entry, and tells of it. */
export class EntrySettling {
  constructor(
    private readonly queue: EntryQueue,
    private readonly devices: SyncDevices,
    private readonly conflicts: SyncConflicts,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly observer: Pick<SyncObserver, 'conflictOpened'>,
  ) {}

  /** @returns `undefined` when another entry has its id or its place. */
  async settle(tx: Tx, settled: Settled): Promise<EntryRecord | undefined> {
    const { standing, isNew, at, by, wasHeld } = settled;
    const record = standingIn(settled);
    if (!isNew) this.queue.save(tx, record);
    else if (!(await this.queue.add(tx, record))) return undefined;
    const before = wasHeld ? 'held' : null;
    const { status: after, code } = standing;
    const act = wasHeld ? 'retried' : 'received';
    this.queue.note(tx, { entryId: record.id, act, at, by, reason: null, before, after, code });
    await this.tellConflicts(tx, record, settled.conflicts, at);
    this.devices.save(tx, this.tell(tx, record, settled.device));
    return record;
  }

  private tell(tx: Tx, record: EntryRecord, heard: SyncDevice): SyncDevice {
    let device = heard;
    const { status } = record;
    if (status === 'rejected' || status === 'quarantined') {
      device = counted(device);
      this.outbox.append(tx, [entryEvent(`pos.sync.entry_${status}`, record, device)]);
    }
    if (isGapOver(device)) {
      device = counted({ ...device, gapToldAt: null });
      this.outbox.append(tx, [deviceEvent('pos.sync.gap_filled', device)]);
    }
    return device;
  }

  private async tellConflicts(tx: Tx, record: EntryRecord, found: readonly FoundConflict[], at: Date): Promise<void> {
    const { id: entryId, deviceId, outletId, subjectId, kind } = record;
    for (const one of found) {
      const place = { entryId, deviceId, outletId, subjectId, kind };
      const conflict = openConflict(this.ids.next(), place, one, at);
      if (!(await this.conflicts.add(tx, conflict))) continue;
      this.outbox.append(tx, [conflictEvent('pos.sync.conflict_opened', conflict)]);
      this.observer.conflictOpened();
    }
  }
}

function standingIn({ record, standing, wasHeld, at }: Settled): EntryRecord {
  const tries = record.tries + 1;
  const nextTryAt = nextTry(standing, tries, at);
  return { ...record, ...standing, tries, nextTryAt, version: wasHeld ? record.version + 1 : record.version };
}
