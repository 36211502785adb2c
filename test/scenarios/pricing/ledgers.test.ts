import { randomUUID } from 'node:crypto';
import { balanceOf, giftCard, openPricingShop, promote, USD, type PricingShop } from './pricing-shop.js';

// Orders and the ledgers that pay for them: one commits with the other, once.

let shop: PricingShop;
const member = 'guest-4711';
beforeAll(async () => {
  shop = await openPricingShop();
  const programme = { name: 'Beans', currency: 'USD', earn: { points: 1, per: 100 }, burn: { points: 1, worth: 1 } };
  expect((await shop.put('/loyalty/programme', programme)).status).toBe(200);
  const wish = { customerId: member, groups: ['friends'], entitlements: ['beans_plus'] };
  expect((await shop.post('/loyalty/members', wish)).status).toBe(201);
  const points = { points: 1000, reason: 'welcome' };
  expect((await shop.post(`/loyalty/members/${member}/adjustments`, points)).status).toBe(201);
});
afterAll(() => shop.service.close());

const points = async (): Promise<number> => (await shop.get(`/loyalty/members/${member}`)).body.balance as number;

test('points pay, and come back with what is given back', async () => {
  const pay = (amount: number) => ({ tender: 'loyalty', amount: USD(amount) });
  const payments = [pay(400), { tender: 'card', amount: USD(800) }];
  const stranger = { outletId: shop.outletId, lines: [{ sku: 'burger' }], payments };
  expect(await shop.post('/orders', stranger)).toMatchObject({ status: 422, body: { code: 'customer_required' } });
  const sold = await shop.order({ customerId: member, lines: [{ sku: 'burger' }], payments, complete: true });
  expect(sold.payments[0]).toMatchObject({ tender: 'loyalty', reference: '400 points' });
  const before = await points();
  const refund = { amount: USD(150), reason: 'cold' };
  const back = await shop.post(`/orders/${sold.id}/refunds`, refund);
  expect(back).toMatchObject({
    status: 201,
    body: { refunds: [{ payments: [{ tender: 'loyalty', amount: USD(150) }] }] },
  });
  expect(await points()).toBeGreaterThanOrEqual(before + 150 - 15);
  const much = { ...stranger, customerId: member, payments: [pay(1200)] };
  expect(await shop.post('/orders', much)).toMatchObject({ status: 422, body: { code: 'loyalty_points_too_low' } });
});

test('what members are entitled to comes off for them alone', async () => {
  const effect = { kind: 'percent_off', rate: '20' };
  await promote(shop, {
    name: 'Members',
    effect,
    select: { skus: ['fries'] },
    scope: { entitlements: ['beans_plus'] },
  });
  expect((await shop.order({ lines: [{ sku: 'fries' }] })).totals.total).toEqual(USD(450));
  expect((await shop.order({ lines: [{ sku: 'fries' }], customerId: member })).totals.total).toEqual(USD(360));
});

test('a sale that comes twice under two keys asks the card to pay once', async () => {
  const code = await giftCard(shop, 2000);
  const id = randomUUID();
  const payments = [{ tender: 'gift_card', amount: USD(1200), giftCard: { code } }];
  const sale = { id, outletId: shop.outletId, lines: [{ sku: 'burger' }], payments, complete: true };
  const first = await shop.post('/orders', sale);
  expect(first.status).toBe(201);
  const again = await shop.post('/orders', sale);
  expect([again.status, again.text]).toEqual([201, first.text]);
  expect((await balanceOf(shop, code)).balance).toEqual(USD(800));
});

test('a sale that is refused takes nothing from a card, however late it is refused', async () => {
  const code = await giftCard(shop, 1000);
  const pay = (amount: number) => ({ tender: 'gift_card', amount: USD(amount), giftCard: { code } });
  const sale = (...payments: object[]) => ({
    outletId: shop.outletId,
    lines: [{ sku: 'burger' }],
    payments,
    complete: true,
  });
  expect(await shop.post('/orders', sale(pay(700), pay(500)))).toMatchObject({
    status: 422,
    body: { code: 'gift_card_balance_too_low' },
  });
  expect((await balanceOf(shop, code)).balance).toEqual(USD(1000));
  expect(await shop.post('/orders', sale({ tender: 'gift_card', amount: USD(700) }))).toMatchObject({
    status: 422,
    body: { code: 'gift_card_code_required', errors: [{ pointer: '/payments/0/giftCard' }] },
  });
  expect(await shop.post('/orders', sale({ ...pay(700), tender: 'card' }))).toMatchObject({ status: 400 });
});

test('a card that was sold and spent cannot come back', async () => {
  const code = await giftCard(shop, 1000, false);
  const lines = [{ sku: 'card', unitPrice: USD(1000), giftCardCode: code }];
  const sold = await shop.order({ lines, payments: [{ tender: 'cash', amount: USD(1000) }], complete: true });
  await shop.order({
    lines: [{ sku: 'beer' }],
    payments: [{ tender: 'gift_card', amount: USD(500), giftCard: { code } }],
    complete: true,
  });
  const refund = { lines: [{ lineId: sold.lines[0].id, quantity: '1' }], reason: 'changed their mind' };
  expect(await shop.post(`/orders/${sold.id}/refunds`, refund)).toMatchObject({
    status: 422,
    body: { code: 'gift_card_balance_too_low' },
  });
  expect((await shop.get(`/orders/${sold.id}`)).body.status).toBe('completed');
  expect((await balanceOf(shop, code)).balance).toEqual(USD(500));
});
