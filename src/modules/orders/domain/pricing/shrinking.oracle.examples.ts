import type { BasketLine, PricingInput } from './basket.js';
import type { Discount } from './discount.js';

const ROUNDS_MAX = 50;

/** Leaves out of a basket whatever can be left out while the failure stays, so that a person can look at what is left. */
export function shrunk(input: PricingInput, fails: (input: PricingInput) => boolean): PricingInput {
  let smallest = input;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const smaller = [...simpler(smallest)].find(fails);
    if (smaller === undefined) return smallest;
    smallest = smaller;
  }
  return smallest;
}

function* simpler(input: PricingInput): Generator<PricingInput> {
  const { lines, discounts, combos } = input;
  for (const half of halves(lines)) yield { ...input, lines: half };
  for (const half of halves(discounts)) yield { ...input, discounts: half };
  for (const fewer of without(lines)) yield { ...input, lines: fewer };
  for (const fewer of without(discounts)) yield { ...input, discounts: fewer };
  for (const combo of combos) {
    const alone = lines.map((line) => (line.combo?.id === combo.id ? { ...line, combo: null } : line));
    yield { ...input, lines: alone, combos: combos.filter((other) => other !== combo) };
  }
  if (input.serviceCharge !== null) yield { ...input, serviceCharge: null };
  if (input.tip.amount !== 0) yield { ...input, tip: { ...input.tip, amount: 0 } };
  if (input.taxExempt) yield { ...input, taxExempt: false };
  if (input.taxRounding === 'line') yield { ...input, taxRounding: 'receipt' };
  for (const [index, line] of lines.entries()) {
    for (const plainer of plainerLines(line)) yield { ...input, lines: lines.with(index, plainer) };
  }
  for (const [index, discount] of discounts.entries()) {
    for (const plainer of plainerDiscounts(discount)) yield { ...input, discounts: discounts.with(index, plainer) };
  }
}

function* plainerLines(line: BasketLine): Generator<BasketLine> {
  for (const modifiers of without(line.modifiers)) yield { ...line, modifiers };
  for (const priceSteps of without(line.priceSteps)) yield { ...line, priceSteps };
  const { channelSwitch, ...plain } = line.taxGroup;
  if (channelSwitch !== undefined) yield { ...line, taxGroup: plain };
  for (const taxes of without(plain.taxes)) yield { ...line, taxGroup: { ...plain, taxes } };
  if (line.quantity !== 1_000_000n) yield { ...line, quantity: 1_000_000n as BasketLine['quantity'] };
}

function* plainerDiscounts(discount: Discount): Generator<Discount> {
  if (discount.schedule !== null) yield { ...discount, schedule: null };
  if (discount.conditions !== null) yield { ...discount, conditions: null };
  if (discount.amountMax !== null) yield { ...discount, amountMax: null };
  if (discount.timesMax !== null) yield { ...discount, timesMax: null };
  if (discount.exclusiveGroup !== null) yield { ...discount, exclusiveGroup: null };
  if (!discount.stackable) yield { ...discount, stackable: true };
  const plain = { comboParts: true };
  if (Object.keys(discount.select).length > 1 || !discount.select.comboParts) yield { ...discount, select: plain };
}

function* halves<Value>(values: readonly Value[]): Generator<readonly Value[]> {
  if (values.length < 4) return;
  const middle = Math.floor(values.length / 2);
  yield values.slice(0, middle);
  yield values.slice(middle);
}

function* without<Value>(values: readonly Value[]): Generator<readonly Value[]> {
  for (const index of values.keys()) yield values.filter((_, other) => other !== index);
}
