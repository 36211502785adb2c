import type { Discount, Effect, QuantityTier, Selector } from './discount.js';
import type { Seen } from './features.oracle.examples.js';
import {
  allocated,
  compare,
  floored,
  least,
  over,
  percent,
  plus,
  quantity,
  rounded,
  share,
  times,
  total,
  units,
  whole,
  type Fraction,
} from './fractions.oracle.examples.js';
import type { OracleLine } from './prices.oracle.examples.js';

// docs/pricing.md, section 3, "Effects" and "Most".

/** What a discount would take off each line. */
export type Takings = ReadonlyMap<OracleLine, bigint>;

/** What an effect may look at: the lines it is about, and who else a selector would find under the same rules. */
export interface Scene {
  readonly discount: Discount;
  readonly eligible: readonly OracleLine[];
  readonly matches: (selector: Selector, line: OracleLine) => boolean;
  readonly eligibleFor: (selector: Selector) => readonly OracleLine[];
  /** What happens if this is what applies. */
  readonly seen: Seen;
}

type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

/** What the effect gives each line, limited by `amountMax`. */
export function takingsOf(scene: Scene): Takings {
  const { discount, seen } = scene;
  const given = [...effectOn(scene)].sort(([a], [b]) => a.number - b.number);
  const sum = total(given.map(([, amount]) => amount));
  if (discount.amountMax === null || sum <= units(discount.amountMax)) return new Map(given);
  seen.add('discount: amountMax');
  const shares = allocated(
    units(discount.amountMax),
    given.map(([, amount]) => whole(amount)),
  );
  return new Map(given.map(([line], index) => [line, shares[index] as bigint]));
}

function effectOn(scene: Scene): Takings {
  const { effect, level } = scene.discount;
  switch (effect.kind) {
    case 'percent_off':
      return level === 'line'
        ? each(scene, (line) => rateOff(line, percent(effect.rate)))
        : percentOfOrder(scene, effect);
    case 'amount_off':
      return level === 'line'
        ? each(scene, (line) => amountOff(line, units(effect.amount)))
        : amountOfOrder(scene, effect);
    case 'fixed_price':
      return each(scene, (line) => fixedPrice(line, units(effect.price)));
    case 'quantity_break':
      return quantityBreak(scene, effect);
    case 'units_off':
      return cheapestOff(scene.eligible, effect.units, percent(effect.rate));
    case 'buy_get':
      return effect.getSelect === undefined ? buyGet(scene, effect) : buyGetOther(scene, effect, effect.getSelect);
    case 'bundle':
      return bundle(scene, effect);
  }
}

/** Line by line, capped at what remains. */
function each({ eligible, seen }: Scene, give: (line: OracleLine) => bigint): Takings {
  return new Map(
    eligible.map((line) => {
      const amount = give(line);
      if (amount > line.remaining) seen.add('discount: capped at what remains');
      return [line, least(amount, line.remaining)];
    }),
  );
}

const rateOff = (line: OracleLine, rate: Fraction): bigint => share(line.remaining, rate);

const amountOff = ({ line }: OracleLine, amount: bigint): bigint => share(amount, quantity(line.quantity));

const fixedPrice = ({ line, remaining }: OracleLine, price: bigint): bigint =>
  floored(remaining - share(price, quantity(line.quantity)));

function overAll({ eligible }: Scene, amount: bigint): Takings {
  const shares = allocated(
    amount,
    eligible.map(({ remaining }) => whole(remaining)),
  );
  return new Map(eligible.map((line, index) => [line, shares[index] as bigint]));
}

const remainingOf = (lines: readonly OracleLine[]): bigint => total(lines.map(({ remaining }) => remaining));

function percentOfOrder(scene: Scene, { rate }: EffectOf<'percent_off'>): Takings {
  return overAll(scene, share(remainingOf(scene.eligible), percent(rate)));
}

function amountOfOrder(scene: Scene, { amount }: EffectOf<'amount_off'>): Takings {
  const sum = remainingOf(scene.eligible);
  if (units(amount) > sum && sum > 0n) scene.seen.add('discount: capped at what remains');
  return overAll(scene, least(units(amount), sum));
}

const quantityOf = (lines: readonly OracleLine[]): Fraction =>
  lines.reduce((sum, { line }) => plus(sum, quantity(line.quantity)), whole(0n));

function quantityBreak(scene: Scene, { of, tiers }: EffectOf<'quantity_break'>): Takings {
  const together = (line: OracleLine): readonly OracleLine[] => {
    if (of === 'line') return [line];
    return of === 'item' ? scene.eligible.filter((other) => other.line.sku === line.line.sku) : scene.eligible;
  };
  return each(scene, (line) => {
    const tier = tierFor(tiers, quantityOf(together(line)));
    if (tier === undefined) return 0n;
    const by = 'rate' in tier ? 'rate' : 'amountOff' in tier ? 'amountOff' : 'price';
    const amount =
      'rate' in tier
        ? rateOff(line, percent(tier.rate))
        : 'amountOff' in tier
          ? amountOff(line, units(tier.amountOff))
          : fixedPrice(line, units(tier.price));
    if (amount > 0n && line.remaining > 0n) scene.seen.add(`effect: quantity_break of ${of}, by ${by}`);
    return amount;
  });
}

function tierFor(tiers: readonly QuantityTier[], reached: Fraction): QuantityTier | undefined {
  let best: QuantityTier | undefined;
  for (const tier of tiers) {
    if (compare(quantity(tier.from), reached) <= 0 && (best === undefined || tier.from > best.from)) best = tier;
  }
  return best;
}

/** Whole units of a line. */
const unitsIn = ({ line }: OracleLine): number => {
  const [numerator, denominator] = quantity(line.quantity);
  return Number(numerator / denominator);
};

const unitsOf = (lines: readonly OracleLine[]): number => lines.reduce((sum, line) => sum + unitsIn(line), 0);

const worth = ({ line, remaining }: OracleLine): Fraction => over(whole(remaining), quantity(line.quantity));

/** One entry for each unit, the cheapest first, of equals the higher line number first. */
function fromCheapest(lines: readonly OracleLine[]): OracleLine[] {
  const sorted = [...lines].sort((a, b) => compare(worth(a), worth(b)) || b.number - a.number);
  return sorted.flatMap((line) => Array.from({ length: unitsIn(line) }, () => line));
}

/** How many of the units each line has, in line order. */
function countByLine(all: readonly OracleLine[]): [OracleLine, number][] {
  const lines = [...new Set(all)].sort((a, b) => a.number - b.number);
  return lines.map((line) => [line, all.filter((other) => other === line).length]);
}

/** What `count` units of a line are worth, times a rate: rounded once. */
const unitsWorth = (line: OracleLine, count: number, rate: Fraction): bigint =>
  rounded(times(times(worth(line), whole(BigInt(count))), rate));

function cheapestOff(lines: readonly OracleLine[], count: number, rate: Fraction): Takings {
  const chosen = countByLine(fromCheapest(lines).slice(0, count));
  return new Map(chosen.map(([line, k]) => [line, unitsWorth(line, k, rate)]));
}

function atMost(scene: Scene, sets: number): number {
  const { timesMax } = scene.discount;
  if (timesMax === null || sets <= timesMax) return sets;
  scene.seen.add('discount: timesMax');
  return timesMax;
}

function buyGet(scene: Scene, { buy, get, rate, pick }: EffectOf<'buy_get'>): Takings {
  const { eligible } = scene;
  if (pick === 'cheapest') {
    const sets = atMost(scene, Math.floor(unitsOf(eligible) / (buy + get)));
    return cheapestOff(eligible, sets * get, percent(rate));
  }
  const takings = new Map<OracleLine, bigint>();
  let used = 0;
  for (const sku of new Set(eligible.map(({ line }) => line.sku))) {
    const lines = eligible.filter(({ line }) => line.sku === sku);
    const sets = atMost(scene, used + Math.floor(unitsOf(lines) / (buy + get))) - used;
    if (sets > 0 && used > 0) scene.seen.add('discount: timesMax over several items');
    used += sets;
    cheapestOff(lines, sets * get, percent(rate)).forEach((amount, line) => takings.set(line, amount));
  }
  return takings;
}

function buyGetOther(scene: Scene, { buy, get, rate }: EffectOf<'buy_get'>, getSelect: Selector): Takings {
  const getLines = scene.eligibleFor(getSelect).filter((line) => !scene.eligible.includes(line));
  const sets = atMost(scene, Math.floor(unitsOf(scene.eligible) / buy));
  return cheapestOff(getLines, Math.min(sets * get, unitsOf(getLines)), percent(rate));
}

function bundle(scene: Scene, { parts, offer }: EffectOf<'bundle'>): Takings {
  const piles = parts.map((): OracleLine[] => []);
  for (const line of scene.eligible) {
    const first = parts.findIndex(({ select }) => scene.matches(select, line));
    piles[first]?.push(line);
  }
  const possible = parts.map(({ quantity: needed }, index) => Math.floor(unitsOf(piles[index] ?? []) / needed));
  const sets = atMost(scene, Math.min(...possible));
  if (sets === 0) return new Map();
  const chosen = parts.flatMap(({ quantity: needed }, index) => {
    return fromDearest(piles[index] ?? []).slice(0, sets * needed);
  });
  const inside = countByLine(chosen);
  const amounts = inside.map(([line, count]) => unitsWorth(line, count, whole(1n)));
  const sum = total(amounts);
  const off =
    'price' in offer
      ? sum - units(offer.price) * BigInt(sets)
      : 'rate' in offer
        ? share(sum, percent(offer.rate))
        : units(offer.amountOff) * BigInt(sets);
  const shares = allocated(least(floored(off), sum), amounts.map(whole));
  return new Map(inside.map(([line], index) => [line, shares[index] as bigint]));
}

/** One entry for each unit, the dearest first, of equals the lower line number first. */
function fromDearest(lines: readonly OracleLine[]): OracleLine[] {
  return fromCheapest(lines).reverse();
}
