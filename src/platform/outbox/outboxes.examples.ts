import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/test-database.js';
import type { RequestContext } from '../../kernel/context.js';
import { UuidV7Source, type TenantId } from '../../kernel/ids.js';
import type { DeadLetter, DomainEvent, EventSink, LoggedEvent } from '../../kernel/outbox.js';
import { createPool } from '../postgres/pool.js';
import { runPrepared } from '../postgres/transaction.js';
import { PostgresTransactor } from '../postgres/transactor.js';
import type { DispatchObserver } from './dispatch-settings.js';
import { OutboxDispatcher } from './outbox-dispatcher.js';
import { readFigures, type SinkFigures } from './outbox-figures.js';
import { PostgresOutbox } from './postgres-outbox.js';

const TENANT = '0197a3c2-7b1e-7000-8000-000000000001' as TenantId;
const ids = new UuidV7Source(Date.now, (size) => randomBytes(size));
const outbox = new PostgresOutbox(ids);
const principal = { kind: 'system', id: 'test', permissions: new Set<string>(), test: true } as const;
const NO_OBSERVER: DispatchObserver = {
  delivered: () => undefined,
  unavailable: () => undefined,
  refused: () => undefined,
  buried: () => undefined,
  lost: () => undefined,
};

/** A database with one tenant, where things happen and dispatchers run. */
export class Outboxes {
  readonly running: OutboxDispatcher[] = [];
  private readonly appPool: pg.Pool;
  private readonly transactor: PostgresTransactor;

  private constructor(
    private readonly database: TestDatabase,
    readonly owner: pg.Client,
    readonly workerPool: pg.Pool,
  ) {
    this.appPool = poolOf(database.appUrl);
    this.transactor = new PostgresTransactor(this.appPool, { retried: () => undefined, replayed: () => undefined });
  }

  static async open(): Promise<Outboxes> {
    const database = await createTestDatabase();
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    owner.on('error', () => undefined);
    await owner.connect();
    await owner.query(`insert into tenants (tenant_id, slug, name, currency) values ('${TENANT}', 't', 'T', 'KES')`);
    await owner.query(`insert into master_data_revisions (tenant_id) values ('${TENANT}')`);
    return new Outboxes(database, owner, poolOf(database.workerUrl));
  }

  async close(): Promise<void> {
    await Promise.all(this.running.splice(0).map((dispatcher) => dispatcher.stop()));
    await Promise.all([this.appPool.end(), this.workerPool.end(), this.owner.end()]);
    await this.database.drop();
  }

  /** Starts a dispatcher that is in a hurry. */
  dispatchTo(sinks: readonly EventSink[], observer: Partial<DispatchObserver> = {}, tries = 3): OutboxDispatcher {
    const pace = { batch: 7, idleMs: 5, gapMs: 1, backoffMs: 2, backoffMaxMs: 10, retryMs: 5, retryMaxMs: 10 };
    const settings = { ...pace, tries, leaseSeconds: 10, queuedEveryMs: 10 };
    const dispatcher = new OutboxDispatcher(this.workerPool, ids, sinks, { ...NO_OBSERVER, ...observer }, settings);
    dispatcher.start();
    this.running.push(dispatcher);
    return dispatcher;
  }

  /** Changes one aggregate as real use cases do: the lock first, then time passes, then the event at its end. */
  async change(aggregateId: string, delayMs: () => number = () => 0): Promise<void> {
    await this.transactor.run(context(), async (tx) => {
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

  /** Changes each aggregate a number of times. */
  async happen(aggregates: readonly string[], each: number): Promise<void> {
    for (let n = 0; n < each; n++) await Promise.all(aggregates.map((id) => this.change(id)));
  }

  async figuresOf(sink: string): Promise<SinkFigures | undefined> {
    return (await readFigures(this.workerPool)).find((one) => one.sink === sink);
  }
}

/** A sink that remembers what it was given. */
export class Recorder implements EventSink {
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

/** Waits for conditions, never for a time: transactions of other databases on the server hold the horizon back too. */
export async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Ids of aggregates that nothing has happened to. */
export function newAggregates(count: number): string[] {
  return Array.from({ length: count }, () => ids.next<'test'>());
}

/** At least once: what came again counts once, where it came first. */
export function firstOfEach(seen: readonly LoggedEvent[]): LoggedEvent[] {
  const first = new Map<string, LoggedEvent>();
  for (const one of seen) if (!first.has(one.id)) first.set(one.id, one);
  return [...first.values()];
}

function context(): RequestContext {
  return { tenantId: TENANT, tenantSlug: 't', principal, requestId: 'r', at: new Date('2026-01-01T00:00:00Z') };
}

function event(aggregateId: string, sequence: number): DomainEvent {
  return { type: 'pos.test.happened', aggregate: 'tests', aggregateId, sequence, outletId: null, data: { sequence } };
}

function poolOf(url: string): pg.Pool {
  return createPool({
    url,
    max: 10,
    connectTimeoutMs: 30_000, // many changes at once wait for few connections
    statementTimeoutMs: 30_000,
    applicationName: 'test',
    onIdleError: () => undefined,
  });
}
