import { sql } from 'kysely';
import type { SalesQuestion } from '../../domain/sales-report.js';
import { LINE_SUMS, refundsGiven, salesQuery, soldOrders, type SalesQuery } from './sales-query.js';

/** The key of what no tender paid: goods given away. */
export const NO_TENDER = 'none';

// Money that was taken and given back later was taken all the same; the refund is a row of its own. What was given back before the
// order was settled paid for nothing.
const TAKEN = sql`p.status in ('captured', 'refunded', 'charged_back') and p.returned_at is null`;

// Most orders have one tender, which is told without looking at amounts. Of the others: what each tender kept, for cash is
// tendered with change (DOMAIN "Orders, payments, refunds").
const KEYED = sql`
  keyed as (
    select sold.id, sold.currency, sold.change_given, case when mixed then sold.id end as mixed_id,
           case when mixed then null else coalesce(tender, ${NO_TENDER}) end as key
      from sold
     cross join lateral (select min(p.tender) as tender, min(p.tender) <> max(p.tender) as mixed
                           from pos_payments p where p.order_id = sold.id and ${TAKEN}) taken),
  kept as (
    select mixed_id, jsonb_object_agg(tender, greatest(amount, 0))::text as tenders
      from (select mixed_id, p.tender, sum(p.amount)::bigint - case p.tender when 'cash' then max(keyed.change_given) else 0 end as amount
              from keyed cross join lateral (select * from pos_payments p where p.order_id = keyed.mixed_id and ${TAKEN}) p
             where mixed_id is not null group by mixed_id, p.tender) t
     group by mixed_id)`;

const PAID_BACK = sql`
  cross join lateral (
    select count(*) as tenders, min(tender) as tender, jsonb_object_agg(tender, amount) as paid
      from (select tender, sum(amount)::bigint as amount from jsonb_to_recordset(r.payments) as p (tender text, amount bigint)
             group by tender) t) back`;

/**
 * Sales by tender. What one tender paid alone is added up here; an order or refund of several is handed over whole, with
 * what each paid, for the domain to split.
 */
export function salesByTender(question: SalesQuestion): SalesQuery {
  return salesQuery(
    question,
    sql`
    sold as (${soldOrders(question, sql`o.change_given`)}), ${KEYED},
    figures (mixed_id, key, name, tenders, currency, orders, quantity, discount, tax, net, refunds) as (
      select mixed_id, key, null::text, null::text, currency, count(*), 0, 0, 0, 0, 0 from keyed group by mixed_id, key, currency
      union all
      select mixed_id, null, null, tenders, currency, 0, 0, 0, 0, 0, 0 from kept join sold on sold.id = mixed_id
      union all
      select s.mixed_id, s.key, null, null, s.currency, 0, s.quantity, s.discount, s.tax, s.net, 0
        from (select mixed_id, key, currency, ${LINE_SUMS}
                from keyed cross join lateral (select ${LINE_SUMS} from pos_order_lines l where l.order_id = keyed.id) l
               group by mixed_id, key, currency) s
      union all
      select case when back.tenders > 1 then r.id end, case when back.tenders > 1 then null else coalesce(back.tender, ${NO_TENDER}) end,
             null, case when back.tenders > 1 then back.paid::text end, o.currency, 0, 0, 0, 0, 0, r.amount
        from ${refundsGiven(question, PAID_BACK)})`,
  );
}
