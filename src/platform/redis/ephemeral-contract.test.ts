import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { runRedisUrl } from '../../../test/harness/redis-server.js';
import { createInProcessEphemeral } from '../ephemeral/in-process.js';
import type { Ephemeral } from '../ephemeral/ports.js';
import { createRedisEphemeral } from './redis-ephemeral.js';

const PATIENCE_MS = 10_000; // a loaded machine must not look like an absent Redis
const SHORT_MS = 40;
const LONG_MS = 60_000;

const thrown: unknown[] = [];
beforeEach(() => void (thrown.length = 0));

const adapters: readonly { name: string; state: string; create: () => Ephemeral }[] = [
  {
    name: 'memory',
    state: 'in-process',
    create: () => createInProcessEphemeral(Date.now, (error) => void thrown.push(error)),
  },
  {
    name: 'Redis',
    state: 'up',
    create: () =>
      createRedisEphemeral({
        url: runRedisUrl(),
        commandTimeoutMs: PATIENCE_MS,
        observer: { failed: () => undefined, changed: () => undefined },
        failed: (error) => void thrown.push(error),
      }),
  },
];

/** Asks until it is so. */
async function until(test: () => boolean | Promise<boolean>): Promise<void> {
  const endMs = performance.now() + PATIENCE_MS;
  while (!(await test())) {
    if (performance.now() > endMs) throw new Error('it did not come to pass');
    await sleep(5);
  }
}

describe.each(adapters)('$name', ({ create, state }) => {
  let ephemeral: Ephemeral;
  let key: string;
  beforeAll(async () => {
    ephemeral = create();
    await until(async () => (await ephemeral.state()) === state);
  });
  afterAll(() => ephemeral.close());
  beforeEach(() => void (key = randomUUID()));

  describe('values', () => {
    test.each([
      { value: 'text' },
      { value: 0 },
      { value: null },
      { value: false },
      { value: [1, { a: 'é\0' }] },
      { value: { deep: { list: [null] } } },
    ])('keeps $value', async ({ value }) => {
      await ephemeral.values.set(key, value, LONG_MS);
      expect(await ephemeral.values.get(key)).toEqual(value);
    });

    test('knows nothing of what was never set, was deleted or has ended', async () => {
      expect(await ephemeral.values.get(key)).toBeUndefined();
      await ephemeral.values.set(key, 1, LONG_MS);
      await ephemeral.values.delete(key);
      expect(await ephemeral.values.get(key)).toBeUndefined();
      await ephemeral.values.set(key, 1, SHORT_MS);
      await until(async () => (await ephemeral.values.get(key)) === undefined);
    });

    test('keeps copies, and the last of them', async () => {
      const value = { count: 1 };
      await ephemeral.values.set(key, { count: 0 }, LONG_MS);
      await ephemeral.values.set(key, value, LONG_MS);
      value.count = 2;
      const read = (await ephemeral.values.get(key)) as typeof value;
      read.count = 3;
      expect(await ephemeral.values.get(key)).toEqual({ count: 1 });
    });

    test.each([
      { title: 'undefined', value: undefined, ttlMs: LONG_MS },
      { title: 'more than a MiB', value: 'x'.repeat(1_048_576), ttlMs: LONG_MS },
      { title: 'something that has ended already', value: 1, ttlMs: 0 },
    ])('set to $title it forgets', async ({ value, ttlMs }) => {
      await ephemeral.values.set(key, 'before', LONG_MS);
      await ephemeral.values.set(key, value, ttlMs);
      expect(await ephemeral.values.get(key)).toBeUndefined();
    });

    test('what JSON cannot say is a defect of the caller', async () => {
      await expect(ephemeral.values.set(key, 1n, LONG_MS)).rejects.toThrow(TypeError);
    });
  });

  describe('counters', () => {
    test('add up, also when many add at once', async () => {
      const counts = await Promise.all(Array.from({ length: 20 }, () => ephemeral.counters.add(key, 3, LONG_MS)));
      expect(counts.map(({ count }) => count).sort((a, b) => a - b)).toEqual(counts.map((_, i) => 3 * (i + 1)));
      for (const { resetMs } of counts) {
        expect(resetMs).toBeGreaterThan(0);
        expect(resetMs).toBeLessThanOrEqual(LONG_MS);
      }
    });

    test('asking begins no window and changes nothing', async () => {
      expect(await ephemeral.counters.add(key, 0, LONG_MS)).toEqual({ count: 0, resetMs: LONG_MS });
      expect(await ephemeral.counters.add(key, 0, SHORT_MS)).toEqual({ count: 0, resetMs: SHORT_MS });
      await ephemeral.counters.add(key, 2, LONG_MS);
      expect(await ephemeral.counters.add(key, 0, LONG_MS)).toMatchObject({ count: 2 });
    });

    test('a window ends, however much is added to it', async () => {
      await ephemeral.counters.add(key, 100, SHORT_MS);
      await until(async () => (await ephemeral.counters.add(key, 1, SHORT_MS)).count === 1);
    });

    test('keys are apart', async () => {
      await ephemeral.counters.add(key, 5, LONG_MS);
      expect(await ephemeral.counters.add(`${key}:b`, 1, LONG_MS)).toMatchObject({ count: 1 });
    });
  });

  describe('locks', () => {
    test('one holds it, until its own token frees it', async () => {
      const tokens = await Promise.all([1, 2, 3].map(() => ephemeral.locks.acquire(key, LONG_MS)));
      const [token, ...more] = tokens.filter((each) => each !== undefined);
      expect(token).toEqual(expect.any(String));
      expect(more).toEqual([]);
      await ephemeral.locks.release(key, randomUUID());
      expect(await ephemeral.locks.acquire(key, LONG_MS)).toBeUndefined();
      await ephemeral.locks.release(key, token as string);
      const next = await ephemeral.locks.acquire(key, LONG_MS);
      expect(next).toEqual(expect.any(String));
      expect(next).not.toBe(token);
    });

    test('ends by itself, and its old token frees nothing then', async () => {
      const old = await ephemeral.locks.acquire(key, SHORT_MS);
      let next: string | undefined;
      await until(async () => (next = await ephemeral.locks.acquire(key, LONG_MS)) !== undefined);
      await ephemeral.locks.release(key, old as string);
      expect(await ephemeral.locks.acquire(key, LONG_MS)).toBeUndefined();
      await ephemeral.locks.release(key, next as string);
    });
  });

  describe('signals', () => {
    test('are heard on their channel, later than send returns', async () => {
      const heard: string[] = [];
      const elsewhere: string[] = [];
      const ends = [
        ephemeral.signals.listen(key, (text) => text !== '' && heard.push(text)),
        ephemeral.signals.listen(`${key}:b`, (text) => text !== '' && elsewhere.push(text)),
      ];
      ephemeral.signals.send(key, 'one');
      expect(heard).toEqual([]);
      await until(() => heard.length > 0);
      ephemeral.signals.send(`${key}:b`, 'two');
      await until(() => elsewhere.length > 0);
      for (const end of ends) end();
      expect({ heard, elsewhere }).toEqual({ heard: ['one'], elsewhere: ['two'] });
    });

    test('in quick succession arrive as few, and nothing sent last is lost', async () => {
      const heard: string[] = [];
      const end = ephemeral.signals.listen(key, (text) => text !== '' && heard.push(text));
      for (let i = 0; i < 1_000; i++) ephemeral.signals.send(key, 'same');
      ephemeral.signals.send(key, 'last');
      await until(() => heard.includes('last'));
      end();
      expect(heard.filter((text) => text === 'same').length).toBeLessThan(10);
    });

    test('of too many texts become one that stands for all', async () => {
      const heard: string[] = [];
      const end = ephemeral.signals.listen(key, (text) => heard.push(text));
      for (let i = 0; i < 10_000; i++) ephemeral.signals.send(key, String(i));
      await until(() => heard.includes(''));
      end();
      expect(heard.length).toBeLessThan(1_000);
    });

    test('a listener that fails harms no other, and one that has ended hears no more', async () => {
      const heard: string[] = [];
      const ended: string[] = [];
      const failing = ephemeral.signals.listen(key, () => {
        throw new Error('this listener fails');
      });
      const end = ephemeral.signals.listen(key, (text) => text !== '' && heard.push(text));
      ephemeral.signals.listen(key, (text) => ended.push(text))();
      ephemeral.signals.send(key, 'now');
      await until(() => heard.length > 0);
      failing();
      end();
      expect(ended).toEqual([]);
      expect(thrown).toContainEqual(new Error('this listener fails'));
    });
  });
});
