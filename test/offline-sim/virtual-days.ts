import type { Chance } from '../faults/chance.js';
import type { BookedSession } from './device-book.js';
import { VirtualSales } from './virtual-sales.js';
import type { VirtualTill } from './virtual-till.js';

const HOUR_MS = 3_600_000;
const DAYS = 3;
const FLOAT = 10_000;
const MISCOUNT = 35;

/** So long the network is away. */
const AWAY_MS = DAYS * 24 * HOUR_MS;
/** Between the last thing that a device did and its coming back. */
const REST_MS = HOUR_MS;
const DAY_MS = 24 * HOUR_MS;

/** When the network goes away: the hour is of the seed, the day the last of which all is over by now. */
export function beginningOf(chance: Chance, now: number): number {
  const hour = chance.integer(0, 23) * HOUR_MS;
  return Math.floor((now - REST_MS - AWAY_MS - hour) / DAY_MS) * DAY_MS + hour;
}

/** When somebody looks in on a till while it works. */
export type Visitor = (done: number) => Promise<void>;

/** Three days at a till: shifts, drawers, and sales spread over them. @param from ms; the clock then goes right again. */
export async function workThreeDays(
  till: VirtualTill,
  from: number,
  sales: number,
  visit: Visitor = () => Promise.resolve(),
): Promise<void> {
  const perDay = Math.ceil(sales / DAYS);
  for (let day = 0; day < DAYS; day += 1) {
    const opening = from + day * 24 * HOUR_MS + HOUR_MS;
    await workDay(till, { opening, sales: perDay, isLast: day === DAYS - 1 }, (done) => visit(day * perDay + done));
  }
  till.clock = undefined;
}

interface WorkingDay {
  readonly opening: number;
  readonly sales: number;
  readonly isLast: boolean;
}

async function workDay(till: VirtualTill, { opening, sales, isLast }: WorkingDay, visit: Visitor): Promise<void> {
  const { chance } = till.parts;
  const shift = await begin(till, opening);
  const selling = new VirtualSales(till);
  const step = (20 * HOUR_MS) / (sales + 1);
  for (let done = 0; done < sales; done += 1) {
    till.clock = Math.floor(opening + (done + 0.2 + chance.next() * 0.6) * step);
    await selling.next();
    if (chance.happens(0.08)) await moveCash(till);
    await visit(done);
  }
  till.clock = opening + 21 * HOUR_MS;
  await selling.finish();
  if (!isLast || chance.happens(0.5)) await end(till, shift);
}

async function begin(till: VirtualTill, at: number): Promise<string> {
  const { chance, outlet, drawerId } = till.parts;
  till.clock = at;
  const [shiftId, sessionId] = [chance.uuid(), chance.uuid()];
  await till.did('shift.clock_in', { shiftId, outletId: outlet.id }, 'shifts:clock');
  till.book.shifts.set(shiftId, { shiftId, ended: false });
  await till.did('drawer.open', { drawerId, sessionId, float: till.cash(FLOAT) }, 'drawers:open');
  till.book.sessions.set(sessionId, { sessionId, expected: FLOAT, counted: null });
  return shiftId;
}

async function end(till: VirtualTill, shiftId: string): Promise<void> {
  const { chance } = till.parts;
  const { session } = till;
  const { sessionId } = session;
  if (chance.happens(0.5)) {
    await till.did('drawer.count', { sessionId, counted: till.cash(session.expected) }, 'drawers:open');
  }
  const counted = session.expected + (chance.happens(0.3) ? chance.integer(-MISCOUNT, MISCOUNT) : 0);
  await till.did('drawer.close', { sessionId, counted: till.cash(counted) }, 'drawers:open');
  session.counted = counted;
  await till.did('shift.clock_out', { shiftId }, 'shifts:clock');
  till.book.shifts.set(shiftId, { shiftId, ended: true });
}

/** Cash that goes in or out beside sales. */
async function moveCash(till: VirtualTill): Promise<void> {
  const { chance } = till.parts;
  const { session } = till;
  const amount = chance.integer(100, Math.max(100, Math.floor(session.expected / 2)));
  await chance.weighted([
    [2, () => moved(till, session, 'drawer.paid_in', amount, { reason: 'change' })],
    [
      2,
      () =>
        moved(till, session, 'drawer.paid_out', -amount, {
          reason: 'milk',
          category: 'supplies',
          receiptReference: 'R1',
        }),
    ],
    [2, () => moved(till, session, 'drawer.skim', -amount, { bag: 'B-1' })],
    [1, () => noSale(till, session)],
  ])();
}

async function moved(
  till: VirtualTill,
  session: BookedSession,
  kind: 'drawer.paid_in' | 'drawer.paid_out' | 'drawer.skim',
  amount: number,
  words: object,
): Promise<void> {
  const { sessionId } = session;
  if (session.expected + amount < 0) return;
  await till.did(kind, { sessionId, amount: till.cash(Math.abs(amount)), ...words }, 'drawers:move');
  session.expected += amount;
}

async function noSale(till: VirtualTill, { sessionId }: BookedSession): Promise<void> {
  await till.did('drawer.no_sale', { sessionId, reason: 'change for a guest' }, 'drawers:no_sale');
}
