import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../../test/harness/test-database.js';
import type { TenantId } from '../../../../kernel/ids.js';
import { createPool } from '../../../../platform/postgres/pool.js';
import { readLog } from '../../../../platform/outbox/event-log.js';
import { PostgresTransactor } from '../../../../platform/postgres/transactor.js';
import type { Audience } from '../../../../platform/sse/fan-out.js';
import { QUESTIONS, TenantHistory } from './tenant-history.js';

const [SMALL, LARGE] = [randomUUID(), randomUUID()] as TenantId[] as [TenantId, TenantId];
const MANY = 40_000;

let database: TestDatabase;
let owner: pg.Client;
let pool: pg.Pool;
let history: TenantHistory;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const limits = { max: 2, connectTimeoutMs: 20_000, statementTimeoutMs: 20_000, applicationName: 'test' };
  pool = createPool({ url: database.appUrl, ...limits, onIdleError: () => undefined });
  history = new TenantHistory(new PostgresTransactor(pool, { retried: () => undefined, replayed: () => undefined }));
  for (const id of [SMALL, LARGE]) {
    await owner.query("select set_config('app.tenant_id', $1, false)", [id]);
    await owner.query("insert into tenants (tenant_id, slug, name, currency) values ($1, $2, 'T', 'USD')", [
      id,
      `t-${id}`,
    ]);
    await owner.query('insert into master_data_revisions (tenant_id) values ($1)', [id]);
  }
});
afterAll(async () => {
  await Promise.all([owner.end(), pool.end()]);
  await database.drop();
});

function audience(tenantId: TenantId, accepts: Audience['accepts'] = () => true): Audience {
  return { tenantId, tenantSlug: 't', key: 'k', accepts };
}

async function fill(tenantId: TenantId, count: number, dataLength = 10): Promise<void> {
  await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
  await owner.query(
    `insert into events (tenant_id, aggregate, aggregate_id, sequence, id, type, data, actor, request_id, occurred_at)
     select $1, 'tests', gen_random_uuid(), 1, gen_random_uuid(), 'pos.test.n' || n % 10, json_build_object('x', repeat('x', $3)),
            'test', 'test', now() from generate_series(1, $2) n`,
    [tenantId, count, dataLength],
  );
}

const VALUES = { first: '10', look: '10, 500', read: "'{11,12,13}'" };

/** Names of the indexes by which the question is answered, as a prepared statement that has forgotten what it was asked first. */
async function indexesFor(question: keyof typeof QUESTIONS, client: pg.PoolClient): Promise<string[]> {
  await client.query("begin; set local plan_cache_mode = 'force_generic_plan'");
  await client.query("select set_config('app.tenant_id', $1, true)", [SMALL]);
  await client.query(`prepare question as ${QUESTIONS[question]}`);
  const { rows } = await client.query(`explain (format json) execute question(${VALUES[question]})`);
  await client.query('deallocate question; rollback');
  return [...JSON.stringify(rows).matchAll(/"Index Name":"(\w+)"/g)].map((match) => match[1] as string);
}

async function assertIndexes(client: pg.PoolClient): Promise<void> {
  for (const question of ['first', 'look'] as const)
    expect([question, await indexesFor(question, client)]).toEqual([question, ['events_by_tenant_position']]);
  // A position is one event: whichever index finds it finds nothing else.
  expect(await indexesFor('read', client)).toEqual([expect.stringMatching(/^events_by_(tenant_)?position$/)]);
}

test('each question is answered by the index of the tenant, in an empty log and in a large one', async () => {
  const client = await pool.connect();
  try {
    await assertIndexes(client);
    await fill(LARGE, MANY);
    await fill(SMALL, 30);
    await owner.query('analyze events');
    await assertIndexes(client);
  } finally {
    client.release();
  }
});

test('pages follow each other without gap or repeat, however little of them is accepted, and never show another tenant', async () => {
  const upTo = 10_000_000;
  for (const [tenant, accepts, count] of [
    [SMALL, () => true, 30],
    [LARGE, ({ type }: { type: string }) => type === 'pos.test.n3', MANY / 10],
  ] as const) {
    const seen: number[] = [];
    for (let after = 0; after < upTo;) {
      const page = await history.page(audience(tenant, accepts), { after, upTo });
      expect(page.position).toBeGreaterThan(after);
      seen.push(...page.events.map(({ position }) => position));
      expect(page.events.every(({ tenantId }) => tenantId === tenant)).toBe(true);
      after = page.position;
    }
    expect(seen.length).toBe(count);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
  }
});

test('the past looks as it did when it was live', async () => {
  const limits = { max: 1, connectTimeoutMs: 20_000, statementTimeoutMs: 20_000, applicationName: 'test' };
  const worker = createPool({ url: database.workerUrl, ...limits, onIdleError: () => undefined });
  const live = await readLog(worker, { after: 0, upTo: 10_000_000, limit: 100_000 });
  await worker.end();
  const past = await history.page({ ...audience(SMALL), tenantSlug: `t-${SMALL}` }, { after: 0, upTo: 10_000_000 });
  expect(past.events).toEqual(live.filter(({ tenantId }) => tenantId === SMALL));
  expect(past.events.length).toBe(30);
});

test('large events come in small pages, and one that is larger than a page comes alone', async () => {
  const from = await lastPosition();
  await fill(SMALL, 5, 150_000);
  await fill(SMALL, 2, 400_000);
  const sizes: number[] = [];
  for (let after = from; after < 10_000_000;) {
    const page = await history.page(audience(SMALL), { after, upTo: 10_000_000 });
    sizes.push(page.events.length);
    after = page.position;
  }
  expect(sizes).toEqual([1, 1, 1, 1, 1, 1, 1]);
});

async function lastPosition(): Promise<number> {
  const { rows } = await owner.query<{ last: string }>('select max(position) as last from events');
  return Number(rows[0]?.last);
}

test('the first event after a position tells how old the position is', async () => {
  expect(await history.firstAfter(audience(SMALL), 0)).toBeInstanceOf(Date);
  expect(await history.firstAfter(audience(SMALL), 10_000_000)).toBeUndefined();
});
