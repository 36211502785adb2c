import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { InsertShape } from '../../../../platform/postgres/deferred-inserts.js';
import { appendRows, runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import { policyUnset, type ShiftPolicy } from '../../domain/shift-policy.js';
import type { Shift, ShiftId, ShiftRefusal } from '../../domain/shift.js';
import type { ShiftRepository } from '../../ports/shift-repository.js';
import { fromShift, SHIFT_COLUMNS, toShift, type ShiftRow } from './shift-rows.js';

type NewShiftRow = ShiftRow & { tenant_id: string };

const SHIFTS: InsertShape<NewShiftRow> = {
  table: 'shifts',
  columns: ['tenant_id', ...SHIFT_COLUMNS],
  onDuplicate: {
    shifts_open_key: ({ person_id: personId }) => new Refusal<ShiftRefusal>('shift_already_open', { personId }),
    shifts_pkey: ({ id }) => new Refusal<ShiftRefusal>('shift_id_taken', { shiftId: id }),
  },
};

const COLUMNS = SHIFT_COLUMNS.join(', ');
const LOCK = `select ${COLUMNS} from shifts where id = $1 for update`;
// That the row is found is told by what comes back: it was locked by this transaction.
const SAVE = `update shifts s set (${COLUMNS}) = (select ${COLUMNS} from json_populate_record(null::shifts, $1::json))
  where s.id = $2 returning s.id`;
const OVERLAPS = `select exists (select from shifts where person_id = $1 and id <> $2::uuid
  and clocked_in_at < coalesce($4::timestamptz, 'infinity') and coalesce(clocked_out_at, 'infinity') > $3::timestamptz) as overlaps`;
const POLICY = 'select longest_minutes, version from shift_policies where outlet_id = $1';
const SAVE_POLICY = `insert into shift_policies (tenant_id, outlet_id, longest_minutes, version) values ($1, $2, $3, $4)
  on conflict (tenant_id, outlet_id) do update set longest_minutes = excluded.longest_minutes, version = excluded.version
  where shift_policies.version = excluded.version - 1 returning version`;
const MEASURE_AGAIN = `update shifts set overdue_at = clocked_in_at + make_interval(mins => $2::int)
  where outlet_id = $1 and status <> 'ended' and overdue_told_at is null`;

interface PolicyRow {
  longest_minutes: number | null;
  version: number;
}

/** Shifts in PostgreSQL. */
export class PostgresShiftRepository implements ShiftRepository {
  async get(tx: Tx, id: ShiftId): Promise<Shift> {
    const [row] = await runPrepared<ShiftRow>(tx, 'shift_lock', LOCK, [id]);
    if (row === undefined) throw new Refusal<ShiftRefusal>('shift_not_found', { shiftId: id });
    return toShift(row);
  }

  add(tx: Tx, shift: Shift): void {
    appendRows(tx, SHIFTS, [{ tenant_id: tenantOf(tx), ...fromShift(shift) }]);
  }

  async save(tx: Tx, shift: Shift): Promise<void> {
    const rows = await runPrepared(tx, 'shift_save', SAVE, [JSON.stringify(fromShift(shift)), shift.id]);
    if (rows.length !== 1) throw new Error(`saved ${rows.length} shifts instead of one`);
  }

  async overlaps(tx: Tx, { personId, id, clockedInAt, clockedOutAt }: Shift): Promise<boolean> {
    const values = [personId, id, clockedInAt, clockedOutAt];
    const [row] = await runPrepared<{ overlaps: boolean }>(tx, 'shift_overlaps', OVERLAPS, values);
    return row?.overlaps === true;
  }

  async policy(tx: Tx, outletId: OutletId): Promise<ShiftPolicy> {
    const [row] = await runPrepared<PolicyRow>(tx, 'shift_policy', POLICY, [outletId]);
    return toPolicy(outletId, row);
  }

  async lockPolicy(tx: Tx, outletId: OutletId): Promise<ShiftPolicy> {
    const [row] = await runPrepared<PolicyRow>(tx, 'shift_policy_lock', `${POLICY} for update`, [outletId]);
    return toPolicy(outletId, row);
  }

  async savePolicy(tx: Tx, { outletId, longestMinutes, version }: ShiftPolicy): Promise<void> {
    const values = [tenantOf(tx), outletId, longestMinutes, version];
    const saved = await runPrepared(tx, 'shift_policy_save', SAVE_POLICY, values);
    // Set for the first time by two at once: the other one was faster.
    if (saved.length !== 1) throw new Refusal('version_mismatch', { currentVersion: version });
    await runPrepared(tx, 'shifts_measure_again', MEASURE_AGAIN, [outletId, longestMinutes]);
  }
}

function toPolicy(outletId: OutletId, row: PolicyRow | undefined): ShiftPolicy {
  return row === undefined
    ? policyUnset(outletId)
    : { outletId, longestMinutes: row.longest_minutes, version: row.version };
}
