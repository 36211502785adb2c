import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/test-database.js';
import { AnswerReplayed, type Idempotency, type RequestContext } from '../../kernel/context.js';
import type { TenantId } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Tx } from '../../kernel/transaction.js';
import { DatabaseUnavailable } from './database-errors.js';
import type { InsertShape } from './deferred-inserts.js';
import { createPool } from './pool.js';
import { appendRows, noteEvents, revisionsOf, runPrepared, tenantOf, transactionOf } from './transaction.js';
import { PostgresTransactor } from './transactor.js';

const TENANT = '0197a3c2-7b1e-7000-8000-000000000001' as TenantId;
const OUTLET = '0197a3c2-7b1e-7000-8000-0000000000a1';

interface ItemRow {
  tenant_id: string;
  id: string;
  sku: string;
  name: string;
  category: string;
  price: number;
  currency: string;
  tax_category: string;
  unit: string;
  active: boolean;
  version: number;
  created_at: string;
  updated_at: string;
}
const ITEMS: InsertShape<ItemRow> = {
  table: 'catalog_items',
  columns: [
    'tenant_id',
    'id',
    'sku',
    'name',
    'category',
    'price',
    'currency',
    'tax_category',
    'unit',
    'active',
    'version',
    'created_at',
    'updated_at',
  ],
  onDuplicate: { catalog_items_sku_key: ({ sku }) => new Refusal('sku_taken', { sku }) },
};

function item(n: number): ItemRow {
  const id = `0197a3c2-7b1e-7000-8000-${n.toString(16).padStart(12, '0')}`;
  const now = '2026-01-01T00:00:00Z';
  return {
    tenant_id: TENANT,
    id,
    sku: `sku-${n}`,
    name: 'Thing',
    category: 'things',
    price: 100,
    currency: 'KES',
    tax_category: 'standard',
    unit: 'each',
    active: true,
    version: 1,
    created_at: now,
    updated_at: now,
  };
}

function contextWith(key?: string, fingerprint = 'f'): RequestContext {
  const idempotency: Idempotency | undefined =
    key === undefined
      ? undefined
      : {
          key,
          fingerprint,
          answered: (result) => ({ status: 201, headers: { location: '/x' }, body: JSON.stringify(result) }),
          refused: (refusal) => ({ status: 409, headers: {}, body: JSON.stringify({ code: refusal.code }) }),
        };
  const principal = { kind: 'system', id: 'test', permissions: new Set<string>(), test: true } as const;
  return {
    tenantId: TENANT,
    tenantSlug: 't',
    principal,
    requestId: 'r',
    at: new Date(),
    ...(idempotency && { idempotency }),
  };
}

let database: TestDatabase;
let owner: pg.Client;
let pool: pg.Pool;
let transactor: PostgresTransactor;
const observed = { retried: 0, replayed: 0, eventsCommitted: 0 };

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  owner.on('error', () => undefined);
  await owner.connect();
  await owner.query(`insert into tenants (tenant_id, slug, name, currency) values ('${TENANT}', 't', 'T', 'KES')`);
  await owner.query(`insert into master_data_revisions (tenant_id, catalog) values ('${TENANT}', 7)`);
  pool = newPool(8);
  transactor = newTransactor(pool);
});

afterAll(async () => {
  await pool.end();
  await owner.end();
  await database.drop();
});

afterEach(() => void jest.restoreAllMocks());

beforeEach(async () => {
  await owner.query('truncate catalog_items, idempotency_keys cascade');
  observed.retried = 0;
  observed.replayed = 0;
  observed.eventsCommitted = 0;
});

function newPool(max: number, statementTimeoutMs = 20_000): pg.Pool {
  return createPool({
    url: database.appUrl,
    max,
    connectTimeoutMs: 20_000,
    statementTimeoutMs,
    applicationName: 'test',
    onIdleError: () => undefined,
  });
}

function newTransactor(over: pg.Pool): PostgresTransactor {
  return new PostgresTransactor(over, {
    retried: () => observed.retried++,
    replayed: () => observed.replayed++,
    eventsCommitted: () => observed.eventsCommitted++,
  });
}

async function countItems(): Promise<number> {
  const { rows } = await owner.query<{ n: string }>('select count(*) n from catalog_items');
  return Number(rows[0]?.n);
}

const addItem = (n: number) => async (tx: Tx) => {
  appendRows(tx, ITEMS, [item(n)]);
  return { added: n };
};

test('gathers inserts, writes them with the commit and hands over what began the transaction', async () => {
  const seen = await transactor.run(contextWith(), async (tx) => {
    appendRows(tx, ITEMS, [item(1)]);
    appendRows(tx, ITEMS, [item(2)]);
    return { tenant: tenantOf(tx), revisions: revisionsOf(tx) };
  });
  expect(seen).toEqual({ tenant: TENANT, revisions: { catalog: 7, outlets: 1, pricing: 1 } });
  expect(await countItems()).toBe(2);
});

test('a violated constraint becomes the refusal that the module foresaw, and nothing is kept', async () => {
  await transactor.run(contextWith(), addItem(1));
  const again = transactor.run(contextWith(), async (tx) => {
    appendRows(tx, ITEMS, [item(2), { ...item(3), sku: 'sku-1' }]);
  });
  await expect(again).rejects.toMatchObject({ code: 'sku_taken' });
  expect(await countItems()).toBe(1);
});

test('the same key gives the stored answer, also after a refusal; another body is refused', async () => {
  await transactor.run(contextWith('k'), addItem(1));
  const again = await transactor.run(contextWith('k'), addItem(2)).catch((error: unknown) => error);
  expect(again).toBeInstanceOf(AnswerReplayed);
  expect((again as AnswerReplayed).answer).toEqual({ status: 201, headers: { location: '/x' }, body: '{"added":1}' });
  await expect(transactor.run(contextWith('k', 'other'), addItem(2))).rejects.toMatchObject({
    code: 'idempotency_key_reused',
  });

  const refuse = () => Promise.reject(new Refusal('no'));
  await expect(transactor.run(contextWith('r'), refuse)).rejects.toMatchObject({ code: 'no' });
  const replay = await transactor.run(contextWith('r'), addItem(2)).catch((error: unknown) => error);
  expect((replay as AnswerReplayed).answer).toMatchObject({ status: 409, body: '{"code":"no"}' });
  expect(await countItems()).toBe(1);
  expect(observed.replayed).toBe(2);
});

test('a refusal that asks to come again later is not kept: the same request then succeeds', async () => {
  const refuse = () => Promise.reject(new Refusal('too_fast', { retryAfterSeconds: 1 }));
  await expect(transactor.run(contextWith('later'), refuse)).rejects.toMatchObject({ code: 'too_fast' });
  await transactor.run(contextWith('later'), addItem(1));
  expect(await countItems()).toBe(1);
});

test('a stampede on one key over two processes has one effect', async () => {
  const otherPool = newPool(8);
  const others = newTransactor(otherPool);
  const tries = Array.from({ length: 20 }, (_, n) =>
    (n % 2 === 0 ? transactor : others).run(contextWith('one'), addItem(n)),
  );
  const outcomes = await Promise.allSettled(tries);
  await otherPool.end();
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue;
    const { reason } = outcome as { reason: unknown };
    const known = reason instanceof AnswerReplayed || (reason as Refusal).code === 'idempotency_key_in_use';
    expect(known).toBe(true);
  }
  expect(await countItems()).toBe(1);
});

test('a defect leaves no key behind, so that the request can be tried again', async () => {
  const broken = transactor.run(contextWith('d'), () => Promise.reject(new TypeError('bug')));
  await expect(broken).rejects.toThrow('bug');
  await expect(transactor.run(contextWith('d'), addItem(1))).resolves.toEqual({ added: 1 });
});

test('kysely and prepared statements run under the tenant; no tenant leaks to the next loan', async () => {
  await transactor.run(contextWith(), addItem(1));
  const read = await transactor.read(contextWith(), async (tx) => {
    const built = await transactionOf<{ catalog_items: ItemRow }>(tx)
      .selectFrom('catalog_items')
      .select('price')
      .execute();
    const prepared = await runPrepared<{ price: number }>(tx, 'p', 'select price from catalog_items where sku = $1', [
      'sku-1',
    ]);
    return { built, prepared };
  });
  expect(read).toEqual({ built: [{ price: 100 }], prepared: [{ price: 100 }] });
  const { rows } = await pool.query('select * from catalog_items');
  expect(rows).toEqual([]);
  const other = { ...contextWith(), tenantId: OUTLET as TenantId };
  await expect(transactor.run(other, addItem(5))).rejects.toThrow(/row-level security/);
});

test('a connection that dies in mid-transaction is survived without a second effect', async () => {
  // It tries for three seconds: to its clock none passes, however long the machine stands still.
  jest.spyOn(performance, 'now').mockReturnValue(0);
  let kills = 0;
  const result = await transactor.run(contextWith('kill'), async (tx) => {
    appendRows(tx, ITEMS, [item(9)]);
    if (kills++ < 2) {
      const [row] = await runPrepared<{ pid: number }>(tx, 'pid', 'select pg_backend_pid() pid', []);
      await owner.query('select pg_terminate_backend($1)', [row?.pid]);
    }
    return { added: 9 };
  });
  expect(result).toEqual({ added: 9 });
  expect(observed.retried).toBe(2);
  expect(await countItems()).toBe(1);
});

test('a database that stays away is told as unavailable', async () => {
  const dead = createPool({
    url: 'postgres://nobody@127.0.0.1:1/none',
    max: 1,
    connectTimeoutMs: 200,
    statementTimeoutMs: 500,
    applicationName: 'test',
    onIdleError: () => undefined,
  });
  const away = new PostgresTransactor(dead, { retried: () => undefined, replayed: () => undefined }, () =>
    Promise.resolve(),
  );
  await expect(away.run(contextWith(), addItem(1))).rejects.toBeInstanceOf(DatabaseUnavailable);
  await dead.end();
});

test('waiting too long for a lock is told as unavailable, and can be tried again', async () => {
  await transactor.run(contextWith(), addItem(1));
  const impatient = newPool(2, 200);
  const locked = owner.query('begin').then(() => owner.query('select 1 from catalog_items for update'));
  await locked;
  const lock = (tx: Tx) => runPrepared(tx, 'lock_items', 'select 1 from catalog_items for update', []);
  await expect(newTransactor(impatient).run(contextWith('slow'), lock)).rejects.toBeInstanceOf(DatabaseUnavailable);
  await owner.query('commit');
  await expect(transactor.run(contextWith('slow'), lock)).resolves.toHaveLength(1);
  await impatient.end();
});

test.each([
  { title: 'commits with events', work: noteEvents, told: 1 },
  { title: 'commits without events', work: () => undefined, told: 0 },
  {
    title: 'is refused after it added events',
    work: (tx: Tx) => {
      noteEvents(tx);
      throw new Refusal('sku_taken');
    },
    told: 0,
  },
])('a transaction that $title tells so $told times', async ({ work, told }) => {
  await transactor
    .run(contextWith(), async (tx) => work(tx))
    .catch((error: unknown) => expect(error).toBeInstanceOf(Refusal));
  expect(observed.eventsCommitted).toBe(told);
});
