import { sql } from 'kysely';
import { CAME_IN, ordersIn, type Check } from './check.js';

const SETTLED = sql`o.status in ('completed', 'partially_refunded', 'refunded')`;
const COUNTS = sql`${CAME_IN} and p.returned_at is null`;

/** I1 of orders that stand for themselves, and of the days in which they count. */
export const orderChecks = {
  order_totals: (scope) => sql`
    select 'order ' || o.id as subject, t.total::text as expected, o.total::text as actual, o.total <> t.total as broken
      from pos_orders o, lateral (
        select o.subtotal - o.discount + o.service_charge + o.tip + o.rounding + o.surcharge + coalesce(
          (select sum((x.value ->> 'amount')::bigint) from jsonb_array_elements(o.taxes) x where x.value ->> 'mode' = 'exclusive'), 0)
          as total) t
     where ${ordersIn(scope)}`,

  order_lines: (scope) => sql`
    select 'order ' || o.id as subject, format('subtotal %s, discount %s', o.subtotal, o.discount) as expected,
           format('subtotal %s, discount %s', l.gross, l.discount) as actual,
           l.gross <> o.subtotal or l.discount <> o.discount as broken
      from pos_orders o, lateral (
        select coalesce(sum(gross), 0) as gross, coalesce(sum(discount), 0) as discount
          from pos_order_lines l where l.order_id = o.id) l
     where ${ordersIn(scope)}`,

  order_payments: (scope) => sql`
    select 'order ' || o.id as subject, format('paid %s, change %s', p.paid, coalesce(p.change, o.change_given)) as expected,
           format('paid %s, change %s', o.paid, o.change_given) as actual,
           o.paid <> p.paid or o.change_given <> coalesce(p.change, o.change_given) as broken
      from pos_orders o, lateral (
        select coalesce(sum(p.amount), 0) as paid,
               -- Payments of long ago do not know their change; their order does.
               case when bool_or(p.change_given is null) then null else coalesce(sum(p.change_given), 0) end as change
          from pos_payments p where p.order_id = o.id and ${COUNTS}) p
     where ${ordersIn(scope)}`,

  order_settled: (scope) => sql`
    select 'order ' || o.id as subject,
           format('due %s', case when ${SETTLED} then 0 else greatest(o.total - o.paid + o.change_given, 0) end) as expected,
           format('%s, due %s, total %s, paid %s, change %s', o.status, o.due, o.total, o.paid, o.change_given) as actual,
           case when ${SETTLED} then o.due <> 0 or o.total <> o.paid - o.change_given
                when o.status = 'voided' then o.paid <> 0
                else o.due <> greatest(o.total - o.paid + o.change_given, 0) end as broken
      from pos_orders o where ${ordersIn(scope)}`,

  // Money that came on another day than its order was settled: a part payment, if it came before; a mistake, if after.
  day_money: (scope) => sql`
    select format('outlet %s, %s, %s', d.outlet_id, d.currency, d.day) as subject, d.total::text as expected,
           format('%s on the day, %s before', d.received - d.change, d.before) as actual,
           d.total <> d.received - d.change + d.before as broken
      from (select o.outlet_id, o.currency, coalesce(o.booked_on, o.business_date) as day, sum(o.total) as total,
                   sum(o.change_given) as change, sum(m.received) as received, sum(m.before) as before
              from pos_orders o, lateral (
                select coalesce(sum(p.amount) filter (where came.day = coalesce(o.booked_on, o.business_date)), 0) as received,
                       coalesce(sum(p.amount) filter (where came.day < coalesce(o.booked_on, o.business_date)), 0) as before
                  from pos_payments p, lateral (select coalesce(p.booked_on, o.business_date) as day) came
                 where p.order_id = o.id and ${COUNTS}) m
             where ${SETTLED} and ${ordersIn(scope)}
             group by o.outlet_id, o.currency, coalesce(o.booked_on, o.business_date)) d`,
} satisfies Readonly<Record<string, Check>>;
