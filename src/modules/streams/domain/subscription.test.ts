import { Refusal } from '../../../kernel/refusal.js';
import { onlyHints, shows, subscriptionOf, type SubscriptionWish, type Topic } from './subscription.js';

const TOPICS: readonly Topic[] = [
  { name: 'orders', permission: 'orders:read', types: ['pos.order.*'] },
  { name: 'kitchen', permission: 'kitchen:read', types: ['pos.order.created', 'pos.order.line_*'] },
  { name: 'catalog', permission: 'catalog:read', types: ['pos.catalog.*'] },
  { name: 'sync', permission: 'sync:master_data', types: ['pos.catalog.*', 'pos.staff.*'], hints: true },
];
const ALL = ['orders:read', 'kitchen:read', 'catalog:read'];

const good: { title: string; wish: SubscriptionWish; has: string[]; types: string[]; permissions: string[] }[] = [
  {
    title: 'nothing asked shows all that may be read',
    ...{ wish: {}, has: ['orders:read', 'catalog:read'] },
    ...{ types: ['pos.catalog.*', 'pos.order.*'], permissions: ['catalog:read', 'orders:read'] },
  },
  {
    title: 'a topic shows its types and takes its permission',
    ...{ wish: { topics: ['kitchen'] }, has: ALL },
    ...{ types: ['pos.order.created', 'pos.order.line_*'], permissions: ['kitchen:read'] },
  },
  {
    title: 'a topic named twice is there once',
    ...{ wish: { topics: ['catalog', 'catalog'] }, has: ALL },
    ...{ types: ['pos.catalog.*'], permissions: ['catalog:read'] },
  },
  {
    title: 'types narrow the topics',
    ...{ wish: { topics: ['kitchen', 'catalog'], types: ['pos.order.*'] }, has: ALL },
    ...{ types: ['pos.order.created', 'pos.order.line_*'], permissions: ['catalog:read', 'kitchen:read'] },
  },
  {
    title: 'a star alone is everything',
    ...{ wish: { topics: ['catalog'], types: ['*'] }, has: ALL },
    ...{ types: ['pos.catalog.*'], permissions: ['catalog:read'] },
  },
];

test.each(good)('$title', ({ wish, has, types, permissions }) => {
  expect(subscriptionOf(wish, TOPICS, new Set(has))).toEqual({ types, permissions, hints: [] });
});

test('hints are shown without data, and only to who names their topic', () => {
  const may = new Set([...ALL, 'sync:master_data']);
  expect(subscriptionOf({}, TOPICS, may).hints).toEqual([]);
  expect(refusedBy(() => subscriptionOf({}, TOPICS, new Set(['sync:master_data'])))).toMatchObject({
    facts: { permission: 'orders:read' },
  });
  const both = subscriptionOf({ topics: ['catalog', 'sync'] }, TOPICS, may);
  expect(both).toMatchObject({ types: ['pos.catalog.*'], hints: ['pos.catalog.*', 'pos.staff.*'] });
  const seen = ['pos.catalog.imported', 'pos.staff.changed', 'pos.order.created'].map((type) => {
    return [shows(both, type), onlyHints(both, type)];
  });
  expect(seen).toEqual([
    [true, false],
    [true, true],
    [false, true],
  ]);
  const narrow = subscriptionOf({ topics: ['sync'], types: ['pos.staff.changed'] }, TOPICS, may);
  expect(narrow).toEqual({ permissions: ['sync:master_data'], types: [], hints: ['pos.staff.changed'] });
});

const bad: { title: string; wish: SubscriptionWish; has: string[]; refusal: object }[] = [
  {
    title: 'an unknown topic',
    ...{ wish: { topics: ['orders', 'weather'] }, has: ALL },
    refusal: {
      code: 'validation_failed',
      fields: [{ pointer: '/query/topics', message: expect.stringMatching(/orders/) }],
    },
  },
  {
    title: 'a topic without its permission',
    ...{ wish: { topics: ['orders', 'catalog'] }, has: ['orders:read'] },
    refusal: { code: 'permission_missing', facts: { permission: 'catalog:read' } },
  },
  {
    title: 'nothing asked, nothing allowed',
    ...{ wish: {}, has: ['reports:read'] },
    refusal: { code: 'permission_missing', facts: { permission: 'orders:read' } },
  },
  {
    title: 'a type that no pattern is',
    ...{ wish: { types: ['pos.*.created'] }, has: ALL },
    refusal: { code: 'validation_failed', fields: [{ pointer: '/query/types' }] },
  },
  {
    title: 'a type of none of the topics',
    ...{ wish: { topics: ['catalog'], types: ['pos.order.created'] }, has: ALL },
    refusal: { code: 'validation_failed', fields: [{ pointer: '/query/types' }] },
  },
  {
    title: 'too many types',
    ...{ wish: { types: Array.from({ length: 51 }, (_, n) => `pos.order.x${n}`) }, has: ALL },
    refusal: { code: 'validation_failed', fields: [{ pointer: '/query/types' }] },
  },
];

test.each(bad)('$title is refused', ({ wish, has, refusal }) => {
  expect(refusedBy(() => subscriptionOf(wish, TOPICS, new Set(has)))).toMatchObject(refusal);
});

test('a subscription shows what its patterns cover', () => {
  const subscription = subscriptionOf({ topics: ['kitchen'] }, TOPICS, new Set(ALL));
  const types = ['pos.order.created', 'pos.order.line_added', 'pos.order.held', 'pos.catalog.imported'];
  expect(types.filter((type) => shows(subscription, type))).toEqual(['pos.order.created', 'pos.order.line_added']);
});

function refusedBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return undefined;
}
