import { LIMITED_THINGS, type LimitedThing } from './limited-thing.js';
import { DAY_MS } from './subscription.js';

/** What was used on one day, by UTC: orders placed in it, the others as many as there were when it was counted. */
export interface UsageSnapshot extends Readonly<Record<LimitedThing, number>> {
  /** `2026-01-31`. */
  readonly day: string;
  readonly orders: number;
  /** All orders up to the end of the day: what stands for the storage in use, because counting bytes is too slow. */
  readonly storedOrders: number;
  readonly takenAt: Date;
}

/** What a month came to. */
export interface MonthUsage {
  readonly orders: number;
  /** The most of each on any day. */
  readonly most: Readonly<Record<LimitedThing, number>>;
  /** Days that were counted. */
  readonly days: number;
}

/** Days that are counted again: tills that were offline hand in orders late (GUARANTEES G7, 72 h). */
const RECOUNTED_DAYS = 4;
/** How far back a business is counted that was not looked at for long. */
const CAUGHT_UP_DAYS = 62;

/** The day of a time, by UTC. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** The first moment of a day. */
export function startOf(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** The day so many days later. */
export function daysAfter(day: string, days: number): string {
  return dayOf(new Date(startOf(day).getTime() + days * DAY_MS));
}

/** The first day of the month of a day. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** The first day of the month before, or after. */
export function monthAfter(month: string, months: number): string {
  const at = startOf(month);
  return dayOf(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1)));
}

/**
 * The whole days to be counted now, oldest first: those that were missed, and before them the last ones again. None when
 * yesterday was counted: once a day is enough.
 * @param last counted before; a business that is new to this begins yesterday.
 */
export function daysToCount(at: Date, last: string | null): string[] {
  const today = dayOf(at);
  const yesterday = daysAfter(today, -1);
  if (last !== null && last >= yesterday) return [];
  const earliest = daysAfter(today, -CAUGHT_UP_DAYS);
  const again = last === null ? yesterday : daysAfter(last, 1 - RECOUNTED_DAYS);
  const days: string[] = [];
  for (let day = again < earliest ? earliest : again; day < today; day = daysAfter(day, 1)) days.push(day);
  return days;
}

/** Adds up days. */
export function monthUsage(snapshots: readonly UsageSnapshot[]): MonthUsage {
  const mostOf = (thing: LimitedThing): number => Math.max(0, ...snapshots.map((one) => one[thing]));
  const most = Object.fromEntries(LIMITED_THINGS.map((thing) => [thing, mostOf(thing)])) as MonthUsage['most'];
  return { orders: snapshots.reduce((sum, { orders }) => sum + orders, 0), most, days: snapshots.length };
}
