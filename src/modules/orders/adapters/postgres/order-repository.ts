import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { InsertShape } from '../../../../platform/postgres/deferred-inserts.js';
import { appendRows, runAtCommit, runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { SaleRefusal } from '../../application/sale-refusal.js';
import type { Order, OrderId, PaymentId } from '../../domain/order-state.js';
import type { OrderOrigin, OrderRepository, PaymentReturn } from '../../ports/order-repository.js';
import { readOrders } from './order-rows-reader.js';
import type { LineRow, OrderRow, PaymentReturnRow, PaymentRow, RefundRow } from './order-tables.js';
import {
  changingColumns,
  lineRow,
  orderRow,
  paymentRow,
  pricingColumns,
  refundRow,
  returnRow,
} from './order-to-rows.js';

const taken = (code: SaleRefusal) => (row: { id: string }) => new Refusal<SaleRefusal>(code, { id: row.id });

const ORDERS: InsertShape<OrderRow> = {
  table: 'pos_orders',
  // prettier-ignore
  columns: [
    'tenant_id', 'id', 'outlet_id', 'number', 'status', 'channel', 'currency', 'customer_id', 'table_id', 'cashier_id', 'note',
    'placed_at', 'recorded_at', 'completed_at', 'business_date', 'local_hour', 'void_reason', 'subtotal', 'discount',
    'service_charge', 'tax', 'tip', 'rounding', 'total', 'paid', 'change_given', 'due', 'taxes', 'settings', 'event_sequence',
    'version', 'pricing', 'pricing_hash', 'outcome_hash', 'tax_exemption', 'promo_codes', 'discounts', 'counted_promotions',
    'created_key', 'created_fingerprint', 'booked_on', 'late', 'drawer_session_id', 'surcharge',
    'voided_at', 'voided_by', 'receipt_number', 'device_id',
  ],
  onDuplicate: {
    pos_orders_pkey: taken('order_id_taken'),
    pos_orders_receipt_number_key: ({ receipt_number: receiptNumber }) =>
      new Refusal<SaleRefusal>('receipt_number_taken', { receiptNumber }),
  },
};

const LINES: InsertShape<LineRow> = {
  table: 'pos_order_lines',
  // prettier-ignore
  columns: [
    'tenant_id', 'order_id', 'id', 'line_number', 'item_id', 'sku', 'name', 'category', 'unit', 'quantity', 'unit_price',
    'gross', 'discount', 'tax', 'net', 'total', 'taxes', 'tax_group', 'modifiers', 'combo', 'applications', 'service_charge',
    'gift_card', 'added_at', 'note', 'refunded_quantity', 'refunded_amount', 'refunded_tax',
    'fired_quantity', 'fired_at',
  ],
  onDuplicate: { pos_order_lines_pkey: taken('line_id_taken') },
};

const PAYMENTS: InsertShape<PaymentRow> = {
  table: 'pos_payments',
  // prettier-ignore
  columns: [
    'tenant_id', 'id', 'order_id', 'payment_number', 'tender', 'status', 'amount', 'refunded', 'reference', 'ledger',
    'received_at', 'change_given', 'surcharge', 'drawer_session_id', 'booked_on', 'provider', 'taken_by',
  ],
  onDuplicate: { pos_payments_pkey: taken('payment_id_taken') },
};

const REFUNDS: InsertShape<RefundRow> = {
  table: 'pos_refunds',
  // prettier-ignore
  columns: [
    'tenant_id', 'id', 'order_id', 'outlet_id', 'amount', 'tax', 'rounding', 'reason', 'lines', 'payments', 'refunded_by',
    'refunded_at', 'business_date', 'local_hour', 'booked_on', 'late', 'drawer_session_id', 'approved_by',
  ],
  onDuplicate: { pos_refunds_pkey: taken('refund_id_taken') },
};

const RETURNS: InsertShape<PaymentReturnRow> = {
  table: 'pos_payment_returns',
  // prettier-ignore
  columns: [
    'tenant_id', 'id', 'payment_id', 'order_id', 'outlet_id', 'tender', 'amount', 'reason', 'returned_by', 'approved_by',
    'returned_at', 'business_date', 'late', 'drawer_session_id',
  ],
  onDuplicate: { pos_payment_returns_pkey: taken('refund_id_taken') },
};

const LOCK = 'select 1 from pos_orders where id = $1 for update';
const RECEIPT = 'select id from pos_orders where outlet_id = $1 and receipt_number = $2';
const ORIGIN = 'select created_key as key, created_fingerprint as fingerprint from pos_orders where id = $1';

/** Keeps orders in PostgreSQL. What is new is gathered and written with the commit; what exists is locked, then changed. */
export class PostgresOrderRepository implements OrderRepository {
  add(tx: Tx, order: Order, origin: OrderOrigin): void {
    const tenantId = tenantOf(tx);
    appendRows(tx, ORDERS, [orderRow(tenantId, order, origin)]);
    appendRows(
      tx,
      LINES,
      order.lines.map((line) => lineRow(tenantId, order.id, line)),
    );
    appendRows(
      tx,
      PAYMENTS,
      order.payments.map((payment, index) => paymentRow(tenantId, order.id, payment, index + 1)),
    );
  }

  async get(tx: Tx, id: OrderId): Promise<Order> {
    // Sent together, but the rows are read by statements that begin after the lock is held, so they are of one moment.
    const [, [order]] = await Promise.all([runPrepared(tx, 'order_lock', LOCK, [id]), readOrders(tx, [id], true)]);
    if (order === undefined) throw new Refusal<SaleRefusal>('order_not_found', { orderId: id });
    return order;
  }

  async find(tx: Tx, id: OrderId): Promise<Order | undefined> {
    const [order] = await readOrders(tx, [id]);
    return order;
  }

  save(tx: Tx, before: Order, after: Order): void {
    saveOrder(tx, before, after);
    saveLines(tx, before, after);
    savePayments(tx, before, after);
    const known = new Set(before.refunds.map(({ id }) => id));
    const made = after.refunds.filter(({ id }) => !known.has(id));
    appendRows(
      tx,
      REFUNDS,
      made.map((refund) => refundRow(tenantOf(tx), after, refund)),
    );
  }

  async originOf(tx: Tx, id: OrderId): Promise<OrderOrigin | undefined> {
    const [origin] = await runPrepared<OrderOrigin>(tx, 'order_origin', ORIGIN, [id]);
    return origin;
  }

  async withReceipt(tx: Tx, outletId: OutletId, receiptNumber: string): Promise<OrderId | undefined> {
    const [row] = await runPrepared<{ id: OrderId }>(tx, 'order_of_receipt', RECEIPT, [outletId, receiptNumber]);
    return row?.id;
  }

  countsIn(tx: Tx, outletId: OutletId, businessDate: string): void {
    runAtCommit(tx, { name: 'assert_day_open', text: DAY_OPEN, values: [outletId, businessDate] });
  }

  addReturn(tx: Tx, made: PaymentReturn): void {
    appendRows(tx, RETURNS, [returnRow(tenantOf(tx), made)]);
  }
}

// Rows that are locked and were read in this transaction: their changes leave with the commit. That each finds its row is checked
// all the same, by a division that fails.
function saveOrder(tx: Tx, before: Order, after: Order): void {
  const row = { ...changingColumns(after), ...pricingColumns(after) };
  const text = 'pricing' in row ? UPDATE_PRICED : UPDATE_ORDER;
  const name = 'pricing' in row ? 'order_update_priced' : 'order_update';
  runAtCommit(tx, { name, text, values: [after.id, before.version, JSON.stringify(row)] });
}

function saveLines(tx: Tx, before: Order, after: Order): void {
  const tenantId = tenantOf(tx);
  const known = new Map(before.lines.map((line) => [line.id, line]));
  const kept = new Set(after.lines.map(({ id }) => id));
  const added = after.lines.filter(({ id }) => !known.has(id));
  const changed = after.lines.filter((line) => known.has(line.id) && known.get(line.id) !== line);
  const removed = before.lines.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  appendRows(
    tx,
    LINES,
    added.map((line) => lineRow(tenantId, after.id, line)),
  );
  if (changed.length > 0) {
    const rows = JSON.stringify(changed.map((line) => lineRow(tenantId, after.id, line)));
    runAtCommit(tx, { name: 'order_lines_update', text: UPDATE_LINES, values: [after.id, rows, changed.length] });
  }
  if (removed.length > 0) {
    runAtCommit(tx, { name: 'order_lines_remove', text: REMOVE_LINES, values: [after.id, removed] });
  }
}

function savePayments(tx: Tx, before: Order, after: Order): void {
  const known = new Map(before.payments.map((payment) => [payment.id, payment]));
  const rowsOfAll = after.payments.map((payment, index) => paymentRow(tenantOf(tx), after.id, payment, index + 1));
  const isNew = ({ id }: PaymentRow): boolean => !known.has(id as PaymentId);
  appendRows(tx, PAYMENTS, rowsOfAll.filter(isNew));
  const changed = after.payments.filter((payment) => known.has(payment.id) && known.get(payment.id) !== payment);
  if (changed.length === 0) return;
  const ids = new Set<string>(changed.map(({ id }) => id));
  const rows = JSON.stringify(rowsOfAll.filter(({ id }) => ids.has(id)));
  runAtCommit(tx, { name: 'order_payments_update', text: UPDATE_PAYMENTS, values: [after.id, rows, changed.length] });
}

const CHANGING = [
  ...['status', 'customer_id', 'table_id', 'note', 'completed_at', 'void_reason', 'subtotal', 'discount'],
  ...['service_charge', 'tax', 'tip', 'rounding', 'total', 'paid', 'change_given', 'due', 'taxes', 'settings'],
  ...['event_sequence', 'version', 'tax_exemption', 'promo_codes', 'discounts', 'counted_promotions', 'booked_on'],
  ...['late', 'drawer_session_id', 'surcharge', 'voided_at', 'voided_by'],
];
const PRICING = ['pricing', 'pricing_hash', 'outcome_hash'];
const updateOrder = (columns: readonly string[]): string => `
  with changed as (
    update pos_orders o set ${columns.map((column) => `${column} = n.${column}`).join(', ')}
      from json_populate_record(null::pos_orders, $3::json) n
     where o.id = $1 and o.version = $2
    returning 1)
  select 1 / count(*) from changed`;
const UPDATE_ORDER = updateOrder(CHANGING);
const UPDATE_PRICED = updateOrder([...CHANGING, ...PRICING]);
const DAY_OPEN = 'select assert_day_open($1, $2)';

const UPDATE_LINES = `
  with changed as (
  update pos_order_lines l
     set quantity = n.quantity, unit_price = n.unit_price, gross = n.gross, discount = n.discount, tax = n.tax, net = n.net,
         total = n.total, taxes = n.taxes, tax_group = n.tax_group, note = n.note, combo = n.combo, applications = n.applications,
         service_charge = n.service_charge, refunded_quantity = n.refunded_quantity, refunded_amount = n.refunded_amount,
         refunded_tax = n.refunded_tax, fired_quantity = n.fired_quantity, fired_at = n.fired_at
    from json_populate_recordset(null::pos_order_lines, $2::json) n
   where l.order_id = $1 and l.id = n.id
  returning 1)
  select 1 / (case count(*) when $3::int then 1 else 0 end) from changed`;

const REMOVE_LINES = 'delete from pos_order_lines where order_id = $1 and id = any($2::uuid[])';

const UPDATE_PAYMENTS = `
  with changed as (
  update pos_payments p
     set status = n.status, amount = n.amount, refunded = n.refunded, reference = n.reference, received_at = n.received_at,
         change_given = n.change_given, surcharge = n.surcharge, drawer_session_id = n.drawer_session_id, booked_on = n.booked_on,
         failure = n.failure, returned_at = n.returned_at
    from json_populate_recordset(null::pos_payments, $2::json) n
   where p.order_id = $1 and p.id = n.id
  returning 1)
  select 1 / (case count(*) when $3::int then 1 else 0 end) from changed`;
