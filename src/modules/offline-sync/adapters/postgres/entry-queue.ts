import { FIRST_HASH } from '../../domain/entry.js';
import type { IdSource } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { InsertShape } from '../../../../platform/postgres/deferred-inserts.js';
import { appendRows, runAtCommit, runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import {
  BEGINNINGS,
  countsDrawer,
  type EntryOrder,
  type EntryRecord,
  type EntryRecordId,
} from '../../domain/entry-record.js';
import type { Blockers, Happened, HeldEntry, Neighbours } from '../../domain/entry-standing.js';
import type { SyncRefusal } from '../../domain/sync-refusal.js';
import type { EntryQueue, Handling, KnownEntry } from '../../ports/entry-queue.js';
import { ENTRY_COLUMNS, entryValues, toEntry, type EntryRow } from './entry-rows.js';

const COLUMNS = ENTRY_COLUMNS.join(', ');
const ADD = `insert into offline_event_queue (${COLUMNS}, tenant_id)
  values (${ENTRY_COLUMNS.map((_, index) => `$${index + 1}`).join(', ')}, $${ENTRY_COLUMNS.length + 1})
  on conflict do nothing returning id`;
const KNOWN_COLUMNS = 'id, entry_id, fingerprint, status, code, detail, result';
// One look-up each, by the index of single rows.
const KNOWN = `select k.* from unnest($1::uuid[]) wanted (id)
    cross join lateral (select ${KNOWN_COLUMNS} from offline_event_queue q where q.id = wanted.id limit 1) k
  union
  select k.* from unnest($2::text[]) wanted (fingerprint)
    cross join lateral (select ${KNOWN_COLUMNS} from offline_event_queue q where q.fingerprint = wanted.fingerprint limit 1) k`;
const NEIGHBOURS = `select id, entry_id, sequence, hash, previous_hash from offline_event_queue
  where device_id = $1 and in_chain and sequence between $2 - 1 and $2 + 1`;
const WAITING = `select id, subject_id, session_id, kind from offline_event_queue
  where device_id = $1 and sequence < $2 and status in ('held', 'rejected', 'quarantined') and in_chain
    and (subject_id = $3 or ($4 and session_id = $3) or (subject_id = $5 and kind = 'drawer.open'))
  order by sequence limit 20`;
const DEPENDS = `select wanted.id, q.status from unnest($1::uuid[]) wanted (id)
  left join lateral (select status from offline_event_queue q where q.id = wanted.id limit 1) q on true
  where q.status is distinct from 'applied'`;
const BEGINNING = `select sequence from offline_event_queue
  where subject_id = $2 and device_id = $1 and in_chain and kind = any($3::text[]) order by sequence limit 1`;
const FIND = `select ${COLUMNS} from offline_event_queue where id = $1`;
const SAVE = `update offline_event_queue set in_chain = $2, status = $3, code = $4, detail = $5, facts = $6, waits_for = $7, result = $8,
    tries = $9, next_try_at = $10, version = $11 where id = $1`;
// What its subject began with matters to what waits for a gap, and is looked up for that alone.
const HELD_COLUMNS = `h.id, h.device_id, h.sequence, h.kind, h.code, h.waits_for, h.subject_id, h.session_id,
  h.facts ? 'refused' as was_refused, case when h.code = 'waits_for_gap' then (
    select b.sequence from offline_event_queue b
      where b.subject_id = h.subject_id and b.device_id = h.device_id and b.in_chain and b.kind = any($2::text[])
      order by b.sequence limit 1
  ) end as begun_at`;
const HELD = `select ${HELD_COLUMNS} from offline_event_queue h
  where h.status = 'held' and h.device_id = $1 order by h.sequence, h.id limit 2000`;
const HELD_ELSEWHERE = `select ${HELD_COLUMNS} from offline_event_queue h
  where h.status = 'held' and h.device_id <> $1 and h.waits_for && $3::uuid[] order by h.sequence, h.id limit 500`;
const ABOUT = `select distinct q.subject_id, split_part(q.kind, '.', 1) as about from unnest($1::uuid[]) wanted (id)
  cross join lateral (select subject_id, kind from offline_event_queue q where q.id = wanted.id limit 1) q`;
const HELD_BEFORE = `select id from offline_event_queue
  where status = 'held' and device_id = $1 and in_chain and sequence < $2 and ($3::text is null or split_part(kind, '.', 1) = $3)
  order by sequence limit $4`;
const THOSE = `select q.* from unnest($1::uuid[]) wanted (id)
    cross join lateral (select ${COLUMNS} from offline_event_queue q where q.id = wanted.id limit 1) q
  order by q.sequence, q.id`;

interface ReplayRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly entry_id: string;
  readonly act: Handling['act'];
  readonly at: Date;
  readonly by: string;
  readonly reason: string | null;
  readonly before: string | null;
  readonly after: string;
  readonly code: string | null;
}
const REPLAYS: InsertShape<ReplayRow> = {
  table: 'offline_event_replay',
  columns: ['tenant_id', 'id', 'entry_id', 'act', 'at', 'by', 'reason', 'before', 'after', 'code'],
};

interface AboutRow {
  readonly subject_id: string | null;
  readonly about: string;
}

interface NeighbourRow {
  readonly id: string;
  readonly entry_id: string;
  readonly sequence: number;
  readonly hash: string;
  readonly previous_hash: string;
}
interface HeldRow extends Pick<
  EntryRow,
  'id' | 'device_id' | 'sequence' | 'kind' | 'code' | 'waits_for' | 'subject_id' | 'session_id'
> {
  readonly was_refused: boolean;
  readonly begun_at: number | null;
}
type KnownRow = Pick<EntryRow, 'id' | 'entry_id' | 'fingerprint' | 'status' | 'code' | 'detail' | 'result'>;

/** Entries in PostgreSQL. */
export class PostgresEntryQueue implements EntryQueue {
  constructor(private readonly ids: IdSource) {}

  async known(tx: Tx, ids: readonly string[], fingerprints: readonly string[]): Promise<readonly KnownEntry[]> {
    if (ids.length + fingerprints.length === 0) return [];
    const rows = await runPrepared<KnownRow>(tx, 'sync_entries_known', KNOWN, [ids, fingerprints]);
    return rows.map(({ id, entry_id: entryId, fingerprint, status, code, detail, result }) => {
      const order: EntryOrder | null = result;
      return { id: id as EntryRecordId, entryId, fingerprint, status, code, detail, order };
    });
  }

  async neighbours(tx: Tx, deviceId: string, sequence: number): Promise<Neighbours> {
    const rows = await runPrepared<NeighbourRow>(tx, 'sync_entry_neighbours', NEIGHBOURS, [deviceId, sequence]);
    const at = (place: number): NeighbourRow | undefined => rows.find((row) => row.sequence === place);
    const [before, same, after] = [at(sequence - 1), at(sequence), at(sequence + 1)];
    return {
      same: same && { id: same.id, entryId: same.entry_id },
      before: sequence === 1 ? { hash: FIRST_HASH } : before && { hash: before.hash },
      after: after && { previousHash: after.previous_hash },
    };
  }

  async blockers(tx: Tx, entry: EntryRecord): Promise<Blockers> {
    const { deviceId, sequence, subjectId, sessionId, kind, dependsOn } = entry;
    const values = [deviceId, sequence, subjectId, countsDrawer(kind), sessionId];
    const waiting = await runPrepared<{ id: string }>(tx, 'sync_entry_waiting', WAITING, values);
    const named =
      dependsOn.length === 0
        ? []
        : await runPrepared<{ id: string; status: string | null }>(tx, 'sync_entry_depends', DEPENDS, [dependsOn]);
    const discarded = named.filter(({ status }) => status === 'discarded').map(({ id }) => id);
    const open = named.filter(({ status }) => status !== 'discarded').map(({ id }) => id);
    return { discarded, waitsFor: [...new Set([...waiting.map(({ id }) => id), ...open])] };
  }

  async beginningOf(tx: Tx, deviceId: string, subjectId: string): Promise<number | undefined> {
    const values = [deviceId, subjectId, [...BEGINNINGS]];
    const [row] = await runPrepared<{ sequence: number }>(tx, 'sync_entry_beginning', BEGINNING, values);
    return row?.sequence;
  }

  async add(tx: Tx, entry: EntryRecord): Promise<boolean> {
    const rows = await runPrepared(tx, 'sync_entry_add', ADD, [...entryValues(entry), tenantOf(tx)]);
    return rows.length === 1;
  }

  async find(tx: Tx, id: EntryRecordId): Promise<EntryRecord | undefined> {
    const [row] = await runPrepared<EntryRow>(tx, 'sync_entry_find', FIND, [id]);
    return row && toEntry(row);
  }

  async lock(tx: Tx, id: EntryRecordId): Promise<EntryRecord> {
    const [row] = await runPrepared<EntryRow>(tx, 'sync_entry_lock', `${FIND} for update`, [id]);
    if (row === undefined) throw new Refusal<SyncRefusal>('sync_entry_not_found', { entryId: id });
    return toEntry(row);
  }

  save(tx: Tx, entry: EntryRecord): void {
    const { id, inChain, status, code, detail, facts, waitsFor, order, tries, nextTryAt, version } = entry;
    const [factsJson, orderJson] = [JSON.stringify(facts), order && JSON.stringify(order)];
    runAtCommit(tx, {
      ...{ name: 'sync_entry_save', text: SAVE },
      values: [id, inChain, status, code, detail, factsJson, waitsFor, orderJson, tries, nextTryAt, version],
    });
  }

  note(tx: Tx, { entryId, act, at, by, reason, before, after, code }: Handling): void {
    const id = this.ids.next();
    const row = { tenant_id: tenantOf(tx), id, entry_id: entryId, act, at, by, reason, before, after, code };
    appendRows(tx, REPLAYS, [row]);
  }

  async held(tx: Tx, deviceId: string, changed: readonly string[]): Promise<readonly HeldEntry[]> {
    const begins = [...BEGINNINGS];
    const own = await runPrepared<HeldRow>(tx, 'sync_entries_held', HELD, [deviceId, begins]);
    if (changed.length === 0) return own.map(toHeld);
    const elsewhere = await runPrepared<HeldRow>(tx, 'sync_entries_held_elsewhere', HELD_ELSEWHERE, [
      deviceId,
      begins,
      changed,
    ]);
    return [...own, ...elsewhere].map(toHeld);
  }

  async about(tx: Tx, ids: readonly string[]): Promise<Pick<Happened, 'subjects' | 'abouts'>> {
    if (ids.length === 0) return { subjects: new Set(), abouts: new Set() };
    const rows = await runPrepared<AboutRow>(tx, 'sync_entries_about', ABOUT, [ids]);
    const subjects = rows.flatMap(({ subject_id: subjectId }) => subjectId ?? []);
    return { subjects: new Set(subjects), abouts: new Set(rows.map(({ about }) => about)) };
  }

  async heldBefore(
    tx: Tx,
    { deviceId, sequence }: Pick<EntryRecord, 'deviceId' | 'sequence'>,
    about: string | null,
    limit: number,
  ): Promise<readonly EntryRecordId[]> {
    const values = [deviceId, sequence, about, limit];
    const rows = await runPrepared<{ id: string }>(tx, 'sync_entries_held_before', HELD_BEFORE, values);
    return rows.map(({ id }) => id as EntryRecordId);
  }

  async those(tx: Tx, ids: readonly EntryRecordId[]): Promise<readonly EntryRecord[]> {
    if (ids.length === 0) return [];
    return (await runPrepared<EntryRow>(tx, 'sync_entries_those', THOSE, [ids])).map(toEntry);
  }
}

function toHeld(row: HeldRow): HeldEntry {
  const { id, device_id: deviceId, sequence, kind, code, waits_for: waitsFor, subject_id: subjectId } = row;
  const { session_id: sessionId, was_refused: wasRefused, begun_at: begunAt } = row;
  return {
    id: id as EntryRecordId,
    deviceId,
    sequence,
    kind,
    code,
    waitsFor,
    subjectId,
    sessionId,
    wasRefused,
    begunAt,
  };
}
