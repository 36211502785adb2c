import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { ensureRoles } from './roles.js';

/** What a run of the migrations did. */
export interface MigrationReport {
  readonly applied: readonly string[];
  readonly alreadyThere: number;
  /** What PostgreSQL warned of, for whoever runs the migration. */
  readonly warnings: readonly string[];
}

// Any number will do as long as nothing else in the database locks it: it keeps two migrators apart.
const MIGRATION_LOCK = 4_100_410_041;

/**
 * Brings the database to the newest schema: each file of the folder once, in order, each in its own transaction. Run twice,
 * or by two processes at once, it does nothing more. It never waits longer than 2 s for a lock (GUARANTEES G17).
 * Applied files that are not in the folder are left alone: an older image may run beside a newer schema.
 * @throws Error when an applied file was changed since, or when a file fails (that file is undone).
 */
export async function migrate(ownerUrl: string, directory: string): Promise<MigrationReport> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'pos-migrate' });
  const warnings: string[] = [];
  client.on('notice', ({ severity, message }) => {
    if (severity === 'WARNING' && message !== undefined) warnings.push(message);
  });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureRoles(client, ownerUrl);
    await client.query(`create table if not exists schema_migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    return { ...(await applyMissing(client, await filesOf(directory))), warnings };
  } finally {
    await client.end();
  }
}

interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

async function filesOf(directory: string): Promise<MigrationFile[]> {
  const names = (await readdir(directory)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(directory, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function applyMissing(
  client: pg.Client,
  files: readonly MigrationFile[],
): Promise<Omit<MigrationReport, 'warnings'>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migrations',
  );
  const known = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const applied: string[] = [];
  for (const file of files) {
    const checksum = known.get(file.name);
    if (checksum === undefined) {
      await apply(client, file);
      applied.push(file.name);
    } else if (checksum !== file.checksum) {
      throw new Error(
        `${file.name} was changed after it had been applied: migrations are never rewritten, add a new one`,
      );
    }
  }
  return { applied, alreadyThere: known.size };
}

async function apply(client: pg.Client, { name, sql, checksum }: MigrationFile): Promise<void> {
  await client.query('begin');
  try {
    await client.query("set local lock_timeout = '2s'");
    await client.query(sql);
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${name} failed and was undone: ${(error as Error).message}`, { cause: error });
  }
}
