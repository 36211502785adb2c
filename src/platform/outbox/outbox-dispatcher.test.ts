import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/test-database.js';
import type { RequestContext } from '../../kernel/context.js';
import { UuidV7Source, type TenantId } from '../../kernel/ids.js';
import {
  SinkUnavailable,
  type DeadLetter,
  type DomainEvent,
  type EventSink,
  type LoggedEvent,
} from '../../kernel/outbox.js';
import { createPool } from '../postgres/pool.js';
import { runPrepared } from '../postgres/transaction.js';
import { PostgresTransactor } from '../postgres/transactor.js';
import type { DispatchObserver } from './dispatch-settings.js';
import { removeOldEvents } from './event-retention.js';
import { OutboxDispatcher } from './outbox-dispatcher.js';
import { readFigures } from './outbox-figures.js';
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
let running: OutboxDispatcher[] = [];

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
  await Promise.all(running.splice(0).map((dispatcher) => dispatcher.stop()));
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

const NO_OBSERVER: DispatchObserver = {
  delivered: () => undefined,
  unavailable: () => undefined,
  refused: () => undefined,
  buried: () => undefined,
  lost: () => undefined,
};

function dispatchTo(
  sinks: readonly EventSink[],
  observer: Partial<DispatchObserver> = {},
  tries = 3,
): OutboxDispatcher {
  const pace = { batch: 7, idleMs: 5, gapMs: 1, backoffMs: 2, backoffMaxMs: 10, retryMs: 5, retryMaxMs: 10 };
  const settings = { ...pace, tries, leaseSeconds: 2, queuedEveryMs: 10 };
  const dispatcher = new OutboxDispatcher(workerPool, ids, sinks, { ...NO_OBSERVER, ...observer }, settings);
  dispatcher.start();
  running.push(dispatcher);
  return dispatcher;
}

/** Waits for conditions, never for a time: transactions of other databases on the server hold the horizon back too. */
async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 5));
}

function event(aggregateId: string, sequence: number): DomainEvent {
  return { type: 'pos.test.happened', aggregate: 'tests', aggregateId, sequence, outletId: null, data: { sequence } };
}

class Recorder implements EventSink {
  readonly seen: LoggedEvent[] = [];
  readonly buried: DeadLetter[] = [];
  constructor(
    readonly name: string,
    private readonly refuses: (event: LoggedEvent) => boolean = () => false,
  ) {}
  async deliver(events: readonly LoggedEvent[]): Promise<void> {
    if (events.some(this.refuses)) throw new Error('this event cannot be taken');
    this.seen.push(...events);
  }
  async bury(letter: DeadLetter): Promise<void> {
    this.buried.push(letter);
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

function assertWholeAndOrdered(seen: readonly LoggedEvent[], aggregates: readonly string[], each: number): void {
  for (const aggregate of aggregates) {
    const sequences = seen.filter(({ aggregateId }) => aggregateId === aggregate).map(({ sequence }) => sequence);
    expect(sequences).toEqual(Array.from({ length: each }, (_, index) => index + 1));
  }
}

/** At least once: what came again counts once, where it came first. */
function once(seen: readonly LoggedEvent[]): LoggedEvent[] {
  const first = new Map<string, LoggedEvent>();
  for (const one of seen) if (!first.has(one.id)) first.set(one.id, one);
  return [...first.values()];
}

async function figuresOf(sink: string) {
  return (await readFigures(workerPool)).find((one) => one.sink === sink);
}

function newAggregates(count: number): string[] {
  return Array.from({ length: count }, () => ids.next<'test'>());
}

async function happen(aggregates: readonly string[], each: number): Promise<void> {
  for (let n = 0; n < each; n++) await Promise.all(aggregates.map((id) => change(id, () => 0)));
}

test('no commit is skipped or reordered, however late it comes and however transactions overlap', async () => {
  const aggregates = newAggregates(6);
  const recorder = new Recorder('recorder');
  dispatchTo([recorder]);
  await Promise.all(aggregates.flatMap((id) => Array.from({ length: 30 }, () => change(id, () => Math.random() * 12))));
  await until(() => recorder.seen.length >= 180);
  assertWholeAndOrdered(recorder.seen, aggregates, 30);
  expect(new Set(recorder.seen.map(({ id }) => id)).size).toBe(180);
});

test('a sink that is away gets the same events again, for as long as it takes, and delays only itself', async () => {
  const aggregates = newAggregates(3);
  await happen(aggregates, 10);
  const steady = new Recorder('steady');
  const shaky = new Recorder('shaky');
  const told: string[] = [];
  let failures = 40; // more than any number of tries: an outage is nobody's fault
  const flaky: EventSink = {
    name: 'shaky',
    deliver: async (events) => {
      if (failures-- > 0) throw new SinkUnavailable('not now', 'timeout');
      await shaky.deliver(events);
    },
  };
  dispatchTo([flaky, steady], { unavailable: (sink, reason) => void told.push(`${sink} ${reason}`) });
  await until(() => shaky.seen.length >= 30 && steady.seen.length >= 30);
  assertWholeAndOrdered(shaky.seen, aggregates, 10);
  assertWholeAndOrdered(steady.seen, aggregates, 10);
  expect(new Set(told)).toEqual(new Set(['shaky timeout']));
  expect(await figuresOf('shaky')).toMatchObject({ blocked: 0, deadLetters: 0 });
});

test('a poison event stops only its aggregate, and after bounded tries only itself', async () => {
  const [poisoned, ...healthy] = newAggregates(5) as [string, ...string[]];
  const recorder = new Recorder('picky', (one) => one.aggregateId === poisoned && one.sequence === 3);
  const attempts: number[] = [];
  dispatchTo([recorder], { refused: (_sink, _event, attempt) => void attempts.push(attempt) });
  await happen([poisoned, ...healthy], 6);
  await until(async () => (await figuresOf('picky'))?.deadLetters === 1 && recorder.seen.some(isSixthOf(poisoned)));
  await until(() => healthy.every((id) => recorder.seen.some(isSixthOf(id))));
  assertWholeAndOrdered(once(recorder.seen), healthy, 6);
  const left = once(recorder.seen).filter(({ aggregateId }) => aggregateId === poisoned);
  expect(left.map(({ sequence }) => sequence)).toEqual([1, 2, 4, 5, 6]);
  expect(attempts).toEqual([1, 2, 3]);
  expect(recorder.buried).toMatchObject([
    { attempts: 3, reason: 'this event cannot be taken', event: { sequence: 3 } },
  ]);
  await until(async () => (await figuresOf('picky'))?.blocked === 0);
});

test('while an event is tried again, later events of its aggregate wait, also over a restart', async () => {
  const [id] = newAggregates(1) as [string];
  let refusing = true;
  const recorder = new Recorder('patient', (one) => refusing && one.sequence === 2);
  const first = dispatchTo([recorder], {}, 1_000);
  await happen([id], 4);
  await until(async () => (await figuresOf('patient'))?.blocked === 1);
  expect(recorder.seen.every(({ sequence }) => sequence < 2)).toBe(true);
  await first.stop();
  refusing = false;
  dispatchTo([recorder], {}, 1_000);
  await until(() => recorder.seen.some(({ sequence }) => sequence === 4));
  assertWholeAndOrdered(once(recorder.seen), [id], 4);
});

test('a dead letter that is queued again is delivered with its old id', async () => {
  const [id] = newAggregates(1) as [string];
  let refusing = true;
  const recorder = new Recorder('mended', (one) => refusing && one.sequence === 1);
  dispatchTo([recorder]);
  await happen([id], 2);
  await until(async () => (await figuresOf('mended'))?.deadLetters === 1);
  const queue = (): Promise<unknown> => owner.query(`update outbox_dead_letters set status = 'queued'`);
  await queue();
  await until(async () => (await statusOfLetters()).join() === 'dead 4');
  refusing = false;
  await queue();
  await until(async () => (await statusOfLetters()).join() === 'redriven 4');
  const [event] = (await owner.query<{ id: string }>('select id from events where sequence = 1')).rows;
  expect(recorder.seen.filter((one) => one.id === event?.id)).toHaveLength(1);
});

test('several dispatchers share the shards; when one is killed the others take over', async () => {
  const aggregates = newAggregates(8);
  const recorders = [new Recorder('shared'), new Recorder('shared')];
  for (const recorder of recorders) dispatchTo([recorder]);
  await until(async () => (await shardsByOwner()).join() === '2,2');
  const seen = (): LoggedEvent[] => recorders.flatMap((recorder) => recorder.seen);
  for (let n = 0; n < 30; n++) {
    await happen(aggregates, 1);
    if (n % 10 === 5)
      await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'pos_worker'
      and datname = current_database()`);
  }
  await until(() => aggregates.every((id) => seen().some((one) => one.aggregateId === id && one.sequence === 30)));
  for (const id of aggregates)
    expect(
      new Set(
        seen()
          .filter((one) => one.aggregateId === id)
          .map(idOf),
      ).size,
    ).toBe(30);
  await running.shift()?.stop();
  await until(async () => (await shardsByOwner()).join() === '4');
});

test('subscribers hear what they asked for, with everything the envelope needs', async () => {
  const aggregate = ids.next<'test'>();
  await change(aggregate, () => 0);
  const heard: string[] = [];
  const subscribers = new Subscribers([
    {
      pattern: 'pos.test.*',
      handle: async (one) =>
        void heard.push(`${one.type} ${one.sequence} ${one.actor} ${one.tenantSlug} ${JSON.stringify(one.data)}`),
    },
    { pattern: 'pos.other', handle: async () => void heard.push('never') },
  ]);
  dispatchTo([subscribers]);
  await until(() => heard.length > 0);
  expect(heard).toEqual(['pos.test.happened 1 system:test t {"sequence":1}']);
});

test('an idle dispatcher writes no positions', async () => {
  await change(ids.next(), () => 0);
  const idle = new Recorder('idle');
  dispatchTo([idle]);
  await until(async () => (await figuresOf('idle'))?.behind === 0);
  const shards = async () =>
    (await owner.query('select sink, shard, position, updated_at from outbox_shards order by 2')).rows;
  const before = await shards();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(await shards()).toEqual(before);
});

test('old events leave when every sink has had them; waiting and dead ones stay', async () => {
  const [old, dead] = newAggregates(2) as [string, string];
  await happen([old, dead], 2);
  await owner.query(`update events set occurred_at = now() - interval '30 days'`);
  expect(await removeOldEvents(workerPool, 9)).toBe(0); // no sink has had any
  const recorder = new Recorder('keeper', (one) => one.aggregateId === dead && one.sequence === 1);
  const dispatcher = dispatchTo([recorder]);
  await until(async () => (await figuresOf('keeper'))?.deadLetters === 1);
  await until(async () => (await figuresOf('keeper'))?.behind === 0);
  await dispatcher.stop();
  expect(await removeOldEvents(workerPool, 60)).toBe(0);
  expect(await removeOldEvents(workerPool, 9)).toBe(3);
  const { rows } = await owner.query('select aggregate_id, sequence from events');
  expect(rows).toEqual([{ aggregate_id: dead, sequence: 1 }]);
  await owner.query('update events set occurred_at = now()');
  await expect(workerPool.query('delete from events')).resolves.toMatchObject({ rowCount: 0 });
});

function isSixthOf(aggregateId: string): (one: LoggedEvent) => boolean {
  return (one) => one.aggregateId === aggregateId && one.sequence === 6;
}

function idOf({ id }: LoggedEvent): string {
  return id;
}

async function statusOfLetters(): Promise<string[]> {
  const { rows } = await owner.query<{ status: string; attempts: number }>(
    'select status, attempts from outbox_dead_letters',
  );
  return rows.map(({ status, attempts }) => `${status} ${attempts}`);
}

/** How many shards each owner has, most first. */
async function shardsByOwner(): Promise<number[]> {
  const { rows } = await owner.query<{ shards: number }>(
    'select count(*)::int as shards from outbox_shards where owner is not null group by owner order by 1 desc',
  );
  return rows.map(({ shards }) => shards);
}
