import { defineMenu, openPricingShop, USD, type PricingShop } from './pricing-shop.js';

// What cannot be sold as it was asked for is refused at its place in the request, and nothing is taken.

let shop: PricingShop;
beforeAll(async () => {
  shop = await openPricingShop();
  await defineMenu(shop);
});
afterAll(() => shop.service.close());

const menu = (...components: object[]) => ({ sku: 'menu', components });

test.each<[title: string, line: object, code: string, pointer: string]>([
  ['a modifier that nobody offers', { sku: 'burger', modifiers: ['gold'] }, 'modifier_unknown', '/lines/0/modifiers/0'],
  [
    'a modifier on a combo itself',
    { sku: 'menu', modifiers: [{ modifier: 'bacon' }] },
    'modifier_unknown',
    '/lines/0/modifiers/0',
  ],
  [
    'a modifier of a part',
    menu({ slot: 'side', sku: 'fries', modifiers: [{ modifier: 'gold' }] }),
    'modifier_unknown',
    '/lines/0/components/0/modifiers/0',
  ],
  [
    'a slot that the combo has not',
    menu({ slot: 'dessert', sku: 'fries' }),
    'combo_slot_unknown',
    '/lines/0/components/0/slot',
  ],
  [
    'a part that is no choice',
    menu({ slot: 'drink', sku: 'burger' }),
    'combo_component_unknown',
    '/lines/0/components/0/sku',
  ],
  [
    'components of what is no combo',
    { sku: 'cola', components: [{ slot: 'side', sku: 'fries' }] },
    'combo_slot_unknown',
    '/lines/0/components/0',
  ],
  ['none of a combo', { sku: 'menu', quantity: '0' }, 'quantity_not_positive', '/lines/0/quantity'],
  ['less than none of a line', { sku: 'cola', quantity: '-1' }, 'quantity_not_positive', '/lines/0/quantity'],
  ['a price below nothing', { sku: 'buffet', unitPrice: USD(-1) }, 'amount_not_positive', '/lines/0/unitPrice/amount'],
  [
    'a set price below nothing',
    { sku: 'cola', priceOverride: { unitPrice: USD(-1), reason: 'x' } },
    'amount_not_positive',
    '/lines/0/priceOverride/unitPrice/amount',
  ],
  [
    'a set price in another currency',
    { sku: 'cola', priceOverride: { unitPrice: { amount: 1, currency: 'EUR' }, reason: 'x' } },
    'currency_mismatch',
    '/lines/0/priceOverride/unitPrice/currency',
  ],
  ['a combo at another price', { sku: 'menu', unitPrice: USD(1699) }, 'price_mismatch', '/lines/0/unitPrice'],
  [
    'a code on what is no gift card',
    { sku: 'cola', giftCardCode: 'ABCD1234' },
    'not_a_gift_card',
    '/lines/0/giftCardCode',
  ],
])('%s', async (_, line, code, pointer) => {
  for (const path of ['/orders', '/quotes']) {
    const { status, body } = await shop.post(path, { outletId: shop.outletId, lines: [line] });
    expect([body.code, body.errors?.[0]?.pointer, status >= 400 && status < 500]).toEqual([code, pointer, true]);
  }
  const { id } = await shop.order({ lines: [] });
  const one = await shop.post(`/orders/${id}/lines`, line);
  expect(one.body.errors?.[0]?.pointer).toBe(pointer.replace('/lines/0', ''));
});

test('a set price makes a combo cost that, whatever is in it', async () => {
  const override = { unitPrice: USD(999), reason: 'late' };
  const { lines, totals } = await shop.order({
    lines: [{ ...menu({ slot: 'drink', sku: 'beer' }), priceOverride: override }],
  });
  // Beer costs 1.00 extra on top.
  expect(totals.total).toEqual(USD(1099));
  expect(lines).toHaveLength(3);
});
