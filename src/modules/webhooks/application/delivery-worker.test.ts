import type { TenantId } from '../../../kernel/ids.js';
import type { DeliveryId } from '../domain/delivery.js';
import type { EndpointId } from '../domain/endpoint.js';
import type { ClaimedDelivery, ClaimWish, DeliveryQueue, EndpointKey } from '../ports/delivery-queue.js';
import { DeliveryWorker, type WorkerSettings } from './delivery-worker.js';

const TENANT = 'tenant' as TenantId;
const PAGE = 5;

/** A queue in memory. Endpoints whose name begins with `good` are trusted. */
class FakeQueue implements Pick<DeliveryQueue, 'waiting' | 'claim'> {
  readonly wishes: ClaimWish[] = [];
  private readonly queued: { endpointId: EndpointId; id: DeliveryId; taken: boolean }[] = [];

  add(endpoint: string, count: number): void {
    for (let n = 0; n < count; n++) {
      const id = `${endpoint}-${this.queued.length}` as DeliveryId;
      this.queued.push({ endpointId: endpoint as EndpointId, id, taken: false });
    }
  }

  waiting(after: EndpointKey | undefined): ReturnType<DeliveryQueue['waiting']> {
    const waiting = new Set(this.queued.filter(({ taken }) => !taken).map(({ endpointId }) => endpointId));
    const behind = [...waiting].sort().filter((id) => after === undefined || id > after.endpointId);
    const due = behind.slice(0, PAGE).map((endpointId) => ({ tenantId: TENANT, endpointId }));
    return Promise.resolve({ due, next: behind.length < PAGE ? undefined : due.at(-1) });
  }

  claim(wish: ClaimWish): Promise<ClaimedDelivery[]> {
    this.wishes.push(wish);
    const taken: ClaimedDelivery[] = [];
    for (const { endpointId } of wish.endpoints) {
      const trusted = endpointId.startsWith('good') && !wish.slow.includes(endpointId);
      if (trusted !== wish.trusted) continue;
      const free = wish.slots - (wish.inHand.get(endpointId) ?? 0);
      const mine = this.queued.filter((one) => one.endpointId === endpointId && !one.taken).slice(0, Math.max(0, free));
      for (const one of mine.slice(0, wish.limit - taken.length)) {
        one.taken = true;
        taken.push(claimedOf(one.endpointId, one.id));
      }
    }
    return Promise.resolve(taken);
  }
}

function claimedOf(endpointId: EndpointId, id: DeliveryId): ClaimedDelivery {
  return {
    ...{ tenantId: TENANT, endpointId, id, claim: 'claim', tenantSlug: 't', eventId: 'event', eventType: 'pos.x' },
    ...{ tries: 0, url: 'https://example.com/', secrets: [], payload: '{}' },
  };
}

const observer = { tried: () => undefined, endpointDisabled: () => undefined, failed: () => undefined };
const SETTINGS: WorkerSettings = { concurrency: 8, slots: 4, idleMs: 1, stopMs: 60_000 };

/** Calls to endpoints that are not good hang until they are given up. */
function worker(queue: FakeQueue, settings: Partial<WorkerSettings> = {}) {
  const calls: string[] = [];
  const open = new Map<string, number>();
  let most = 0;
  const execute = async ({ endpointId }: ClaimedDelivery, signal: AbortSignal): Promise<number | undefined> => {
    calls.push(endpointId);
    open.set(endpointId, (open.get(endpointId) ?? 0) + 1);
    most = Math.max(
      most,
      [...open.values()].reduce((sum, count) => sum + count, 0),
    );
    if (!endpointId.startsWith('good'))
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    open.set(endpointId, (open.get(endpointId) ?? 0) - 1);
    return endpointId.startsWith('good-slow') ? 5_000 : 5;
  };
  const running = new DeliveryWorker(queue as unknown as DeliveryQueue, { execute }, observer, {
    ...SETTINGS,
    ...settings,
  });
  return { running, calls, open, most: () => most };
}

async function until(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 1));
}
const countOf = (calls: readonly string[], prefix: string): number =>
  calls.filter((call) => call.startsWith(prefix)).length;

test('twenty endpoints that hang leave room for a good one', async () => {
  const queue = new FakeQueue();
  for (let n = 0; n < 20; n++) queue.add(`bad-${String(n).padStart(2, '0')}`, 50);
  queue.add('good', 100);
  const { running, calls, most, open } = worker(queue, { stopMs: 1 });
  running.start();
  await until(() => countOf(calls, 'good') === 100);
  expect(countOf(calls, 'bad')).toBe(6); // three quarters of eight
  expect(Math.max(...[...open.values()])).toBe(1);
  expect(most()).toBeLessThanOrEqual(8);
  await running.stop();
});

test('all endpoints get their turn, beyond one page of them', async () => {
  const queue = new FakeQueue();
  for (let n = 0; n < 23; n++) queue.add(`good-${n}`, 30);
  const { running, calls } = worker(queue);
  running.start();
  await until(() => calls.length === 23 * 30);
  await running.stop();
  const early = new Set(calls.slice(0, calls.length / 2));
  expect(early.size).toBe(23);
});

test('an endpoint that was slow is treated as doubtful until it was quick', async () => {
  const queue = new FakeQueue();
  queue.add('good-slow', 3);
  const { running, calls } = worker(queue, { slots: 1 });
  running.start();
  await until(() => calls.length === 3);
  await running.stop();
  expect(queue.wishes.some(({ slow }) => slow.includes('good-slow' as EndpointId))).toBe(true);
});

test('stopping takes no more, waits for what is in hand, and gives up what takes too long', async () => {
  const queue = new FakeQueue();
  queue.add('bad', 5);
  const { running, calls, open } = worker(queue, { stopMs: 20 });
  running.start();
  await until(() => calls.length === 1);
  await running.stop();
  expect(open.get('bad')).toBe(0);
  queue.add('good', 5);
  running.wake();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(calls).toEqual(['bad']);
});

test('a queue that cannot be read is asked again', async () => {
  const queue = new FakeQueue();
  queue.add('good', 1);
  const waiting = queue.waiting.bind(queue);
  let failures = 1;
  queue.waiting = (after) => (failures-- > 0 ? Promise.reject(new Error('away')) : waiting(after));
  const { running, calls } = worker(queue);
  running.start();
  await until(() => failures < 1);
  running.wake();
  await until(() => calls.length === 1);
  await running.stop();
});
