import type { SyncEntry } from '../../../src/modules/offline-sync/domain/entry.js';
import { deviceMade, wordsOf, type DeviceQueue } from '../../harness/device-queue.js';
import { OfflineTill } from '../offline-orders/offline-till.js';
import { openSyncShop, USD, type SyncShop } from './sync-shop.js';

// What the simulation of 72 hours found: parts of one order that arrive in another order than they were made.

let shop: SyncShop;
beforeAll(async () => {
  shop = await openSyncShop();
  const tea = { sku: 'tea', name: 'Tea', category: 'Drinks', unit: 'each', active: true, taxCategory: 'standard' };
  await shop.called('POST', '/catalog/items', { ...tea, price: USD(300) });
});
afterAll(() => shop.service.close());

/** An order of 300, to which two lines of 300 each were added before it was paid. */
async function tabOf(
  queue: DeviceQueue,
  payment: object,
): Promise<Record<'begun' | 'more' | 'paid' | 'done', SyncEntry>> {
  const till = new OfflineTill(shop.service, shop.outletId);
  const at = new Date(shop.clock.ms);
  const wish = { at, complete: false } as const;
  const first = { id: deviceMade(), sku: 'tea', quantity: '1' };
  const added = { id: deviceMade(), sku: 'tea', quantity: '2' };
  const { body } = await till.ring({ ...wish, lines: [first] });
  const { pricing, copies } = (await till.ring({ ...wish, lines: [first, added] })).body;
  const { id: orderId } = body.order;
  return {
    begun: queue.did('order.place', { ...body, receiptNumber: null }),
    more: queue.did('order.add_lines', { orderId, lines: [added], pricing, copies }),
    paid: queue.did('order.add_payment', { orderId, payment: { id: deviceMade(), ...payment } }),
    done: queue.did('order.complete', { orderId }),
  };
}

test.each([
  { tender: 'cash', amount: USD(1_000), change: 100 },
  { tender: 'card', amount: USD(900), change: 0 },
])('what was paid by $tender waits for the lines that it paid', async ({ change, ...payment }) => {
  const queue = await shop.till();
  const { begun, more, paid, done } = await tabOf(queue, payment);
  expect(wordsOf(await queue.send([begun, paid, done]))).toEqual([
    ...['applied', 'held waits_for_gap', 'held waits_for_entry'],
  ]);
  expect(wordsOf(await queue.send([more]))).toEqual(['applied']);
  const results = (await queue.send([paid, done])).body.results as { first: string; conflicts: object[] }[];
  expect(results.map(({ first, conflicts }) => [first, conflicts])).toEqual([
    ['applied', []],
    ['applied', []],
  ]);
  const { order } = begun.body as { order: { id: string } };
  const kept = await shop.called('GET', `/orders/${order.id}`);
  expect(kept).toMatchObject({ status: 'completed', totals: { total: USD(900), due: USD(0), change: USD(change) } });
});
