import type { Chance } from '../faults/chance.js';
import type { Cash } from './market-goods.js';

type Body = Readonly<Record<string, unknown>>;

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const AFTERNOON = { windows: [{ weekdays: EVERY_DAY, from: '12:00', to: '19:00' }] };
const WEEKEND = { windows: [{ weekdays: [5, 6, 7], from: '18:00', to: '04:00' }] };

/** A pricebook, and what it says of items. */
export interface BookWish {
  readonly body: Body;
  /** Name of the book that it inherits. */
  readonly parent?: string;
  readonly entries: readonly Body[];
}

const tax = (code: string, rate: string, more: object = {}) => ({ code, name: code, rate, ...more });

/** Two outlets that round, tax and charge differently. */
export function outletsOf(chance: Chance, currency: string): Body[] {
  const takeaway = { channels: ['takeaway', 'delivery'], policy: chance.pick(['keep_gross', 'keep_net']) };
  const inside = [
    {
      ...{ code: 'standard', name: 'Standard', mode: 'inclusive', taxes: [tax('VAT', '16')] },
      channelSwitch: { ...takeaway, taxes: [tax('VAT', '8.5')] },
    },
    { code: 'reduced', name: 'Reduced', mode: 'inclusive', taxes: [tax('VAT', '7.7'), tax('LEVY', '2')] },
    { code: 'none', name: 'None', mode: 'inclusive', taxes: [] },
  ];
  const onTop = [
    {
      ...{ code: 'standard', name: 'Standard', mode: 'exclusive' },
      taxes: [tax('STATE', '6.25'), tax('CITY', '1.375', { compound: true })],
    },
    { code: 'reduced', name: 'Reduced', mode: 'inclusive', taxes: [tax('VAT', '5')] },
    { code: 'none', name: 'None', mode: 'exclusive', taxes: [] },
  ];
  const charge = { name: 'Service', rate: chance.pick(['10', '12.5']), channels: ['dine_in', 'bar_tab'] };
  return [
    {
      ...{ name: 'Harbour', timeZone: 'Africa/Nairobi', receiptPrefix: 'H', taxGroups: inside, currency },
      ...{ taxRounding: 'line', cashRounding: { stepMinor: 5, mode: 'half-up' } },
      serviceCharges: [{ ...charge, basis: 'before_tax', taxGroup: 'standard' }],
    },
    {
      ...{ name: 'Airport', timeZone: 'America/New_York', receiptPrefix: 'A', taxGroups: onTop, currency },
      serviceCharges: [{ ...charge, basis: 'after_tax' }],
    },
  ];
}

/** Pricebooks of all widths. */
export function pricebooksOf(chance: Chance, cash: Cash, currency: string, outletIds: readonly string[]): BookWish[] {
  const rate = (least: number, most: number) => String(chance.integer(least, most));
  const price = (sku: string) => ({ sku, kind: 'absolute', amount: cash(chance.integer(50, 2_000)) });
  const book = (name: string, said: Body = {}) => ({ name, currency, ...said });
  const outlet = [outletIds[0]];
  return [
    {
      body: book('Wide', { rules: [{ category: 'Tea', kind: 'percent', rate: rate(-20, 20) }] }),
      entries: [price('coffee-1'), { sku: 'bakery-1', kind: 'percent', rate: '-7.5' }],
    },
    {
      body: book('Harbour', {
        scope: { outletIds: outlet },
        rules: [{ category: null, kind: 'percent', rate: rate(-5, 5) }],
      }),
      parent: 'Wide',
      entries: [{ sku: 'kitchen-1', kind: 'amount', amount: cash(-15) }],
    },
    {
      body: book('Kiosk', { scope: { channels: ['kiosk'] }, priority: 5 }),
      entries: [price('bar-1'), price('menu-fixed'), price('coffee-2')],
    },
    {
      body: book('Afternoon', {
        scope: { schedule: AFTERNOON },
        rules: [{ category: 'Bakery', kind: 'percent', rate: '-33.333' }],
      }),
      entries: [],
    },
    {
      body: book('Staff', {
        scope: { customerGroups: ['staff'], channels: ['counter', 'dine_in'] },
        rules: [{ category: 'Bar', kind: 'amount', amount: cash(-25) }],
      }),
      parent: 'Wide',
      entries: [price('coffee-3')],
    },
  ];
}

/** Promotions of every kind, and the codes of those that want one. */
export function promotionsOf(chance: Chance, cash: Cash): { readonly body: Body; readonly code?: string }[] {
  const half = { kind: 'percent_off', rate: chance.pick(['50', '12.5', '33.333333']) };
  const few = cash(chance.integer(10, 300));
  const coffee = { categories: ['Coffee'] };
  const automatic: Body[] = [
    { name: 'Coffee off', select: { ...coffee, excludeSkus: ['coffee-4'] }, effect: half, priority: 100 },
    { name: 'Bar amount', select: { categories: ['Bar'] }, effect: { kind: 'amount_off', amount: few } },
    { name: 'Tea price', select: { skus: ['tea-2', 'tea-3'] }, effect: { kind: 'fixed_price', price: cash(99) } },
    ...(['line', 'item', 'selection'] as const).map((of, index) => ({
      name: `Many by ${of}`,
      select: { categories: [['Fruit', 'Bakery', 'Kitchen'][index]] },
      effect: { kind: 'quantity_break', of, tiers: tiersOf(index, cash) },
      ...(index === 2 && { exclusiveGroup: 'big', stackable: false }),
    })),
    ...(['cheapest', 'same_item'] as const).map((pick) => ({
      name: `Three for two ${pick}`,
      select: { categories: ['Bakery', 'Tea'], comboParts: pick === 'cheapest' },
      effect: { kind: 'buy_get', buy: 2, get: 1, rate: '100', pick },
      exclusiveGroup: 'three',
      timesMax: 3,
    })),
    { name: 'Units', select: { skus: ['kitchen-3'] }, effect: { kind: 'units_off', units: 2, rate: '40' } },
    { name: 'Pair', effect: { kind: 'bundle', parts: pairOf('coffee-1', 'bakery-2'), offer: { price: cash(250) } } },
    { name: 'Trio', effect: { kind: 'bundle', parts: pairOf('tea-1', 'bakery-3'), offer: { rate: '25' } } },
    { name: 'Duo', effect: { kind: 'bundle', parts: pairOf('bar-2', 'bar-3'), offer: { amountOff: cash(33) } } },
    { name: 'Big basket', level: 'order', conditions: { minAmount: cash(4_000) }, effect: half, amountMax: cash(700) },
    {
      ...{ name: 'Weekend', level: 'order', schedule: WEEKEND, priority: 900 },
      ...{ conditions: { minQuantity: '3' }, effect: { kind: 'amount_off', amount: few } },
    },
    { name: 'Members', scope: { entitlements: ['club'] }, effect: { kind: 'percent_off', rate: '3' } },
    { name: 'Limited', limits: { usesMax: 1_000_000 }, select: { skus: ['fruit-1'] }, effect: half },
  ];
  return [
    ...automatic.map((body) => ({ body })),
    { body: { name: 'Code ten', activation: 'code', effect: { kind: 'percent_off', rate: '10' } }, code: 'TEN' },
    {
      body: {
        ...{ name: 'Code five', activation: 'code', level: 'order', scope: { channels: ['counter'] } },
        effect: { kind: 'amount_off', amount: cash(500) },
      },
      code: 'FIVE',
    },
  ];
}

function tiersOf(index: number, cash: Cash): Body[] {
  if (index === 0)
    return [
      { from: '1.5', rate: '10' },
      { from: '3', rate: '20' },
    ];
  if (index === 1)
    return [
      { from: '3', amountOff: cash(12) },
      { from: '6', amountOff: cash(20) },
    ];
  return [{ from: '2', price: cash(400) }];
}

function pairOf(...skus: readonly string[]): Body[] {
  return skus.map((sku) => ({ select: { skus: [sku] }, quantity: 1 }));
}
