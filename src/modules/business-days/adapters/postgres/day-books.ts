import { sql } from 'kysely';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { DayFacts } from '../../domain/day-facts.js';
import type { ReportScope } from '../../domain/report-scope.js';
import type { DayBooks, ReportedSession } from '../../ports/day-books.js';
import { businessDays } from './business-days-query.js';
import { cashFacts } from './cash-facts.js';
import { moneyFacts } from './money-facts.js';
import { orderFacts } from './order-facts.js';
import { standingFacts } from './standing-facts.js';

const SESSION = sql`id, outlet_id as "outletId", drawer_id as "drawerId", currency, business_date as "businessDate",
  status = 'closed' as closed, blind`;

/** Reads the tables of orders, payments, refunds, gift cards and drawers; it only ever reads. */
export class PostgresDayBooks implements DayBooks {
  async facts(tx: Tx, scope: ReportScope): Promise<DayFacts> {
    const { oddOrders, ...orders } = await orderFacts(tx, scope);
    const { oddOrders: oddlyPaid, ...money } = await moneyFacts(tx, scope);
    const standing = await standingFacts(tx, scope);
    const cash = await cashFacts(tx, scope);
    return { ...orders, ...money, standing, cash, oddOrders: [...oddOrders, ...oddlyPaid] };
  }

  async daysWithBusiness(
    tx: Tx,
    outletId: OutletId,
    after: string | null,
    before: string,
    limit: number,
  ): Promise<readonly string[]> {
    const period = { from: after, to: before, inclusive: false };
    const { rows } = await sql<{ day: string }>`select day from (${businessDays(outletId, period)}) d
      order by d.day limit ${limit}`.execute(transactionOf<unknown>(tx));
    return rows.map(({ day }) => day);
  }

  async session(tx: Tx, id: string): Promise<ReportedSession | undefined> {
    const { rows } = await sql<ReportedSession>`select ${SESSION} from drawer_sessions where id = ${id}::uuid`.execute(
      transactionOf<unknown>(tx),
    );
    return rows[0];
  }

  async openSessions(tx: Tx, outletId: OutletId): Promise<readonly ReportedSession[]> {
    const { rows } = await sql<ReportedSession>`select ${SESSION} from drawer_sessions
      where outlet_id = ${outletId} and status <> 'closed' order by id`.execute(transactionOf<unknown>(tx));
    return rows;
  }
}
