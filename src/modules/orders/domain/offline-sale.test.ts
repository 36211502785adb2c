import fc from 'fast-check';
import { decimal } from '../../../kernel/decimal.js';
import { Refusal } from '../../../kernel/refusal.js';
import { priceDifferences } from './offline-differences.js';
import { assertCharged, assertSameLines, itemsFrom, pricedFrom } from './offline-sale.js';
import { exampleId, items, newLine, saleOf, USD } from './order.examples.js';
import { orderPricedFrom, placeOrder, priceOrder } from './order.js';
import { price } from './pricing/price.js';
import { encodeInput, outcomeText } from './pricing/pricing-record.js';

const quantities = fc.integer({ min: 1, max: 9_999 }).map((count) => decimal((count / 100).toFixed(2)));
const baskets = fc.array(
  fc.record({
    cents: fc.integer({ min: 1, max: 100_000 }),
    later: fc.integer({ min: 1, max: 100_000 }),
    quantity: quantities,
  }),
  { minLength: 1, maxLength: 8 },
);

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'well';
  } catch (error) {
    return error instanceof Refusal ? String(error.code) : String(error);
  }
};

const lineOf = (quantity: ReturnType<typeof decimal>, cents: number, number: number) =>
  newLine(number, { quantity, listPrice: { amount: cents, currency: 'USD' } });
const settled = (command: ReturnType<typeof saleOf>) => {
  const total = priceOrder(command).order.totals.total;
  const id = saleOf().payments[0]?.id as never;
  const payment = { id, tender: 'cash', amount: total, reference: null, ledger: null, receivedAt: command.placedAt };
  return placeOrder({ ...command, payments: total.amount === 0 ? [] : [payment] });
};
const copiesOf = (lines: readonly { readonly id: string }[]) =>
  new Map(lines.map(({ id }) => [id, { itemId: null, unit: 'each', note: null }]));

test('whatever the prices have become: what is stored is what was charged, replays to the byte, and each difference is told', () => {
  fc.assert(
    fc.property(baskets, (basket) => {
      const sold = basket.map(({ quantity, cents }, index) => lineOf(quantity, cents, index + 1));
      const { state: charged } = settled(saleOf(items(...sold)));
      const input = pricedFrom(JSON.parse(JSON.stringify(charged.pricing?.input)) as object);
      assertSameLines(input, sold);
      const again = { ...saleOf(), ...itemsFrom(input, copiesOf(sold), charged.placedAt), payments: [] };
      const { order } = orderPricedFrom({ ...again, complete: false }, input, []);
      const stored = placeOrder(
        { ...again, payments: settled({ ...again }).state.payments },
        { order, explanation: [] },
      );
      assertCharged(stored.state.totals, charged.totals);
      const outcome = outcomeText(price(pricedFrom(stored.state.pricing?.input as object)));
      expect([outcome, JSON.stringify(stored.state.pricing?.input)]).toEqual([
        charged.pricing?.outcome,
        JSON.stringify(encodeInput(input)),
      ]);
      const now = basket.map(({ quantity, later }, index) => lineOf(quantity, later, index + 1));
      const own = priceOrder(saleOf(items(...now))).order;
      const totals = { ...own.totals, exclusiveTax: USD('0') };
      const found = priceDifferences(order, { lines: own.lines, totals, whole: true });
      const changed = basket.flatMap(({ cents, later }, index) => (cents === later ? [] : [sold[index]?.id]));
      const told = found.flatMap(({ cause, facts }) =>
        cause === 'price_differs' ? (facts['lines'] as { lineId: string }[]).map(({ lineId }) => lineId) : [],
      );
      expect(told).toEqual(changed);
      expect(found.length).toBe(changed.length === 0 ? 0 : 1);
    }),
  );
});

test('what is taken off a whole sale moves with the price of one line: that is told as the price, and as nothing else', () => {
  const value = { kind: 'percent', rate: decimal('33.3') } as const;
  const off = { id: exampleId<'discount'>(7), lineId: null, category: 'discount', reason: 'regular' } as const;
  const discounts = [{ ...off, value, pointer: '' }];
  const pricedAt = (...cents: readonly (number | null)[]) => {
    const lines = cents.flatMap((each, index) => (each === null ? [] : [lineOf(decimal('1'), each, index + 1)]));
    return priceOrder({ ...saleOf(items(...lines)), discounts }).order;
  };
  const charged = pricedAt(304, 455, 1_037);
  const compared = (own: ReturnType<typeof pricedAt>, whole = true) => {
    const totals = { ...own.totals, exclusiveTax: USD('0') };
    return priceDifferences(charged, { lines: own.lines, totals, whole }).map(({ cause }) => cause);
  };
  const dearer = pricedAt(304, 520, 1_037);
  const shares = (order: typeof charged) => [0, 2].map((index) => order.lines[index]?.discount.amount);
  expect(shares(dearer)).not.toEqual(shares(charged));
  expect(compared(dearer)).toEqual(['price_differs']);
  const short = pricedAt(304, null, 1_037);
  expect(short.lines.map(({ discount }) => discount.amount)).not.toEqual(shares(charged));
  expect(compared(short, false)).toEqual([]);
  expect(compared(charged)).toEqual([]);
});

describe('what a device says it priced', () => {
  const sold = [newLine(1), newLine(2, { quantity: decimal('2') })];
  const { pricing, totals } = settled(saleOf(items(...sold))).state;
  const record = (): ReturnType<typeof JSON.parse> => JSON.parse(JSON.stringify(pricing?.input));

  test.each([
    ['an engine of later', { engineVersion: '3' }],
    ['an engine that tills never had', { engineVersion: '1' }],
    ['no lines', { lines: undefined }],
    ['a quantity that is no number', { lines: [{ id: 'a', quantity: 'x' }] }],
    ['a clock that is not there', { clocks: [] }],
  ])('%s', (_, but) => {
    expect(codeOf(() => pricedFrom({ ...record(), ...but }))).toBe('sale_does_not_add_up');
  });

  test.each([
    ['the same', sold, 'well'],
    ['one less', sold.slice(1), 'sale_does_not_add_up'],
    ['one more', [...sold, newLine(3)], 'sale_does_not_add_up'],
    ['one twice', [sold[0], sold[0]], 'sale_does_not_add_up'],
    ['another quantity', [sold[0], { ...sold[1], quantity: decimal('3') }], 'sale_does_not_add_up'],
    ['another item', [sold[0], { ...sold[1], sku: 'tea' }], 'sale_does_not_add_up'],
  ])('lines that are asked for: %s', (_, claimed, outcome) => {
    expect(codeOf(() => assertSameLines(pricedFrom(record()), claimed as typeof sold))).toBe(outcome);
  });

  test.each(Object.keys(totals) as (keyof typeof totals)[])('a sum that is another: %s', (name) => {
    const charged = { ...totals, [name]: { ...totals[name], amount: totals[name].amount + 1 } };
    expect(codeOf(() => assertCharged(totals, charged))).toBe('sale_does_not_add_up');
    expect(codeOf(() => assertCharged(totals, totals))).toBe('well');
  });

  test('a line of which there is no copy', () => {
    const input = pricedFrom(record());
    expect(codeOf(() => itemsFrom(input, copiesOf(sold.slice(1)), new Date()))).toBe('sale_does_not_add_up');
  });
});
