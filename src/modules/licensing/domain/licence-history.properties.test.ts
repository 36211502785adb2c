import fc from 'fast-check';
import { Refusal } from '../../../kernel/refusal.js';
import { FEATURES } from './feature.js';
import { UNLIMITED_TERMS } from './plan.js';
import { BUSINESS, NOW, onDay, termsOf } from './subscription.examples.js';
import * as lifecycle from './subscription-lifecycle.js';
import type { LicenceDecision } from './subscription-lifecycle.js';
import { standingAt, statusAt, type Subscription } from './subscription.js';

// Whatever is done to a licence, and whenever: the door refuses new orders exactly while it has run out or is revoked, and the
// events of its history have no gap.

type Step = (licence: Subscription, at: Date) => LicenceDecision;
const reason = 'x';
const plan = fc.constantFrom('free', 'standard', 'pro').map(termsOf);
const days = fc.integer({ min: 1, max: 60 });
const later = (at: Date, count: number): Date => new Date(at.getTime() + count * 86_400_000);
const status = fc.constantFrom('trial', 'active', 'past_due', 'grace', 'expired', 'revoked', 'cancelled');

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(plan, fc.option(days)).map(
    ([terms, paid]): Step =>
      (licence, at) =>
        lifecycle.assign(licence, { terms, paidUntil: paid === null ? null : later(at, paid) }, at),
  ),
  days.map(
    (count): Step =>
      (licence, at) =>
        lifecycle.extend(licence, later(at, count), at, reason),
  ),
  fc.constantFrom<Step>(
    (licence, at) => lifecycle.cancel(licence, reason, at),
    (licence, at) => lifecycle.revoke(licence, reason, at),
    (licence, at) => lifecycle.restore(licence, reason, at),
    (licence, at) => lifecycle.setFlags(licence, { tips_prompt: true }, at),
    (licence, at) => lifecycle.passTime(licence, at),
  ),
  days.map(
    (count): Step =>
      (licence, at) =>
        lifecycle.setOverride(licence, { name: 'devices', value: count, reason, endsAt: later(at, count) }, at),
  ),
  fc.tuple(plan, status, days).map(
    ([terms, said, paid]): Step =>
      (licence, at) =>
        lifecycle.hear(licence, { terms, status: said, paidUntil: later(at, paid - 30), graceUntil: null }, at),
  ),
);

test('orders are refused exactly while the licence has run out or is revoked', () => {
  const history = fc.array(fc.tuple(step, fc.double({ min: 0, max: 20, noNaN: true })), { maxLength: 20 });
  fc.assert(
    fc.property(history, fc.double({ min: 0, max: 100, noNaN: true }), (steps, wait) => {
      let licence = lifecycle.implicit(BUSINESS, UNLIMITED_TERMS, NOW);
      let day = 0;
      let sequence = 0;
      const check = (at: Date): void => {
        const { ordersUntil, revokedAt } = standingAt(licence, at, FEATURES);
        const refused = revokedAt !== null || (ordersUntil !== null && at >= ordersUntil);
        expect({ refused, status: statusAt(licence, at) }).toEqual({
          refused: ['expired', 'revoked'].includes(statusAt(licence, at)),
          status: statusAt(licence, at),
        });
      };
      for (const [next, pause] of steps) {
        day += pause;
        const decided = decidedBy(next, licence, onDay(day));
        for (const event of decided?.events ?? []) expect(event.sequence).toBe((sequence += 1));
        licence = decided?.state ?? licence;
        check(onDay(day));
        check(onDay(day + wait));
      }
    }),
    { numRuns: 500 },
  );
});

function decidedBy(step: Step, licence: Subscription, at: Date): LicenceDecision | undefined {
  try {
    return step(licence, at);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
