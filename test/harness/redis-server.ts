import { createConnection } from 'node:net';
import { inContainer } from './container.js';
import type { RunServer } from './postgres-server.js';
import { findRedisProgram } from './redis-program.js';
import { RunFolders } from './run-folder.js';
import { killLeftover, ServerProcess } from './server-process.js';
import { stablePort } from './stable-port.js';

/** A Redis that a test may kill, stall (`SIGSTOP`, `SIGCONT`) and start again on the same port. It keeps nothing over a restart. */
export interface OwnRedis {
  readonly url: string;
  readonly port: number;
  /** @throws Error when it does not run. */
  readonly pid: number;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Starts it again, after killing it if it still runs. */
  restart(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

const IMAGE = 'redis:7-alpine';
const PORT = 6379;
const READY_TIMEOUT_MS = 20_000;
const PING_TIMEOUT_MS = 1_000;
const runs = new RunFolders('redis');

/** The ladder: a server named in the environment, a container, redis-server on this machine. No rung left is a failure, never a skip. */
export async function findRedis(): Promise<RunServer> {
  const named = process.env['TEST_REDIS_URL'];
  if (named !== undefined && named !== '') return { url: named, stop: () => Promise.resolve() };
  return (await contained()) ?? (await startOwnRedis());
}

/** The Redis of this run of the tests. @throws Error outside of Jest's integration project. */
export function runRedisUrl(): string {
  const url = process.env['POS_TEST_REDIS_URL'];
  if (url === undefined)
    throw new Error('POS_TEST_REDIS_URL is missing: this test has to run in the integration project');
  return url;
}

/** Starts a redis-server of the caller's own, always as a process of this machine. */
export async function startOwnRedis({ port }: { readonly port?: number } = {}): Promise<OwnRedis> {
  const { program, environment } = await findRedisProgram();
  await runs.sweep(killLeftover);
  const folder = runs.make();
  const listening = port ?? (await stablePort());
  const quiet = { save: '', appendonly: 'no', 'set-proc-title': 'no' }; // with a title of its own a leftover would not be known
  const options = { port: listening, bind: '127.0.0.1', dir: folder, ...quiet };
  const server = new ServerProcess({
    name: 'Redis',
    folder,
    command: [program, ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])],
    environment,
    isReady: () => pongs(listening),
    readyTimeoutMs: READY_TIMEOUT_MS,
  });
  await server.start();
  return {
    url: `redis://127.0.0.1:${listening}`,
    port: listening,
    get pid() {
      return server.pid;
    },
    kill: (signal) => server.kill(signal),
    restart: () => server.restart(),
    stop: async () => {
      await server.stop();
      runs.remove(folder);
    },
  };
}

async function contained(): Promise<RunServer | undefined> {
  const { Wait } = await import('testcontainers');
  const container = await inContainer(IMAGE, (image) =>
    image
      .withCommand(['redis-server', '--save', '', '--appendonly', 'no'])
      .withExposedPorts(PORT)
      .withWaitStrategy(Wait.forLogMessage(/Ready to accept connections/)),
  );
  return (
    container && {
      url: `redis://${container.getHost()}:${container.getMappedPort(PORT)}`,
      stop: async () => void (await container.stop()),
    }
  );
}

function pongs(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const answer = (pong: boolean): void => {
      socket.destroy();
      resolve(pong);
    };
    socket.setTimeout(PING_TIMEOUT_MS, () => answer(false));
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (data) => answer(data.toString('latin1').startsWith('+PONG')));
    socket.once('error', () => answer(false));
  });
}
