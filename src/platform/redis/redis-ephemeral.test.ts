import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOwnRedis, type OwnRedis } from '../../../test/harness/redis-server.js';
import { createRedisEphemeral, type RedisEphemeral } from './redis-ephemeral.js';

const LONG_MS = 60_000;
const PATIENCE_MS = 20_000; // a loaded machine must not look like a failure

let redis: OwnRedis;
const open: RedisEphemeral[] = [];
const failures: string[] = [];
const changes: boolean[] = [];

/** One instance of the service, as far as Redis can tell. */
function instance(commandTimeoutMs = 10_000): RedisEphemeral {
  const observer = {
    failed: (operation: string, reason: string) => void failures.push(`${operation}: ${reason}`),
    changed: (up: boolean) => void changes.push(up),
  };
  const ephemeral = createRedisEphemeral({ url: redis.url, observer, commandTimeoutMs });
  open.push(ephemeral);
  return ephemeral;
}

async function until(test: () => boolean | Promise<boolean>): Promise<void> {
  const endMs = performance.now() + PATIENCE_MS;
  while (!(await test())) {
    if (performance.now() > endMs) throw new Error('it did not come to pass');
    await sleep(10);
  }
}

const untilUp = (...instances: RedisEphemeral[]): Promise<void> =>
  until(async () => (await Promise.all(instances.map((each) => each.state()))).every((state) => state === 'up'));

beforeEach(async () => {
  redis = await startOwnRedis();
  failures.length = changes.length = 0;
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
  await redis.stop();
});

test('two instances hear each other, count together and exclude each other', async () => {
  const [a, b] = [instance(), instance()];
  await untilUp(a, b);
  const heard: string[] = [];
  b.signals.listen('news', (text) => heard.push(text));
  await until(() => heard.includes('')); // it listens
  a.signals.send('news', 'hello');
  await until(() => heard.includes('hello'));

  await a.counters.add('k', 2, LONG_MS);
  expect(await b.counters.add('k', 3, LONG_MS)).toMatchObject({ count: 5 });
  const token = await a.locks.acquire('l', LONG_MS);
  expect(await b.locks.acquire('l', LONG_MS)).toBeUndefined();
  await b.locks.release('l', randomUUID());
  expect(await b.locks.acquire('l', LONG_MS)).toBeUndefined();
  await a.locks.release('l', token as string);
  expect(await b.locks.acquire('l', LONG_MS)).toEqual(expect.any(String));
  await a.values.set('v', { a: 1 }, LONG_MS);
  expect(await b.values.get('v')).toEqual({ a: 1 });
});

test('killed in the middle, Redis makes nothing fail; back again, everything works without a restart', async () => {
  const [a, b] = [instance(), instance()];
  await untilUp(a, b);
  changes.length = 0; // on a slow machine the first try to connect may have failed
  const heard: string[] = [];
  b.signals.listen('news', (text) => heard.push(text));
  await until(() => heard.length > 0);
  await a.values.set('v', 1, LONG_MS);
  await a.counters.add('k', 1, LONG_MS);

  const inFlight = Array.from({ length: 50 }, () => a.counters.add('k', 1, LONG_MS));
  const killed = redis.kill('SIGKILL');
  await Promise.all(inFlight);
  await killed;
  await until(async () => (await a.state()) === 'down' && (await b.state()) === 'down');
  expect(await a.values.get('v')).toBeUndefined();
  await a.values.set('v', 2, LONG_MS);
  await a.values.delete('v');
  expect(await a.counters.add('k', 1, LONG_MS)).toMatchObject({ count: 52 }); // what this process alone has counted
  expect(await a.locks.acquire('l', LONG_MS)).toEqual(expect.any(String));
  expect(await b.locks.acquire('l', LONG_MS)).toEqual(expect.any(String));
  await a.locks.release('l', 'token');
  const own: string[] = [];
  a.signals.listen('news', (text) => own.push(text));
  a.signals.send('news', 'nobody else hears this');
  await until(() => own.includes('nobody else hears this'));
  expect(failures).toEqual(expect.arrayContaining(['get: away', 'set: away', 'count: away', 'lock: away']));

  heard.length = 0;
  await redis.restart();
  await untilUp(a, b);
  await until(() => heard.includes('')); // what was missed is told as one
  a.signals.send('news', 'back');
  await until(() => heard.includes('back') && own.includes('back'));
  await a.values.set('v', 3, LONG_MS);
  expect(await b.values.get('v')).toBe(3);
  expect(await b.counters.add('k', 1, LONG_MS)).toMatchObject({ count: 1 });
  expect(changes).toEqual([false, false, true, true]);
});

test('a Redis that hangs is done without, too', async () => {
  const a = instance(250);
  await untilUp(a);
  await redis.kill('SIGSTOP');
  expect(await a.values.get('v')).toBeUndefined();
  expect(await a.locks.acquire('l', LONG_MS)).toEqual(expect.any(String));
  await until(() => changes.at(-1) === false); // the connection is given up, so that nothing piles up behind it
  expect(await a.state()).toBe('down');
  await redis.kill('SIGCONT');
  await untilUp(a);
  expect(failures).toContain('get: timeout');
});

test('a process that starts without Redis serves, and finds it when it comes', async () => {
  await redis.kill('SIGKILL');
  const a = instance();
  expect(await a.state()).toBe('down');
  expect(await a.counters.add('k', 2, LONG_MS)).toMatchObject({ count: 2 });
  const heard: string[] = [];
  a.signals.listen('news', (text) => heard.push(text));
  await redis.restart();
  await untilUp(a);
  await until(() => heard.includes(''));
});

test('closed, it still answers', async () => {
  const a = instance();
  await untilUp(a);
  await a.close();
  await a.close();
  expect(await a.values.get('v')).toBeUndefined();
  expect(await a.counters.add('k', 1, LONG_MS)).toMatchObject({ count: 1 });
  a.signals.send('news', 'x');
  expect(await a.state()).toBe('down');
});
