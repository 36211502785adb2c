import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import { changeTable, newTable, type TableChanges, type TableDraft, type TableId } from './dining-table.js';
import { tableChanged, tableCreated } from './table-events.js';

const AT = new Date('2030-01-01T10:00:00Z');
const draft: TableDraft = {
  ...{
    id: '01990000-0000-7000-8000-000000000001' as TableId,
    outletId: '01990000-0000-7000-8000-0000000000aa' as OutletId,
  },
  ...{ name: '7', area: 'Terrace', seats: 4, position: 70 },
};
const table = newTable(draft, AT);

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe.each<[member: keyof TableDraft & keyof TableChanges, taken: readonly unknown[], refused: readonly unknown[]]>([
  ['name', ['1', 'Bar 12', 'x'.repeat(20), ' 7 ', `${' '.repeat(9)}x`], ['', '  ', 'x'.repeat(21)]],
  ['area', [null, 'Terrace', 'x'.repeat(50), ' Inside '], ['', ' ', 'x'.repeat(51)]],
  ['seats', [1, 2, 99], [0, -1, 100, 2.5, Number.NaN]],
  ['position', [0, 1, 9999], [-1, 10_000, 0.5, Number.POSITIVE_INFINITY]],
])('%s', (member, taken, refused) => {
  test.each(taken)('may be %p', (value) => {
    const kept = typeof value === 'string' ? value.trim() : value;
    expect(newTable({ ...draft, [member]: value }, AT)[member]).toBe(kept);
    expect(changeTable(table, { [member]: value }, true)[member]).toBe(kept);
  });

  test.each(refused)('may not be %p', (value) => {
    const wrong = { [member]: value };
    for (const work of [() => newTable({ ...draft, ...wrong }, AT), () => changeTable(table, wrong, false)]) {
      const { code, fields } = refusalOf(work);
      expect([code, fields.map(({ pointer }) => pointer)]).toEqual(['table_invalid', [`/${member}`]]);
    }
  });
});

test('all bad places are told at once', () => {
  const { fields } = refusalOf(() => newTable({ ...draft, name: '', area: '', seats: 0, position: -1 }, AT));
  expect(fields.map(({ pointer }) => pointer)).toEqual(['/name', '/area', '/seats', '/position']);
});

// Every change of `active`, at a table that is free and at one that is not.
test.each<[was: boolean, wish: boolean | undefined, occupied: boolean, outcome: boolean | 'table_occupied']>([
  [true, undefined, false, true],
  [true, undefined, true, true],
  [true, true, false, true],
  [true, true, true, true],
  [true, false, false, false],
  [true, false, true, 'table_occupied'],
  [false, undefined, false, false],
  [false, undefined, true, false],
  [false, true, false, true],
  [false, true, true, true],
  [false, false, false, false],
  [false, false, true, 'table_occupied'],
])('active %p, asked for %p, occupied %p: %p', (was, wish, occupied, outcome) => {
  const change = () =>
    changeTable({ ...table, active: was }, wish === undefined ? { seats: 2 } : { active: wish }, occupied);
  if (outcome === 'table_occupied')
    expect(refusalOf(change)).toMatchObject({ code: outcome, facts: { tableId: table.id } });
  else expect(change()).toMatchObject({ active: outcome, version: 2 });
});

test('events tell what a table is, and what it was', () => {
  const changed = changeTable(table, { name: ' Window ', area: null }, false);
  const place = { aggregate: 'tables', aggregateId: table.id, outletId: table.outletId };
  const now = { ...draft, active: true, version: 1 };
  expect(tableCreated(table)).toEqual({ type: 'pos.table.created', ...place, sequence: 1, data: { table: now } });
  expect(tableChanged(changed, table)).toEqual({
    ...{ type: 'pos.table.changed', ...place, sequence: 2 },
    data: { table: { ...now, name: 'Window', area: null, version: 2 }, before: now },
  });
});
