import { sql, type RawBuilder } from 'kysely';
import type { CashierFact, CashierScope } from '../../domain/cashier-report.js';

type Sql = RawBuilder<unknown>;

/** A condition on the day or, for a stretch of time, on the moment of something. */
function within({ period }: CashierScope, day: Sql, moment: Sql): Sql {
  return period.kind === 'days'
    ? sql`${day} >= ${period.from}::date and ${day} < ${period.to}::date`
    : sql`${moment} >= ${period.from}::timestamptz and ${moment} < ${period.to}::timestamptz`;
}

const isPerson = ({ personId }: CashierScope, column: Sql): Sql =>
  sql`(${personId}::text is null or ${column} = ${personId})`;

/** The figures that are a count and an amount: what is left of a row is nothing. */
const PLAIN = sql`0::bigint as minutes, 0::bigint as discount, 0::bigint as tax, 0::bigint as net`;

const SOLD = sql`status in ('completed', 'partially_refunded', 'refunded')`;
// Money that was taken and given back later was taken all the same; what was given back before the sale was none of it.
const TAKEN = sql`p.status in ('captured', 'refunded', 'charged_back') and p.returned_at is null`;

const shiftFigures = (scope: CashierScope): Sql => sql`
  select 'shifts' as figure, s.person_id, s.currency, null::text as key, count(*) as count,
         coalesce(sum(s.declared_tips), 0)::bigint as amount, sum(worked.minutes)::bigint as minutes,
         0::bigint as discount, 0::bigint as tax, 0::bigint as net
    from shifts s join scope on scope.id = s.outlet_id
   cross join lateral (
     select greatest(0, floor(extract(epoch from ended - s.clocked_in_at - coalesce((
              select sum(coalesce((b ->> 'to')::timestamptz, ended) - (b ->> 'from')::timestamptz)
                from jsonb_array_elements(s.breaks) b), interval '0')) / 60))::bigint as minutes
       from (select coalesce(s.clocked_out_at, ${scope.at}::timestamptz) as ended) e) worked
   where ${within(scope, sql`s.business_date`, sql`s.clocked_in_at`)} and ${isPerson(scope, sql`s.person_id`)}
   group by s.person_id, s.currency`;

/** Of the orders that the person opened. Lines and payments are looked up order by order, as reports of sales do. */
const saleFigures = (): Sql => sql`
  select 'sales', cashier_id, currency, null, count(*), sum(tip)::bigint, ${PLAIN} from sold group by cashier_id, currency
  union all
  select 'lines', cashier_id, currency, null, 0, 0, 0, sum(l.discount)::bigint, sum(l.tax)::bigint, sum(l.net)::bigint
    from sold cross join lateral (
      select sum(discount) as discount, sum(tax) as tax, sum(net) as net from pos_order_lines where order_id = sold.id) l
   group by cashier_id, currency
  union all
  select 'tender', cashier_id, currency, t.tender, sum(t.count)::bigint, sum(t.amount)::bigint, ${PLAIN}
    from sold cross join lateral (
      select p.tender, count(*) as count, sum(p.amount) - case p.tender when 'cash' then sold.change_given else 0 end as amount
        from pos_payments p where p.order_id = sold.id and ${TAKEN} group by p.tender) t
   group by cashier_id, currency, t.tender`;

// What a person took off is found on the lines by what it does and on what (manual-discount.ts of orders). The same thing given twice
// looks alike there: each then counts for its part of both together, the odd minor unit for the first.
const DISCOUNTS = sql`
  select figure, given_by, sum / of_many + case when place <= sum % of_many then 1 else 0 end as amount
    from (select case when category = 'discount' and not is_comp then 'discounts' else 'comps' end as figure, given_by,
                 count(*) over (partition by rule) as of_many, row_number() over (partition by rule order by place) as place,
                 coalesce((select sum((a ->> 'amount')::bigint) from pos_order_lines l
                            cross join lateral jsonb_array_elements(l.applications) a
                            where l.order_id = orders.id and a ->> 'source' = 'manual' and a ->> 'id' = rule), 0)::bigint as sum
            from (select d ->> 'category' as category, d ->> 'givenBy' as given_by, place, not (d ? 'percent' or d ? 'amount') as is_comp,
                         case when d ? 'percent' then 'percent ' || (d ->> 'percent') when d ? 'amount' then 'amount ' || (d ->> 'amount')
                              else 'comp' end || ' ' || (d ->> 'category') || ' ' || coalesce(d ->> 'lineId', 'order') as rule
                    from jsonb_array_elements(orders.discounts) with ordinality as given (d, place)) ruled) counted`;

/** What the person gave: back, away, off, and prices in place of the house's. */
const givenFigures = (scope: CashierScope): Sql => sql`
  select 'refunds', r.refunded_by, o.currency, null, count(*), sum(r.amount)::bigint, ${PLAIN}
    from pos_refunds r join scope on scope.id = r.outlet_id join pos_orders o on o.id = r.order_id
   where ${within(scope, sql`r.business_date`, sql`r.refunded_at`)} and ${isPerson(scope, sql`r.refunded_by`)}
   group by r.refunded_by, o.currency
  union all
  select 'voids', coalesce(voided_by, cashier_id), currency, null, count(*), sum(total)::bigint, ${PLAIN}
    from orders where status = 'voided' and ${isPerson(scope, sql`coalesce(voided_by, cashier_id)`)}
   group by coalesce(voided_by, cashier_id), currency
  union all
  select g.figure, g.given_by, orders.currency, null, count(*), coalesce(sum(g.amount), 0)::bigint, ${PLAIN}
    from orders cross join lateral (${DISCOUNTS}) g
   where ${SOLD} and ${isPerson(scope, sql`g.given_by`)} group by g.figure, g.given_by, orders.currency
  union all
  select 'overrides', e.person, orders.currency, null, count(*), 0, ${PLAIN}
    from orders cross join lateral (
      select substr(actor, strpos(actor, ':') + 1) as person from events
       where aggregate = 'orders' and aggregate_id = orders.id and type = 'pos.order.price_overridden') e
   where ${isPerson(scope, sql`e.person`)} group by e.person, orders.currency`;

const drawerFigures = (scope: CashierScope): Sql => sql`
  select 'no_sales', d.cashier_id, d.currency, null, sum(d.no_sales)::bigint, 0, ${PLAIN}
    from drawer_sessions d join scope on scope.id = d.outlet_id
   where d.no_sales > 0 and ${within(scope, sql`d.business_date`, sql`d.opened_at`)} and ${isPerson(scope, sql`d.cashier_id`)}
   group by d.cashier_id, d.currency
  union all
  select 'drawers', d.cashier_id, d.currency, null, count(*), sum(d.variance)::bigint, ${PLAIN}
    from drawer_sessions d join scope on scope.id = d.outlet_id
   where d.status = 'closed' and ${within(scope, sql`d.business_date`, sql`d.opened_at`)} and ${isPerson(scope, sql`d.cashier_id`)}
   group by d.cashier_id, d.currency`;

/**
 * One statement that answers what people did at the till. It reads the tables of orders and drawers as reports of sales do, and only
 * ever reads: whoever changes one of their columns finds the reader here.
 */
export function cashierQuery(scope: CashierScope): RawBuilder<CashierFact> {
  const { outletIds } = scope;
  return sql<CashierFact>`with
    scope as (select id from outlets where ${outletIds}::uuid[] is null or id = any(${outletIds}::uuid[])),
    orders as (select o.* from pos_orders o join scope on scope.id = o.outlet_id
                where ${within(scope, sql`o.business_date`, sql`o.placed_at`)}),
    sold as (select * from orders where ${SOLD} and ${isPerson(scope, sql`cashier_id`)})
    select figure, person_id as "personId", currency, key, count, amount, minutes, discount, tax, net from (
      ${shiftFigures(scope)} union all ${saleFigures()} union all ${givenFigures(scope)} union all ${drawerFigures(scope)}) figures`;
}
