import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { DayFacts, OddOrder } from '../../domain/day-facts.js';
import type { ReportScope } from '../../domain/report-scope.js';
import { bookedIn, COUNTED, receivedIn, settledIn, UNSETTLED } from './booked-in.js';
import { ODD_MAX } from './order-facts.js';

type MoneyFacts = Pick<DayFacts, 'payments' | 'refunds' | 'refundedTo' | 'returned'> & {
  readonly oddOrders: readonly OddOrder[];
};

const PAYMENT = sql`p.id, p.order_id, p.tender, p.amount, p.change_given, p.payment_number, p.ledger,
  p.returned_at is not null as was_returned`;

/** Payments received in the scope of orders that are not settled in it. */
function partPayments(scope: ReportScope): RawBuilder<unknown> {
  const { businessDate, sessionId, outletId } = scope;
  const counted = sql`p.status in ${COUNTED} and not ${settledIn(scope)}`;
  const columns = sql`${PAYMENT}, true as received, false as settled, o.change_given as order_change`;
  if (sessionId !== null) {
    return sql`select ${columns} from pos_payments p join pos_orders o on o.id = p.order_id
      where p.drawer_session_id = ${sessionId}::uuid and o.outlet_id = ${outletId} and ${counted}`;
  }
  return sql`select ${columns} from pos_orders o
      cross join lateral (select * from pos_payments p where p.order_id = o.id and p.booked_on is null offset 0) p
      where o.business_date = ${businessDate}::date and o.outlet_id = ${outletId} and ${counted}
    union all
    select ${columns} from pos_payments p join pos_orders o on o.id = p.order_id
      where p.booked_on = ${businessDate}::date and o.outlet_id = ${outletId} and ${counted}`;
}

// Payments of before carry no change of their own: the order's lies on its last cash.
const KEPT = sql`
  kept as materialized (
    select p.*, p.amount - case when p.tender <> 'cash' then 0 else coalesce(p.change_given,
             case when p.order_change <> 0 and not exists (
               select from pos_payments q where q.order_id = p.order_id and q.tender = 'cash' and q.status in ${COUNTED}
                  and q.payment_number > p.payment_number) then p.order_change else 0 end) end as kept
      from paid p)`;

const BY_TENDER = sql`
  select tender, count(*) filter (where received) as count, coalesce(sum(kept) filter (where received), 0) as received,
         coalesce(sum(kept) filter (where received and (not settled or was_returned)), 0) as taken,
         coalesce(sum(kept) filter (where not received and not was_returned), 0) as used,
         json_build_object('count', count(*) filter (where received and ledger = 'gift_card'),
           'amount', coalesce(sum(kept) filter (where received and ledger = 'gift_card'), 0)) as "giftCards"
    from kept group by tender`;

// Added up and not joined: as long as the planner knows nothing of a table that fills fast, it would compare all with all.
const ODD = sql`
  select order_id as "orderId", max(number) as number, 'payments' as what
    from (select id as order_id, number, total as amount from sold
          union all
          select order_id, null, -kept from kept where settled and not was_returned) both_sides
   group by order_id having sum(amount) <> 0`;

/** Adds up what was received, given back and returned in the scope: one statement. */
export async function moneyFacts(tx: Tx, scope: ReportScope): Promise<MoneyFacts> {
  const order = sql`b.id, b.number, b.total, b.change_given, b.business_date`;
  const refund = sql`b.order_id, b.amount, b.tax, b.rounding, b.business_date, b.late, b.payments`;
  const sold = bookedIn(scope, sql`pos_orders`, order, sql`b.status not in ${UNSETTLED} and b.status <> 'voided'`);
  const { rows } = await sql<{ facts: MoneyFacts }>`
    with sold as materialized (${sold}),
    paid as materialized (
      select ${PAYMENT}, ${receivedIn(scope)} as received, true as settled, o.change_given as order_change
        from sold o cross join lateral (
          select * from pos_payments p where p.order_id = o.id and p.status in ${COUNTED} offset 0) p
      union all ${partPayments(scope)}), ${KEPT},
    back as materialized (${bookedIn(scope, sql`pos_refunds`, refund)})
    select json_build_object(
      'payments', coalesce((select json_agg(t) from (${BY_TENDER}) t), '[]'),
      'oddOrders', coalesce((select json_agg(x) from (select * from (${ODD}) odd order by number, "orderId" limit ${ODD_MAX}) x), '[]'),
      'refunds', coalesce((select json_agg(r) from (
        select b.business_date as "businessDate", b.late, coalesce(o.booked_on, o.business_date) < ${scope.businessDate}::date as earlier,
               count(*) as count, sum(b.amount) as amount, sum(b.tax) as tax, sum(b.rounding) as rounding
          from back b join pos_orders o on o.id = b.order_id group by 1, 2, 3) r), '[]'),
      'refundedTo', coalesce((select json_agg(t) from (
        select p.tender, sum(p.amount) as amount
          from back b cross join lateral jsonb_to_recordset(b.payments) as p (tender text, amount bigint) group by p.tender) t), '[]'),
      'returned', coalesce((select json_agg(t) from (${returned(scope)}) t), '[]')
    ) as facts`.execute(transactionOf<unknown>(tx));
  return (rows[0] as { facts: MoneyFacts }).facts;
}

function returned({ businessDate, sessionId, outletId }: ReportScope): RawBuilder<unknown> {
  const where =
    sessionId === null ? sql`r.business_date = ${businessDate}::date` : sql`r.drawer_session_id = ${sessionId}::uuid`;
  return sql`select r.tender, sum(r.amount) as amount from pos_payment_returns r
    where ${where} and r.outlet_id = ${outletId} group by r.tender`;
}
