import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../src/platform/postgres/migrate.js';

const MIGRATIONS = path.resolve('migrations');
const BUILDING = 4_152_026; // advisory lock: one run at a time builds on a server that several share

/** Migrates once, into a database that every test database is then copied from. Answers its name. */
export async function buildTemplate(serverUrl: string): Promise<string> {
  const name = `pos_template_${fingerprint(MIGRATIONS)}`;
  const draft = `${name}_draft`;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [BUILDING]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 1) return name;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    await migrate(onDatabase(serverUrl, draft), MIGRATIONS);
    await client.query(`alter database ${draft} rename to ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function onDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(`${name}\0`).update(readFileSync(path.join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}
