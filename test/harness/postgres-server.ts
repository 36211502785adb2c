import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/start-embedded-postgres.js';

/** A PostgreSQL for one run of the tests. */
export interface PostgresServer {
  /** Of a superuser, or at least of a role that may create databases and roles. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const IMAGE = 'postgres:16-alpine';
const CONNECTIONS = '300';
const START_TIMEOUT_MS = 120_000; // the image may have to be pulled first
const RUNS = path.join(tmpdir(), `pos-test-postgres-${process.getuid?.() ?? 'windows'}`);

/** The ladder: a server named in the environment, a container, the embedded one. No rung left is a failure, never a skip. */
export async function findPostgres(): Promise<PostgresServer> {
  const named = process.env['TEST_DATABASE_URL'];
  if (named !== undefined && named !== '') return { url: named, stop: () => Promise.resolve() };
  return (await inContainer()) ?? (await embedded());
}

async function inContainer(): Promise<PostgresServer | undefined> {
  const { getContainerRuntimeClient, GenericContainer, Wait } = await import('testcontainers');
  try {
    await getContainerRuntimeClient();
  } catch {
    return undefined; // no engine on this machine: the next rung
  }
  try {
    const container = await new GenericContainer(IMAGE)
      .withEnvironment({ POSTGRES_PASSWORD: 'test' })
      .withCommand(['postgres', '-c', 'fsync=off', '-c', `max_connections=${CONNECTIONS}`])
      .withExposedPorts(5432)
      .withWaitStrategy(Wait.forLogMessage(/database system is ready to accept connections/, 2))
      .withStartupTimeout(START_TIMEOUT_MS)
      .start();
    return {
      url: `postgres://postgres:test@${container.getHost()}:${container.getMappedPort(5432)}/postgres`,
      stop: async () => void (await container.stop()),
    };
  } catch (error) {
    process.stderr.write(
      `The container engine cannot run ${IMAGE} (${String(error)}); using the embedded PostgreSQL.\n`,
    );
    return undefined;
  }
}

async function embedded(): Promise<PostgresServer> {
  await sweep();
  mkdirSync(RUNS, { recursive: true });
  const folder = mkdtempSync(path.join(RUNS, 'run-'));
  chmodSync(folder, 0o711); // PostgreSQL may run as another user than root, and has to get in
  writeFileSync(path.join(folder, 'owner'), String(process.pid));
  try {
    const server = await startEmbeddedPostgres({
      dataDir: path.join(folder, 'postgres'),
      settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: CONNECTIONS },
    });
    return {
      url: server.url,
      stop: async () => {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(
      'The tests need PostgreSQL 15 or newer. Set TEST_DATABASE_URL to a server they may create databases on, ' +
        `or start Docker, or install the optional dependencies (npm ci): ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

/** A run that was killed leaves its server behind, by design of the launcher: stops and removes those of dead runs. */
async function sweep(): Promise<void> {
  for (const name of listOf(RUNS)) {
    const folder = path.join(RUNS, name);
    if (isRunning(ownerOf(folder))) continue;
    const dataDir = path.join(folder, 'postgres');
    if (listOf(dataDir).includes('postmaster.pid')) await (await startEmbeddedPostgres({ dataDir })).stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function listOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // not there yet, or swept by another run at the same time
  }
}

function ownerOf(folder: string): number {
  try {
    return Number(readFileSync(path.join(folder, 'owner'), 'utf8'));
  } catch {
    return process.pid; // being made this moment: hands off
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
