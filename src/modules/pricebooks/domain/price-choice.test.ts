import { inForceAt, releasedVersion, type Buyer, type PassedOver } from './book-in-force.js';
import { candidatesAt, passedOver, stepsFrom } from './price-choice.js';
import {
  absolute,
  AIRPORT,
  at,
  bookId,
  buyer,
  extra,
  HARBOUR,
  latte,
  momentOf,
  percent,
  shelf,
  terms,
  USD,
  versionId,
  type BookExample,
} from './pricebook.examples.js';
import { priceAfter } from './stepped-price.js';

const HAPPY_HOUR = { windows: [{ weekdays: [1, 2, 3, 4, 5], from: '17:00', to: '19:00' }] };
const LATE = { windows: [{ weekdays: [5], from: '22:00', to: '02:00' }] };

/** Names and effects of the steps for a latte. */
function stepsOf(examples: readonly BookExample[], who: Partial<Buyer> = {}, moment = at('12:00'), zone = 'UTC') {
  const { books, entryOf } = shelf(...examples);
  return stepsFrom(candidatesAt(books, { ...buyer, ...who }, momentOf(moment, zone)), latte, entryOf);
}
const numbersOf = (steps: ReturnType<typeof stepsOf>) => steps.map(({ version }) => version.number);

describe('a scope', () => {
  test.each<[string, BookExample['scope'], Partial<Buyer>, string | undefined]>([
    ['nothing narrowed', {}, {}, 'all sales'],
    ['the outlet', { outletIds: [HARBOUR] }, {}, 'outlet'],
    ['another outlet', { outletIds: [AIRPORT] }, {}, undefined],
    ['one of two outlets', { outletIds: [HARBOUR, AIRPORT] }, { outletId: AIRPORT }, 'outlet'],
    ['the channel', { channels: ['kiosk'] }, { channel: 'kiosk' }, 'channel kiosk'],
    ['another channel', { channels: ['kiosk'] }, {}, undefined],
    [
      'a group of the guest',
      { customerGroups: ['gold', 'staff'] },
      { customerGroups: ['staff', 'gold'] },
      'group gold',
    ],
    ['a group that the guest is not in', { customerGroups: ['staff'] }, { customerGroups: ['gold'] }, undefined],
    ['a group for a stranger', { customerGroups: ['staff'] }, {}, undefined],
    ['hours that are on', { schedule: HAPPY_HOUR }, {}, 'Fri 17:00–19:00'],
    [
      'all at once',
      { outletIds: [HARBOUR], channels: ['kiosk'], schedule: HAPPY_HOUR },
      { channel: 'kiosk' },
      'outlet, channel kiosk, Fri 17:00–19:00',
    ],
    ['one of them is wrong', { outletIds: [HARBOUR], channels: ['kiosk'], schedule: HAPPY_HOUR }, {}, undefined],
  ])('with %s', (_, scope, who, reason) => {
    expect(stepsOf([{ n: 1, scope, all: percent('-10') }], who, at('17:30'))[0]?.reason).toBe(reason);
  });
});

describe('the narrowest applies', () => {
  const all = percent('-10');
  test.each<[string, readonly BookExample[], Partial<Buyer>, number[]]>([
    [
      'one dimension beats none',
      [
        { n: 1, all },
        { n: 2, all, scope: { outletIds: [HARBOUR] } },
      ],
      {},
      [2],
    ],
    [
      'two beat one, whatever the priority',
      [
        { n: 1, all, priority: 999, scope: { outletIds: [HARBOUR] } },
        { n: 2, all, scope: { outletIds: [HARBOUR], channels: ['counter'] } },
      ],
      {},
      [2],
    ],
    [
      'equally narrow: the higher priority',
      [
        { n: 1, all, scope: { outletIds: [HARBOUR] } },
        { n: 2, all, priority: 1, scope: { channels: ['counter'] } },
      ],
      {},
      [2],
    ],
    [
      'equal in all: the lower id',
      [
        { n: 2, all },
        { n: 1, all },
      ],
      {},
      [1],
    ],
    [
      'a narrow one that says nothing of the item is passed over',
      [
        { n: 1, all },
        { n: 2, scope: { outletIds: [HARBOUR] }, entries: { tea: absolute(1) } },
      ],
      {},
      [1],
    ],
    [
      'an entry in a wide book does not beat a rule in a narrow one',
      [
        { n: 1, entries: { latte: absolute(1) } },
        { n: 2, all, scope: { outletIds: [HARBOUR] } },
      ],
      {},
      [2],
    ],
    ['another currency has no say', [{ n: 1, all, currency: 'EUR' }], {}, []],
    ['an archived one has none from then on', [{ n: 1, all, archivedAt: at('12:00') }], {}, []],
    ['and had until then', [{ n: 1, all, archivedAt: at('12:01') }], {}, [1]],
    ['one that is not yet in force has none', [{ n: 1, all, from: at('12:01') }], {}, []],
    ['from its moment on it has', [{ n: 1, all, from: at('12:00') }], {}, [1]],
    ['nothing said: the list price', [{ n: 1 }], {}, []],
  ])('%s', (_, examples, who, numbers) => {
    expect(numbersOf(stepsOf(examples, who))).toEqual(numbers);
  });
});

test.each<[string, BookExample, string, number]>([
  [
    'an entry beats the rule for the category',
    { n: 1, all: extra(1), categories: { Coffee: extra(2) }, entries: { latte: extra(3) } },
    'entry',
    3,
  ],
  [
    'the rule for the category beats the one for everything',
    { n: 1, all: extra(1), categories: { Coffee: extra(2) } },
    'category',
    2,
  ],
  [
    'the rule for everything is better than nothing',
    { n: 1, all: extra(1), categories: { Tea: extra(2) }, entries: { tea: extra(3) } },
    'all',
    1,
  ],
])('within a version %s', (_, example, by, amount) => {
  expect(stepsOf([example])).toMatchObject([{ by, effect: { amount: USD(amount) } }]);
});

describe('inheritance', () => {
  const zone: BookExample = { n: 1, entries: { latte: absolute(400) } };
  const kiosk: BookExample = { n: 2, parent: 1, scope: { channels: ['kiosk'] }, all: percent('-10') };
  const night: BookExample = { n: 3, parent: 2, scope: { channels: ['kiosk'], schedule: LATE }, all: extra(50) };
  const kioskBuyer = { channel: 'kiosk' };

  test('the parent comes first, its parent before it', () => {
    const steps = stepsOf([zone, kiosk, night], kioskBuyer, at('23:00'));
    expect(numbersOf(steps)).toEqual([1, 2, 3]);
    expect(steps.reduce((price, { effect }) => priceAfter(price, effect), USD(500))).toEqual(USD(410));
    expect(steps.map(({ reason }) => reason)).toEqual([
      'inherited by Book 3: channel kiosk, Fri 22:00–02:00',
      'inherited by Book 3: channel kiosk, Fri 22:00–02:00',
      'channel kiosk, Fri 22:00–02:00',
    ]);
  });
  test.each<[string, readonly BookExample[], Partial<Buyer>, number[]]>([
    ['a child that says nothing itself says what it inherits', [zone, { ...kiosk, all: undefined }], kioskBuyer, [1]],
    [
      'the scope of the parent does not matter to the child',
      [{ ...zone, scope: { outletIds: [AIRPORT] } }, kiosk],
      kioskBuyer,
      [1, 2],
    ],
    ['a parent that was archived says nothing', [{ ...zone, archivedAt: at('11:00') }, kiosk], kioskBuyer, [2]],
    [
      'and what it inherited is still inherited',
      [zone, { ...kiosk, archivedAt: at('11:00') }, { ...night, scope: {}, priority: 1 }],
      {},
      [1, 3],
    ],
    ['a parent that is not yet in force says nothing', [{ ...zone, from: at('13:00') }, kiosk], kioskBuyer, [2]],
    ['without a parent there is none', [kiosk], kioskBuyer, [2]],
    ['a circle ends', [{ ...zone, parent: 2 }, kiosk], kioskBuyer, [1, 2]],
  ])('%s', (_, examples, who, numbers) => {
    expect(numbersOf(stepsOf(examples, who))).toEqual(numbers);
  });
});

// Friday is 2026-11-20. In New York clocks went from 02:00 to 03:00 on 2026-03-08 and from 02:00 back to 01:00 on 2026-11-01.
describe('hours', () => {
  const smallHours = { windows: [{ weekdays: [7], from: '01:30', to: '02:30' }] };
  const overnight = { windows: [{ weekdays: [6], from: '22:00', to: '03:00' }] };
  const OLD = new Date('2026-01-01T00:00:00Z');
  test.each<[string, NonNullable<BookExample['scope']>['schedule'], string, string, string | undefined]>([
    ['before midnight', LATE, 'Africa/Nairobi', '2026-11-20T23:30:00+03:00', 'Fri 22:00–02:00'],
    ['past midnight, still of Friday', LATE, 'Africa/Nairobi', '2026-11-21T01:59:59+03:00', 'Fri 22:00–02:00'],
    ['at its end', LATE, 'Africa/Nairobi', '2026-11-21T02:00:00+03:00', undefined],
    ['not in the night to Friday', LATE, 'Africa/Nairobi', '2026-11-20T01:00:00+03:00', undefined],
    ['by the clock of the outlet', LATE, 'Asia/Tokyo', '2026-11-20T14:00:00Z', 'Fri 22:00–02:00'],
    ['an hour that is shown twice, first', smallHours, 'America/New_York', '2026-11-01T05:45:00Z', 'Sun 01:30–02:30'],
    ['an hour that is shown twice, again', smallHours, 'America/New_York', '2026-11-01T06:45:00Z', 'Sun 01:30–02:30'],
    ['a quarter past the hour that came again', smallHours, 'America/New_York', '2026-11-01T06:15:00Z', undefined],
    ['an end that clocks skip', smallHours, 'America/New_York', '2026-03-08T07:00:00Z', undefined],
    [
      'overnight into the long night, after the change',
      overnight,
      'America/New_York',
      '2026-11-01T07:30:00Z',
      'Sat 22:00–03:00',
    ],
    ['overnight into the short night, its end', overnight, 'America/New_York', '2026-03-08T07:00:00Z', undefined],
    [
      'overnight into the short night, before the change',
      overnight,
      'America/New_York',
      '2026-03-08T06:59:00Z',
      'Sat 22:00–03:00',
    ],
  ])('%s', (_, schedule, zone, moment, reason) => {
    const steps = stepsOf([{ n: 1, all: percent('-50'), scope: { schedule }, from: OLD }], {}, new Date(moment), zone);
    expect(steps[0]?.reason).toBe(reason);
  });
});

test('a sale that comes late finds the version of its time', () => {
  const versions = [at('08:00'), at('10:00'), at('10:00')].map((effectiveAt, index) =>
    releasedVersion({ id: versionId(index), number: index + 1, effectiveAt }, terms(), false),
  );
  const book = { id: bookId(1), name: 'x', currency: 'USD', parentId: null, archivedAt: at('12:00'), versions };
  const inForce = ['07:59', '08:00', '09:59', '10:00', '11:59', '12:00'].map(
    (clock) => inForceAt(book, at(clock))?.number,
  );
  expect(inForce).toEqual([undefined, 1, 1, 3, 3, undefined]);
});

test('who is passed over is told why', () => {
  const all = percent('-10');
  const { books, entryOf } = shelf(
    { n: 1, all, scope: { outletIds: [HARBOUR] }, priority: 5 },
    { n: 2, all, currency: 'EUR' },
    { n: 3, all, archivedAt: at('11:00') },
    { n: 4, all, from: at('13:00') },
    { n: 5, all, scope: { outletIds: [AIRPORT] } },
    { n: 6, all, scope: { channels: ['kiosk'] } },
    { n: 7, all, scope: { customerGroups: ['staff'] } },
    { n: 8, all, scope: { schedule: LATE } },
    { n: 9, entries: { tea: all } },
    { n: 10, all },
    { n: 11, all, scope: { channels: ['counter'] }, priority: 4 },
    { n: 12, all, scope: { channels: ['counter'] }, priority: 5 },
  );
  const expected: Record<number, PassedOver> = {
    ...{ 2: 'currency', 3: 'archived', 4: 'not_in_force', 5: 'outlet', 6: 'channel', 7: 'customer_group' },
    ...{ 8: 'schedule', 9: 'says_nothing', 10: 'less_narrow', 11: 'lower_priority', 12: 'later_id' },
  };
  const passed = passedOver(books, buyer, momentOf(at('12:00')), latte, entryOf);
  const told = passed.map(({ book, why }) => [book.name, why]);
  expect(told).toEqual(Object.entries(expected).map(([n, why]) => [`Book ${n}`, why]));
});

test.each<[string, number, Parameters<typeof priceAfter>[1], number]>([
  ['a price', 500, absolute(420), 420],
  ['a fifth off', 500, percent('-20'), 400],
  ['a half cent goes away from zero', 55, percent('-10'), 49],
  ['and so it does upwards', 45, percent('10'), 50],
  ['a percentage with places', 5400, percent('-23.456'), 4133],
  ['an amount off', 500, extra(-120), 380],
  ['never below zero', 100, extra(-120), 0],
  ['all off', 999, percent('-100'), 0],
])('%s', (_, before, effect, after) => {
  expect(priceAfter(USD(before), effect)).toEqual(USD(after));
});
