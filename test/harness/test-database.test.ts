import { Client } from 'pg';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from './test-database.js';

const opened: Pick<TestDatabase, 'drop'>[] = [];
afterAll(async () => void (await Promise.all(opened.map((database) => database.drop()))));

async function column(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return rows.map((row) => row[0]);
  } finally {
    await client.end();
  }
}

test('each database has the migrated tables, and nothing of the others', async () => {
  const databases = await Promise.all([createTestDatabase(), createTestDatabase(), createTestDatabase()]);
  opened.push(...databases);
  await column(databases[0].ownerUrl, 'create table mine ()');
  const tables = await Promise.all(
    databases.map(({ ownerUrl }) =>
      column(ownerUrl, `select tablename::text from pg_tables where schemaname = 'public'`),
    ),
  );
  expect(tables[0]).toEqual(expect.arrayContaining(['mine', 'tenants', 'outlets']));
  expect(tables[1]).toEqual(expect.not.arrayContaining(['mine']));
  expect(tables[1]).toEqual(expect.arrayContaining(['tenants', 'outlets']));
});

test('the service and the worker log in as roles that are neither owner nor superuser', async () => {
  const database = await createTestDatabase();
  opened.push(database);
  for (const url of [database.appUrl, database.workerUrl]) {
    expect(await column(url, 'select rolsuper or rolbypassrls from pg_roles where rolname = current_user')).toEqual([
      false,
    ]);
    expect(await column(url, 'select tablename from pg_tables where tableowner = current_user')).toEqual([]);
  }
});

test('an empty database is empty', async () => {
  const database = await createEmptyDatabase();
  opened.push(database);
  expect(await column(database.ownerUrl, `select tablename from pg_tables where schemaname = 'public'`)).toEqual([]);
});
