import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import { believedTime, isSkewed } from '../domain/device-clock.js';
import type { SyncEntry } from '../domain/entry.js';
import {
  linksOf,
  type EntryRecord,
  type EntryRecordId,
  type EntryStanding,
  type SyncTrigger,
} from '../domain/entry-record.js';
import { held, quarantined } from '../domain/entry-standing.js';
import type { FoundConflict } from '../domain/needed-right.js';
import type { CardMask, SealVerdict, SendingDevice, SyncOutlets, Workforce } from '../ports/sync-surroundings.js';
import type { EntryJob } from './entry-job.js';
import { EntryPeople } from './entry-people.js';

/** An entry and what its seal says. */
export interface CheckedEntry {
  readonly entry: SyncEntry;
  readonly seal: SealVerdict;
}

/** What a batch says of all its entries. */
export interface BatchFrame {
  readonly device: SendingDevice;
  /** The device's clock less the server's, in ms; `null`: nobody has measured it. */
  readonly skewMs: number | null;
  readonly trigger: SyncTrigger;
  /** As events name actors; `null`: the device itself. */
  readonly relayedBy: string | null;
  /** False while the device's clock is known to be wrong: it is told once, when that begins. */
  readonly tellSkew: boolean;
}

/** Finds out all that is to be known of entries before they are handled. */
export class PrepareEntries {
  constructor(
    private readonly workforce: Workforce,
    private readonly outlets: SyncOutlets,
    private readonly mask: CardMask,
    private readonly ids: IdSource,
  ) {}

  /** Makes jobs of entries that have come. */
  async fresh(
    tx: Tx,
    { at }: RequestContext,
    frame: BatchFrame,
    entries: readonly CheckedEntry[],
  ): Promise<readonly EntryJob[]> {
    const { device, skewMs } = frame;
    const people = new EntryPeople(this.workforce, tx, { outletId: device.outletId, deviceKind: device.kind });
    let tellSkew = frame.tellSkew && isSkewed(skewMs);
    const jobs: EntryJob[] = [];
    for (const checked of entries) {
      const { entry } = checked;
      const time = believedTime(new Date(entry.at), at, skewMs);
      const { body, hidden } = this.mask.masked(entry.body);
      const noticed: FoundConflict[] = [];
      if (time.ahead) noticed.push({ cause: 'clock_ahead', facts: timeFacts(entry.at, time.at, skewMs) });
      else if (tellSkew) noticed.push({ cause: 'clock_skew', facts: timeFacts(entry.at, time.at, skewMs) });
      if (hidden) noticed.push({ cause: 'card_number_hidden', facts: {} });
      const suspicion = suspicionOf(checked.seal, device);
      // Told with one entry that is believed: a device whose clock is wrong has one conflict for it, and not one for each sale.
      if (suspicion === null) tellSkew = false;
      const businessDate = await this.outlets.businessDate(tx, device.outletId, time.at);
      const record = this.recordOf(checked, { ...frame, at, happenedAt: time.at, businessDate, body });
      jobs.push({ record, isNew: true, suspicion, despiteGap: false, noticed, ...(await people.of(entry)) });
    }
    return jobs;
  }

  /** Makes jobs of entries that wait in the queue. */
  async waiting(
    tx: Tx,
    device: SendingDevice,
    records: readonly EntryRecord[],
    despiteGap: boolean,
  ): Promise<readonly EntryJob[]> {
    const people = new EntryPeople(this.workforce, tx, { outletId: device.outletId, deviceKind: device.kind });
    const jobs: EntryJob[] = [];
    for (const record of records)
      jobs.push({ record, isNew: false, suspicion: null, despiteGap, noticed: [], ...(await people.of(record)) });
    return jobs;
  }

  private recordOf(
    { entry, seal }: CheckedEntry,
    frame: BatchFrame & Pick<EntryRecord, 'happenedAt' | 'businessDate' | 'body'> & { readonly at: Date },
  ): EntryRecord {
    const { sequence, kind, actor, approver, dependsOn, previousHash, hash, signature } = entry;
    const { device, skewMs, trigger, relayedBy, at, happenedAt, businessDate, body } = frame;
    const isSealed = seal.fault === null;
    return {
      // An entry that is not believed must not take the place of the true one.
      id: isSealed ? (entry.id as EntryRecordId) : this.ids.next<'sync-entry'>(),
      ...{ entryId: entry.id, deviceId: device.id, outletId: device.outletId, sequence, inChain: isSealed, kind },
      ...{ ...linksOf(kind, body), body, actor, approver, dependsOn, previousHash, hash, signature },
      ...{ fingerprint: seal.fingerprint, deviceAt: new Date(entry.at), receivedAt: at, skewMs, happenedAt },
      ...{ businessDate, relayedBy, trigger, tries: 0, nextTryAt: null, version: 1 },
      ...held('waits_for_another_try'),
    };
  }
}

function suspicionOf({ fault }: SealVerdict, { status }: SendingDevice): EntryStanding | null {
  if (fault !== null) return quarantined(fault);
  return status === 'unlinked' ? quarantined('device_unlinked') : null;
}

function timeFacts(deviceAt: string, taken: Date, skewMs: number | null) {
  return { deviceAt, takenAs: taken.toISOString(), skewMs };
}
