import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/start-embedded-postgres.js';
import { migrate } from '../../src/platform/postgres/migrate.js';

/** A PostgreSQL of our own, with disk flushes on, whose processes may be killed. */
export interface FaultDatabase {
  readonly ownerUrl: string;
  readonly folder: string;
  /** Stops the server and removes its folder, unless it is still to be looked at. */
  readonly discard: (keep: boolean) => Promise<void>;
}

const RECOVERY_TIMEOUT_MS = 30_000;
const POLL_MS = 10;

/** Starts it in a folder for temporary files. `settings` are PostgreSQL's own. */
export async function startFaultDatabase(settings: Readonly<Record<string, string>> = {}): Promise<FaultDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pos-faults-'));
  chmodSync(folder, 0o711); // PostgreSQL may run as another user than root, and has to get in
  try {
    const server = await startEmbeddedPostgres({
      dataDir: path.join(folder, 'postgres'),
      settings: { max_connections: '80', restart_after_crash: 'on', ...settings },
    });
    await run(server.url, 'create database pos_faults');
    const url = new URL(server.url);
    url.pathname = '/pos_faults';
    await migrate(url.href, path.resolve('migrations'));
    const discard = async (keep: boolean): Promise<void> => {
      await server.stop();
      if (!keep) rmSync(folder, { recursive: true, force: true });
    };
    return { ownerUrl: url.href, folder, discard };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Asks over a connection of its own, again and again while the server is recovering. */
export async function askPatiently<Row extends object>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const end = Date.now() + RECOVERY_TIMEOUT_MS;
  for (;;) {
    const client = new Client({
      connectionString: url,
      application_name: 'fault-observer',
      connectionTimeoutMillis: 2_000,
    });
    client.on('error', () => undefined); // a crash while connected also rejects the query, which is what is looked at
    try {
      await client.connect();
      const { rows } = await client.query<Row>(sql, [...values]);
      return rows;
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(POLL_MS);
    } finally {
      await client.end().catch(() => undefined); // already cut: there is nothing left to close
    }
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
