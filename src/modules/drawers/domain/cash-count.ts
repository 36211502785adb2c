import { add, money, zero, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { DrawerRefusal } from './drawer-refusal.js';

/** So many of one coin or note, which is worth `denomination` minor units. */
export interface CountedPieces {
  /** @asType integer */
  readonly denomination: number;
  /** @asType integer */
  readonly count: number;
}

/** What somebody counted: by coins and notes, or the sum alone. */
export interface CountedCash {
  readonly total: Money;
  readonly denominations: readonly CountedPieces[] | null;
}

/** A count as people hand it in: one of both. */
export interface CountDraft {
  readonly counted?: Money;
  readonly denominations?: readonly CountedPieces[];
}

/**
 * Reads a count. Any sum is accepted; what is not money of the drawer is not.
 * @param allowed coins and notes in minor units. @param pointer the place of the draft in the request.
 * @throws Refusal `drawer_count_invalid`, `currency_mismatch`.
 */
export function readCount(
  { counted, denominations }: CountDraft,
  currency: string,
  allowed: readonly number[],
  pointer: string,
): CountedCash {
  if ((counted === undefined) === (denominations === undefined))
    throw invalid(pointer, 'must have either counted or denominations');
  if (denominations === undefined) {
    const total = add(zero(currency), counted as Money);
    if (total.amount < 0) throw invalid(`${pointer}/counted/amount`, 'must not be below zero');
    return { total, denominations: null };
  }
  const seen = new Set<number>();
  let total = zero(currency);
  for (const [index, { denomination, count }] of denominations.entries()) {
    const at = `${pointer}/denominations/${index}`;
    if (!allowed.includes(denomination)) throw invalid(`${at}/denomination`, 'is no coin or note of this outlet');
    if (seen.has(denomination)) throw invalid(`${at}/denomination`, 'is there twice');
    seen.add(denomination);
    total = add(total, money(denomination * count, currency));
  }
  return { total, denominations };
}

function invalid(pointer: string, message: string): Refusal<DrawerRefusal> {
  return new Refusal('drawer_count_invalid', {}, [{ pointer, message }]);
}
