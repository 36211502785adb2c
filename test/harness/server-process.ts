import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './run-folder.js';

export interface ServerProcessSettings {
  readonly name: string;
  /** Has the log and the process id; its path must be among the arguments, for that is how a leftover is recognised. */
  readonly folder: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly environment?: NodeJS.ProcessEnv;
  /** Rejects, or answers false, as long as the server does not serve. */
  readonly isReady: () => Promise<boolean>;
  readonly readyTimeoutMs: number;
}

const POLL_MS = 20;
const STOP_TIMEOUT_MS = 15_000;
const PID_FILE = 'pid';

/** A server as a child of this process, that a test may kill, stall and start again on the same port and data. */
export class ServerProcess {
  private child: ChildProcess | undefined;

  constructor(private readonly settings: ServerProcessSettings) {}

  /** @throws Error when it does not run. */
  get pid(): number {
    if (this.child?.pid === undefined || !this.isRunning) throw new Error(`${this.settings.name} is not running`);
    return this.child.pid;
  }

  get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Starts it and waits until it serves. @throws Error with the end of its log when it does not. */
  async start(): Promise<void> {
    if (!this.isRunning) this.launch();
    const end = Date.now() + this.settings.readyTimeoutMs;
    while (!(await this.answers())) {
      if (!this.isRunning) throw new Error(`${this.settings.name} did not start:\n${this.tail()}`);
      if (Date.now() > end) {
        await this.kill('SIGKILL');
        throw new Error(
          `${this.settings.name} does not serve after ${this.settings.readyTimeoutMs} ms:\n${this.tail()}`,
        );
      }
      await sleep(POLL_MS);
    }
  }

  /** Sends a signal; one that ends processes is waited for. `SIGSTOP` stalls it, `SIGCONT` lets it go on. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child === undefined || !this.isRunning) return;
    if (signal === 'SIGSTOP' || signal === 'SIGCONT') {
      child.kill(signal);
      return;
    }
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.ref();
    child.kill(signal);
    await gone;
  }

  /** Ends it politely, and by force when it does not listen. */
  async stop(): Promise<void> {
    this.child?.kill('SIGCONT');
    const timer = setTimeout(() => void this.child?.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await this.kill('SIGTERM');
    clearTimeout(timer);
    rmSync(path.join(this.settings.folder, PID_FILE), { force: true });
  }

  /** As after a power cut: ends it without warning, if it still runs, and starts it on what it left. */
  async restart(): Promise<void> {
    await this.kill('SIGKILL');
    await this.start();
  }

  private launch(): void {
    const { command, environment, folder } = this.settings;
    const [program, ...args] = command;
    const log = openSync(this.logFile(), 'a');
    this.child = spawn(program, args, { stdio: ['ignore', log, log], env: environment ?? process.env });
    closeSync(log);
    this.child.once('error', () => undefined); // a program that is not there shows as a process that does not run
    this.child.unref(); // a run that fails must be able to end
    if (this.child.pid !== undefined) writeFileSync(path.join(folder, PID_FILE), String(this.child.pid));
  }

  private async answers(): Promise<boolean> {
    try {
      return await this.settings.isReady();
    } catch {
      return false; // not listening yet: asked again until the time is over
    }
  }

  private logFile(): string {
    return path.join(this.settings.folder, 'log.txt');
  }

  private tail(): string {
    return readFileSync(this.logFile(), 'utf8').split('\n').slice(-20).join('\n');
  }
}

/** Kills the server that a run left in its folder. An id that meanwhile belongs to another program is let alone. */
export async function killLeftover(folder: string): Promise<void> {
  const pid = Number(contentOf(path.join(folder, PID_FILE)) ?? Number.NaN);
  const isOurs = Number.isInteger(pid) && contentOf(`/proc/${pid}/cmdline`)?.includes(folder) === true;
  if (!isOurs) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // another run was faster
  }
  while (isRunning(pid)) await sleep(POLL_MS);
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // no such file: nothing was started, or this system has no /proc and the leftover stays
  }
}
