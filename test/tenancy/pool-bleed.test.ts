import type { Pool } from 'pg';
import { sql } from 'kysely';
import type { RequestContext } from '../../src/kernel/context.js';
import type { OutletId, TenantId } from '../../src/kernel/ids.js';
import { Refusal } from '../../src/kernel/refusal.js';
import type { Tx } from '../../src/kernel/transaction.js';
import { createPool } from '../../src/platform/postgres/pool.js';
import { transactionOf } from '../../src/platform/postgres/transaction.js';
import { PostgresTransactor } from '../../src/platform/postgres/transactor.js';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.js';
import { insertRow, oneOfEach } from './one-of-each.js';
import { connected } from './sessions.js';

const TENANTS = ['a', 'b', 'c'].map((last) => `01979f60-0000-7000-8000-00000000000${last}` as TenantId);
const [A, B] = TENANTS as [TenantId, TenantId];

let database: TestDatabase;
let pool: Pool;
let transactor: PostgresTransactor;

beforeAll(async () => {
  database = await createTestDatabase();
  await connected(database.ownerUrl, async (owner) => {
    for (const tenant of TENANTS)
      for (const row of oneOfEach(tenant, `t${tenant.slice(-1)}`)) await insertRow(owner, row);
  });
});
afterAll(() => database.drop());

const withPool = (max: number): void => {
  pool = createPool({
    url: database.appUrl,
    max,
    connectTimeoutMs: 60_000, // a thousand wait in line, on a machine that does other things, too
    statementTimeoutMs: 20_000,
    applicationName: 'test',
    onIdleError: () => {},
  });
  transactor = new PostgresTransactor(pool, { retried: () => {}, replayed: () => {} });
};
afterEach(() => pool.end());

function contextOf(tenantId: TenantId): RequestContext {
  const principal = {
    kind: 'user',
    id: 'ann',
    permissions: new Set<string>(),
    outlets: new Set<OutletId>(),
    test: false,
  } as const;
  return { tenantId, tenantSlug: 't', principal, requestId: 'r', at: new Date() };
}
const tenantsSeen = async (tx: Tx): Promise<string[]> =>
  (await sql<{ tenant_id: string }>`select tenant_id from pos_orders`.execute(transactionOf(tx))).rows.map(
    (row) => row.tenant_id,
  );
/** What the next borrower of the pool's only connection finds, outside any transaction of the transactor. */
const leftBehind = async (): Promise<unknown> => {
  const { rows } = await pool.query(
    `select coalesce(current_setting('app.tenant_id', true), '') as tenant, (select count(*) from pos_orders) as orders`,
  );
  return rows[0];
};
const NOTHING = { tenant: '', orders: 0 };

const endings: Record<string, () => Promise<unknown>> = {
  'a transaction that commits': () => transactor.run(contextOf(A), tenantsSeen),
  'a read': () => transactor.read({ tenantId: A }, tenantsSeen),
  'a refusal': () => transactor.run(contextOf(A), () => Promise.reject(new Refusal('no'))),
  'a defect': () => transactor.run(contextOf(A), () => Promise.reject(new TypeError('no'))),
  'an error of PostgreSQL': () => transactor.run(contextOf(A), (tx) => sql`select 1 / 0`.execute(transactionOf(tx))),
  'a statement that timed out': () =>
    transactor.run(contextOf(A), async (tx) => {
      await sql`set local statement_timeout = '20ms'`.execute(transactionOf(tx));
      await sql`select pg_sleep(2)`.execute(transactionOf(tx));
    }),
  'a constraint violated at the commit': () =>
    transactor.run(contextOf(A), async (tx) => {
      await sql`insert into catalog_items select * from catalog_items`.execute(transactionOf(tx));
    }),
  'a work that leaves statements running': () =>
    transactor.run(contextOf(A), (tx) => {
      void sql`select pg_sleep(0.05)`.execute(transactionOf(tx));
      return Promise.reject(new Refusal('no'));
    }),
};

test.each(Object.keys(endings))('%s leaves no tenant on the connection', async (ending) => {
  withPool(1);
  await (endings[ending] as () => Promise<unknown>)().catch((error: unknown) => expect(error).toBeInstanceOf(Error));
  expect(await leftBehind()).toEqual(NOTHING);
  expect(await transactor.run(contextOf(B), tenantsSeen)).toEqual([B]);
  expect(await leftBehind()).toEqual(NOTHING);
});

test('a connection that is cut in a transaction is not lent again', async () => {
  withPool(1);
  const cut = transactor.run(contextOf(A), (tx) =>
    sql`select pg_terminate_backend(pg_backend_pid())`.execute(transactionOf(tx)),
  );
  await expect(cut).rejects.toThrow();
  expect(await leftBehind()).toEqual(NOTHING);
});

test('statements sent behind a transaction without waiting for it are outside it', async () => {
  withPool(1);
  const first = transactor.run(contextOf(A), tenantsSeen);
  const between = leftBehind();
  const second = transactor.run(contextOf(B), tenantsSeen);
  expect(await Promise.all([first, between, second])).toEqual([[A], NOTHING, [B]]);
});

test('a thousand transactions of three tenants over four connections, a third of them failing, each see their own', async () => {
  withPool(4);
  const strangers: string[] = [];
  await Promise.all(
    Array.from({ length: 1000 }, async (_, index) => {
      const tenant = TENANTS[index % 3] as TenantId;
      const work = async (tx: Tx): Promise<void> => {
        strangers.push(...(await tenantsSeen(tx)).filter((seen) => seen !== tenant));
        if (index % 7 < 2) throw new Refusal('no');
        if (index % 7 === 3) await sql`select 1 / 0`.execute(transactionOf(tx));
      };
      const over =
        index % 2 === 0 ? transactor.run(contextOf(tenant), work) : transactor.read({ tenantId: tenant }, work);
      await over.catch((error: unknown) => expect(String(error)).toMatch(/no$|division by zero/));
    }),
  );
  expect(strangers).toEqual([]);
  expect(await Promise.all(Array.from({ length: 8 }, leftBehind))).toEqual(Array.from({ length: 8 }, () => NOTHING));
});
