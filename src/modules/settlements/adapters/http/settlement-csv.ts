import { CsvError, parse } from 'csv-parse/sync';
import { fromMajorUnits } from '../../../../kernel/money.js';
import { Refusal } from '../../../../kernel/refusal.js';
import {
  LINE_KINDS,
  LINES_MAX,
  type LineKind,
  type SettlementLine,
  type SettlementRefusal,
} from '../../domain/settlement.js';

const COLUMNS = ['paymentReference', 'kind', 'amount', 'fee'] as const;
const RECORD_MAX = 2_000;
const REFERENCE_MAX = 100;

/**
 * Reads lines from a CSV file: header paymentReference,kind,amount,fee in any order, amounts in major units with a point.
 * @throws Refusal `settlement_file_unreadable` with the first bad line.
 */
export function settlementLinesOf(file: Buffer, currency: string): SettlementLine[] {
  const [header = [], ...rows] = recordsOf(file);
  const places = COLUMNS.map((column) => header.findIndex((name) => name.trim() === column));
  if (header.length !== COLUMNS.length || places.includes(-1))
    throw unreadable(1, `the header must be ${COLUMNS.join(',')} in any order`);
  if (rows.length > LINES_MAX) throw unreadable(LINES_MAX + 2, `a file may have ${LINES_MAX} lines`);
  return rows.map((cells, index) => {
    const [reference = '', kind = '', amount = '', fee = ''] = places.map((place) => (cells[place] ?? '').trim());
    return lineOf({ reference, kind, amount, fee }, index + 2, currency);
  });
}

function lineOf(
  cells: { readonly reference: string; readonly kind: string; readonly amount: string; readonly fee: string },
  row: number,
  currency: string,
): SettlementLine {
  const { reference, kind, amount, fee } = cells;
  if (!LINE_KINDS.includes(kind as LineKind)) throw unreadable(row, `kind must be one of ${LINE_KINDS.join(', ')}`);
  if (reference.length > REFERENCE_MAX) throw unreadable(row, `paymentReference may have ${REFERENCE_MAX} characters`);
  return {
    number: row - 1,
    kind: kind as LineKind,
    paymentReference: reference === '' ? null : reference,
    amount: amountOf(amount, currency, row, 'amount'),
    fee: fee === '' ? 0 : amountOf(fee, currency, row, 'fee'),
  };
}

function amountOf(text: string, currency: string, row: number, column: string): number {
  try {
    return fromMajorUnits(text, currency).amount;
  } catch (error) {
    if (error instanceof Refusal) throw unreadable(row, `${column} must be an amount of ${currency} such as 12.50`);
    throw error;
  }
}

function recordsOf(file: Buffer): string[][] {
  try {
    return parse(file, {
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      max_record_size: RECORD_MAX,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable(
      (error as { lines?: number }).lines ?? 1,
      'is not CSV, or has more or fewer cells than the header',
    );
  }
}

function unreadable(row: number, message: string): Refusal {
  return new Refusal<SettlementRefusal>('settlement_file_unreadable', { row, message });
}
