import { Refusal } from '../../../kernel/refusal.js';

/** Trading days, `from` inclusive and `to` exclusive, as `YYYY-MM-DD`. */
export interface ReportPeriod {
  readonly from: string;
  readonly to: string;
}

export type PeriodRefusal = 'report_period_empty' | 'report_period_too_long';

export const PERIOD_YEARS_MAX = 10;

/**
 * Makes a period of two calendar dates.
 * @throws Refusal `report_period_empty` when it has no day, `report_period_too_long` beyond ten years.
 */
export function reportPeriod(from: string, to: string): ReportPeriod {
  if (from >= to) {
    const field = { pointer: '/query/to', message: 'must be after from, because it is exclusive' };
    throw new Refusal<PeriodRefusal>('report_period_empty', { from, to }, [field]);
  }
  if (Date.parse(to) > endOfLongest(from)) {
    const field = { pointer: '/query/to', message: `must be at most ${PERIOD_YEARS_MAX} years after from` };
    throw new Refusal<PeriodRefusal>('report_period_too_long', { from, to, yearsMax: PERIOD_YEARS_MAX }, [field]);
  }
  return { from, to };
}

function endOfLongest(from: string): number {
  const end = new Date(from);
  return end.setUTCFullYear(end.getUTCFullYear() + PERIOD_YEARS_MAX);
}
