import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { DayFacts, OddOrder } from '../../domain/day-facts.js';
import type { ReportScope } from '../../domain/report-scope.js';
import { bookedIn, UNSETTLED } from './booked-in.js';

type OrderFacts = Pick<
  DayFacts,
  'sales' | 'voids' | 'discounts' | 'taxes' | 'giftCardsSold' | 'linesRemoved' | 'priceOverrides'
> & {
  readonly oddOrders: readonly OddOrder[];
};

/** How many odd orders a report names. */
export const ODD_MAX = 100;

const COLUMNS = sql`b.id, b.number, b.status, b.business_date, b.late, b.subtotal, b.discount, b.service_charge, b.tax, b.tip,
  b.rounding, b.surcharge, b.total, b.taxes, b.event_sequence`;

// Lines are looked up order by order, which `offset 0` insists on: a join tempts the planner to read all lines of the tenant.
const PARTS = sql`
  parts as materialized (
    select o.id as order_id, l.total, l.gift_card is not null as is_card, l.applications
      from sold o cross join lateral (
        select l.total, l.gift_card, l.applications from pos_order_lines l
         where l.order_id = o.id and (l.applications <> '[]' or l.gift_card is not null) offset 0) l),
  off as materialized (
    select p.order_id, a.id as discount, sum(a.amount) as amount,
           case when a.source = 'promotion' then 'promotion' else split_part(a.id, ' ', -2) end as category
      from parts p cross join lateral jsonb_to_recordset(p.applications) as a (source text, id text, amount bigint)
     group by p.order_id, a.id, a.source)`;

const SALES = sql`
  select business_date as "businessDate", late, count(*) as orders,
         (array_agg(number order by length(number), number collate "C"))[1] as first,
         (array_agg(number order by length(number) desc, number collate "C" desc))[1] as last,
         sum(subtotal) as gross, sum(discount) as discounts, sum(service_charge) as "serviceCharge", sum(tax) as tax,
         sum(tip) as tips, sum(surcharge) as surcharges, sum(rounding) as rounding, sum(total) as total
    from sold group by business_date, late`;

const TAXES = sql`
  select t.code, t.name, t.rate, coalesce(t.mode, 'inclusive') as mode, sum(t.base) as base, sum(t.amount) as amount
    from sold cross join lateral jsonb_to_recordset(sold.taxes) as t (code text, name text, rate text, mode text, base bigint, amount bigint)
   group by t.code, t.name, t.rate, coalesce(t.mode, 'inclusive')`;

const ODD = sql`
  select o.id as "orderId", o.number, 'totals' as what
    from sold o cross join lateral (
      select coalesce(sum(amount) filter (where mode = 'exclusive'), 0) as on_top, coalesce(sum(amount), 0) as amount,
             coalesce(bool_and(mode is not null), true) as known
        from jsonb_to_recordset(o.taxes) as t (amount bigint, mode text)) t
   where t.known and (o.tax <> t.amount
     or o.total <> o.subtotal - o.discount + o.service_charge + t.on_top + o.tip + o.rounding + o.surcharge)
  union all
  select order_id, max(number), 'discounts'
    from (select id as order_id, number, discount as amount from sold
          union all
          select order_id, null, -amount from off) both_sides
   group by order_id having sum(amount) <> 0`;

// What was done to a sale besides making it is told by its events only; an order with two has no others.
const HAPPENED = sql`
  select count(*) filter (where e.type = 'pos.order.line_removed') as removed,
         count(*) filter (where e.type = 'pos.order.price_overridden') as overridden
    from settled o cross join lateral (
      select e.type from events e where e.aggregate = 'orders' and e.aggregate_id = o.id
         and e.type in ('pos.order.line_removed', 'pos.order.price_overridden') offset 0) e
   where o.event_sequence > 2`;

/** Adds up the orders that were settled or voided in the scope: one statement. */
export async function orderFacts(tx: Tx, scope: ReportScope): Promise<OrderFacts> {
  const { rows } = await sql<{ facts: OrderFacts }>`
    with settled as materialized (${bookedIn(scope, sql`pos_orders`, COLUMNS, sql`b.status not in ${UNSETTLED}`)}),
    sold as materialized (select * from settled where status <> 'voided'), ${PARTS},
    happened as materialized (${HAPPENED})
    select json_build_object(
      'sales', coalesce((select json_agg(s) from (${SALES}) s), '[]'),
      'voids', (select json_build_object('count', count(*), 'amount', coalesce(sum(total), 0)) from settled where status = 'voided'),
      'discounts', coalesce((select json_agg(d) from (
        select category, count(*) as count, sum(amount) as amount from off group by category) d), '[]'),
      'taxes', coalesce((select json_agg(t) from (${TAXES}) t), '[]'),
      'giftCardsSold', (select json_build_object('count', count(*), 'amount', coalesce(sum(total), 0)) from parts where is_card),
      'linesRemoved', (select removed from happened),
      'priceOverrides', (select overridden from happened),
      'oddOrders', coalesce((select json_agg(x) from (select * from (${ODD}) odd order by number, "orderId", what limit ${ODD_MAX}) x), '[]')
    ) as facts`.execute(transactionOf<unknown>(tx));
  return (rows[0] as { facts: OrderFacts }).facts;
}
