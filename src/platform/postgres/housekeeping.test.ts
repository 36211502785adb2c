import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/test-database.js';
import { EXPIRED_KEYS } from './expired-keys.js';
import { Housekeeping } from './housekeeping.js';

const TENANT = '0197a3c2-7b1e-7000-8000-000000000001';
let database: TestDatabase;
let owner: pg.Client;
let worker: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  worker = new pg.Pool({ connectionString: database.workerUrl });
  await owner.query(`insert into tenants (tenant_id, slug, name, currency) values ('${TENANT}', 't', 'T', 'KES')`);
});

afterAll(async () => {
  await Promise.all([owner.end(), worker.end()]);
  await database.drop();
});

test('removes keys older than seven days, however many, and no younger one', async () => {
  await owner.query(`
    insert into idempotency_keys (tenant_id, key, fingerprint, status, headers, body, created_at)
    select '${TENANT}', 'k' || n, 'f', 200, '{}', '{}', now() - make_interval(days => n % 10) - interval '1 minute'
      from generate_series(0, 4999) n`);
  expect(await EXPIRED_KEYS.run(worker)).toBe(1500);
  expect(await EXPIRED_KEYS.run(worker)).toBe(0);
  const { rows } = await owner.query<{ left: number }>('select count(*)::int as left from idempotency_keys');
  expect(rows[0]?.left).toBe(3500);
});

test('the worker may not remove younger keys, nor read what keys hold', async () => {
  expect((await worker.query('delete from idempotency_keys')).rowCount).toBe(0);
  await expect(worker.query('select body from idempotency_keys')).rejects.toThrow('permission denied');
});

test('a chore that fails is told of and keeps none of the others from running', async () => {
  const told: string[] = [];
  const observer = {
    removed: (chore: string, rows: number) => void told.push(`${chore}: ${rows}`),
    failed: (chore: string, error: unknown) => void told.push(`${chore}: ${String(error)}`),
  };
  const broken = { name: 'broken', run: () => Promise.reject(new Error('no')) };
  await new Housekeeping(worker, [broken, { name: 'fine', run: () => Promise.resolve(3) }], observer).tidy();
  expect(told).toEqual(['broken: Error: no', 'fine: 3']);
});
