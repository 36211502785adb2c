import { add, money, subtract, type Money } from '../../../../kernel/money.js';
import type { BasketTotals, PricedBasket, PricedLine, PricingInput } from './basket.js';
import { priceCombos } from './combos.js';
import { applyDiscounts } from './discounts.js';
import type { DraftLine } from './draft-line.js';
import { applyTaxes, mergedTaxes } from './receipt-taxes.js';
import { chargeAfterTax, chargeBeforeTax } from './service-charge.js';
import type { TaxMode } from './tax-group.js';
import type { TaxedAmount } from './taxes.js';
import { amountOf, openLedger, openLines, type Ledger } from './unit-prices.js';

/** The rules of docs/pricing.md. A change that moves any minor unit gets a new number and keeps the old rules (DOMAIN P11). */
export const ENGINE_VERSION = '2';

/**
 * Prices a basket in the layers of DOMAIN P12, each in a file of its own, with every step explained. Pure: the same input
 * gives the same basket to the byte, and the order in which discounts were entered moves nothing.
 * @throws Refusal `currency_mismatch`, `amount_out_of_range`; RangeError on an unknown engine version, a price or tip below
 * zero, a quantity that is not above it, or a part of a combo that is not there.
 */
export function price(input: PricingInput): PricedBasket {
  assertVersion(input);
  const ledger = openLedger(input.currency);
  const tip = amountOf(input.tip, ledger);
  if (tip < 0) throw new RangeError('the tip is negative');
  const drafts = openLines(input, ledger);
  if (input.combos.length > 0 || drafts.some(({ line }) => line.combo !== null)) priceCombos(input, drafts, ledger);
  const subtotal = subtotalOf(drafts, ledger);
  applyDiscounts(input, drafts, ledger);
  const serviceTaxes = chargeBeforeTax(input, drafts, ledger);
  const taxes = applyTaxes(input, drafts, serviceTaxes, ledger);
  const { serviceCharge: charge } = input;
  if (charge?.basis === 'after_tax') {
    const totals = drafts.map((draft) => draft.remaining + exclusiveTaxOf(draft, 'inclusive').amount);
    chargeAfterTax(charge, drafts, totals, ledger);
  }
  const serviceMode = serviceTaxes?.mode ?? 'inclusive';
  const lines = drafts.map((draft) => pricedLine(draft, serviceMode, ledger));
  if (tip > 0) explainTip(input.tip, ledger);
  const totals = totalsOf(lines, subtotal, input.tip, ledger);
  return { lines, taxes, totals, explanation: ledger.steps, engineVersion: ENGINE_VERSION };
}

// Inputs come back from storage, where the version is a text like any other.
function assertVersion({ engineVersion }: { readonly engineVersion: string }): void {
  if (engineVersion !== ENGINE_VERSION) throw new RangeError(`no such pricing engine: ${engineVersion}`);
}

/** From here on every amount is part of this one, and so is countable when this is. */
function subtotalOf(drafts: readonly DraftLine[], { nothing }: Ledger): Money {
  let subtotal = nothing;
  for (const { gross } of drafts) subtotal = add(subtotal, gross);
  return subtotal;
}

function exclusiveTaxOf({ taxGroup, goodsTax, serviceTax }: DraftLine, serviceMode: TaxMode): Money {
  const goods = taxGroup.mode === 'exclusive' ? (goodsTax as TaxedAmount).tax : null;
  const service = serviceMode === 'exclusive' ? (serviceTax?.tax ?? null) : null;
  if (goods === null) return service ?? money(0, (goodsTax as TaxedAmount).tax.currency);
  return service === null ? goods : add(goods, service);
}

function pricedLine(draft: DraftLine, serviceMode: TaxMode, { currency, nothing }: Ledger): PricedLine {
  const { line, unitPrice, taxGroup, gross, remaining, applications, serviceTax } = draft;
  const goodsTax = draft.goodsTax as TaxedAmount;
  const tax = serviceTax === null ? goodsTax.tax : add(goodsTax.tax, serviceTax.tax);
  const charged = money(remaining + draft.serviceCharge, currency);
  const total = add(charged, exclusiveTaxOf(draft, serviceMode));
  return {
    lineId: line.lineId,
    unitPrice,
    taxGroup,
    gross,
    discount: gross.amount === remaining ? nothing : money(gross.amount - remaining, currency),
    applications,
    serviceCharge: draft.serviceCharge === 0 ? nothing : money(draft.serviceCharge, currency),
    taxes: mergedTaxes(goodsTax, taxGroup.mode, serviceTax, serviceMode),
    tax,
    net: subtract(total, tax),
    total,
  };
}

function explainTip(tip: Money, { steps }: Ledger): void {
  steps.push({ rule: 'tip', base: tip, rounding: 'none', amount: tip, adds: tip, detail: "the guest's gift" });
}

function totalsOf(lines: readonly PricedLine[], subtotal: Money, tip: Money, { nothing }: Ledger): BasketTotals {
  let [discount, serviceCharge, tax, lineTotal] = [nothing, nothing, nothing, nothing];
  for (const line of lines) {
    discount = add(discount, line.discount);
    serviceCharge = add(serviceCharge, line.serviceCharge);
    tax = add(tax, line.tax);
    lineTotal = add(lineTotal, line.total);
  }
  const exclusiveTax = subtract(subtract(lineTotal, serviceCharge), subtract(subtotal, discount));
  return { subtotal, discount, serviceCharge, tax, exclusiveTax, tip, total: add(lineTotal, tip) };
}
