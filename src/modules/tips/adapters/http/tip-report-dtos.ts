import { toMajorUnits, type Money } from '../../../../kernel/money.js';
import { csvText } from '../../../../platform/http/csv.js';
import { moneyDto, type MoneyDto } from '../../../../platform/http/values.js';
import type { TipFigures, TipReport, TipRow } from '../../domain/tip-report.js';
import type { Days } from '../../ports/tip-views.js';
import type { TipDay } from './tip-dtos.js';

export interface TipFiguresDto {
  /** Given by guests. */
  earned: MoneyDto;
  earnedCash: MoneyDto;
  /** Everything that was not cash. */
  earnedCard: MoneyDto;
  /** Gone from it to the pool. */
  pooled: MoneyDto;
  /** Got out of the pool. */
  shared: MoneyDto;
  adjusted: MoneyDto;
  paid: MoneyDto;
  /** What these days leave owed: earned, less pooled, with shared and adjusted, less paid. */
  owed: MoneyDto;
  /** What guests paid for goods, with tax, in orders that the person opened. */
  sales: MoneyDto;
  /** Earned, in percent of sales; null without sales. */
  percentOfSales: string | null;
}

/** A person's day. */
export interface TipRowDto extends TipFiguresDto {
  businessDate: TipDay;
  personId: string;
  /** Said at clock-out to have been got; null: nothing was said. */
  declared: MoneyDto | null;
  /** Declared less earned. */
  variance: MoneyDto | null;
}

/** All days and people together, in one currency. */
export interface TipTotalDto extends TipFiguresDto {
  declared: MoneyDto;
  /** What lies in the pools of these days. */
  undistributed: MoneyDto;
}

export interface TipReportResponse {
  from: TipDay;
  to: TipDay;
  /** By day, then person. */
  data: TipRowDto[];
  /** By currency. */
  totals: TipTotalDto[];
}

const HEADER = [
  ...['business_date', 'person_id', 'currency', 'earned', 'earned_cash', 'earned_card', 'pooled', 'shared', 'adjusted'],
  ...['paid', 'owed', 'sales', 'percent_of_sales', 'declared', 'variance'],
];

/** Shows a report. */
export function toTipReport({ from, to }: Days, { rows, totals }: TipReport): TipReportResponse {
  return {
    ...{ from, to },
    data: rows.map(({ businessDate, personId, declared, variance, ...figures }) => ({
      ...{ businessDate, personId, ...figuresOf(figures) },
      ...{ declared: declared && moneyDto(declared), variance: variance && moneyDto(variance) },
    })),
    totals: totals.map(({ declared, undistributed, ...figures }) => ({
      ...figuresOf(figures),
      ...{ declared: moneyDto(declared), undistributed: moneyDto(undistributed) },
    })),
  };
}

/** The rows as lines of CSV, amounts in major units; without a row of totals, so that a column can be summed. */
export function tipsCsv({ rows }: TipReport): readonly (readonly string[])[] {
  return [HEADER, ...rows.map(fieldsOf)];
}

function fieldsOf(row: TipRow): string[] {
  const { businessDate, personId, earned, earnedCash, earnedCard, pooled, shared, adjusted, paid, owed, sales } = row;
  const amounts = [earned, earnedCash, earnedCard, pooled, shared, adjusted, paid, owed, sales].map(major);
  const said = [row.declared, row.variance].map((amount) => (amount === null ? '' : major(amount)));
  return [businessDate, csvText(personId), earned.currency, ...amounts, row.percentOfSales ?? '', ...said];
}

function figuresOf(figures: TipFigures): TipFiguresDto {
  const { earned, earnedCash, earnedCard, pooled, shared, adjusted, paid, owed, sales, percentOfSales } = figures;
  return {
    ...{ earned: moneyDto(earned), earnedCash: moneyDto(earnedCash), earnedCard: moneyDto(earnedCard) },
    ...{ pooled: moneyDto(pooled), shared: moneyDto(shared), adjusted: moneyDto(adjusted) },
    ...{ paid: moneyDto(paid), owed: moneyDto(owed), sales: moneyDto(sales), percentOfSales },
  };
}

function major(amount: Money): string {
  return toMajorUnits(amount);
}
