/** What wrong tries are counted for (GUARANTEES G10). */
export type CountScope = 'person_on_device' | 'device' | 'account';

/** What one count is of. */
export interface CountPlace {
  readonly scope: CountScope;
  /** As it was sent, whether or not there is such a person; `null` of a device. */
  readonly personId: string | null;
  /** `null` of an account, and where somebody tries without a device. */
  readonly deviceId: string | null;
}

/** How often was tried in vain. */
export interface GuessCount extends CountPlace {
  readonly wrong: number;
  /** Of a device: when the tries were that count still. */
  readonly recent: readonly Date[];
  /** Of an account: the day of UTC that `wrong` is of, such as 2026-01-31. */
  readonly day: string | null;
  readonly lockedUntil: Date | null;
  readonly triedAt: Date;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Wrong tries of one person on one device until the first wait, and how the waits grow (G10). */
export const PERSON_ON_DEVICE = { wrongMax: 5, firstWaitMs: 30 * SECOND_MS, waitMaxMs: HOUR_MS } as const;
/** Wrong tries on one device over all persons within the window, and for how long it then takes none (G10). */
export const DEVICE = { wrongMax: 10, windowMs: 15 * MINUTE_MS, waitMs: 15 * MINUTE_MS } as const;
/** Wrong tries of one person over all devices within a day of UTC (G10). */
export const ACCOUNT = { wrongMax: 50 } as const;
/** After so long without a try a person's count on a device begins anew. */
export const FORGOTTEN_MS = 7 * DAY_MS;

/** A count of which nobody has tried anything. */
export function noGuesses(place: CountPlace, at: Date): GuessCount {
  return { ...place, wrong: 0, recent: [], day: null, lockedUntil: null, triedAt: at };
}

/** Until when nothing may be tried; `null`: something may. */
export function lockOf({ lockedUntil }: Pick<GuessCount, 'lockedUntil'>, at: Date): Date | null {
  return lockedUntil !== null && lockedUntil > at ? lockedUntil : null;
}

/**
 * Counts a try as wrong, before it is looked at: whatever is tried at the same time finds it counted. What reaches a limit locks at
 * once. Only for a count that is not locked.
 */
export function charge(count: GuessCount, at: Date): GuessCount {
  if (count.scope === 'device') {
    const recent = [...count.recent.filter((time) => time.getTime() > at.getTime() - DEVICE.windowMs), at];
    const lockedUntil = recent.length >= DEVICE.wrongMax ? later(at, DEVICE.waitMs) : null;
    return { ...count, wrong: recent.length, recent, lockedUntil, triedAt: at };
  }
  if (count.scope === 'account') {
    const day = dayOf(at);
    const wrong = count.day === day ? count.wrong + 1 : 1;
    return { ...count, wrong, day, lockedUntil: wrong >= ACCOUNT.wrongMax ? nextDay(at) : null, triedAt: at };
  }
  const isForgotten = at.getTime() - count.triedAt.getTime() >= FORGOTTEN_MS;
  const wrong = isForgotten ? 1 : count.wrong + 1;
  return { ...count, wrong, lockedUntil: waitAfter(wrong, at), triedAt: at };
}

/** Takes back what `charge` counted at that time: the try was right, or was never looked at. */
export function giveBack(count: GuessCount, chargedAt: Date): GuessCount {
  if (count.scope === 'device') {
    const index = count.recent.findIndex((time) => time.getTime() === chargedAt.getTime());
    const recent = count.recent.filter((_, place) => place !== index);
    const lockedUntil = recent.length >= DEVICE.wrongMax ? count.lockedUntil : null;
    return { ...count, wrong: recent.length, recent, lockedUntil };
  }
  if (count.scope === 'account' && count.day !== dayOf(chargedAt)) return count;
  const wrong = Math.max(count.wrong - 1, 0);
  const isOver = wrong >= (count.scope === 'account' ? ACCOUNT.wrongMax : PERSON_ON_DEVICE.wrongMax);
  return { ...count, wrong, lockedUntil: isOver ? count.lockedUntil : null };
}

/** Begins anew: after a right PIN for the person on the device, or because somebody lifts the lock. */
export function forgive(count: GuessCount): GuessCount {
  return { ...count, wrong: 0, recent: [], lockedUntil: null };
}

/** 30 s with the fifth wrong try, then twice as long with each, up to an hour. */
function waitAfter(wrong: number, at: Date): Date | null {
  const more = wrong - PERSON_ON_DEVICE.wrongMax;
  if (more < 0) return null;
  return later(at, Math.min(PERSON_ON_DEVICE.firstWaitMs * 2 ** Math.min(more, 20), PERSON_ON_DEVICE.waitMaxMs));
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function nextDay(at: Date): Date {
  return new Date((Math.floor(at.getTime() / DAY_MS) + 1) * DAY_MS);
}

function later(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
