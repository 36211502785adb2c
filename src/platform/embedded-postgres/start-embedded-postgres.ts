import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ChildProcess } from 'node:child_process';
import type { Binaries } from './binaries.js';
import { binariesFor, damaged, initialise, serverEnvironment } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { freePort, isFree } from './ports.js';
import { accepts, becomes, isAlive, readPostmaster, type Postmaster } from './postmaster.js';
import { launcherFor, type Launcher } from './unprivileged.js';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** Default: a free one. A server that already runs on the folder keeps the port it has. */
  readonly port?: number;
  /** Server settings by name, over ours; they apply only to a server that this call starts. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  /** The superuser's, on the maintenance database: creating databases and roles is the caller's business. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** True when the server was running already: it may be serving somebody else, think before you stop it. */
  readonly reused: boolean;
  readonly stop: () => Promise<void>;
}

const START_TIMEOUT_MS = 60_000; // crash recovery of a large write-ahead log takes a while
const FAST_STOP_TIMEOUT_MS = 15_000;
const IMMEDIATE_STOP_TIMEOUT_MS = 5_000;
const ATTEMPTS = 2; // the second one finds the server of whoever won the race for the folder
const LOG_TAIL_LINES = 5;

/** Starts PostgreSQL on a data folder, creating it on first use, or joins the server that already runs on it. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir);
  for (let attempt = 1; ; attempt += 1) {
    const running = await findRunning(dataDir);
    if (running !== undefined) return handle(dataDir, running, true);
    try {
      return handle(dataDir, await start(dataDir, options), false);
    } catch (error) {
      const lostRace = attempt < ATTEMPTS && readPostmaster(dataDir) !== undefined;
      if (!lostRace) throw error;
    }
  }
}

async function findRunning(dataDir: string): Promise<Postmaster | undefined> {
  const found = readPostmaster(dataDir);
  if (found === undefined) return undefined;
  const settled = await becomes(async () => !isAlive(found) || (await accepts(found.port)), START_TIMEOUT_MS);
  if (!settled) {
    throw new EmbeddedPostgresError(
      'start_failed',
      `PostgreSQL runs on ${dataDir} as process ${found.pid} but does not answer on port ${found.port}: stop that process`,
    );
  }
  if (isAlive(found)) return found;
  rmSync(path.join(dataDir, 'postmaster.pid'), { force: true }); // else PostgreSQL may take a stranger's pid for its own past
  return undefined;
}

async function start(dataDir: string, options: EmbeddedPostgresOptions): Promise<Postmaster> {
  const launcher = launcherFor(dataDir);
  const binaries = binariesFor(dataDir);
  if (options.port !== undefined && !(await isFree(options.port))) {
    throw new EmbeddedPostgresError('port_taken', `port ${options.port} is taken: stop what uses it or choose another`);
  }
  await initialise(dataDir, binaries, launcher);
  launcher.adopt(dataDir);
  const port = options.port ?? (await freePort());
  const child = launch(dataDir, port, binaries, launcher, options.settings ?? {});
  child.once('error', () => undefined); // a program that cannot be started has no pid: that is how `isGone` knows
  const ready = await becomes(async () => isGone(child) || (await accepts(port)), START_TIMEOUT_MS);
  const server = readPostmaster(dataDir);
  if (!ready || isGone(child) || server === undefined || server.port !== port) {
    child.kill('SIGQUIT');
    throw startFailure(dataDir);
  }
  child.unref();
  return server;
}

function isGone({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}

/** Detached, because Ctrl-C must not take the database away before the service has drained; its log is a file to outlive us. */
function launch(
  dataDir: string,
  port: number,
  binaries: Binaries,
  launcher: Launcher,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    max_connections: '100',
    shared_buffers: '128MB',
    jit: 'off', // compiling plans costs short queries more than it gives
    ...(binaries.hasStatementStatistics ? { shared_preload_libraries: 'pg_stat_statements' } : {}),
    ...settings,
  };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile(dataDir), 'w');
  try {
    return launcher.spawn(binaries.postgres, ['-D', dataDir, '-p', String(port), '-k', '', ...args], {
      env: serverEnvironment(),
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

function handle(dataDir: string, { pid, port }: Postmaster, reused: boolean): EmbeddedPostgres {
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  return { url, port, pid, reused, stop: () => stop(dataDir, { pid, port }) };
}

/** Fast shutdown rolls open transactions back; the immediate one after it leaves recovery to the next start. Neither loses a commit. */
async function stop(dataDir: string, server: Postmaster): Promise<void> {
  const stopped = (): boolean => readPostmaster(dataDir)?.pid !== server.pid || !isAlive(server);
  for (const [signal, timeoutMs] of [
    ['SIGINT', FAST_STOP_TIMEOUT_MS],
    ['SIGQUIT', IMMEDIATE_STOP_TIMEOUT_MS],
  ] as const) {
    if (stopped()) return;
    process.kill(server.pid, signal);
    if (await becomes(stopped, timeoutMs)) return;
  }
  throw new EmbeddedPostgresError('stop_failed', `PostgreSQL (process ${server.pid}) does not stop`);
}

function startFailure(dataDir: string): EmbeddedPostgresError {
  const said = readFileSync(logFile(dataDir), 'utf8').trim().split('\n').slice(-LOG_TAIL_LINES).join(' | ');
  return damaged(dataDir, said || 'it stops without a message');
}

function logFile(dataDir: string): string {
  return path.join(dataDir, 'server.log');
}
