import fc from 'fast-check';
import { decimal, type Decimal } from '../../../../../kernel/decimal.js';
import { money } from '../../../../../kernel/money.js';
import { CHANNELS } from '../../channel.js';
import type { PricingInput } from './basket.js';
import type { CashRounding } from '../cash-rounding.js';
import type { Tax, TaxGroup } from '../tax-group.js';

/** Currencies of 0, 2 and 3 digits. */
export const currencies = fc.constantFrom('JPY', 'USD', 'BHD');

const rates = fc.oneof(
  fc.constantFrom('0', '5', '7', '8.875', '16', '19', '25').map(decimal),
  fc.bigInt({ min: 0n, max: 60_000_000n }).map((millionths) => millionths as Decimal),
);

const taxes: fc.Arbitrary<Tax[]> = fc
  .uniqueArray(fc.record({ code: fc.constantFrom('VAT', 'LEVY', 'CITY'), rate: rates, compound: fc.boolean() }), {
    maxLength: 3,
    selector: ({ code }) => code,
  })
  .map((list) => list.map((tax) => ({ ...tax, name: tax.code })));

const channelSwitches = fc.record({
  channels: fc.subarray([...CHANNELS]),
  taxes,
  policy: fc.constantFrom('keep_gross' as const, 'keep_net' as const),
});

/** Tax groups of all kinds: none to three taxes, compound or not, with or without a switch between channels. */
export const taxGroupsOfAllKinds: fc.Arbitrary<TaxGroup> = fc.record(
  {
    code: fc.constantFrom('standard', 'reduced', 'special'),
    mode: fc.constantFrom('inclusive' as const, 'exclusive' as const),
    taxes,
    channelSwitch: channelSwitches,
  },
  { requiredKeys: ['code', 'mode', 'taxes'] },
);

/** Mostly prices of a café, sometimes free or enormous. */
export const prices = fc.oneof(
  { weight: 8, arbitrary: fc.nat(5_000) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 2, 3) },
  { weight: 1, arbitrary: fc.nat(10 ** 10) },
);

/** Pieces and weights, down to the last of six places. */
export const quantities: fc.Arbitrary<Decimal> = fc
  .oneof(
    fc.integer({ min: 1, max: 20 }).map((pieces) => BigInt(pieces) * 1_000_000n),
    fc.bigInt({ min: 1n, max: 5_000n }).map((grams) => grams * 1_000n),
    fc.bigInt({ min: 1n, max: 10_000_000n }),
  )
  .map((millionths) => millionths as Decimal);

/** Whole baskets. Lines share a few tax groups, so that taxes are computed over several lines. */
export const baskets: fc.Arbitrary<PricingInput> = fc
  .record({
    currency: currencies,
    groups: fc.array(taxGroupsOfAllKinds, { minLength: 1, maxLength: 3 }),
    lines: fc.array(fc.record({ price: prices, quantity: quantities, group: fc.nat() }), {
      minLength: 1,
      maxLength: 12,
    }),
    channel: fc.constantFrom(...CHANNELS),
    taxRounding: fc.constantFrom('receipt' as const, 'line' as const),
    taxExempt: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  })
  .map(({ groups, lines, ...rest }) => ({
    ...rest,
    engineVersion: '1',
    lines: lines.map(({ price, quantity, group }, index) => ({
      lineId: `line-${index + 1}`,
      sku: `sku-${index + 1}`,
      name: `Item ${index + 1}`,
      category: 'Food',
      unitPrice: money(price, rest.currency),
      quantity,
      taxGroup: groups[group % groups.length] as TaxGroup,
    })),
  }));

/** No rule, or one of any step and mode. */
export const cashRoundings: fc.Arbitrary<CashRounding | null> = fc.option(
  fc.record({
    stepMinor: fc.constantFrom(1, 5, 10, 50, 100),
    mode: fc.constantFrom('half-up' as const, 'down' as const, 'up' as const),
  }),
);
