import type { Money } from '../../../kernel/money.js';

/** A row of a section: what it is, how many where that is counted, and how much. */
export interface LayoutRow {
  readonly label: string;
  readonly count: number | null;
  readonly value: string | null;
  /** The sum of what stands above it. */
  readonly total: boolean;
}

export interface LayoutSection {
  readonly title: string;
  readonly rows: readonly LayoutRow[];
}

/** Writes amounts in the report's currency with all their digits and a point, whatever the place: for tables, not for guests. */
export type Writer = (value: Money) => string;

/** A row with an amount. */
export function amountRow(label: string, value: string, count: number | null = null): LayoutRow {
  return { label, count, value, total: false };
}

/** A row that sums up those above it. */
export function totalRow(label: string, value: string): LayoutRow {
  return { label, count: null, value, total: true };
}

/** A row with a number of things. */
export function countRow(label: string, count: number): LayoutRow {
  return { label, count, value: null, total: false };
}

/** `gift_card` as people read it. */
export function named(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).replaceAll('_', ' ');
}
