import type { Client } from 'pg';
import { businessTimeOf } from '../../../../kernel/business-time.js';
import { UuidV7Source } from '../../../../kernel/ids.js';

/** An outlet as far as reports care. */
export interface ExampleOutlet {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly dayCutMinutes: number;
}

export interface ExampleLine {
  readonly sku?: string;
  readonly name?: string;
  readonly category?: string;
  readonly quantity?: string;
  readonly net: number;
  readonly tax?: number;
  readonly discount?: number;
}

export interface ExampleSale {
  readonly outlet: ExampleOutlet;
  readonly at: string;
  readonly lines: readonly ExampleLine[];
  readonly payments?: readonly (readonly [tender: string, amount: number, status?: string])[];
  readonly change?: number;
  readonly status?: string;
  readonly cashier?: string;
}

export interface ExampleRefund {
  readonly sale: WrittenSale;
  readonly at: string;
  /** Amount by the position of the line. */
  readonly lines: Readonly<Record<number, number>>;
  readonly payments: readonly (readonly [tender: string, amount: number])[];
  readonly cashier?: string;
}

export interface WrittenSale {
  readonly id: string;
  readonly outlet: ExampleOutlet;
  readonly lineIds: readonly string[];
}

let moment = 1_767_225_600_000;
const ids = new UuidV7Source(
  () => (moment += 1),
  (size) => new Uint8Array(size),
);
let numbers = 0;

/** A fresh id. */
export const nextId = (): string => ids.next<'example'>();

/** Makes a tenant with outlets, as the service's own role. */
export async function writeTenant(
  client: Client,
  tenantId: string,
  currency: string,
  outlets: readonly ExampleOutlet[],
): Promise<void> {
  const tenant = { slug: `t-${tenantId}`, name: 'Example', currency, status: 'active', settings: {}, version: 1 };
  await insert(client, tenantId, 'tenants', [tenant]);
  await insert(client, tenantId, 'master_data_revisions', [{ catalog: 1, outlets: 1 }]);
  await writeOutlets(client, tenantId, outlets);
}

/** Makes outlets of a tenant. */
export async function writeOutlets(client: Client, tenantId: string, outlets: readonly ExampleOutlet[]): Promise<void> {
  const rows = outlets.map(({ id, name, currency, timeZone, dayCutMinutes }, index) => {
    const place = { id, name, currency, time_zone: timeZone, day_cut_minutes: dayCutMinutes, locale: 'en' };
    const state = { active: true, version: 1, created_at: 'now', updated_at: 'now' };
    return { ...place, ...state, receipt_prefix: `P${index}`, tenders: ['cash'], tax_rounding: 'receipt' };
  });
  await insert(client, tenantId, 'outlets', rows);
}

/** Writes a sale as the orders module would. */
export async function writeSale(client: Client, tenantId: string, sale: ExampleSale): Promise<WrittenSale> {
  const { outlet, at, lines, payments = [], change = 0, status = 'completed', cashier = 'ann' } = sale;
  const id = nextId();
  const total = lines.reduce((sum, { net, tax = 0 }) => sum + net + tax, 0);
  const zeros = { service_charge: 0, tip: 0, rounding: 0, due: 0 };
  const books = {
    subtotal: total,
    discount: 0,
    tax: 0,
    total,
    paid: total + change,
    change_given: change,
    taxes: [],
    settings: {},
  };
  const { businessDate, localHour } = businessTimeOf(new Date(at), outlet.timeZone, outlet.dayCutMinutes);
  const times = {
    placed_at: at,
    recorded_at: at,
    completed_at: at,
    business_date: businessDate,
    local_hour: localHour,
  };
  const order = {
    id,
    outlet_id: outlet.id,
    number: `N${(numbers += 1)}`,
    status,
    channel: 'counter',
    currency: outlet.currency,
    cashier_id: cashier,
  };
  await insert(client, tenantId, 'pos_orders', [
    { ...order, ...times, ...zeros, ...books, event_sequence: 1, version: 1 },
  ]);
  const rows = lines.map((line, index) => lineRow(id, line, index));
  await insert(client, tenantId, 'pos_order_lines', rows);
  const paid = payments.map(([tender, amount, state = 'captured'], index) => {
    return {
      id: nextId(),
      order_id: id,
      payment_number: index + 1,
      tender,
      amount,
      status: state,
      refunded: 0,
      received_at: at,
    };
  });
  await insert(client, tenantId, 'pos_payments', paid);
  return { id, outlet, lineIds: rows.map((row) => row.id) };
}

/** Writes a refund as the orders module would. */
export async function writeRefund(client: Client, tenantId: string, refund: ExampleRefund): Promise<void> {
  const { sale, at, lines, payments, cashier = 'ann' } = refund;
  const { businessDate, localHour } = businessTimeOf(new Date(at), sale.outlet.timeZone, sale.outlet.dayCutMinutes);
  const taken = Object.entries(lines).map(([index, amount]) => ({
    lineId: sale.lineIds[Number(index)],
    quantity: '0',
    amount,
    tax: 0,
  }));
  const amount = taken.reduce((sum, line) => sum + line.amount, 0);
  const paidOut = payments.map(([tender, part]) => ({ paymentId: nextId(), tender, amount: part }));
  const rounding = paidOut.reduce((sum, part) => sum + part.amount, 0) - amount;
  const when = { refunded_at: at, business_date: businessDate, local_hour: localHour, refunded_by: cashier };
  const books = { amount, tax: 0, rounding, reason: 'example', lines: taken, payments: paidOut };
  await insert(client, tenantId, 'pos_refunds', [
    { id: nextId(), order_id: sale.id, outlet_id: sale.outlet.id, ...books, ...when },
  ]);
}

function lineRow(orderId: string, line: ExampleLine, index: number): { id: string } & Record<string, unknown> {
  const { sku = 'tea', name = 'Tea', category = 'Drinks', quantity = '1', net, tax = 0, discount = 0 } = line;
  const amounts = { unit_price: net, gross: net + tax + discount, discount, tax, net, total: net + tax };
  const goods = { sku, name, category, quantity, unit: 'each' };
  const none = { modifiers: [], refunded_quantity: 0, refunded_amount: 0, refunded_tax: 0 };
  return {
    order_id: orderId,
    id: nextId(),
    line_number: index + 1,
    ...goods,
    ...amounts,
    ...none,
    taxes: [],
    tax_group: {},
  };
}

async function insert(client: Client, tenantId: string, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const list = ['tenant_id', ...columns].join(', ');
  const values = rows.map((row) => ({ tenant_id: tenantId, ...row }));
  await client.query('begin');
  await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
  await client.query(`insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(values),
  ]);
  await client.query('commit');
}
