import { pendingMigrations, type Database } from '../database.js';
import { fail, ok, warn, type Finding } from './finding.js';

type DatabaseCheck = (client: Database) => Promise<Finding>;

const OLDEST_VERSION = 150_000;
const SERVICE_ROLES = ['pos_app', 'pos_worker'];
const SKEW_WARN_MS = 1_000;
const SKEW_FAIL_MS = 30_000;

/** What is checked in the database, in the order in which one failure explains the next. */
export function databaseChecks(migrations: string): readonly DatabaseCheck[] {
  return [
    version,
    (client) => migrationsCurrent(client, migrations),
    rolesCannotBypass,
    rolesOwnNothing,
    rowSecurityForced,
    clockSkew,
  ];
}

const version: DatabaseCheck = async (client) => {
  const { rows } = await client.query<{ number: number; text: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
  );
  const { number = 0, text = 'unknown' } = rows[0] ?? {};
  if (number >= OLDEST_VERSION) return ok('database version', `PostgreSQL ${text}`);
  return fail('database version', `PostgreSQL ${text} is too old`, 'Use PostgreSQL 15 or newer.');
};

async function migrationsCurrent(client: Database, folder: string): Promise<Finding> {
  const pending = await pendingMigrations(client, folder);
  if (pending.length === 0) return ok('migrations', 'the schema is current');
  return fail('migrations', `${pending.length} are missing, from ${pending[0]} on`, 'Run `posctl migrate`.');
}

const rolesCannotBypass: DatabaseCheck = async (client) => {
  const { rows } = await client.query<{ rolname: string; unsafe: boolean; rolcanlogin: boolean }>(
    `select rolname, rolcanlogin, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as unsafe
       from pg_roles where rolname = any($1)`,
    [SERVICE_ROLES],
  );
  const missing = SERVICE_ROLES.filter((role) => !rows.some(({ rolname }) => rolname === role));
  if (missing.length > 0)
    return fail('service roles', `${missing.join(' and ')} do not exist`, 'Run `posctl migrate`: it creates them.');
  const unsafe = rows.filter((row) => row.unsafe).map(({ rolname }) => rolname);
  if (unsafe.length > 0) {
    const fix = unsafe.map((role) => `alter role ${role} nosuperuser nobypassrls nocreaterole nocreatedb;`).join(' ');
    return fail('service roles', `${unsafe.join(' and ')} could get around row security`, fix);
  }
  const locked = rows.filter(({ rolcanlogin }) => !rolcanlogin).map(({ rolname }) => rolname);
  if (locked.length > 0)
    return fail('service roles', `${locked.join(' and ')} may not log in`, 'Run `posctl migrate`: it lets them.');
  return ok('service roles', `${SERVICE_ROLES.join(', ')} log in and cannot bypass row security`);
};

const rolesOwnNothing: DatabaseCheck = async (client) => {
  const { rows } = await client.query<{ name: string; owner: string }>(
    `select c.relname as name, r.rolname as owner from pg_class c
       join pg_roles r on r.oid = c.relowner where r.rolname = any($1) order by 1 limit 5`,
    [SERVICE_ROLES],
  );
  const [first] = rows;
  if (first === undefined) return ok('ownership', 'the service roles own no table');
  const names = rows.map(({ name }) => name).join(', ');
  return fail(
    'ownership',
    `${first.owner} owns ${names}`,
    `reassign owned by ${first.owner} to the role that migrates;`,
  );
};

const rowSecurityForced: DatabaseCheck = async (client) => {
  const { rows } = await client.query<{ name: string; guarded: boolean }>(
    `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as guarded
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  if (rows.length === 0) return fail('row security', 'there is no tenant table', 'Run `posctl migrate`.');
  const open = rows.filter(({ guarded }) => !guarded).map(({ name }) => name);
  if (open.length === 0) return ok('row security', `forced on all ${rows.length} tenant tables`);
  const fix = open.map((name) => `alter table ${name} enable row level security, force row level security;`).join(' ');
  return fail('row security', `not forced on ${open.join(', ')}`, fix);
};

const clockSkew: DatabaseCheck = async (client) => {
  const before = Date.now();
  const { rows } = await client.query<{ ms: number }>(
    `select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`,
  );
  const middle = (before + Date.now()) / 2;
  const skewMs = Math.round(Math.abs((rows[0]?.ms ?? middle) - middle));
  const found = `the database is ${skewMs} ms from this machine`;
  if (skewMs < SKEW_WARN_MS) return ok('clock', found);
  const fix = 'Let both machines follow a time server (chrony, systemd-timesyncd).';
  return skewMs < SKEW_FAIL_MS ? warn('clock', found, fix) : fail('clock', found, fix);
};
