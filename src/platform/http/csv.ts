import type { PosRequest } from './pos-request.js';

/** `csv` is the same as sending Accept: text/csv. */
export type ReportFormat = 'json' | 'csv';

const MEDIA_TYPE = 'text/csv; charset=utf-8; header=present';

/** In which form a list is wanted: as the query says, or else as the request's Accept does. */
export function formatOf(request: PosRequest, format: ReportFormat | undefined): ReportFormat {
  request.res.vary('Accept');
  return format ?? (request.accepts(['application/json', 'text/csv']) === 'text/csv' ? 'csv' : 'json');
}

/** One line (RFC 4180) of fields that are safe as they stand: numbers, codes, what `csvText` made. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.join(',')}\r\n`;
}

/**
 * One field of text. Spreadsheets run what begins like a formula; an apostrophe in front makes them show it instead
 * (OWASP "CSV injection"). Numbers are ours and stay numbers.
 */
export function csvText(text: string): string {
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Says that the answer is a file of that name, whose extension is added. */
export function beginCsv({ res }: PosRequest, name: string): void {
  res.setHeader('Content-Type', MEDIA_TYPE);
  res.setHeader('Content-Disposition', `attachment; filename="${name}.csv"`);
}

/** Answers with a whole file: the first line names the columns. */
export function sendCsv(request: PosRequest, name: string, lines: readonly (readonly string[])[]): void {
  beginCsv(request, name);
  request.res.end(lines.map(csvLine).join(''));
}
