import type { OutletId } from '../../../kernel/ids.js';
import type { PricebookId, VersionId } from './pricebook.js';
import { relevantBooks, type CopiedBook, type CopiedVersion } from './relevant-versions.js';
import { EVERYWHERE } from './scope.js';

const HERE = 'here' as OutletId;
const OUTLET = { id: HERE, currency: 'USD' };
const FROM = new Date('2026-06-01T00:00:00Z');

interface Wish {
  readonly at?: string;
  readonly outlets?: readonly string[];
  readonly revision?: number;
}

function book(id: string, versions: readonly Wish[], more: Partial<CopiedBook> = {}): CopiedBook {
  return {
    ...{ id: id as PricebookId, name: id, currency: 'USD', parentId: null, archivedAt: null },
    versions: versions.map((wish, index) => version(`${id}${index + 1}`, index + 1, wish)),
    ...more,
  };
}

function version(id: string, number: number, { at = '2026-01-01', outlets, revision = 1 }: Wish): CopiedVersion {
  const outletIds = (outlets as readonly OutletId[] | undefined) ?? null;
  const terms = { priority: 0, scope: { ...EVERYWHERE, outletIds }, rules: [] };
  return { id: id as VersionId, number, effectiveAt: new Date(at), terms, entryCount: 1, releasedRevision: revision };
}

const child = (parentId: string): Partial<CopiedBook> => ({ parentId: parentId as PricebookId });

const cases: [title: string, books: CopiedBook[], expected: [id: string, applies: boolean, since: number][]][] = [
  ['a book for all outlets', [book('a', [{ revision: 4 }])], [['a1', true, 4]]],
  ['a book for this outlet among others', [book('a', [{ outlets: ['there', 'here'] }])], [['a1', true, 1]]],
  ['not one for others', [book('a', [{ outlets: ['there'] }])], []],
  ['not one in another currency', [book('a', [{}], { currency: 'KES' })], []],
  ['not one that was archived long ago', [book('a', [{}], { archivedAt: new Date('2026-05-01') })], []],
  ['one that was archived lately', [book('a', [{}], { archivedAt: new Date('2026-06-02') })], [['a1', true, 1]]],
  [
    'what was replaced before is over, what is to come matters',
    [book('a', [{}, { at: '2026-05-01', revision: 2 }, { at: '2027-01-01', revision: 3 }])],
    [
      ['a2', true, 2],
      ['a3', true, 3],
    ],
  ],
  [
    'an ancestor matters since its first heir does',
    [book('a', [{ outlets: ['there'], revision: 2 }]), book('b', [{ revision: 9 }], child('a'))],
    [
      ['a1', false, 9],
      ['b1', true, 9],
    ],
  ],
  [
    'a later version of an ancestor matters since its own release, through a book between that says nothing here',
    [
      book('a', [{ outlets: ['there'], revision: 20 }]),
      book('b', [{ outlets: ['there'], revision: 3 }], child('a')),
      book('c', [{ outlets: ['here'], revision: 5 }], child('b')),
    ],
    [
      ['a1', false, 20],
      ['b1', false, 5],
      ['c1', true, 5],
    ],
  ],
  [
    'books that inherit each other end somewhere',
    [book('a', [{}], child('b')), book('b', [], child('a'))],
    [['a1', true, 1]],
  ],
];

test.each(cases)('%s', (_title, books, expected) => {
  const found = relevantBooks(books, OUTLET, FROM).flatMap(({ versions }) => versions);
  expect(found.map(({ id, applies, since }) => [id, applies, since])).toEqual(expected);
});
