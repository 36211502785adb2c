/**
 * A business day of the outlet, in its own time zone.
 * @pattern ^\d{4}-\d{2}-\d{2}$ must be a date as YYYY-MM-DD
 * @example "2026-01-31"
 */
export type BusinessDay = string;
