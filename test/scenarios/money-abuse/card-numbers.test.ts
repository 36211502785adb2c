import { randomUUID } from 'node:crypto';
import { operations } from '../../harness/contract.js';
import { openShop } from '../../faults/shop.js';
import { startService, type TestService } from '../../harness/service.js';

// GUARANTEES G9: no number of a payment card is taken in where people type, on any route that has to do with money.

const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });
const reason = 'because of the test';
const ID = '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e';
const NUMBERS = ['4111 1111 1111 1111', '4111111111111111', 'till 3 5555-5555-5555-4444 12/27'];

/** A body that is otherwise right, and the members that people type into. */
type Row = readonly [method: string, path: string, body: object, members: readonly string[]];
const money = { amount: USD(1), reason };
const ROWS: readonly Row[] = [
  ['POST', '/orders', { outletId: '{outlet}' }, ['note', 'customerId', 'tableId']],
  ['POST', '/quotes', { outletId: '{outlet}' }, ['note']],
  ['POST', '/orders/{id}/lines', { sku: 'coffee' }, ['note', 'giftCardCode']],
  ['PATCH', '/orders/{id}/lines/{id}', {}, ['note']],
  ['POST', '/orders/{id}/payments', { tender: 'card', amount: USD(1) }, ['reference']],
  ['POST', '/orders/{id}/void', { reason }, ['reason']],
  ['POST', '/orders/{id}/refunds', money, ['reason']],
  ['POST', '/orders/{id}/payments/{id}/return', { reason }, ['reason']],
  ['POST', '/orders/{id}/payments/{id}/tip', { tip: USD(1) }, ['reason']],
  ['POST', '/orders/{id}/discounts', { percent: '5', reason }, ['reason']],
  ['POST', '/orders/{id}/promo-codes', { code: 'x' }, ['code']],
  ['POST', '/drawers', { outletId: '{outlet}', name: 'x' }, ['name', 'deviceId']],
  ['POST', '/drawer-trays', { outletId: '{outlet}', name: 'x' }, ['name', 'owner']],
  ['PATCH', '/drawers/{id}', {}, ['name', 'deviceId']],
  ['PATCH', '/drawer-trays/{id}', {}, ['name', 'owner']],
  ['POST', '/drawer-sessions/{id}/skims', money, ['reason', 'bag']],
  ['POST', '/drawer-sessions/{id}/paid-in', money, ['reason', 'receiptReference']],
  [
    ...(['POST', '/drawer-sessions/{id}/paid-out'] as const),
    { ...money, category: 'petty_cash', receiptReference: 'x' },
    ['reason', 'receiptReference'],
  ],
  ['POST', '/drawer-sessions/{id}/tip-outs', { ...money, person: 'x' }, ['reason', 'person']],
  ['POST', '/drawer-sessions/{id}/no-sale', { reason }, ['reason']],
  ['POST', '/drawer-sessions/{id}/transfers', { ...money, toSessionId: ID }, ['reason']],
  ['POST', '/drawer-sessions/{id}/variance/approve', { reason }, ['reason']],
  ['POST', '/drawer-sessions/{id}/variance/reject', { reason }, ['reason']],
  ['POST', '/outlets/{outlet}/safe/adjustments', money, ['reason']],
  ['POST', '/outlets/{outlet}/deposits', { amount: USD(1) }, ['reference', 'reason']],
  ['POST', '/outlets/{outlet}/deposits/{id}/deposited', {}, ['reference']],
  ['POST', '/outlets/{outlet}/deposits/{id}/cancel', { reason }, ['reason']],
  ['POST', '/charges/{id}/resolve', { as: 'failed', reason }, ['reason', 'reference']],
  ['POST', '/unallocated-payments/{id}/allocate', { orderId: ID }, ['reason']],
  ['POST', '/unallocated-payments/{id}/refund', { reason }, ['reason']],
  ['POST', '/unallocated-payments/{id}/write-off', { reason }, ['reason']],
  ['POST', '/provider-refunds/{id}/settle-by-hand', { reason }, ['reason', 'reference']],
  [
    ...(['POST', '/payouts'] as const),
    { ...money, provider: 'simulator', payee: '254700000001', outletId: '{outlet}' },
    ['reason', 'payee'],
  ],
  ['PUT', '/tenders/card', { name: 'Card', kind: 'card' }, ['name']],
  ['POST', '/settlement-differences/{id}/explain', { reason }, ['reason']],
  ['POST', '/chargebacks', { paymentId: ID, reason }, ['reason']],
  ['POST', '/chargebacks/{id}/evidence', { note: 'x' }, ['note']],
  ['POST', '/chargebacks/{id}/close', { outcome: 'won' }, ['note']],
  ['POST', '/shifts', { outletId: '{outlet}', job: 'x' }, ['personId', 'deviceId']],
  ['PATCH', '/shifts/{id}', { reason, job: 'chef' }, ['reason']],
  [
    'POST',
    '/tips/tip-outs',
    { ...money, outletId: '{outlet}', personId: 'x', drawerSessionId: ID },
    ['reason', 'personId'],
  ],
  ['POST', '/tips/adjustments', { ...money, outletId: '{outlet}', personId: 'x' }, ['reason', 'personId']],
  ['POST', '/outlets/{outlet}/tip-pools/2026-03-06/reverse', { reason }, ['reason']],
  ['POST', '/outlets/{outlet}/days/2026-01-05/close', {}, ['reason']],
  [
    ...(['POST', '/approvals'] as const),
    { action: 'order.refund', targetId: ID, outletId: '{outlet}', ...money },
    ['reason'],
  ],
  ['POST', '/approvals/{id}/grant', {}, ['note']],
  ['POST', '/approvals/{id}/deny', {}, ['note']],
  ['POST', '/notices/{id}/acknowledge', {}, ['note']],
  ['POST', '/house-accounts', { number: 'D-1', name: 'x', limit: USD(1) }, ['number', 'name', 'customerId']],
  ['PATCH', '/house-accounts/{id}', { reason, termsDays: 5 }, ['reason', 'name']],
  ['POST', '/house-accounts/{id}/payments', { amount: USD(1), tender: 'cash' }, ['reference']],
  ['POST', '/house-accounts/{id}/adjust', money, ['reason']],
  ...['block', 'unblock', 'close', 'reopen'].map((verb): Row => {
    return ['POST', `/house-accounts/{id}/${verb}`, { reason }, ['reason']];
  }),
  ...['activate', 'reload', 'adjust'].map((verb): Row => ['POST', `/gift-cards/{id}/${verb}`, money, ['reason']]),
  ['POST', '/loyalty/members/x/adjustments', { points: 1, reason }, ['reason']],
];

const CASES = ROWS.flatMap(([method, path, body, members]) =>
  members.map((member) => ({ method, path, body, member })),
);

let service: TestService;
let outletId: string;
beforeAll(async () => {
  service = await startService();
  outletId = (await openShop(service.database.ownerUrl, { owner: service.tenant })).outlets[0].id;
});
afterAll(() => service.close());

const filled = (text: string): string => text.replaceAll('{outlet}', outletId).replaceAll('{id}', ID);

test.each(CASES)('$method $path takes no card number as $member', async ({ method, path, body, member }) => {
  for (const number of NUMBERS) {
    const sent = { ...(JSON.parse(filled(JSON.stringify(body))) as object), [member]: number };
    const answer = await service.call(method, filled(path), { body: sent });
    expect([answer.status, answer.body.code, answer.body.errors]).toEqual([
      ...[422, 'card_data_not_allowed'],
      [{ pointer: `/${member}`, message: expect.any(String) }],
    ]);
    expect(answer.text).not.toContain(number);
  }
});

test('a number deep in a sale is refused, too', async () => {
  const [note] = NUMBERS;
  const lines = [{ sku: 'coffee' }, { sku: 'coffee', components: [{ slot: 'x', sku: 'y', note }] }];
  const answer = await service.call('POST', '/orders', { body: { outletId, lines } });
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/lines/1/components/0/note' }] } });
});

test('barcodes, telephone numbers and ids pass', async () => {
  // Digits that begin like a card's number and pass its checksum.
  const [barcode, phone] = ['4006381333900', '+49 151 23456785'];
  const item = { sku: '4111111111111111', name: 'Odd', price: USD(100), taxCategory: 'standard', category: 'x' };
  expect((await service.call('POST', '/catalog/items', { body: item })).status).toBe(201);
  const body = {
    ...{ id: randomUUID(), outletId, note: `${barcode} call ${phone}`, customerId: phone.replaceAll(/\D/g, '') },
    ...{ tableId: '41111111-1111-4111-8411-111111111111', lines: [{ sku: item.sku }] },
  };
  expect((await service.call('POST', '/orders', { body })).status).toBe(201);
});

test('every route of the table is one of the contract', () => {
  const known = new Set(operations.map(({ method, template }) => `${method} ${template.split('/pos')[1] ?? ''}`));
  const shape = (path: string): string => path.replaceAll(/\{\w+\}/g, '{}');
  const shapes = new Set([...known].map(shape));
  const fixed = /2026-\d\d-\d\d|(?<=\/members\/)x|(?<=\/tenders\/)card/g;
  expect(
    ROWS.map(([method, path]) => shape(`${method} ${path}`).replaceAll(fixed, '{}')).filter((one) => !shapes.has(one)),
  ).toEqual([]);
});
