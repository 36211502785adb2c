import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/test-database.js';
import type { RequestContext } from '../../kernel/context.js';
import { UuidV7Source, type TenantId } from '../../kernel/ids.js';
import type { DomainEvent, EventSink, PublishedEvent } from '../../kernel/outbox.js';
import { createPool } from '../postgres/pool.js';
import { runPrepared } from '../postgres/transaction.js';
import { PostgresTransactor } from '../postgres/transactor.js';
import { OutboxRelay, RELAY_DEFAULTS } from './outbox-relay.js';
import { PostgresOutbox } from './postgres-outbox.js';
import { Subscribers } from './subscribers.js';

const TENANT = '0197a3c2-7b1e-7000-8000-000000000001' as TenantId;
const ids = new UuidV7Source(Date.now, (size) => randomBytes(size));
const outbox = new PostgresOutbox(ids);
const principal = { kind: 'system', id: 'test', permissions: new Set<string>(), test: true } as const;

let database: TestDatabase;
let appPool: pg.Pool;
let workerPool: pg.Pool;
let transactor: PostgresTransactor;
let owner: pg.Client;

function context(): RequestContext {
  return { tenantId: TENANT, tenantSlug: 't', principal, requestId: 'r', at: new Date('2026-01-01T00:00:00Z') };
}

beforeEach(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  owner.on('error', () => undefined);
  await owner.connect();
  await owner.query(`insert into tenants (tenant_id, slug, name, currency) values ('${TENANT}', 't', 'T', 'KES')`);
  await owner.query(`insert into master_data_revisions (tenant_id) values ('${TENANT}')`);
  appPool = pool(database.appUrl);
  workerPool = pool(database.workerUrl);
  transactor = new PostgresTransactor(appPool, { retried: () => undefined, replayed: () => undefined });
});

afterEach(async () => {
  await Promise.all([appPool.end(), workerPool.end(), owner.end()]);
  await database.drop();
});

function pool(url: string): pg.Pool {
  return createPool({
    url,
    max: 10,
    connectTimeoutMs: 2000,
    statementTimeoutMs: 5000,
    applicationName: 'test',
    onIdleError: () => undefined,
  });
}

function relayTo(...sinks: EventSink[]): OutboxRelay {
  const observer = { delivered: () => undefined, failed: () => undefined };
  return new OutboxRelay(workerPool, sinks, observer, {
    ...RELAY_DEFAULTS,
    batch: 7,
    idleMs: 2,
    backoffMs: 2,
    maxBackoffMs: 10,
  });
}

/** Transactions of other databases on the server hold the horizon back too, so what is settled may take a moment. */
async function drainUntil(sink: EventSink, done: () => boolean): Promise<void> {
  while (!done()) await relayTo(sink).drain();
}

function event(aggregateId: string, sequence: number): DomainEvent {
  return { type: 'pos.test.happened', aggregate: 'tests', aggregateId, sequence, outletId: null, data: { sequence } };
}

class Recorder implements EventSink {
  readonly seen: PublishedEvent[] = [];
  constructor(readonly name: string) {}
  async deliver(events: readonly PublishedEvent[]): Promise<void> {
    this.seen.push(...events);
  }
}

/** Changes one aggregate as real use cases do: the lock first, then time passes, then the event at its end. */
async function change(aggregateId: string, delayMs: () => number): Promise<void> {
  await transactor.run(context(), async (tx) => {
    // A row lock that another writer of the same aggregate waits for; the id before the lock is what can be out of order.
    await runPrepared(tx, 'burn', 'select pg_current_xact_id()', []);
    await new Promise((resolve) => setTimeout(resolve, delayMs()));
    await runPrepared(tx, 'lock', 'select pg_advisory_xact_lock(hashtext($1))', [aggregateId]);
    const sql =
      "select coalesce(max(sequence), 0) + 1 as next from events where aggregate = 'tests' and aggregate_id = $1::uuid";
    const [row] = await runPrepared<{ next: number }>(tx, 'next', sql, [aggregateId]);
    await new Promise((resolve) => setTimeout(resolve, delayMs()));
    outbox.append(tx, [event(aggregateId, row?.next as number)]);
  });
}

function assertWholeAndOrdered(seen: readonly PublishedEvent[], aggregates: readonly string[], each: number): void {
  for (const aggregate of aggregates) {
    const sequences = seen.filter(({ aggregateId }) => aggregateId === aggregate).map(({ sequence }) => sequence);
    expect(sequences).toEqual(Array.from({ length: each }, (_, index) => index + 1));
  }
}

test('no commit is skipped or reordered, however late it comes and however transactions overlap', async () => {
  const aggregates = Array.from({ length: 5 }, () => ids.next<'test'>());
  const recorder = new Recorder('recorder');
  const relay = relayTo(recorder);
  relay.start();
  const changes = aggregates.flatMap((id) => Array.from({ length: 30 }, () => change(id, () => Math.random() * 12)));
  await Promise.all(changes);
  await relay.stop();
  await drainUntil(recorder, () => recorder.seen.length >= 150);
  assertWholeAndOrdered(recorder.seen, aggregates, 30);
  expect(new Set(recorder.seen.map(({ id }) => id)).size).toBe(150);
});

test('a sink that fails gets the same events again, and delays only itself', async () => {
  const aggregate = ids.next<'test'>();
  for (let n = 0; n < 20; n++) await change(aggregate, () => 0);
  const steady = new Recorder('steady');
  let failures = 3;
  const taken: PublishedEvent[] = [];
  const shaky: EventSink = {
    name: 'shaky',
    deliver: async (events) => {
      if (failures-- > 0) throw new Error('not now');
      taken.push(...events);
    },
  };
  const relay = relayTo(shaky, steady);
  relay.start();
  while (taken.length < 20 || steady.seen.length < 20) await new Promise((resolve) => setTimeout(resolve, 5));
  await relay.stop();
  assertWholeAndOrdered(taken, [aggregate], 20);
  assertWholeAndOrdered(steady.seen, [aggregate], 20);
});

test('one of two relays serves a sink; when its connection is killed the service goes on where it stood', async () => {
  const aggregate = ids.next<'test'>();
  const recorder = new Recorder('one');
  const relays = [relayTo(recorder), relayTo(recorder)];
  for (const relay of relays) relay.start();
  for (let n = 0; n < 30; n++) {
    await change(aggregate, () => 0);
    if (n % 10 === 5)
      await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'pos_worker'
      and datname = current_database()`);
  }
  while (!recorder.seen.some(({ sequence }) => sequence === 30)) await new Promise((resolve) => setTimeout(resolve, 5));
  await Promise.all(relays.map((relay) => relay.stop()));
  // At least once: a kill between delivery and the saved cursor repeats events, under the same ids.
  const once = [...new Map(recorder.seen.map((one) => [one.id, one])).values()];
  assertWholeAndOrdered(once, [aggregate], 30);
});

test('subscribers hear what they asked for, with everything the envelope needs', async () => {
  const aggregate = ids.next<'test'>();
  await change(aggregate, () => 0);
  const heard: string[] = [];
  const subscribers = new Subscribers([
    {
      pattern: 'pos.test.*',
      handle: async (one) => void heard.push(`${one.type} ${one.sequence} ${one.actor} ${one.tenantSlug}`),
    },
    { pattern: 'pos.other', handle: async () => void heard.push('never') },
  ]);
  await drainUntil(subscribers, () => heard.length > 0);
  expect(heard).toEqual(['pos.test.happened 1 system:test t']);
});

test('an idle relay writes nothing', async () => {
  await change(ids.next(), () => 0);
  const idle = new Recorder('idle');
  await drainUntil(idle, () => idle.seen.length > 0);
  const before = await owner.query('select * from outbox_cursors');
  await owner.query('select pg_current_xact_id()');
  await relayTo(new Recorder('idle')).drain();
  expect((await owner.query('select * from outbox_cursors')).rows).toEqual(before.rows);
});
