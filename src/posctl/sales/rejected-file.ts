import { rmSync, writeFileSync } from 'node:fs';

/** The columns of a file of rejected rows (UX.md §2), with the order where there is one. */
export interface RejectedLine {
  readonly row: number;
  readonly column: string;
  readonly reason: string;
  readonly orderId?: string;
}

/** A row that the service rejected, as it says so. */
export function rejectedLineOf(error: {
  readonly row: number;
  readonly column: string | null;
  readonly message: string;
}): RejectedLine {
  return { row: error.row, column: error.column ?? '', reason: error.message };
}

/** Where the rows of a file that were not imported are listed. */
export function rejectedFileOf(file: string): string {
  return `${file}.rejected.csv`;
}

/** Lists the rejected rows beside the file; after an import without any, the list of an earlier one goes away. */
export function writeRejected(file: string, rejected: readonly RejectedLine[]): void {
  const target = rejectedFileOf(file);
  if (rejected.length === 0) {
    rmSync(target, { force: true });
    return;
  }
  const lines = [...rejected]
    .sort((a, b) => a.row - b.row)
    .map(({ row, column, reason, orderId = '' }) => [String(row), column, reason, orderId].map(quoted).join(','));
  writeFileSync(target, `${['row,column,reason,order_id', ...lines].join('\n')}\n`);
}

function quoted(text: string): string {
  // A spreadsheet would take these first characters for a formula.
  const harmless = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
