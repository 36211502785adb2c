import { licenceEvent, licenceSnapshot, type LicenceEvent } from './licence-events.js';
import { DAY_MS, statusAt, type Subscription } from './subscription.js';

/** Something to remind of, once. */
export interface Reminder {
  /** The paid time that ends, or the grace period after it. */
  readonly kind: 'subscription' | 'license';
  readonly dueAt: Date;
  /** Which of the reminders: 14, 7, 3 or 1 day before the paid time ends; each day of grace. */
  readonly mark: number;
  /** Whole days, begun ones counted. */
  readonly daysLeft: number;
}

const MARKS = [1, 3, 7, 14] as const;

/** What is to be reminded of now; who was not looked at for long is reminded once, not of all that was missed. */
export function dueReminder(licence: Subscription, at: Date): Reminder | undefined {
  const { paidUntil, graceUntil, since } = licence;
  const status = statusAt(licence, at);
  if ((status === 'past_due' || status === 'grace') && graceUntil !== null && at < graceUntil) {
    const daysLeft = daysTo(graceUntil, at);
    return { kind: 'license', dueAt: graceUntil, mark: daysLeft, daysLeft };
  }
  if ((status !== 'trial' && status !== 'active') || paidUntil === null || at >= paidUntil) return undefined;
  const daysLeft = daysTo(paidUntil, at);
  const mark = MARKS.find((days) => daysLeft <= days);
  // Whoever paid for less time than that knows it.
  if (mark === undefined || paidUntil.getTime() - mark * DAY_MS < since.getTime()) return undefined;
  return { kind: 'subscription', dueAt: paidUntil, mark, daysLeft };
}

/** The event of a reminder, and the licence that counts it. */
export function remind(
  licence: Subscription,
  { kind, dueAt, daysLeft }: Reminder,
): { readonly state: Subscription; readonly events: readonly LicenceEvent[] } {
  const state = { ...licence, eventSequence: licence.eventSequence + 1 };
  const type = kind === 'subscription' ? 'pos.subscription.renewal_due' : 'pos.license.renewal_due';
  const reason = kind === 'subscription' ? 'paid_time_ends' : 'grace_ends';
  const data = { licence: licenceSnapshot(state), dueAt: dueAt.toISOString(), daysLeft, reason };
  return { state, events: [licenceEvent(type, state, data)] };
}

function daysTo(end: Date, at: Date): number {
  return Math.ceil((end.getTime() - at.getTime()) / DAY_MS);
}
