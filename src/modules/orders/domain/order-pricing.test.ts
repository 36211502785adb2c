import { decimal } from '../../../kernel/decimal.js';
import { addLines } from './order-lines.js';
import {
  countedUses,
  pricingInputOf,
  promotionKey,
  withoutIdlePromotions,
  type PricingTerms,
  type PromotionCandidate,
} from './order-pricing.js';
import type { OpenOrder } from './order-state.js';
import { clock, exampleId, items, newLine, noTerms, openOrder, saleOf, settings, USD } from './order.examples.js';
import { placeOrder } from './order.js';
import { basketOf } from './pricing/baskets.examples.js';
import type { Discount } from './pricing/discount.js';
import { price } from './pricing/price.js';
import { decodeInput, outcomeText } from './pricing/pricing-record.js';

/** A tenth off all, unless said otherwise. */
function promotion(id: string, but: Partial<Discount> = {}): Discount {
  return {
    source: 'promotion',
    id,
    version: 1,
    name: id,
    code: null,
    priority: 500,
    level: 'line',
    select: { comboParts: false },
    schedule: null,
    conditions: null,
    effect: { kind: 'percent_off', rate: decimal('10') },
    exclusiveGroup: null,
    stackable: true,
    timesMax: null,
    amountMax: null,
    ...but,
  };
}

function terms(...candidates: readonly (Discount | PromotionCandidate)[]): PricingTerms {
  const all = candidates.map((one) => ('discount' in one ? one : { discount: one, counted: false }));
  return { ...noTerms, candidates: all };
}

function keptIds({ pricing }: OpenOrder): string[] {
  const input = pricing === null ? null : decodeInput(pricing.input);
  return input?.engineVersion === '2' ? input.discounts.map(({ id }) => id) : [];
}

test('an order keeps the promotions that took something off, and those that they were compared with', () => {
  const candidates = [
    promotion('applies'),
    promotion('not of this shop', { select: { skus: ['tea'], comboParts: false } }),
    promotion('better', { exclusiveGroup: 'spring', effect: { kind: 'percent_off', rate: decimal('30') } }),
    promotion('worse', { exclusiveGroup: 'spring' }),
    promotion('idle', { exclusiveGroup: 'winter', select: { skus: ['tea'], comboParts: false } }),
  ];
  const { state } = placeOrder(saleOf({ terms: terms(...candidates), payments: [], complete: false }));
  expect(keptIds(state as OpenOrder).sort()).toEqual(['applies', 'better', 'worse']);
});

test('what took nothing off can be left out: the outcome stays the same to the byte', () => {
  let left = 0;
  for (let index = 0; index < 600; index += 1) {
    const input = basketOf(20_261_121, index);
    const basket = price(input);
    const kept = withoutIdlePromotions(input, basket);
    left += input.discounts.length - kept.discounts.length;
    expect(outcomeText(price(kept))).toBe(outcomeText(basket));
  }
  expect(left).toBeGreaterThan(300);
});

test('a stored version of a promotion wins over a newer one, and a new promotion joins it', () => {
  const opened = placeOrder(saleOf({ terms: terms(promotion('p')), payments: [], complete: false })).state;
  const newer = promotion('p', { version: 2, effect: { kind: 'percent_off', rate: decimal('50') } });
  const tea = promotion('tea', { select: { skus: ['tea'], comboParts: false } });
  const line = newLine(2, { sku: 'tea', listPrice: USD('2.00') });
  const { lines, totals } = addLines(opened, items(line), terms(newer, tea)).state;
  expect(
    lines.map(({ applications }) => applications.map(({ id, version, amount }) => [id, version, amount.amount])),
  ).toEqual([
    [['p', 1, 70]],
    [
      ['p', 1, 20],
      ['tea', 1, 18],
    ],
  ]);
  expect(totals.discount).toEqual(USD('1.08'));
});

test('a promotion that a limit has no room for is left out, though the order had it', () => {
  const opened = placeOrder(saleOf({ terms: terms(promotion('p')), payments: [], complete: false })).state;
  const without = { ...noTerms, dropped: new Set([promotionKey({ id: 'p', code: null })]) };
  expect(addLines(opened, items(newLine(2)), without).state.totals.discount).toEqual(USD('0'));
});

test('uses are counted by promotion and code, where something came off', () => {
  const byCode = promotion('coded', { code: 'SPRING', level: 'order' });
  const idle = promotion('idle', { select: { skus: ['tea'], comboParts: false } });
  const counted = [promotion('p'), byCode, idle].map((discount) => ({ discount, counted: true }));
  const sale = saleOf({ terms: terms(...counted), promoCodes: ['SPRING'], payments: [], complete: false });
  const { state } = placeOrder(sale);
  expect(countedUses(state)).toEqual([
    { promotionId: 'p', code: null, amount: USD('0.70') },
    { promotionId: 'coded', code: 'SPRING', amount: USD('0.63') },
  ]);
});

test('an open order of engine 1 moves to engine 2 when it is priced again, and nothing moves', () => {
  const old: OpenOrder = { ...openOrder, pricing: null, settings: { ...settings, engineVersion: '1' } };
  expect(price(pricingInputOf(old, clock)).totals).toMatchObject({ total: old.totals.total, tax: old.totals.tax });
  const { state } = addLines(old, items(newLine(2)), noTerms);
  expect(state.settings.engineVersion).toBe('2');
  expect(state.lines[0]).toMatchObject({ id: exampleId(101), gross: USD('7.00'), total: USD('7.00') });
  expect(state.totals.total).toEqual(USD('10.50'));
});
