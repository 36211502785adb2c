import { decimal } from '../../../kernel/decimal.js';
import { fromBigInt, money } from '../../../kernel/money.js';
import type { SalesFigures, SalesRow } from './sales-figures.js';
import type { SalesFacts, SalesQuestion } from './sales-report.js';

interface Amounts {
  readonly orders?: number;
  readonly quantity?: string;
  readonly net?: number;
  readonly tax?: number;
  readonly discount?: number;
  readonly refunds?: number;
}

/** Figures in minor units; what is left out is nothing. */
export function figures(
  { orders = 0, quantity = '0', net = 0, tax = 0, discount = 0, refunds = 0 }: Amounts,
  currency = 'USD',
): SalesFigures {
  return {
    orders,
    quantity: decimal(quantity),
    gross: fromBigInt(BigInt(net) + BigInt(tax) + BigInt(discount), currency),
    discount: money(discount, currency),
    tax: money(tax, currency),
    net: money(net, currency),
    refunds: money(refunds, currency),
  };
}

/** A row in minor units. */
export function row(key: string, amounts: Amounts, currency = 'USD'): SalesRow {
  return { key, name: null, ...figures(amounts, currency) };
}

/** Facts of which most are nothing. */
export function facts(some: Partial<SalesFacts>): SalesFacts {
  return { rows: [], mixed: [], orders: new Map(), currency: 'USD', outlets: 1, ...some };
}

/** January by day. */
export const january: SalesQuestion = {
  groupBy: 'day',
  period: { from: '2026-01-01', to: '2026-02-01' },
  outletIds: null,
};
