import { allocate } from '../../../kernel/allocation.js';
import type { Decimal } from '../../../kernel/decimal.js';
import { add, type Money } from '../../../kernel/money.js';
import type { SalesFigures, SalesRow } from './sales-figures.js';

/** A sale or a refund that several tenders share. */
export interface MixedTender extends SalesFigures {
  /** What each tender paid, net of change, in minor units; never negative. */
  readonly tenders: Readonly<Record<string, number>>;
}

/**
 * Splits figures over the tenders that paid them, in proportion, to the minor unit (DOMAIN P4; ties go to the tender that
 * is first in the alphabet). Net, tax and discount are split each and gross is their sum, so a share's own figures agree;
 * each tender counts the order.
 */
export function sharesOfTenders(mixed: MixedTender): SalesRow[] {
  const tenders = Object.entries(mixed.tenders).sort(([a], [b]) => (a < b ? -1 : 1));
  const weights = tenders.map(([, paid]) => BigInt(paid));
  const net = allocate(mixed.net, weights);
  const tax = allocate(mixed.tax, weights);
  const discount = allocate(mixed.discount, weights);
  const refunds = allocate(mixed.refunds, weights);
  const quantity = quantities(mixed.quantity, weights);
  return tenders.map(([key], index) => {
    const of = { net: net[index] as Money, tax: tax[index] as Money, discount: discount[index] as Money };
    const gross = add(add(of.net, of.tax), of.discount);
    const share = { ...of, gross, refunds: refunds[index] as Money, quantity: quantity[index] as Decimal };
    return { key, name: null, orders: mixed.orders, ...share };
  });
}

// A count of millionths is conserved like a count of cents; the kernel has one allocation, and it allocates money.
function quantities(quantity: Decimal, weights: readonly bigint[]): Decimal[] {
  return allocate({ amount: Number(quantity), currency: 'XXX' }, weights).map(
    ({ amount }) => BigInt(amount) as Decimal,
  );
}
