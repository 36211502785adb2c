import { FIRST_HASH } from './entry.js';
import { countsDrawer, linksOf, needsAllBefore } from './entry-record.js';
import {
  applied,
  failed,
  faultOfPlace,
  held,
  mayGoOn,
  nextTry,
  standingOf,
  waitOf,
  type Happened,
  type HeldEntry,
} from './entry-standing.js';
import { conflictsOfPeople, NEEDED_RIGHT } from './needed-right.js';
import { openConflict, reopenConflict, resolveConflict } from './sync-conflict.js';

const NOW = new Date('2026-11-21T12:00:00Z');
const ENTRY = { id: 'e', sequence: 3, previousHash: 'h2', hash: 'h3' } as never;
const ALONE = { same: undefined, before: undefined, after: undefined };

describe('a place in the chain', () => {
  test.each([
    ['nothing around it', ENTRY, ALONE, undefined],
    ['the right ones around it', ENTRY, { ...ALONE, before: { hash: 'h2' }, after: { previousHash: 'h3' } }, undefined],
    ['itself', ENTRY, { ...ALONE, same: { id: 'e', entryId: 'e' } }, undefined],
    ['another of its number', ENTRY, { ...ALONE, same: { id: 'f', entryId: 'f' } }, 'sequence_forked'],
    ['another before it', ENTRY, { ...ALONE, before: { hash: 'x' } }, 'chain_broken'],
    ['another behind it', ENTRY, { ...ALONE, after: { previousHash: 'x' } }, 'chain_broken'],
    ['the first', { ...(ENTRY as object), sequence: 1, previousHash: FIRST_HASH } as never, ALONE, undefined],
    ['a first that follows something', { ...(ENTRY as object), sequence: 1 } as never, ALONE, 'chain_broken'],
  ])('%s', (_name, entry, around, code) => {
    expect(faultOfPlace(entry, around, FIRST_HASH)?.code).toBe(code);
  });
});

test.each([
  [[], [], false, undefined],
  [['a'], [], false, 'held waits_for_entry'],
  [['a'], [], true, 'held waits_for_entry'],
  [[], [], true, 'held waits_for_gap'],
  [['a'], ['b'], true, 'rejected depends_on_discarded'],
])('waits for %j, of which %j are discarded; a gap matters: %p', (waitsFor, discarded, gap, words) => {
  const standing = waitOf({ waitsFor, discarded }, gap);
  expect(standing && `${standing.status} ${standing.code}`).toBe(words);
});

const MEANINGS = { waits: new Set(['order_not_found']), waitsForGap: new Set(['drawer_session_not_found']) };
test.each([
  ['order_not_found', false, 'held waits_for_another_try'],
  ['order_not_found', true, 'held waits_for_gap'],
  ['drawer_session_not_found', false, 'rejected drawer_session_not_found'],
  ['drawer_session_not_found', true, 'held waits_for_gap'],
  ['amount_invalid', true, 'rejected amount_invalid'],
  ['sale_does_not_add_up', true, 'quarantined sale_does_not_add_up'],
])('refused with %s, numbers missing: %p', (code, gap, words) => {
  const standing = standingOf({ code, facts: {} }, 'words', MEANINGS, gap);
  expect(`${standing.status} ${standing.code}`).toBe(words);
  expect(standing.detail).toBe('words');
});

test('what is refused because of what the device did before waits while that is held', () => {
  const refused = { code: 'drawer_session_not_found', facts: {} };
  const standing = standingOf(refused, 'words', MEANINGS, false, ['a']);
  expect(standing).toMatchObject({ status: 'held', code: 'waits_for_entry', waitsFor: ['a'], detail: 'words' });
  expect(standingOf({ code: 'amount_invalid', facts: {} }, 'words', MEANINGS, false, ['a']).status).toBe('rejected');
});

test('tries grow rarer, and end', () => {
  const minutes = [1, 2, 3, 7, 99].map((tries) => {
    const at = nextTry(held('waits_for_entry'), tries, NOW);
    return at && (at.getTime() - NOW.getTime()) / 60_000;
  });
  expect(minutes).toEqual([2, 4, 8, 60, 60]);
  expect(nextTry(held('waits_for_entry'), 100, NOW)).toBeNull();
  expect(nextTry(applied(null), 1, NOW)).toBeNull();
  expect([failed(0).status, failed(10).status]).toEqual(['held', 'rejected']);
});

describe('whether a held entry is tried again', () => {
  const entry: HeldEntry = {
    ...{ id: 'e' as never, deviceId: 'd', sequence: 9, kind: 'order.complete', code: 'waits_for_gap', waitsFor: ['a'] },
    ...{ subjectId: 'order', sessionId: 'drawer', wasRefused: false, begunAt: 5 },
  };
  const happened: Happened = {
    chain: { missing: [{ from: 2, to: 2 }] },
    isGapNew: true,
    changed: new Set(['b']),
    subjects: new Set(['another order']),
    abouts: new Set(['order']),
  };
  const missing = (number: number) => ({ chain: { missing: [{ from: number, to: number }] } });
  const opening = { kind: 'drawer.open', subjectId: 'drawer' };
  test.each<[string, Partial<HeldEntry>, Partial<Happened>, boolean]>([
    ['nothing is missing', {}, { chain: { missing: [] }, changed: new Set() }, true],
    ['something is missing behind it', {}, missing(12), true],
    ['something is missing before its order began', {}, {}, true],
    ['something is missing within its order', {}, missing(7), false],
    ['its order has not begun', { begunAt: null }, {}, false],
    ['it was refused, and something else took effect', { wasRefused: true }, {}, false],
    ['it was refused, and its order changed', { wasRefused: true }, { subjects: new Set(['order']) }, true],
    ['it was refused, and its drawer changed', { wasRefused: true }, { subjects: new Set(['drawer']) }, true],
    ['a drawer opens, and the gap is new', opening, {}, false],
    ['a drawer opens, and the gap is old', opening, { isGapNew: false }, true],
    ['a drawer was refused, and an order changed', { ...opening, wasRefused: true }, { isGapNew: false }, false],
    ['a drawer was refused, and one changed', { ...opening, wasRefused: true }, { abouts: new Set(['drawer']) }, true],
    ['what it waits for took effect', { code: 'waits_for_entry' }, { changed: new Set(['a']) }, true],
    ['something else took effect', { code: 'waits_for_entry' }, {}, false],
    ['it waits for anything', { code: 'waits_for_another_try' }, {}, true],
    ['it waits for anything, and there is nothing', { code: 'waits_for_another_try' }, { changed: new Set() }, false],
    ['nobody here knows what it is', { code: 'kind_unknown' }, { changed: new Set(['a']) }, false],
  ])('%s', (_name, of, more, may) => {
    expect(mayGoOn({ ...entry, ...of }, { ...happened, ...more })).toBe(may);
  });
});

test('what an entry is about', () => {
  const [a, b] = ['0197a3c2-0000-7000-8000-00000000000a', '0197a3c2-0000-7000-8000-00000000000b'];
  expect(linksOf('order.place', { order: { id: a, drawerSessionId: b } })).toEqual({ subjectId: a, sessionId: b });
  expect(linksOf('order.add_payment', { orderId: a, drawerSessionId: b })).toEqual({ subjectId: a, sessionId: b });
  expect(linksOf('drawer.skim', { sessionId: b })).toEqual({ subjectId: b, sessionId: b });
  expect(linksOf('shift.clock_in', { shiftId: a })).toEqual({ subjectId: a, sessionId: null });
  expect(linksOf('order.hold', { orderId: 'no id' })).toEqual({ subjectId: null, sessionId: null });
  expect(Object.keys(NEEDED_RIGHT).filter((kind) => !needsAllBefore(kind))).toEqual([
    ...['order.place', 'order.add_lines', 'drawer.open', 'drawer.skim', 'drawer.paid_in', 'drawer.paid_out'],
    ...['drawer.no_sale', 'shift.clock_in', 'shift.clock_out'],
  ]);
  expect(Object.keys(NEEDED_RIGHT).filter(countsDrawer)).toEqual(['drawer.count', 'drawer.close']);
});

describe('people', () => {
  const person = (known: boolean, ...permissions: string[]) => {
    return { personId: 'p', actorId: 'p', known, permissions: new Set(permissions) };
  };
  test.each([
    ['with the right', person(true, 'orders:refund'), null, []],
    ['without it', person(true, 'orders:write'), null, ['person_without_right']],
    ['disabled', person(true), null, ['person_without_right']],
    ['unknown', person(false), null, ['person_unknown']],
    ['approved', person(true, 'orders:write'), person(true, 'orders:refund'), []],
    ['disabled, approved', person(true), person(true, 'orders:refund'), ['person_without_right']],
    [
      'approved by who may not',
      person(true, 'orders:write'),
      person(true, 'orders:write'),
      ['person_without_right', 'approver_without_right'],
    ],
    ['approved by nobody known', person(true, 'orders:refund'), person(false), ['approver_unknown']],
  ])('%s', (_name, actor, approver, causes) => {
    expect(conflictsOfPeople('order.refund', actor, approver).map(({ cause }) => cause)).toEqual(causes);
  });
});

test('a conflict is decided on once, and that can be taken back', () => {
  const place = { entryId: 'e', deviceId: 'd', outletId: 'o', subjectId: null, kind: 'order.place' } as never;
  const open = openConflict('c' as never, place, { cause: 'price_differs', facts: {} }, NOW);
  expect(open).toMatchObject({ status: 'open', choice: 'keep', undo: 'order.refund', version: 1 });
  expect(() => reopenConflict(open, null, 'user:m', NOW)).toThrow('sync_conflict_not_open');
  const resolved = resolveConflict(open, 'undone', 'refunded', 'user:m', NOW);
  expect(resolved).toMatchObject({ status: 'resolved', choice: 'undone', note: 'refunded', decidedBy: 'user:m' });
  expect(() => resolveConflict(resolved, 'keep', null, 'user:m', NOW)).toThrow('sync_conflict_not_open');
  const reopened = reopenConflict(resolved, null, 'user:m', NOW);
  expect(reopened).toMatchObject({ status: 'reopened', choice: 'keep', version: 3 });
  expect(resolveConflict(reopened, 'keep', null, 'user:m', NOW).status).toBe('resolved');
});
