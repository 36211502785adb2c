import type { BasketLine } from './basket.js';
import type { Discount, Effect } from './discount.js';
import { price } from './price.js';
import { basket, discountsOf, explained, line, promotion, USD } from './pricing.examples.js';

export const coffee = (id: string, major: string, quantity = '1'): BasketLine => {
  return line(id, USD(major), { category: 'Coffee', quantity });
};
export const cake = (id: string, major: string, quantity = '1'): BasketLine => {
  return line(id, USD(major), { category: 'Cake', quantity });
};
export const of = (category: string) => ({ categories: [category], comboParts: false });
export type EffectCase = [
  title: string,
  lines: readonly BasketLine[],
  effect: Effect,
  discounts: number[],
  but?: Partial<Discount>,
];

/** Off lines `a`, `b`, … in minor units, by one promotion at level line unless said otherwise. */
export function testEffects(cases: readonly EffectCase[]): void {
  test.each(cases)('%s', (_, lines, effect, discounts, but = {}) => {
    const priced = price(basket(lines, { discounts: [promotion('p', effect, but)] }));
    expect(discountsOf(priced)).toEqual(discounts);
    expect(priced.totals.discount.amount).toBe(discounts.reduce((sum, amount) => sum + amount, 0));
    expect(explained(priced)).toBe(priced.totals.total.amount);
    for (const { applications, discount } of priced.lines) {
      expect(applications.map(({ amount }) => amount)).toEqual(discount.amount === 0 ? [] : [discount]);
    }
  });
}
