import { formatDecimal, type Decimal } from '../../../../kernel/decimal.js';
import type { Discount, Effect, QuantityTier } from './discount.js';
import type { DraftLine } from './draft-line.js';
import { ONE, scaled, WHOLE_RATE } from './minor-units.js';
import { takenByLine, takenByShare, type Taken } from './taken.js';
import { bundle, buyGet, unitsOff } from './unit-effects.js';

/** What `effect` needs to know besides the lines. */
export interface EffectScope {
  readonly level: Discount['level'];
  readonly timesMax: number | null;
  /** The lines of `getSelect` that the discount may touch now, buy lines among them. */
  readonly getLines: () => readonly DraftLine[];
}

/**
 * What an effect takes off its eligible lines (docs/pricing.md, section 3), before the most it may take. Never more than what
 * is left of a line; `null` when it takes nothing by its own rules.
 */
export function effectOn(effect: Effect, lines: readonly DraftLine[], scope: EffectScope): Taken | null {
  switch (effect.kind) {
    case 'percent_off':
      return scope.level === 'line' ? percentOffLines(lines, effect.rate) : percentOffOrder(lines, effect.rate);
    case 'amount_off':
      return scope.level === 'line'
        ? amountOffLines(lines, effect.amount.amount)
        : amountOffOrder(lines, effect.amount.amount);
    case 'fixed_price':
      return fixedPrice(lines, effect.price.amount);
    case 'quantity_break':
      return quantityBreak(effect, lines);
    case 'units_off':
      return unitsOff(effect, lines);
    case 'buy_get':
      return buyGet(effect, lines, scope.timesMax, scope.getLines);
    case 'bundle':
      return bundle(effect, lines, scope.timesMax);
  }
}

function percentOf(draft: DraftLine, rate: Decimal): number {
  return scaled(draft.remaining, Number(rate), WHOLE_RATE);
}

function percentOffLines(lines: readonly DraftLine[], rate: Decimal): Taken {
  const amounts = lines.map((draft) => percentOf(draft, rate));
  return takenByLine(lines, amounts, { rate, text: `${formatDecimal(rate)} % off` });
}

function percentOffOrder(lines: readonly DraftLine[], rate: Decimal): Taken {
  const weights = lines.map(({ remaining }) => remaining);
  const amount = scaled(sumOf(weights), Number(rate), WHOLE_RATE);
  return takenByShare(lines, amount, weights, { rate, text: `${formatDecimal(rate)} % off the order` });
}

function perUnit({ remaining, quantity }: DraftLine, amount: number): number {
  return Math.min(remaining, scaled(amount, quantity, ONE));
}

function amountOffLines(lines: readonly DraftLine[], amount: number): Taken {
  const amounts = lines.map((draft) => perUnit(draft, amount));
  return takenByLine(lines, amounts, { text: `${amount} minor units off each` });
}

function amountOffOrder(lines: readonly DraftLine[], amount: number): Taken {
  const weights = lines.map(({ remaining }) => remaining);
  const text = `${amount} minor units off the order`;
  return takenByShare(lines, Math.min(amount, sumOf(weights)), weights, { text });
}

function downTo({ remaining, quantity }: DraftLine, price: number): number {
  return Math.max(0, remaining - scaled(price, quantity, ONE));
}

function fixedPrice(lines: readonly DraftLine[], price: number): Taken {
  const amounts = lines.map((draft) => downTo(draft, price));
  return takenByLine(lines, amounts, { text: `${price} minor units each` });
}

type QuantityBreak = Extract<Effect, { kind: 'quantity_break' }>;

function quantityBreak({ of, tiers }: QuantityBreak, lines: readonly DraftLine[]): Taken | null {
  const reached = new Map<string, QuantityTier | undefined>();
  const tierOf = ({ line }: DraftLine): QuantityTier | undefined => {
    const key = of === 'line' ? line.lineId : of === 'item' ? line.sku : '';
    if (!reached.has(key)) reached.set(key, tierAt(quantityLike(line, of, lines), tiers));
    return reached.get(key);
  };
  const amounts = lines.map((draft) => offByTier(draft, tierOf(draft)));
  return takenByLine(lines, amounts, { text: `a price by the quantity of the ${of}` });
}

function quantityLike(line: DraftLine['line'], of: QuantityBreak['of'], lines: readonly DraftLine[]): bigint {
  if (of === 'line') return line.quantity;
  let quantity = 0n;
  for (const other of lines) if (of === 'selection' || other.line.sku === line.sku) quantity += other.line.quantity;
  return quantity;
}

function tierAt(quantity: bigint, tiers: readonly QuantityTier[]): QuantityTier | undefined {
  let highest: QuantityTier | undefined;
  for (const tier of tiers) {
    if (tier.from <= quantity && (highest === undefined || tier.from > highest.from)) highest = tier;
  }
  return highest;
}

function offByTier(draft: DraftLine, tier: QuantityTier | undefined): number {
  if (tier === undefined) return 0;
  if ('rate' in tier) return percentOf(draft, tier.rate);
  return 'price' in tier ? downTo(draft, tier.price.amount) : perUnit(draft, tier.amountOff.amount);
}

function sumOf(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
