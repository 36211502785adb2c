import { randomUUID } from 'node:crypto';

/** The part of the request that the floor looks at. */
export interface SaleBody {
  readonly id: string;
  readonly placedAt: string;
  readonly lines: readonly { readonly sku: string; readonly quantity: string }[];
  readonly payments: readonly {
    readonly tender: string;
    readonly amount: { readonly amount: number; readonly currency: string };
  }[];
}

interface FloorContext {
  readonly tenant: string;
  readonly outlet: string;
  readonly number: string;
  readonly key: string;
}

const TABLES = {
  pos_orders:
    'tenant_id, id, outlet_id, number, status, channel, currency, customer_id, table_id, cashier_id, note, placed_at, recorded_at, ' +
    'completed_at, business_date, local_hour, void_reason, subtotal, discount, service_charge, tax, tip, rounding, total, paid, ' +
    'change_given, due, taxes, settings, event_sequence, version, created_key, created_fingerprint, ' +
    'tax_exemption, promo_codes, discounts, counted_promotions, pricing, pricing_hash, outcome_hash, ' +
    'booked_on, late, drawer_session_id, surcharge, voided_at, voided_by',
  pos_order_lines:
    'tenant_id, order_id, id, line_number, item_id, sku, name, category, unit, quantity, unit_price, gross, discount, tax, net, ' +
    'total, taxes, tax_group, modifiers, note, refunded_quantity, refunded_amount, refunded_tax, ' +
    'combo, applications, service_charge, gift_card, added_at',
  pos_payments:
    'tenant_id, id, order_id, payment_number, tender, status, amount, refunded, reference, received_at, ledger, ' +
    'change_given, surcharge, drawer_session_id, booked_on, provider, taken_by',
  events:
    'tenant_id, aggregate, aggregate_id, sequence, id, type, outlet_id, data, actor, request_id, trace_parent, occurred_at, ' +
    'device_id',
  idempotency_keys: 'tenant_id, key, fingerprint, status, headers, body',
} as const;

const inserts = Object.entries(TABLES).map(([table, columns], index) => {
  return `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $${index + 1}::json)`;
});

/** One statement for all rows. Of the forms tried (values, unnest, json_to_recordset, this) this was the fastest. */
export const FLOOR_STATEMENT = `with ${inserts
  .slice(0, -1)
  .map((insert, index) => `w${index} as (${insert})`)
  .join(', ')} ${inserts.at(-1)}`;

const HASH = '0123456789abcdef'.repeat(4);
const FINGERPRINT = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE';
const money = (amount: number) => ({ amount, currency: 'USD' });

/** The rows of a sale of as many lines as asked for, with invented prices, and an answer of the contract's size. */
export function floorRows(body: SaleBody, context: FloorContext): { values: string[]; answer: object } {
  const answer = answerOf(body, context);
  const { tenant, outlet, key } = context;
  const occurredAt = new Date();
  const event = (sequence: number, type: string, order: object): object => ({
    tenant_id: tenant,
    aggregate: 'orders',
    aggregate_id: body.id,
    sequence,
    id: randomUUID(),
    type,
    outlet_id: outlet,
    data: { order },
    actor: 'api-key:floor',
    request_id: key,
    trace_parent: null,
    occurred_at: occurredAt,
    device_id: null,
  });
  const { lines: _lines, payments: _payments, ...summary } = answer;
  const events = [event(1, 'pos.order.created', summary), event(2, 'pos.order.completed', answer)];
  const stored = {
    tenant_id: tenant,
    key,
    fingerprint: FINGERPRINT,
    status: 201,
    headers: { location: body.id },
    body: JSON.stringify(answer),
  };
  const rows = [[orderRow(body, context)], lineRows(body, context), [paymentRow(body, context)], events, [stored]];
  return { values: rows.map((some) => JSON.stringify(some)), answer };
}

function orderRow(body: SaleBody, { tenant, outlet, number, key }: FloorContext): object {
  const settings = { taxRounding: 'receipt', taxExempt: false, cashRounding: null, engineVersion: '2' };
  const amounts = {
    subtotal: 500,
    discount: 0,
    service_charge: 0,
    tax: 69,
    tip: 0,
    rounding: 0,
    total: 500,
    paid: 500,
    change_given: 0,
    due: 0,
  };
  const now = new Date();
  return {
    tenant_id: tenant,
    id: body.id,
    outlet_id: outlet,
    number,
    status: 'completed',
    channel: 'counter',
    currency: 'USD',
    customer_id: null,
    table_id: null,
    cashier_id: 'floor',
    note: null,
    placed_at: body.placedAt,
    recorded_at: now,
    completed_at: now,
    business_date: '2026-01-01',
    local_hour: 12,
    void_reason: null,
    ...amounts,
    taxes: [{ code: 'VAT', name: 'VAT', rate: '16', base: 431, amount: 69, mode: 'inclusive' }],
    settings,
    event_sequence: 2,
    version: 1,
    created_key: key,
    created_fingerprint: FINGERPRINT,
    ...{ tax_exemption: null, promo_codes: [], discounts: [], counted_promotions: [] },
    ...{ pricing: pricingOf(body), pricing_hash: HASH, outcome_hash: HASH },
    ...{ booked_on: null, late: false, drawer_session_id: null, surcharge: 0, voided_at: null, voided_by: null },
  };
}

// As large as what the service keeps of what an order was priced from.
function pricingOf({ lines }: SaleBody): object {
  return {
    ...{ engineVersion: '2', currency: 'USD', channel: 'counter' },
    taxGroups: [['standard', 'inclusive', [['VAT', 'VAT', '16']]]],
    clocks: [['2026-01-01', '2025-12-31', 4, 720]],
    lines: lines.map(({ sku }) => ({ id: randomUUID(), sku, name: `Item ${sku}`, category: 'Bench', price: 100 })),
  };
}

function lineRows(body: SaleBody, { tenant }: FloorContext): object[] {
  const taxGroup = {
    code: 'standard',
    mode: 'inclusive',
    taxes: [{ code: 'VAT', name: 'VAT', rate: '16', compound: false }],
  };
  return body.lines.map(({ sku, quantity }, index) => ({
    tenant_id: tenant,
    order_id: body.id,
    id: randomUUID(),
    line_number: index + 1,
    item_id: randomUUID(),
    sku,
    name: `Item ${sku}`,
    category: 'Bench',
    unit: 'each',
    quantity,
    unit_price: 100,
    gross: 100,
    discount: 0,
    tax: 14,
    net: 86,
    total: 100,
    taxes: [{ code: 'VAT', name: 'VAT', rate: '16', base: 86, amount: 14 }],
    tax_group: taxGroup,
    modifiers: [],
    note: null,
    refunded_quantity: '0',
    refunded_amount: 0,
    refunded_tax: 0,
    ...{ combo: null, applications: [], service_charge: 0, gift_card: null, added_at: body.placedAt },
  }));
}

function paymentRow(body: SaleBody, { tenant }: FloorContext): object {
  const [payment] = body.payments;
  return {
    tenant_id: tenant,
    id: randomUUID(),
    order_id: body.id,
    payment_number: 1,
    tender: payment?.tender,
    status: 'captured',
    amount: payment?.amount.amount,
    refunded: 0,
    reference: null,
    received_at: new Date(),
    ledger: null,
    ...{ change_given: 0, surcharge: 0, drawer_session_id: null, booked_on: null, provider: null, taken_by: 'floor' },
  };
}

function answerOf(body: SaleBody, { outlet, number }: FloorContext) {
  const hundred = money(100);
  return {
    id: body.id,
    number,
    status: 'completed',
    outletId: outlet,
    channel: 'counter',
    lines: body.lines.map(({ sku, quantity }) => ({
      id: randomUUID(),
      sku,
      name: `Item ${sku}`,
      quantity,
      unitPrice: hundred,
      gross: hundred,
      discount: money(0),
      tax: money(14),
      total: hundred,
      note: null,
      modifiers: [],
      taxes: [{ code: 'VAT', rate: '16.0', base: money(86), amount: money(14) }],
      refundedQuantity: '0',
      discounts: [],
      serviceCharge: money(0),
      combo: null,
      giftCard: null,
    })),
    taxes: [{ code: 'VAT', rate: '16.0', base: money(431), amount: money(69) }],
    totals: {
      subtotal: money(500),
      discount: money(0),
      serviceCharge: money(0),
      tax: money(69),
      tip: money(0),
      rounding: money(0),
      total: money(500),
      paid: money(500),
      change: money(0),
      due: money(0),
    },
    payments: body.payments.map((payment) => ({ id: randomUUID(), status: 'captured', ...payment, reference: null })),
    refunds: [],
    customerId: null,
    tableId: null,
    note: null,
    placedAt: body.placedAt,
    recordedAt: new Date().toISOString(),
    businessDate: '2026-01-01',
    version: 1,
  };
}
