import { decodeCursor, encodeCursor, type CursorPart, type CursorValue } from './cursor.js';

/**
 * How many entries a page may have.
 * @isInt must be an integer
 * @minimum 1
 * @maximum 200
 */
export type PageLimit = number;

/** A list as every route gives it. `nextCursor` is null on the last page. */
export interface ListResponse<Item> {
  data: Item[];
  nextCursor: string | null;
}

/** Which page is asked for. `after` is the position of the last entry of the page before. */
export interface Page {
  readonly limit: number;
  readonly after: readonly CursorValue[] | undefined;
}

export const PAGE_LIMIT_DEFAULT = 50;

/** Reads `limit` and `cursor`. @throws Refusal `cursor_invalid`. */
export function pageOf(limit: number | undefined, cursor: string | undefined, shape: readonly CursorPart[]): Page {
  return { limit: limit ?? PAGE_LIMIT_DEFAULT, after: cursor === undefined ? undefined : decodeCursor(cursor, shape) };
}

/**
 * Makes a page from rows, of which the query fetched one more than the limit to see whether there is a next page.
 */
export function listResponse<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  positionOf: (row: Row) => readonly CursorValue[],
): ListResponse<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor(positionOf(last)) : null;
  return { data: shown.map(toItem), nextCursor };
}
