import { Refusal } from '../../../kernel/refusal.js';
import { closeSession, countCash, countDue, decideVariance, forceCount } from './count-cash.js';
import { handOver, reopenCount, startCount, swapTray } from './count-cash.js';
import { counted, doing, drawer, KES, later, opened, policy, sessions, tray } from './drawer.examples.js';
import { otherOutletId } from './drawer.examples.js';
import type { DrawerRefusal } from './drawer-refusal.js';
import type { DrawerSession, SessionId } from './drawer-session.js';
import { moveCash, openWithoutSale, transferCash, type CashMove } from './move-cash.js';
import { openDrawerSession } from './open-drawer-session.js';
import type { SessionDecision } from './session-decision.js';

const expected = KES(1000);
const other = opened('01979f60-0000-7000-8000-0000000000f2');
const manager = { ...doing, actor: 'user:manager' };
const move = (kind: CashMove) => (session: DrawerSession) =>
  moveCash(session, expected, { kind, amount: KES(100), reason: 'r' }, policy, doing);
const wish = { amount: KES(100), reason: 'r' };

const commands = {
  skim: move('skim'),
  payIn: move('paid_in'),
  payOut: move('paid_out'),
  tipOut: move('tip_out'),
  noSale: (session: DrawerSession) => openWithoutSale(session, 'r', doing),
  transferFrom: (session: DrawerSession) => transferCash({ session, expected }, other, wish, policy, doing).from,
  transferTo: (session: DrawerSession) => transferCash({ session: other, expected }, session, wish, policy, doing).to,
  count: (session: DrawerSession) => countCash(session, expected, counted(900), policy, doing),
  handOver: (session: DrawerSession) => handOver(session, 'user:ben', null, policy, doing),
  swapTray: (session: DrawerSession) => swapTray(session, tray, { cash: counted(900), expected }, policy, doing),
  forceCount: (session: DrawerSession) => forceCount(session, 'minutes', later),
  startCount: (session: DrawerSession) => startCount(session, doing),
  reopenCount: (session: DrawerSession) => reopenCount(session),
  close: (session: DrawerSession) =>
    closeSession(session, expected, { cash: counted(900), keptFloat: KES(0) }, policy, doing),
  decide: (session: DrawerSession) => decideVariance(session, 'approved', 'r', manager),
} as const satisfies Record<string, (session: DrawerSession) => SessionDecision>;

type Outcome = DrawerSession['status'] | DrawerRefusal;
const NOT_OPEN = {
  counting: 'drawer_session_not_open',
  closed: 'drawer_session_not_open',
  off: 'drawer_session_not_open',
} as const;
const ANY_OPEN = { open: 'open', forced: 'open', ...NOT_OPEN } as const;
const TAKING = { open: 'open', forced: 'drawer_count_forced', ...NOT_OPEN } as const;
const ON_COUNTING = {
  open: 'drawer_session_not_counting',
  forced: 'drawer_session_not_counting',
  closed: 'drawer_session_not_counting',
  off: 'drawer_session_not_counting',
} as const;
const NO_VARIANCE = 'drawer_variance_not_pending';

const outcomes: Record<keyof typeof commands, Record<keyof typeof sessions, Outcome>> = {
  skim: ANY_OPEN,
  payIn: TAKING,
  payOut: ANY_OPEN,
  tipOut: ANY_OPEN,
  noSale: ANY_OPEN,
  transferFrom: ANY_OPEN,
  transferTo: TAKING,
  count: ANY_OPEN,
  handOver: ANY_OPEN,
  swapTray: ANY_OPEN,
  forceCount: TAKING,
  startCount: { open: 'counting', forced: 'counting', ...NOT_OPEN },
  reopenCount: { ...ON_COUNTING, counting: 'open' },
  close: { ...ON_COUNTING, counting: 'closed' },
  decide: { open: NO_VARIANCE, forced: NO_VARIANCE, counting: NO_VARIANCE, closed: NO_VARIANCE, off: 'closed' },
};

describe.each(Object.entries(outcomes))('%s', (command, row) => {
  test.each(Object.entries(row))('on a session that is %s: %s', (state, outcome) => {
    const session = sessions[state as keyof typeof sessions];
    const decide = (): SessionDecision => commands[command as keyof typeof commands](session);
    expect(outcomeOf(decide)).toBe(outcome);
    if (outcome !== 'open' && outcome !== 'counting' && outcome !== 'closed') return;
    const { state: next, events } = decide();
    expect(next.version).toBe(session.version + 1);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => session.eventSequence + 1 + index));
  });
});

describe('opening', () => {
  const opening = {
    ...{ id: '01979f60-0000-7000-8000-0000000000f9' as SessionId, drawer, tray: null, deviceId: null },
    ...{ cashierId: 'user:amina', currency: 'KES', float: KES(0) },
  };

  test('takes the next number, the device of the drawer, and no entry for no float', () => {
    const { state, entries } = openDrawerSession(opening, policy, doing);
    expect(state).toMatchObject({ number: 7, deviceId: 'till-1', status: 'open', version: 1, blind: true });
    expect(entries).toEqual([]);
  });

  test.each([
    { title: 'a drawer that was put away', more: { drawer: { ...drawer, active: false } }, code: 'drawer_inactive' },
    {
      title: 'a tray of another outlet',
      more: { tray: { ...tray, outletId: otherOutletId } },
      code: 'drawer_tray_not_found',
    },
    { title: 'a tray that was put away', more: { tray: { ...tray, active: false } }, code: 'drawer_tray_inactive' },
    { title: 'the tray of another', more: { tray: { ...tray, owner: 'user:ben' } }, code: 'drawer_tray_of_another' },
    { title: 'a float below zero', more: { float: KES(-1) }, code: 'drawer_amount_invalid' },
    { title: 'another currency', more: { float: { amount: 1, currency: 'USD' } }, code: 'currency_mismatch' },
  ])('of $title is refused', ({ more, code }) => {
    expect(outcomeOf(() => openDrawerSession({ ...opening, ...more }, policy, doing))).toBe(code);
  });
});

describe('closing', () => {
  test.each([
    { title: 'nothing is missing', cash: 1000, kept: 0, variance: 0, entries: ['close 1000'] },
    { title: 'some is kept', cash: 1000, kept: 300, variance: 0, entries: ['close 700', 'close 300 kept_float'] },
    { title: 'all is kept', cash: 1000, kept: 1000, variance: 0, entries: ['close 1000 kept_float'] },
    { title: 'little is short', cash: 500, kept: 0, variance: -500, entries: ['count 500', 'close 500'] },
    { title: 'it is empty', cash: 0, kept: 0, variance: -1000, entries: ['count 1000'], pending: true },
    { title: 'much is over', cash: 1501, kept: 0, variance: 501, entries: ['count 501', 'close 1501'], pending: true },
  ])('$title', ({ cash, kept, variance, entries, pending = false }) => {
    const decision = closeSession(
      sessions.counting,
      expected,
      { cash: counted(cash), keptFloat: KES(kept) },
      policy,
      doing,
    );
    expect(decision.state).toMatchObject({
      variance: KES(variance),
      decision: { state: pending ? 'pending' : 'none' },
    });
    expect(
      decision.entries.map(({ kind, amount, category }) => [kind, amount.amount, category ?? []].flat().join(' ')),
    ).toEqual(entries);
    expect(decision.events.map(({ type }) => type)).toEqual(
      pending ? ['pos.cashdrawer.closed', 'pos.cash_exception'] : ['pos.cashdrawer.closed'],
    );
  });

  test.each([1001, -1])('to keep %i of 1000 is refused', (kept) => {
    const count = { cash: counted(1000), keptFloat: KES(kept) };
    expect(outcomeOf(() => closeSession(sessions.counting, expected, count, policy, doing))).toBe(
      'drawer_float_too_high',
    );
  });
});

describe('a variance is decided on', () => {
  test('by somebody else only', () => {
    expect(outcomeOf(() => decideVariance(sessions.off, 'approved', 'r', doing))).toBe('drawer_variance_own_count');
    const approved = decideVariance(sessions.off, 'rejected', 'r', { ...doing, approvedBy: 'user:manager' });
    expect(approved.state.decision).toMatchObject({ state: 'rejected', by: doing.actor, approvedBy: 'user:manager' });
    const own = { ...manager, approvedBy: doing.actor };
    expect(outcomeOf(() => decideVariance(sessions.off, 'approved', 'r', own))).toBe('drawer_variance_own_count');
  });
});

describe('cash', () => {
  test.each([
    { amount: KES(1001), code: 'drawer_cash_too_low' },
    { amount: KES(0), code: 'drawer_amount_invalid' },
    { amount: KES(-1), code: 'drawer_amount_invalid' },
    { amount: { amount: 1, currency: 'USD' }, code: 'currency_mismatch' },
  ])('of $amount is not skimmed from 1000', ({ amount, code }) => {
    const skim = (): unknown => moveCash(sessions.open, expected, { kind: 'skim', amount }, policy, doing);
    expect(outcomeOf(skim)).toBe(code);
  });

  test('does not go from a drawer to itself or to another outlet', () => {
    for (const to of [sessions.open, { ...other, outletId: otherOutletId }]) {
      const transfer = (): unknown => transferCash({ session: sessions.open, expected }, to, wish, policy, doing);
      expect(outcomeOf(transfer)).toBe('drawer_transfer_invalid');
    }
  });

  test('that is petty is booked as such', () => {
    const out = { kind: 'paid_out', amount: KES(1), category: 'petty_cash' } as const;
    const [entry] = moveCash(sessions.open, expected, out, policy, doing).entries;
    expect(entry).toMatchObject({ kind: 'petty_cash', debit: 'paid_out:petty_cash' });
  });
});

describe('a count is forced', () => {
  const facts = { expected: KES(1000), salesSince: 3 };
  const every = (sales: number | null, minutes: number | null) => ({ forcedCountEvery: { sales, minutes } });
  test.each([
    { title: 'at the limit', more: { cashLimit: 1000 }, because: 'cash_limit' },
    { title: 'below it not', more: { cashLimit: 1001 }, because: undefined },
    { title: 'after so many sales', more: every(3, null), because: 'sales' },
    { title: 'before them not', more: every(4, null), because: undefined },
    { title: 'after so many minutes', more: every(null, 600), because: 'minutes' },
    { title: 'before them not', more: every(null, 601), because: undefined },
    { title: 'never without a limit', more: {}, because: undefined },
  ])('$title', ({ more, because }) => {
    expect(countDue(sessions.open, facts, { ...policy, ...more }, later)).toBe(because);
    for (const session of [sessions.forced, sessions.counting, sessions.closed])
      expect(countDue(session, facts, { ...policy, ...more }, later)).toBeUndefined();
  });

  const full = { ...sessions.open, forced: { at: later, because: 'cash_limit' } } as const;
  const limited = { ...policy, cashLimit: 950 };
  test.each([
    {
      title: 'a count that finds too much ends it not',
      decide: () => countCash(full, expected, counted(950), limited, doing),
      ends: false,
    },
    {
      title: 'a count that finds less ends it',
      decide: () => countCash(full, expected, counted(949), limited, doing),
      ends: true,
    },
    {
      title: 'too small a skim ends it not',
      decide: () => moveCash(full, expected, { kind: 'skim', amount: KES(50) }, limited, doing),
      ends: false,
    },
    {
      title: 'a skim ends it',
      decide: () => moveCash(full, expected, { kind: 'skim', amount: KES(51) }, limited, doing),
      ends: true,
    },
    {
      title: 'any count ends what sales forced',
      decide: () => countCash(sessions.forced, expected, counted(9000), limited, doing),
      ends: true,
    },
    {
      title: 'a skim ends that not',
      decide: () => moveCash(sessions.forced, expected, { kind: 'skim', amount: KES(900) }, limited, doing),
      ends: false,
    },
  ])('$title', ({ decide, ends }) => {
    expect(decide().state.forced === null).toBe(ends);
  });
});

test('a blind count tells what was counted and not what was expected, until the session is closed', () => {
  const data = countCash(sessions.open, expected, counted(900), policy, doing).events[0]?.data;
  expect(data).toMatchObject({ count: { total: KES(900), expected: null, variance: null } });
  const open = { ...sessions.open, blind: false };
  expect(countCash(open, expected, counted(900), policy, doing).events[0]?.data).toMatchObject({
    count: { total: KES(900), expected: KES(1000), variance: KES(-100) },
  });
});

function outcomeOf(decide: () => unknown): string {
  try {
    return (decide() as SessionDecision).state.status;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
