import type { BasketCombo, BasketLine, PriceStep, PricingInput } from './basket.js';
import type { Discount } from './discount.js';
import type { Seen } from './features.oracle.examples.js';
import {
  allocated,
  floored,
  over,
  percent,
  plus,
  quantity,
  rounded,
  share,
  times,
  total,
  units,
  whole,
  type Fraction,
} from './fractions.oracle.examples.js';
import type { Tax, TaxGroup } from './tax-group.js';

// docs/pricing.md, sections 1 and 2.

/** A line on its way through the law. */
export interface OracleLine {
  readonly line: BasketLine;
  readonly number: number;
  readonly unitPrice: bigint;
  readonly taxGroup: TaxGroup;
  readonly gross: bigint;
  remaining: bigint;
  /** A promotion took something off. */
  promoted: boolean;
  /** A promotion that is not stackable took something off. */
  closed: boolean;
  readonly applications: { readonly discount: Discount; readonly amount: bigint }[];
}

/** What each tax comes to on a net of one, exactly. */
export function factors(taxes: readonly Tax[]): Fraction[] {
  const found: Fraction[] = [];
  for (const { rate, compound } of taxes) {
    const base = compound ? found.reduce(plus, whole(1n)) : whole(1n);
    found.push(times(base, percent(rate)));
  }
  return found;
}

/** One and all taxes on it. */
export const grossFactor = (taxes: readonly Tax[]): Fraction => factors(taxes).reduce(plus, whole(1n));

/** Section 1, step 4: an amount and its taxes for a channel and a guest. */
export function resolved(
  before: bigint,
  { code, mode, taxes: own, channelSwitch }: TaxGroup,
  { channel, taxExempt }: PricingInput,
  seen: Seen,
): { amount: bigint; taxGroup: TaxGroup } {
  let amount = before;
  let taxes = own;
  if (channelSwitch?.channels.includes(channel)) {
    const change = over(grossFactor(channelSwitch.taxes), grossFactor(own));
    if (mode === 'inclusive' && channelSwitch.policy === 'keep_net') {
      amount = rounded(times(whole(amount), change));
      seen.add('channel: moved an inclusive price (keep_net)');
    } else if (mode === 'exclusive' && channelSwitch.policy === 'keep_gross') {
      amount = rounded(over(whole(amount), change));
      seen.add('channel: moved an exclusive price (keep_gross)');
    } else seen.add('channel: moved no price');
    taxes = channelSwitch.taxes;
  }
  if (taxExempt) {
    if (mode === 'inclusive') amount = rounded(over(whole(amount), grossFactor(taxes)));
    seen.add(mode === 'inclusive' ? 'exempt: net of an inclusive price' : 'exempt: exclusive price');
    taxes = taxes.map((tax) => ({ ...tax, rate: 0n as Tax['rate'] }));
  }
  return { amount, taxGroup: { code, mode, taxes } };
}

/** Section 1, steps 1 and 2. */
function stepped(listPrice: bigint, steps: readonly PriceStep[], seen: Seen): bigint {
  let price = listPrice;
  for (const step of steps) {
    seen.add(`price step: ${step.kind}`);
    if (step.kind === 'absolute') price = units(step.price);
    if (step.kind === 'percent') price += share(price, percent(step.rate));
    if (step.kind === 'amount') price += units(step.amount);
    if (price < 0n) seen.add('price step: below zero becomes zero');
    price = floored(price);
  }
  return price;
}

/** Section 1 for a line that is no part of a combo. */
function priceAlone(
  line: BasketLine,
  input: PricingInput,
  seen: Seen,
): Pick<OracleLine, 'unitPrice' | 'taxGroup' | 'gross'> {
  let price = stepped(units(line.listPrice), line.priceSteps, seen);
  for (const modifier of line.modifiers) price += units(modifier.price) * BigInt(modifier.quantity);
  if (price < 0n) seen.add('modifiers: below zero becomes zero');
  const { amount: unitPrice, taxGroup } = resolved(floored(price), line.taxGroup, input, seen);
  return { unitPrice, taxGroup, gross: share(unitPrice, quantity(line.quantity)) };
}

/** Section 2, steps 1 to 4: what each part of a combo comes to, before taxes are looked at. */
function partAmounts(combo: BasketCombo, parts: readonly BasketLine[], seen: Seen): bigint[] {
  const weights = parts.map((part) => {
    return share(stepped(units(part.listPrice), part.priceSteps, seen), quantity(part.quantity));
  });
  const all = total(weights);
  let amount: bigint;
  if (combo.pricing.kind === 'fixed') {
    const one = stepped(units(combo.pricing.listPrice), combo.pricing.priceSteps, seen);
    amount = share(one, quantity(combo.quantity));
    seen.add(combo.pricing.priceSteps.length > 0 ? 'combo: fixed, with price steps' : 'combo: fixed');
  } else {
    amount = all - share(all, percent(combo.pricing.rate));
    seen.add('combo: percent_off');
  }
  if (all === 0n) seen.add('combo: weights all zero');
  const shares = allocated(amount, weights.map(whole));
  return parts.map((part, index) => {
    const upcharge = part.combo === null ? 0n : units(part.combo.upcharge);
    if (upcharge !== 0n) seen.add('combo: upcharge');
    let own = (shares[index] as bigint) + share(upcharge, quantity(combo.quantity));
    for (const modifier of part.modifiers) {
      own += share(units(modifier.price) * BigInt(modifier.quantity), quantity(part.quantity));
    }
    if (own < 0n) seen.add('combo: part below zero becomes zero');
    return floored(own);
  });
}

/** Sections 1 and 2: what every line costs before discounts. */
export function openLines(input: PricingInput, seen: Seen): OracleLine[] {
  const ofCombos = new Map<string, bigint>();
  for (const combo of input.combos) {
    const parts = input.lines.filter((line) => line.combo?.id === combo.id);
    if (parts.length === 0) {
      seen.add('combo: without parts');
      continue;
    }
    if (new Set(parts.map(({ taxGroup }) => taxGroup)).size > 1) seen.add('combo: parts of different taxes');
    partAmounts(combo, parts, seen).forEach((amount, index) =>
      ofCombos.set((parts[index] as BasketLine).lineId, amount),
    );
  }
  return input.lines.map((line, number) => {
    line.modifiers.forEach(({ price }) => {
      if (price.amount !== 0) seen.add(price.amount < 0 ? 'modifier: below zero' : 'modifier: above zero');
    });
    const part = ofCombos.get(line.lineId);
    const priced = part === undefined ? priceAlone(line, input, seen) : pricePart(part, line, input, seen);
    return { line, number, ...priced, remaining: priced.gross, promoted: false, closed: false, applications: [] };
  });
}

/** Section 2, step 5. */
function pricePart(
  part: bigint,
  line: BasketLine,
  input: PricingInput,
  seen: Seen,
): Pick<OracleLine, 'unitPrice' | 'taxGroup' | 'gross'> {
  const { amount: gross, taxGroup } = resolved(part, line.taxGroup, input, seen);
  if (gross !== part) seen.add('combo: part resolved to another amount');
  return { unitPrice: rounded(over(whole(gross), quantity(line.quantity))), taxGroup, gross };
}
