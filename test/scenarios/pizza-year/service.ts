import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../src/platform/embedded-postgres/ports.js';
import type { Connection, DemoFile } from '../../../src/posctl/environment.js';

/** The service that the year is rung up at. */
export interface RunningService {
  readonly connection: Connection;
  /** Megabytes in use now and at most, where the system tells. */
  memory(): { now: number; most: number } | undefined;
  stop(): Promise<void>;
}

const START_POLL_MS = 50;
const START_TIMEOUT_MS = 60_000;

/** The service of POS_URL where that is set, else an own demo on an empty data folder. */
export async function startService(dataDir: string, environment: NodeJS.ProcessEnv): Promise<RunningService> {
  const { POS_URL: baseUrl, POS_TENANT: tenant, POS_API_KEY: apiKey, POS_PID: pid } = environment;
  if (baseUrl !== undefined && tenant !== undefined && apiKey !== undefined) {
    return {
      connection: { baseUrl, tenant, apiKey },
      memory: () => memoryOf(Number(pid)),
      stop: () => Promise.resolve(),
    };
  }
  rmSync(dataDir, { recursive: true, force: true });
  const child = spawn(process.execPath, [path.resolve('dist/main.js'), 'demo'], {
    env: { ...environment, DATA_DIR: dataDir, PORT: String(await freePort()), DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const connection = await ready(child, path.join(dataDir, 'demo.json'));
  return {
    connection,
    memory: () => memoryOf(child.pid),
    stop: async () => {
      child.kill('SIGINT');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function ready(child: ChildProcess, file: string): Promise<Connection> {
  for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end;) {
    await sleep(START_POLL_MS);
    if (child.exitCode !== null) throw new Error(`the service ended with code ${child.exitCode}`);
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DemoFile;
  }
  child.kill('SIGINT');
  throw new Error(`the service was not ready within ${START_TIMEOUT_MS / 1000} s`);
}

function memoryOf(pid: number | undefined): { now: number; most: number } | undefined {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return undefined;
  const status = readFileSync(file, 'utf8');
  const megabytes = (name: string): number =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024);
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}
