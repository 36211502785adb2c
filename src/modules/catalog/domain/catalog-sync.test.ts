import {
  advanceSync,
  failSync,
  startOver,
  startSync,
  succeedSync,
  SYNC_ERRORS_MAX,
  type SyncId,
  type SyncMode,
} from './catalog-sync.js';

const ID = '0197a3c2-7b1e-7000-8000-000000000001' as SyncId;
const AT = new Date('2026-11-21T10:00:00Z');
const LATER = new Date('2026-11-21T10:01:00Z');
const begun = (mode: SyncMode | undefined, reached: string | null) =>
  startSync(ID, { mode, trigger: 'manual', startedBy: 'user:u1', startedAt: AT }, reached);

test.each<[SyncMode | undefined, string | null, SyncMode, string | null]>([
  [undefined, null, 'full', null],
  [undefined, '7', 'incremental', '7'],
  ['incremental', null, 'full', null],
  ['incremental', '7', 'incremental', '7'],
  ['full', null, 'full', null],
  ['full', '7', 'full', null],
])('%s with revision %s is a run that is %s from %s', (wish, reached, mode, fromRevision) => {
  expect(begun(wish, reached)).toMatchObject({ status: 'running', mode, fromRevision, fetched: 0, errors: [] });
});

test('progress adds up, and keeps the first errors', () => {
  const error = { number: 1, sku: 'a', member: null, message: 'x' };
  const some = advanceSync(begun(undefined, '7'), { fetched: 3, created: 1, rejected: 1, errors: [error] });
  const more = advanceSync(some, { fetched: 2, deleted: 2, errors: Array.from({ length: 2000 }, () => error) });
  expect(more).toMatchObject({ fetched: 5, created: 1, rejected: 1, deleted: 2, updated: 0, unchanged: 0 });
  expect(more.errors).toHaveLength(SYNC_ERRORS_MAX);
});

test('a run that starts over is full and keeps its counts', () => {
  const run = startOver(advanceSync(begun(undefined, '7'), { fetched: 3 }));
  expect(run).toMatchObject({ mode: 'full', fromRevision: null, fetched: 3 });
});

test('the end is told once, without errors', () => {
  const run = advanceSync(begun(undefined, '7'), { fetched: 1, updated: 1 });
  const { state, events } = succeedSync(run, '8', LATER);
  expect(state).toMatchObject({ status: 'succeeded', toRevision: '8', finishedAt: LATER });
  expect(events).toMatchObject([
    { type: 'pos.catalog.synced', aggregate: 'catalog_syncs', aggregateId: ID, sequence: 1, outletId: null },
  ]);
  expect(events[0]?.data.sync).toEqual({
    ...{ id: ID, status: 'succeeded', mode: 'incremental', trigger: 'manual', fromRevision: '7', toRevision: '8' },
    ...{ fetched: 1, created: 0, updated: 1, unchanged: 0, deleted: 0, rejected: 0, failure: null },
    ...{ startedBy: 'user:u1', startedAt: AT.toISOString(), finishedAt: LATER.toISOString() },
  });
});

test('a failed run tells why and reaches no revision', () => {
  const { state, events } = failSync(begun('full', '7'), 'the source is away', LATER);
  expect(state).toMatchObject({ status: 'failed', failure: 'the source is away' });
  expect(events[0]?.data.sync).toMatchObject({ status: 'failed', toRevision: null, failure: 'the source is away' });
});
