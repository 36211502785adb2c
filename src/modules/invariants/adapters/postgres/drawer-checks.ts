import { sql } from 'kysely';
import { CAME_IN, datedIn, ofOutlets, ordersIn, type Check } from './check.js';

/** What a kind of entry does to what the drawer is expected to hold; a closing count and what leaves with it come after. */
const EXPECTED = sql`case when e.kind in ('float', 'sale', 'paid_in', 'transfer_in') then e.amount
  when e.kind in ('change', 'refund', 'paid_out', 'petty_cash', 'skim', 'tip_out', 'transfer_out') then -e.amount else 0 end`;

/** The account on the other side of the drawer, by kind. */
const OTHER_SIDE = sql`case e.kind when 'float' then 'safe:' || e.outlet_id when 'skim' then 'safe:' || e.outlet_id
  when 'close' then 'safe:' || e.outlet_id when 'sale' then 'sales' when 'change' then 'sales' when 'refund' then 'sales'
  when 'paid_in' then 'paid_in' when 'paid_out' then 'paid_out:' || coalesce(e.category, 'other')
  when 'petty_cash' then 'paid_out:petty_cash' when 'tip_out' then 'tips' when 'count' then 'over_short'
  when 'transfer_in' then 'transit:' || e.outlet_id when 'transfer_out' then 'transit:' || e.outlet_id end`;

/** I6: what the books say is in the drawers. */
export const drawerChecks = {
  drawer_expectation: (scope) => sql`
    select 'drawer session ' || s.id as subject, e.expected::text as expected, s.expected_at_close::text as actual,
           s.status = 'closed' and s.expected_at_close <> e.expected as broken
      from drawer_sessions s,
           lateral (select coalesce(sum(${EXPECTED}), 0) as expected from drawer_entries e where e.session_id = s.id) e
     where ${datedIn('s', scope)} and ${ofOutlets('s', scope)}`,

  drawer_payments: (scope) => sql`
    with sessions as (select s.id from drawer_sessions s where ${datedIn('s', scope)} and ${ofOutlets('s', scope)}),
    taken as (
      select p.drawer_session_id as session, 'sale' as kind, p.id as payment, null::uuid as refund, p.amount
        from sessions s join pos_payments p on p.drawer_session_id = s.id where p.tender = 'cash' and ${CAME_IN}
      union all
      select p.drawer_session_id, 'change', p.id, null, p.change_given
        from sessions s join pos_payments p on p.drawer_session_id = s.id
       where p.tender = 'cash' and p.change_given > 0 and ${CAME_IN}
      union all
      select r.drawer_session_id, 'refund', (part ->> 'paymentId')::uuid, r.id, (part ->> 'amount')::bigint
        from sessions s join pos_refunds r on r.drawer_session_id = s.id, jsonb_array_elements(r.payments) part
       where part ->> 'tender' = 'cash'
      union all
      select r.drawer_session_id, 'refund', r.payment_id, r.id, r.amount
        from sessions s join pos_payment_returns r on r.drawer_session_id = s.id where r.tender = 'cash'
      union all
      select h.drawer_session_id, 'paid_in', h.drawer_session_id, null, -sum(h.amount)::bigint
        from sessions s join house_account_entries h on h.drawer_session_id = s.id where h.kind = 'payment' group by 1),
    booked as (
      select e.session_id as session, e.kind, e.payment_id as payment, e.refund_id as refund, sum(e.amount) as amount
        from sessions s join drawer_entries e on e.session_id = s.id
       where e.kind in ('sale', 'change', 'refund') group by 1, 2, 3, 4
      union all
      select e.session_id, e.kind, e.session_id, null, sum(e.amount)
        from sessions s join drawer_entries e on e.session_id = s.id
       where e.kind = 'paid_in' and e.category = 'account_payment' group by 1, 2)
    select format('drawer session %s, %s of %s', session, kind,
                  case kind when 'paid_in' then 'house accounts' else 'payment ' || payment end) as subject,
           coalesce(t.amount::text, 'nothing') as expected, coalesce(b.amount::text, 'nothing') as actual,
           t.amount is distinct from b.amount as broken
      from (select session, kind, payment, coalesce(refund, payment) as refund, amount from taken) t
      full join (select session, kind, payment, coalesce(refund, payment) as refund, amount from booked) b
        using (session, kind, payment, refund)
    union all
    select 'payment ' || p.id, 'an existing drawer session', p.drawer_session_id::text, s.id is null
      from pos_orders o join pos_payments p on p.order_id = o.id and p.drawer_session_id is not null
      left join drawer_sessions s on s.id = p.drawer_session_id
     where ${ordersIn(scope)}`,

  drawer_count: (scope) => sql`
    select 'drawer session ' || s.id as subject,
           format('counted %s, variance %s', s.expected_at_close + s.variance, s.variance) as expected,
           format('counted %s, variance %s, taken out %s', s.counted, e.off, e.taken_out) as actual,
           s.counted <> s.expected_at_close + s.variance or e.off <> s.variance or e.taken_out <> s.counted as broken
      from drawer_sessions s, lateral (
        select coalesce(sum(case when e.debit_account = 'drawer:' || s.id then e.amount else -e.amount end)
                 filter (where e.kind = 'count'), 0) as off,
               coalesce(sum(e.amount) filter (where e.kind = 'close'), 0) as taken_out
          from drawer_entries e where e.session_id = s.id and e.kind in ('count', 'close')) e
     where s.status = 'closed' and ${datedIn('s', scope)} and ${ofOutlets('s', scope)}`,

  drawer_double_entry: (scope) => sql`
    select 'drawer entry ' || e.id as subject, format('%s: %s to %s', e.kind, a.credited, a.debited) as expected,
           format('%s: %s to %s', e.kind, e.credit_account, e.debit_account) as actual,
           e.debit_account <> a.debited or e.credit_account <> a.credited as broken
      from drawer_sessions s join drawer_entries e on e.session_id = s.id,
           lateral (select 'drawer:' || s.id as drawer, ${OTHER_SIDE} as other) b,
           lateral (select case when i.inward then b.drawer else b.other end as debited,
                           case when i.inward then b.other else b.drawer end as credited
                      from (select case when e.kind = 'count' then e.debit_account = b.drawer
                                        else e.kind in ('float', 'sale', 'paid_in', 'transfer_in') end as inward) i) a
     where ${datedIn('s', scope)} and ${ofOutlets('s', scope)}
    union all
    select format('outlet %s, %s', t.outlet_id, t.currency), '0 between drawers', t.open::text, t.open <> 0
      from (select e.outlet_id, e.currency, sum(case when e.kind = 'transfer_out' then e.amount else -e.amount end) as open
              from drawer_entries e where e.kind in ('transfer_in', 'transfer_out') and ${ofOutlets('e', scope)}
             group by e.outlet_id, e.currency) t`,
} satisfies Readonly<Record<string, Check>>;
