import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { EntryRecordId } from '../../domain/entry-record.js';
import type { ConflictChoice, ConflictId, ConflictStatus, SyncConflict } from '../../domain/sync-conflict.js';
import type { SyncRefusal } from '../../domain/sync-refusal.js';
import type { SyncConflicts } from '../../ports/entry-queue.js';

export interface ConflictRow {
  readonly id: string;
  readonly entry_id: string;
  readonly device_id: string;
  readonly outlet_id: string;
  readonly subject_id: string | null;
  readonly cause: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly choice: ConflictChoice;
  readonly undo: string | null;
  readonly status: ConflictStatus;
  readonly opened_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly note: string | null;
  readonly version: number;
}

// prettier-ignore
export const CONFLICT_COLUMNS = [
  'id', 'entry_id', 'device_id', 'outlet_id', 'subject_id', 'cause', 'facts', 'choice', 'undo', 'status', 'opened_at', 'decided_by',
  'decided_at', 'note', 'version',
] as const;
const COLUMNS = CONFLICT_COLUMNS.join(', ');
const ADD = `insert into sync_conflicts (${COLUMNS}, tenant_id)
  values (${CONFLICT_COLUMNS.map((_, index) => `$${index + 1}`).join(', ')}, $${CONFLICT_COLUMNS.length + 1})
  on conflict do nothing returning id`;
const OF = `select c.id, c.entry_id, c.cause from unnest($1::uuid[]) wanted (id)
  cross join lateral (select id, entry_id, cause from sync_conflicts s where s.entry_id = wanted.id order by cause limit 50) c`;
const LOCK = `select ${COLUMNS} from sync_conflicts where id = $1 for update`;
const SAVE = `update sync_conflicts set choice = $2, status = $3, decided_by = $4, decided_at = $5, note = $6, version = $7
  where id = $1`;

/** Conflicts in PostgreSQL. */
export class PostgresSyncConflicts implements SyncConflicts {
  async add(tx: Tx, conflict: SyncConflict): Promise<boolean> {
    const { id, entryId, deviceId, outletId, subjectId, cause, facts, choice, undo, status, openedAt } = conflict;
    const { decidedBy, decidedAt, note, version } = conflict;
    const values = [
      ...[id, entryId, deviceId, outletId, subjectId, cause, JSON.stringify(facts), choice, undo, status, openedAt],
      ...[decidedBy, decidedAt, note, version, tenantOf(tx)],
    ];
    return (await runPrepared(tx, 'sync_conflict_add', ADD, values)).length === 1;
  }

  async of(tx: Tx, entryIds: readonly string[]) {
    if (entryIds.length === 0) return [];
    const rows = await runPrepared<Pick<ConflictRow, 'id' | 'entry_id' | 'cause'>>(tx, 'sync_conflicts_of', OF, [
      entryIds,
    ]);
    return rows.map(({ id, entry_id: entryId, cause }) => {
      return { id: id as ConflictId, entryId: entryId as EntryRecordId, cause };
    });
  }

  async lock(tx: Tx, id: ConflictId): Promise<SyncConflict> {
    const [row] = await runPrepared<ConflictRow>(tx, 'sync_conflict_lock', LOCK, [id]);
    if (row === undefined) throw new Refusal<SyncRefusal>('sync_conflict_not_found', { conflictId: id });
    return toConflict(row);
  }

  async save(tx: Tx, { id, choice, status, decidedBy, decidedAt, note, version }: SyncConflict): Promise<void> {
    await runPrepared(tx, 'sync_conflict_save', SAVE, [id, choice, status, decidedBy, decidedAt, note, version]);
  }
}

/** The conflict that a row tells of. */
export function toConflict(row: ConflictRow): SyncConflict {
  return {
    ...{ id: row.id as ConflictId, entryId: row.entry_id as EntryRecordId, deviceId: row.device_id },
    ...{ outletId: row.outlet_id as OutletId, subjectId: row.subject_id, cause: row.cause, facts: row.facts },
    ...{ choice: row.choice, undo: row.undo, status: row.status, openedAt: row.opened_at },
    ...{ decidedBy: row.decided_by, decidedAt: row.decided_at, note: row.note, version: row.version },
  };
}
