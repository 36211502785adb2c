import { formatDecimal, type Decimal } from '../../../../kernel/decimal.js';
import { money } from '../../../../kernel/money.js';
import type { BasketCombo, PricingInput } from './basket.js';
import type { DraftLine } from './draft-line.js';
import type { StepSource } from './explanation.js';
import { ONE, scaled, shareOut, WHOLE_RATE } from './minor-units.js';
import { resolvePrice } from './tax-group.js';
import { afterPriceSteps, amountOf, atLeastZero, changeStep, modifierStep, type Ledger } from './unit-prices.js';

/**
 * Prices each combo and shares its price over its parts (docs/pricing.md, section 2), so that each part is taxed by its own
 * rates and discounted and refunded by itself.
 * @throws RangeError when a line is a part of a combo that is not there, or two combos have one id.
 */
export function priceCombos(input: PricingInput, drafts: readonly DraftLine[], ledger: Ledger): void {
  const partsOf = new Map<string, DraftLine[]>();
  for (const { id } of input.combos) {
    if (partsOf.has(id)) throw new RangeError(`two combos have the id ${id}`);
    partsOf.set(id, []);
  }
  for (const draft of drafts) {
    const { combo, lineId } = draft.line;
    if (combo === null) continue;
    const parts = partsOf.get(combo.id);
    if (parts === undefined) throw new RangeError(`line ${lineId} is part of a combo that is not there`);
    parts.push(draft);
  }
  for (const combo of input.combos) {
    const parts = partsOf.get(combo.id) as DraftLine[];
    if (parts.length > 0) priceCombo(combo, parts, input, ledger);
  }
}

function priceCombo(combo: BasketCombo, parts: readonly DraftLine[], input: PricingInput, ledger: Ledger): void {
  const weights = parts.map(({ regular, quantity }) => scaled(regular, quantity, ONE));
  const source: StepSource = { kind: 'combo', id: combo.id, name: combo.name };
  const amount = comboAmount(combo, source, weights, ledger);
  const shares = shareOut(amount, weights);
  parts.forEach((part, index) => {
    const [share, weight] = [shares[index] as number, weights[index] as number];
    ledger.steps.push({
      rule: 'combo_allocation',
      lineId: part.line.lineId,
      source,
      base: money(amount, ledger.currency),
      rounding: 'largest-remainder',
      amount: money(share, ledger.currency),
      adds: ledger.nothing,
      detail: `the part's share of the combo, by the ${weight} minor units that it costs alone`,
    });
    pricePart(part, withExtras(part, share, combo, source, ledger), input, ledger);
  });
}

function comboAmount(combo: BasketCombo, source: StepSource, weights: readonly number[], ledger: Ledger): number {
  const { pricing, quantity, name } = combo;
  const { currency, nothing, steps } = ledger;
  if (pricing.kind === 'percent_off') {
    const { rate } = pricing;
    const alone = weights.reduce((sum, weight) => sum + weight, 0);
    const base = money(alone, currency);
    const amount = money(alone - scaled(alone, Number(rate), WHOLE_RATE), currency);
    const detail = `${name}: ${formatDecimal(rate)} % off what the parts cost alone`;
    steps.push({ rule: 'combo_price', source, base, rate, rounding: 'half-up', amount, adds: nothing, detail });
    return amount.amount;
  }
  const list = amountOf(pricing.listPrice, ledger);
  if (list < 0) throw new RangeError(`the price of ${combo.sku} is negative`);
  const one = afterPriceSteps(list, pricing.priceSteps, undefined, ledger);
  const base = money(one, currency);
  const amount = money(scaled(one, quantityOf(quantity, combo), ONE), currency);
  const detail = `${name}: price × quantity`;
  steps.push({ rule: 'combo_price', source, base, quantity, rounding: 'half-up', amount, adds: nothing, detail });
  return amount.amount;
}

function quantityOf(quantity: Decimal, { sku }: BasketCombo): number {
  const count = Number(quantity);
  if (!Number.isSafeInteger(count) || count <= 0) throw new RangeError(`the quantity of ${sku} is not one`);
  return count;
}

function withExtras(
  { line, quantity }: DraftLine,
  share: number,
  combo: BasketCombo,
  source: StepSource,
  ledger: Ledger,
): number {
  const { lineId, modifiers } = line;
  const { currency, nothing, steps } = ledger;
  let amount = share;
  const upcharge = line.combo === null ? 0 : amountOf(line.combo.upcharge, ledger);
  if (upcharge !== 0) {
    const base = money(amount, currency);
    amount += scaled(upcharge, quantityOf(combo.quantity, combo), ONE);
    steps.push({
      rule: 'combo_upcharge',
      lineId,
      source,
      base,
      quantity: combo.quantity,
      rounding: 'half-up',
      amount: money(amount, currency),
      adds: nothing,
      detail: `what the choice costs extra: ${upcharge} minor units in one combo`,
    });
  }
  for (const modifier of modifiers) {
    const each = money(amountOf(modifier.price, ledger) * modifier.quantity, currency).amount;
    const after = amount + scaled(each, quantity, ONE);
    steps.push(modifierStep(lineId, modifier, amount, after, 'half-up', ledger));
    amount = after;
  }
  return atLeastZero(amount, lineId, ledger);
}

function pricePart(part: DraftLine, amount: number, input: PricingInput, ledger: Ledger): void {
  const { lineId, taxGroup, quantity } = part.line;
  const resolved = resolvePrice(money(amount, ledger.currency), taxGroup, input.channel, input.taxExempt);
  for (const change of resolved.changes) ledger.steps.push(changeStep(change, lineId, ledger));
  const gross = resolved.unitPrice;
  part.gross = gross;
  part.remaining = gross.amount;
  part.taxGroup = resolved.taxGroup;
  part.unitPrice = money(scaled(gross.amount, ONE, part.quantity), ledger.currency);
  ledger.steps.push({
    rule: 'line_amount',
    lineId,
    base: gross,
    quantity,
    rounding: 'none',
    amount: gross,
    adds: gross,
    detail: "the part's share of the combo, with its own extras",
  });
}
