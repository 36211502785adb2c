import fc from 'fast-check';
import {
  changeOf,
  dueInCash,
  dueNow,
  giveBack,
  leftOf,
  mayTake,
  openSession,
  partNumber,
  split,
  takeCash,
  takeOther,
  type PaySession,
} from './pay-session.js';
import { splitEvenly } from './split.js';

const KES = (amount: number) => ({ amount, currency: 'KES' });
const FIVE = { stepMinor: 5, mode: 'half-up' } as const;
const card = (session: PaySession, amount: number) =>
  takeOther(session, { id: 'k', tender: 'card', amount: KES(amount), reference: null, booked: false });
const inThree = (bill: number) => split(openSession('o', KES(bill), null), splitEvenly(KES(bill), 3));

describe('cash', () => {
  test.each([
    { title: 'exact', bill: 1_000, gives: 1_000, change: 0, left: 0, recorded: 1_000 },
    { title: 'too much', bill: 132_500, gives: 150_000, change: 17_500, left: 0, recorded: 150_000 },
    { title: 'too little', bill: 1_000, gives: 400, change: 0, left: 600, recorded: 400 },
    { title: 'rounded down', bill: 1_002, gives: 1_000, change: 0, left: 0, recorded: 1_000 },
    { title: 'rounded up', bill: 1_003, gives: 1_005, change: 0, left: 0, recorded: 1_005 },
    { title: 'rounded, with change', bill: 1_002, gives: 2_000, change: 1_000, left: 0, recorded: 2_000 },
  ])('$title', ({ bill, gives, change, left, recorded }) => {
    const paid = takeCash(openSession('o', KES(bill), FIVE), 'p', KES(gives));
    expect([changeOf(paid).amount, leftOf(paid).amount, paid.taken[0]?.amount.amount]).toEqual([
      change,
      left,
      recorded,
    ]);
    expect(paid.settled).toBe(left === 0);
  });

  test('of a part before the last the change is handed back at once and not recorded', () => {
    const paid = takeCash(inThree(90_000), 'p', KES(50_000));
    expect(paid.taken).toMatchObject([{ amount: KES(30_000), pays: KES(30_000), change: KES(20_000) }]);
    expect([leftOf(paid).amount, dueNow(paid).amount, partNumber(paid), paid.settled]).toEqual([
      60_000,
      30_000,
      2,
      false,
    ]);
  });

  test('rounds only what settles the bill', () => {
    const parts = split(openSession('o', KES(1_003), FIVE), [KES(502), KES(501)]);
    expect(dueInCash(parts)).toEqual(KES(502));
    expect(dueInCash(card(parts, 502))).toEqual(KES(500));
  });
});

describe('another tender', () => {
  test.each([
    { amount: 1_000, may: true },
    { amount: 1, may: true },
    { amount: 1_001, may: false },
    { amount: 0, may: false },
  ])('$amount of 1000: $may', ({ amount, may }) => {
    expect(mayTake(openSession('o', KES(1_000), FIVE), KES(amount))).toBe(may);
  });

  test('may pay more than its part: the next parts are smaller', () => {
    const paid = card(inThree(900), 400);
    expect([dueNow(paid).amount, leftOf(paid).amount, partNumber(paid)]).toEqual([200, 500, 2]);
  });

  test('more than is left is refused', () => {
    expect(() => card(openSession('o', KES(100), null), 101)).toThrow(RangeError);
  });
});

test('what was taken last is given back, the part is due again', () => {
  const paid = takeCash(takeCash(inThree(1_000), 'a', KES(334)), 'b', KES(400));
  const { session, back } = giveBack(paid) ?? {};
  expect(back).toMatchObject({ id: 'b', change: KES(67) });
  expect(session && [dueNow(session).amount, leftOf(session).amount, partNumber(session)]).toEqual([333, 666, 2]);
  expect(giveBack({ ...paid, taken: paid.taken.map((one) => ({ ...one, booked: true })) })).toBeUndefined();
});

test('a bill of nothing is settled', () => {
  expect(openSession('o', KES(0), null).settled).toBe(true);
});

test('a split that does not come to the bill is refused, one of a single part is none', () => {
  const session = openSession('o', KES(100), null);
  expect(() => split(session, [KES(50), KES(49)])).toThrow(RangeError);
  expect(split(session, [KES(100), KES(0)]).parts).toBeNull();
});

test('however a bill is paid: nothing lost, parts sum to what is left, change is what cash was too much', () => {
  const act = fc.record({
    what: fc.constantFrom('cash', 'card', 'split', 'back'),
    share: fc.integer({ min: 1, max: 150 }),
    parts: fc.integer({ min: 1, max: 9 }),
  });
  const bill = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(bill, fc.array(act, { maxLength: 20 }), fc.constantFrom(null, FIVE), (amount, acts, coin) => {
      let session = openSession('o', KES(amount), coin);
      acts.forEach(({ what, share, parts }, index) => {
        if (what === 'back') session = giveBack(session)?.session ?? session;
        if (session.settled) return;
        const wanted = KES(Math.max(1, Math.floor((dueNow(session).amount * share) / 100)));
        if (what === 'cash') session = takeCash(session, `${index}`, wanted);
        if (what === 'card' && mayTake(session, wanted)) session = card(session, wanted.amount);
        if (what === 'split') session = split(session, splitEvenly(leftOf(session), parts));
        const ahead = session.parts?.reduce((whole, part) => whole + part.amount, 0) ?? leftOf(session).amount;
        expect(ahead).toBe(leftOf(session).amount);
      });
      const pays = session.taken.reduce((whole, one) => whole + one.pays.amount, 0);
      expect(session.settled ? pays : pays + leftOf(session).amount).toBe(amount);
    }),
  );
});
