import { decimal } from '../../../kernel/decimal.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { PromotionCandidate } from '../domain/order-pricing.js';
import { clock, items, newLine, noTerms, saleOf } from '../domain/order.examples.js';
import { priceOrder } from '../domain/order.js';
import type { RefusedPromotion } from '../ports/promotion-rules.js';
import type { Menu, Portion } from '../ports/menu.js';
import { OfflineCounts } from './offline-counts.js';
import { OfflineUses } from './offline-uses.js';

const TX = {} as Tx;

const promotion = (id: string): PromotionCandidate => ({
  discount: {
    ...{ source: 'promotion', id, version: 1, name: id, code: null, priority: 10, level: 'line', schedule: null },
    ...{
      select: { comboParts: true },
      conditions: null,
      effect: { kind: 'percent_off', rate: decimal('10') },
      exclusiveGroup: null,
    },
    ...{ stackable: true, timesMax: null, amountMax: null },
  },
  counted: true,
});

describe('uses of promotions that took something off already', () => {
  const terms = { ...noTerms, candidates: [promotion('first'), promotion('second')], codes: [] };
  const charged = priceOrder(saleOf({ ...items(newLine(1)), terms })).order;
  const uncounted = { ...charged, countedPromotions: [] };

  test.each([
    ['there is room for all', [], ['first', 'second']],
    ['there is none for one', ['first'], ['second']],
    ['there is none for any', ['first', 'second'], []],
  ])('%s', async (_, full, counted) => {
    const use = (_tx: Tx, _order: string, _customer: string | null, uses: readonly { promotionId: string }[]) => {
      const refused = uses.filter(({ promotionId }) => full.includes(promotionId));
      return Promise.resolve(
        refused.map(({ promotionId }): RefusedPromotion => ({
          promotionId,
          code: null,
          reason: 'promotion_exhausted',
        })),
      );
    };
    const rules = { use, candidates: () => Promise.reject(new Error('nobody asks')) };
    const { order, conflicts } = await new OfflineUses(rules).count(TX, uncounted, terms);
    expect(order.countedPromotions).toEqual(counted);
    expect(conflicts.map(({ cause, facts }) => [cause, facts['promotionId']])).toEqual(
      full.map((id) => ['promotion_exhausted', id]),
    );
    expect([order.lines, order.totals]).toEqual([charged.lines, charged.totals]);
  });
});

describe('counts of items that were sold already', () => {
  const place = { outletId: saleOf().outletId, channel: 'counter', clock };
  const lines = priceOrder(
    saleOf(items(newLine(1, { sku: 'tea', quantity: decimal('3') }), newLine(2, { sku: 'cake' }))),
  ).order.lines;

  test.each([
    ['enough of both', { tea: '9', cake: '9' }, [], { tea: '6', cake: '8' }],
    ['too little of one', { tea: '2', cake: '9' }, ['item_sold_out'], { tea: '0', cake: '8' }],
    ['nothing of either', { tea: '0', cake: '0' }, ['item_sold_out', 'item_sold_out'], { tea: '0', cake: '0' }],
  ])('%s', async (_, before, causes, after) => {
    const left = new Map(Object.entries(before).map(([sku, count]) => [sku, BigInt(count) * 1_000_000n]));
    const offer = (_tx: Tx, _place: object, portions: readonly Portion[]) => {
      const short = portions.find(({ sku, quantity }) => quantity > (left.get(sku) ?? 0n));
      if (short !== undefined) {
        const facts = { sku: short.sku, left: String((left.get(short.sku) ?? 0n) / 1_000_000n) };
        return Promise.reject(new Refusal('item_sold_out', facts));
      }
      for (const { sku, quantity } of portions) left.set(sku, (left.get(sku) ?? 0n) - quantity);
      return Promise.resolve();
    };
    const conflicts = await new OfflineCounts({ offer } as unknown as Menu).take(TX, place, lines);
    expect(conflicts.map(({ cause }) => cause)).toEqual(causes);
    expect(Object.fromEntries([...left].map(([sku, count]) => [sku, String(count / 1_000_000n)]))).toEqual(after);
  });
});
