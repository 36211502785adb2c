import type { WallClock } from '../../../../kernel/business-time.js';
import type { Decimal } from '../../../../kernel/decimal.js';
import { money } from '../../../../kernel/money.js';
import type { Discount } from './discount.js';
import type { Step, StepSource } from './explanation.js';
import { hoursAt } from './schedule-hours.js';
import type { Taken } from './taken.js';
import type { Ledger } from './unit-prices.js';

/**
 * Writes down a discount that is about to be taken off: at level `line` a step for each line, at level `order` one step with
 * the share of each line below it. Bases are what earlier discounts left.
 */
export function explainDiscount(discount: Discount, taken: Taken, clock: WallClock, ledger: Ledger): void {
  if (discount.level === 'order') explainOfOrder(discount, taken, clock, ledger);
  else explainByLine(discount, taken, ledger);
}

function explainByLine(discount: Discount, taken: Taken, { currency, steps }: Ledger): void {
  const source = sourceOf(discount);
  taken.lines.forEach(({ line, remaining }, index) => {
    const amount = taken.amounts[index] as number;
    if (amount === 0) return;
    steps.push({
      rule: 'discount',
      lineId: line.lineId,
      source,
      base: money(remaining, currency),
      ...makingOf(taken, index),
      rounding: taken.rounding,
      amount: money(amount, currency),
      adds: money(-amount, currency),
      detail: detailOf(discount, taken, line.clock),
    });
  });
}

function explainOfOrder(
  discount: Discount,
  taken: Taken,
  clock: WallClock,
  { currency, nothing, steps }: Ledger,
): void {
  const source = sourceOf(discount);
  let base = 0;
  for (const { remaining } of taken.lines) base += remaining;
  steps.push({
    rule: 'discount',
    source,
    base: money(base, currency),
    ...makingOf(taken),
    rounding: 'half-up',
    amount: money(taken.total, currency),
    adds: money(-taken.total, currency),
    detail: detailOf(discount, taken, clock),
  });
  taken.lines.forEach(({ line, remaining }, index) => {
    const amount = taken.amounts[index] as number;
    if (amount === 0) return;
    steps.push({
      rule: 'discount_allocation',
      lineId: line.lineId,
      source,
      base: money(remaining, currency),
      ...makingOf(taken, index),
      rounding: taken.rounding,
      amount: money(amount, currency),
      adds: nothing,
      detail: "the line's part of what is taken off the order",
    });
  });
}

/** The rate, and how many units of a line it is about, where there are such. */
function makingOf({ rate, units }: Taken, index?: number): Pick<Step, 'rate' | 'quantity'> {
  const count = index === undefined ? undefined : units?.[index];
  if (count === undefined) return rate === undefined ? NOTHING_SAID : { rate };
  const quantity = (BigInt(count) * 1_000_000n) as Decimal;
  return rate === undefined ? { quantity } : { rate, quantity };
}

const NOTHING_SAID = {};

function sourceOf({ source, id, version, name, code }: Discount): StepSource {
  return {
    kind: source,
    id,
    ...(version === null ? {} : { version }),
    name,
    ...(code === null ? {} : { code }),
  };
}

function detailOf({ schedule, exclusiveGroup, source, name }: Discount, { text }: Taken, clock: WallClock): string {
  let detail = `${name}: ${text}`;
  if (schedule !== null) detail += `, ${hoursAt(schedule, clock) ?? 'always'}`;
  if (exclusiveGroup !== null && source === 'promotion') detail += `, the best of ${exclusiveGroup}`;
  return detail;
}
