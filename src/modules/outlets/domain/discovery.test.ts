import fc from 'fast-check';
import type { OutletId } from '../../../kernel/ids.js';
import {
  ask,
  end,
  eventsOf,
  GIVE_UP_MS,
  remainUnanswered,
  takeInHand,
  type Discovery,
  type DiscoveryId,
  type DiscoveryOutcome,
} from './discovery.js';

const AT = new Date('2026-11-21T10:00:00Z');
const LEASE_MS = 15_000;
const begun = ask({ id: 'd1' as DiscoveryId, outletId: 'o1' as OutletId, askedBy: 'user:ann', askedAt: AT }, LEASE_MS);
const after = (ms: number): Date => new Date(AT.getTime() + ms);
const OUTCOMES: DiscoveryOutcome[] = ['found', 'known', 'unknown', 'distrusted', 'unusable', 'unanswered'];

test('whoever asks has the question in hand for a while', () => {
  expect(begun).toMatchObject({ tries: 0, outcome: null, reason: null, answeredAt: null, nextTryAt: after(LEASE_MS) });
  expect(takeInHand(begun, after(1_000), LEASE_MS).nextTryAt).toEqual(after(1_000 + LEASE_MS));
});

test.each(OUTCOMES)('%s ends an open question and changes none that has ended', (outcome) => {
  const ended = end(begun, { outcome, reason: 'word' }, after(5));
  expect(ended).toMatchObject({ outcome, reason: 'word', tries: 1, nextTryAt: null, answeredAt: after(5) });
  for (const other of OUTCOMES) expect(end(ended, { outcome: other, reason: null }, after(9))).toBe(ended);
});

test.each([
  ['found', false],
  ['known', false],
  ['unknown', false],
  ['distrusted', true],
  ['unusable', true],
  ['unanswered', true],
] as const)('%s is told of: %s', (outcome, isTold) => {
  expect(eventsOf(begun)).toEqual([]);
  const events = eventsOf(end(begun, { outcome, reason: 'why' }, after(5)));
  expect(events.map(({ type, data }) => [type, data.reason, data.discovery.outcome])).toEqual(
    isTold ? [['pos.outlet.discovery_failed', 'why', outcome]] : [],
  );
});

test('silence is waited out, for growing times, until a minute is over', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 200, maxLength: 200 }), (randoms) => {
      let discovery: Discovery = begun;
      let at = AT;
      for (const random of randoms) {
        if (discovery.nextTryAt === null) break;
        discovery = remainUnanswered(discovery, 'timeout', at, random);
        const waitMs = (discovery.nextTryAt?.getTime() ?? at.getTime()) - at.getTime();
        expect(waitMs).toBeLessThanOrEqual(16_000);
        if (discovery.nextTryAt !== null) expect(waitMs).toBeGreaterThan(0);
        at = discovery.nextTryAt ?? at;
      }
      expect(discovery).toMatchObject({ outcome: 'unanswered', reason: 'timeout', nextTryAt: null });
      expect(discovery.answeredAt?.getTime()).toBeGreaterThanOrEqual(AT.getTime() + GIVE_UP_MS);
      expect(discovery.tries).toBeLessThan(20);
    }),
  );
});
