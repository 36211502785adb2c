import { sql } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { EntryRecord, EntryRecordId, EntryStatus } from '../../domain/entry-record.js';
import type { SyncConflict } from '../../domain/sync-conflict.js';
import type { SyncDevice } from '../../domain/sync-device.js';
import type { SyncRefusal } from '../../domain/sync-refusal.js';
import type { Handling } from '../../ports/entry-queue.js';
import type {
  ConflictQuery,
  EntryCounts,
  EntryQuery,
  EntryShown,
  SyncDeviceQuery,
  SyncViews,
} from '../../ports/sync-views.js';
import { ENTRY_COLUMNS, toEntry, type EntryRow } from './entry-rows.js';
import { CONFLICT_COLUMNS, toConflict, type ConflictRow } from './sync-conflicts.js';
import { SYNC_DEVICE_COLUMNS, toSyncDevice, type SyncDeviceRow } from './sync-devices.js';

interface ReplayRow {
  readonly id: string;
  readonly entry_id: string;
  readonly act: Handling['act'];
  readonly at: Date;
  readonly by: string;
  readonly reason: string | null;
  readonly before: EntryStatus | null;
  readonly after: EntryStatus;
  readonly code: string | null;
}
interface Tables {
  offline_event_queue: EntryRow;
  offline_event_replay: ReplayRow;
  sync_conflicts: ConflictRow;
  sync_devices: SyncDeviceRow;
}

const HANDLINGS_MAX = 200;
const CONFLICTS_MAX = 100;
// No list of outlets is empty in SQL: the nil id is nobody's.
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** Reads of queues in PostgreSQL; row security confines them to the tenant, these queries to what the caller may see of it. */
export class PostgresSyncViews implements SyncViews {
  constructor(private readonly transactor: Transactor) {}

  entries(context: RequestContext, query: EntryQuery): Promise<readonly EntryRecord[]> {
    const { deviceId, status, kind, outletId, from, to, after, limit } = query;
    return this.transactor.read(context, async (tx) => {
      let select = entriesSeen(tx, context)
        .orderBy('received_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (deviceId !== undefined) select = select.where('device_id', '=', deviceId);
      if (status !== undefined) select = select.where('status', '=', status);
      if (kind !== undefined) select = select.where('kind', '=', kind);
      if (outletId !== undefined) select = select.where('outlet_id', '=', outletId);
      if (from !== undefined) select = select.where('received_at', '>=', from);
      if (to !== undefined) select = select.where('received_at', '<', to);
      if (after !== undefined)
        select = select.where(sql<boolean>`(received_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
      return (await select.execute()).map(toEntry);
    });
  }

  entry(context: RequestContext, id: string): Promise<EntryShown> {
    return this.transactor.read(context, async (tx) => {
      const row = await entriesSeen(tx, context).where('id', '=', id).executeTakeFirst();
      if (row === undefined) throw new Refusal<SyncRefusal>('sync_entry_not_found', { entryId: id });
      const conflicts = await conflictsSeen(tx, context)
        .where('entry_id', '=', id)
        .orderBy('cause')
        .limit(CONFLICTS_MAX)
        .execute();
      return { entry: toEntry(row), handlings: await handlingsOf(tx, id), conflicts: conflicts.map(toConflict) };
    });
  }

  conflicts(context: RequestContext, query: ConflictQuery): Promise<readonly SyncConflict[]> {
    const { status, cause, outletId, deviceId, after, limit } = query;
    return this.transactor.read(context, async (tx) => {
      let select = conflictsSeen(tx, context)
        .orderBy('opened_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (status !== undefined) select = select.where('status', '=', status);
      if (cause !== undefined) select = select.where('cause', '=', cause);
      if (outletId !== undefined) select = select.where('outlet_id', '=', outletId);
      if (deviceId !== undefined) select = select.where('device_id', '=', deviceId);
      if (after !== undefined)
        select = select.where(sql<boolean>`(opened_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
      return (await select.execute()).map(toConflict);
    });
  }

  conflict(context: RequestContext, id: string): Promise<SyncConflict> {
    return this.transactor.read(context, async (tx) => {
      const row = await conflictsSeen(tx, context).where('id', '=', id).executeTakeFirst();
      if (row === undefined) throw new Refusal<SyncRefusal>('sync_conflict_not_found', { conflictId: id });
      return toConflict(row);
    });
  }

  devices(context: RequestContext, { outletId, limit, after }: SyncDeviceQuery): Promise<readonly SyncDevice[]> {
    return this.transactor.read(context, async (tx) => {
      let select = devicesSeen(tx, context)
        .orderBy('device_id')
        .limit(limit + 1);
      if (outletId !== undefined) select = select.where('outlet_id', '=', outletId);
      if (after !== undefined) select = select.where('device_id', '>', after);
      return (await select.execute()).map(toSyncDevice);
    });
  }

  device(context: RequestContext, id: string): Promise<{ readonly device: SyncDevice; readonly counts: EntryCounts }> {
    return this.transactor.read(context, async (tx) => {
      const row = await devicesSeen(tx, context).where('device_id', '=', id).executeTakeFirst();
      if (row === undefined) throw new Refusal<SyncRefusal>('sync_device_not_found', { deviceId: id });
      const counts = await transactionOf<Tables>(tx)
        .selectFrom('offline_event_queue')
        .select(['status', sql<number>`count(*)::int`.as('entries')])
        .where('device_id', '=', id)
        .groupBy('status')
        .execute();
      return {
        device: toSyncDevice(row),
        counts: Object.fromEntries(counts.map(({ status, entries }) => [status, entries])),
      };
    });
  }
}

function entriesSeen(tx: Tx, { principal }: RequestContext) {
  const select = transactionOf<Tables>(tx).selectFrom('offline_event_queue').select(ENTRY_COLUMNS);
  return principal.outlets === undefined ? select : select.where('outlet_id', 'in', [...principal.outlets, NOWHERE]);
}

function conflictsSeen(tx: Tx, { principal }: RequestContext) {
  const select = transactionOf<Tables>(tx).selectFrom('sync_conflicts').select(CONFLICT_COLUMNS);
  return principal.outlets === undefined ? select : select.where('outlet_id', 'in', [...principal.outlets, NOWHERE]);
}

function devicesSeen(tx: Tx, { principal }: RequestContext) {
  const select = transactionOf<Tables>(tx).selectFrom('sync_devices').select(SYNC_DEVICE_COLUMNS);
  return principal.outlets === undefined ? select : select.where('outlet_id', 'in', [...principal.outlets, NOWHERE]);
}

async function handlingsOf(tx: Tx, id: string): Promise<readonly Handling[]> {
  const rows = await transactionOf<Tables>(tx)
    .selectFrom('offline_event_replay')
    .select(['entry_id', 'act', 'at', 'by', 'reason', 'before', 'after', 'code'])
    .where('entry_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .limit(HANDLINGS_MAX)
    .execute();
  return rows.map(({ entry_id: entryId, ...rest }) => ({ entryId: entryId as EntryRecordId, ...rest }));
}
