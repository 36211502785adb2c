import { formatDecimal } from '../../../../kernel/decimal.js';
import { toMajorUnits } from '../../../../kernel/money.js';
import { csvText } from '../../../../platform/http/csv.js';
import type { SalesRow } from '../../domain/sales-figures.js';
import type { SalesReport } from '../../domain/sales-report.js';

const HEADER = ['key', 'name', 'currency', 'orders', 'quantity', 'gross', 'discount', 'tax', 'net', 'refunds'];

/**
 * A report's rows as lines of CSV. Amounts are in major units with all their digits; there is no row of totals,
 * so that a column can be summed.
 */
export function csvRows({ rows }: SalesReport): readonly (readonly string[])[] {
  return [HEADER, ...rows.map(fieldsOf)];
}

function fieldsOf({ key, name, orders, quantity, gross, discount, tax, net, refunds }: SalesRow): string[] {
  const amounts = [gross, discount, tax, net, refunds].map((amount) => toMajorUnits(amount));
  return [csvText(key), csvText(name ?? ''), net.currency, String(orders), formatDecimal(quantity), ...amounts];
}
