import { CHANGES_SHOWN, changeOf, planEntries, summaryOf } from './entry-changes.js';
import { readEntryRow, writeEntryRow, type EntryTexts } from './entry-row.js';
import type { Entry, PriceEffect } from './price-effect.js';
import { absolute, extra, HARBOUR, percent, terms } from './pricebook.examples.js';
import { EVERYWHERE } from './scope.js';
import { diffTerms } from './terms-diff.js';

test.each<[string, PriceEffect | undefined, PriceEffect | undefined, 'added' | 'removed' | 'changed' | undefined]>([
  ['nothing and nothing', undefined, undefined, undefined],
  ['nothing and a price', undefined, absolute(1), 'added'],
  ['a price and nothing', absolute(1), undefined, 'removed'],
  ['the same price', absolute(1), absolute(1), undefined],
  ['another price', absolute(1), absolute(2), 'changed'],
  ['a price and an amount of the same number', absolute(1), extra(1), 'changed'],
  ['an amount and a percentage', extra(1), percent('1'), 'changed'],
  ['the same percentage written in another way', percent('10'), percent('10.000'), undefined],
])('the difference of %s', (_, before, after, kind) => {
  const change = changeOf('latte', before, after);
  const counted = summaryOf(change === undefined ? [] : [change]);
  const counts = { added: 0, removed: 0, changed: 0, ...(kind === undefined ? {} : { [kind]: 1 }) };
  expect(counted).toMatchObject(counts);
});

test('a plan writes what differs and nothing else', () => {
  const present: Entry[] = [
    { sku: 'a', effect: absolute(1) },
    { sku: 'b', effect: absolute(2) },
    { sku: 'c', effect: absolute(3) },
  ];
  const edits = new Map<string, PriceEffect | null>([
    ['a', absolute(1)],
    ['b', percent('5')],
    ['c', null],
    ['d', extra(-1)],
    ['e', null],
  ]);
  expect(planEntries(present, edits)).toEqual({
    set: [
      { sku: 'b', effect: percent('5') },
      { sku: 'd', effect: extra(-1) },
    ],
    remove: ['c'],
    unchanged: 2,
    changes: {
      ...{ added: 1, removed: 1, changed: 1 },
      first: [
        {
          sku: 'b',
          before: { kind: 'absolute', amount: { amount: 2, currency: 'USD' }, rate: null },
          after: { kind: 'percent', amount: null, rate: '5' },
        },
        { sku: 'c', before: { kind: 'absolute', amount: { amount: 3, currency: 'USD' }, rate: null }, after: null },
        { sku: 'd', before: null, after: { kind: 'amount', amount: { amount: -1, currency: 'USD' }, rate: null } },
      ],
    },
  });
});

test('many changes are counted, the first are shown', () => {
  const edits = new Map(Array.from({ length: 150 }, (_, index) => [`sku-${1000 - index}`, extra(1)]));
  const { changes } = planEntries([], edits);
  expect(changes).toMatchObject({ added: 150, first: { length: CHANGES_SHOWN } });
  expect(changes.first[0]?.sku).toBe('sku-1000');
});

test('terms differ member by member, rules by category', () => {
  const before = terms({
    rules: [
      { category: null, effect: extra(1) },
      { category: 'Tea', effect: extra(2) },
    ],
  });
  const after = terms({
    priority: 3,
    scope: { ...EVERYWHERE, outletIds: [HARBOUR] },
    rules: [
      { category: 'Coffee', effect: extra(3) },
      { category: 'Tea', effect: extra(2) },
    ],
  });
  const { terms: changed, rules } = diffTerms(before, after);
  expect(changed).toEqual([
    { member: 'priority', before: 0, after: 3 },
    { member: 'outletIds', before: null, after: [HARBOUR] },
  ]);
  expect(rules).toMatchObject([
    { category: null, before: { kind: 'amount' }, after: null },
    { category: 'Coffee', before: null, after: { kind: 'amount' } },
  ]);
  expect(diffTerms(after, after)).toEqual({ terms: [], rules: [] });
});

const texts = (changes: Partial<EntryTexts> = {}): EntryTexts => ({
  ...{ sku: 'latte', kind: 'absolute', value: '4.20', currency: 'USD' },
  ...changes,
});
const rules = { currency: 'USD', digits: {} };

test.each<[string, Partial<EntryTexts>, PriceEffect]>([
  ['a price', {}, absolute(420)],
  ['a price without cents', { value: '4' }, absolute(400)],
  ['an amount off', { kind: 'amount', value: '-0.50' }, extra(-50)],
  ['a percentage', { kind: 'percent', value: '-12.5' }, percent('-12.5')],
  ['a percentage, which needs no currency', { kind: 'percent', value: '5', currency: '' }, percent('5')],
])('%s is read and written the same', (_, changes, effect) => {
  const entry = readEntryRow({ row: 2, texts: texts(changes) }, rules);
  expect(entry).toEqual({ sku: 'latte', effect });
  const written = writeEntryRow(entry as Entry, rules);
  expect(readEntryRow({ row: 2, texts: written }, rules)).toEqual(entry);
});

test.each<[string, Partial<EntryTexts>, object]>([
  ['too many digits', { value: '4.205' }, { column: 'value', message: 'has more digits than its currency' }],
  ['a comma', { value: '4,20' }, { column: 'value' }],
  ['a negative price', { value: '-1' }, { column: 'value', message: 'must not be negative' }],
  ['another currency', { currency: 'EUR' }, { column: 'currency' }],
  ['no currency', { currency: '' }, { column: 'currency' }],
  ['an unknown kind', { kind: 'free' }, { column: 'kind' }],
  ['no SKU', { sku: ' ' }, { column: 'sku' }],
  ['a SKU that was not UTF-8', { sku: 'caf\uFFFD' }, { column: 'sku' }],
  ['a percentage that is none', { kind: 'percent', value: '5%' }, { column: 'value' }],
  ['more than all off', { kind: 'percent', value: '-101' }, { column: 'value' }],
])('%s is rejected', (_, changes, error) => {
  expect(readEntryRow({ row: 7, texts: texts(changes) }, rules)).toMatchObject({ row: 7, ...error });
});

test('digits are the tenant’s', () => {
  const row = { row: 2, texts: texts({ value: '35.5', currency: 'TWD' }) };
  expect(readEntryRow(row, { currency: 'TWD', digits: { TWD: 0 } })).toMatchObject({ column: 'value' });
  expect(readEntryRow(row, { currency: 'TWD', digits: {} })).toMatchObject({ effect: { price: { amount: 3550 } } });
});
