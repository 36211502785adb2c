import { formatDecimal } from '../../../../kernel/decimal.js';
import { money, type Money } from '../../../../kernel/money.js';
import type { PricingInput, ServiceCharge } from './basket.js';
import type { DraftLine } from './draft-line.js';
import { scaled, shareOut, WHOLE_RATE } from './minor-units.js';
import { resolvePrice, type TaxGroup } from './tax-group.js';
import { changeStep, type Ledger } from './unit-prices.js';

/**
 * Adds a service charge on what the guest sees before taxes on top (docs/pricing.md, section 4) and shares it over the lines.
 * Gives the taxes that apply to the shares; `null` when there are none.
 */
export function chargeBeforeTax(input: PricingInput, drafts: readonly DraftLine[], ledger: Ledger): TaxGroup | null {
  const charge = input.serviceCharge;
  if (charge === null || charge.basis !== 'before_tax' || drafts.length === 0) return null;
  const weights = drafts.map(({ remaining }) => remaining);
  const { base, amount } = amountOn(charge, weights, ledger);
  if (charge.taxGroup === null) {
    explain(charge, base, amount, amount, ledger);
    share(drafts, weights, amount, ledger);
    return null;
  }
  const resolved = resolvePrice(amount, charge.taxGroup, input.channel, input.taxExempt);
  explain(charge, base, amount, resolved.unitPrice, ledger);
  for (const change of resolved.changes) ledger.steps.push(changeStep(change, undefined, ledger));
  share(drafts, weights, resolved.unitPrice, ledger);
  return resolved.taxGroup;
}

/** Adds a service charge on what the lines come to with all taxes, itself untaxed. @param totals of the lines. */
export function chargeAfterTax(
  charge: ServiceCharge | null,
  drafts: readonly DraftLine[],
  totals: readonly number[],
  ledger: Ledger,
): void {
  if (charge === null || charge.basis !== 'after_tax' || drafts.length === 0) return;
  const { base, amount } = amountOn(charge, totals, ledger);
  explain(charge, base, amount, amount, ledger);
  share(drafts, totals, amount, ledger);
}

function amountOn({ rate }: ServiceCharge, weights: readonly number[], { currency }: Ledger) {
  let base = 0;
  for (const weight of weights) base += weight;
  return { base: money(base, currency), amount: money(scaled(base, Number(rate), WHOLE_RATE), currency) };
}

function explain(charge: ServiceCharge, base: Money, amount: Money, adds: Money, { steps }: Ledger): void {
  const { name, rate, basis } = charge;
  const on = basis === 'before_tax' ? 'what is left of the lines' : 'the totals of the lines';
  const detail = `${name}: ${formatDecimal(rate)} % on ${on}`;
  steps.push({ rule: 'service_charge', base, rate, rounding: 'half-up', amount, adds, detail });
}

function share(drafts: readonly DraftLine[], weights: readonly number[], amount: Money, ledger: Ledger): void {
  if (amount.amount === 0) return;
  const { currency, nothing, steps } = ledger;
  const shares = shareOut(amount.amount, weights);
  drafts.forEach((draft, index) => {
    const part = shares[index] as number;
    draft.serviceCharge = part;
    if (part === 0) return;
    steps.push({
      rule: 'service_charge_allocation',
      lineId: draft.line.lineId,
      base: money(weights[index] as number, currency),
      rounding: 'largest-remainder',
      amount: money(part, currency),
      adds: nothing,
      detail: "the line's share of the service charge",
    });
  });
}
