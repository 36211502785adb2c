import { SaleRefused } from '../../../../sdk/src/register/sale-refused.js';
import type { Basket } from './basket.js';
import { saleDraft } from './sale-draft.js';
import { SalePricing, type PriceSale } from './sale-pricing.js';
import { basket, line } from './testing/basket.examples.js';

const follow = (pricing: SalePricing, one: Basket): void => pricing.follow(one, saleDraft(one, 'outlet'));
const orderOf = (id: string | undefined) =>
  ({ order: { id }, agreed: new Map() }) as unknown as Awaited<ReturnType<PriceSale>>;

test('of a burst of changes the last one is what counts', async () => {
  const asked: (string | undefined)[] = [];
  const pricing = new SalePricing(({ id }) => {
    asked.push(id);
    return Promise.resolve(orderOf(id));
  });
  for (const id of ['a', 'b', 'c']) follow(pricing, { ...basket(line('x')), id });
  await pricing.settled();
  expect(pricing.priced.value?.order.id).toBe('c');
  expect(asked).toEqual(['a', 'c']);
});

test('a refusal names its row and leaves the amounts before it', async () => {
  let refuses = false;
  const pricing = new SalePricing(({ id }) => {
    const fields = [{ pointer: '/lines/1/sku', message: 'is sold out' }];
    if (refuses) return Promise.reject(new SaleRefused({ code: 'item_sold_out', facts: {}, fields }));
    return Promise.resolve(orderOf(id));
  });
  follow(pricing, basket(line('a')));
  await pricing.settled();
  refuses = true;
  follow(pricing, basket(line('a'), line('b')));
  await pricing.settled();
  expect(pricing.trouble.value).toEqual({ code: 'item_sold_out', promoCode: null, lineId: 'b' });
  expect(pricing.priced.value?.basket.lines).toHaveLength(1);
  follow(pricing, basket());
  expect([pricing.priced.value, pricing.trouble.value]).toEqual([null, null]);
});

test('what rows cost is handed back to be kept, is in the draft that is paid, and is not priced for that again', async () => {
  const agreed = { bookRevision: 'r2', sku: 'a', channel: 'counter', customerId: null, parts: [], combo: null };
  let asked = 0;
  const kept: Basket[] = [];
  const price: PriceSale = ({ id }) => {
    asked += 1;
    return Promise.resolve({ ...orderOf(id), agreed: new Map([['a', agreed]]) });
  };
  const pricing = new SalePricing(price, (told) => {
    kept.push(told);
    follow(pricing, told);
  });
  follow(pricing, basket(line('a')));
  await pricing.settled();
  expect(kept).toMatchObject([{ lines: [{ id: 'a', agreed, bookRevision: 'r2' }] }]);
  expect(pricing.priced.value).toMatchObject({ basket: kept[0], draft: { lines: [{ id: 'a', agreed }] } });
  expect(asked).toBe(1);
  // Another price book: the same basket is priced anew, and there is nothing new to keep.
  follow(pricing, kept[0] ?? basket());
  await pricing.settled();
  expect([asked, kept.length]).toEqual([2, 1]);
});
