import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import {
  IMPORT_COLUMNS,
  UnreadableFile,
  type FileRow,
  type ImportColumn,
  type RowTexts,
} from '../../domain/import-row.js';

const RECORD_MAX = 65_536;
const HEADER_SHOWN = 200;

/**
 * The rows of a CSV file as it streams. Any line ending, quoted cells with line breaks, a byte order mark, and blank lines
 * are fine; bytes that are not UTF-8 become U+FFFD, which no item may have.
 * @throws UnreadableFile when the header is not the known one, or a quoted cell does not end.
 */
export async function* csvRows(file: Readable): AsyncGenerator<FileRow> {
  const parser = parse({
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: RECORD_MAX,
  });
  file.on('error', (error) => parser.destroy(error)).pipe(parser);
  let columns: readonly ImportColumn[] | undefined;
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (columns === undefined) columns = columnsOf(cells);
      else if (cells.length > 1 || cells[0] !== '') yield rowOf(row, cells, columns);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message =
      error.code === 'CSV_MAX_RECORD_SIZE'
        ? `is longer than ${RECORD_MAX} bytes; is a quote missing?`
        : 'a quoted cell does not end';
    throw new UnreadableFile(message, row + 1);
  } finally {
    file.destroy();
  }
  if (columns === undefined) throw new UnreadableFile('the file is empty', 1);
}

function columnsOf(header: readonly string[]): readonly ImportColumn[] {
  const names = header.map((cell) => cell.trim());
  const wrong = names.find((name, index) => !isColumn(name) || names.indexOf(name) !== index);
  const missing = IMPORT_COLUMNS.find((column) => !names.includes(column));
  if (wrong === undefined && missing === undefined) return names as ImportColumn[];
  const found =
    wrong === undefined
      ? `the column ${String(missing)} is missing`
      : `the column "${shown(wrong)}" is unknown or there twice`;
  throw new UnreadableFile(`the header must be ${IMPORT_COLUMNS.join(',')} in any order; ${found}`, 1);
}

function isColumn(name: string): name is ImportColumn {
  return (IMPORT_COLUMNS as readonly string[]).includes(name);
}

function rowOf(row: number, cells: readonly string[], columns: readonly ImportColumn[]): FileRow {
  if (cells.length !== columns.length) {
    return { row, column: null, message: `has ${cells.length} cells instead of ${columns.length}` };
  }
  const texts = Object.fromEntries(columns.map((column, index) => [column, cells[index]?.trim() ?? '']));
  return { row, texts: texts as RowTexts };
}

function shown(text: string): string {
  return text.slice(0, HEADER_SHOWN).replaceAll(/[\p{Cc}\p{Cs}]/gu, '\uFFFD');
}
