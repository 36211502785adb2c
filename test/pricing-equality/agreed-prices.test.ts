import { randomUUID } from 'node:crypto';
import { ShelvedBook } from '../../sdk/src/book/shelved-book.js';
import { newId } from '../../sdk/src/encoding/new-id.js';
import { Register, type PriceBook, type SaleDraft } from '../../sdk/src/engine.js';
import type { RequestContext } from '../../src/kernel/context.js';
import { OfflineOrders } from '../../src/modules/orders/index.js';
import { TRANSACTOR } from '../../src/platform/tokens.js';
import { defineMenu, openPricingShop, USD, type PricingShop } from '../scenarios/pricing/pricing-shop.js';
import { keptBook } from './both-sides.js';
import { tellerOf } from './outcome.js';

// Prices change while something is in the basket: what was rung up before keeps what the guest was told, and the service takes it
// so, with the difference and nothing else to be looked at.
let shop: PricingShop;
beforeAll(async () => {
  shop = await openPricingShop();
  await defineMenu(shop);
});
afterAll(() => shop.service.close());

const bookOf = async (): Promise<PriceBook> => {
  const { service, outletId } = shop;
  const kept = await keptBook(service, { tenant: service.tenant }, outletId);
  return ShelvedBook.from(kept, () => Date.now()).book;
};
const reprice = async (sku: string, amount: number): Promise<void> => {
  const changed = await shop.service.call('PATCH', `/catalog/items/${shop.items.get(sku)}`, {
    body: { price: USD(amount) },
  });
  if (changed.status !== 200) throw new Error(changed.text);
};

test('a basket that outlived a change of prices is taken as it was told, with exactly one difference to look at', async () => {
  let book = await bookOf();
  const register = new Register({ book: () => book, ids: { next: newId }, now: () => Date.now() });
  const teller = tellerOf(true);
  const first = { id: newId(), outletId: shop.outletId, lines: [{ id: newId(), sku: 'beer', quantity: '3' }] };
  const menu = { id: newId(), sku: 'menu', components: ['burger', 'fries', 'cola'].map(part) };
  const before = await register.price({ ...first, lines: [...first.lines, menu] }, teller);
  const lines = [...first.lines, menu].map((line) => ({ ...line, agreed: before.agreed.get(line.id) }));

  await reprice('beer', 550);
  await reprice('menu', 1900);
  book = await bookOf();
  const added = { id: newId(), sku: 'beer' };
  const draft = JSON.parse(JSON.stringify({ ...first, lines: [...lines, added] })) as SaleDraft;
  const { order } = await register.price(draft, teller);
  expect(order.totals.total).toEqual(USD(3 * 500 + 1700 + 550));
  const payments = [{ tender: 'cash', amount: order.totals.due }];
  const options = { receiptNumber: 'T1-000001', drawerSessionId: null, complete: true };
  const rung = await register.ring(draft, payments, teller, options);
  expect(rung.order.totals.total).toEqual(order.totals.total);

  const { conflicts } = await handedIn(rung.body);
  expect(conflicts).toEqual([{ cause: 'price_differs', facts: expect.any(Object) }]);
  expect(conflicts[0]?.facts).toMatchObject({
    lines: [
      { lineId: first.lines[0]?.id, sku: 'beer', charged: USD(500), own: USD(550) },
      ...['burger', 'fries', 'cola'].map((sku) => ({ sku })),
    ],
    totals: { charged: { total: USD(3750) }, own: { total: USD(3 * 550 + 1900 + 550) } },
  });
  const kept = await shop.get(`/orders/${rung.order.id}`);
  expect(kept.body.totals).toEqual(JSON.parse(JSON.stringify(rung.order.totals)));
});

function part(sku: string, index: number): { id: string; slot: string; sku: string } {
  return { id: newId(), slot: ['main', 'side', 'drink'][index] ?? '', sku };
}

/** Hands an entry to the service, as the sync module does. */
function handedIn(body: object): ReturnType<OfflineOrders['handle']> {
  const { api, tenant } = shop.service;
  const deviceId = randomUUID();
  const context: RequestContext = {
    ...{ tenantId: tenant.id, tenantSlug: tenant.slug, requestId: 'later', at: new Date() },
    principal: { kind: 'user', id: 'teller', permissions: tellerOf(true).permissions, test: false, deviceId },
  };
  const act = { kind: 'order.place', body, at: new Date(), correctionMs: 0, deviceId, approvedBy: null } as const;
  return api.container.get(TRANSACTOR).run(context, (tx) => api.container.get(OfflineOrders).handle(tx, context, act));
}
