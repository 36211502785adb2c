import fc from 'fast-check';
import { zero } from '../../../../kernel/money.js';
import type { PricedBasket, PricingInput } from './basket.js';
import { basketOf } from './baskets.examples.js';
import { price } from './price.js';
import { explained, friday } from './pricing.examples.js';
import { baskets as basketsOfEngine1 } from './v1/basket.examples.js';
import type { PricingInput as PricingInputOfEngine1 } from './v1/basket.js';
import { price as priceByEngine1 } from './v1/price.js';

/** Baskets of every feature, by seed and number: the counterexample names them. */
const numbers = fc.tuple(fc.nat(1_000_000), fc.nat(50));
const numRuns = 150;

function everyBasket(check: (input: PricingInput, basket: PricedBasket) => void): void {
  const checked = ([seed, index]: [number, number]): void => {
    const input = basketOf(seed, index);
    check(input, price(input));
  };
  fc.assert(fc.property(numbers, checked), { numRuns });
}

const sumOf = (amounts: readonly { readonly amount: number }[]): number =>
  amounts.reduce((sum, { amount }) => sum + amount, 0);

test('the explanation sums to the total', () => {
  everyBasket((_, basket) => expect(explained(basket)).toBe(basket.totals.total.amount));
});

test('lines, taxes and totals add up to the minor unit', () => {
  everyBasket((_, { lines, taxes, totals }) => {
    expect(sumOf(lines.map(({ gross }) => gross))).toBe(totals.subtotal.amount);
    expect(sumOf(lines.map(({ discount }) => discount))).toBe(totals.discount.amount);
    expect(sumOf(lines.map(({ serviceCharge }) => serviceCharge))).toBe(totals.serviceCharge.amount);
    expect(sumOf(lines.map(({ tax }) => tax))).toBe(totals.tax.amount);
    expect(sumOf(taxes.map(({ amount }) => amount))).toBe(totals.tax.amount);
    const onTop = taxes.filter(({ mode }) => mode === 'exclusive').map(({ amount }) => amount);
    expect(sumOf(onTop)).toBe(totals.exclusiveTax.amount);
    expect(sumOf(lines.map(({ total }) => total)) + totals.tip.amount).toBe(totals.total.amount);
    const { subtotal, discount, serviceCharge, exclusiveTax, tip, total } = totals;
    expect(subtotal.amount - discount.amount + serviceCharge.amount + exclusiveTax.amount + tip.amount).toBe(
      total.amount,
    );
    for (const line of lines) {
      expect(line.net.amount + line.tax.amount).toBe(line.total.amount);
      expect(sumOf(line.taxes.map(({ amount }) => amount))).toBe(line.tax.amount);
      expect(sumOf(line.applications.map(({ amount }) => amount))).toBe(line.discount.amount);
    }
  });
});

test('nothing is below zero, and nothing more is taken off than there is', () => {
  everyBasket(({ discounts }, { lines, totals }) => {
    for (const { unitPrice, gross, discount, serviceCharge, tax, net, total, applications } of lines) {
      const amounts = [unitPrice, gross, discount, serviceCharge, tax, net, total].map(({ amount }) => amount);
      expect(Math.min(...amounts)).toBeGreaterThanOrEqual(0);
      expect(discount.amount).toBeLessThanOrEqual(gross.amount);
      expect(applications.every(({ amount }) => amount.amount > 0)).toBe(true);
    }
    for (const { amount } of Object.values(totals)) expect(amount).toBeGreaterThanOrEqual(0);
    const applied = lines.flatMap(({ applications }) => applications);
    for (const { id, code, version, source, amountMax } of discounts) {
      if (amountMax === null) continue;
      const own = applied.filter(
        (one) => one.id === id && one.code === code && one.version === version && one.source === source,
      );
      const copies = discounts.filter((one) => one.id === id && one.code === code && one.version === version);
      expect(sumOf(own.map(({ amount }) => amount))).toBeLessThanOrEqual(amountMax.amount * copies.length);
    }
  });
});

test('discounts give the same basket to the byte in any order of entry', () => {
  const shuffled = numbers.chain(([seed, index]) => {
    const input = basketOf(seed, index);
    const { discounts } = input;
    return fc
      .shuffledSubarray([...discounts], { minLength: discounts.length })
      .map((list) => [input, { ...input, discounts: list }] as const);
  });
  fc.assert(
    fc.property(shuffled, ([input, other]) => expect(price(other)).toEqual(price(input))),
    { numRuns: 100 },
  );
});

/** Where nothing is shared over lines of different taxes, and no unit is the last of several: there a tie goes by line number. */
function withoutTies(input: PricingInput): PricingInput {
  const lines = input.lines.map((line) => ({ ...line, combo: null }));
  const discounts = input.discounts.filter(({ effect, level, amountMax }) => {
    return level === 'line' && amountMax === null && ['percent_off', 'amount_off', 'fixed_price'].includes(effect.kind);
  });
  return { ...input, lines, combos: [], discounts };
}

test('lines give the same totals and taxes in any order of entry', () => {
  const shuffled = numbers.chain(([seed, index]) => {
    const input = withoutTies(basketOf(seed, index));
    return fc
      .shuffledSubarray([...input.lines], { minLength: input.lines.length })
      .map((lines) => [input, { ...input, lines }] as const);
  });
  fc.assert(
    fc.property(shuffled, ([input, other]) => {
      const [{ totals, taxes }, basket] = [price(input), price(other)];
      expect({ totals: basket.totals, taxes: basket.taxes }).toEqual({ totals, taxes });
    }),
    { numRuns: 100 },
  );
});

test('a discount that takes nothing off might as well not be there, nor a group that none of takes anything off', () => {
  everyBasket((input, basket) => {
    const applied = new Set(basket.lines.flatMap(({ applications }) => applications.map(({ id }) => id)));
    const groups = new Set(
      input.discounts.filter(({ id }) => applied.has(id)).map(({ exclusiveGroup }) => exclusiveGroup),
    );
    const discounts = input.discounts.filter(({ id, exclusiveGroup }) => {
      return applied.has(id) || (exclusiveGroup !== null && groups.has(exclusiveGroup));
    });
    expect(price({ ...input, discounts })).toEqual(basket);
  });
});

test('without anything new engine 2 gives the amounts of engine 1', () => {
  fc.assert(
    fc.property(basketsOfEngine1, (old) => {
      const [{ lines, taxes, totals }, engine1] = [price(inWordsOfEngine2(old)), priceByEngine1(old)];
      const { tip, ...rest } = totals;
      expect(rest).toEqual(engine1.totals);
      expect(tip).toEqual(zero(old.currency));
      expect(taxes).toEqual(engine1.taxes);
      expect(lines).toMatchObject(
        engine1.lines.map(({ lineId, unitPrice, taxGroup, gross, discount, taxes: own, tax, net, total }) => {
          return { lineId, unitPrice, taxGroup, gross, discount, taxes: own, tax, net, total };
        }),
      );
    }),
    { numRuns: 300 },
  );
});

function inWordsOfEngine2({ currency, channel, taxRounding, taxExempt, lines }: PricingInputOfEngine1): PricingInput {
  return {
    engineVersion: '2',
    currency,
    channel,
    taxRounding,
    taxExempt,
    clock: friday,
    lines: lines.map(({ unitPrice, ...line }) => {
      return {
        ...line,
        listPrice: unitPrice,
        priceSteps: [],
        modifiers: [],
        combo: null,
        clock: friday,
        discountable: true,
      };
    }),
    combos: [],
    discounts: [],
    serviceCharge: null,
    tip: zero(currency),
  };
}
