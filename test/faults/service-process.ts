import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

export interface ServiceSettings {
  readonly port: number;
  /** Where standard output and error go; handed over as a file, so that what was written survives a kill. */
  readonly logFile: string;
  readonly environment: Readonly<Record<string, string>>;
  /** `worker` dispatches events and answers nothing but its metrics, on `port`; `hub` serves a shop. */
  readonly role?: 'api' | 'worker' | 'hub';
  /** A module that Node loads before the program. */
  readonly preload?: string;
}

const READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 25_000;
const POLL_MS = 15;
const ROOT = process.cwd();

/** The service as a process of its own, to be killed and started again. */
export class ServiceProcess {
  private child: ChildProcess | undefined;
  starts = 0;

  constructor(private readonly settings: ServiceSettings) {}

  get baseUrl(): string {
    return `http://127.0.0.1:${this.settings.port}`;
  }

  get pid(): number {
    if (this.child?.pid === undefined) throw new Error('the service is not running');
    return this.child.pid;
  }

  get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Starts the process and waits until it is ready. @throws Error when it ends first, or takes too long. */
  async start(): Promise<void> {
    const log = openSync(this.settings.logFile, 'a');
    const [program, ...args] = commandOf(this.settings);
    this.starts += 1;
    this.child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', log, log], env: this.environment() });
    closeSync(log);
    const end = Date.now() + READY_TIMEOUT_MS;
    while (!(await this.isReady())) {
      if (!this.isRunning) throw new Error(`the service did not start:\n${this.tail()}`);
      if (Date.now() > end) throw new Error(`the service is not ready after ${READY_TIMEOUT_MS} ms:\n${this.tail()}`);
      await sleep(POLL_MS);
    }
  }

  /** Ends it as a power cut would, and waits until it is gone. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends it politely. */
  async stop(): Promise<void> {
    if (!this.isRunning) return;
    const timer = setTimeout(() => this.child?.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await this.end('SIGTERM');
    clearTimeout(timer);
  }

  /** Resident memory in MiB; NaN where the system does not tell. */
  rssMib(): number {
    const status = `/proc/${this.pid}/status`;
    const line = existsSync(status) ? /VmRSS:\s+(\d+) kB/.exec(readFileSync(status, 'utf8')) : null;
    return Math.round(Number(line?.[1] ?? Number.NaN) / 1024);
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child === undefined || !this.isRunning) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    await gone;
  }

  private async isReady(): Promise<boolean> {
    try {
      const response = await fetch(`${this.baseUrl}/readyz`, { signal: AbortSignal.timeout(2_000) });
      await response.arrayBuffer();
      return response.ok || this.settings.role === 'worker'; // which has no readiness to tell: that it listens is enough
    } catch {
      return false; // not listening yet: asked again until the time is over
    }
  }

  private environment(): NodeJS.ProcessEnv {
    const { port, environment } = this.settings;
    const inherited = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
    const listening = this.settings.role === 'worker' ? { METRICS_PORT: String(port) } : { PORT: String(port) };
    return { ...inherited, HOST: '127.0.0.1', ...listening, SHUTDOWN_DELAY_MS: '0', ...environment };
  }

  private tail(): string {
    return readFileSync(this.settings.logFile, 'utf8').split('\n').slice(-20).join('\n');
  }
}

/** The compiled service if it is newer than its sources, for it starts three times as fast; the sources otherwise. */
function commandOf({ role = 'api', preload }: ServiceSettings): [string, ...string[]] {
  const built = path.join(ROOT, 'dist/main.js');
  const fresh = existsSync(built) && statSync(built).mtimeMs >= newestSourceMs();
  const before = preload === undefined ? [] : ['--import', pathToFileURL(preload).href];
  return fresh || process.env['FAULTS_DIST'] === '1'
    ? [process.execPath, ...before, '--enable-source-maps', built, role]
    : [process.execPath, ...before, '--import', 'tsx', path.join(ROOT, 'src/main.ts'), role];
}

function newestSourceMs(): number {
  const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, withFileTypes: true });
  const files = sources.filter((entry) => entry.isFile() && !/\.(test|examples)\.ts$/.test(entry.name));
  return Math.max(...files.map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs));
}
