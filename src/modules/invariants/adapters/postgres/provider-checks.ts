import { sql } from 'kysely';
import { CAME_IN, ofOutlets, ordersIn, type Check } from './check.js';

/** I2: nothing is there twice, and nothing is nowhere. */
export const providerChecks = {
  // Money that a person put to an order came for no payment: the record of it says which payment it became.
  payment_charges: (scope) => sql`
    select 'payment ' || p.id as subject, format('a charge of order %s', p.order_id) as expected,
           coalesce('a charge of order ' || c.order_id, 'no charge') as actual,
           (c.payment_id is null or c.order_id <> p.order_id) and not exists (
             select from unallocated_payments u where u.became = p.id and u.allocated_order_id = p.order_id) as broken
      from pos_orders o join pos_payments p on p.order_id = o.id and p.provider is not null
      left join payment_charges c on c.payment_id = p.id
     where ${ordersIn(scope)}`,

  charge_money: (scope) => sql`
    select 'payment ' || c.payment_id as subject, c.amount_captured::text as expected,
           format('%s with the order, %s unallocated', coalesce(p.amount, 0), coalesce(u.amount, 0)) as actual,
           c.amount_captured <> coalesce(p.amount, 0) + coalesce(u.amount, 0) as broken
      from pos_orders o join payment_charges c on c.order_id = o.id and c.amount_captured is not null
      left join pos_payments p on p.id = c.payment_id and ${CAME_IN}
      left join lateral (
        select sum(u.amount) as amount from unallocated_payments u
         where u.payment_id = c.payment_id and u.reason not in ('captured_twice', 'amount_differs')) u on true
     where ${ordersIn(scope)}`,

  payments_waiting: (scope) => sql`
    select 'payment ' || p.id as subject, 'a charge under way' as expected,
           format('%s since %s, charge %s', p.status, p.received_at, coalesce(c.status, 'none')) as actual,
           coalesce(c.status, 'none') not in ('created', 'sent', 'pending', 'unknown', 'cancelling') as broken
      from pos_payments p join pos_orders o on o.id = p.order_id
      left join payment_charges c on c.payment_id = p.id
     where p.status in ('initiated', 'pending', 'unknown') and p.received_at < now() - interval '1 hour'
       and ${ofOutlets('o', scope)}`,

  // A surcharge may have been taken along with the amount, or otherwise.
  ledger_payments: (scope) => sql`
    select 'payment ' || p.id as subject, format('%s of %s', p.amount, p.ledger) as expected,
           format('%s in %s entries', coalesce(e.amount, 0), e.entries) as actual,
           e.entries <> 1 or e.amount not in (p.amount, p.amount - p.surcharge) as broken
      from pos_orders o join pos_payments p on p.order_id = o.id and p.ledger in ('gift_card', 'house_account') and ${CAME_IN},
           lateral (
             select sum(-g.amount) as amount, count(*) as entries from gift_card_transactions g
              where p.ledger = 'gift_card' and g.payment_id = p.id and g.kind = 'redeem' having p.ledger = 'gift_card'
             union all
             select sum(h.amount), count(*) from house_account_entries h
              where p.ledger = 'house_account' and h.payment_id = p.id and h.kind = 'charge' having p.ledger = 'house_account') e
     where ${ordersIn(scope)}`,
} satisfies Readonly<Record<string, Check>>;
