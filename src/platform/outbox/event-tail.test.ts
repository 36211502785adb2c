import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/test-database.js';
import type { LoggedEvent } from '../../kernel/outbox.js';
import { createPool } from '../postgres/pool.js';
import { EventTail, type TailSettings } from './event-tail.js';

const TENANT = randomUUID();
const INSERT = `insert into events (tenant_id, aggregate, aggregate_id, sequence, id, type, data, actor, request_id, occurred_at)
  values ($1, 'tests', gen_random_uuid(), 1, gen_random_uuid(), 'pos.test.happened', '{}', 'test', 'test', now()) returning position`;

let database: TestDatabase;
let owner: pg.Client;
let writers: pg.Pool;
let pool: pg.Pool;
let told: number[];
let begun: number[];
let rewinds: number;
let failures: number;
let hear: () => void;
let tail: EventTail;

beforeEach(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("insert into tenants (tenant_id, slug, name, currency) values ($1, 't', 'T', 'KES')", [TENANT]);
  writers = new pg.Pool({ connectionString: database.ownerUrl, max: 20 });
  writers.on('error', () => undefined);
  const limits = { max: 3, connectTimeoutMs: 20_000, statementTimeoutMs: 20_000, applicationName: 'tail-test' };
  pool = createPool({ url: database.workerUrl, ...limits, onIdleError: () => undefined });
  [told, begun, rewinds, failures] = [[], [], 0, 0];
  tail = tailWith({});
});
afterEach(async () => {
  await tail.stop();
  await Promise.all([owner.end(), pool.end(), writers.end()]);
  await database.drop();
});

function tailWith(settings: Partial<TailSettings>): EventTail {
  const begins = (from: number, last: readonly LoggedEvent[]): void =>
    void (begun = [from, ...last.map(({ position }) => position)]);
  const page = (events: readonly LoggedEvent[]): void => void told.push(...events.map(({ position }) => position));
  return new EventTail(pool, () => ({ begins, page, rewound: () => (rewinds += 1) }), {
    ...{
      pollMs: 20,
      gapMs: 2,
      page: 7,
      failed: () => (failures += 1),
      listen: (wake) => ((hear = wake), () => undefined),
    },
    ...settings,
  });
}

async function write(openMs = 0): Promise<number> {
  const { before, drawn } = await writeUntil(sleep(openMs)); // the position is drawn, others overtake it
  await before;
  return drawn;
}

/** Draws a position in a transaction that stays open until `end`; `before` is its commit. */
async function writeUntil(end: Promise<unknown>): Promise<{ before: Promise<unknown>; drawn: number }> {
  const client = await writers.connect();
  await client.query('begin');
  await client.query("select set_config('app.tenant_id', $1, true)", [TENANT]);
  const { rows } = await client.query<{ position: string }>(INSERT, [TENANT]);
  const before = end.then(() => client.query('commit')).finally(() => client.release());
  return { before, drawn: Number(rows[0]?.position) };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(2);
}

test('each event is told once and in order, however transactions overlap, from where the log ended at the start', async () => {
  await write();
  tail.start();
  const start = await tail.ready(20_000);
  expect(start).toBe(1);
  const positions = await Promise.all(
    Array.from({ length: 60 }, async (_, n) => {
      await sleep(n * 2);
      return write((randomBytes(1)[0] as number) % 30);
    }),
  );
  await until(() => told.length >= 60);
  expect(told).toEqual(positions.sort((a, b) => a - b));
  expect(tail.position).toBe(told.at(-1));
});

test('it works without signals, and a signal spares it the wait', async () => {
  tail = tailWith({ pollMs: 3_600_000 });
  tail.start();
  await tail.ready(20_000);
  await write();
  hear();
  await until(() => told.length === 1);
});

test('cut off again and again, it forgets nothing and repeats nothing', async () => {
  tail.start();
  await tail.ready(20_000);
  const positions: number[] = [];
  for (let n = 0; n < 30; n++) {
    positions.push(await write());
    if (n % 5 === 2)
      await owner.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tail-test' and datname = current_database()",
      );
  }
  await until(() => told.length >= 30);
  expect(told).toEqual(positions);
  expect(failures).toBeGreaterThan(0);
});

test('what happens while it rests is not its business', async () => {
  tail.start();
  await tail.ready(20_000);
  await tail.stop();
  const missed = await write();
  tail.start();
  expect(await tail.ready(20_000)).toBe(missed);
  expect(begun).toEqual([0, missed]); // but it tells what the last events were
  const next = await write();
  await until(() => told.length > 0);
  expect(told).toEqual([next]);
});

test('a log that ends before what was told is another log', async () => {
  for (let n = 0; n < 3; n++) await write();
  tail.start();
  expect(await tail.ready(20_000)).toBe(3);
  await owner.query("delete from events where position > 1; select setval('events_position', 1)");
  await owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tail-test' and datname = current_database()",
  );
  await until(() => rewinds === 1 && tail.position === 1);
  expect(await write()).toBe(2);
  await until(() => told.length > 0);
  expect(told).toEqual([2]);
});

test('the bounds say what there is', async () => {
  expect(await tail.bounds()).toEqual({ oldest: 1, drawn: 0 });
  for (let n = 0; n < 3; n++) await write();
  expect(await tail.bounds()).toEqual({ oldest: 1, drawn: 3 });
  await owner.query('delete from events where position < 3');
  expect(await tail.bounds()).toEqual({ oldest: 3, drawn: 3 });
});

test('who cannot reach the database is told in time', async () => {
  const nowhere = new pg.Pool({ connectionString: 'postgres://x:y@127.0.0.1:1/z' });
  const lost = new EventTail(
    nowhere,
    () => ({ begins: () => undefined, page: () => undefined, rewound: () => undefined }),
    {
      ...{ pollMs: 20, gapMs: 2, page: 7, failed: () => undefined, listen: () => () => undefined },
    },
  );
  lost.start();
  await expect(lost.ready(100)).rejects.toThrow('the database cannot be reached');
  await lost.stop();
  await nowhere.end();
});

test('a transaction that was open before keeps nobody from beginning, only waiting', async () => {
  let end: () => void = () => undefined;
  const { before, drawn } = await writeUntil(new Promise<void>((resolve) => (end = resolve)));
  tail.start();
  // The patience of who asks is long enough for a machine that stands still, and shorter than the transaction.
  const ready = tail.ready(5_000);
  await sleep(6_000);
  end();
  await before;
  expect(await ready).toBe(drawn);
});
