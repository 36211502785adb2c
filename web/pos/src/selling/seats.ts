import type { BookTable, Money, ListedTable } from './sdk-types.js';
import type { HeldRow } from './selling-sheets.js';

/** An order at a table. */
export interface Seat {
  readonly orderId: string;
  /** What it comes to, where that is known. */
  readonly total: Money | null;
  /** Whether this device holds it, with all its rows. */
  readonly here: boolean;
}

/** The oldest order at each table that has one: what this device holds first, then what the service told of. */
export function seatsOf(
  held: readonly HeldRow[],
  elsewhere: readonly ListedTable[],
  inHand: string,
): ReadonlyMap<string, Seat> {
  const seats = new Map<string, Seat>();
  const own = new Set<string>([inHand]);
  for (const { id, tableId, total } of [...held].reverse()) {
    own.add(id);
    if (tableId !== null && !seats.has(tableId)) seats.set(tableId, { orderId: id, total, here: true });
  }
  for (const { id: tableId, orders = [] } of elsewhere) {
    const [first] = orders.filter(({ id }) => !own.has(id));
    if (first !== undefined && !seats.has(tableId))
      seats.set(tableId, { orderId: first.id, total: first.total, here: false });
  }
  return seats;
}

/** The table that is meant by what was typed: its name, or the number at the end of it. */
export function tableTyped(tables: readonly BookTable[], typed: string): BookTable | undefined {
  const wanted = typed.toLowerCase();
  return (
    tables.find(({ name }) => name.toLowerCase() === wanted) ??
    tables.find(({ name }) => Number(/\d+$/.exec(name)?.[0]) === Number(typed))
  );
}
