import type { Client } from 'pg';
import { INVARIANTS } from '../faults/invariants.js';
import type { BookedSale, DeviceBook } from './device-book.js';
import { readServer, type KeptOrder, type ServerBook } from './server-book.js';

/** Something that must not be. */
export interface Finding {
  readonly check: string;
  readonly detail: string;
}

/** What the server is held against. */
export interface Expectation {
  readonly tenantId: string;
  readonly books: readonly DeviceBook[];
  /** The outlet of which days were closed meanwhile, and its last closed day. */
  readonly closed: { readonly outletId: string; readonly through: string };
  /** Trading days of the upload at that outlet: one, or two when it took until the next. */
  readonly uploadedOn: readonly string[];
}

/** Orders here have no customers, and commands no keys of their own. */
const APART = new Set([
  'no sale is there twice',
  'the key that created an order has its answer',
  'every answer that shows an order has that order',
  'every command had its effect exactly once',
]);

/** Holds what is in the database against what the devices did, by their own books. @param client as the owner. */
export async function check(client: Client, expected: Expectation): Promise<Finding[]> {
  const server = await readServer(client, expected.tenantId);
  const findings: Finding[] = [];
  const tell = (name: string, details: readonly string[]): void =>
    void findings.push(...details.map((detail) => ({ check: name, detail })));
  const known = new Map(server.orders.map((order) => [order.id, order]));
  tell(
    'no entry is lost, and each is settled',
    expected.books.flatMap((book) => entriesOff(book, server)),
  );
  tell('only what was planted is in quarantine', quarantineOff(expected.books, server));
  tell('every difference has its conflict, once', conflictsOff(expected.books, server));
  tell(
    'every sale is as the device has it',
    expected.books.flatMap((book) => salesOff(book, known)),
  );
  tell('no sale is there that no device made', strangersIn(expected.books, server));
  tell(
    'totals by device and day are the device’s own',
    expected.books.flatMap((book) => totalsOff(book, server)),
  );
  tell('late sales are in the right Z', lateOff(expected, server));
  tell(
    'drawers hold what their devices expect',
    expected.books.flatMap((book) => drawersOff(book, server)),
  );
  tell(
    'shifts are as worked',
    expected.books.flatMap((book) => shiftsOff(book, server)),
  );
  tell('nothing is missing in the end', gapsIn(server));
  for (const { name, sql } of INVARIANTS.filter((one) => !APART.has(one.name))) {
    const { rows } = await client.query<{ detail: string }>(sql, [expected.tenantId]);
    tell(
      name,
      rows.map(({ detail }) => detail),
    );
  }
  return findings;
}

function entriesOff({ entries, quarantined }: DeviceBook, server: ServerBook): string[] {
  const planted = new Set(quarantined.filter(({ code }) => code === 'device_unlinked').map(({ entryId }) => entryId));
  return entries.flatMap(({ id, kind }) => {
    if (planted.has(id)) return [];
    const found = server.entries.get(id);
    if (found === undefined) return [`${kind} ${id} is not there`];
    return found.status === 'applied' ? [] : [`${kind} ${id} is ${found.status} ${found.code} (${found.waitsFor})`];
  });
}

function quarantineOff(books: readonly DeviceBook[], { quarantined }: ServerBook): string[] {
  const wanted = books.flatMap((book) => book.quarantined.map(({ entryId, code }) => `${entryId} ${code}`));
  return differenceOf(
    wanted,
    quarantined.map(({ entryId, code }) => `${entryId} ${code}`),
  );
}

function conflictsOff(books: readonly DeviceBook[], { conflicts }: ServerBook): string[] {
  const wanted = books.flatMap((book) => book.conflicts.map(({ entryId, cause }) => `${entryId} ${cause}`));
  return differenceOf(
    wanted,
    conflicts.map(({ entryId, cause }) => `${entryId} ${cause}`),
  );
}

/** What is in one list more often than in the other. */
function differenceOf(wanted: readonly string[], found: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of wanted) counts.set(one, (counts.get(one) ?? 0) + 1);
  for (const one of found) counts.set(one, (counts.get(one) ?? 0) - 1);
  return [...counts].flatMap(([one, count]) => {
    if (count === 0) return [];
    return [count > 0 ? `${one} is not there` : `${one} is there ${-count} times too often`];
  });
}

const COMPARED = [
  ...(['status', 'businessDate', 'lines', 'fired', 'total'] as const),
  ...(['tax', 'discount', 'paid', 'change', 'refunded'] as const),
];

function salesOff({ sales, deviceId }: DeviceBook, known: ReadonlyMap<string, KeptOrder>): string[] {
  return [...sales.values()].flatMap((sale) => {
    const order = known.get(sale.orderId);
    if (order === undefined) return [`${sale.orderId} ${sale.receiptNumber} is lost`];
    const off = COMPARED.filter((name) => order[name] !== sale[name]).map((name) => {
      return `${sale.orderId} has ${name} ${order[name]}, the device says ${sale[name]}`;
    });
    if (order.deviceId !== deviceId) off.push(`${sale.orderId} is of device ${order.deviceId}`);
    if (order.receiptNumber !== sale.receiptNumber) off.push(`${sale.orderId} has receipt ${order.receiptNumber}`);
    return off;
  });
}

function strangersIn(books: readonly DeviceBook[], { orders }: ServerBook): string[] {
  const own = new Set(books.flatMap(({ sales }) => [...sales.keys()]));
  return orders.filter(({ id }) => !own.has(id)).map(({ id, total }) => `${id} of ${total}`);
}

type Summed = Pick<BookedSale, 'businessDate' | 'status' | 'total' | 'tax' | 'paid' | 'change' | 'refunded'>;

function totalsOff({ deviceId, sales }: DeviceBook, { orders }: ServerBook): string[] {
  const own = totalsOf([...sales.values()]);
  return differenceOf(own, totalsOf(orders.filter((order) => order.deviceId === deviceId))).map(
    (difference) => `device ${deviceId}: ${difference}`,
  );
}

function totalsOf(sales: readonly Summed[]): string[] {
  const days = new Map<string, number[]>();
  for (const sale of sales) {
    if (sale.status === 'open' || sale.status === 'held' || sale.status === 'voided') continue;
    const { total, tax, paid, change, refunded } = sale;
    const sums = days.get(sale.businessDate) ?? [0, 0, 0, 0, 0];
    const more = [1, total, tax, paid - change, refunded];
    days.set(
      sale.businessDate,
      sums.map((sum, index) => sum + (more[index] ?? 0)),
    );
  }
  return [...days].map(([day, sums]) => `${day}: ${sums.join(' ')}`);
}

function lateOff({ books, closed, uploadedOn }: Expectation, { orders }: ServerBook): string[] {
  const settledOn = new Map(
    books.flatMap(({ sales }) => [...sales.values()].map((sale) => [sale.orderId, sale.settledOn])),
  );
  const settled = orders.filter(({ status }) => ['completed', 'partially_refunded', 'refunded'].includes(status));
  return settled.flatMap(({ id, outletId, businessDate, bookedOn, late }) => {
    const own = settledOn.get(id) ?? businessDate;
    const isClosed = (day: string): boolean => outletId === closed.outletId && day <= closed.through;
    if (late !== isClosed(own)) return [`${id} of ${own} is ${late ? '' : 'not '}late`];
    // Of an order that was begun in a closed day, nothing counts before what was booked of it.
    const days = [...(isClosed(own) ? [] : [own]), ...(isClosed(businessDate) ? uploadedOn : [])];
    const day = bookedOn ?? businessDate;
    return days.includes(day) ? [] : [`${id} of ${own} counts on ${day}`];
  });
}

function drawersOff({ sessions }: DeviceBook, server: ServerBook): string[] {
  return [...sessions.values()].flatMap(({ sessionId, expected, counted }) => {
    const found = server.sessions.get(sessionId);
    if (found === undefined) return [`session ${sessionId} is lost`];
    const own = `${expected} ${counted} ${counted === null ? null : expected}`;
    const theirs = `${found.expected} ${found.counted} ${found.expectedAtClose}`;
    return own === theirs ? [] : [`session ${sessionId} has ${theirs}, the device says ${own}`];
  });
}

function shiftsOff({ shifts }: DeviceBook, server: ServerBook): string[] {
  return [...shifts.values()].flatMap(({ shiftId, ended }) => {
    const status = server.shifts.get(shiftId) ?? 'lost';
    return status === (ended ? 'ended' : 'working') ? [] : [`shift ${shiftId} is ${status}`];
  });
}

function gapsIn({ missing }: ServerBook): string[] {
  return [...missing].filter(([, ranges]) => ranges !== '[]').map(([device, ranges]) => `${device} misses ${ranges}`);
}
