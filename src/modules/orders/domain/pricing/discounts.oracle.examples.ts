import type { BasketLine, PricingInput } from './basket.js';
import type { Discount, Selector } from './discount.js';
import { takingsOf, type Takings } from './effects.oracle.examples.js';
import type { Feature, Seen } from './features.oracle.examples.js';
import { compare, plus, quantity, total, units, whole } from './fractions.oracle.examples.js';
import type { OracleLine } from './prices.oracle.examples.js';
import { isOn } from './schedules.oracle.examples.js';

// docs/pricing.md, section 3: who is eligible, in which order, one at a time.

/** What a discount would take off, and what of its effect would have been seen then. */
interface Trial {
  readonly discount: Discount;
  readonly takings: Takings;
  readonly sum: bigint;
  readonly seen: Seen;
}

/** Takes all discounts off the lines. */
export function takeDiscounts(input: PricingInput, lines: readonly OracleLine[], seen: Seen): void {
  const groupsDone = new Set<string>();
  for (const level of ['line', 'order'] as const) {
    const queue = input.discounts.filter((discount) => discount.level === level).sort(inOrder);
    const done = new Set<Discount>();
    for (const discount of queue) {
      if (done.has(discount)) continue;
      const group = groupOf(discount);
      if (group === null) {
        apply(tryOut(discount, input, lines, seen), seen);
        continue;
      }
      const members = queue.filter((other) => groupOf(other) === group);
      members.forEach((member) => done.add(member));
      if (groupsDone.has(group)) seen.add('group: applied by line, not by order');
      else if (applyBest(members, input, lines, seen)) groupsDone.add(group);
    }
  }
}

/** Groups are of promotions; what a person gives stands by itself. */
function groupOf({ source, exclusiveGroup }: Discount): string | null {
  return source === 'promotion' ? exclusiveGroup : null;
}

function inOrder(a: Discount, b: Discount): number {
  if (a.priority !== b.priority) return a.priority - b.priority;
  if (a.id !== b.id) return byCodeUnit(a.id, b.id);
  if (a.version !== b.version) return (a.version ?? -1) - (b.version ?? -1);
  if (a.code === b.code) return 0;
  if (a.code === null || b.code === null) return a.code === null ? -1 : 1;
  return byCodeUnit(a.code, b.code);
}

function byCodeUnit(a: string, b: string): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    if (a.charCodeAt(index) !== b.charCodeAt(index)) return a.charCodeAt(index) - b.charCodeAt(index);
  }
  return a.length - b.length;
}

/** True when the group took something. */
function applyBest(
  members: readonly Discount[],
  input: PricingInput,
  lines: readonly OracleLine[],
  seen: Seen,
): boolean {
  const tried = members.map((member) => tryOut(member, input, lines, seen));
  let best = tried[0] as Trial;
  for (const trial of tried) if (trial.sum > best.sum) best = trial;
  apply(best, seen);
  if (best.sum === 0n) seen.add('group: took nothing');
  else if (best !== tried[0]) seen.add('group: a later one took most');
  else if (members.length > 1) seen.add('group: the first of several took most');
  if (best.sum > 0n && tried.filter(({ sum }) => sum === best.sum).length > 1) seen.add('group: a tie');
  return best.sum > 0n;
}

/** Tries a discount in the present state. */
function tryOut(discount: Discount, input: PricingInput, lines: readonly OracleLine[], seen: Seen): Trial {
  const nothing: Trial = { discount, takings: new Map(), sum: 0n, seen: new Set() };
  const { level, schedule, conditions, select } = discount;
  if (level === 'order' && schedule !== null) {
    const on = isOn(schedule, input.clock, seen);
    seen.add(on ? 'schedule: on at the order' : 'schedule: off at the order');
    if (!on) return nothing;
  }
  const isInTime = ({ line: { clock } }: OracleLine): boolean => {
    if (level === 'order' || schedule === null) return true;
    const on = isOn(schedule, clock, seen);
    seen.add(on ? 'schedule: on at the line' : 'schedule: off at the line');
    return on;
  };
  const matches = (selector: Selector, { line }: OracleLine): boolean => isSelected(selector, line, seen);
  if (conditions !== null) {
    const measured = lines.filter((line) => isInTime(line) && matches(conditions.select, line));
    if (!isMet(conditions, measured, seen)) return nothing;
  }
  const eligibleFor = (selector: Selector): OracleLine[] => {
    return lines.filter((line) => matches(selector, line) && isInTime(line) && isOpenTo(discount, line, seen));
  };
  const features = new Set<Feature>();
  const takings = takingsOf({ discount, eligible: eligibleFor(select), matches, eligibleFor, seen: features });
  return { discount, takings, sum: total([...takings.values()]), seen: features };
}

function isSelected(selector: Selector, { lineId, sku, category, combo }: BasketLine, seen: Seen): boolean {
  const { skus = [], categories = [], excludeSkus = [], excludeCategories = [], lineIds = [] } = selector;
  const named = (skus.length === 0 && categories.length === 0) || skus.includes(sku) || categories.includes(category);
  const excluded = excludeSkus.includes(sku) || excludeCategories.includes(category);
  const byId = lineIds.length === 0 || lineIds.includes(lineId);
  const byCombo = selector.comboParts || combo === null;
  if (named && excluded) seen.add('selector: excluded');
  if (named && !excluded && !byId) seen.add('selector: line ids');
  if (named && !excluded && byId && !byCombo) seen.add('selector: combo part left out');
  return named && !excluded && byId && byCombo;
}

function isMet(conditions: NonNullable<Discount['conditions']>, lines: readonly OracleLine[], seen: Seen): boolean {
  const { minAmount, minQuantity } = conditions;
  const amount = total(lines.map(({ remaining }) => remaining));
  const count = lines.reduce((sum, { line }) => plus(sum, quantity(line.quantity)), whole(0n));
  const enough = minAmount === undefined || amount >= units(minAmount);
  const many = minQuantity === undefined || compare(count, quantity(minQuantity)) >= 0;
  if (!enough) seen.add('condition: amount not met');
  if (!many) seen.add('condition: quantity not met');
  if (enough && many) seen.add('condition: met');
  return enough && many;
}

function isOpenTo(discount: Discount, line: OracleLine, seen: Seen): boolean {
  if (!line.line.discountable) {
    seen.add('discount: kept off what is not discountable');
    return false;
  }
  if (discount.source === 'manual') return true;
  if (line.closed) {
    const later = discount.level === 'order' && line.applications.some((known) => known.discount.level === 'line');
    seen.add(`stacking: closed line kept a ${later ? 'promotion of the order' : 'later promotion'} off`);
    return false;
  }
  if (!discount.stackable && line.promoted) {
    seen.add('stacking: not stackable kept off a discounted line');
    return false;
  }
  return true;
}

function apply({ discount, takings, sum, seen: features }: Trial, seen: Seen): void {
  if (sum === 0n) return;
  for (const [line, amount] of takings) {
    if (amount === 0n) continue;
    line.applications.push({ discount, amount });
    line.remaining -= amount;
    if (line.remaining < 0n) throw new Error(`the oracle took too much off ${line.line.lineId}`);
    if (line.applications.length > 1) seen.add('discount: several on one line');
    if (line.remaining === 0n) seen.add('discount: line brought to zero');
    if (discount.source === 'promotion') {
      line.promoted = true;
      if (!discount.stackable) line.closed = true;
    }
  }
  features.forEach((feature) => seen.add(feature));
  noteEffect(discount, seen);
}

function noteEffect({ effect, level, source, code }: Discount, seen: Seen): void {
  if (code !== null) seen.add('discount: by a code');
  if (source === 'manual') {
    const comp = effect.kind === 'percent_off' && effect.rate === 100_000_000n;
    seen.add(comp ? 'discount: comp of 100 %' : 'discount: manual');
  }
  if (effect.kind === 'quantity_break') return; // noted where the tier is chosen
  if (effect.kind === 'buy_get') {
    seen.add(effect.getSelect === undefined ? `effect: buy_get ${effect.pick}` : 'effect: buy_get with getSelect');
  } else if (effect.kind === 'bundle') {
    const by = 'price' in effect.offer ? 'at a price' : 'rate' in effect.offer ? 'at a rate' : 'with an amount off';
    seen.add(`effect: bundle ${by}`);
  } else seen.add(`effect: ${effect.kind}, ${level}`);
}
