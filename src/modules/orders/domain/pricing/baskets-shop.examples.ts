import { decimal, type Decimal } from '../../../../kernel/decimal.js';
import { money, type Money } from '../../../../kernel/money.js';
import type { Chance } from '../../../../../test/faults/chance.js';
import { CHANNELS } from '../channel.js';
import type { Tax, TaxGroup } from './tax-group.js';

/** An item of a random shop. */
export interface ShopItem {
  readonly sku: string;
  readonly category: string;
  readonly price: Money;
  readonly taxGroup: TaxGroup;
  readonly discountable: boolean;
}

/** Draws amounts of one currency, all of one magnitude. */
export type Amounts = () => Money;

export const SKUS = ['cola', 'water', 'pizza', 'salad', 'beer', 'cake', 'gift-card'];
export const CATEGORIES = ['drinks', 'food', 'sweets'];

/** The magnitude of a shop's prices: mostly that of a café, sometimes near the end of what numbers hold. */
export function scaleOf(chance: Chance): number {
  return chance.weighted([
    [20, 1],
    [2, 10],
    [1, 10 ** chance.integer(3, 7)],
  ]);
}

/** Prices of that magnitude: mostly round ones, so that halves are met, sometimes next to nothing. */
export function amountsOf(chance: Chance, currency: string, scale: number): Amounts {
  return () => {
    const amount = chance.weighted([
      [6, chance.integer(1, 40) * 50],
      [5, chance.integer(0, 3_000)],
      [1, chance.integer(0, 3)],
    ]);
    return money(amount * scale + (scale > 10 ? chance.integer(0, scale) : 0), currency);
  };
}

/** A share of a whole in percent, of up to six places. */
export function rateOf(chance: Chance): Decimal {
  return chance.weighted([
    [8, decimal(chance.pick(['10', '15', '20', '25', '50']))],
    [2, decimal(chance.pick(['0', '12.5', '33.333333', '66.666667', '99.999999']))],
    [2, decimal('100')],
    [2, BigInt(chance.integer(0, 100_000_000)) as Decimal],
  ]);
}

/** None to three taxes, each code once. */
function taxesOf(chance: Chance): Tax[] {
  const codes = ['VAT', 'LEVY', 'CITY'].filter(() => chance.happens(0.55));
  return codes.map((code) => {
    const usual = decimal(chance.pick(['0', '5', '7', '8.875', '10', '16', '19', '20', '25']));
    const rate = chance.happens(0.8) ? usual : (BigInt(chance.integer(0, 60_000_000)) as Decimal);
    return { code, name: `${code} tax`, rate, compound: chance.happens(0.4) };
  });
}

/** A tax group of any kind. */
export function taxGroupOf(chance: Chance): TaxGroup {
  const group: TaxGroup = {
    code: chance.pick(['standard', 'reduced', 'special']),
    mode: chance.pick(['inclusive', 'exclusive']),
    taxes: taxesOf(chance),
  };
  if (!chance.happens(0.35)) return group;
  const channels = CHANNELS.filter(() => chance.happens(0.5));
  return {
    ...group,
    channelSwitch: { channels, taxes: taxesOf(chance), policy: chance.pick(['keep_gross', 'keep_net']) },
  };
}

/** A few tax groups, some of which have the same taxes under another name, or all but the same. */
export function taxGroupsOf(chance: Chance): TaxGroup[] {
  const groups = Array.from({ length: chance.integer(1, 3) }, () => taxGroupOf(chance));
  if (chance.happens(0.3)) groups.push({ ...(groups[0] as TaxGroup), code: 'standard-too' });
  if (chance.happens(0.2)) groups.push(compounded(groups[0] as TaxGroup));
  return groups;
}

function compounded(group: TaxGroup): TaxGroup {
  return { ...group, taxes: group.taxes.map((tax) => ({ ...tax, compound: !tax.compound })) };
}

/** What the shop sells. */
export function itemsOf(chance: Chance, groups: readonly TaxGroup[], amount: Amounts): ShopItem[] {
  return SKUS.map((sku) => ({
    sku,
    category: chance.pick(CATEGORIES),
    price: amount(),
    taxGroup: chance.pick(groups),
    discountable: sku !== 'gift-card',
  }));
}
