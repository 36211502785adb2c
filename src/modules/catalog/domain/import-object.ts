import { MORE_MEMBERS, type MoreMembers } from './import-more.js';
import { IMPORT_COLUMNS, type FileRow, type ImportColumn, type RowTexts } from './import-row.js';

const KNOWN: ReadonlySet<string> = new Set([...IMPORT_COLUMNS, ...MORE_MEMBERS]);

/** The members of an item in JSON: columns of an import, and what CSV files have no column for. */
export const ITEM_MEMBERS: readonly string[] = [...KNOWN];

/** Reads an item in JSON as a row. A member that is no column is told as an error of the row. */
export function objectRow(row: number, value: unknown): FileRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { row, column: null, message: 'must be an object' };
  const members = value as Record<string, unknown>;
  const unknown = Object.keys(members).find((name) => !KNOWN.has(name));
  if (unknown !== undefined) return { row, column: null, message: 'has a member that is no column' };
  const texts: Partial<Record<ImportColumn, string>> = {};
  for (const column of IMPORT_COLUMNS) {
    const text = textOf(column, Object.hasOwn(members, column) ? members[column] : null);
    if (text === undefined) return { row, column, message: messageFor(column) };
    texts[column] = text;
  }
  const more: MoreMembers = Object.fromEntries(
    MORE_MEMBERS.filter((name) => Object.hasOwn(members, name)).map((name) => [name, members[name]]),
  );
  return { row, texts: texts as RowTexts, more };
}

function textOf(column: ImportColumn, value: unknown): string | undefined {
  if (value === null) return '';
  if (typeof value === 'string') return value.trim();
  return column === 'active' && typeof value === 'boolean' ? String(value) : undefined;
}

function messageFor(column: ImportColumn): string {
  if (column === 'price') return 'must be a string in major units, such as "12.50"';
  return column === 'active' ? 'must be true or false' : 'must be a string';
}
