import { sql, type RawBuilder } from 'kysely';
import type { SalesQuestion } from '../../domain/sales-report.js';

/** A row of any sales query. Figures that do not apply to its kind are zero. */
export interface SalesQueryRow {
  /**
   * `row`: figures of a key. `mixed`: of one order or refund that several tenders share. `sold`: how many orders were sold
   * in the currency. `scope`: how many outlets were asked for, and the currency of zero.
   */
  readonly kind: 'row' | 'mixed' | 'sold' | 'scope';
  readonly key: string | null;
  readonly name: string | null;
  readonly tenders: Readonly<Record<string, number>> | null;
  readonly currency: string;
  readonly orders: number;
  /** In millionths, as text: it may be larger than a number is exact. */
  readonly quantity: string;
  readonly discount: number;
  readonly tax: number;
  readonly net: number;
  readonly refunds: number;
}

export type SalesQuery = RawBuilder<SalesQueryRow>;

/** The outlets that are counted. The tenant is row security's business, here as everywhere. */
const scopeOf = ({ outletIds }: SalesQuestion): RawBuilder<unknown> => sql`
  scope as (select id, name, currency from outlets where ${outletIds}::uuid[] is null or id = any(${outletIds}::uuid[]))`;

/**
 * One statement that answers a question: `ctes` define `sold` (an order sold a row, with its currency) and `figures`
 * (mixed_id, key, name, tenders, currency, orders, quantity, discount, tax, net, refunds); figures of one `mixed_id` are one
 * order's or refund's that several tenders share, and `tenders` tells what each paid.
 */
export function salesQuery(question: SalesQuestion, ctes: RawBuilder<unknown>): SalesQuery {
  return sql<SalesQueryRow>`with ${scopeOf(question)}, ${ctes}
    select case when mixed_id is null then 'row' else 'mixed' end as kind, key,
           coalesce(max(name) filter (where orders > 0), max(name)) as name, max(tenders)::jsonb as tenders, currency,
           sum(orders)::bigint as orders, trunc(coalesce(sum(quantity), 0) * 1000000)::text as quantity,
           sum(discount)::bigint as discount, sum(tax)::bigint as tax, sum(net)::bigint as net, sum(refunds)::bigint as refunds
      from figures group by mixed_id, key, currency
    union all
    select 'sold', null, null, null, currency, count(*), '0', 0, 0, 0, 0 from sold group by currency
    union all
    select 'scope', null, null, null,
           coalesce((select min(currency) from scope having count(distinct currency) = 1), (select currency from tenants)),
           (select count(*) from scope), '0', 0, 0, 0, 0`;
}

/** Orders that count as sold in the period, with the columns given. */
export function soldOrders({ period }: SalesQuestion, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select o.id, o.currency, ${columns} from pos_orders o join scope on scope.id = o.outlet_id
    where o.status in ('completed', 'partially_refunded', 'refunded')
      and o.business_date >= ${period.from}::date and o.business_date < ${period.to}::date`;
}

/**
 * The tables and conditions of refunds given in the period, at the outlets asked for: `r`, with its order `o`.
 * @param parts a lateral join that takes the refund apart.
 */
export function refundsGiven({ period }: SalesQuestion, parts: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  return sql`pos_refunds r join scope on scope.id = r.outlet_id join pos_orders o on o.id = r.order_id ${parts}
    where r.business_date >= ${period.from}::date and r.business_date < ${period.to}::date`;
}

/**
 * The sums of order lines `l`. Lines and payments are looked up order by order, in a lateral query: a plain join tempts the
 * planner, as long as it has no statistics of a table that is filling fast, to read all lines of the tenant for each order.
 */
export const LINE_SUMS = sql`sum(l.quantity) as quantity, sum(l.discount) as discount, sum(l.tax) as tax, sum(l.net) as net`;
