import fc from 'fast-check';
import { Refusal } from '../../../kernel/refusal.js';
import type { Money } from '../../../kernel/money.js';
import { closeSession, countCash, decideVariance, forceCount } from './count-cash.js';
import { handOver, reopenCount, startCount, swapTray } from './count-cash.js';
import { counted, doing, drawer, KES, opened, policy, tray } from './drawer.examples.js';
import { ACCOUNTS, balanceOf, expectedOf, type Entry } from './drawer-ledger.js';
import type { DrawerSession, SessionId } from './drawer-session.js';
import { moveCash, openWithoutSale, transferCash, type CashMove } from './move-cash.js';
import { openDrawerSession } from './open-drawer-session.js';
import { into, type SessionDecision } from './session-decision.js';

// Two drawers live through any history of commands. A model beside them knows numbers only: what is in each drawer. After each step
// what the ledger expects is what the model has, and the books of all accounts together are zero.

interface Step {
  readonly verb: keyof typeof verbs;
  readonly on: 0 | 1;
  readonly amount: number;
}
interface World {
  readonly sessions: [DrawerSession, DrawerSession];
  readonly entries: Entry[];
  /** What the model has in each drawer. */
  readonly cash: [number, number];
}

const manager = { ...doing, actor: 'user:manager' };
const limited = { ...policy, cashLimit: 5000 };
const expectedIn = (world: World, on: 0 | 1): Money => expectedOf(world.sessions[on], world.entries);

function apply(world: World, on: 0 | 1, decision: SessionDecision, moved: number): void {
  world.sessions[on] = decision.state;
  world.entries.push(...decision.entries);
  world.cash[on] += moved;
}

const move =
  (kind: CashMove, sign: 1 | -1) =>
  (world: World, { on, amount }: Step): void => {
    const wish = { kind, amount: KES(amount), reason: 'r', category: kind === 'paid_out' ? 'petty_cash' : null };
    apply(world, on, moveCash(world.sessions[on], expectedIn(world, on), wish, limited, doing), sign * amount);
  };
const still =
  (decide: (session: DrawerSession, expected: Money, amount: number) => SessionDecision) =>
  (world: World, { on, amount }: Step): void =>
    apply(world, on, decide(world.sessions[on], expectedIn(world, on), amount), 0);

const verbs = {
  open: (world: World, { on, amount }: Step): void => {
    if (world.sessions[on].status !== 'closed') return; // the use case refuses it
    const id = `01979f60-0000-7000-8000-${String(world.entries.length).padStart(12, '0')}` as SessionId;
    const opening = { id, drawer, tray: null, deviceId: null, cashierId: 'user:amina', currency: 'KES' };
    apply(world, on, openDrawerSession({ ...opening, float: KES(amount) }, limited, doing), amount);
  },
  sell: (world: World, { on, amount }: Step): void => {
    const session = world.sessions[on];
    if (session.status !== 'open' || session.forced !== null || amount === 0) return; // the database refuses it
    world.entries.push(into(session, 'sale', KES(amount), ACCOUNTS.sales, doing));
    world.cash[on] += amount;
  },
  skim: move('skim', -1),
  payIn: move('paid_in', 1),
  payOut: move('paid_out', -1),
  tipOut: move('tip_out', -1),
  transfer: (world: World, { on, amount }: Step): void => {
    const to = on === 0 ? 1 : 0;
    const from = { session: world.sessions[on], expected: expectedIn(world, on) };
    const decision = transferCash(from, world.sessions[to], { amount: KES(amount), reason: 'r' }, limited, doing);
    apply(world, on, decision.from, -amount);
    apply(world, to, decision.to, amount);
  },
  noSale: still((session) => openWithoutSale(session, 'r', doing)),
  count: still((session, expected, amount) => countCash(session, expected, counted(amount), limited, doing)),
  handOver: still((session) => handOver(session, 'user:ben', null, limited, doing)),
  swapTray: still((session, expected, amount) =>
    swapTray(session, tray, { cash: counted(amount), expected }, limited, doing),
  ),
  force: still((session) => forceCount(session, 'cash_limit', doing.at)),
  startCount: still((session) => startCount(session, doing)),
  reopenCount: still((session) => reopenCount(session)),
  close: (world: World, { on, amount }: Step): void => {
    const count = { cash: counted(amount), keptFloat: KES(amount % 7) };
    const decision = closeSession(world.sessions[on], expectedIn(world, on), count, limited, doing);
    expect(decision.state.variance.amount).toBe(amount - world.cash[on]);
    apply(world, on, decision, -world.cash[on]);
  },
  decide: still((session) => decideVariance(session, 'approved', 'r', manager)),
};

const steps: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(...(Object.keys(verbs) as (keyof typeof verbs)[])),
  on: fc.constantFrom(0, 1),
  amount: fc.integer({ min: 0, max: 3000 }),
});

test('after each step of any history, what is expected is the sum of what moved', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 60 }), (history) => {
      const world = start();
      for (const step of history) {
        tolerated(() => verbs[step.verb](world, step));
        for (const on of [0, 1] as const) expect(expectedIn(world, on).amount).toBe(world.cash[on]);
        expect(totalOf(world.entries)).toBe(0);
        const [first, second] = world.sessions;
        expect(balanceOf(ACCOUNTS.transit(first.outletId), world.entries, 'KES').amount).toBe(0);
        expect(world.entries.every(({ amount }) => amount.amount > 0)).toBe(true);
        if (first.status === 'closed') expect(world.cash[0]).toBe(0);
        if (second.status === 'closed') expect(world.cash[1]).toBe(0);
      }
    }),
    { numRuns: 1000 },
  );
});

function start(): World {
  const sessions: [DrawerSession, DrawerSession] = [opened(), opened('01979f60-0000-7000-8000-0000000000f2')];
  const entries = sessions.map((session) => into(session, 'float', KES(1000), ACCOUNTS.safe(session.outletId), doing));
  return { sessions, entries, cash: [1000, 1000] };
}

function totalOf(entries: readonly Entry[]): number {
  const accounts = new Set(entries.flatMap(({ debit, credit }) => [debit, credit]));
  return [...accounts].reduce((total, account) => total + balanceOf(account, entries, 'KES').amount, 0);
}

function tolerated(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
