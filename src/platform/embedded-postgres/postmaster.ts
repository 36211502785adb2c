import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a running server writes about itself into its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const POLL_MS = 20;
const ANSWER_TIMEOUT_MS = 1_000;

/** The server that left its pid file in the folder, dead or alive. */
export function readPostmaster(dataDir: string): Postmaster | undefined {
  const lines = readIfThere(path.join(dataDir, 'postmaster.pid'))?.split('\n');
  const pid = Number(lines?.[0]);
  const port = Number(lines?.[3]);
  return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) ? { pid, port } : undefined;
}

/** Whether that pid is a PostgreSQL today: after a crash the number may belong to a stranger, or to a zombie nobody reaps. */
export function isAlive({ pid }: Postmaster): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  if (process.platform !== 'linux') return true;
  return readIfThere(`/proc/${pid}/cmdline`)?.includes('postgres') ?? false;
}

/** Whether a PostgreSQL on this port is ready for sessions; the reply to a start-up packet tells, without logging in. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: ANSWER_TIMEOUT_MS });
    const finish = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => socket.write(startupPacket('postgres', 'postgres')));
    socket.once('data', (reply) => finish(reply[0] === AUTHENTICATION));
    socket.once('timeout', () => finish(false));
    socket.once('error', () => finish(false));
    socket.once('close', () => finish(false));
  });
}

/** Polls until the question is answered with yes; false when the time is over. */
export async function becomes(question: () => boolean | Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    if (await question()) return true;
    if (Date.now() >= end) return false;
    await sleep(POLL_MS);
  }
}

const AUTHENTICATION = 'R'.charCodeAt(0);
const PROTOCOL_3 = 196_608;

/** The first message of the PostgreSQL protocol; a server that is still starting answers it with an error instead of 'R'. */
function startupPacket(user: string, database: string): Buffer {
  const body = Buffer.from(`user\0${user}\0database\0${database}\0\0`, 'utf8');
  const head = Buffer.alloc(8);
  head.writeInt32BE(head.length + body.length, 0);
  head.writeInt32BE(PROTOCOL_3, 4);
  return Buffer.concat([head, body]);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // gone between two looks, or never there: both mean "no such process"
  }
}
