import { formatDecimal } from '../../../../kernel/decimal.js';
import { toMajorUnits } from '../../../../kernel/money.js';
import type { SalesRow } from '../../domain/sales-figures.js';
import type { SalesReport } from '../../domain/sales-report.js';

export const CSV_MEDIA_TYPE = 'text/csv; charset=utf-8; header=present';

const HEADER = ['key', 'name', 'currency', 'orders', 'quantity', 'gross', 'discount', 'tax', 'net', 'refunds'];

/**
 * Renders a report's rows as CSV (RFC 4180). Amounts are in major units with all their digits; there is no row of totals,
 * so that a column can be summed.
 */
export function toCsv({ rows }: SalesReport): string {
  return [HEADER, ...rows.map(fieldsOf)].map((fields) => `${fields.join(',')}\r\n`).join('');
}

function fieldsOf({ key, name, orders, quantity, gross, discount, tax, net, refunds }: SalesRow): string[] {
  const amounts = [gross, discount, tax, net, refunds].map((amount) => toMajorUnits(amount));
  return [csvText(key), csvText(name ?? ''), net.currency, String(orders), formatDecimal(quantity), ...amounts];
}

/**
 * One field of text. Spreadsheets run what begins like a formula; an apostrophe in front makes them show it instead
 * (OWASP "CSV injection"). Numbers are ours and stay numbers.
 */
export function csvText(text: string): string {
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
