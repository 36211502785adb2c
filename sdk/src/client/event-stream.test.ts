import { fakeServer, refusal, type Answering } from '../testing/fake-server.js';
import type { PosEvent } from './event-stream.js';
import { PosClient } from './pos-client.js';
import { PosProblem } from './pos-problem.js';

const waits: number[] = [];
function clientOf(answering: Answering) {
  const { fetch, asked } = fakeServer(answering);
  waits.length = 0;
  const wait = (ms: number): Promise<void> => Promise.resolve(void waits.push(ms));
  const options = { baseUrl: 'https://pos.example', tenant: 'acme', credential: { kind: 'none' } } as const;
  return { client: new PosClient({ ...options, fetch, wait, random: () => 0.5 }), asked };
}
/** A stream whose pieces come as they are; it ends, or stays open without a word until it is given up. */
function streamOf(
  pieces: readonly string[],
  end: 'ends' | 'hangs' = 'ends',
  signal: AbortSignal | null = null,
): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      if (end === 'ends') controller.close();
      else signal?.addEventListener('abort', () => controller.error(signal.reason));
    },
  });
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
}
async function take(events: AsyncIterable<PosEvent>, count: number): Promise<PosEvent[]> {
  const taken: PosEvent[] = [];
  for await (const event of events) if (taken.push(event) === count) break;
  return taken;
}

it('reads events however they are cut, and comes back from the last id that it saw', async () => {
  const { client, asked } = clientOf((_, count) =>
    count === 1
      ? streamOf([
          'retry: 100\n\nid: 1\n\nid: 2\nevent: a\nda',
          'ta: {"x":1}\n\n: heartbeat\nid: 5\n',
          '\nid: 6\nevent: cut',
        ])
      : streamOf(['id: 7\r\nevent: reset\r\ndata: {}\r\n\r\n']),
  );
  const states: string[] = [];
  const onState = (state: string): void => void states.push(state);
  const events = await take(client.stream('o1', ['orders', 'catalog'], { lastEventId: '0', onState }), 2);
  expect(events).toEqual([
    { id: '2', type: 'a', data: { x: 1 } },
    { id: '7', type: 'reset', data: {} },
  ]);
  expect(asked.map(({ headers }) => headers.get('Last-Event-ID'))).toEqual(['0', '5']);
  expect(asked[0]?.url.href).toBe('https://pos.example/v1/acme/pos/outlets/o1/stream?topics=orders%2Ccatalog');
  expect(waits).toEqual([100]);
  expect(states).toEqual(['live', 'away', 'live']);
});

it('waits longer after each failure, and as long as it is asked to', async () => {
  const { client } = clientOf((_, count) => {
    if (count <= 2) throw new TypeError('fetch failed');
    return count === 3 ? refusal(503, 'streams_exhausted', { 'Retry-After': '20' }) : streamOf(['id: 1\nevent: a\n\n']);
  });
  await take(client.stream('o1', []), 1);
  expect(waits).toEqual([2_000, 4_000, 20_000]);
});

it.each([401, 403, 404])('ends with a refusal of %s', async (status) => {
  const { client } = clientOf(() => refusal(status, 'refused'));
  await expect(take(client.stream('o1', []), 1)).rejects.toBeInstanceOf(PosProblem);
});

it('comes back after 20 s without a sign of life, and ends when its reader does', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  try {
    const { client, asked } = clientOf(({ signal }) => streamOf(['id: 3\n\n'], 'hangs', signal));
    const ending = new AbortController();
    const reading = take(client.stream('o1', [], { signal: ending.signal }), 1);
    while (asked.length < 2) await jest.advanceTimersByTimeAsync(1_000);
    expect(asked[1]?.headers.get('Last-Event-ID')).toBe('3');
    ending.abort();
    await expect(reading).resolves.toEqual([]);
  } finally {
    jest.useRealTimers();
  }
});

it('proves itself anew by the time that the server tells, once: a wrong clock is not a refusal', async () => {
  const { client, asked } = clientOf((_, count) =>
    count === 1 ? refusal(401, 'proof_refused') : streamOf(['id: 1\nevent: a\ndata: {}\n\n']),
  );
  expect((await take(client.stream('o1', []), 1)).map(({ id }) => id)).toEqual(['1']);
  expect(asked).toHaveLength(2);
  const { client: refused } = clientOf(() => refusal(401, 'proof_refused'));
  await expect(take(refused.stream('o1', []), 1)).rejects.toMatchObject({ code: 'proof_refused' });
});
