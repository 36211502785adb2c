import type { TenantId } from '../../kernel/ids.js';
import type { LoggedEvent } from '../../kernel/outbox.js';
import { FanOut, type Audience, type Member } from './fan-out.js';

const [OURS, THEIRS] = ['ours', 'theirs'] as TenantId[] as [TenantId, TenantId];

function event(position: number, tenantId = OURS, type = 'pos.test.happened', length = 1): LoggedEvent {
  return {
    ...{
      tenantId,
      tenantSlug: tenantId,
      aggregate: 'tests',
      aggregateId: 'a',
      sequence: position,
      id: `e${position}`,
      type,
    },
    ...{ outletId: null, json: JSON.stringify({ text: 'x'.repeat(length) }), actor: 'test', requestId: 'r' },
    ...{ traceParent: null, occurredAt: new Date(0), position },
  };
}

const all: Audience = { tenantId: OURS, tenantSlug: 'ours', key: 'all', accepts: () => true };

/** A reader that takes so many writes. */
class Reader implements Member {
  readonly writes: Uint8Array[] = [];
  readonly fallen: number[] = [];
  constructor(private readonly takes = Infinity) {}
  send(chunk: Uint8Array): boolean {
    if (this.writes.length >= this.takes) return false;
    this.writes.push(chunk);
    return true;
  }
  fellBehind(position: number): void {
    this.fallen.push(position);
  }
  get ids(): number[] {
    return this.writes.flatMap((chunk) =>
      [
        ...Buffer.from(chunk)
          .toString()
          .matchAll(/^id: (\d+)$/gm),
      ].map((match) => Number(match[1])),
    );
  }
}

test('members of one audience share the bytes, and what comes together is one write', () => {
  let sent = 0;
  const fanOut = new FanOut((events) => (sent += events));
  const [one, two] = [new Reader(), new Reader()];
  for (const reader of [one, two]) fanOut.join(all, reader);
  fanOut.page([event(1), event(2), event(3, THEIRS)]);
  fanOut.page([event(4)]);
  fanOut.flushFor(all);
  expect(one.ids).toEqual([1, 2, 4]);
  expect(one.writes).toHaveLength(1);
  expect(one.writes[0]).toBe(two.writes[0]);
  expect(sent).toBe(6);
});

test('who joins gets nothing that was there before, and who leaves nothing that comes after', () => {
  const fanOut = new FanOut(() => undefined);
  const [first, second] = [new Reader(), new Reader()];
  fanOut.join(all, first);
  fanOut.page([event(1)]);
  fanOut.join(all, second);
  fanOut.page([event(2)]);
  fanOut.flushFor(all);
  fanOut.leave(all, first);
  fanOut.page([event(3)]);
  fanOut.flushFor(all);
  fanOut.leave(all, second);
  fanOut.page([event(4)]);
  fanOut.flushFor(all);
  expect([first.ids, second.ids]).toEqual([
    [1, 2],
    [2, 3],
  ]);
});

test('who is too slow leaves with the position up to which it has everything', () => {
  const fanOut = new FanOut(() => undefined);
  const [slow, brisk] = [new Reader(1), new Reader()];
  for (const reader of [slow, brisk]) fanOut.join(all, reader);
  fanOut.page([event(3)]);
  fanOut.flushFor(all);
  fanOut.page([event(7), event(9)]);
  fanOut.flushFor(all);
  fanOut.page([event(10)]);
  fanOut.flushFor(all);
  expect(slow.ids).toEqual([3]);
  expect(slow.fallen).toEqual([6]);
  expect(brisk.ids).toEqual([3, 7, 9, 10]);
});

test('much is written before the tick, so that little waits', () => {
  const fanOut = new FanOut(() => undefined);
  const [reader, slow] = [new Reader(), new Reader(2)];
  for (const one of [reader, slow]) fanOut.join(all, one);
  fanOut.page(Array.from({ length: 10 }, (_, n) => event(n + 1, OURS, 'pos.test.happened', 100_000)));
  expect(reader.ids).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(slow.fallen).toEqual([6]);
});

test('each audience gets what it accepts', () => {
  const fanOut = new FanOut(() => undefined);
  const some: Audience = { ...all, key: 'some', accepts: ({ type }) => type === 'pos.test.b' };
  const [everything, few] = [new Reader(), new Reader()];
  fanOut.join(all, everything);
  fanOut.join(some, few);
  fanOut.page([event(1, OURS, 'pos.test.a'), event(2, OURS, 'pos.test.b')]);
  for (const audience of [all, some]) fanOut.flushFor(audience);
  expect([everything.ids, few.ids]).toEqual([[1, 2], [2]]);
});
