import { sql } from 'kysely';
import type { Grouping } from '../../domain/grouping.js';
import type { SalesQuestion } from '../../domain/sales-report.js';
import { LINE_SUMS, refundsGiven, salesQuery, soldOrders, type SalesQuery } from './sales-query.js';

/** Groupings by what each line of an order has. */
export type LineGrouping = Extract<Grouping, 'item' | 'category'>;

const KEYS = {
  // Lines keep the name of their day (DOMAIN P8); the report shows the newest.
  item: { key: sql`l.sku`, name: sql`(max(array[business_date::text, name]))[2]` },
  category: { key: sql`l.category`, name: sql`null::text` },
};

const REFUNDED_LINES = sql`
  cross join lateral jsonb_to_recordset(r.lines) as back ("lineId" uuid, amount bigint)
  join pos_order_lines l on l.order_id = r.order_id and l.id = back."lineId"`;

/** Sales by item or category. An order counts once for each item or category in it, however many lines they have there. */
export function salesByLine(question: SalesQuestion, grouping: LineGrouping): SalesQuery {
  const { key, name } = KEYS[grouping];
  const nameOfRefund = grouping === 'item' ? sql`l.name` : sql`null::text`;
  return salesQuery(
    question,
    sql`
    sold as (${soldOrders(question, sql`o.business_date`)}),
    figures (mixed_id, key, name, tenders, currency, orders, quantity, discount, tax, net, refunds) as (
      select null::uuid, s.key, s.name, null::text, s.currency, s.orders, s.quantity, s.discount, s.tax, s.net, 0
        from (select key, ${name} as name, currency, count(*) as orders, sum(quantity) as quantity, sum(discount) as discount,
                     sum(tax) as tax, sum(net) as net
                from sold
               cross join lateral (select ${key} as key, max(l.name) as name, ${LINE_SUMS} from pos_order_lines l
                                    where l.order_id = sold.id group by ${key}) o
               group by key, currency) s
      union all
      select null, ${key}, ${nameOfRefund}, null, o.currency, 0, 0, 0, 0, 0, back.amount
        from ${refundsGiven(question, REFUNDED_LINES)})`,
  );
}
