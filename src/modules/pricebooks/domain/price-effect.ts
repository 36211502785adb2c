import { formatDecimal, type Decimal } from '../../../kernel/decimal.js';
import { isSameMoney, type Money } from '../../../kernel/money.js';
import type { RefusedField } from '../../../kernel/refusal.js';

/** What a pricebook does to a price. */
export type PriceEffect =
  | { readonly kind: 'absolute'; readonly price: Money }
  /** A change in percent: `-20` takes a fifth off. */
  | { readonly kind: 'percent'; readonly rate: Decimal }
  /** A change by an amount, of either sign. */
  | { readonly kind: 'amount'; readonly amount: Money };

/** An effect as callers and rows write it: one of two values, by the kind. */
export interface EffectDraft {
  readonly kind: PriceEffect['kind'];
  /** The price of `absolute`, or what `amount` adds. */
  readonly amount: Money | null;
  /** Of `percent`. */
  readonly rate: Decimal | null;
}

/** What a version says of one item. */
export interface Entry {
  readonly sku: string;
  readonly effect: PriceEffect;
}

/** What a version says of a category, or with `null` of everything. */
export interface Rule {
  readonly category: string | null;
  readonly effect: PriceEffect;
}

/** An effect as JSON shows it. */
export interface EffectSnapshot {
  readonly kind: PriceEffect['kind'];
  /** The price, or what is added to it; null of a percentage. */
  readonly amount: Money | null;
  /** In percent, `-20` takes a fifth off; null of an amount. */
  readonly rate: string | null;
}

const RATE_MIN = -100_000_000n;
const RATE_MAX = 1_000_000_000n;

/** What is wrong with an effect in a book of the currency; nothing when it can be used. */
export function problemsOfEffect(
  { kind, amount, rate }: EffectDraft,
  currency: string,
  pointer: string,
): RefusedField[] {
  if (kind === 'percent') {
    if (rate === null) return [{ pointer: `${pointer}/rate`, message: 'is needed for a percentage' }];
    if (amount !== null) return [{ pointer: `${pointer}/amount`, message: 'must be absent for a percentage' }];
    if (rate >= RATE_MIN && rate <= RATE_MAX) return [];
    return [{ pointer: `${pointer}/rate`, message: 'must be from -100 to 1000' }];
  }
  if (amount === null) return [{ pointer: `${pointer}/amount`, message: 'is needed for a price or an amount' }];
  if (rate !== null) return [{ pointer: `${pointer}/rate`, message: 'must be absent for a price or an amount' }];
  if (amount.currency !== currency) {
    return [{ pointer: `${pointer}/amount/currency`, message: `must be the pricebook's currency, ${currency}` }];
  }
  if (kind === 'absolute' && amount.amount < 0) {
    return [{ pointer: `${pointer}/amount/amount`, message: 'must not be negative' }];
  }
  return [];
}

/** The effect of a draft without problems. @throws Error when it has some. */
export function effectFrom({ kind, amount, rate }: EffectDraft): PriceEffect {
  if (kind === 'percent' && rate !== null) return { kind, rate };
  if (kind === 'absolute' && amount !== null) return { kind, price: amount };
  if (kind === 'amount' && amount !== null) return { kind, amount };
  throw new Error(`an effect of kind ${kind} lacks its value`);
}

/** The two values of an effect, as rows and callers see them. */
export function draftOf(effect: PriceEffect): EffectDraft {
  if (effect.kind === 'percent') return { kind: effect.kind, amount: null, rate: effect.rate };
  const amount = effect.kind === 'absolute' ? effect.price : effect.amount;
  return { kind: effect.kind, amount, rate: null };
}

/** The effect as JSON shows it. */
export function describeEffect(effect: PriceEffect): EffectSnapshot {
  const { kind, amount, rate } = draftOf(effect);
  return { kind, amount, rate: rate === null ? null : formatDecimal(rate) };
}

/** True when both do the same. */
export function isSameEffect(a: PriceEffect, b: PriceEffect): boolean {
  if (a.kind === 'percent') return b.kind === 'percent' && a.rate === b.rate;
  if (a.kind === 'absolute') return b.kind === 'absolute' && isSameMoney(a.price, b.price);
  return b.kind === 'amount' && isSameMoney(a.amount, b.amount);
}
