import { Refusal } from '../../../kernel/refusal.js';
import { itemId } from './item.examples.js';
import {
  attach,
  ATTACHMENTS_MAX,
  type Attachment,
  type AttachmentList,
  type AttachmentListId,
} from './modifier-attachment.js';
import { group, modifier, offered } from './modifier-group.examples.js';
import { offeredGroups, type AttachedTree } from './modifier-tree.js';

const milk = group('milk', [modifier('oat')], { min: 1, max: 2 });
const syrups = group('syrups', [modifier('vanilla')]);
const KNOWN = [milk, syrups];
const none: AttachmentList = {
  itemId: itemId(1),
  category: null,
  id: itemId(1) as string as AttachmentListId,
  groups: [],
  version: 0,
};
const to = (code: string, said: Partial<Attachment> = {}): Attachment => ({
  group: code,
  position: 0,
  min: null,
  max: null,
  ...said,
});

function pointersOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.fields.map(({ pointer }) => `${error.code} ${pointer}`);
    throw error;
  }
  return [];
}

test('what is attached counts up and tells what was before', () => {
  const first = attach(none, [to('milk')], KNOWN, 'USD');
  expect(first.state).toMatchObject({ version: 1, groups: [to('milk')] });
  const second = attach(first.state, [], KNOWN, 'USD', 1);
  expect(second.events).toMatchObject([
    {
      type: 'pos.catalog.modifier_groups_attached',
      aggregate: 'modifier_attachments',
      sequence: 2,
      data: { itemId: itemId(1), category: null, groups: [], before: [to('milk')], version: 2 },
    },
  ]);
  expect(attach(first.state, [to('milk')], KNOWN, 'USD')).toEqual({ state: first.state, events: [] });
  expect(() => attach(first.state, [], KNOWN, 'USD', 2)).toThrow('version_mismatch');
});

test.each<[string, Attachment[], string[]]>([
  ['a group that is not there', [to('soy')], ['/groups/0/group']],
  ['a group twice', [to('milk'), to('milk')], ['/groups/1/group']],
  ['a minimum below zero', [to('milk', { min: -1 })], ['/groups/0/min']],
  ['a position out of reach', [to('milk', { position: 10_000 })], ['/groups/0/position']],
  ['a maximum below the group’s minimum', [to('milk', { min: 2, max: 1 })], ['/groups/0/max']],
  ['a minimum above the group’s maximum', [to('milk', { min: 3 })], ['/groups/0/min']],
  ['too many groups', Array.from({ length: ATTACHMENTS_MAX + 1 }, () => to('milk')), ['/groups']],
])('%s is refused with its place', (_, groups, pointers) => {
  expect(pointersOf(() => attach(none, groups, KNOWN, 'USD'))).toEqual(
    pointers.map((pointer) => `modifier_attachments_invalid ${pointer}`),
  );
});

test('an item’s groups are in its currency; those of a category in any', () => {
  expect(pointersOf(() => attach(none, [to('milk')], KNOWN, 'EUR'))).toEqual([
    'modifier_attachments_invalid /groups/0/group',
  ]);
  const category: AttachmentList = { ...none, itemId: null, category: 'Coffee' };
  expect(pointersOf(() => attach(category, [to('milk')], KNOWN, null))).toEqual([]);
  expect(pointersOf(() => attach({ ...category, category: ' ' }, [to('milk')], KNOWN, null))).toEqual([
    'modifier_attachments_invalid /path/category',
  ]);
});

describe('groups of an item', () => {
  const tree = (code: string, said: Partial<Attachment> = {}): AttachedTree => {
    const [found] = offered(KNOWN, code);
    if (found === undefined) throw new Error(`no group ${code}`);
    return { ...to(code, said), tree: found };
  };
  const shortly = (...lists: AttachedTree[][]): string[] =>
    offeredGroups(lists).map(({ code, min, max }) => `${code} ${min}–${max ?? '∞'}`);

  test.each<[string, AttachedTree[][], string[]]>([
    ['none', [[], []], []],
    ['by position', [[tree('milk', { position: 5 })], [tree('syrups', { position: 1 })]], ['syrups 0–∞', 'milk 1–2']],
    ['the wider list first where positions are equal', [[tree('syrups')], [tree('milk')]], ['syrups 0–∞', 'milk 1–2']],
    ['the narrower list’s own numbers', [[tree('milk', { min: 0 })], [tree('milk', { max: 7 })]], ['milk 1–7']],
    ['with another minimum', [[tree('milk', { min: 0 })]], ['milk 0–2']],
    ['without one that is taken off', [[tree('milk'), tree('syrups')], [tree('milk', { max: 0 })]], ['syrups 0–∞']],
  ])('%s', (_, lists, expected) => expect(shortly(...lists)).toEqual(expected));
});
