import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { InsertShape } from '../../../../platform/postgres/deferred-inserts.js';
import { appendRows, runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { SaleRefusal } from '../../application/sale-refusal.js';
import type { Order, OrderId, PaymentId } from '../../domain/order-state.js';
import type { OrderOrigin, OrderRepository } from '../../ports/order-repository.js';
import { readOrders } from './order-rows-reader.js';
import type { LineRow, OrderRow, OrderTables, PaymentRow, RefundRow } from './order-tables.js';
import { changingColumns, lineRow, orderRow, paymentRow, pricingColumns, refundRow } from './order-to-rows.js';

const taken = (code: SaleRefusal) => (row: { id: string }) => new Refusal<SaleRefusal>(code, { id: row.id });

const ORDERS: InsertShape<OrderRow> = {
  table: 'pos_orders',
  // prettier-ignore
  columns: [
    'tenant_id', 'id', 'outlet_id', 'number', 'status', 'channel', 'currency', 'customer_id', 'table_id', 'cashier_id', 'note',
    'placed_at', 'recorded_at', 'completed_at', 'business_date', 'local_hour', 'void_reason', 'subtotal', 'discount',
    'service_charge', 'tax', 'tip', 'rounding', 'total', 'paid', 'change_given', 'due', 'taxes', 'settings', 'event_sequence',
    'version', 'pricing', 'pricing_hash', 'outcome_hash', 'tax_exemption', 'promo_codes', 'discounts', 'counted_promotions',
    'created_key', 'created_fingerprint',
  ],
  onDuplicate: { pos_orders_pkey: taken('order_id_taken') },
};

const LINES: InsertShape<LineRow> = {
  table: 'pos_order_lines',
  // prettier-ignore
  columns: [
    'tenant_id', 'order_id', 'id', 'line_number', 'item_id', 'sku', 'name', 'category', 'unit', 'quantity', 'unit_price',
    'gross', 'discount', 'tax', 'net', 'total', 'taxes', 'tax_group', 'modifiers', 'combo', 'applications', 'service_charge',
    'gift_card', 'added_at', 'note', 'refunded_quantity', 'refunded_amount', 'refunded_tax',
  ],
  onDuplicate: { pos_order_lines_pkey: taken('line_id_taken') },
};

const PAYMENTS: InsertShape<PaymentRow> = {
  table: 'pos_payments',
  // prettier-ignore
  columns: [
    'tenant_id', 'id', 'order_id', 'payment_number', 'tender', 'status', 'amount', 'refunded', 'reference', 'ledger',
    'received_at',
  ],
  onDuplicate: { pos_payments_pkey: taken('payment_id_taken') },
};

const REFUNDS: InsertShape<RefundRow> = {
  table: 'pos_refunds',
  // prettier-ignore
  columns: [
    'tenant_id', 'id', 'order_id', 'outlet_id', 'amount', 'tax', 'rounding', 'reason', 'lines', 'payments', 'refunded_by',
    'refunded_at', 'business_date', 'local_hour',
  ],
  onDuplicate: { pos_refunds_pkey: taken('refund_id_taken') },
};

const LOCK = 'select 1 from pos_orders where id = $1 for update';
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

  async save(tx: Tx, before: Order, after: Order): Promise<void> {
    await Promise.all([
      this.saveOrder(tx, before, after),
      this.saveLines(tx, before, after),
      this.savePayments(tx, before, after),
    ]);
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

  private async saveOrder(tx: Tx, before: Order, after: Order): Promise<void> {
    const { taxes, settings, tax_exemption, promo_codes, discounts, counted_promotions, ...columns } =
      changingColumns(after);
    const priced = pricingColumns(after);
    const { numUpdatedRows } = await transactionOf<OrderTables>(tx)
      .updateTable('pos_orders')
      .set({
        ...columns,
        ...(priced && { ...priced, pricing: json(priced.pricing) }),
        taxes: json(taxes),
        settings: json(settings),
        tax_exemption: tax_exemption === null ? null : json(tax_exemption),
        promo_codes: json(promo_codes),
        discounts: json(discounts),
        counted_promotions: json(counted_promotions),
      })
      .where('id', '=', after.id)
      .where('version', '=', before.version)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} orders instead of one`);
  }

  private async saveLines(tx: Tx, before: Order, after: Order): Promise<void> {
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
    await Promise.all([
      this.updateLines(
        tx,
        after.id,
        changed.map((line) => lineRow(tenantId, after.id, line)),
      ),
      removeLines(tx, after.id, removed),
    ]);
  }

  private async updateLines(tx: Tx, orderId: OrderId, rows: readonly LineRow[]): Promise<void> {
    if (rows.length === 0) return;
    const updated = await runPrepared<{ id: string }>(tx, 'order_lines_update', UPDATE_LINES, [
      orderId,
      JSON.stringify(rows),
    ]);
    if (updated.length !== rows.length) throw new Error(`saved ${updated.length} lines instead of ${rows.length}`);
  }

  private async savePayments(tx: Tx, before: Order, after: Order): Promise<void> {
    const known = new Map(before.payments.map((payment) => [payment.id, payment]));
    const rowsOfAll = after.payments.map((payment, index) => paymentRow(tenantOf(tx), after.id, payment, index + 1));
    appendRows(
      tx,
      PAYMENTS,
      rowsOfAll.filter(({ id }) => !known.has(id as PaymentId)),
    );
    const changed = after.payments.filter((payment) => known.has(payment.id) && known.get(payment.id) !== payment);
    if (changed.length === 0) return;
    const rows = JSON.stringify(changed.map(({ id, status, refunded }) => ({ id, status, refunded: refunded.amount })));
    await runPrepared(tx, 'order_payments_update', UPDATE_PAYMENTS, [after.id, rows]);
  }
}

const UPDATE_LINES = `
  update pos_order_lines l
     set quantity = n.quantity, unit_price = n.unit_price, gross = n.gross, discount = n.discount, tax = n.tax, net = n.net,
         total = n.total, taxes = n.taxes, tax_group = n.tax_group, note = n.note, combo = n.combo, applications = n.applications,
         service_charge = n.service_charge, refunded_quantity = n.refunded_quantity, refunded_amount = n.refunded_amount,
         refunded_tax = n.refunded_tax
    from json_populate_recordset(null::pos_order_lines, $2::json) n
   where l.order_id = $1 and l.id = n.id
  returning l.id`;

const UPDATE_PAYMENTS = `
  update pos_payments p set status = n.status, refunded = n.refunded
    from json_populate_recordset(null::pos_payments, $2::json) n
   where p.order_id = $1 and p.id = n.id`;

async function removeLines(tx: Tx, orderId: OrderId, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await runPrepared(
    tx,
    'order_lines_remove',
    'delete from pos_order_lines where order_id = $1 and id = any($2::uuid[])',
    [orderId, ids],
  );
}

/** PostgreSQL's driver would send an array as a PostgreSQL array; as text it is read as the JSON it is. */
function json<Value>(value: Value): Value {
  return JSON.stringify(value) as unknown as Value;
}
