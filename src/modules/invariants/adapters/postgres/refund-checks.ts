import { sql } from 'kysely';
import { countsIn, datedIn, ofOutlets, ordersIn, type Check } from './check.js';

/** I1 of money that was given back. */
export const refundChecks = {
  refund_parts: (scope) => sql`
    select 'refund ' || r.id as subject, format('lines %s, paid out %s', r.amount, r.amount + r.rounding) as expected,
           format('lines %s, paid out %s', x.lines, x.paid_out) as actual,
           r.amount <> x.lines or r.amount + r.rounding <> x.paid_out as broken
      from pos_refunds r, lateral (
        select coalesce((select sum((l ->> 'amount')::bigint) from jsonb_array_elements(r.lines) l), 0) as lines,
               coalesce((select sum((p ->> 'amount')::bigint) from jsonb_array_elements(r.payments) p), 0) as paid_out) x
     where ${countsIn('r', scope)} and ${ofOutlets('r', scope)}`,

  refund_limits: (scope) => sql`
    select 'order ' || o.id as subject,
           format('refunds %s, paid out %s of %s', r.amount, r.paid_out, o.paid - o.change_given) as expected,
           format('lines %s%s, payments %s%s', l.refunded, case when l.beyond then ', one beyond itself' end,
                  p.refunded, case when p.beyond then ', one beyond itself' end) as actual,
           l.refunded <> r.amount or p.refunded <> r.paid_out or r.paid_out > o.paid - o.change_given
             or l.beyond or p.beyond as broken
      from pos_orders o,
           lateral (select coalesce(sum(amount), 0) as amount, coalesce(sum(amount + rounding), 0) as paid_out
                      from pos_refunds r where r.order_id = o.id) r,
           lateral (select coalesce(sum(refunded_amount), 0) as refunded,
                           coalesce(bool_or(refunded_amount > total or refunded_quantity > quantity), false) as beyond
                      from pos_order_lines l where l.order_id = o.id) l,
           lateral (select coalesce(sum(refunded), 0) as refunded,
                           coalesce(bool_or(refunded > amount - coalesce(change_given, 0)), false) as beyond
                      from pos_payments p where p.order_id = o.id and p.returned_at is null) p
     where ${ordersIn(scope)}`,

  payment_returns: (scope) => sql`
    select 'payment ' || coalesce(p.id, r.payment_id) as subject,
           coalesce((p.amount - coalesce(p.change_given, 0))::text, 'not returned') as expected,
           coalesce(r.amount::text, 'nothing returned') as actual,
           p.id is null or r.id is null or r.amount <> p.amount - coalesce(p.change_given, 0) or p.refunded <> r.amount
             or p.order_id <> r.order_id as broken
      from (select p.id, p.order_id, p.amount, p.change_given, p.refunded from pos_payments p
              join pos_orders o on o.id = p.order_id where p.returned_at is not null and ${ofOutlets('o', scope)}) p
      full join (select * from pos_payment_returns r where ${ofOutlets('r', scope)}) r on r.payment_id = p.id
     where ${datedIn('r', scope)} or r.id is null`,
} satisfies Readonly<Record<string, Check>>;
