import type { Client } from 'pg';

/** What a day is made of. */
export interface SeededDay {
  readonly tenantId: string;
  readonly outletId: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly orders: number;
}

/**
 * Writes a day's sales as they lie in the tables: three lines each, every fourth with a discount, every tenth paid in two tenders,
 * every fiftieth refunded in part, every hundredth voided; two events each.
 */
export async function seedDay(owner: Client, { tenantId, outletId, day, orders }: SeededDay): Promise<void> {
  await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
  await owner.query(ORDERS, [tenantId, outletId, day, orders]);
  for (const statement of [LINES, PAYMENTS, REFUNDS, EVENTS]) await owner.query(statement, [tenantId, outletId, day]);
}

const TOTAL = '300 - case when n % 4 = 0 then 30 else 0 end';

const ORDERS = `
  insert into pos_orders (tenant_id, id, outlet_id, number, status, channel, currency, cashier_id, placed_at, recorded_at, completed_at,
    business_date, local_hour, subtotal, discount, service_charge, tax, tip, rounding, total, paid, change_given, due, taxes, settings,
    event_sequence, version)
  select $1, gen_random_uuid(), $2, 'Z-' || $3 || '-' || lpad(n::text, 6, '0'),
         case when n % 100 = 0 then 'voided' when n % 50 = 1 then 'partially_refunded' else 'completed' end, 'counter', 'USD', 'bench',
         $3::date + interval '12 hours', $3::date + interval '12 hours', $3::date + interval '12 hours', $3::date, 12, 300,
         300 - (${TOTAL}), 0, 41, 0, 0, ${TOTAL}, ${TOTAL}, 0, 0,
         jsonb_build_array(jsonb_build_object('code', 'VAT', 'name', 'VAT', 'rate', '16', 'base', 259, 'amount', 41, 'mode', 'inclusive')),
         '{}', 2, 1
    from generate_series(1, $4::int) n`;

const OF_DAY = `(select o.*, row_number() over (order by number) as n from pos_orders o
  where o.tenant_id = $1 and o.outlet_id = $2 and o.business_date = $3::date) o`;

const LINES = `
  insert into pos_order_lines (tenant_id, order_id, id, line_number, sku, name, category, unit, quantity, unit_price, gross, discount,
    tax, net, total, taxes, tax_group, applications)
  select o.tenant_id, o.id, gen_random_uuid(), line, 'tea', 'Tea', 'Drinks', 'each', 1, 100, 100, o.discount / 3, 13, 87 - o.discount / 3,
         100 - o.discount / 3, '[]', '{}', case when o.discount = 0 then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
           'source', 'manual', 'id', 'percent 10 discount order', 'version', null, 'name', 'Discount', 'code', null, 'level', 'order',
           'amount', o.discount / 3)) end
    from ${OF_DAY}, generate_series(1, 3) line`;

const PAYMENTS = `
  insert into pos_payments (tenant_id, id, order_id, payment_number, tender, status, amount, change_given, received_at)
  select o.tenant_id, gen_random_uuid(), o.id, part, case when (o.n + part) % 2 = 0 then 'cash' else 'card' end, 'captured',
         case when o.n % 10 <> 0 then o.total when part = 1 then 100 else o.total - 100 end, 0, o.placed_at
    from ${OF_DAY}, generate_series(1, case when o.n % 10 = 0 then 2 else 1 end) part
   where o.status <> 'voided'`;

const REFUNDS = `
  insert into pos_refunds (tenant_id, id, order_id, outlet_id, amount, tax, rounding, reason, lines, payments, refunded_by, refunded_at,
    business_date, local_hour)
  select o.tenant_id, gen_random_uuid(), o.id, o.outlet_id, 100, 13, 0, 'bench', '[]',
         '[{"tender": "cash", "amount": 100}]', 'bench', o.placed_at, o.business_date, 12
    from ${OF_DAY} where o.status = 'partially_refunded'`;

const EVENTS = `
  insert into events (tenant_id, aggregate, aggregate_id, sequence, id, type, outlet_id, data, actor, request_id, occurred_at)
  select o.tenant_id, 'orders', o.id, part, gen_random_uuid(), case part when 1 then 'pos.order.created' else 'pos.order.completed' end,
         o.outlet_id, '{}', 'bench', 'bench', o.placed_at
    from ${OF_DAY}, generate_series(1, 2) part`;
