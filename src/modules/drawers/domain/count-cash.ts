import { money, subtract, type Money } from '../../../kernel/money.js';
import type { CountedCash } from './cash-count.js';
import { ACCOUNTS, KEPT_FLOAT, type Entry } from './drawer-ledger.js';
import type { DrawerPolicy } from './drawer-policy.js';
import {
  asOpen,
  refusalOf,
  type ClosedSession,
  type CountingSession,
  type Doing,
  type DrawerSession,
  type ForcedBecause,
  type OpenSession,
} from './drawer-session.js';
import { assertTrayFits, type Tray } from './drawer.js';
import { countOf, countShown, decided, into, outOf, type CashCount, type SessionDecision } from './session-decision.js';

/** Takes a count down while the drawer is in use; one that was forced counts as such. @throws Refusal `drawer_session_not_open`. */
export function countCash(
  session: DrawerSession,
  expected: Money,
  counted: CountedCash,
  policy: DrawerPolicy,
  doing: Doing,
): SessionDecision<OpenSession> {
  const open = asOpen(session);
  const count = countOf(open, open.forced === null ? 'spot' : 'forced', counted, expected, doing);
  const happening = { type: 'pos.cashdrawer.counted', details: { count: countShown(count, false) } } as const;
  return decided(afterCount(open, count, policy), [happening], { counts: [count] });
}

/** Gives the drawer to another cashier, counted or not. @throws Refusal `drawer_session_not_open`. */
export function handOver(
  session: DrawerSession,
  cashierId: string,
  counted: { readonly cash: CountedCash; readonly expected: Money } | null,
  policy: DrawerPolicy,
  doing: Doing,
): SessionDecision<OpenSession> {
  const open = asOpen(session);
  const count = counted && countOf(open, 'handover', counted.cash, counted.expected, doing);
  const next = { ...(count === null ? open : afterCount(open, count, policy)), cashierId };
  const before = { cashierId: open.cashierId };
  const details = { before, count: count && countShown(count, false) };
  return decided(next, [{ type: 'pos.cashdrawer.handed_over', details }], { counts: count === null ? [] : [count] });
}

/**
 * Puts another tray into the drawer, or none; the cash is counted with it.
 * @throws Refusal `drawer_session_not_open`, and those of a tray that does not fit.
 */
export function swapTray(
  session: DrawerSession,
  tray: Tray | null,
  { cash, expected }: { readonly cash: CountedCash; readonly expected: Money },
  policy: DrawerPolicy,
  doing: Doing,
): SessionDecision<OpenSession> {
  const open = asOpen(session);
  if (tray !== null) assertTrayFits(tray, open.outletId, open.cashierId);
  const count = countOf(open, 'handover', cash, expected, doing);
  const next = { ...afterCount(open, count, policy), trayId: tray?.id ?? null };
  const details = { before: { trayId: open.trayId }, count: countShown(count, false) };
  return decided(next, [{ type: 'pos.cashdrawer.tray_swapped', details }], { counts: [count] });
}

/** Begins the closing count: nothing is booked from now on. @throws Refusal `drawer_session_not_open`. */
export function startCount(session: DrawerSession, { actor, at }: Doing): SessionDecision<CountingSession> {
  const next = { ...asOpen(session), status: 'counting', countStartedAt: at, countStartedBy: actor } as const;
  return decided(next, [{ type: 'pos.cashdrawer.count_started', details: {} }]);
}

/** Breaks the closing count off. @throws Refusal `drawer_session_not_counting`. */
export function reopenCount(session: DrawerSession): SessionDecision<OpenSession> {
  const { countStartedAt: _at, countStartedBy: _by, ...counting } = asCounting(session);
  return decided({ ...counting, status: 'open' }, [{ type: 'pos.cashdrawer.count_reopened', details: {} }]);
}

/**
 * Ends the session with a count. Any is accepted; what is off goes to over and short, what is there to the safe. A variance above
 * the outlet's limit is an exception, and waits for somebody to decide on it.
 * @param keptFloat what is left in the drawer for the next session: in the books it lies in the safe until then.
 * @throws Refusal `drawer_session_not_counting`, `drawer_float_too_high`, `currency_mismatch`.
 */
export function closeSession(
  session: DrawerSession,
  expected: Money,
  { cash, keptFloat }: { readonly cash: CountedCash; readonly keptFloat: Money },
  policy: DrawerPolicy,
  doing: Doing,
): SessionDecision<ClosedSession> {
  const { countStartedAt: _at, countStartedBy: _by, forced: _forced, ...counting } = asCounting(session);
  const rest = subtract(cash.total, keptFloat);
  if (rest.amount < 0 || keptFloat.amount < 0) throw refusalOf('drawer_float_too_high', session);
  const count = countOf(session, 'closing', cash, expected, doing);
  const { variance } = count;
  const isOff = Math.abs(variance.amount) > policy.varianceLimit;
  const closed: ClosedSession = {
    ...{ ...counting, status: 'closed', closedAt: doing.at, closedBy: doing.actor, countedLastAt: doing.at },
    ...{ counted: cash.total, expected, variance, keptFloat, decision: { state: isOff ? 'pending' : 'none' } },
  };
  const limit = money(policy.varianceLimit, variance.currency);
  const ended = { type: 'pos.cashdrawer.closed', details: { count: countShown(count, true) } } as const;
  const exception = { type: 'pos.cash_exception', details: { variance, limit } } as const;
  const made = { entries: closingEntries(closed, rest, doing), counts: [count] };
  return decided(closed, isOff ? [ended, exception] : [ended], made);
}

/**
 * Decides on a variance. @throws Refusal `drawer_variance_not_pending`; `drawer_variance_own_count`: it is never decided on by who
 * counted.
 */
export function decideVariance(
  session: DrawerSession,
  state: 'approved' | 'rejected',
  reason: string,
  { actor, at, approvedBy }: Doing,
): SessionDecision<ClosedSession> {
  if (session.status !== 'closed' || session.decision.state !== 'pending')
    throw refusalOf('drawer_variance_not_pending', session);
  if ((approvedBy ?? actor) === session.closedBy) throw refusalOf('drawer_variance_own_count', session);
  const next: ClosedSession = { ...session, decision: { state, by: actor, at, reason, approvedBy } };
  const details = { before: { varianceState: 'pending' }, reason, approvedBy };
  return decided(next, [{ type: 'pos.cashdrawer.variance_decided', details }]);
}

/** What is known of a session when it is asked whether it must be counted. */
export interface CountFacts {
  readonly expected: Money;
  /** Sales in cash since it was last counted. */
  readonly salesSince: number;
}

/** Why the drawer must be counted now, if it must. */
export function countDue(
  session: DrawerSession,
  { expected, salesSince }: CountFacts,
  { cashLimit, forcedCountEvery }: DrawerPolicy,
  at: Date,
): ForcedBecause | undefined {
  if (session.status !== 'open' || session.forced !== null) return undefined;
  if (cashLimit !== null && expected.amount >= cashLimit) return 'cash_limit';
  const { sales, minutes } = forcedCountEvery;
  if (sales !== null && salesSince >= sales) return 'sales';
  const since = at.getTime() - session.countedLastAt.getTime();
  return minutes !== null && since >= minutes * MINUTE_MS ? 'minutes' : undefined;
}

/** Makes the drawer take no money until it is counted. @throws Refusal `drawer_session_not_open`, `drawer_count_forced`. */
export function forceCount(session: DrawerSession, because: ForcedBecause, at: Date): SessionDecision<OpenSession> {
  const open = asOpen(session);
  if (open.forced !== null) throw refusalOf('drawer_count_forced', session);
  const next = { ...open, forced: { at, because } };
  return decided(next, [{ type: 'pos.cashdrawer.count_forced', details: { because } }]);
}

const MINUTE_MS = 60_000;

/** A count ends what sales or minutes have forced; what too much cash has, only if there is less after all. */
function afterCount(session: OpenSession, { total, at }: CashCount, { cashLimit }: DrawerPolicy): OpenSession {
  const stays = session.forced?.because === 'cash_limit' && cashLimit !== null && total.amount >= cashLimit;
  return { ...session, countedLastAt: at, forced: stays ? session.forced : null };
}

function asCounting(session: DrawerSession): CountingSession {
  if (session.status !== 'counting') throw refusalOf('drawer_session_not_counting', session);
  return session;
}

/** After them the drawer's account is zero. */
function closingEntries(session: ClosedSession, rest: Money, doing: Doing): Entry[] {
  const { variance, keptFloat, outletId } = session;
  const off = money(Math.abs(variance.amount), variance.currency);
  const safe = ACCOUNTS.safe(outletId);
  const entries = [
    (variance.amount > 0 ? into : outOf)(session, 'count', off, ACCOUNTS.overShort, doing),
    outOf(session, 'close', rest, safe, doing),
    outOf(session, 'close', keptFloat, safe, doing, { category: KEPT_FLOAT }),
  ];
  return entries.filter(({ amount }) => amount.amount > 0);
}
