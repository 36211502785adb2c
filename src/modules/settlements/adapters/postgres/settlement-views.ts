import { sql, type RawBuilder } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Chargeback, ChargebackId, ChargebackRefusal } from '../../domain/chargeback.js';
import type { Difference, DifferenceId } from '../../domain/difference.js';
import type { Settlement, SettlementId, SettlementLine, SettlementRefusal } from '../../domain/settlement.js';
import type {
  ChargebackPage,
  DifferencePage,
  SettlementPage,
  SettlementSummary,
  SettlementViews,
} from '../../ports/settlement-views.js';
import {
  toChargeback,
  toDifference,
  toLine,
  toSettlement,
  type ChargebackRow,
  type DifferenceRow,
  type LineRow,
  type SettlementRow,
  type SettlementTables,
} from './settlement-rows.js';

type Condition = RawBuilder<unknown>;
interface SummaryRow {
  readonly kind: Difference['kind'];
  readonly count: string;
  readonly open: string;
  readonly expected: string;
  readonly found: string;
}

/** Reads about settlements and chargebacks; row security confines them to the tenant. */
export class PostgresSettlementViews implements SettlementViews {
  constructor(private readonly transactor: Transactor) {}

  settlements(context: RequestContext, page: SettlementPage): Promise<Settlement[]> {
    const where = [reachable(context, 'b'), ...ofPage(page, 'b', 'received_at')];
    return this.transactor.read(context, async (tx) => {
      const rows = await selected<SettlementRow>(
        tx,
        sql`select b.* from settlement_batches b where ${all(where)} ${newest('b', 'received_at', page.limit)}`,
      );
      return rows.map(toSettlement);
    });
  }

  summary(context: RequestContext, id: SettlementId): Promise<SettlementSummary> {
    return this.transactor.read(context, async (tx) => {
      const settlement = await settlementOf(tx, context, id);
      const rows = await selected<SummaryRow>(
        tx,
        sql`select kind, count(*) as count, count(*) filter (where status = 'open') as open,
              sum(expected) as expected, sum(found) as found
            from settlement_differences where batch_id = ${id} group by kind order by kind`,
      );
      const differences = rows.map(({ kind, count, open, expected, found }) => ({
        ...{ kind, count: Number(count), open: Number(open), expected: Number(expected), found: Number(found) },
      }));
      return { settlement, differences };
    });
  }

  lines(context: RequestContext, id: SettlementId, page: { limit: number; after: number }): Promise<SettlementLine[]> {
    return this.transactor.read(context, async (tx) => {
      await settlementOf(tx, context, id);
      const rows = await selected<LineRow>(
        tx,
        sql`select * from settlement_lines where batch_id = ${id} and number > ${page.after}
            order by number limit ${page.limit + 1}`,
      );
      return rows.map(toLine);
    });
  }

  differences(context: RequestContext, page: DifferencePage): Promise<Difference[]> {
    const { status, kind, settlementId, provider, outletId } = page;
    const where = [
      reachable(context, 'b'),
      ...ofTime(page, 'd', 'found_at'),
      ...equal([
        [sql`d.status`, status],
        [sql`d.kind`, kind],
        [sql`d.batch_id`, settlementId],
        [sql`b.provider`, provider],
        [sql`b.outlet_id`, outletId],
      ]),
    ];
    return this.transactor.read(context, async (tx) => {
      const rows = await selected<DifferenceRow>(
        tx,
        sql`select d.* from ${DIFFERENCES} where ${all(where)} ${newest('d', 'found_at', page.limit)}`,
      );
      return rows.map(toDifference);
    });
  }

  difference(context: RequestContext, id: DifferenceId): Promise<Difference> {
    return this.transactor.read(context, async (tx) => {
      const where = all([reachable(context, 'b'), sql`d.id = ${id}`]);
      const [row] = await selected<DifferenceRow>(tx, sql`select d.* from ${DIFFERENCES} where ${where}`);
      if (row !== undefined) return toDifference(row);
      throw new Refusal<SettlementRefusal>('settlement_difference_not_found', { differenceId: id });
    });
  }

  chargebacks(context: RequestContext, page: ChargebackPage): Promise<Chargeback[]> {
    const { status, paymentId } = page;
    const wanted = equal([
      [sql`k.status`, status],
      [sql`k.payment_id`, paymentId],
    ]);
    const where = [reachable(context, 'k'), ...ofPage(page, 'k', 'opened_at'), ...wanted];
    return this.transactor.read(context, async (tx) => {
      const rows = await selected<ChargebackRow>(
        tx,
        sql`select k.* from chargebacks k where ${all(where)} ${newest('k', 'opened_at', page.limit)}`,
      );
      return rows.map(toChargeback);
    });
  }

  chargeback(context: RequestContext, id: ChargebackId): Promise<Chargeback> {
    return this.transactor.read(context, async (tx) => {
      const where = all([reachable(context, 'k'), sql`k.id = ${id}`]);
      const [row] = await selected<ChargebackRow>(tx, sql`select k.* from chargebacks k where ${where}`);
      if (row !== undefined) return toChargeback(row);
      throw new Refusal<ChargebackRefusal>('chargeback_not_found', { chargebackId: id });
    });
  }
}

const DIFFERENCES = sql`settlement_differences d join settlement_batches b on b.tenant_id = d.tenant_id and b.id = d.batch_id`;

async function settlementOf(tx: Tx, context: RequestContext, id: SettlementId): Promise<Settlement> {
  const where = all([reachable(context, 'b'), sql`b.id = ${id}`]);
  const [row] = await selected<SettlementRow>(tx, sql`select b.* from settlement_batches b where ${where}`);
  if (row !== undefined) return toSettlement(row);
  throw new Refusal<SettlementRefusal>('settlement_not_found', { settlementId: id });
}

async function selected<Row>(tx: Tx, query: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await query.execute(transactionOf<SettlementTables>(tx));
  return rows as Row[];
}

/** What is of all outlets is for who may act for all. */
function reachable({ principal: { outlets } }: RequestContext, table: string): Condition {
  return outlets === undefined ? sql`true` : sql`${sql.ref(`${table}.outlet_id`)} = any(${[...outlets]}::uuid[])`;
}

function ofPage(page: SettlementPage, table: string, time: string): Condition[] {
  const wanted = equal([
    [sql.ref(`${table}.provider`), page.provider],
    [sql.ref(`${table}.outlet_id`), page.outletId],
  ]);
  return [...ofTime(page, table, time), ...wanted];
}

function ofTime({ after, from, to }: SettlementPage, table: string, time: string): Condition[] {
  const at = sql.ref(`${table}.${time}`);
  return [
    ...(from === undefined ? [] : [sql`${at} >= ${from}`]),
    ...(to === undefined ? [] : [sql`${at} < ${to}`]),
    ...(after === undefined
      ? []
      : [sql`(${at}, ${sql.ref(`${table}.id`)}) < (${after.at}::timestamptz, ${after.id}::uuid)`]),
  ];
}

function equal(pairs: readonly (readonly [column: Condition, value: string | undefined])[]): Condition[] {
  return pairs.flatMap(([column, value]) => (value === undefined ? [] : [sql`${column} = ${value}`]));
}

function all(conditions: readonly Condition[]): Condition {
  return sql.join(conditions, sql` and `);
}

function newest(table: string, time: string, limit: number): Condition {
  return sql`order by ${sql.ref(`${table}.${time}`)} desc, ${sql.ref(`${table}.id`)} desc limit ${limit + 1}`;
}
