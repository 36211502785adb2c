import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { UsageSnapshot } from '../../domain/usage.js';
import type { UsageQuery, UsageRepository } from '../../ports/usage-repository.js';
import { toSnapshot, type SnapshotRow } from './licensing-rows.js';

const COLUMNS = 'day::text as on_day, orders, outlets, devices, staff, integrations, stored_orders, taken_at';
const LIST = `select ${COLUMNS} from license_usage_snapshots
  where day >= $1::date and day < $2::date and ($3::date is null or day < $3::date) order by day desc limit $4`;
const BETWEEN = `select ${COLUMNS} from license_usage_snapshots where day >= $1::date and day < $2::date order by day`;
const UNREPORTED = `select ${COLUMNS} from license_usage_snapshots where report_status = 'pending' order by day limit $1`;
const STORED = 'select stored_orders from license_usage_snapshots where day < $1::date order by day desc limit 1';
// What there was on a day is known on the day after; only orders still come in later.
const PUT = `insert into license_usage_snapshots as known (tenant_id, day, orders, outlets, devices, staff, integrations,
    stored_orders, taken_at, report_status, report_tries)
  values ($1::uuid, $2::date, $3, $4, $5, $6, $7, $8, $9, $10, 0)
  on conflict (tenant_id, day) do update set orders = excluded.orders, stored_orders = excluded.stored_orders,
    taken_at = excluded.taken_at, report_status = excluded.report_status, report_tries = 0, report_error = null
    where (known.orders, known.stored_orders) is distinct from (excluded.orders, excluded.stored_orders)`;
const REPORTED = `update license_usage_snapshots set report_status = $3, report_error = $4, report_tries = report_tries + 1
  where day = $1::date and taken_at = $2`;
const ERROR_MAX = 500;

/** Daily usage in PostgreSQL. */
export class PostgresUsageRepository implements UsageRepository {
  async lastDay(tx: Tx): Promise<string | null> {
    const text = 'select max(day)::text as last from license_usage_snapshots';
    const [row] = await runPrepared<{ last: string | null }>(tx, 'licensing_usage_last', text, []);
    return row?.last ?? null;
  }

  async storedBefore(tx: Tx, day: string): Promise<number | undefined> {
    const [row] = await runPrepared<{ stored_orders: number }>(tx, 'licensing_usage_stored', STORED, [day]);
    return row?.stored_orders;
  }

  async put(tx: Tx, snapshot: UsageSnapshot, reported: boolean): Promise<void> {
    const { day, orders, outlets, devices, staff, integrations, storedOrders, takenAt } = snapshot;
    const status = reported ? 'pending' : 'none';
    const values = [tenantOf(tx), day, orders, outlets, devices, staff, integrations, storedOrders, takenAt, status];
    await runPrepared(tx, 'licensing_usage_put', PUT, values);
  }

  async list(tx: Tx, { from, to, limit, before }: UsageQuery): Promise<readonly UsageSnapshot[]> {
    const values = [from, to, before ?? null, limit + 1];
    return (await runPrepared<SnapshotRow>(tx, 'licensing_usage_list', LIST, values)).map(toSnapshot);
  }

  async between(tx: Tx, from: string, to: string): Promise<readonly UsageSnapshot[]> {
    return (await runPrepared<SnapshotRow>(tx, 'licensing_usage_between', BETWEEN, [from, to])).map(toSnapshot);
  }

  async unreported(tx: Tx, limit: number): Promise<readonly UsageSnapshot[]> {
    return (await runPrepared<SnapshotRow>(tx, 'licensing_usage_unreported', UNREPORTED, [limit])).map(toSnapshot);
  }

  async reported(
    tx: Tx,
    { day, takenAt }: UsageSnapshot,
    outcome: 'sent' | 'refused' | 'pending',
    error: string | null,
  ): Promise<void> {
    const values = [day, takenAt, outcome, error?.slice(0, ERROR_MAX) ?? null];
    await runPrepared(tx, 'licensing_usage_reported', REPORTED, values);
  }
}
