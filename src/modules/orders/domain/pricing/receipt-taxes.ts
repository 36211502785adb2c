import { formatDecimal } from '../../../../kernel/decimal.js';
import { add, money, sum, type Money } from '../../../../kernel/money.js';
import type { PricingInput } from './basket.js';
import type { DraftLine } from './draft-line.js';
import type { BasketTax, TaxAmount } from './tax-amounts.js';
import type { TaxGroup, TaxMode } from './tax-group.js';
import { shareTaxes, taxOf, type TaxedAmount } from './taxes.js';
import type { Ledger } from './unit-prices.js';

/** Something that is taxed: the goods of a line, or its share of the service charge. */
interface Component {
  readonly draft: DraftLine;
  readonly ofService: boolean;
  readonly amount: Money;
}

/** What is taxed together: one set of taxes in one mode. */
interface Batch {
  readonly taxGroup: TaxGroup;
  readonly components: Component[];
}

/**
 * Taxes the lines and the service charge (docs/pricing.md, section 5): once per receipt and set of taxes, or once per line.
 * Each draft gets its taxes; the result is the taxes of the receipt.
 * @param serviceTaxes what applies to the shares of the service charge; `null` when they are not taxed.
 */
export function applyTaxes(
  input: PricingInput,
  drafts: readonly DraftLine[],
  serviceTaxes: TaxGroup | null,
  ledger: Ledger,
): BasketTax[] {
  const taxes: BasketTax[] = [];
  for (const batch of batchesOf(drafts, serviceTaxes, input.taxRounding, ledger.currency)) {
    const { taxGroup, components } = batch;
    const { mode } = taxGroup;
    const amounts = components.map(({ amount }) => amount);
    const whole = taxOf(sum(amounts, ledger.currency), mode, taxGroup.taxes);
    for (const tax of whole.taxes) collect(taxes, tax, mode);
    const shares = shareTaxes(whole, mode, taxGroup.taxes, amounts);
    components.forEach(({ draft, ofService }, index) => {
      if (ofService) draft.serviceTax = shares[index] as TaxedAmount;
      else draft.goodsTax = shares[index] as TaxedAmount;
    });
    explainTaxes(batch, whole, shares, ledger);
  }
  return taxes.sort(byCodeRateMode);
}

function batchesOf(
  drafts: readonly DraftLine[],
  serviceTaxes: TaxGroup | null,
  rounding: PricingInput['taxRounding'],
  currency: string,
): Iterable<Batch> {
  const goods = drafts.map((draft) => ({ draft, ofService: false, amount: money(draft.remaining, currency) }));
  const service = serviceTaxes === null ? [] : drafts.map((draft) => shareOf(draft, currency));
  if (rounding === 'line') {
    const byLine = goods.map((component) => ({ taxGroup: component.draft.taxGroup, components: [component] }));
    return serviceTaxes === null || service.length === 0
      ? byLine
      : [...byLine, { taxGroup: serviceTaxes, components: service }];
  }
  const batches = new Batches();
  for (const component of goods) batches.enter(component.draft.taxGroup, component);
  if (serviceTaxes !== null) for (const component of service) batches.enter(serviceTaxes, component);
  return batches.all();
}

function shareOf(draft: DraftLine, currency: string): Component {
  return { draft, ofService: true, amount: money(draft.serviceCharge, currency) };
}

/** Groups of different names with the same taxes are one rate to the law, and so one rounding. */
class Batches {
  private readonly byTaxes = new Map<string, Batch>();
  /** Most lines share a few group objects: looking these up spares making a key. */
  private readonly byGroup = new Map<TaxGroup, Batch>();

  enter(taxGroup: TaxGroup, component: Component): void {
    let batch = this.byGroup.get(taxGroup);
    if (batch === undefined) {
      const key = taxKeyOf(taxGroup);
      batch = this.byTaxes.get(key);
      if (batch === undefined) this.byTaxes.set(key, (batch = { taxGroup, components: [] }));
      this.byGroup.set(taxGroup, batch);
    }
    batch.components.push(component);
  }

  all(): Iterable<Batch> {
    return this.byTaxes.values();
  }
}

function taxKeyOf({ mode, taxes }: TaxGroup): string {
  let key: string = mode;
  for (const { code, rate, compound } of taxes) key += `|${code}|${rate}|${compound}`;
  return key;
}

function collect(into: BasketTax[], tax: TaxAmount, mode: TaxMode): void {
  const at = into.findIndex((known) => known.code === tax.code && known.rate === tax.rate && known.mode === mode);
  const known = into[at];
  const { code, name, rate, base, amount } = tax;
  if (known === undefined) into.push({ code, name, rate, base, amount, mode });
  else into[at] = { ...known, base: add(known.base, base), amount: add(known.amount, amount) };
}

// By content, not by first appearance: the same basket in any order of entry has the same receipt (DOMAIN P5).
function byCodeRateMode(a: BasketTax, b: BasketTax): number {
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  if (a.rate !== b.rate) return a.rate > b.rate ? -1 : 1;
  return a.mode < b.mode ? -1 : 1;
}

function explainTaxes(
  { taxGroup, components }: Batch,
  whole: TaxedAmount,
  shares: TaxedAmount[],
  ledger: Ledger,
): void {
  const { nothing, steps } = ledger;
  const { mode, taxes } = taxGroup;
  const [first] = components as [Component];
  const isOfOne = components.every(({ draft }) => draft === first.draft);
  const scope = isOfOne ? { lineId: first.draft.line.lineId } : {};
  const rounding = taxes.length > 1 && mode === 'inclusive' ? 'largest-remainder' : 'half-up';
  for (const { code, name, rate, base, amount } of whole.taxes) {
    const adds = mode === 'exclusive' ? amount : nothing;
    const detail = `${name} ${formatDecimal(rate)} % ${mode === 'exclusive' ? 'on top of' : 'inside'} the price`;
    steps.push({ rule: 'tax', ...scope, tax: code, base, rate, rounding, amount, adds, detail });
  }
  if (components.length === 1 || whole.tax.amount === 0) return;
  components.forEach(({ draft, ofService, amount: base }, index) => {
    if (base.amount === 0) return;
    steps.push({
      rule: 'tax_allocation',
      lineId: draft.line.lineId,
      base,
      rounding: 'largest-remainder',
      amount: (shares[index] as TaxedAmount).tax,
      adds: nothing,
      detail: ofService ? "the taxes of the line's share of the service charge" : "the line's share of the taxes",
    });
  });
}

/** Taxes of goods and of the service charge as one list: one entry for each code, rate and mode. */
export function mergedTaxes(
  goods: TaxedAmount,
  mode: TaxMode,
  service: TaxedAmount | null,
  serviceMode: TaxMode,
): readonly TaxAmount[] {
  if (service === null && goods.taxes.length < 2) return goods.taxes;
  const taxes: BasketTax[] = [];
  for (const tax of goods.taxes) collect(taxes, tax, mode);
  for (const tax of service?.taxes ?? []) collect(taxes, tax, serviceMode);
  return taxes.map(({ code, name, rate, base, amount }) => ({ code, name, rate, base, amount }));
}
