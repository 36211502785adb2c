import { businessTimeOf } from '../../../kernel/business-time.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { Order } from '../domain/order-state.js';
import type { SalesOutlet } from '../ports/sales-outlets.js';

/** The context of an act that may have happened some time ago. */
export interface ActContext extends RequestContext {
  /** When it happened; absent: just now. */
  readonly actedAt?: Date;
}

/** When an act happened. */
export function actedAt({ at, actedAt: earlier }: ActContext): Date {
  return earlier ?? at;
}

/** Where something counts. */
export interface TradingDay {
  /** The business day in whose Z report it counts. */
  readonly countsOn: string;
  /** True when its own business day is closed already: it counts in the one that is open (DOMAIN "Drawers, shifts, days"). */
  readonly late: boolean;
}

type Days = Pick<SalesOutlet, 'timeZone' | 'dayCutMinutes' | 'closedThrough'>;

const DAY_MS = 86_400_000;

/**
 * Finds the day in which something counts that belongs to a business date.
 * @param now when it is recorded, by the server's clock.
 */
export function tradingDay(outlet: Days, businessDate: string, now: Date): TradingDay {
  const { closedThrough, timeZone, dayCutMinutes } = outlet;
  if (closedThrough === null || businessDate > closedThrough) return { countsOn: businessDate, late: false };
  const today = businessTimeOf(now, timeZone, dayCutMinutes).businessDate;
  const next = new Date(Date.parse(`${closedThrough}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return { countsOn: today > next ? today : next, late: true };
}

/** Where something counts that happens now. */
export function tradingDayNow(outlet: Days, now: Date): TradingDay {
  return tradingDay(outlet, businessTimeOf(now, outlet.timeZone, outlet.dayCutMinutes).businessDate, now);
}

/**
 * Where an act on an order counts: in the day in which it happened, but never before what has been booked for the order, so that
 * money never comes in after the day of its sale (invariant I1).
 */
export function tradingDayOfAct(
  outlet: Days,
  context: ActContext,
  order: Pick<Order, 'businessDate' | 'bookedOn' | 'payments'>,
): TradingDay {
  if (context.actedAt === undefined) return tradingDayNow(outlet, context.at);
  const { businessDate } = businessTimeOf(context.actedAt, outlet.timeZone, outlet.dayCutMinutes);
  const day = tradingDay(outlet, businessDate, context.at);
  const booked = [order, ...order.payments].map((one) => one.bookedOn ?? order.businessDate);
  const countsOn = booked.reduce((latest, one) => (one > latest ? one : latest), day.countsOn);
  return { countsOn, late: day.late };
}

/** The day to be kept with it: `null` where that is its own. */
export function bookedOn({ countsOn }: TradingDay, own: string): string | null {
  return countsOn === own ? null : countsOn;
}
