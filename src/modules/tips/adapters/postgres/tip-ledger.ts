import type { IdSource, OutletId } from '../../../../kernel/ids.js';
import { money, type Money } from '../../../../kernel/money.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { InsertShape } from '../../../../platform/postgres/deferred-inserts.js';
import { appendRows, runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { PoolRun, ReversedRun } from '../../domain/pool-run.js';
import type { PoolRunId, TipAccount, TipEntry } from '../../domain/tip-entry.js';
import type { TipRefusal } from '../../domain/tip-refusal.js';
import type { TipLedger } from '../../ports/tip-ledger.js';
import {
  ACCOUNT_COLUMNS,
  ENTRY_COLUMNS,
  fromEntry,
  fromRun,
  RUN_COLUMNS,
  toAccount,
  toEntry,
  toRun,
  type AccountRow,
  type EntryRow,
  type RunRow,
} from './tip-rows.js';

const ENTRIES: InsertShape<EntryRow & { tenant_id: string }> = {
  table: 'tip_entries',
  columns: ['tenant_id', ...ENTRY_COLUMNS],
};
const RUNS: InsertShape<RunRow & { tenant_id: string }> = {
  table: 'tip_pool_runs',
  columns: ['tenant_id', ...RUN_COLUMNS],
  onDuplicate: {
    tip_pool_runs_once_key: ({ outlet_id: outletId, business_date: businessDate }) =>
      new Refusal<TipRefusal>('tip_pool_distributed', { outletId, businessDate }),
  },
};

const OPEN = `insert into tip_accounts (tenant_id, id, outlet_id, person_id, currency)
  select $1, a.id, $2, a.person_id, $3 from unnest($4::uuid[], $5::text[]) a (id, person_id)
   where not exists (select from tip_accounts t where t.outlet_id = $2 and t.person_id is not distinct from a.person_id)
   order by a.person_id nulls first on conflict on constraint tip_accounts_holder_key do nothing`;
const LOCK = `select ${ACCOUNT_COLUMNS} from tip_accounts t
  where outlet_id = $1 and (person_id = any($2::text[]) or ($3 and person_id is null)) order by person_id nulls first for update`;
const SUM = `select coalesce(sum(amount), 0)::bigint as amount from tip_entries
  where account_id = $1 and ($2::date is null or business_date = $2::date)`;
const KNOWN = `select exists (select from tip_entries where source = any($1::text[])) as known`;
const COUNT = `update tip_accounts set event_sequence = $2 where id = $1 and event_sequence = $2::int - 1 returning id`;
const ACTIVE = `select ${RUN_COLUMNS.join(', ')} from tip_pool_runs
  where outlet_id = $1 and business_date = $2::date and status = 'distributed'`;
const ENTRY = `select ${ENTRY_COLUMNS.map((column) => `e.${column}`).join(', ')}, a.currency from tip_entries e
  join tip_accounts a on a.tenant_id = e.tenant_id and a.id = e.account_id`;
const OF_SOURCES = `${ENTRY} where e.source = any($1::text[])`;
const OF_RUN = `${ENTRY} where e.pool_run_id = $1 and e.kind = 'pool_out' order by a.person_id nulls first, e.id`;
const REVERSE = `update tip_pool_runs set status = 'reversed', reversed_by = $2, reversed_at = $3, reverse_reason = $4,
  event_sequence = $5 where id = $1 and status = 'distributed' returning id`;
const SALES = `select o.cashier_id as person, sum(l.net)::bigint as net
  from pos_orders o cross join lateral (select sum(net) as net from pos_order_lines where order_id = o.id) l
  where o.outlet_id = $1 and o.business_date = $2::date and o.status in ('completed', 'partially_refunded', 'refunded')
  group by o.cashier_id`;

/** The ledger of tips in PostgreSQL. */
export class PostgresTipLedger implements TipLedger {
  constructor(private readonly ids: IdSource) {}

  async accounts(
    tx: Tx,
    { id: outletId, currency }: { readonly id: OutletId; readonly currency: string },
    holders: readonly (string | null)[],
  ): Promise<ReadonlyMap<string | null, TipAccount>> {
    if (holders.length === 0) return new Map();
    const made = holders.map(() => this.ids.next());
    await runPrepared(tx, 'tip_accounts_open', OPEN, [tenantOf(tx), outletId, currency, made, holders]);
    const people = holders.filter((holder) => holder !== null);
    const values = [outletId, people, people.length < holders.length];
    const rows = await runPrepared<AccountRow>(tx, 'tip_accounts_lock', LOCK, values);
    return new Map(rows.map((row) => [row.person_id, toAccount(row)]));
  }

  async sum(tx: Tx, { id, currency }: TipAccount, businessDate?: string): Promise<Money> {
    const [row] = await runPrepared<{ amount: number }>(tx, 'tip_sum', SUM, [id, businessDate ?? null]);
    return money(row?.amount ?? 0, currency);
  }

  async isKnown(tx: Tx, eventId: string): Promise<boolean> {
    const sources = [`earned:${eventId}:cash`, `earned:${eventId}:card`];
    const [row] = await runPrepared<{ known: boolean }>(tx, 'tip_known', KNOWN, [sources]);
    return row?.known === true;
  }

  async ofSources(tx: Tx, sources: readonly string[]): Promise<readonly TipEntry[]> {
    const rows = await runPrepared<EntryRow & { currency: string }>(tx, 'tip_entries_of', OF_SOURCES, [sources]);
    return rows.map((row) => toEntry(row, row.currency));
  }

  async add(tx: Tx, entries: readonly TipEntry[], told: readonly TipAccount[]): Promise<void> {
    const tenantId = tenantOf(tx);
    const rows = entries.map((entry) => ({ tenant_id: tenantId, ...fromEntry(entry) }));
    appendRows(tx, ENTRIES, rows);
    for (const { id, eventSequence } of told) {
      const counted = await runPrepared(tx, 'tip_account_count', COUNT, [id, eventSequence]);
      if (counted.length !== 1) throw new Error(`counted ${counted.length} tip accounts instead of one`);
    }
  }

  async activeRun(tx: Tx, outletId: OutletId, businessDate: string): Promise<PoolRun | undefined> {
    const [row] = await runPrepared<RunRow>(tx, 'tip_run_active', ACTIVE, [outletId, businessDate]);
    return row && toRun(row);
  }

  async entriesOf(tx: Tx, runId: PoolRunId): Promise<readonly TipEntry[]> {
    const rows = await runPrepared<EntryRow & { currency: string }>(tx, 'tip_entries_of_run', OF_RUN, [runId]);
    return rows.map((row) => toEntry(row, row.currency));
  }

  addRun(tx: Tx, run: PoolRun): void {
    appendRows(tx, RUNS, [{ tenant_id: tenantOf(tx), ...fromRun(run) }]);
  }

  async saveReversed(tx: Tx, run: ReversedRun): Promise<void> {
    const { id, reversedBy, reversedAt, reverseReason, eventSequence } = run;
    const values = [id, reversedBy, reversedAt, reverseReason, eventSequence];
    const saved = await runPrepared(tx, 'tip_run_reverse', REVERSE, values);
    if (saved.length !== 1) throw new Error(`reversed ${saved.length} tip pool runs instead of one`);
  }

  async salesOf(
    tx: Tx,
    { id, currency }: { readonly id: OutletId; readonly currency: string },
    businessDate: string,
  ): Promise<ReadonlyMap<string, Money>> {
    const rows = await runPrepared<{ person: string; net: number }>(tx, 'tip_sales', SALES, [id, businessDate]);
    return new Map(rows.map(({ person, net }) => [person, money(net, currency)]));
  }
}
