import { subtract, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { ACCOUNTS, PETTY_CASH, type Entry } from './drawer-ledger.js';
import type { DrawerPolicy } from './drawer-policy.js';
import type { DrawerRefusal } from './drawer-refusal.js';
import { asOpen, asTaking, refusalOf, type Doing, type DrawerSession, type OpenSession } from './drawer-session.js';
import { decided, into, outOf, type EntryWords, type SessionDecision } from './session-decision.js';
import { movementOf } from './session-snapshot.js';

export type CashMove = 'skim' | 'paid_in' | 'paid_out' | 'tip_out';

const HAPPENED = {
  skim: 'pos.cashdrawer.skimmed',
  paid_in: 'pos.cashdrawer.paid_in',
  paid_out: 'pos.cashdrawer.paid_out',
  tip_out: 'pos.cashdrawer.tipped_out',
} as const;

/**
 * Moves cash into or out of a drawer in mid-shift. What is taken out may end a forced count.
 * @param expected what the drawer should hold now.
 * @throws Refusal `drawer_session_not_open`, `drawer_count_forced` (nothing more goes in), `drawer_amount_invalid`,
 * `currency_mismatch`, `drawer_cash_too_low`.
 */
export function moveCash(
  session: DrawerSession,
  expected: Money,
  move: { readonly kind: CashMove; readonly amount: Money } & EntryWords,
  policy: DrawerPolicy,
  doing: Doing,
): SessionDecision<OpenSession> {
  const { kind, amount } = move;
  const open = kind === 'paid_in' ? asTaking(session) : asOpen(session);
  const rest = restAfter(open, expected, amount, kind === 'paid_in');
  const entry = entryFor(open, move, doing);
  const movement = movementOf(entry);
  const details = { movement, reason: entry.reason, approvedBy: doing.approvedBy };
  return decided(relieved(open, rest, policy), [{ type: HAPPENED[kind], details }], { entries: [entry] });
}

/**
 * Moves cash from one drawer of an outlet to another.
 * @throws Refusal as `moveCash`, for either of both, and `drawer_transfer_invalid`.
 */
export function transferCash(
  from: { readonly session: DrawerSession; readonly expected: Money },
  to: DrawerSession,
  { amount, reason }: { readonly amount: Money; readonly reason: string },
  policy: DrawerPolicy,
  doing: Doing,
): { readonly from: SessionDecision<OpenSession>; readonly to: SessionDecision<OpenSession> } {
  const [giver, taker] = [asOpen(from.session), asTaking(to)];
  if (giver.id === taker.id || giver.outletId !== taker.outletId || giver.currency !== taker.currency)
    throw refusalOf('drawer_transfer_invalid', taker);
  const rest = restAfter(giver, from.expected, amount, false);
  const transit = ACCOUNTS.transit(giver.outletId);
  const out = outOf(giver, 'transfer_out', amount, transit, doing, { reason });
  const inward = into(taker, 'transfer_in', amount, transit, doing, { reason });
  const told = (state: OpenSession, entry: Entry, other: OpenSession): SessionDecision<OpenSession> => {
    const details = { movement: movementOf(entry), reason, approvedBy: doing.approvedBy, otherSessionId: other.id };
    return decided(state, [{ type: 'pos.cashdrawer.transferred', details }], { entries: [entry] });
  };
  return { from: told(relieved(giver, rest, policy), out, taker), to: told(taker, inward, giver) };
}

/** Opens a drawer without a sale: no money moves, but how often is told. @throws Refusal `drawer_session_not_open`. */
export function openWithoutSale(session: DrawerSession, reason: string, doing: Doing): SessionDecision<OpenSession> {
  const open = asOpen(session);
  const details = { reason, approvedBy: doing.approvedBy };
  return decided({ ...open, noSales: open.noSales + 1 }, [{ type: 'pos.cashdrawer.no_sale', details }]);
}

function entryFor(
  session: OpenSession,
  { kind, amount, ...words }: { readonly kind: CashMove; readonly amount: Money } & EntryWords,
  doing: Doing,
): Entry {
  const { category } = words;
  switch (kind) {
    case 'paid_in':
      return into(session, kind, amount, ACCOUNTS.paidIn, doing, words);
    case 'skim':
      return outOf(session, kind, amount, ACCOUNTS.safe(session.outletId), doing, words);
    case 'tip_out':
      return outOf(session, kind, amount, ACCOUNTS.tips, doing, words);
    case 'paid_out': {
      const account = ACCOUNTS.paidOut(category ?? 'other');
      return outOf(session, category === PETTY_CASH ? 'petty_cash' : kind, amount, account, doing, words);
    }
  }
}

function restAfter(session: OpenSession, expected: Money, amount: Money, isInward: boolean): Money {
  const rest = subtract(expected, amount); // also refuses another currency
  if (amount.amount <= 0) throw new Refusal<DrawerRefusal>('drawer_amount_invalid', { drawerSessionId: session.id });
  if (!isInward && rest.amount < 0) throw refusalOf('drawer_cash_too_low', session);
  return rest;
}

/** A count that was forced by too much cash is forced no more once there is less. */
function relieved(session: OpenSession, rest: Money, { cashLimit }: DrawerPolicy): OpenSession {
  if (session.forced?.because !== 'cash_limit') return session;
  return cashLimit === null || rest.amount < cashLimit ? { ...session, forced: null } : session;
}
