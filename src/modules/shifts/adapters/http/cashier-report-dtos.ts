import { toMajorUnits, type Money } from '../../../../kernel/money.js';
import { csvText } from '../../../../platform/http/csv.js';
import { moneyDto, type MoneyDto, type Timestamp } from '../../../../platform/http/values.js';
import type { CashierRow, CountAndMoney } from '../../domain/cashier-report.js';
import type { ShiftReport } from '../../application/read-shifts.js';
import { toShiftResponse, type ShiftResponse } from './shift-dtos.js';

/**
 * A trading day of the outlet, in its own time zone.
 * @pattern ^\d{4}-\d{2}-\d{2}$ must be a date as YYYY-MM-DD
 * @example "2026-01-31"
 */
export type ShiftDay = string;

/** How often, and how much in all. */
export interface CountAndMoneyDto {
  /** @isInt */
  count: number;
  amount: MoneyDto;
}

/** Money taken in one tender, change taken off. */
export interface CashierTenderDto extends CountAndMoneyDto {
  tender: string;
}

/** What one person did, in one currency. */
export interface CashierFiguresDto {
  personId: string;
  /**
   * Shifts that began in the period.
   * @isInt
   */
  shifts: number;
  /**
   * Without breaks; up to now where a shift goes on.
   * @isInt
   */
  workedMinutes: number;
  /**
   * Orders that the person opened and that were completed.
   * @isInt
   */
  orders: number;
  /** Net, tax and discount together. */
  gross: MoneyDto;
  discount: MoneyDto;
  tax: MoneyDto;
  net: MoneyDto;
  /** Given back by the person, whoever had sold it. */
  refunds: CountAndMoneyDto;
  tenders: CashierTenderDto[];
  /** On the orders that the person opened. */
  tips: MoneyDto;
  /** Said to have been got, at clock-out. */
  declaredTips: MoneyDto;
  /** Called off by the person. */
  voids: CountAndMoneyDto;
  /** Given away by the person. */
  comps: CountAndMoneyDto;
  /** Taken off by the person. */
  discountsGiven: CountAndMoneyDto;
  /**
   * Prices that the person set in place of the house's.
   * @isInt
   */
  priceOverrides: number;
  /**
   * Times that the person's drawer was opened without a sale.
   * @isInt
   */
  noSales: number;
  /** Drawer sessions of the person that were closed, and by how much they were off together. */
  drawerVariances: CountAndMoneyDto;
}

/** What a person did in a shift so far: changes nothing. */
export interface ShiftReportResponse {
  shift: ShiftResponse;
  figures: CashierFiguresDto;
  /** When it was made. */
  at: Timestamp;
}

export interface CashierReportResponse {
  from: ShiftDay;
  to: ShiftDay;
  /** By person, then currency. */
  data: CashierFiguresDto[];
}

const HEADER = [
  ...['person_id', 'currency', 'shifts', 'worked_minutes', 'orders', 'gross', 'discount', 'tax', 'net'],
  ...[
    'refunds',
    'refunded',
    'tips',
    'declared_tips',
    'voids',
    'voided',
    'comps',
    'comped',
    'discounts_given',
    'discounted',
  ],
  ...['price_overrides', 'no_sales', 'drawers_closed', 'drawer_variance'],
];

/** Shows the report of a shift. */
export function toShiftReport({ shift, figures, at }: ShiftReport): ShiftReportResponse {
  return { shift: toShiftResponse(shift), figures: toFigures(figures), at: at.toISOString() };
}

/** Shows what one person did. */
export function toFigures(row: CashierRow): CashierFiguresDto {
  const { personId, shifts, workedMinutes, orders, priceOverrides, noSales, tenders } = row;
  const { gross, discount, tax, net, tips, declaredTips } = row;
  return {
    ...{ personId, shifts, workedMinutes, orders },
    ...{ gross: moneyDto(gross), discount: moneyDto(discount), tax: moneyDto(tax), net: moneyDto(net) },
    refunds: both(row.refunds),
    tenders: tenders.map(({ tender, ...money }) => ({ tender, ...both(money) })),
    ...{ tips: moneyDto(tips), declaredTips: moneyDto(declaredTips) },
    ...{ voids: both(row.voids), comps: both(row.comps), discountsGiven: both(row.discountsGiven) },
    ...{ priceOverrides, noSales, drawerVariances: both(row.drawerVariances) },
  };
}

/** Rows as lines of CSV, amounts in major units; each tender that was taken has a column of its own. */
export function cashiersCsv(rows: readonly CashierRow[]): readonly (readonly string[])[] {
  const tenders = [...new Set(rows.flatMap((row) => row.tenders.map(({ tender }) => tender)))].sort();
  const lines = rows.map((row) => [...fieldsOf(row), ...tenders.map((tender) => tenderOf(row, tender))]);
  const head = [...HEADER, ...tenders.map((tender) => csvText(`tender_${tender}`))];
  return [head, ...lines];
}

function fieldsOf(row: CashierRow): string[] {
  const { personId, currency, shifts, workedMinutes, orders, gross, discount, tax, net, tips, declaredTips } = row;
  const pair = ({ count, amount }: CountAndMoney): string[] => [String(count), major(amount)];
  return [
    ...[csvText(personId), currency, String(shifts), String(workedMinutes), String(orders)],
    ...[gross, discount, tax, net].map(major),
    ...pair(row.refunds),
    ...[tips, declaredTips].map(major),
    ...[row.voids, row.comps, row.discountsGiven].flatMap(pair),
    ...[String(row.priceOverrides), String(row.noSales), ...pair(row.drawerVariances)],
  ];
}

function tenderOf({ tenders, currency }: CashierRow, wanted: string): string {
  return major(tenders.find(({ tender }) => tender === wanted)?.amount ?? { amount: 0, currency });
}

function major(amount: Money): string {
  return toMajorUnits(amount);
}

function both({ count, amount }: CountAndMoney): CountAndMoneyDto {
  return { count, amount: moneyDto(amount) };
}
