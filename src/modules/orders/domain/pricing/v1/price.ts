import { formatDecimal } from '../../../../../kernel/decimal.js';
import { add, multiply, subtract, sum, zero, type Money } from '../../../../../kernel/money.js';
import type { BasketLine, BasketTotals, PricedBasket, PricedLine, PricingInput } from './basket.js';
import type { Step } from '../explanation.js';
import type { BasketTax, TaxAmount } from '../tax-amounts.js';
import { resolvePrice, type PriceChange, type TaxGroup } from '../tax-group.js';
import { shareTaxes, taxOf, type TaxedAmount } from '../taxes.js';

/** The rules of this file and its neighbours. A change that moves any minor unit gets a new number (DOMAIN P11). */
export const ENGINE_VERSION = '1';

/** A line on its way: priced, its taxes still to come. */
interface OpenLine {
  readonly lineId: string;
  readonly taxGroup: TaxGroup;
  readonly unitPrice: Money;
  readonly gross: Money;
  readonly discount: Money;
  /** Gross less discount: what taxes are computed on. */
  readonly amount: Money;
}

/** Lines that are taxed together: one set of taxes in one mode. Indices into the basket. */
interface TaxBatch {
  readonly taxGroup: TaxGroup;
  readonly indices: number[];
}

/**
 * Prices a basket: line amounts (DOMAIN P2), taxes once per receipt and set of taxes or once per line (P3), shared over the
 * lines by largest remainder (P4), with every step explained (P11). Pure; the order of the lines moves no total.
 * @throws Refusal `currency_mismatch`, `amount_out_of_range`; RangeError on an unknown engine version or a negative price.
 */
export function price(input: PricingInput): PricedBasket {
  if (input.engineVersion !== ENGINE_VERSION) throw new RangeError(`no such pricing engine: ${input.engineVersion}`);
  const explanation: Step[] = [];
  const open = input.lines.map((_, index) => openLine(input, index, explanation));
  const taxed: TaxedAmount[] = [];
  const taxes: BasketTax[] = [];
  for (const batch of batchesOf(open, input.taxRounding)) {
    const { mode } = batch.taxGroup;
    const amounts = batch.indices.map((index) => (open[index] as OpenLine).amount);
    const whole = taxOf(sum(amounts, input.currency), mode, batch.taxGroup.taxes);
    collect(taxes, whole.taxes, mode);
    const shares = shareTaxes(whole, mode, batch.taxGroup.taxes, amounts);
    batch.indices.forEach((index, position) => (taxed[index] = shares[position] as TaxedAmount));
    explainTaxes(explanation, batch, whole, open, shares);
  }
  const lines = input.lines.map((line, index) =>
    pricedLine(line, open[index] as OpenLine, taxed[index] as TaxedAmount),
  );
  return {
    lines,
    taxes: taxes.sort(byCodeRateMode),
    totals: totalsOf(lines, input.currency),
    explanation,
    engineVersion: ENGINE_VERSION,
  };
}

function openLine(input: PricingInput, index: number, explanation: Step[]): OpenLine {
  const line = input.lines[index] as PricingInput['lines'][number];
  const { lineId, quantity } = line;
  if (line.unitPrice.amount < 0) throw new RangeError(`the price of ${line.sku} is negative`);
  const { unitPrice, taxGroup, changes } = resolvePrice(line.unitPrice, line.taxGroup, input.channel, input.taxExempt);
  const nothing = zero(input.currency);
  const gross = add(nothing, multiply(unitPrice, quantity, 'half-up'));
  explanation.push({
    rule: 'unit_price',
    lineId,
    base: line.unitPrice,
    rounding: 'none',
    amount: line.unitPrice,
    adds: nothing,
    detail: line.name,
  });
  for (const change of changes) explanation.push(changeStep(change, lineId, nothing));
  explanation.push({
    rule: 'line_amount',
    lineId,
    base: unitPrice,
    quantity,
    rounding: 'half-up',
    amount: gross,
    adds: gross,
    detail: 'unit price × quantity, rounded once per line',
  });
  return { lineId, taxGroup, unitPrice, gross, discount: nothing, amount: subtract(gross, nothing) };
}

// Written out, because spreading many members costs more than all the arithmetic of a line.
function pricedLine(line: BasketLine, open: OpenLine, taxed: TaxedAmount): PricedLine {
  return {
    lineId: line.lineId,
    sku: line.sku,
    name: line.name,
    category: line.category,
    unitPrice: open.unitPrice,
    quantity: line.quantity,
    taxGroup: open.taxGroup,
    gross: open.gross,
    discount: open.discount,
    taxes: taxed.taxes,
    tax: taxed.tax,
    net: taxed.net,
    total: add(taxed.net, taxed.tax),
  };
}

function changeStep({ rule, before, after, detail }: PriceChange, lineId: string, adds: Money): Step {
  const rounding = before.amount === after.amount ? 'none' : 'half-up';
  return { rule, lineId, base: before, rounding, amount: after, adds, detail };
}

function batchesOf(lines: readonly OpenLine[], rounding: PricingInput['taxRounding']): TaxBatch[] {
  if (rounding === 'line') return lines.map(({ taxGroup }, index) => ({ taxGroup, indices: [index] }));
  const batches = new Map<string, TaxBatch>();
  lines.forEach(({ taxGroup }, index) => {
    const key = taxKeyOf(taxGroup);
    const batch = batches.get(key);
    if (batch === undefined) batches.set(key, { taxGroup, indices: [index] });
    else batch.indices.push(index);
  });
  return [...batches.values()];
}

// Groups of different names with the same taxes are one rate to the law, and so one rounding.
function taxKeyOf({ mode, taxes }: TaxGroup): string {
  let key: string = mode;
  for (const { code, rate, compound } of taxes) key += `|${code}|${rate}|${compound}`;
  return key;
}

function collect(into: BasketTax[], taxes: readonly TaxAmount[], mode: BasketTax['mode']): void {
  for (const tax of taxes) {
    const at = into.findIndex((known) => known.code === tax.code && known.rate === tax.rate && known.mode === mode);
    const known = into[at];
    if (known === undefined) into.push({ ...tax, mode });
    else into[at] = { ...known, base: add(known.base, tax.base), amount: add(known.amount, tax.amount) };
  }
}

// By content, not by first appearance: the same basket in any order of entry has the same receipt (DOMAIN P5).
function byCodeRateMode(a: BasketTax, b: BasketTax): number {
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  if (a.rate !== b.rate) return a.rate > b.rate ? -1 : 1;
  return a.mode < b.mode ? -1 : 1;
}

function explainTaxes(
  into: Step[],
  batch: TaxBatch,
  whole: TaxedAmount,
  open: readonly OpenLine[],
  shares: TaxedAmount[],
): void {
  const { mode, taxes } = batch.taxGroup;
  const nothing = zero(whole.net.currency);
  const scope = batch.indices.length === 1 ? { lineId: (open[batch.indices[0] as number] as OpenLine).lineId } : {};
  for (const { code, name, rate, base, amount } of whole.taxes) {
    const adds = mode === 'exclusive' ? amount : nothing;
    const rounding = taxes.length > 1 && mode === 'inclusive' ? 'largest-remainder' : 'half-up';
    const detail = `${name} ${formatDecimal(rate)} % ${mode === 'exclusive' ? 'on top of' : 'inside'} the price`;
    into.push({ rule: 'tax', ...scope, tax: code, base, rate, rounding, amount, adds, detail });
  }
  if (batch.indices.length === 1 || whole.tax.amount === 0) return;
  batch.indices.forEach((index, position) => {
    const { lineId, amount: base } = open[index] as OpenLine;
    const { tax } = shares[position] as TaxedAmount;
    const detail = "the line's share of the taxes of the receipt";
    into.push({
      rule: 'tax_allocation',
      lineId,
      base,
      rounding: 'largest-remainder',
      amount: tax,
      adds: nothing,
      detail,
    });
  });
}

function totalsOf(lines: readonly PricedLine[], currency: string): BasketTotals {
  let [subtotal, discount, tax, total] = [zero(currency), zero(currency), zero(currency), zero(currency)];
  for (const line of lines) {
    subtotal = add(subtotal, line.gross);
    discount = add(discount, line.discount);
    tax = add(tax, line.tax);
    total = add(total, line.total);
  }
  const exclusiveTax = subtract(total, subtract(subtotal, discount));
  return { subtotal, discount, serviceCharge: zero(currency), tax, exclusiveTax, total };
}
