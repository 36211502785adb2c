import { formatDecimal } from '../../../kernel/decimal.js';
import type { Money } from '../../../kernel/money.js';
import type { OrderLine } from './order-line.js';
import { promotionKey } from './order-pricing.js';
import type { OpenOrder } from './order-state.js';
import type { BasketTotals } from './pricing/basket.js';
import type { TaxGroup } from './pricing/tax-group.js';

/** What the server's own data come to for a sale that a device charged. */
export interface OwnPrice {
  readonly lines: readonly OrderLine[];
  readonly totals: BasketTotals;
  /** False where lines of the sale could not be priced here: totals then say nothing. */
  readonly whole: boolean;
}

/** One way in which what was charged differs, and where. */
export interface PriceDifference {
  readonly cause: 'price_differs' | 'tax_differs' | 'promotion_differs' | 'service_charge_differs';
  readonly facts: Readonly<Record<string, unknown>>;
}

interface Pair {
  readonly charged: OrderLine;
  readonly own: OrderLine;
}

/**
 * Compares what a device charged with what the server would have charged at that time: each cause once, with the lines, both
 * amounts of each, and both totals. Prices come first: taxes and discounts follow from them (what is taken off a whole sale is spread
 * over its lines, so the price of one moves the share of all), and are told of only where the rates, or the promotions themselves,
 * are others.
 */
export function priceDifferences(charged: OpenOrder, own: OwnPrice): PriceDifference[] {
  const pairs = pairsOf(charged.lines, own.lines);
  const base = subtotals(charged, own);
  const of = (cause: PriceDifference['cause'], lines: readonly object[]): PriceDifference[] => {
    return lines.length === 0 ? [] : [{ cause, facts: { ...base, lines } }];
  };
  const found = [
    ...of('price_differs', pairs.filter(priceDiffers).map(priceFacts)),
    ...of('tax_differs', pairs.filter(taxDiffers).map(taxFacts)),
    ...of('promotion_differs', promotionsDiffering(pairs, own.whole).map(promotionFacts)),
  ];
  if (!own.whole) return found;
  const [{ serviceCharge }, ours] = [charged.totals, own.totals];
  if (found.length === 0 && serviceCharge.amount !== ours.serviceCharge.amount) {
    found.push({
      cause: 'service_charge_differs',
      facts: { ...base, charged: serviceCharge, own: ours.serviceCharge },
    });
  }
  const total = charged.totals.total.amount - charged.totals.rounding.amount - charged.totals.surcharge.amount;
  if (found.length === 0 && total !== ours.total.amount) {
    found.push({ cause: charged.totals.tax.amount === ours.tax.amount ? 'price_differs' : 'tax_differs', facts: base });
  }
  return found;
}

function subtotals({ totals }: OpenOrder, own: OwnPrice): Record<string, unknown> {
  const { total, tax, discount } = totals;
  const shown = { total: own.totals.total, tax: own.totals.tax, discount: own.totals.discount };
  return { totals: { charged: { total, tax, discount }, own: own.whole ? shown : null } };
}

// A part of a combo that is always in it gets its id where it is sold: it is known by its combo and its place there.
function pairsOf(charged: readonly OrderLine[], own: readonly OrderLine[]): Pair[] {
  const ours = new Map(namesOf(own).map((name, index) => [name, own[index] as OrderLine]));
  return namesOf(charged).flatMap((name, index) => {
    const found = ours.get(name);
    return found === undefined ? [] : [{ charged: charged[index] as OrderLine, own: found }];
  });
}

function namesOf(lines: readonly OrderLine[]): string[] {
  const seen = new Map<string, number>();
  return lines.map(({ id, sku, combo }) => {
    if (combo === null) return id;
    const part = `${combo.id} ${sku}`;
    const count = (seen.get(part) ?? 0) + 1;
    seen.set(part, count);
    return `${part} ${count}`;
  });
}

function priceDiffers({ charged, own }: Pair): boolean {
  return charged.unitPrice.amount !== own.unitPrice.amount || charged.gross.amount !== own.gross.amount;
}

function priceFacts({ charged, own }: Pair): object {
  return { ...named(charged), ...both(charged.unitPrice, own.unitPrice), gross: both(charged.gross, own.gross) };
}

function taxDiffers({ charged, own }: Pair): boolean {
  return (
    taxText(charged.taxGroup) !== taxText(own.taxGroup) || (charged.taxes.length === 0) !== (own.taxes.length === 0)
  );
}

function taxFacts({ charged, own }: Pair): object {
  const rates = { charged: taxText(charged.taxGroup), own: taxText(own.taxGroup) };
  return { ...named(charged), rates, ...both(charged.tax, own.tax) };
}

/** The lines that other promotions are on, with those of which only what was taken off is another. @param whole all lines are there. */
function promotionsDiffering(pairs: readonly Pair[], whole: boolean): readonly Pair[] {
  const isOther = ({ charged, own }: Pair): boolean => promotionText(charged) !== promotionText(own);
  if (!pairs.some(isOther) && (!whole || pairs.some(priceDiffers))) return [];
  const isMoved = ({ charged, own }: Pair): boolean => charged.discount.amount !== own.discount.amount;
  return pairs.filter((pair) => isOther(pair) || (!priceDiffers(pair) && isMoved(pair)));
}

function promotionFacts({ charged, own }: Pair): object {
  const promotions = { charged: promotionsOf(charged), own: promotionsOf(own) };
  return { ...named(charged), promotions, ...both(charged.discount, own.discount) };
}

function named({ id, sku, name, quantity }: OrderLine): object {
  return { lineId: id, sku, name, quantity: formatDecimal(quantity) };
}

function both(charged: Money, own: Money): { readonly charged: Money; readonly own: Money } {
  return { charged, own };
}

function taxText({ mode, taxes }: TaxGroup): string {
  const rates = taxes.map(({ code, rate, compound }) => `${code} ${formatDecimal(rate)}${compound ? ' compound' : ''}`);
  return `${mode}: ${rates.join(', ')}`;
}

function promotionsOf({ applications }: OrderLine): string[] {
  return applications
    .filter(({ source }) => source === 'promotion')
    .map((one) => `${promotionKey(one)} ${one.version ?? ''}`.trim());
}

function promotionText(line: OrderLine): string {
  return promotionsOf(line).sort().join('\n');
}
