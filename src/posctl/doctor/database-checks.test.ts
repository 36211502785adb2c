import path from 'node:path';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../../test/harness/test-database.js';
import { withDatabase } from '../database.js';
import { databaseChecks } from './database-checks.js';
import type { Finding } from './finding.js';

const MIGRATIONS = path.resolve('migrations');
let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

function findings(url: string, damage?: string): Promise<Finding[]> {
  return withDatabase(url, async (connection) => {
    await connection.query('begin');
    if (damage !== undefined) await connection.query(damage);
    const found: Finding[] = [];
    for (const check of databaseChecks(MIGRATIONS)) found.push(await check(connection));
    await connection.query('rollback');
    return found;
  });
}

test('a migrated database is well', async () => {
  expect((await findings(database.ownerUrl)).filter(({ state }) => state !== 'ok')).toEqual([]);
});

test.each([
  {
    title: 'row security that is not forced',
    damage: 'alter table outlets no force row level security',
    check: 'row security',
  },
  {
    title: 'row security that is off',
    damage: 'alter table pos_orders disable row level security',
    check: 'row security',
  },
  { title: 'a role that bypasses it', damage: 'alter role pos_app bypassrls', check: 'service roles' },
  { title: 'a role that may not log in', damage: 'alter role pos_worker nologin', check: 'service roles' },
  { title: 'a table of the service role', damage: 'alter table outlets owner to pos_app', check: 'ownership' },
  {
    title: 'a migration that is missing',
    damage: `delete from schema_migrations where name like '0005%'`,
    check: 'migrations',
  },
])('$title is found, with its fix', async ({ damage, check }) => {
  const failed = (await findings(database.ownerUrl, damage)).filter(({ state }) => state === 'fail');
  expect(failed.map((finding) => finding.check)).toEqual([check]);
  expect(failed[0]?.fix).toMatch(/\S/);
});

test('a database that was never migrated says so', async () => {
  const empty = await createEmptyDatabase();
  try {
    const failed = await withDatabase(empty.ownerUrl, async (connection) => {
      const found: Finding[] = [];
      for (const check of databaseChecks(MIGRATIONS)) found.push(await check(connection));
      return found.filter(({ state }) => state === 'fail').map((finding) => finding.check);
    });
    expect(failed).toEqual(['migrations', 'row security']);
  } finally {
    await empty.drop();
  }
});
