import type { PricingInput } from './basket.js';
import type { Seen } from './features.oracle.examples.js';
import { allocated, over, percent, rounded, share, total, whole } from './fractions.oracle.examples.js';
import { factors, grossFactor, resolved, type OracleLine } from './prices.oracle.examples.js';
import type { Tax, TaxGroup, TaxMode } from './tax-group.js';

// docs/pricing.md, sections 4 and 5.

/** What a line costs, for its goods or as its share of a service charge, and the taxes that this is under. */
export interface Component {
  readonly lineNumber: number;
  readonly of: 'goods' | 'service';
  readonly amount: bigint;
  readonly taxGroup: TaxGroup;
}

/** A tax summed by code, rate and mode. */
export interface OracleTax {
  readonly code: string;
  readonly rate: bigint;
  readonly mode: TaxMode;
  readonly base: bigint;
  readonly amount: bigint;
}

/** Section 4, `before_tax`: each line's share, and the taxes that it is under. */
export function serviceShares(
  input: PricingInput,
  lines: readonly OracleLine[],
  seen: Seen,
): { shares: bigint[]; taxGroup: TaxGroup | null } {
  const { serviceCharge } = input;
  if (serviceCharge?.basis !== 'before_tax' || lines.length === 0)
    return { shares: lines.map(() => 0n), taxGroup: null };
  const left = lines.map(({ remaining }) => remaining);
  const charge = share(total(left), percent(serviceCharge.rate));
  const group = serviceCharge.taxGroup;
  if (charge > 0n) seen.add(`service charge: before tax, ${group?.mode ?? 'untaxed'}`);
  if (group === null) return { shares: allocated(charge, left.map(whole)), taxGroup: null };
  const { amount, taxGroup } = resolved(charge, group, input, seen);
  if (amount !== charge) seen.add('service charge: resolved to another amount');
  return { shares: allocated(amount, left.map(whole)), taxGroup };
}

/** Section 4, `after_tax`. */
export function serviceAfterTax({ serviceCharge }: PricingInput, totals: readonly bigint[], seen: Seen): bigint[] {
  if (serviceCharge?.basis !== 'after_tax' || totals.length === 0) return totals.map(() => 0n);
  const charge = share(total(totals), percent(serviceCharge.rate));
  if (charge > 0n) seen.add('service charge: after tax');
  return allocated(charge, totals.map(whole));
}

/** Section 5: the taxes of each line, and those of the receipt. */
export function taxesOf(
  components: readonly Component[],
  { taxRounding, lines }: PricingInput,
  seen: Seen,
): { ofLines: OracleTax[][]; ofReceipt: OracleTax[] } {
  const ofComponents = new Map<Component, readonly bigint[]>();
  const ofReceipt: OracleTax[] = [];
  for (const batch of batchesOf(components, taxRounding)) {
    const { mode, taxes } = (batch[0] as Component).taxGroup;
    note(batch, taxRounding, seen);
    const { net, amounts } = taken(total(batch.map(({ amount }) => amount)), mode, taxes);
    sumInto(ofReceipt, mode, taxes, net, amounts);
    const shares = sharesOf(amounts, batch);
    batch.forEach((component, index) =>
      ofComponents.set(
        component,
        shares.map((ofTax) => ofTax[index] as bigint),
      ),
    );
  }
  const ofLines = lines.map((): OracleTax[] => []);
  for (const component of components) {
    const { mode, taxes } = component.taxGroup;
    const own = ofComponents.get(component) ?? [];
    const net = mode === 'inclusive' ? component.amount - total(own) : component.amount;
    sumInto(ofLines[component.lineNumber] as OracleTax[], mode, taxes, net, own);
  }
  ofReceipt.sort((a, b) => order(a.code, b.code) || order(b.rate, a.rate) || order(a.mode, b.mode));
  return { ofLines, ofReceipt };
}

function order<Value extends string | bigint>(a: Value, b: Value): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function batchesOf(components: readonly Component[], rounding: PricingInput['taxRounding']): Component[][] {
  const batches: Component[][] = [];
  for (const component of components) {
    const batch = batches.find(([first]) => first !== undefined && isSameBatch(first, component, rounding));
    if (batch === undefined) batches.push([component]);
    else batch.push(component);
  }
  return batches;
}

function isSameBatch(a: Component, b: Component, rounding: PricingInput['taxRounding']): boolean {
  if (rounding === 'line') return a.of === 'service' && b.of === 'service';
  const [own, other] = [a.taxGroup.taxes, b.taxGroup.taxes];
  if (a.taxGroup.mode !== b.taxGroup.mode || own.length !== other.length) return false;
  return own.every(({ code, rate, compound }, index) => {
    const tax = other[index] as Tax;
    return tax.code === code && tax.rate === rate && tax.compound === compound;
  });
}

/** Net and taxes of one amount. */
function taken(sum: bigint, mode: TaxMode, taxes: readonly Tax[]): { net: bigint; amounts: bigint[] } {
  if (mode === 'inclusive') {
    const net = rounded(over(whole(sum), grossFactor(taxes)));
    return { net, amounts: taxes.length === 0 ? [] : allocated(sum - net, factors(taxes)) };
  }
  const amounts: bigint[] = [];
  for (const { rate, compound } of taxes) {
    amounts.push(share(compound ? sum + total(amounts) : sum, percent(rate)));
  }
  return { net: sum, amounts };
}

/** For each tax its share on each component: all together by amount, then each over what is left of the shares. */
function sharesOf(amounts: readonly bigint[], batch: readonly Component[]): bigint[][] {
  let left = allocated(
    total(amounts),
    batch.map(({ amount }) => whole(amount)),
  );
  return amounts.map((amount) => {
    const shares = allocated(amount, left.map(whole));
    left = left.map((rest, index) => rest - (shares[index] as bigint));
    return shares;
  });
}

function sumInto(
  sums: OracleTax[],
  mode: TaxMode,
  taxes: readonly Tax[],
  net: bigint,
  amounts: readonly bigint[],
): void {
  taxes.forEach(({ code, rate, compound }, index) => {
    const amount = amounts[index] as bigint;
    const base = compound ? net + total(amounts.slice(0, index)) : net;
    const at = sums.findIndex((sum) => sum.code === code && sum.rate === rate && sum.mode === mode);
    const known = sums[at];
    if (known === undefined) sums.push({ code, rate, mode, base, amount });
    else sums[at] = { ...known, base: known.base + base, amount: known.amount + amount };
  });
}

function note(batch: readonly Component[], rounding: PricingInput['taxRounding'], seen: Seen): void {
  const { mode, taxes } = (batch[0] as Component).taxGroup;
  seen.add(`tax: rounding by ${rounding}`);
  if (new Set(batch.map(({ lineNumber }) => lineNumber)).size > 1) seen.add('tax: of several lines at once');
  if (new Set(batch.map(({ of }) => of)).size > 1) seen.add('service charge: taxed together with goods');
  if (taxes.length === 0) seen.add('tax: none');
  else seen.add(`tax: ${taxes.length === 1 ? 'one' : 'several'}, ${mode}`);
  if (taxes.some(({ rate }) => rate === 0n)) seen.add('tax: zero rate');
  if (taxes.some(({ compound }, index) => compound && index > 0)) seen.add(`tax: compound, ${mode}`);
}
