import { formatDecimal } from '../../../../kernel/decimal.js';
import { moneyDto, type MoneyDto } from '../../../../platform/http/values.js';
import type { SalesFigures, SalesRow } from '../../domain/sales-figures.js';
import type { SalesReport } from '../../domain/sales-report.js';

/**
 * A trading day of the outlet, in its own time zone.
 * @pattern ^\d{4}-\d{2}-\d{2}$ must be a date as YYYY-MM-DD
 * @example "2026-01-31"
 */
export type TradingDay = string;

/**
 * A sum of quantities, exact.
 * @pattern ^-?\d+(\.\d{1,6})?$ must be a decimal string
 * @example "49574"
 */
export type QuantitySum = string;

/** By what the rows are gathered. */
export type ReportGrouping =
  'day' | 'hour' | 'weekday' | 'month' | 'item' | 'category' | 'tender' | 'cashier' | 'outlet';

/** What was sold and given back, in one currency. */
export interface SalesFiguresDto {
  /**
   * Orders completed.
   * @isInt
   */
  orders: number;
  quantity: QuantitySum;
  /** Net, tax and discount together: what the goods cost before discounts. */
  gross: MoneyDto;
  discount: MoneyDto;
  tax: MoneyDto;
  /** Without tax, after discounts. */
  net: MoneyDto;
  /** Given back in the period, with tax, whenever it was sold. */
  refunds: MoneyDto;
}

/** The figures of one key; a key that was sold in several currencies has a row for each. */
export interface SalesRowDto extends SalesFiguresDto {
  /** `2026-01-31`, `00` to `23`, `1` (Monday) to `7`, `2026-01`, a SKU, a category, a tender, or the id of a cashier or outlet. */
  key: string;
  /** What people call it; null where the key says all. */
  name: string | null;
}

export interface SalesReportResponse {
  groupBy: ReportGrouping;
  from: TradingDay;
  to: TradingDay;
  /** Sorted by key, then currency. */
  data: SalesRowDto[];
  /** The sum of the rows, each order counted once; null when they are in several currencies. */
  totals: SalesFiguresDto | null;
  /** The same for each currency. */
  totalsByCurrency: SalesFiguresDto[];
}

/** Shows a report. */
export function toSalesReport({ groupBy, period, rows, totals }: SalesReport): SalesReportResponse {
  const totalsByCurrency = totals.map(toFigures);
  const only = totalsByCurrency.length === 1 ? totalsByCurrency[0] : undefined;
  return { groupBy, ...period, data: rows.map(toRow), totals: only ?? null, totalsByCurrency };
}

function toRow(row: SalesRow): SalesRowDto {
  return { key: row.key, name: row.name, ...toFigures(row) };
}

function toFigures({ orders, quantity, gross, discount, tax, net, refunds }: SalesFigures): SalesFiguresDto {
  return {
    orders,
    quantity: formatDecimal(quantity),
    gross: moneyDto(gross),
    discount: moneyDto(discount),
    tax: moneyDto(tax),
    net: moneyDto(net),
    refunds: moneyDto(refunds),
  };
}
