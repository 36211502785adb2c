import { decodeInput } from '../../../src/modules/orders/domain/pricing/pricing-record.js';
import { sealedText, type JsonObject } from '../../../src/modules/offline-sync/domain/entry.js';
import { chunksOfShop, CURSOR, exampleBook, KES, NOW, OUTLET_ID } from '../book/book.examples.js';
import { newId } from '../encoding/new-id.js';
import { Register, type RingOptions } from './register.js';
import type { SaleDraft } from './sale-draft.js';
import { SaleRefused } from './sale-refused.js';
import type { PersonAtTill } from './till-person.js';

const cashier: PersonAtTill = { personId: 'ann', permissions: new Set(['orders:write']) };
const manager: PersonAtTill = { personId: 'bob', permissions: new Set(['orders:write', 'orders:discount']) };
const RING: RingOptions = { receiptNumber: 'T1-000123', drawerSessionId: null, complete: true };
const LINE = '0197a3c2-7b1e-7000-8000-000000000011';

function registerAt(book = exampleBook()): Register {
  return new Register({ book: () => book, ids: { next: newId }, now: () => NOW });
}
const register = registerAt();
const sale = (changes: Partial<SaleDraft> = {}): SaleDraft => {
  return { outletId: OUTLET_ID, lines: [{ id: LINE, sku: 'latte', quantity: '2' }], ...changes };
};
const refusal = async (work: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SaleRefused)) throw new Error('it was not refused', { cause: error });
  return [error.code, error.pointer];
};

test('a sale has its price, its steps and the ids of its lines', async () => {
  const { order, explanation, warnings } = await register.price(sale(), cashier);
  expect(order).toMatchObject({
    ...{ status: 'open', outletId: OUTLET_ID, channel: 'counter', cashierId: 'ann', version: 0 },
    lines: [{ id: LINE, sku: 'latte', name: 'Café latte', quantity: '2', total: KES(60_000) }],
    totals: { total: KES(60_000), tax: KES(8_276), due: KES(60_000) },
    placedAt: new Date(NOW).toISOString(),
  });
  expect(explanation.map(({ rule }) => rule)).toContain('line_amount');
  expect(warnings).toEqual([]);
});

test.each([
  ['an item that nobody knows', { lines: [{ sku: 'tea' }] }, ['item_unknown', '/lines/0/sku']],
  ['an item that is not sold any more', { lines: [{ sku: 'old' }] }, ['item_inactive', '/lines/0/sku']],
  ['what the outlet is out of', { lines: [{ sku: 'scone' }] }, ['item_not_available', '/lines/0/sku']],
  ['what is counted down to nothing', { lines: [{ sku: 'cake' }] }, ['item_sold_out', '/lines/0/sku']],
  ['no quantity', { lines: [{ sku: 'latte', quantity: '0' }] }, ['quantity_not_positive', '/lines/0/quantity']],
  ['a code that brings nothing', { promoCodes: ['X'] }, ['promo_code_unknown', '/promoCodes/0']],
  ['a discount without the right', { discounts: [{ percent: '5', reason: 'r' }] }, ['permission_missing', '']],
  ['another outlet', { outletId: '0197a3c2-7b1e-7000-8000-0000000000ff' }, ['outlet_unknown', '/outletId']],
])('%s is refused with the code of the service and its place', async (_, changes, expected) => {
  expect(await refusal(register.price(sale(changes), cashier))).toEqual(expected);
});

test('an age to be checked is a warning', async () => {
  const { warnings, order } = await register.price(sale({ lines: [{ sku: 'wine' }] }), cashier);
  expect(warnings).toEqual([{ code: 'age_check', minimumAge: 18, lineIds: [order.lines[0]?.id] }]);
});

test('a sale is rung up as a whole: order, entry and receipt', async () => {
  const payments = [
    { tender: 'card', amount: KES(20_050), reference: 'slip 7' },
    { tender: 'cash', amount: KES(50_000) },
  ];
  const lines = [{ id: LINE, sku: 'latte', quantity: '2', note: 'hot' }];
  const { order, body, receipt } = await register.ring(sale({ lines }), payments, cashier, RING);
  expect(order).toMatchObject({
    ...{ status: 'completed', number: 'T1-000123' },
    totals: { total: KES(60_050), rounding: KES(50), change: KES(10_000), due: KES(0), paid: KES(70_050) },
  });
  expect(receipt).toMatchObject({
    ...{ number: '', receiptNumber: 'T1-000123', marks: [], currency: 'KES', localTime: '2026-11-21 15:00' },
    seller: { name: 'Harbour', receiptHeader: 'Karibu', taxNumber: 'P051' },
    payments: [{ tender: 'card' }, { tender: 'cash' }],
  });
  expect(body).toMatchObject({
    ...{ receiptNumber: 'T1-000123', bookRevision: CURSOR, totals: order.totals },
    cashRounding: { stepMinor: 100, mode: 'half-up' },
    order: { id: order.id, complete: true, lines, payments, placedAt: new Date(NOW).toISOString() },
    copies: [{ lineId: LINE, itemId: 'item-latte', name: 'Café latte', unit: 'each', taxCategory: 'standard' }],
  });
  expect(decodeInput(body['pricing'] as object).lines).toHaveLength(1);
});

test('what is rung up can be sealed', async () => {
  const payments = [{ tender: 'cash', amount: KES(60_000) }];
  const { body } = await register.ring(sale(), payments, cashier, RING);
  const rest = {
    id: newId(),
    sequence: 1,
    at: '',
    kind: 'order.place',
    approver: null,
    dependsOn: [],
    previousHash: '',
  } as const;
  const actor = { personId: 'ann', sessionId: null };
  const text = sealedText('mama', 'device', { ...rest, body, actor });
  expect((JSON.parse(text) as { body: JsonObject }).body).toEqual(body);
});

test.each([
  ['too little', [{ tender: 'cash', amount: KES(100) }], ['payment_due', '']],
  [
    'a card for too much',
    [{ tender: 'card', amount: KES(70_000), reference: 'a' }],
    ['payment_exceeds_due', '/payments/0/amount/amount'],
  ],
  [
    'a card without its slip',
    [{ tender: 'card', amount: KES(60_000) }],
    ['payment_reference_required', '/payments/0/reference'],
  ],
  [
    'a tender that is not taken',
    [{ tender: 'shells', amount: KES(60_000) }],
    ['tender_not_accepted', '/payments/0/tender'],
  ],
  ['mobile money of a provider', [{ tender: 'mpesa', amount: KES(60_000) }], ['tender_needs_network', '']],
  [
    'a gift card',
    [{ tender: 'gift_card', amount: KES(60_000), giftCard: { code: 'ABCD-1234' } }],
    ['tender_needs_network', ''],
  ],
])('%s is refused when it is rung up', async (_, payments, expected) => {
  expect(await refusal(register.ring(sale(), payments, cashier, RING))).toEqual(expected);
});

test('a discount above the limit takes a second person, who stands there with a PIN', async () => {
  const discounts = [{ percent: '50', reason: 'regular' }];
  const ring = (person: PersonAtTill): Promise<unknown> => {
    return register.ring(sale({ discounts }), [{ tender: 'cash', amount: KES(30_000) }], person, RING);
  };
  expect(await refusal(ring(manager))).toEqual(['approval_required', '']);
  await expect(ring({ ...manager, approver: manager })).resolves.toMatchObject({
    order: { totals: { discount: KES(30_000) } },
  });
  await expect(ring({ ...cashier, approver: manager })).resolves.toBeDefined();
  expect(await refusal(ring({ ...cashier, approver: { ...cashier, personId: 'eve' } }))).toEqual([
    'permission_missing',
    '',
  ]);
});

test('nothing new is sold after the licence is over, nor money taken without a drawer where one is needed', async () => {
  const device = {
    ...{ id: 'd', name: 'Till', kind: 'till', outletId: OUTLET_ID, receiptSeries: null, nextReceiptNumber: null },
    ...{ idleLockMinutes: null, features: {}, flags: {}, minimumAppVersion: null },
    branding: { logo: null, primaryColour: '', accentColour: '', backgroundColour: '' },
    licence: { plan: 'small', status: 'expired' as const, paidUntil: null, ordersUntil: new Date(NOW).toISOString() },
  };
  const over = registerAt(exampleBook([...chunksOfShop(), { section: 'device', records: [device] }]));
  const payments = [{ tender: 'cash', amount: KES(60_000) }];
  expect(await refusal(over.ring(sale(), payments, cashier, RING))).toEqual(['licence_expired', '']);
  const policy = {
    ...{
      sessionRequired: true,
      varianceLimit: 0,
      cashLimit: null,
      denominations: null,
      blindCount: true,
      floatDefault: 0,
    },
  };
  const drawers = registerAt(exampleBook([...chunksOfShop(), { section: 'drawerPolicy', records: [policy] }]));
  const wanting = ['drawer_session_required', '/drawerSessionId'];
  expect(await refusal(drawers.ring(sale(), payments, cashier, RING))).toEqual(wanting);
  const drawerSessionId = newId();
  await expect(drawers.ring(sale(), payments, cashier, { ...RING, drawerSessionId })).resolves.toMatchObject({
    order: { drawerSessionId },
    body: { order: { drawerSessionId } },
  });
});

test('an order may stay open', async () => {
  const { order, receipt } = await register.ring(sale(), [], cashier, { ...RING, complete: false });
  expect([order.status, receipt.marks]).toEqual(['open', ['UNPAID']]);
});
