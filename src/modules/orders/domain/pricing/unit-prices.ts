import { addDecimals, DECIMAL_ONE, DECIMAL_ZERO, formatDecimal, type Decimal } from '../../../../kernel/decimal.js';
import { money, zero, type Money, type MoneyRefusal } from '../../../../kernel/money.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { BasketLine, LineModifier, PriceStep, PricingInput } from './basket.js';
import type { DraftLine } from './draft-line.js';
import type { Step, StepSource } from './explanation.js';
import { ONE, scaled, WHOLE_RATE } from './minor-units.js';
import { resolvePrice, type PriceChange } from './tax-group.js';

/** Where steps are written to, and in what currency. */
export interface Ledger {
  readonly currency: string;
  /** Nothing, in the currency. */
  readonly nothing: Money;
  readonly steps: Step[];
}

const NO_APPLICATIONS: DraftLine['applications'] = [];

/**
 * What one of each line costs (docs/pricing.md, section 1), and what the line comes to. Parts of combos get their regular
 * price only; the rest is the combo's.
 * @throws Refusal `currency_mismatch`, `amount_out_of_range`; RangeError on a price below zero or no quantity.
 */
export function openLines(input: PricingInput, ledger: Ledger): DraftLine[] {
  return input.lines.map((line, index) => {
    const draft = draftLine(line, index, ledger);
    if (line.combo === null) priceLine(draft, input, ledger);
    return draft;
  });
}

function draftLine(line: BasketLine, index: number, ledger: Ledger): DraftLine {
  const quantity = Number(line.quantity);
  if (!Number.isSafeInteger(quantity) || quantity <= 0) throw new RangeError(`the quantity of ${line.sku} is not one`);
  const { lineId, listPrice, name, priceSteps } = line;
  const list = amountOf(listPrice, ledger);
  if (list < 0) throw new RangeError(`the price of ${line.sku} is negative`);
  ledger.steps.push({
    rule: 'list_price',
    lineId,
    base: listPrice,
    rounding: 'none',
    amount: listPrice,
    adds: ledger.nothing,
    detail: name,
  });
  return {
    line,
    index,
    quantity,
    units: (quantity - (quantity % ONE)) / ONE,
    regular: priceSteps.length === 0 ? list : afterPriceSteps(list, priceSteps, lineId, ledger),
    unitPrice: listPrice,
    taxGroup: line.taxGroup,
    gross: ledger.nothing,
    remaining: 0,
    promoted: false,
    closed: false,
    applications: NO_APPLICATIONS,
    serviceCharge: 0,
    goodsTax: null,
    serviceTax: null,
  };
}

/** The amount, when it is of the basket's currency. @throws Refusal `currency_mismatch`. */
export function amountOf(value: Money, { currency }: Ledger): number {
  if (value.currency !== currency) {
    throw new Refusal<MoneyRefusal>('currency_mismatch', { expected: currency, actual: value.currency });
  }
  return value.amount;
}

/** Takes a price through pricebooks and overrides, in the order given. @param lineId absent for the price of a combo. */
export function afterPriceSteps(
  price: number,
  steps: readonly PriceStep[],
  lineId: string | undefined,
  ledger: Ledger,
): number {
  let current = price;
  for (const step of steps) {
    const after = changedPrice(current, step, ledger);
    ledger.steps.push(priceStep(current, after, step, lineId, ledger));
    current = atLeastZero(after, lineId, ledger);
  }
  return current;
}

function changedPrice(price: number, step: PriceStep, ledger: Ledger): number {
  switch (step.kind) {
    case 'absolute':
      return amountOf(step.price, ledger);
    case 'percent':
      return price + scaled(price, Number(step.rate), WHOLE_RATE);
    case 'amount':
      return price + amountOf(step.amount, ledger);
  }
}

function priceStep(before: number, after: number, step: PriceStep, lineId: string | undefined, ledger: Ledger): Step {
  const { currency, nothing } = ledger;
  const percent = step.kind === 'percent';
  return {
    rule: step.source === 'pricebook' ? 'pricebook' : 'price_override',
    ...(lineId === undefined ? {} : { lineId }),
    source: sourceOf(step),
    base: money(before, currency),
    ...(percent ? { rate: step.rate } : {}),
    rounding: percent ? 'half-up' : 'none',
    amount: money(after, currency),
    adds: nothing,
    detail: `${changeText(step)}, ${step.reason}`,
  };
}

function sourceOf({ source, id, version, name }: PriceStep): StepSource {
  return version === null ? { kind: source, id, name } : { kind: source, id, version, name };
}

function changeText(step: PriceStep): string {
  if (step.kind === 'absolute') return 'a price of its own';
  if (step.kind === 'percent') return `${step.rate > DECIMAL_ZERO ? '+' : ''}${formatDecimal(step.rate)} %`;
  return `${step.amount.amount > 0 ? '+' : ''}${step.amount.amount} minor units`;
}

/** A price or amount, zero instead of less; the step says so. */
export function atLeastZero(value: number, lineId: string | undefined, { currency, nothing, steps }: Ledger): number {
  if (value >= 0) return value;
  const scope = lineId === undefined ? {} : { lineId };
  const base = money(value, currency);
  const detail = 'no price is below zero';
  steps.push({ rule: 'floor_at_zero', ...scope, base, rounding: 'none', amount: nothing, adds: nothing, detail });
  return 0;
}

function priceLine(draft: DraftLine, input: PricingInput, ledger: Ledger): void {
  const { line } = draft;
  let unit = draft.regular;
  for (const modifier of line.modifiers) {
    const after = unit + amountOf(modifier.price, ledger) * modifier.quantity;
    ledger.steps.push(modifierStep(line.lineId, modifier, unit, after, 'none', ledger));
    unit = after;
  }
  unit = atLeastZero(unit, line.lineId, ledger);
  const resolved = resolvePrice(money(unit, ledger.currency), line.taxGroup, input.channel, input.taxExempt);
  for (const change of resolved.changes) ledger.steps.push(changeStep(change, line.lineId, ledger));
  const { unitPrice } = resolved;
  draft.unitPrice = unitPrice;
  draft.taxGroup = resolved.taxGroup;
  draft.gross = money(scaled(unitPrice.amount, draft.quantity, ONE), ledger.currency);
  draft.remaining = draft.gross.amount;
  ledger.steps.push({
    rule: 'line_amount',
    lineId: line.lineId,
    base: unitPrice,
    quantity: line.quantity,
    rounding: 'half-up',
    amount: draft.gross,
    adds: draft.gross,
    detail: 'unit price × quantity, rounded once per line',
  });
}

/** What a modifier does to a price, or to the amount of a combo's part. */
export function modifierStep(
  lineId: string,
  { id, group, name, quantity, price }: LineModifier,
  before: number,
  after: number,
  rounding: Step['rounding'],
  { currency, nothing }: Ledger,
): Step {
  return {
    rule: 'modifier',
    lineId,
    source: { kind: 'modifier', id, name },
    base: money(before, currency),
    quantity: timesOne(quantity),
    rounding,
    amount: money(after, currency),
    adds: nothing,
    detail: `${group}: ${name}, ${price.amount < 0 ? '' : '+'}${price.amount} minor units each`,
  };
}

function timesOne(quantity: number): Decimal {
  return quantity === 1 ? DECIMAL_ONE : addDecimals(DECIMAL_ZERO, (BigInt(quantity) * DECIMAL_ONE) as Decimal);
}

/** A change of price that comes with other taxes. @param lineId absent for the service charge. */
export function changeStep(
  { rule, before, after, detail }: PriceChange,
  lineId: string | undefined,
  { nothing }: Ledger,
): Step {
  const rounding = before.amount === after.amount ? 'none' : 'half-up';
  const scope = lineId === undefined ? {} : { lineId };
  return { rule, ...scope, base: before, rounding, amount: after, adds: nothing, detail };
}

/** A ledger with nothing in it. */
export function openLedger(currency: string): Ledger {
  return { currency, nothing: zero(currency), steps: [] };
}
