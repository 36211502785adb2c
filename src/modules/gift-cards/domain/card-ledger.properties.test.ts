import fc from 'fast-check';
import { Refusal } from '../../../kernel/refusal.js';
import type { CardDecision } from './card-ledger.js';
import { blockCard, expireCard, extendCard, unblockCard } from './card-standing.js';
import { transferValue } from './card-transfer.js';
import {
  activateCard,
  adjustCard,
  giveBackToCard,
  redeemCard,
  reloadCard,
  sellCard,
  takeBackFromCard,
} from './card-value.js';
import { cards, line, other, payment, refund, USD } from './gift-card.examples.js';
import type { GiftCard } from './gift-card.js';
import type { Movement } from './movement.js';

// Two cards live through anything, in any order, over three years: at each step the ledger is the balance.

type Pair = readonly [GiftCard, GiftCard];
interface Step {
  readonly verb: keyof typeof verbs;
  readonly on: 0 | 1;
  readonly amount: number;
  readonly days: number;
}

const again = { ...line, refundId: 'refund' };
const single =
  (decide: (card: GiftCard, amount: number, at: Date) => CardDecision) =>
  (pair: Pair, { on, amount }: Step, at: Date): readonly CardDecision[] => [decide(pair[on], amount, at)];

const verbs = {
  activate: single((card, amount, at) => activateCard(card, USD(amount), 'r', at)),
  reload: single((card, amount, at) => reloadCard(card, USD(amount), 'r', at)),
  sell: single((card, amount, at) => sellCard(card, USD(amount), line, at)),
  redeem: single((card, amount, at) => redeemCard(card, USD(amount), payment, at)),
  giveBack: single((card, amount, at) => giveBackToCard(card, USD(amount), refund, at)),
  takeBack: single((card, amount, at) =>
    takeBackFromCard(card, USD(amount), { ...again, wasFirst: amount % 2 === 0 }, at),
  ),
  adjustUp: single((card, amount, at) => adjustCard(card, USD(amount), 'r', at)),
  adjustDown: single((card, amount, at) => adjustCard(card, USD(-amount), 'r', at)),
  block: single((card) => blockCard(card, 'r')),
  unblock: single((card, _, at) => unblockCard(card, 'r', at)),
  expire: single((card, _, at) => expireCard(card, null, at)),
  extend: single((card, amount, at) => extendCard(card, amount % 5 === 0 ? null : daysAfter(at, amount), 'r', at)),
  transfer: (pair: Pair, { on, amount }: Step, at: Date): readonly CardDecision[] => {
    const wish = { amount: amount % 3 === 0 ? null : USD(amount), reason: 'r', at };
    const { from, to } = transferValue(pair[on], pair[on === 0 ? 1 : 0], wish);
    return [from, to];
  },
};

const steps: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(...(Object.keys(verbs) as (keyof typeof verbs)[])),
  on: fc.constantFrom(0, 1),
  amount: fc.integer({ min: 1, max: 400 }),
  days: fc.integer({ min: -2, max: 40 }),
});

function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000);
}

function attempt(decide: () => readonly CardDecision[]): readonly CardDecision[] {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal) return []; // a refusal changes nothing
    throw error;
  }
}

/** What the table of cards demands of each row. */
function assertSound(card: GiftCard): void {
  if (card.status === 'inactive') expect(card).toMatchObject({ activatedAt: null, balance: USD(0) });
  if (card.status === 'active' || card.status === 'closed') expect(card.activatedAt).not.toBeNull();
  if (card.status === 'closed') expect(card.balance).toEqual(USD(0));
}

function assertFollows(before: GiftCard, { state, events, movements }: CardDecision, ledger: Movement[]): void {
  ledger.push(...movements);
  expect(state.balance.amount).toBeGreaterThanOrEqual(0);
  expect(ledger.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(state.balance.amount);
  expect(ledger.map(({ number }) => number)).toEqual(ledger.map((_, index) => index + 1));
  expect(ledger.map(({ at }) => at.getTime())).toEqual(ledger.map(({ at }) => at.getTime()).sort((a, b) => a - b));
  expect(state.movements).toBe(ledger.length);
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => before.version + index + 1));
  assertSound(state);
}

test.each([false, true])('a balance is the sum of its ledger whatever happens; single use: %s', (singleUse) => {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 1, maxLength: 60 }), (walk) => {
      const fresh: GiftCard = { ...cards.inactive, singleUse, movements: 0, version: 0 };
      let pair: Pair = [fresh, other(fresh)];
      const ledgers: readonly [Movement[], Movement[]] = [[], []];
      let at = fresh.movedAt;
      for (const step of walk) {
        at = daysAfter(at, step.days);
        const before = pair;
        for (const decision of attempt(() => verbs[step.verb](before, step, at))) {
          const index = decision.state.id === fresh.id ? 0 : 1;
          assertFollows(before[index], decision, ledgers[index]);
          pair = index === 0 ? [decision.state, pair[1]] : [pair[0], decision.state];
        }
      }
      // What moved between the two cards is neither more nor less.
      const moved = ledgers.flat().filter(({ kind }) => kind === 'transfer');
      expect(moved.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(0);
    }),
    { numRuns: 500 },
  );
});
