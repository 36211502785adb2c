import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import type { Order } from '../../domain/order-state.js';
import { orderFromRows } from './order-from-rows.js';
import type { LineRow, OrderRow, PaymentRow, RefundRow } from './order-tables.js';

// What an order was priced from is long, and only commands that price it again need it.
const PLAIN = `
  id, outlet_id, number, status, channel, currency, customer_id, table_id, cashier_id, note, placed_at, recorded_at, completed_at,
  business_date, local_hour, void_reason, subtotal, discount, service_charge, tax, tip, rounding, total, paid, change_given, due,
  taxes, settings, event_sequence, version, tax_exemption, promo_codes, discounts, counted_promotions,
  booked_on, late, drawer_session_id, surcharge, voided_at, voided_by, receipt_number`;
const ORDERS = `select ${PLAIN} from pos_orders where id = any($1::uuid[])`;
const ORDERS_TO_CHANGE = `select ${PLAIN}, pricing from pos_orders where id = any($1::uuid[])`;
const LINES = 'select * from pos_order_lines where order_id = any($1::uuid[]) order by order_id, line_number';
const PAYMENTS = 'select * from pos_payments where order_id = any($1::uuid[]) order by order_id, payment_number';
const REFUNDS = 'select * from pos_refunds where order_id = any($1::uuid[]) order by order_id, refunded_at, id';

/**
 * Reads whole orders, however many, in one round trip: the statements are sent without waiting for each other.
 * @param toChange with what they were priced from.
 */
export async function readOrders(tx: Tx, ids: readonly string[], toChange = false): Promise<Order[]> {
  if (ids.length === 0) return [];
  const [orders, lines, payments, refunds] = await Promise.all([
    toChange
      ? runPrepared<OrderRow>(tx, 'orders_read_to_change', ORDERS_TO_CHANGE, [ids])
      : runPrepared<OrderRow>(tx, 'orders_read', ORDERS, [ids]),
    runPrepared<LineRow>(tx, 'order_lines_read', LINES, [ids]),
    runPrepared<PaymentRow>(tx, 'order_payments_read', PAYMENTS, [ids]),
    runPrepared<RefundRow>(tx, 'order_refunds_read', REFUNDS, [ids]),
  ]);
  const linesOf = byOrder(lines);
  const paymentsOf = byOrder(payments);
  const refundsOf = byOrder(refunds);
  const found = new Map(orders.map((order) => [order.id, order]));
  return ids.flatMap((id) => {
    const order = found.get(id);
    if (order === undefined) return [];
    const rows = {
      order,
      lines: linesOf.get(id) ?? [],
      payments: paymentsOf.get(id) ?? [],
      refunds: refundsOf.get(id) ?? [],
    };
    return [orderFromRows(rows)];
  });
}

function byOrder<Row extends { order_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.order_id);
    if (group === undefined) groups.set(row.order_id, [row]);
    else group.push(row);
  }
  return groups;
}
