import { add, money, type Money } from '../../../src/kernel/money.js';
import { roundCash, type CashRounding } from '../../../src/modules/orders/domain/pricing/cash-rounding.js';
import { NOTES } from './notes.js';

const MORE = 4;
const STEPS = [1, 2, 5];
const POWERS = 12;
/** Of a currency whose notes are not known, a note is worth at least this part of what is due. */
const WORTH_A_NOTE = 40;

/**
 * Amounts of cash that guests are likely to hand over: what is due to the smallest coin, then up to four that it comes to when
 * it is rounded up to the currency's notes. Nothing where nothing is due.
 */
export function quickCash(due: Money, rounding: CashRounding | null): Money[] {
  if (due.amount <= 0) return [];
  const exact = add(due, roundCash(due, rounding));
  const amounts = new Set(notesFor(exact).map((note) => Math.ceil(exact.amount / note) * note));
  amounts.delete(exact.amount);
  const more = [...amounts].sort((a, b) => a - b).slice(0, MORE);
  return [exact, ...more.filter(Number.isSafeInteger).map((amount) => money(amount, due.currency))];
}

function notesFor({ amount, currency }: Money): readonly number[] {
  const known = Object.hasOwn(NOTES, currency) ? NOTES[currency] : undefined;
  if (known !== undefined) return known;
  const steps = Array.from({ length: POWERS }, (_, power) => STEPS.map((step) => step * 10 ** power)).flat();
  return steps.filter((step) => step * WORTH_A_NOTE >= amount && step < amount * MORE);
}
