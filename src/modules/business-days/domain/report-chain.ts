import type { ReportSeries, ZContent } from './z-report.js';

/** A report as it lies in the table, to be checked: nothing in it is believed. */
export interface StoredReport {
  readonly id: string;
  readonly number: number;
  readonly businessDate: string;
  readonly text: string;
  readonly hash: string;
  readonly previousHash: string | null;
  readonly grandTotal: number;
}

/** Something that is wrong with a series. */
export interface ChainFault {
  /** `null`: about the series as a whole. */
  readonly reportId: string | null;
  readonly number: number;
  readonly fault:
    'content_changed' | 'row_changed' | 'number_missing' | 'chain_broken' | 'grand_total_wrong' | 'head_missing';
}

/** What the check of a chain carries from one report to the next. */
export interface ChainState {
  readonly number: number;
  readonly hash: string | null;
  readonly grandTotal: number;
}

export const CHAIN_START: ChainState = { number: 0, hash: null, grandTotal: 0 };

/**
 * Checks the next report of a series against what came before it.
 * @param hashOfText computed anew from the stored text.
 */
export function checkReport(
  before: ChainState,
  report: StoredReport,
  hashOfText: string,
): { readonly state: ChainState; readonly faults: readonly ChainFault[] } {
  const faults: ChainFault[] = [];
  const find = (fault: ChainFault['fault']): void => {
    faults.push({ reportId: report.id, number: report.number, fault });
  };
  const content = contentOf(report.text);
  if (hashOfText !== report.hash || content === undefined) find('content_changed');
  else if (!agrees(report, content)) find('row_changed');
  if (report.number !== before.number + 1) find('number_missing');
  else if (report.previousHash !== before.hash) find('chain_broken');
  else if (report.grandTotal !== before.grandTotal + (content?.figures.sales.total.amount ?? 0))
    find('grand_total_wrong');
  return { state: { number: report.number, hash: report.hash, grandTotal: report.grandTotal }, faults };
}

/** Checks that the series ends where its counter says: a report cut off the end is missed here. */
export function checkHead(
  last: ChainState,
  series: Pick<ReportSeries, 'lastNumber' | 'lastHash'> | undefined,
): readonly ChainFault[] {
  const { lastNumber = 0, lastHash = null } = series ?? {};
  if (last.number === lastNumber && last.hash === lastHash) return [];
  return [{ reportId: null, number: lastNumber, fault: 'head_missing' }];
}

function contentOf(text: string): ZContent | undefined {
  try {
    return JSON.parse(text) as ZContent;
  } catch {
    return undefined; // told of as changed: it was JSON when it was written
  }
}

function agrees(row: StoredReport, content: ZContent): boolean {
  return (
    content.id === row.id &&
    content.number === row.number &&
    content.businessDate === row.businessDate &&
    content.previousHash === row.previousHash &&
    content.grandTotal.amount === row.grandTotal
  );
}
