import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import {
  ENTRY_COLUMNS,
  unreadableFile,
  type EntryColumn,
  type EntryRow,
  type EntryTexts,
} from '../../domain/entry-row.js';

const RECORD_MAX = 4_096;
const HEADER_SHOWN = 100;
/** The first line of every file. */
export const CSV_HEADER = `${ENTRY_COLUMNS.join(',')}\r\n`;

/**
 * The rows of a CSV file: any line ending, quoted cells, a byte order mark and blank lines are fine; bytes that are not UTF-8
 * become U+FFFD, which no SKU may have.
 * @throws Refusal `pricebook_file_unreadable` when the header is not the known one, a quoted cell does not end, or there are
 * more than `rowsMax` rows.
 */
export async function entryRowsOf(file: Buffer, rowsMax: number): Promise<EntryRow[]> {
  const parser = Readable.from([file]).pipe(
    parse({
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: RECORD_MAX,
    }),
  );
  const rows: EntryRow[] = [];
  let columns: readonly EntryColumn[] | undefined;
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (columns === undefined) columns = columnsOf(cells);
      else if (cells.length > 1 || cells[0] !== '') rows.push(rowOf(row, cells, columns));
      if (rows.length > rowsMax) throw unreadableFile(row, `a file may have ${rowsMax} rows`);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const long = error.code === 'CSV_MAX_RECORD_SIZE';
    throw unreadableFile(row + 1, long ? `is longer than ${RECORD_MAX} characters` : 'a quoted cell does not end');
  }
  if (columns === undefined) throw unreadableFile(1, 'the file is empty');
  return rows;
}

/** Rows as lines of CSV, with quotes where a cell needs them. */
export function toCsvLines(rows: readonly EntryTexts[]): string {
  return rows.map((texts) => `${ENTRY_COLUMNS.map((column) => cell(texts[column])).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function columnsOf(header: readonly string[]): readonly EntryColumn[] {
  const names = header.map((name) => name.trim());
  const complete = ENTRY_COLUMNS.every((column) => names.includes(column)) && names.length === ENTRY_COLUMNS.length;
  if (complete) return names as EntryColumn[];
  const found = names
    .join(',')
    .slice(0, HEADER_SHOWN)
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, '\uFFFD');
  throw unreadableFile(1, `the header must be ${ENTRY_COLUMNS.join(',')} in any order; it is ${found}`);
}

function rowOf(row: number, cells: readonly string[], columns: readonly EntryColumn[]): EntryRow {
  if (cells.length !== columns.length) {
    return { row, column: null, message: `has ${cells.length} cells instead of ${columns.length}` };
  }
  const texts = Object.fromEntries(columns.map((column, index) => [column, cells[index]?.trim() ?? '']));
  return { row, texts: texts as unknown as EntryTexts };
}
