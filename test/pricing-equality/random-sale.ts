import type { DraftLine, SaleDraft } from '../../sdk/src/engine.js';
import type { Chance } from '../faults/chance.js';
import type { Good } from './market-goods.js';
import type { Market } from './market.js';

/** A sale to be priced twice, and who rings it up. */
export interface RandomSale {
  readonly draft: SaleDraft;
  /** False: a cashier, who may not set prices or give discounts. */
  readonly manager: boolean;
}

/** Customers that prices depend on; anybody else is a stranger. */
export const MEMBERS: Readonly<Record<string, { groups: string[]; entitlements: string[] }>> = {
  'c-staff': { groups: ['staff'], entitlements: [] },
  'c-club': { groups: [], entitlements: ['club'] },
  'c-both': { groups: ['staff', 'gold'], entitlements: ['club'] },
};

const CHANNELS = ['counter', 'counter', 'counter', 'dine_in', 'takeaway', 'kiosk', 'delivery'] as const;
const HOUR_MS = 3_600_000;
const MODIFIERS = ['vanilla', 'caramel', 'mint', 'whole', 'oat', 'hot', 'mild'];

/** A sale at a market, around a moment. Some cannot be rung up: both sides then have to say why in the same words. */
export function randomSale(chance: Chance, market: Market, outletId: string, at: number): RandomSale {
  const lines = Array.from({ length: chance.weighted(LENGTHS)() }, () => randomLine(chance, market));
  const manager = chance.happens(0.8);
  const cash = (least: number, most: number) => ({ amount: chance.integer(least, most), currency: market.currency });
  const draft: SaleDraft = {
    id: chance.uuid(),
    outletId,
    channel: chance.pick(CHANNELS),
    placedAt: new Date(at + chance.integer(-40, 20) * HOUR_MS + chance.integer(0, HOUR_MS)).toISOString(),
    customerId: chance.weighted([
      [6, null],
      [1, 'c-staff'],
      [1, 'c-club'],
      [1, 'c-both'],
      [1, 'c-nobody'],
    ] as const),
    promoCodes: chance.weighted([
      [8, []],
      [2, ['ten ']],
      [1, ['TEN', 'five']],
      [0.2, ['NO-SUCH-CODE']],
    ] as const),
    lines,
    discounts: discountsOf(chance, lines, market.currency),
    ...(chance.happens(0.15) && { tip: cash(0, 500) }),
    ...(chance.happens(0.05) && { taxExemption: { reference: 'D-1' } }),
    ...(chance.happens(0.05) && { waiveServiceCharge: true }),
  };
  return { draft, manager };
}

const LENGTHS: readonly (readonly [number, () => number])[] = [
  [5, () => 1],
  [6, () => 3],
  [4, () => 6],
  [2, () => 14],
  [0.3, () => 60],
];

function randomLine(chance: Chance, market: Market): DraftLine {
  const good = chance.pick(market.goods);
  const line = {
    id: chance.uuid(),
    sku: chance.happens(0.004) ? 'no-such-item' : good.body.sku,
    quantity: quantityOf(chance, good),
    ...(chance.happens(0.1) && { note: 'as usual' }),
    ...modifiersOf(chance, good),
    ...(good.combo && componentsOf(chance)),
  };
  const cash = { amount: chance.integer(1, 2_500), currency: market.currency };
  if (good.open) return chance.happens(0.8) ? { ...line, unitPrice: cash } : line;
  if (chance.happens(0.03)) return { ...line, priceOverride: { unitPrice: cash, reason: 'dented' } };
  return chance.happens(0.004) ? { ...line, unitPrice: cash } : line;
}

function quantityOf(chance: Chance, { weighed }: Good): string {
  if (weighed) return `${chance.integer(0, 3)}.${String(chance.integer(1, 999)).padStart(3, '0')}`;
  return String(
    chance.weighted([
      [6, 1],
      [3, 2],
      [2, 3],
      [1, 7],
    ] as const),
  );
}

function modifiersOf(chance: Chance, { body, sized }: Good): Pick<DraftLine, 'modifiers'> {
  if (body.sku === 'kitchen-1' && chance.happens(0.97)) {
    return { modifiers: [{ modifier: chance.pick(['hot', 'mild']), quantity: chance.integer(1, 2) }] };
  }
  if (body.category !== 'Coffee' || chance.happens(0.5)) return chance.happens(0.004) ? { modifiers: ['hot'] } : {};
  const syrups = { modifier: 'less', modifiers: [{ modifier: chance.pick(MODIFIERS.slice(0, 3)), quantity: 2 }] };
  const milk = chance.pick(['oat', 'whole', syrups] as const);
  return { modifiers: sized ? [milk, chance.pick(['vanilla', 'mint'])] : [milk] };
}

function componentsOf(chance: Chance): Pick<DraftLine, 'components'> {
  if (chance.happens(0.2)) {
    return { components: [{ id: chance.uuid(), slot: 'main', sku: 'kitchen-1', modifiers: ['hot'] }] };
  }
  const drink = { id: chance.uuid(), slot: 'drink', sku: chance.pick(['tea-1', 'coffee-1', 'coffee-0-L']) };
  const main = { id: chance.uuid(), slot: 'main', sku: 'kitchen-2', quantity: 1 };
  const sweet = { id: chance.uuid(), slot: 'sweet', sku: chance.pick(['bakery-1', 'bakery-2']) };
  return { components: chance.happens(0.5) ? [main, drink] : [main, drink, sweet] };
}

function discountsOf(chance: Chance, lines: readonly DraftLine[], currency: string): SaleDraft['discounts'] {
  if (!chance.happens(0.15)) return [];
  const id = chance.uuid();
  const lineId = chance.happens(0.5) ? lines[0]?.id : undefined;
  const place = lineId === undefined ? { id } : { id, lineId };
  return [
    chance.pick([
      { ...place, percent: chance.pick(['5', '10', '33.3']), reason: 'regular' },
      { ...place, amount: { amount: chance.integer(1, 900), currency }, reason: 'complaint' },
      { ...place, comp: true as const, reason: 'birthday' },
    ]),
  ];
}
