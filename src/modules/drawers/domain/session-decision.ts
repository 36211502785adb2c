import type { Decision } from '../../../kernel/decision.js';
import { subtract, type Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { CountedCash, CountedPieces } from './cash-count.js';
import type { DrawerSessionEvents, SessionHappening } from './drawer-events.js';
import { ACCOUNTS, type Entry, type EntryKind } from './drawer-ledger.js';
import type { Doing, DrawerSession } from './drawer-session.js';
import { snapshotOf, type CashCountSnapshot } from './session-snapshot.js';

export type DrawerSessionEvent = {
  [Type in keyof DrawerSessionEvents]: DomainEvent<Type, DrawerSessionEvents[Type]>;
}[keyof DrawerSessionEvents];

export type CountKind = 'spot' | 'handover' | 'closing' | 'forced';

/** A count that was handed in. */
export interface CashCount {
  readonly kind: CountKind;
  readonly denominations: readonly CountedPieces[] | null;
  readonly total: Money;
  readonly expected: Money;
  readonly variance: Money;
  readonly blind: boolean;
  readonly countedBy: string;
  readonly at: Date;
}

/** What a command on a session decided: its state, its events, and what goes into the ledger. */
export interface SessionDecision<State extends DrawerSession = DrawerSession> extends Decision<
  State,
  DrawerSessionEvent
> {
  readonly entries: readonly Entry[];
  readonly counts: readonly CashCount[];
}

/** Ends a command: the session gets its next version and each happening its place in the session's history. */
export function decided<State extends DrawerSession>(
  next: State,
  happenings: readonly SessionHappening[],
  made: { readonly entries?: readonly Entry[]; readonly counts?: readonly CashCount[] } = {},
): SessionDecision<State> {
  const { version, eventSequence } = next;
  const state = { ...next, version: version + 1, eventSequence: eventSequence + happenings.length };
  const session = snapshotOf(state);
  const events = happenings.map(
    ({ type, details }, index) =>
      ({
        ...{ type, aggregate: 'cashdrawers', aggregateId: state.id, sequence: eventSequence + index + 1 },
        ...{ outletId: state.outletId, data: { session, ...details } },
      }) as DrawerSessionEvent,
  );
  return { state, events, entries: made.entries ?? [], counts: made.counts ?? [] };
}

/** What an entry may say beside its amount. */
export interface EntryWords {
  readonly reason?: string | null;
  readonly category?: string | null;
  readonly receiptReference?: string | null;
  readonly person?: string | null;
}

/** Cash into the session's drawer. @param from the account that is credited. */
export function into(
  session: DrawerSession,
  kind: EntryKind,
  amount: Money,
  from: string,
  doing: Doing,
  words?: EntryWords,
): Entry {
  return { ...entryOf(session, kind, amount, doing, words), debit: ACCOUNTS.drawer(session.id), credit: from };
}

/** Cash out of the session's drawer. @param to the account that is debited. */
export function outOf(
  session: DrawerSession,
  kind: EntryKind,
  amount: Money,
  to: string,
  doing: Doing,
  words?: EntryWords,
): Entry {
  return { ...entryOf(session, kind, amount, doing, words), debit: to, credit: ACCOUNTS.drawer(session.id) };
}

function entryOf(
  { id, outletId }: DrawerSession,
  kind: EntryKind,
  amount: Money,
  doing: Doing,
  words: EntryWords = {},
): Omit<Entry, 'debit' | 'credit'> {
  const { reason = null, category = null, receiptReference = null, person = null } = words;
  return { sessionId: id, outletId, kind, amount, reason, category, receiptReference, person, ...doing };
}

/** The count that somebody hands in, against what is expected. */
export function countOf(
  session: DrawerSession,
  kind: CountKind,
  { total, denominations }: CountedCash,
  expected: Money,
  { actor, at }: Doing,
): CashCount {
  const variance = subtract(total, expected);
  return { kind, denominations, total, expected, variance, blind: session.blind, countedBy: actor, at };
}

/** Shows a count. @param told whether the counting is over, so that what was expected may be told. */
export function countShown(count: CashCount, told: boolean): CashCountSnapshot {
  const { kind, total, denominations, blind, expected, variance, countedBy } = count;
  const open = told || !blind;
  return {
    ...{ kind, total, denominations, blind, countedBy },
    ...{ expected: open ? expected : null, variance: open ? variance : null },
  };
}
