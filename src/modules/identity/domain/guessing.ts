import type { DomainEvent } from '../../../kernel/outbox.js';
import type { Id } from '../../../kernel/ids.js';
import type { PersonId } from './login.js';

export type GuessesId = Id<'login-guesses'>;

/** The wrong tries on one account, whether there is such an account or not. */
export interface Guesses {
  readonly id: GuessesId;
  /** HMAC of the address. */
  readonly accountKey: string;
  /** Since the last right one. */
  readonly failures: number;
  /** The UTC day that `dayFailures` counts, `2026-11-21`. */
  readonly day: string;
  readonly dayFailures: number;
  readonly lockedUntil: Date | null;
  readonly lastTryAt: Date;
  readonly eventSequence: number;
}

/** Wrong tries in a row before an account is locked for a while (GUARANTEES G10). */
export const FREE_TRIES = 5;
/** Wrong tries in a UTC day before it is locked until the next. */
export const TRIES_A_DAY = 50;
const FIRST_LOCK_MS = 30_000;
const LONGEST_LOCK_MS = 3_600_000;
const DAY_MS = 86_400_000;

export type Reservation =
  /** The try may be made, and counts as wrong until it turns out to be right. */
  | { readonly allowed: true; readonly guesses: Guesses }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

/** No tries yet. */
export function noGuesses(id: GuessesId, accountKey: string, at: Date): Guesses {
  return {
    ...{ id, accountKey, failures: 0, day: dayOf(at), dayFailures: 0, lockedUntil: null, lastTryAt: at },
    eventSequence: 0,
  };
}

/**
 * Reserves a try before the password is looked at: tries that run at the same time are all counted, so that no more of them
 * are made than one after the other.
 */
export function reserveTry(guesses: Guesses, at: Date): Reservation {
  const lockedUntil = lockAt(guesses, at);
  if (lockedUntil !== null)
    return { allowed: false, retryAfterSeconds: Math.ceil((lockedUntil.getTime() - at.getTime()) / 1_000) };
  const day = dayOf(at);
  const failures = guesses.failures + 1;
  const dayFailures = (guesses.day === day ? guesses.dayFailures : 0) + 1;
  const until = dayFailures >= TRIES_A_DAY ? nextDayAfter(at) : afterFailures(failures, at);
  return { allowed: true, guesses: { ...guesses, failures, day, dayFailures, lockedUntil: until, lastTryAt: at } };
}

/** The try was right: the row of wrong ones ends. What others guessed today still counts for the day. */
export function tryWasRight(guesses: Guesses, reservedOn: string): Guesses {
  const given = withoutOne(guesses, reservedOn);
  return { ...given, failures: 0, lockedUntil: given.dayFailures >= TRIES_A_DAY ? guesses.lockedUntil : null };
}

/** The try said nothing about right or wrong: it is taken back. A lock that it brought about goes with it. */
export function tryIsTakenBack(guesses: Guesses, reservedOn: string): Guesses {
  const failures = Math.max(0, guesses.failures - 1);
  const given = { ...withoutOne(guesses, reservedOn), failures };
  const stays = given.dayFailures >= TRIES_A_DAY || failures >= FREE_TRIES;
  return { ...given, lockedUntil: stays ? guesses.lockedUntil : null };
}

/** Somebody lifts the lock: all is forgotten. */
export function forgiven(guesses: Guesses): Guesses {
  return { ...guesses, failures: 0, dayFailures: 0, lockedUntil: null };
}

/** When the lock that holds then ends; `null`: none holds. */
export function lockAt({ lockedUntil }: Guesses, at: Date): Date | null {
  return lockedUntil !== null && lockedUntil > at ? lockedUntil : null;
}

function withoutOne(guesses: Guesses, reservedOn: string): Guesses {
  if (guesses.day !== reservedOn) return guesses;
  return { ...guesses, dayFailures: Math.max(0, guesses.dayFailures - 1) };
}

/** 30 s after the fifth in a row, twice as long after each further one, at most an hour. */
function afterFailures(failures: number, at: Date): Date | null {
  if (failures < FREE_TRIES) return null;
  const ms = Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** (failures - FREE_TRIES));
  return new Date(at.getTime() + ms);
}

/** The UTC day of a time. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function nextDayAfter(at: Date): Date {
  return new Date((Math.floor(at.getTime() / DAY_MS) + 1) * DAY_MS);
}

/** Tries on an account as events show them. Not which address: `personId` is null for one that nobody has. */
export interface AttemptsSnapshot {
  readonly id: GuessesId;
  readonly personId: PersonId | null;
  /** @asType integer */
  readonly failures: number;
  /** @asType integer */
  readonly failuresToday: number;
  /** @format date-time */
  readonly lockedUntil: string | null;
}

/** The data of the events of tries by their types. */
export interface AttemptEvents {
  /** Somebody tried to sign in, or to change what only the person may change, and was wrong. */
  'pos.identity.signed_in_failed': {
    readonly attempts: AttemptsSnapshot;
    /** What was wrong: `password`, `otp`, `recovery_code`, `rights`. */
    readonly because: string;
  };
  /** There were too many wrong tries on an account that somebody has. */
  'pos.identity.locked': { readonly attempts: AttemptsSnapshot };
  /** An administrator lifted the lock. */
  'pos.identity.unlocked': { readonly attempts: AttemptsSnapshot; readonly reason: string };
}

export type AttemptEvent = {
  [Type in keyof AttemptEvents]: DomainEvent<Type, AttemptEvents[Type]>;
}[keyof AttemptEvents];

/** The event of tries that are as shown afterwards, and the tries that count it. */
export function attemptEvent<Type extends keyof AttemptEvents>(
  type: Type,
  guesses: Guesses,
  personId: PersonId | null,
  more: Omit<AttemptEvents[Type], 'attempts'>,
): { readonly guesses: Guesses; readonly event: AttemptEvent } {
  const counted = { ...guesses, eventSequence: guesses.eventSequence + 1 };
  const { id, failures, dayFailures: failuresToday, lockedUntil, eventSequence: sequence } = counted;
  const attempts = { id, personId, failures, failuresToday, lockedUntil: lockedUntil?.toISOString() ?? null };
  const place = { aggregate: 'login_attempts', aggregateId: id, sequence, outletId: null };
  return { guesses: counted, event: { type, ...place, data: { attempts, ...more } } as unknown as AttemptEvent };
}
