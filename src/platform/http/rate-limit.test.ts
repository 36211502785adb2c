import type { WindowCount, WindowCounters } from '../ephemeral/ports.js';
import { createInProcessEphemeral } from '../ephemeral/in-process.js';
import { RATE_WINDOW_MS, RateLimit } from './rate-limit.js';

const TENANT = '018f0000-0000-7000-8000-000000000000'; // its windows begin with the minute
const OTHER = '018f0000-0000-7000-8000-000000003a98'; // and this one's 15 s later
const SYNC_MS = 1;

let now: number;
let limits: RateLimit[];
beforeEach(() => {
  now = Date.UTC(2026, 0, 1);
  limits = [];
});
afterEach(() => limits.forEach((limit) => limit.close()));

function limitOver(counters: WindowCounters, allowancesMax?: number): RateLimit {
  const limit = new RateLimit(counters, {
    now: () => now,
    syncMs: SYNC_MS,
    ...(allowancesMax ? { allowancesMax } : {}),
  });
  limits.push(limit);
  return limit;
}

/** Counters that tell when they were asked. */
function watched(): WindowCounters & { asked(times: number): Promise<void>; readonly keys: string[] } {
  const { counters } = createInProcessEphemeral(() => now);
  const keys: string[] = [];
  return {
    keys,
    add: (key, by, windowMs) => {
      const answer = counters.add(key, by, windowMs);
      void answer.then(() => keys.push(key));
      return answer;
    },
    asked: async (times) => {
      while (keys.length < times) await new Promise((resolve) => setTimeout(resolve, SYNC_MS));
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('counts down to the limit, refuses beyond it, and begins anew with the next window', () => {
  const limit = limitOver(watched());
  now += 23_000;
  expect(limit.take(TENANT, 2)).toEqual({ allowed: true, remaining: 1, resetSeconds: 37 });
  expect(limit.take(TENANT, 2)).toEqual({ allowed: true, remaining: 0, resetSeconds: 37 });
  expect(limit.take(TENANT, 2)).toEqual({ allowed: false, remaining: 0, resetSeconds: 37 });
  now += 36_999;
  expect(limit.take(TENANT, 2)).toEqual({ allowed: false, remaining: 0, resetSeconds: 1 });
  now += 1;
  expect(limit.take(TENANT, 2)).toEqual({ allowed: true, remaining: 1, resetSeconds: 60 });
});

test('tenants are apart, and so are the ends of their windows', () => {
  const limit = limitOver(watched());
  expect(limit.take(TENANT, 1)).toMatchObject({ allowed: true, resetSeconds: 60 });
  expect(limit.take(TENANT, 1)).toMatchObject({ allowed: false });
  expect(limit.take(OTHER, 1)).toMatchObject({ allowed: true, resetSeconds: 15 });
});

test('a limit that is changed acts at once', () => {
  const limit = limitOver(watched());
  limit.take(TENANT, 1);
  expect(limit.take(TENANT, 3)).toMatchObject({ allowed: true, remaining: 1 });
  expect(limit.take(TENANT, 2)).toMatchObject({ allowed: false });
});

test('a clock that is set back does not prolong a window', () => {
  const limit = limitOver(watched());
  limit.take(TENANT, 1);
  now -= 10 * RATE_WINDOW_MS;
  expect(limit.take(TENANT, 1)).toMatchObject({ allowed: true, resetSeconds: 60 });
});

test('instances learn of each other', async () => {
  const counters = watched();
  const [a, b] = [limitOver(counters), limitOver(counters)];
  for (let i = 0; i < 6; i++) a.take(TENANT, 10);
  await counters.asked(1);
  b.take(TENANT, 10);
  await counters.asked(2);
  expect(b.take(TENANT, 10)).toMatchObject({ allowed: true, remaining: 2 });
  b.take(TENANT, 10);
  b.take(TENANT, 10);
  expect(b.take(TENANT, 10)).toMatchObject({ allowed: false });
  expect(new Set(counters.keys).size).toBe(1);
});

test('counters that forget, or fall back to this process alone, free nobody', async () => {
  let known = 0;
  let others = 5;
  let asked = 0;
  const counters: WindowCounters = {
    add: async (_key, by, resetMs): Promise<WindowCount> => {
      known += by;
      asked += 1;
      return { count: known + others, resetMs };
    },
  };
  const limit = limitOver(counters);
  limit.take(TENANT, 10);
  while (asked < 1) await new Promise((resolve) => setTimeout(resolve, SYNC_MS));
  others = 0;
  expect(limit.take(TENANT, 10)).toMatchObject({ remaining: 3 });
  while (asked < 2) await new Promise((resolve) => setTimeout(resolve, SYNC_MS));
  expect(limit.take(TENANT, 10)).toMatchObject({ remaining: 2 });
});

test('what it remembers is bounded', () => {
  const limit = limitOver(watched(), 1);
  limit.take(TENANT, 1);
  limit.take(OTHER, 1);
  expect(limit.take(TENANT, 1)).toMatchObject({ allowed: true });
});

test('nothing is told after the end', async () => {
  const counters = watched();
  const limit = limitOver(counters);
  limit.take(TENANT, 5);
  limit.close();
  limit.take(TENANT, 5);
  await new Promise((resolve) => setTimeout(resolve, 10 * SYNC_MS));
  expect(counters.keys).toEqual([]);
});
