import fc from 'fast-check';
import { Refusal } from '../../../kernel/refusal.js';
import { earnedBy, pointsGivenBack, takenBackBy } from './earning.js';
import { changeMember, enrol, movePoints } from './member.js';
import type { EntryId, EntryKind, Member, MemberId } from './membership.js';
import { pointsEarned, pointsFor, programmeFrom, worthOf, type ProgrammeDraft } from './programme.js';

const at = new Date('2026-01-01T10:00:00Z');
const USD = (amount: number) => ({ amount, currency: 'USD' });
const draft: ProgrammeDraft = {
  name: 'Beans',
  currency: 'USD',
  active: true,
  earn: { points: 2, per: 100 },
  burn: { points: 10, worth: 3 },
};
const programme = programmeFrom(draft, 1);
const enrolled = enrol({ id: 'm' as MemberId, customerId: 'anna', groups: [], entitlements: [] }, at).state;

function codeOf(run: () => unknown): string {
  try {
    run();
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function move(member: Member, kind: EntryKind, points: number) {
  const movement = { id: 'e' as EntryId, kind, points, source: 's', orderId: null, worth: null, reason: null };
  return movePoints(member, movement, at);
}

test.each([
  ['nothing', 0, 0],
  ['less than a step', 99, 0],
  ['a step', 100, 2],
  ['steps and a rest', 399, 6],
  ['less than nothing', -500, 0],
])('%s earns whole steps', (_, amount, points) => expect(pointsEarned(programme, USD(amount))).toBe(points));

test.each([
  [1, 4],
  [3, 10],
  [4, 14],
  [300, 1000],
])('%d minor units cost %d points', (amount, points) => expect(pointsFor(programme, USD(amount))).toBe(points));

test('points never pay for more than they are worth', () => {
  const rates = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(rates, rates, fc.integer({ min: 1, max: 10 ** 9 }), (points, worth, amount) => {
      const one = programmeFrom({ ...draft, burn: { points, worth } }, 1);
      expect(worthOf(one, pointsFor(one, USD(amount))).amount).toBeGreaterThanOrEqual(amount);
      expect(worthOf(one, pointsFor(one, USD(amount)) - 1).amount).toBeLessThan(amount);
    }),
  );
});

test.each<[string, Partial<ProgrammeDraft>, string]>([
  ['no name', { name: ' ' }, '/name'],
  ['no currency', { currency: 'XXX' }, '/currency'],
  ['nothing for something', { earn: { points: 0, per: 1 } }, '/earn/points'],
  ['something for nothing', { earn: { points: 1, per: 0 } }, '/earn/per'],
  ['half points', { burn: { points: 1.5, worth: 1 } }, '/burn/points'],
])('a programme of %s is refused', (_, bad, pointer) => {
  expect(() => programmeFrom({ ...draft, ...bad }, 1)).toThrow(
    expect.objectContaining({ code: 'loyalty_programme_invalid', fields: [expect.objectContaining({ pointer })] }),
  );
});

const rich = move(enrolled, 'earn', 100).state;
const members = { active: rich, closed: changeMember(rich, { status: 'closed' }).state };
const outcomes: Record<EntryKind | 'adjust_down' | 'burn_all', Record<Member['status'], number | string>> = {
  earn: { active: 110, closed: 110 },
  earn_reversal: { active: -50, closed: -50 },
  burn: { active: 'loyalty_points_too_low', closed: 'loyalty_member_closed' },
  burn_all: { active: 0, closed: 'loyalty_member_closed' },
  burn_reversal: { active: 110, closed: 110 },
  adjust: { active: 110, closed: 110 },
  adjust_down: { active: 'loyalty_points_too_low', closed: 'loyalty_points_too_low' },
};
const moves: Record<keyof typeof outcomes, [EntryKind, number]> = {
  earn: ['earn', 10],
  earn_reversal: ['earn_reversal', -150],
  burn: ['burn', -101],
  burn_all: ['burn', -100],
  burn_reversal: ['burn_reversal', 10],
  adjust: ['adjust', 10],
  adjust_down: ['adjust', -101],
};
describe.each(Object.entries(outcomes))('%s', (name, row) => {
  test.each(Object.entries(row))('of a member who is %s: %s', (status, outcome) => {
    const [kind, points] = moves[name as keyof typeof outcomes];
    let found: number | string = '';
    const code = codeOf(() => (found = move(members[status as Member['status']], kind, points).state.balance));
    expect(code === 'done' ? found : code).toBe(outcome);
  });
});

test('a change that changes nothing is none, and a stale one is refused', () => {
  expect(changeMember(enrolled, { groups: [] }).events).toEqual([]);
  expect(codeOf(() => changeMember(enrolled, { groups: ['staff'] }, 7))).toBe('version_mismatch');
  const { state, events } = changeMember(enrolled, { groups: ['staff'] }, 1);
  expect(state).toMatchObject({ groups: ['staff'], version: 2 });
  expect(events).toMatchObject([{ type: 'pos.loyalty.member_changed', sequence: 2, data: { before: { groups: [] } } }]);
});

test.each([
  ['a blank customer', { customerId: ' ' }],
  ['a group twice', { groups: ['a', 'a'] }],
  ['a group of nothing', { groups: [''] }],
])('%s is no member', (_, bad) => {
  const enrolment = { id: 'm' as MemberId, customerId: 'anna', groups: [], entitlements: [], ...bad };
  expect(codeOf(() => enrol(enrolment, at))).toBe('loyalty_member_invalid');
});

test('what is paid with points earns none', () => {
  const sale = { orderId: 'o', customerId: 'anna', goods: USD(1_000), paidWithPoints: USD(350) };
  expect(earnedBy(programme, sale)).toBe(12);
});

test('refunds in any steps take back all that the sale earned, never more on the way', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.nat(10_000), parts, (earned, refunds) => {
      const goods = refunds.reduce((sum, part) => sum + part, 0);
      let [returned, taken] = [0, 0];
      for (const part of refunds) {
        returned += part;
        taken += takenBackBy(earned, USD(returned), USD(goods), taken);
        expect(taken).toBeLessThanOrEqual(Math.ceil((earned * returned) / goods));
      }
      expect(taken).toBe(earned);
    }),
  );
});

test('a payment with points comes back in any steps, point by point', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), parts, (spent, refunds) => {
      const worth = refunds.reduce((sum, part) => sum + part, 0);
      const burnt = { ...move(rich, 'earn', 0).entry, points: -spent, worth };
      const earlier = { points: 0, worth: 0 };
      for (const part of refunds) {
        earlier.points += pointsGivenBack(burnt, { ...earlier }, USD(part));
        earlier.worth += part;
      }
      expect(earlier).toEqual({ points: spent, worth });
    }),
  );
});
