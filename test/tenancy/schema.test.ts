import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '../../src/platform/postgres/migrate.js';
import { dumpSchema } from '../../src/platform/postgres/schema-dump.js';
import { createEmptyDatabase } from '../harness/test-database.js';
import { connected } from './sessions.js';

const MIGRATIONS = path.resolve('migrations');
const SCHEMA = path.join(MIGRATIONS, 'schema.sql');
const dropped: (() => Promise<void>)[] = [];

afterAll(async () => void (await Promise.all(dropped.map((drop) => drop()))));

async function emptyDatabase(): Promise<string> {
  const { ownerUrl, drop } = await createEmptyDatabase();
  dropped.push(drop);
  return ownerUrl;
}

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pos-migrations-'));
  dropped.push(() => rm(folder, { recursive: true }));
  for (const [name, sql] of Object.entries(files)) await writeFile(path.join(folder, name), sql);
  return folder;
}

const appliedIn = (url: string): Promise<unknown[]> =>
  connected(
    url,
    async (client) =>
      (await client.query('select name, checksum, applied_at from schema_migrations order by name')).rows,
  );

// UPDATE_SCHEMA=1 rewrites the committed file instead of comparing with it: `make generated`.
test('a replay of all migrations gives migrations/schema.sql', async () => {
  const url = await emptyDatabase();
  await migrate(url, MIGRATIONS);
  const schema = await dumpSchema(url);
  if (process.env['UPDATE_SCHEMA'] === '1') await writeFile(SCHEMA, schema);
  expect(await readFile(SCHEMA, 'utf8')).toBe(schema);
});

test('schema.sql run in an empty database makes the same schema: the dump leaves nothing out', async () => {
  const [url, migrated] = await Promise.all([emptyDatabase(), emptyDatabase()]);
  await migrate(migrated, MIGRATIONS);
  const schema = await dumpSchema(migrated);
  await connected(url, (client) => client.query(schema));
  expect(await dumpSchema(url)).toBe(schema);
});

test.each([
  ['type coin', `create type coin as enum ('heads', 'tails')`],
  ['materialized view m', 'create materialized view m as select 1 as one'],
  ['partitioned table p', 'create table p (id int) partition by hash (id)'],
  ['schema s', 'create schema s'],
  ['extension pgcrypto', 'create extension pgcrypto'],
])('the dump refuses what it cannot write: %s', async (name, sql) => {
  const url = await emptyDatabase();
  await connected(url, (client) => client.query(sql));
  await expect(dumpSchema(url)).rejects.toThrow(`schema-dump.ts cannot write ${name}: teach it first`);
});

test('the dump writes identity, generated columns, views, triggers and grants by column so that they come back', async () => {
  const [url, copy] = await Promise.all([emptyDatabase(), emptyDatabase()]);
  await connected(url, (client) =>
    client.query(`
      create function touch() returns trigger language plpgsql as 'begin return new; end';
      create table "Odd Name" (id int generated always as identity primary key, "order" text collate "C", twice int generated always as (1 + 1) stored);
      create table child (parent int references "Odd Name" deferrable initially deferred, during int4range, exclude using gist (during with &&));
      create trigger touched before update on child for each row execute function touch();
      create view seen with (security_invoker = true) as select id, "order" from "Odd Name" where id > 1;
      grant select on seen to pos_app; grant update ("order"), select (id, "order") on "Odd Name" to pos_app with grant option;
      create policy narrow on child as restrictive for update to pos_app, pos_worker using (parent > 0) with check (parent > 1);
      create unique index child_key on child (parent) where parent > 3;`),
  );
  const schema = await dumpSchema(url);
  await connected(copy, (client) => client.query(schema));
  expect(await dumpSchema(copy)).toBe(schema);
  expect(schema).toMatch(
    /identity[^]*collate "C"[^]*stored[^]*with grant option[^]*EXCLUDE[^]*restrictive[^]*DEFERRABLE[^]*security_invoker/i,
  );
});

test('migrating twice changes nothing', async () => {
  const url = await emptyDatabase();
  const names = (await readdir(MIGRATIONS)).filter((name) => /^\d{4}_/.test(name)).sort();
  expect(await migrate(url, MIGRATIONS)).toMatchObject({ applied: names, alreadyThere: 0 });
  const before = await appliedIn(url);
  expect(await migrate(url, MIGRATIONS)).toMatchObject({ applied: [], alreadyThere: names.length });
  expect(await appliedIn(url)).toEqual(before);
});

test('of several migrators at once one applies each file, the others find it applied', async () => {
  const url = await emptyDatabase();
  const names = (await readdir(MIGRATIONS)).filter((name) => /^\d{4}_/.test(name)).sort();
  const reports = await Promise.all([1, 2, 3, 4].map(() => migrate(url, MIGRATIONS)));
  expect(reports.flatMap(({ applied }) => applied).sort()).toEqual(names);
  expect(await appliedIn(url)).toHaveLength(names.length);
});

test('migrators of two databases of one server do not trip over the roles they share', async () => {
  const urls = await Promise.all([1, 2, 3, 4].map(emptyDatabase));
  await Promise.all(urls.map((url) => migrate(url, MIGRATIONS)));
  const schemas = await Promise.all(urls.map(dumpSchema));
  expect(new Set(schemas).size).toBe(1);
});

test('an applied file that was changed since is refused, and nothing after it is applied', async () => {
  const url = await emptyDatabase();
  const folder = await folderOf({ '0001_a_create.sql': 'create table a ()' });
  await migrate(url, folder);
  await writeFile(path.join(folder, '0001_a_create.sql'), 'create table a (id int)');
  await writeFile(path.join(folder, '0002_b_create.sql'), 'create table b ()');
  await expect(migrate(url, folder)).rejects.toThrow('0001_a_create.sql was changed after it had been applied');
  expect(await appliedIn(url)).toHaveLength(1);
});

test('a file that fails leaves nothing half applied; mended, it goes in', async () => {
  const url = await emptyDatabase();
  const folder = await folderOf({
    '0001_a_create.sql': 'create table a ()',
    '0002_b_create.sql': 'create table b (); grant select on b to pos_app; create table a ()',
    '0003_c_create.sql': 'create table c ()',
  });
  await expect(migrate(url, folder)).rejects.toThrow(
    'migration 0002_b_create.sql failed and was undone: relation "a" already exists',
  );
  expect(await dumpSchema(url)).not.toMatch(/create table [bc]/);
  expect(await appliedIn(url)).toMatchObject([{ name: '0001_a_create.sql' }]);
  await writeFile(path.join(folder, '0002_b_create.sql'), 'create table b ()');
  expect((await migrate(url, folder)).applied).toEqual(['0002_b_create.sql', '0003_c_create.sql']);
});

test('a migration gives up a lock that it does not get, and is made whole later', async () => {
  const url = await emptyDatabase();
  const folder = await folderOf({ '0001_a_create.sql': 'create table a ()' });
  await migrate(url, folder);
  await writeFile(path.join(folder, '0002_a_alter.sql'), 'alter table a add column id int');
  await connected(url, async (client) => {
    await client.query('begin; lock table a in access share mode');
    await expect(migrate(url, folder)).rejects.toThrow(
      'migration 0002_a_alter.sql failed and was undone: canceling statement due to lock timeout',
    );
  });
  expect((await migrate(url, folder)).applied).toEqual(['0002_a_alter.sql']);
});

test('only files of the form 0001_name.sql are migrations', async () => {
  const url = await emptyDatabase();
  const folder = await folderOf({ '0001_a_create.sql': 'create table a ()', 'notes.md': 'x', '0002_b.sql.swp': 'x' });
  await copyFile(SCHEMA, path.join(folder, 'schema.sql'));
  expect((await migrate(url, folder)).applied).toEqual(['0001_a_create.sql']);
});
