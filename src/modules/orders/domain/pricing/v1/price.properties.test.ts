import fc from 'fast-check';
import { sum, type Money } from '../../../../../kernel/money.js';
import type { PricedBasket, PricingInput } from './basket.js';
import { baskets } from './basket.examples.js';
import { oraclePrices } from './price.oracle.examples.js';
import { price } from './price.js';

const amountsOf = (values: readonly Money[]) => values.map(({ amount }) => amount);

/** What no order of entry may move. */
const receiptOf = ({ totals, taxes }: PricedBasket) => ({ totals, taxes });

function compareWithOracle(input: PricingInput): void {
  const basket = price(input);
  const oracle = oraclePrices(input);
  const lines = basket.lines.map(({ gross, tax, taxes, net, total }) => {
    const amounts = taxes.map(({ amount }) => BigInt(amount.amount));
    return {
      gross: BigInt(gross.amount),
      tax: BigInt(tax.amount),
      taxes: amounts,
      net: BigInt(net.amount),
      total: BigInt(total.amount),
    };
  });
  expect(lines).toEqual(oracle.lines);
  const taxes = basket.taxes.map(({ code, rate, mode, base, amount }) => {
    return [`${code} ${rate} ${mode}`, { base: BigInt(base.amount), amount: BigInt(amount.amount) }] as const;
  });
  expect(new Map(taxes)).toEqual(oracle.taxes);
  expect(BigInt(basket.totals.total.amount)).toBe(oracle.total);
}

test('2,000 baskets are priced as exact fractions price them', () => {
  fc.assert(fc.property(baskets, compareWithOracle), { numRuns: 2000 });
});

test('net and tax of a line are what the guest pays for it, and inclusive prices stay what they are', () => {
  fc.assert(
    fc.property(baskets, (input) => {
      for (const { taxGroup, gross, discount, net, tax, taxes, total } of price(input).lines) {
        expect(net.amount + tax.amount).toBe(total.amount);
        expect(
          sum(
            taxes.map(({ amount }) => amount),
            input.currency,
          ),
        ).toEqual(tax);
        expect(Math.min(net.amount, tax.amount)).toBeGreaterThanOrEqual(0);
        const onTop = taxGroup.mode === 'exclusive' ? tax.amount : 0;
        expect(total.amount).toBe(gross.amount - discount.amount + onTop);
      }
    }),
  );
});

test('lines, taxes and totals add up to the minor unit', () => {
  fc.assert(
    fc.property(baskets, (input) => {
      const { lines, taxes, totals } = price(input);
      const totalOf = (values: readonly Money[]) => sum(values, input.currency);
      expect(totalOf(lines.map(({ gross }) => gross))).toEqual(totals.subtotal);
      expect(totalOf(lines.map(({ tax }) => tax))).toEqual(totals.tax);
      expect(totalOf(taxes.map(({ amount }) => amount))).toEqual(totals.tax);
      expect(totalOf(lines.map(({ total }) => total))).toEqual(totals.total);
      expect(totalOf(taxes.filter(({ mode }) => mode === 'exclusive').map(({ amount }) => amount))).toEqual(
        totals.exclusiveTax,
      );
      const { subtotal, discount, serviceCharge, exclusiveTax, total } = totals;
      expect(subtotal.amount - discount.amount + serviceCharge.amount + exclusiveTax.amount).toBe(total.amount);
      for (const { code, rate, mode, base, amount } of taxes) {
        const ofLines = lines
          .filter(({ taxGroup }) => taxGroup.mode === mode)
          .flatMap((line) => line.taxes.filter((tax) => tax.code === code && tax.rate === rate));
        expect(totalOf(ofLines.map((tax) => tax.amount))).toEqual(amount);
        expect(totalOf(ofLines.map((tax) => tax.base))).toEqual(base);
      }
    }),
  );
});

test('the explanation sums to the total, and every line is in it', () => {
  fc.assert(
    fc.property(baskets, (input) => {
      const { explanation, totals, lines } = price(input);
      expect(
        sum(
          explanation.map(({ adds }) => adds),
          input.currency,
        ),
      ).toEqual(totals.total);
      const explained = explanation.filter(({ rule }) => rule === 'line_amount').map(({ lineId }) => lineId);
      expect(explained).toEqual(lines.map(({ lineId }) => lineId));
    }),
  );
});

test('the order of entry moves no total and no tax', () => {
  const shuffled = baskets.chain((input) => {
    return fc
      .shuffledSubarray([...input.lines], { minLength: input.lines.length })
      .map((lines) => [input, { ...input, lines }] as const);
  });
  fc.assert(
    fc.property(shuffled, ([input, other]) => {
      expect(receiptOf(price(other))).toEqual(receiptOf(price(input)));
    }),
  );
});

test('the same input gives the same basket, and is left as it was', () => {
  const inBytes = (value: unknown) =>
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part));
  fc.assert(
    fc.property(baskets, (input) => {
      const before = inBytes(input);
      expect(inBytes(price(input))).toBe(inBytes(price(input)));
      expect(inBytes(input)).toBe(before);
    }),
  );
});

test('a basket of priced lines prices to itself: what an order freezes can be priced again', () => {
  fc.assert(
    fc.property(baskets, (input) => {
      const { explanation: _first, ...once } = price(input);
      const { explanation: _second, ...twice } = price({ ...input, lines: once.lines });
      expect(twice).toEqual(once);
    }),
  );
});

test('no line bears a tax that its neighbours with the same amount and taxes do not, but for one minor unit', () => {
  fc.assert(
    fc.property(baskets, fc.integer({ min: 2, max: 9 }), (input, copies) => {
      const [line] = input.lines as [PricingInput['lines'][number]];
      const lines = Array.from({ length: copies }, (_, index) => ({ ...line, lineId: `copy-${index}` }));
      const taxes = amountsOf(price({ ...input, lines }).lines.map(({ tax }) => tax));
      expect(Math.max(...taxes) - Math.min(...taxes)).toBeLessThanOrEqual(1);
    }),
  );
});
