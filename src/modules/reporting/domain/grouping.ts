/** By what a sales report can be cut. */
export const GROUPINGS = [
  'day',
  'hour',
  'weekday',
  'month',
  'item',
  'category',
  'tender',
  'cashier',
  'outlet',
] as const;

export type Grouping = (typeof GROUPINGS)[number];

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The name of an ISO weekday: `"1"` is Monday, so that rows sorted by key are sorted by day. */
export function weekdayName(key: string): string | null {
  return WEEKDAYS[Number(key) - 1] ?? null;
}
