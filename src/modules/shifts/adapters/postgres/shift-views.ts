import { sql } from 'kysely';
import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { CashierFacts, CashierScope } from '../../domain/cashier-report.js';
import type { Shift, ShiftId, ShiftRefusal } from '../../domain/shift.js';
import type { ShiftQuery, ShiftViews } from '../../ports/shift-views.js';
import { cashierQuery } from './cashier-query.js';
import { SHIFT_COLUMNS, toShift, type ShiftRow } from './shift-rows.js';

const COLUMNS = SHIFT_COLUMNS.join(', ');
const ONE = `select ${COLUMNS} from shifts where id = $1`;
const OF_DAY = `select ${COLUMNS} from shifts where outlet_id = $1 and business_date = $2::date
  order by person_id, clocked_in_at, id`;

/** Reads shifts, and what people did at the till meanwhile; row security confines both to the tenant. */
export class PostgresShiftViews implements ShiftViews {
  async shift(tx: Tx, id: ShiftId): Promise<Shift> {
    const [row] = await runPrepared<ShiftRow>(tx, 'shift_one', ONE, [id]);
    if (row === undefined) throw new Refusal<ShiftRefusal>('shift_not_found', { shiftId: id });
    return toShift(row);
  }

  async shifts(tx: Tx, query: ShiftQuery): Promise<readonly Shift[]> {
    const { outletId, personId, status, from, to, outletIds, limit, after } = query;
    const conditions = [sql`true`];
    if (outletIds !== null) conditions.push(sql`outlet_id = any(${outletIds}::uuid[])`);
    if (outletId !== undefined) conditions.push(sql`outlet_id = ${outletId}::uuid`);
    if (personId !== undefined) conditions.push(sql`person_id = ${personId}`);
    if (status !== undefined) conditions.push(sql`status = ${status}`);
    if (from !== undefined) conditions.push(sql`business_date >= ${from}::date`);
    if (to !== undefined) conditions.push(sql`business_date < ${to}::date`);
    if (after !== undefined) conditions.push(sql`(clocked_in_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
    const { rows } = await sql<ShiftRow>`select ${sql.raw(COLUMNS)} from shifts
      where ${sql.join(conditions, sql` and `)} order by clocked_in_at desc, id desc limit ${limit + 1}`.execute(
      transactionOf<unknown>(tx),
    );
    return rows.map(toShift);
  }

  async ofDay(tx: Tx, outletId: OutletId, businessDate: string): Promise<readonly Shift[]> {
    return (await runPrepared<ShiftRow>(tx, 'shifts_of_day', OF_DAY, [outletId, businessDate])).map(toShift);
  }

  async cashiers(tx: Tx, scope: CashierScope): Promise<CashierFacts> {
    const { rows } = await cashierQuery(scope).execute(transactionOf<unknown>(tx));
    return rows;
  }
}
