import { CHANNELS } from '../../domain/channel.js';

// What devices write of orders, as JSON Schema: entries are JSON that no route has checked. The shapes are those of the routes
// (order-requests.ts), but for what a device has to say where the server would decide: ids, prices, totals.

type Schema = Readonly<Record<string, unknown>>;

const text = (maxLength: number, minLength = 0): Schema => ({ type: 'string', minLength, maxLength });
const list = (items: Schema, maxItems: number, minItems = 0): Schema => ({ type: 'array', items, maxItems, minItems });
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
/** Members that must be there, and others that may. More are passed over: a device may be newer than this service. */
const shape = (required: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
});

const UUID = { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' };
const TIME = {
  type: 'string',
  pattern:
    '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3])(:[0-5]\\d){2}(\\.\\d{1,9})?(Z|[+-][0-2]\\d:[0-5]\\d)$',
};
const DECIMAL = { type: 'string', pattern: '^-?\\d{1,9}(\\.\\d{1,6})?$' };
const AMOUNT = { type: 'integer', minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
const MONEY = shape({ amount: AMOUNT, currency: { type: 'string', pattern: '^[A-Z]{3}$' } });
const COUNT = { type: 'integer', minimum: 0, maximum: 1000 };
const SKU = text(64, 1);
const NOTE = orNull(text(500));
const REASON = text(200, 1);
const REFERENCE = text(100, 1);
const TENDER = { type: 'string', pattern: '^[a-z][a-z0-9_]{0,39}$' };
const RECEIPT_NUMBER = { type: 'string', pattern: '^[A-Z][A-Z0-9]{0,7}-\\d{1,9}$' };

/** Four levels of choices, as the routes take them. */
const modifier = (levels: number): Schema => {
  const nested: Record<string, Schema> = levels === 0 ? {} : { modifiers: list(modifier(levels - 1), 50) };
  return shape({ modifier: REFERENCE }, { group: REFERENCE, quantity: COUNT, ...nested });
};
const MODIFIERS = list({ anyOf: [REFERENCE, modifier(3)] }, 50);
const COMPONENT = shape({ slot: REFERENCE, sku: SKU }, { id: UUID, quantity: COUNT, modifiers: MODIFIERS, note: NOTE });
const OVERRIDE = shape({ unitPrice: MONEY, reason: REASON }, { approvalId: UUID });
const LINE = shape(
  { id: UUID, sku: SKU },
  {
    ...{ quantity: DECIMAL, modifiers: MODIFIERS, components: list(COMPONENT, 50), note: NOTE, unitPrice: MONEY },
    priceOverride: OVERRIDE,
  },
);
const DISCOUNT = shape(
  { id: UUID, reason: REASON },
  {
    ...{ lineId: UUID, percent: DECIMAL, amount: MONEY, comp: { const: true }, approvalId: UUID },
    category: { enum: ['discount', 'comp', 'employee_meal', 'waste'] },
  },
);
const PAYMENT = shape(
  { id: UUID, tender: TENDER, amount: MONEY },
  { reference: orNull(REFERENCE), acceptDoubt: { type: 'boolean' } },
);
const ORDER = shape(
  { id: UUID, outletId: UUID, lines: list(LINE, 500) },
  {
    ...{ channel: { enum: [...CHANNELS] }, placedAt: TIME, promoCodes: list(REFERENCE, 20), tip: MONEY },
    ...{ customerId: orNull(REFERENCE), tableId: orNull(REFERENCE), note: NOTE, receiptNumber: orNull(RECEIPT_NUMBER) },
    ...{
      discounts: list(DISCOUNT, 50),
      taxExemption: shape({ reference: REFERENCE }),
      waiveServiceCharge: { type: 'boolean' },
    },
    ...{ payments: list(PAYMENT, 50), drawerSessionId: orNull(UUID), complete: { type: 'boolean' } },
  },
);

// Only what leads elsewhere: whatever else is wrong in what a device priced from shows when it is priced again.
const PRICED_LINE = shape({ id: UUID, sku: SKU, name: text(200, 1), category: text(100) }, { combo: UUID });
const PRICING = shape(
  {
    ...{ engineVersion: text(10, 1), currency: text(3, 3), channel: { enum: [...CHANNELS] } },
    ...{ taxGroups: list({ type: 'object' }, 500), lines: list(PRICED_LINE, 2_000) },
  },
  {
    clocks: list({ type: 'array', maxItems: 4, minItems: 4 }, 2_000),
    combos: list(shape({ id: UUID, sku: SKU, name: text(200, 1) }), 500),
    discounts: list(shape({ id: text(200, 1), name: text(200) }), 1_000),
  },
);
const COPY = shape(
  { lineId: UUID, unit: text(20, 1) },
  { itemId: orNull(UUID), name: text(200), category: text(100), taxCategory: orNull(text(100)) },
);
const COPIES = list(COPY, 2_000);
const TOTALS = shape({
  ...{ subtotal: MONEY, discount: MONEY, serviceCharge: MONEY, tax: MONEY, tip: MONEY, rounding: MONEY },
  ...{ surcharge: MONEY, total: MONEY, paid: MONEY, change: MONEY, due: MONEY },
});
const CASH_ROUNDING = shape({
  stepMinor: { type: 'integer', minimum: 1, maximum: 1_000_000 },
  mode: { enum: ['half-up', 'down', 'up'] },
});

const ORDER_ID = { orderId: UUID };

/** The bodies of entries about orders, by kind. */
export const OFFLINE_SCHEMAS: Readonly<Record<string, Schema>> = {
  'order.place': shape(
    { order: ORDER, pricing: PRICING, totals: TOTALS, copies: COPIES },
    {
      ...{ receiptNumber: orNull(RECEIPT_NUMBER), bookRevision: orNull(text(500)) },
      cashRounding: orNull(CASH_ROUNDING),
    },
  ),
  'order.add_lines': shape({ ...ORDER_ID, lines: list(LINE, 500, 1) }, { pricing: orNull(PRICING), copies: COPIES }),
  'order.change_line': shape({ ...ORDER_ID, lineId: UUID }, { quantity: DECIMAL, note: NOTE }),
  'order.remove_line': shape({ ...ORDER_ID, lineId: UUID }, { reason: orNull(REASON) }),
  'order.add_payment': shape({ ...ORDER_ID, payment: PAYMENT }, { drawerSessionId: orNull(UUID) }),
  'order.complete': shape(ORDER_ID),
  'order.fire': shape(ORDER_ID, { lines: list(shape({ lineId: UUID }, { quantity: DECIMAL }), 500, 1) }),
  'order.hold': shape(ORDER_ID),
  'order.recall': shape(ORDER_ID),
  'order.void': shape({ ...ORDER_ID, reason: REASON }),
  'order.refund': shape(
    { ...ORDER_ID, refundId: UUID, reason: REASON },
    {
      ...{ lines: list(shape({ lineId: UUID, quantity: DECIMAL }), 500, 1), amount: MONEY, tender: TENDER },
      ...{ drawerSessionId: orNull(UUID), paid: MONEY },
    },
  ),
};
