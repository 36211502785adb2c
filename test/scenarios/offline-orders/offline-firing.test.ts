import { Refusal } from '../../../src/kernel/refusal.js';
import type { OfflineResult } from '../../../src/modules/orders/index.js';
import { startService, type Answer, type TestService } from '../../harness/service.js';
import { openDayShop, USD, type DayShop } from '../business-days/day-shop.js';
import { newId, OfflineTill } from './offline-till.js';

// A waiter's device that had no network tells what it fired. It never fails because somebody else was faster.

let service: TestService;
let day: DayShop;
let till: OfflineTill;
beforeAll(async () => {
  service = await startService();
  day = await openDayShop(service);
  till = new OfflineTill(service, day.outletId);
});
afterAll(() => service.close());

type Body = Answer['body'];

const orderOf = (id: string): Promise<Body> => day.ok('GET', `/orders/${id}`);
const draft = (...quantities: readonly string[]): Promise<Body> =>
  day.ok('POST', '/orders', {
    ...{ id: newId(), outletId: day.outletId },
    lines: quantities.map((quantity) => ({ id: newId(), sku: 'coffee', quantity })),
  });
const fire = (orderId: string, lines?: readonly object[], more: object = {}): Promise<OfflineResult> =>
  till.send('order.fire', { orderId, ...(lines && { lines }) }, more);
const firedIn = ({ lines }: Body): string[] => lines.map((line: { firedQuantity: string }) => line.firedQuantity);
const firings = async (id: string): Promise<string[][]> =>
  (await day.ok('GET', `/orders/${id}/events`)).data
    .filter(({ type }: Body) => type === 'pos.order.fired')
    .map(({ data }: Body) => data.lines.map(({ quantity }: Body) => quantity));
const changed = (facts: object) => [{ cause: 'order_changed_meanwhile', facts: expect.objectContaining(facts) }];

test('it takes effect, at the time at which it happened; again it changes nothing', async () => {
  const { id, lines } = await draft('2', '1');
  const at = new Date(Date.now() - 600_000);
  const named = [{ lineId: lines[0].id, quantity: '1' }];
  const first = await fire(id, named, { at });
  expect(first).toMatchObject({ order: { id, status: 'open', version: 2 }, conflicts: [] });
  expect(await fire(id, named, { at })).toEqual(first);
  expect(await orderOf(id)).toMatchObject({
    lines: [{ firedQuantity: '1', firedAt: at.toISOString() }, { firedAt: null }],
  });
  expect(await fire(id)).toMatchObject({ order: { version: 3 }, conflicts: [] });
  expect(await fire(id)).toMatchObject({ order: { version: 3 }, conflicts: [] });
  expect(await firings(id)).toEqual([['1'], ['1', '1']]);
});

test('somebody else was faster: what they fired is not fired again, and the last time stays', async () => {
  const { id, lines } = await draft('2');
  const { lines: before } = await day.ok('POST', `/orders/${id}/fire`);
  const late = await fire(id, [{ lineId: lines[0].id }], { at: new Date(Date.now() - 600_000) });
  expect(late).toMatchObject({ order: { version: 2 }, conflicts: [] });
  expect((await orderOf(id)).lines).toEqual(before);
});

test('of lines that are gone, or less, what is there is fired, and the rest is told of', async () => {
  const { id, lines } = await draft('1', '3', '1');
  await day.ok('DELETE', `/orders/${id}/lines/${lines[0].id}`);
  await day.ok('PATCH', `/orders/${id}/lines/${lines[1].id}`, { quantity: '2' });
  const wish = lines.map(({ id: lineId, quantity }: Body) => ({ lineId, quantity }));
  const done = await fire(id, wish);
  expect(done.conflicts).toEqual(changed({ orderId: id, lines: [lines[0].id, lines[1].id] }));
  expect(firedIn(await orderOf(id))).toEqual(['2', '1']);
  const gone = await fire(id, [{ lineId: lines[0].id }]);
  expect([gone.order.version, gone.conflicts]).toEqual([done.order.version, changed({ lines: [lines[0].id] })]);
});

test('an order that was paid elsewhere is fired all the same', async () => {
  const { id } = await draft('1');
  const payment = { id: newId(), tender: 'cash', amount: USD(300) };
  await day.ok('POST', `/orders/${id}/payments`, payment);
  await day.ok('POST', `/orders/${id}/complete`);
  expect(await fire(id)).toMatchObject({ order: { status: 'completed' }, conflicts: [] });
  expect(firedIn(await orderOf(id))).toEqual(['1']);
});

test('one that was set aside comes back, but only for something to fire', async () => {
  const { id } = await draft('1');
  await day.ok('POST', `/orders/${id}/hold`);
  expect(await fire(id)).toMatchObject({ order: { status: 'open' }, conflicts: [] });
  await day.ok('POST', `/orders/${id}/hold`);
  expect(await fire(id)).toMatchObject({ order: { status: 'held' }, conflicts: [] });
  expect(await firings(id)).toEqual([['1']]);
});

test('one that is over stays as it is', async () => {
  const given = await draft('1');
  await day.ok('POST', `/orders/${given.id}/void`, { reason: 'left' });
  expect((await fire(given.id)).conflicts).toEqual(changed({ status: 'voided' }));
  const sold = await day.sell();
  await day.ok('POST', `/orders/${sold.id}/refunds`, { amount: USD(300), reason: 'cold' });
  expect((await fire(sold.id)).conflicts).toEqual(changed({ status: 'refunded' }));
  expect([...(await firings(given.id)), ...(await firings(sold.id))]).toEqual([]);
});

test.each<[string, (id: string, lineId: string) => object, string]>([
  ['an order that is not there yet is waited for', () => ({ orderId: newId() }), 'order_not_found'],
  ['no lines', (orderId) => ({ orderId, lines: [] }), 'validation_failed'],
  ['no quantity', (orderId, lineId) => ({ orderId, lines: [{ lineId, quantity: 2 }] }), 'validation_failed'],
  ['less than none', (orderId, lineId) => ({ orderId, lines: [{ lineId, quantity: '-1' }] }), 'quantity_not_positive'],
])('refused: %s', async (_name, body, code) => {
  const { id, lines } = await draft('1');
  const refused = till.send('order.fire', body(id, lines[0].id)).catch((error: unknown) => error);
  expect(await refused).toBeInstanceOf(Refusal);
  expect(await refused).toMatchObject({ code });
});
