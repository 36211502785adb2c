import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { AT, type OrderRow, type RandomBooks } from './random-days.examples.js';

/** Writes books as the service's own role. */
export async function writeBooks(client: Client, tenantId: string, books: RandomBooks): Promise<void> {
  const place = { outlet_id: books.outletId };
  const time = { placed_at: AT, recorded_at: AT, completed_at: AT, local_hour: 12 };
  const sale = { channel: 'counter', currency: 'EUR', cashier_id: 'ann', settings: {}, version: 1, ...time, ...place };
  const sales = books.orders.map((order) => ({
    ...sale,
    ...order,
    discounts: [],
    promo_codes: [],
    counted_promotions: [],
  }));
  await insert(client, tenantId, 'pos_orders', sales);
  await insert(client, tenantId, 'pos_order_lines', books.orders.map(lineOf));
  await insert(
    client,
    tenantId,
    'pos_payments',
    books.payments.map((one) => ({ ...one, refunded: 0, surcharge: 0, received_at: AT })),
  );
  const back = { ...place, reason: 'cold', lines: [], refunded_by: 'ann', refunded_at: AT, local_hour: 12 };
  await insert(
    client,
    tenantId,
    'pos_refunds',
    books.refunds.map((one) => ({ ...back, ...one })),
  );
  const given = { ...place, reason: 'left', returned_by: 'ann', returned_at: AT, late: false };
  await insert(
    client,
    tenantId,
    'pos_payment_returns',
    books.returns.map((one) => ({ ...given, ...one })),
  );
}

function lineOf({ id, subtotal, discount, tax }: OrderRow): object {
  const application = {
    source: 'manual',
    id: 'percent 10 comp order',
    version: null,
    name: 'x',
    code: null,
    level: 'order',
    amount: discount,
  };
  return {
    ...{
      order_id: id,
      id: randomUUID(),
      line_number: 1,
      sku: 'tea',
      name: 'Tea',
      category: 'Drinks',
      unit: 'each',
      quantity: '1',
    },
    ...{
      unit_price: subtotal,
      gross: subtotal,
      discount,
      tax,
      net: subtotal - discount,
      total: subtotal - discount,
      taxes: [],
    },
    ...{ tax_group: {}, modifiers: [], refunded_quantity: 0, refunded_amount: 0, refunded_tax: 0, service_charge: 0 },
    applications: discount === 0 ? [] : [application],
  };
}

async function insert(client: Client, tenantId: string, table: string, rows: readonly object[]): Promise<void> {
  const columns = ['tenant_id', ...Object.keys(rows[0] ?? {})];
  if (columns.length === 1) return;
  const list = columns.join(', ');
  await client.query('begin');
  await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
  await client.query(`insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows.map((row) => ({ tenant_id: tenantId, ...row }))),
  ]);
  await client.query('commit');
}
