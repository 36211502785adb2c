import { randomUUID } from 'node:crypto';
import type { Answer, CallOptions } from '../../harness/service.js';
import { StreamClient } from '../../harness/stream-client.js';
import { defineMenu, giftCard, openPricingShop, USD, type PricingShop } from '../pricing/pricing-shop.js';

// Waiters tell the kitchen to start: what it has to make is what was fired, less what was taken off again.

let shop: PricingShop;
beforeAll(async () => {
  shop = await openPricingShop();
  await defineMenu(shop);
});
afterAll(() => shop.service.close());

type Body = Answer['body'];

const table = (lines: readonly object[], more: object = {}): Promise<Body> =>
  shop.order({ channel: 'dine_in', tableId: 'T7', lines, ...more });
const fire = (id: string, lines?: readonly object[], more: CallOptions = {}): Promise<Answer> =>
  shop.service.call('POST', `/orders/${id}/fire`, { ...(lines && { body: { lines } }), ...more });
const shown = async (id: string): Promise<Body> => (await shop.get(`/orders/${id}`)).body;
const firedIn = ({ lines }: Body): string[] => lines.map((line: { firedQuantity: string }) => line.firedQuantity);
/** What the kitchen was told, in the order of the order's history. */
async function toldOf(id: string): Promise<unknown[]> {
  const { data } = (await shop.get(`/orders/${id}/events`)).body;
  return data.flatMap(({ type, data: of }: Body) => {
    if (type === 'pos.order.fired') return of.lines.map((line: Body) => `${line.quantity} ${line.sku}`);
    return of.voidedInKitchen === undefined ? [] : [`-${of.voidedInKitchen} ${of.line.sku}`];
  });
}

describe('fired', () => {
  test('whole: each line says how much and when, and the event tells the same', async () => {
    const order = await table([{ sku: 'burger', quantity: '2' }, { sku: 'fries' }]);
    expect(firedIn(order)).toEqual(['0', '0']);
    expect(order.lines[0].firedAt).toBeNull();
    const { status, body, headers } = await fire(order.id);
    expect([status, headers.get('etag'), firedIn(body)]).toEqual([200, '"2"', ['2', '1']]);
    expect(body.lines[1].firedAt).toBe(body.lines[0].firedAt);
    expect(await shown(order.id)).toEqual(body);
    const { data } = (await shop.get(`/orders/${order.id}/events`)).body;
    expect(data.at(-1)).toMatchObject({
      type: 'pos.order.fired',
      data: {
        order: { id: order.id, tableId: 'T7', version: 2, lines: [{ firedQuantity: '2' }, { firedQuantity: '1' }] },
        lines: order.lines.map(({ id: lineId, sku, name, quantity }: Body) => ({ lineId, sku, name, quantity })),
      },
    });
  });

  test('line by line: quantities are what shall have been fired in all', async () => {
    const order = await table([{ sku: 'burger', quantity: '3' }, { sku: 'cola' }]);
    const [{ id: lineId }] = order.lines;
    expect(firedIn((await fire(order.id, [{ lineId, quantity: '1' }])).body)).toEqual(['1', '0']);
    expect(firedIn((await fire(order.id, [{ lineId, quantity: '2.5' }])).body)).toEqual(['2.5', '0']);
    expect((await fire(order.id, [{ lineId, quantity: '2' }])).body.code).toBe('nothing_to_fire');
    expect(firedIn((await fire(order.id, [{ lineId }])).body)).toEqual(['3', '0']);
    expect(await toldOf(order.id)).toEqual(['1 burger', '1.5 burger', '0.5 burger']);
  });

  test('twice: it is refused, and the same request again is the same answer', async () => {
    const order = await table([{ sku: 'burger' }]);
    const headers = { 'Idempotency-Key': randomUUID() };
    const [first, again] = [await fire(order.id, undefined, { headers }), await fire(order.id, undefined, { headers })];
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await fire(order.id)).toMatchObject({ status: 409, body: { code: 'nothing_to_fire' } });
    await shop.post(`/orders/${order.id}/lines`, { sku: 'cola' });
    expect((await fire(order.id)).status).toBe(200);
    expect(await toldOf(order.id)).toEqual(['1 burger', '1 cola']);
  });

  test('a combo: all its parts by its id, or a part alone', async () => {
    const order = await table([{ sku: 'menu', quantity: '2' }]);
    const [burger, , cola] = order.lines;
    expect(firedIn((await fire(order.id, [{ lineId: cola.id, quantity: '1' }])).body)).toEqual(['0', '0', '1']);
    const combo = { lineId: burger.combo.id };
    expect(firedIn((await fire(order.id, [{ ...combo, quantity: '1' }])).body)).toEqual(['1', '1', '1']);
    expect(firedIn((await fire(order.id, [combo])).body)).toEqual(['2', '2', '2']);
    const less = await shop.service.call('PATCH', `/orders/${order.id}/lines/${combo.lineId}`, {
      body: { quantity: '1' },
    });
    expect(firedIn(less.body)).toEqual(['1', '1', '1']);
    expect((await toldOf(order.id)).slice(-3)).toEqual(['-1 burger', '-1 fries', '-1 cola']);
  });

  test('never a gift card', async () => {
    const card = async () => ({ sku: 'card', unitPrice: USD(1000), giftCardCode: await giftCard(shop, 1000, false) });
    const both = await table([await card(), { sku: 'beer' }]);
    expect(firedIn((await fire(both.id)).body)).toEqual(['0', '1']);
    const alone = await table([await card()]);
    expect(await fire(alone.id)).toMatchObject({ status: 409, body: { code: 'nothing_to_fire' } });
    expect((await fire(alone.id, [{ lineId: alone.lines[0].id }])).body.code).toBe('nothing_to_fire');
  });

  test('after the guest has paid, and without what was given back', async () => {
    const paid = { payments: [{ tender: 'cash', amount: USD(2850) }], complete: true };
    const order = await table([{ sku: 'burger', quantity: '2' }, { sku: 'fries' }], paid);
    const [burger, fries] = order.lines;
    expect((await fire(order.id, [{ lineId: fries.id }])).body).toMatchObject({ status: 'completed', version: 2 });
    const back = { lines: [{ lineId: burger.id, quantity: '1' }], reason: 'one too many' };
    expect((await shop.post(`/orders/${order.id}/refunds`, back)).status).toBe(201);
    const { body } = await fire(order.id);
    expect([body.status, firedIn(body)]).toEqual(['partially_refunded', ['1', '1']]);
    const rest = {
      lines: [
        { lineId: burger.id, quantity: '1' },
        { lineId: fries.id, quantity: '1' },
      ],
      reason: 'all',
    };
    expect((await shop.post(`/orders/${order.id}/refunds`, rest)).body.status).toBe('refunded');
    expect((await fire(order.id, [{ lineId: burger.id }])).body.code).toBe('order_not_open');
    expect(firedIn(await shown(order.id))).toEqual(['1', '1']);
  });
});

describe('two waiters', () => {
  test('at once, each a line of their own: both lines are fired', async () => {
    const order = await table([{ sku: 'burger' }, { sku: 'cola' }]);
    const both = await Promise.all(order.lines.map(({ id: lineId }: Body) => fire(order.id, [{ lineId }])));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(firedIn(await shown(order.id))).toEqual(['1', '1']);
    expect((await toldOf(order.id)).sort()).toEqual(['1 burger', '1 cola']);
  });

  test('at once, the same line: it is made once, as often as the larger of both says', async () => {
    const order = await table([{ sku: 'burger', quantity: '3' }]);
    const [{ id: lineId }] = order.lines;
    const wishes = ['2', '3', '2', '3'].map((quantity) => fire(order.id, [{ lineId, quantity }]));
    for (const { status, body } of await Promise.all(wishes)) {
      expect([200, 'nothing_to_fire']).toContain(status === 200 ? status : body.code);
    }
    expect(firedIn(await shown(order.id))).toEqual(['3']);
    expect(['3 burger', '2 burger,1 burger']).toContain((await toldOf(order.id)).join());
  });

  test('one adds while the other fires: no line is lost, and none is fired that nobody fired', async () => {
    const order = await table([{ sku: 'burger' }]);
    const [{ id: lineId }] = order.lines;
    const stale = { headers: { 'If-Match': '"1"' } };
    const [added, fired] = await Promise.all([
      shop.post(`/orders/${order.id}/lines`, { sku: 'fries' }),
      fire(order.id, [{ lineId }], stale),
    ]);
    expect([added.status, fired.status]).toEqual([201, 200]);
    expect(firedIn(await shown(order.id))).toEqual(['1', '0']);
    // Everything is what the waiter saw: not what somebody added since.
    expect(await fire(order.id, undefined, stale)).toMatchObject({
      ...{ status: 412, body: { code: 'version_mismatch', currentVersion: 3 } },
    });
    expect((await fire(order.id, undefined, { headers: { 'If-Match': '"3"' } })).status).toBe(200);
    expect(firedIn(await shown(order.id))).toEqual(['1', '1']);
  });
});

describe('refused', () => {
  test.each<[string, (lineId: string) => readonly object[], number, string, string]>([
    ['a line that is not there', () => [{ lineId: randomUUID() }], 404, 'line_not_found', '/lines/0/lineId'],
    ['none of it', (lineId) => [{ lineId, quantity: '0' }], 422, 'quantity_not_positive', '/lines/0/quantity'],
    ['more than there is', (lineId) => [{ lineId, quantity: '2' }], 422, 'fire_exceeds_quantity', '/lines/0/quantity'],
    ['no lines', () => [], 400, 'validation_failed', '/lines'],
    ['no number', (lineId) => [{ lineId, quantity: 'two' }], 400, 'validation_failed', '/lines/0/quantity'],
    ['words nobody knows', (lineId) => [{ lineId, course: 1 }], 400, 'validation_failed', '/lines/0/course'],
  ])('%s', async (_name, lines, status, code, pointer) => {
    const order = await table([{ sku: 'burger' }]);
    const answer = await fire(order.id, lines(order.lines[0].id));
    expect(answer).toMatchObject({ status, body: { code, errors: [{ pointer }] } });
    expect(firedIn(await shown(order.id))).toEqual(['0']);
  });

  test('while it is held, and when it was given up', async () => {
    const order = await table([{ sku: 'burger' }]);
    await shop.post(`/orders/${order.id}/hold`);
    expect(await fire(order.id)).toMatchObject({ status: 409, body: { code: 'order_not_open' } });
    await shop.post(`/orders/${order.id}/void`, { reason: 'left' });
    expect(await fire(order.id)).toMatchObject({ status: 409, body: { code: 'order_not_open' } });
    expect((await fire(randomUUID())).body.code).toBe('order_not_found');
  });

  test('to who may not sell, or not here', async () => {
    const { service } = shop;
    const order = await table([{ sku: 'burger' }]);
    const reader = await shop.keyWith(['orders:read']);
    expect(await fire(order.id, undefined, { token: reader })).toMatchObject({ status: 403 });
    const elsewhere = await service.createKey(service.tenant, { outlets: [randomUUID()] as never });
    expect(await fire(order.id, undefined, { token: elsewhere })).toMatchObject({ status: 404 });
    const waiter = await shop.keyWith(['orders:write']);
    expect(await fire(order.id, undefined, { token: waiter })).toMatchObject({ status: 200 });
  });
});

test('a kitchen screen sees what was fired, and what of it is not to be made any more', async () => {
  const { service, outletId } = shop;
  const url = `${service.baseUrl}/v1/${service.tenant.slug}/pos/outlets/${outletId}/stream?topics=kitchen`;
  const screen = await StreamClient.open(url, { token: await shop.keyWith(['streams:read', 'kitchen:read']) });
  expect(screen.status).toBe(200);
  const order = await table([{ sku: 'burger', quantity: '3' }, { sku: 'fries' }]);
  const path = `/orders/${order.id}/lines/${order.lines[0].id}`;
  await fire(order.id, [{ lineId: order.lines[0].id, quantity: '2' }]);
  await service.call('PATCH', path, { body: { quantity: '2' } });
  await service.call('PATCH', path, { body: { quantity: '1' } });
  await shop.delete(`/orders/${order.id}/lines/${order.lines[1].id}`);
  await shop.post(`/orders/${order.id}/lines`, { sku: 'cola' });
  await shop.delete(path);
  await screen.until(({ events }) => events.filter(({ type }) => type === 'pos.order.line_removed').length === 2);
  screen.cut();
  const seen = screen.events.map(({ type, data: { data } }) => [
    type,
    data.lines?.[0].quantity ?? data.voidedInKitchen,
  ]);
  expect(seen).toEqual([
    ['pos.order.created', undefined],
    ['pos.order.fired', '2'],
    ['pos.order.line_changed', undefined],
    ['pos.order.line_changed', '1'],
    ['pos.order.line_removed', undefined],
    ['pos.order.line_added', undefined],
    ['pos.order.line_removed', '1'],
  ]);
});

test('orders are found by their table, exactly', async () => {
  const { id } = await table([{ sku: 'cola' }], { tableId: 'Terrace 1' });
  await table([{ sku: 'cola' }], { tableId: 'Terrace 11' });
  await shop.order({ lines: [{ sku: 'cola' }] });
  const found = async (query: string): Promise<string[]> =>
    (await shop.get(`/orders?${query}`)).body.data.map((order: { id: string }) => order.id);
  expect(await found('tableId=Terrace%201')).toEqual([id]);
  expect(await found('tableId=Terrace%201&status=held')).toEqual([]);
  expect(await found('tableId=terrace%201')).toEqual([]);
  expect(await shop.get('/orders?tableId=')).toMatchObject({
    ...{ status: 400, body: { code: 'validation_failed', errors: [{ pointer: '/query/tableId' }] } },
  });
});
