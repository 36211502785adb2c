import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../../test/harness/test-database.js';
import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import { createPool } from '../../../../platform/postgres/pool.js';
import { PostgresTransactor } from '../../../../platform/postgres/transactor.js';
import { OrderNumberLeases } from './order-number-leases.js';

const TENANT = '0197a3c2-7b1e-7000-8000-000000000001' as TenantId;
const OUTLET = '0197a3c2-7b1e-7000-8000-0000000000a1' as OutletId;
let database: TestDatabase;
let pool: pg.Pool;
let nowMs: number;

beforeEach(async () => {
  database = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`insert into tenants (tenant_id, slug, name, currency) values ('${TENANT}', 't', 'T', 'KES')`);
  await owner.query(`insert into outlets (tenant_id, id, name, currency, time_zone, receipt_prefix, tenders)
    values ('${TENANT}', '${OUTLET}', 'O', 'KES', 'Africa/Nairobi', 'A', '{cash}')`);
  await owner.end();
  pool = createPool({
    url: database.appUrl,
    max: 4,
    connectTimeoutMs: 20_000,
    statementTimeoutMs: 20_000,
    applicationName: 'test',
    onIdleError: () => undefined,
  });
  nowMs = 0;
});

afterEach(async () => {
  await pool.end();
  await database.drop();
});

function leases(): OrderNumberLeases {
  const transactor = new PostgresTransactor(pool, { retried: () => undefined, replayed: () => undefined });
  return new OrderNumberLeases(transactor, () => nowMs);
}

test('a quiet outlet takes one number at a time, so two processes number by the clock', async () => {
  const [one, two] = [leases(), leases()];
  const numbers: number[] = [];
  for (const source of [one, two, two, one, one]) {
    nowMs += 1000;
    numbers.push(await source.next(TENANT, OUTLET));
  }
  expect(numbers).toEqual([1, 2, 3, 4, 5]);
});

test('under a rush, over two processes, no number is given twice and one process leaves no gap', async () => {
  const [one, two] = [leases(), leases()];
  const taken = await Promise.all(
    Array.from({ length: 400 }, (_, n) => (n % 2 === 0 ? one : two).next(TENANT, OUTLET)),
  );
  expect(new Set(taken).size).toBe(400);
  const alone = leases();
  const rest = await Promise.all(Array.from({ length: 300 }, () => alone.next(TENANT, OUTLET)));
  const sorted = [...rest].sort((a, b) => a - b);
  expect(sorted.every((number, index) => index === 0 || number === (sorted[index - 1] as number) + 1)).toBe(true);
});

test('a database that was away does not leave the outlet without numbers', async () => {
  let away = true;
  const transactor = new PostgresTransactor(pool, { retried: () => undefined, replayed: () => undefined });
  const source = new OrderNumberLeases(
    { run: (context, work) => (away ? Promise.reject(new Error('away')) : transactor.run(context, work)) },
    () => nowMs,
  );
  await expect(source.next(TENANT, OUTLET)).rejects.toThrow('away');
  away = false;
  await expect(source.next(TENANT, OUTLET)).resolves.toBe(1);
});
