import { sql, type RawBuilder } from 'kysely';
import type { TipFact } from '../../domain/tip-report.js';
import type { Days } from '../../ports/tip-views.js';

/**
 * One statement that answers what people earned on days. Sales are read from the tables of orders, as reports of sales do, and what was
 * declared from shifts; it only ever reads: whoever changes one of their columns finds the reader here.
 */
export function tipReportQuery({
  outletIds,
  from,
  to,
}: Days & { readonly outletIds: readonly string[] | null }): RawBuilder<TipFact> {
  const days = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`${column} >= ${from}::date and ${column} < ${to}::date`;
  const none = sql`0::bigint as earned, 0::bigint as cash, 0::bigint as card, 0::bigint as pooled, 0::bigint as shared,
    0::bigint as adjusted, 0::bigint as paid, 0::bigint as owed`;
  return sql<TipFact>`with
    scope as (select id, currency from outlets where ${outletIds}::uuid[] is null or id = any(${outletIds}::uuid[])),
    facts as (
      select e.business_date as day, e.person_id as person, scope.currency,
             case when e.kind = 'earned' then e.amount else 0 end as earned,
             case when e.kind = 'earned' and e.means = 'cash' then e.amount else 0 end as cash,
             case when e.kind = 'earned' and e.means = 'card' then e.amount else 0 end as card,
             case when e.kind = 'pool_in' then -e.amount else 0 end as pooled,
             case when e.kind in ('pool_out', 'reversed') then e.amount else 0 end as shared,
             case when e.kind = 'adjusted' then e.amount else 0 end as adjusted,
             case when e.kind in ('paid_cash', 'paid_payout', 'payout_returned') then -e.amount else 0 end as paid,
             e.amount as owed, 0::bigint as sales, null::bigint as declared
        from tip_entries e join scope on scope.id = e.outlet_id where ${days(sql`e.business_date`)}
      union all
      select o.business_date, o.cashier_id, o.currency, ${none}, l.sold::bigint, null
        from pos_orders o join scope on scope.id = o.outlet_id
       cross join lateral (select sum(net + tax) as sold from pos_order_lines where order_id = o.id) l
       where o.status in ('completed', 'partially_refunded', 'refunded') and ${days(sql`o.business_date`)}
      union all
      select s.business_date, s.person_id, s.currency, ${none}, 0, s.declared_tips
        from shifts s join scope on scope.id = s.outlet_id where s.declared_tips is not null and ${days(sql`s.business_date`)})
    select day as "businessDate", person as "personId", currency, sum(earned)::bigint as earned, sum(cash)::bigint as "earnedCash",
           sum(card)::bigint as "earnedCard", sum(pooled)::bigint as pooled, sum(shared)::bigint as shared,
           sum(adjusted)::bigint as adjusted, sum(paid)::bigint as paid, sum(owed)::bigint as owed,
           coalesce(sum(sales), 0)::bigint as sales, sum(declared)::bigint as declared
      from facts group by day, person, currency`;
}
