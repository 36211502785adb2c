import type { TenantId } from '../../kernel/ids.js';
import type { LoggedEvent } from '../../kernel/outbox.js';
import type { Audience } from './fan-out.js';
import { RecentEvents } from './recent-events.js';

const [OURS, THEIRS] = ['ours', 'theirs'] as TenantId[] as [TenantId, TenantId];
const all: Audience = { tenantId: OURS, tenantSlug: 'ours', key: 'all', accepts: () => true };

function event(position: number, tenantId = OURS, length = 1): LoggedEvent {
  return {
    ...{ tenantId, tenantSlug: tenantId, aggregate: 'tests', aggregateId: 'a', sequence: 1, id: `e${position}` },
    ...{
      type: position % 2 === 0 ? 'even' : 'odd',
      outletId: null,
      json: 'x'.repeat(length),
      actor: 'a',
      requestId: 'r',
    },
    ...{ traceParent: null, occurredAt: new Date(position), position },
  };
}

function remembering(...positions: number[]): RecentEvents {
  const recent = new RecentEvents({ events: 8, length: 1_000, pageLength: 100, pageEvents: 3 });
  recent.begin(10);
  recent.add(positions.map((position) => event(position)));
  return recent;
}

const shown = (page: { events: readonly LoggedEvent[]; position: number } | undefined): unknown =>
  page && [page.events.map(({ position }) => position), page.position];

test.each([
  { title: 'from the floor', after: 10, outcome: [[11, 13, 14], 14] },
  { title: 'from between two', after: 12, outcome: [[13, 14, 20], 20] },
  { title: 'from the last', after: 20, outcome: [[], 20] },
  { title: 'from before the floor', after: 9, outcome: undefined },
])('$title', ({ after, outcome }) => expect(shown(remembering(11, 13, 14, 20).page(all, after))).toEqual(outcome));

test('what is passed over moves the position, too', () => {
  const recent = remembering();
  recent.add([event(11), event(12, THEIRS), event(13), event(14), event(15)]);
  const even: Audience = { ...all, key: 'even', accepts: ({ type }) => type === 'even' };
  expect(shown(recent.page(even, 10))).toEqual([[14], 15]);
  expect(recent.firstAfter(all, 11)).toEqual(new Date(13));
  expect(recent.firstAfter(all, 15)).toBeUndefined();
});

test('a page is small, and what is larger than a page comes alone', () => {
  const recent = remembering();
  recent.add([event(11, OURS, 60), event(12, OURS, 60), event(13, OURS, 300), event(14)]);
  const pages: unknown[] = [];
  for (let after = 10; after < 14;) {
    const page = recent.page(all, after);
    pages.push(shown(page));
    after = page?.position ?? Infinity;
  }
  expect(pages).toEqual([
    [[11], 11],
    [[12], 12],
    [[13], 13],
    [[14], 14],
  ]);
});

test('too many or too much, and the oldest are forgotten and owned to be', () => {
  const many = remembering(...Array.from({ length: 9 }, (_, n) => 11 + n));
  expect([many.reachesBackTo(12), many.reachesBackTo(13)]).toEqual([false, true]);
  expect(shown(many.page(all, 13))).toEqual([[14, 15, 16], 16]);
  const much = remembering(11);
  much.add([event(12, OURS, 900), event(13, OURS, 200)]);
  expect([much.reachesBackTo(11), much.reachesBackTo(12)]).toEqual([false, true]);
  expect(shown(much.page(all, 12))).toEqual([[13], 13]);
});

test('before it has begun it knows nothing', () => {
  expect(new RecentEvents().page(all, 5)).toBeUndefined();
});
