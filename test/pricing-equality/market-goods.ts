import type { Chance } from '../faults/chance.js';

/** Money of a market's currency. */
export type Cash = (amount: number) => { amount: number; currency: string };

/** An item as it is put on sale, and what baskets have to know of it. */
export interface Good {
  readonly body: { readonly sku: string; readonly category: string } & Readonly<Record<string, unknown>>;
  /** Its price is asked at the till. */
  readonly open: boolean;
  /** It is sold by weight. */
  readonly weighed: boolean;
  /** It goes with a size. */
  readonly sized: boolean;
  readonly combo: boolean;
}

export const CATEGORIES = ['Coffee', 'Tea', 'Bakery', 'Kitchen', 'Bar', 'Fruit'] as const;
const GROUPS = ['standard', 'reduced', 'none'] as const;
const PER_CATEGORY = 8;
const NOON = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '06:00', to: '22:00' };

/** Items of all sorts. */
export function goodsOf(chance: Chance, cash: Cash): Good[] {
  const plain = CATEGORIES.flatMap((category) =>
    Array.from({ length: PER_CATEGORY }, (_, number) => plainGood(chance, cash, category, number)),
  );
  const tall = ['S', 'L'].map((size) =>
    good(
      { sku: `coffee-0-${size}`, name: `Coffee 0 ${size}`, category: 'Coffee', price: cash(chance.integer(150, 700)) },
      { variantOf: { sku: 'coffee-0', attributes: { size } } },
      { sized: true },
    ),
  );
  const combos = ['fixed', 'percent'].map((kind) =>
    good(
      { sku: `menu-${kind}`, name: `Menu ${kind}`, category: 'Kitchen', price: cash(chance.integer(900, 2500)) },
      { kind: 'combo' },
      { combo: true },
    ),
  );
  return [...plain, ...tall, ...combos];
}

function plainGood(chance: Chance, cash: Cash, category: string, number: number): Good {
  const sku = `${category.toLowerCase()}-${number}`;
  const weighed = category === 'Fruit';
  const open = number === 7 && category === 'Bar';
  const extra = {
    ...(weighed && { unit: 'kg', measure: 'weight' }),
    ...(open && { openPrice: true }),
    ...(number === 5 && { discountable: false }),
    ...(number === 6 && ['Kitchen', 'Bar'].includes(category) && { channels: ['counter', 'takeaway', 'kiosk'] }),
    ...(number === 6 && category === 'Bar' && { schedule: { windows: [NOON] } }),
  };
  const price = cash(chance.integer(20, 3_000));
  const said = { sku, name: `${category} ${number}`, category, price, taxCategory: chance.pick(GROUPS) };
  return good(said, extra, { open, weighed });
}

function good(
  said: { sku: string; name: string; category: string; price: object; taxCategory?: string },
  extra: object,
  nature: Partial<Omit<Good, 'body'>>,
): Good {
  return {
    ...{ open: false, weighed: false, sized: false, combo: false },
    ...nature,
    body: { taxCategory: 'standard', ...said, ...extra },
  };
}

/** Groups of modifiers, one nested in another. */
export function modifierGroupsOf(chance: Chance, cash: Cash): object[] {
  const price = (most: number) => cash(chance.integer(0, most));
  return [
    {
      ...{ code: 'syrup', name: 'Syrup', min: 0, max: 2, freeQuantity: 1 },
      modifiers: ['vanilla', 'caramel', 'mint'].map((code) => ({ code, name: code, price: price(90) })),
    },
    {
      ...{ code: 'milk', name: 'Milk', min: 1, max: 1 },
      modifiers: [
        { code: 'whole', name: 'Whole', price: cash(0), default: true },
        { code: 'oat', name: 'Oat', price: price(80), prices: { L: price(120) } },
        { code: 'less', name: 'Less', price: cash(-10), groups: ['syrup'] },
      ],
    },
    {
      ...{ code: 'sauce', name: 'Sauce', min: 0, max: 3 },
      modifiers: ['hot', 'mild'].map((code) => ({ code, name: code, price: price(60), maxQuantity: 2 })),
    },
  ];
}

/** What is in the combos, by their SKUs. */
export function combosOf(chance: Chance, cash: Cash): Record<string, object> {
  const slots = [
    { code: 'main', name: 'Main', choices: [{ sku: 'kitchen-1', default: true }, { sku: 'kitchen-2' }] },
    {
      ...{ code: 'drink', name: 'Drink', min: 1, max: 2 },
      choices: [
        { sku: 'tea-1', default: true, upcharge: cash(chance.integer(0, 60)) },
        { category: 'Coffee', upcharge: cash(chance.integer(0, 90)) },
      ],
    },
    { code: 'sweet', name: 'Sweet', min: 0, max: 1, choices: [{ category: 'Bakery', upcharge: cash(45) }] },
  ];
  return {
    'menu-fixed': { pricing: { kind: 'fixed' }, slots },
    'menu-percent': { pricing: { kind: 'percent_off', rate: '12.5' }, slots },
  };
}
