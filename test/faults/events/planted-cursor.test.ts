import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Pool } from 'pg';
import type { LoggedEvent } from '../../../src/kernel/outbox.js';
import { readLog, SettledHorizon } from '../../../src/platform/outbox/event-log.js';
import { createPool } from '../../../src/platform/postgres/pool.js';
import { createTestDatabase, type TestDatabase } from '../../harness/test-database.js';
import { Chance, seedOf } from '../chance.js';
import { openShop } from '../shop.js';
import { checkEvents, CHECKS } from './event-checker.js';
import { hashOfBody, readEventRecords, type MessageRecord } from './event-records.js';

// The checker is only worth its name if the classic mistake fails it: a dispatcher that remembers the last position it has
// seen and reads on from there. It and the real horizon look at the same log at the same time, while transactions end in
// another order than they drew their positions.

const WRITERS = 8;
const TRANSACTIONS = 25;
const TIMEOUT_MS = 60_000;
const ALL = Number.MAX_SAFE_INTEGER;

/** What a dispatcher has sent, as a consumer would see it. */
class Topic {
  readonly messages: MessageRecord[] = [];

  send(events: readonly LoggedEvent[]): void {
    for (const { aggregate, aggregateId, tenantSlug, id, type, sequence, json } of events) {
      this.messages.push({
        topic: `pos.${aggregate}`,
        partition: 0,
        offset: this.messages.length,
        key: `${tenantSlug}/${aggregateId}`,
        headers: {
          ce_id: id,
          ce_type: type,
          ce_subject: `${aggregate}/${aggregateId}`,
          ce_sequence: String(sequence),
          ce_tenant: tenantSlug,
        },
        bodyHash: hashOfBody(json),
      });
    }
  }

  has(id: string): boolean {
    return this.messages.some(({ headers }) => headers['ce_id'] === id);
  }
}

/** A dispatcher of a few lines. `settled` says up to where it dares to read. */
class ToyDispatcher {
  readonly topic = new Topic();
  private last = 0;

  constructor(
    private readonly pool: Pool,
    private readonly settled: () => Promise<number>,
  ) {}

  async look(): Promise<void> {
    const events = await readLog(this.pool, { after: this.last, upTo: await this.settled(), limit: 1_000 });
    this.topic.send(events);
    this.last = events.at(-1)?.position ?? this.last;
  }
}

/** Writes events of its own orders. */
class Writer {
  private readonly orders = [
    { id: randomUUID(), sequence: 0 },
    { id: randomUUID(), sequence: 0 },
  ];

  constructor(
    private readonly client: Client,
    private readonly tenantId: string,
  ) {}

  /** Begins a transaction that has one event and is still open. @returns the event's id. */
  async begin(order = 0): Promise<string> {
    const { id: aggregateId, sequence } = this.orders[order] as { id: string; sequence: number };
    const id = randomUUID();
    await this.client.query('begin');
    await this.client.query("select set_config('app.tenant_id', $1, true)", [this.tenantId]);
    await this.client.query(
      `insert into events (tenant_id, aggregate, aggregate_id, sequence, id, type, data, actor, request_id, occurred_at)
       values ($1, 'orders', $2, $3, $4, 'pos.order.created', '{"order": 1}', 'test', 'test', now())`,
      [this.tenantId, aggregateId, sequence + 1, id],
    );
    return id;
  }

  async end(how: 'commit' | 'rollback', order = 0): Promise<void> {
    await this.client.query(how);
    if (how === 'commit') (this.orders[order] as { sequence: number }).sequence += 1;
  }

  /** Begins and ends transactions, each open for as long as chance says. */
  async write(chance: Chance): Promise<void> {
    for (let count = 0; count < TRANSACTIONS; count += 1) {
      const order = chance.integer(0, 1);
      await this.begin(order);
      await sleep(chance.next() * 20);
      await this.end(chance.happens(0.1) ? 'rollback' : 'commit', order);
    }
  }
}

jest.setTimeout(240_000);

let database: TestDatabase;
let pool: Pool;
const clients: Client[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({
    url: database.workerUrl,
    max: 2,
    connectTimeoutMs: 20_000,
    statementTimeoutMs: 20_000,
    applicationName: 'planted-cursor',
    onIdleError: () => undefined, // a database that is dropped breaks what is left of the pool
  });
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await pool.end();
  await database.drop();
});

async function writerOf(tenantId: string): Promise<Writer> {
  const client = new Client({ connectionString: database.ownerUrl });
  clients.push(client);
  await client.connect();
  return new Writer(client, tenantId);
}

async function lookUntil(toys: readonly ToyDispatcher[], isEnough: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + TIMEOUT_MS;
  while (!(await isEnough())) {
    if (Date.now() > end) throw new Error(`not enough was sent within ${TIMEOUT_MS} ms`);
    for (const toy of toys) await toy.look();
    await sleep(2);
  }
}

test('a cursor of the last position seen loses late commits and the checker says so; the horizon loses none', async () => {
  const chance = new Chance(seedOf(process.env, 'FAULTS_SEED'));
  const { tenantId } = await openShop(database.ownerUrl);
  const horizon = new SettledHorizon();
  const planted = new ToyDispatcher(pool, () => Promise.resolve(ALL));
  const real = new ToyDispatcher(pool, () => horizon.advance(pool));
  const toys = [planted, real];

  const [slow, fast] = [await writerOf(tenantId), await writerOf(tenantId)];
  const late = await slow.begin();
  const early = await fast.begin();
  await fast.end('commit');
  await lookUntil(toys, () => planted.topic.has(early)); // it has now seen past the one that is still open
  await slow.end('commit');

  let isWriting = true;
  const writers = await Promise.all(Array.from({ length: WRITERS }, () => writerOf(tenantId)));
  const writing = Promise.all(writers.map((writer, index) => writer.write(chance.branch(`writer ${index}`)))).finally(
    () => (isWriting = false),
  );
  await lookUntil(toys, () => !isWriting);
  await writing;
  const events = await readEventRecords(database.ownerUrl);
  await lookUntil(toys, () => real.topic.messages.length >= events.length);

  expect({ seed: chance.seed, findings: checkEvents(events, real.topic.messages) }).toEqual({
    seed: chance.seed,
    findings: [],
  });
  expect(planted.topic.has(late)).toBe(false);
  const lost = checkEvents(events, planted.topic.messages).filter(({ check }) => check === CHECKS.lost);
  expect(lost.length).toBeGreaterThan(0);
});
