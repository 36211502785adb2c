import type { Decimal } from '../../../../kernel/decimal.js';
import type { DraftLine } from './draft-line.js';
import type { Step } from './explanation.js';
import { shareOut } from './minor-units.js';

/** What a discount would take off some lines, in minor units. Nothing has happened yet: groups try several. */
export interface Taken {
  readonly lines: readonly DraftLine[];
  /** Of each line, from zero to what is left of it. */
  readonly amounts: readonly number[];
  readonly total: number;
  /** How the amounts of the lines became whole. */
  readonly rounding: Step['rounding'];
  /** In percent, where there is one. */
  readonly rate: Decimal | undefined;
  /** Units of each line that it is about, for what goes by the unit. */
  readonly units: readonly number[] | undefined;
  /** Says what was done, for people. */
  readonly text: string;
}

/** What makes an effect: its text, and a rate or units where it has them. */
export type Making = Pick<Taken, 'text'> & Partial<Pick<Taken, 'rate' | 'units' | 'rounding'>>;

/** Amounts line by line. */
export function takenByLine(lines: readonly DraftLine[], amounts: readonly number[], making: Making): Taken {
  let total = 0;
  for (const amount of amounts) total += amount;
  const { rounding = 'half-up', rate, units, text } = making;
  return { lines, amounts, total, rounding, rate, units, text };
}

/** One amount over the lines, by weights. */
export function takenByShare(
  lines: readonly DraftLine[],
  amount: number,
  weights: readonly number[],
  { rate, units, text }: Making,
): Taken {
  const amounts = amount === 0 ? weights.map(() => 0) : shareOut(amount, weights);
  return { lines, amounts, total: amount, rounding: 'largest-remainder', rate, units, text };
}

/** The same, but not more than the most: that is then shared by what the lines would have got. */
export function atMost(taken: Taken, most: number): Taken {
  if (taken.total <= most) return taken;
  const amounts = shareOut(most, taken.amounts);
  return {
    ...taken,
    amounts,
    total: most,
    rounding: 'largest-remainder',
    text: `${taken.text}, at most ${most} minor units`,
  };
}
