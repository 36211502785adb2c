import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.js';
import { catalogRules, lintCatalog } from './catalog-lint.js';
import { undone } from './sessions.js';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('the catalogue of a migrated database keeps every rule', async () => {
  expect(await lintCatalog(client)).toEqual([]);
});

const SECURE = `alter table planted enable row level security; alter table planted force row level security;
  create policy tenant_isolation on planted using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`;
const COLUMNS =
  'tenant_id uuid not null references tenants (tenant_id), id uuid not null, name text, other uuid not null';
const PLANTED = `create table planted (${COLUMNS}, primary key (tenant_id, id)); ${SECURE}`;
const DEFINER = `create function planted() returns int language sql security definer set search_path = pg_catalog, pg_temp as 'select 1'`;
const CLOSED = 'revoke all on function planted() from public';
const NULLABLE = 'alter table planted drop constraint planted_pkey; alter table planted alter tenant_id drop not null';
const ONLY_TENANT = `tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid`;
const weakened = (policy: string): string =>
  `${PLANTED} drop policy tenant_isolation on planted; create policy p on planted ${policy}`;

// Each rule of the lint has a plant at least; what is named beside the rule itself comes of the plant too.
const plants: Record<string, readonly [rule: string, sql: string, finding: string][]> = {
  tables: [
    ['table without "tenant_id uuid not null"', `${PLANTED} ${NULLABLE}`, 'planted'],
    ['table without "tenant_id uuid not null"', 'create table planted (id uuid primary key)', 'planted'],
    ['table without a primary key', `${PLANTED} alter table planted drop constraint planted_pkey`, 'planted'],
    ['row security not enabled', `${PLANTED} alter table planted disable row level security`, 'planted'],
    ['row security not forced', `${PLANTED} alter table planted no force row level security`, 'planted'],
    [
      'row security not enabled',
      `create table planted (${COLUMNS}, primary key (tenant_id, id)) partition by hash (tenant_id)`,
      'planted',
    ],
    ['view without security_invoker', `create view planted as select name from tenants`, 'planted'],
    [
      'kind of table that row security does not cover',
      'create materialized view planted as select name from tenants',
      'planted',
    ],
    [
      'rewrite rule, which runs with the rights of the table owner',
      `${PLANTED} create rule planted_rule as on delete to planted do instead nothing`,
      'planted_rule',
    ],
  ],
  keys: [
    [
      'key that does not begin with tenant_id',
      `${PLANTED} alter table planted add constraint planted_key unique (name)`,
      'planted_key',
    ],
    [
      'key that does not begin with tenant_id',
      `${PLANTED} create unique index planted_key on planted (id, tenant_id)`,
      'planted_key',
    ],
    [
      'key that does not begin with tenant_id',
      `${PLANTED} create unique index planted_key on planted (lower(name))`,
      'planted_key',
    ],
    [
      'key that does not begin with tenant_id',
      `create table planted (${COLUMNS}, primary key (id)); ${SECURE}`,
      'planted_pkey',
    ],
    [
      'index that does not begin with tenant_id',
      `${PLANTED} create index planted_by_name on planted (name)`,
      'planted_by_name',
    ],
    [
      'foreign key that does not lead from tenant_id to tenant_id',
      `${PLANTED} alter table planted add constraint planted_fkey foreign key (other) references tenants (tenant_id)`,
      'planted_fkey',
    ],
    [
      'foreign key that does not lead from tenant_id to tenant_id',
      `${PLANTED} alter table planted add constraint planted_fkey foreign key (other, id) references outlets (tenant_id, id)`,
      'planted_fkey',
    ],
  ],
  policies: [
    [
      'no policy with USING and WITH CHECK on the tenant',
      `${PLANTED} drop policy tenant_isolation on planted`,
      'planted',
    ],
    ['no policy with USING and WITH CHECK on the tenant', weakened(`using (${ONLY_TENANT})`), 'planted'],
    [
      'no policy with USING and WITH CHECK on the tenant',
      weakened(`for insert with check (${ONLY_TENANT})`),
      'planted',
    ],
    [
      'no policy with USING and WITH CHECK on the tenant',
      weakened(`using (${ONLY_TENANT}) with check (true)`),
      'planted',
    ],
    [
      'no policy with USING and WITH CHECK on the tenant',
      weakened(`to pos_worker using (${ONLY_TENANT}) with check (${ONLY_TENANT})`),
      'planted',
    ],
    [
      'policy off the list',
      `${PLANTED} create policy p on planted using (name = 'x')`,
      "p on planted for * to public using (name = 'x'::text) check -",
    ],
    [
      'policy off the list',
      `create policy p on outlets for select to pos_worker using (true)`,
      'p on outlets for r to pos_worker using true check -',
    ],
    [
      'policy off the list',
      `alter policy housekeeping_sees_expired on idempotency_keys using (true)`,
      'housekeeping_sees_expired on idempotency_keys for r to pos_worker using true check -',
    ],
    [
      'allowed in vain',
      'drop policy relay_reads on events',
      'policy off the list: relay_reads on events for r to pos_worker using true check -',
    ],
  ],
  functions: [
    ['definer function off the list', `${DEFINER}; ${CLOSED}`, 'planted()'],
    [
      'definer function whose search_path is not pinned to end in pg_temp',
      `${DEFINER}; ${CLOSED}; alter function planted() reset search_path`,
      'planted()',
    ],
    [
      'definer function whose search_path is not pinned to end in pg_temp',
      'alter function tenant_by_slug(text) set search_path = pg_catalog, public',
      'tenant_by_slug(text)',
    ],
    [
      'definer function that PUBLIC may execute',
      'grant execute on function tenant_by_slug(text) to public',
      'tenant_by_slug(text)',
    ],
    ['definer function that PUBLIC may execute', DEFINER, 'planted()'],
    [
      'pos_worker may execute what is not listed',
      'grant execute on function tenant_by_slug(text) to pos_worker',
      'tenant_by_slug(text)',
    ],
  ],
  privileges: [
    ...['truncate', 'references', 'trigger'].map((privilege): [string, string, string] => [
      'pos_app may do more than read and write rows',
      `grant ${privilege} on outlets to pos_app`,
      `${privilege} on outlets`,
    ]),
    [
      'pos_app may do more than read and write rows',
      'grant references (id) on outlets to pos_app',
      'references (id) on outlets',
    ],
    [
      'pos_app may do more than read and write rows',
      'grant select on outlets to pos_app with grant option',
      'select on outlets',
    ],
    ['pos_app may use a table without a tenant', 'grant select on outbox_shards to pos_app', 'select on outbox_shards'],
    [
      'sequence off the list, for sequences are shared by all tenants',
      'grant update on sequence events_position to pos_app',
      'pos_app: update on events_position',
    ],
    ['pos_worker may do what is not listed', 'grant select on outlets to pos_worker', 'select on outlets'],
    [
      'pos_worker may do what is not listed',
      'grant select (name) on tenants to pos_worker',
      'select (name) on tenants',
    ],
    ['grant to a role that is none of ours', 'grant select on outlets to public', 'public: select on outlets'],
    ['grant to a role that is none of ours', 'grant select on outlets to pg_monitor', 'pg_monitor: select on outlets'],
    ['schema that others than its owner may create in', 'grant create on schema public to public', 'public: public'],
    ['schema that others than its owner may create in', 'grant create on schema public to pos_app', 'public: pos_app'],
    ['schema off the list', 'create schema planted', 'planted'],
    [
      'database that others than its owner may create schemas in',
      `do $$ begin execute format('grant create on database %I to pos_app', current_database()); end $$`,
      'pos_app',
    ],
    [
      'default privilege, which hands out rights that no migration shows',
      'alter default privileges grant select on tables to pos_app',
      'r: pos_app',
    ],
  ],
  roles: [
    ...['superuser', 'bypassrls', 'createrole', 'createdb', 'replication'].map((power): [string, string, string] => [
      'service role with powers over the server',
      `alter role pos_app ${power}`,
      `pos_app: ${power}`,
    ]),
    ['service role that is a member of another', 'grant pg_read_all_data to pos_app', 'pos_app: pg_read_all_data'],
    ['service role that is a member of another', 'grant pos_app to pos_worker', 'pos_worker: pos_app'],
    ['service role that owns something', `${PLANTED} alter table planted owner to pos_app`, 'pos_app: table planted'],
    [
      'stored setting that could give a session a tenant or take row security away',
      `alter role pos_app set app.tenant_id = 'x'`,
      'app.tenant_id=x',
    ],
    [
      'stored setting that could give a session a tenant or take row security away',
      'alter role pos_app set row_security = off',
      'row_security=off',
    ],
    ['service role missing', 'alter role pos_worker rename to pos_gone', 'pos_worker'],
    ['extension off the list', 'create extension pgcrypto', 'pgcrypto'],
  ],
};

// Roles belong to the server; a plant in a transaction that is undone is seen by nobody else.
describe.each(Object.entries(plants))('planted %s', (_, cases) => {
  test.each(cases.map(([rule, sql, finding]) => [rule, finding, sql]))('%s: %s', async (rule, finding, sql) => {
    const findings = await undone(client, null, async () => {
      await client.query(sql);
      return lintCatalog(client);
    });
    expect(findings).toContain(`${rule}: ${finding}`);
  });
});

test('no rule without a plant', () => {
  const planted = new Set(Object.values(plants).flatMap((cases) => cases.map(([rule]) => rule)));
  expect(catalogRules.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
});
