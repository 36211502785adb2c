import { randomUUID } from 'node:crypto';
import { openShop, type Shop } from '../faults/shop.js';
import { startService, type Answer, type TestService } from '../harness/service.js';

// Requests whose form is right and whose meaning is not: bad-input.test.ts has those whose form is wrong.

let service: TestService;
let shop: Shop;
beforeAll(async () => {
  service = await startService();
  shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
});
afterAll(() => service.close());

const USD = (amount: number): object => ({ amount, currency: 'USD' });
const sale = (more: object = {}): object => ({
  outletId: shop.outlets[0].id,
  lines: [{ sku: 'coffee', quantity: '1' }],
  ...more,
});
const line = (more: object): object =>
  sale({
    lines: [
      { sku: 'coffee', quantity: '1' },
      { sku: 'juice', ...more },
    ],
  });
const paid = (tender: string, amount: object): object => sale({ payments: [{ tender, amount }], complete: true });
const post = (path: string, body: object): Promise<Answer> => service.call('POST', path, { body });

function expectProblem(answer: Answer, status: number, code: string, pointer: string | undefined): void {
  expect(answer).toMatchObject({ status, body: { status, code, retryable: false } });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body.errors?.[0]?.pointer).toBe(pointer);
}

const SAME = { id: randomUUID(), sku: 'coffee' };
const CURRENCY = '/payments/0/amount/currency';
const AMOUNT = '/payments/0/amount/amount';

test.each<readonly [string, () => object, string, string | undefined]>([
  ['unknown SKU', () => line({ sku: 'unicorn' }), 'item_unknown', '/lines/1/sku'],
  ['inactive item', () => line({ sku: 'switched_off' }), 'item_inactive', '/lines/1/sku'],
  ['unknown outlet', () => sale({ outletId: randomUUID() }), 'outlet_unknown', '/outletId'],
  ['negative quantity', () => line({ quantity: '-1' }), 'quantity_not_positive', '/lines/1/quantity'],
  ['no quantity', () => line({ quantity: '0.000000' }), 'quantity_not_positive', '/lines/1/quantity'],
  ['a price that is not ours', () => line({ unitPrice: USD(1) }), 'price_mismatch', '/lines/1/unitPrice'],
  [
    'a price in no currency',
    () => line({ unitPrice: { amount: 1, currency: 'XXX' } }),
    'unknown_currency',
    '/lines/1/unitPrice/currency',
  ],
  ['amount in another currency', () => paid('cash', { amount: 500, currency: 'EUR' }), 'currency_mismatch', CURRENCY],
  ['amount in no currency', () => paid('cash', { amount: 500, currency: 'XXX' }), 'unknown_currency', CURRENCY],
  ['negative amount', () => paid('cash', USD(-1)), 'amount_not_positive', AMOUNT],
  ['card above due', () => paid('card', USD(301)), 'payment_exceeds_due', AMOUNT],
  [
    'a tender that the outlet does not take',
    () => paid('shells', USD(300)),
    'tender_not_accepted',
    '/payments/0/tender',
  ],
  ['a promotion that is not there', () => sale({ promoCodes: ['FREE'] }), 'promo_code_unknown', '/promoCodes/0'],
  ['a sale of the next millennium', () => sale({ placedAt: '2999-01-01T00:00:00Z' }), 'placed_in_future', '/placedAt'],
  ['completing what is not paid', () => sale({ complete: true }), 'payment_due', undefined],
  ['completing nothing', () => sale({ lines: [], complete: true }), 'order_empty', undefined],
])('%s: 422 %#', async (_, body, code, pointer) => {
  expectProblem(await post('/orders', body()), 422, code, pointer);
});

test('a second payment when nothing is due', async () => {
  const payments = [
    { tender: 'cash', amount: USD(300) },
    { tender: 'card', amount: USD(1) },
  ];
  expectProblem(await post('/orders', sale({ payments })), 422, 'order_already_paid', '/payments/1');
});

test('one line id twice is a conflict', async () => {
  expectProblem(await post('/orders', sale({ lines: [SAME, SAME] })), 409, 'line_id_taken', '/lines/1/id');
});

const cold = { reason: 'cold' };
test.each<readonly [string, object, number, string, string]>([
  ['more refund than paid', { ...cold, amount: USD(301) }, 422, 'refund_exceeds_remaining', '/amount/amount'],
  ['of nothing', { ...cold, lines: [] }, 400, 'validation_failed', '/lines'],
  ['of neither', cold, 400, 'validation_failed', '/amount'],
  [
    'of both',
    { ...cold, lines: [{ lineId: SAME.id, quantity: '1' }], amount: USD(1) },
    400,
    'validation_failed',
    '/amount',
  ],
  [
    'in another currency',
    { ...cold, amount: { amount: 1, currency: 'EUR' } },
    422,
    'currency_mismatch',
    '/amount/currency',
  ],
  ['in no currency', { ...cold, amount: { amount: 1, currency: 'XXX' } }, 422, 'unknown_currency', '/amount/currency'],
  [
    'to a tender that cannot pay out',
    { ...cold, amount: USD(1), tender: 'gift_card' },
    422,
    'refund_tender_mismatch',
    '/tender',
  ],
  [
    'of another line',
    { ...cold, lines: [{ lineId: SAME.id, quantity: '1' }] },
    404,
    'line_not_found',
    '/lines/0/lineId',
  ],
  ['without a reason', { reason: '', amount: USD(1) }, 400, 'validation_failed', '/reason'],
])('a refund, %s: %i %s', async (_, body, status, code, pointer) => {
  const order = (await post('/orders', paid('cash', USD(300)))).body;
  expectProblem(await post(`/orders/${order.id}/refunds`, body), status, code, pointer);
});

test.each([
  ['more than was sold', '1.000001', 'refund_exceeds_remaining'],
  ['a negative part', '-1', 'quantity_not_positive'],
])('a refund of a line, %s: 422', async (_, quantity, code) => {
  const order = (await post('/orders', paid('cash', USD(300)))).body;
  const body = { ...cold, lines: [{ lineId: order.lines[0].id, quantity }] };
  expectProblem(await post(`/orders/${order.id}/refunds`, body), 422, code, '/lines/0/quantity');
});

test('an order of nobody is not there', async () => {
  expectProblem(await service.call('GET', `/orders/${randomUUID()}`), 404, 'order_not_found', undefined);
});
