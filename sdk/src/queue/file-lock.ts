import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { newId } from '../encoding/new-id.js';
import { QueueUnavailable } from './queue-store.js';

const TRIES = 5;
/** What this process has open itself. */
const held = new Set<string>();

/** A file that says which process works in a place. One that its process left behind when it died counts no longer. */
export class FileLock {
  private constructor(private readonly path: string) {}

  /** @throws QueueUnavailable while a process that lives has it. */
  static async take(path: string): Promise<FileLock> {
    for (let tried = 0; tried < TRIES; tried++) {
      if (held.has(path)) break;
      try {
        await claim(path);
        held.add(path);
        return new FileLock(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        if (isAlive(await ownerOf(path))) break;
        await rm(path, { force: true });
      }
    }
    throw new QueueUnavailable('no_storage', `Another process has ${path.replace(/\.lock$/, '')} open`);
  }

  /** Gives the place back. */
  async release(): Promise<void> {
    if (!held.delete(this.path)) return;
    await rm(this.path, { force: true });
  }
}

/** Whole or not at all: a lock without a number in it would look like one that was left behind. */
async function claim(path: string): Promise<void> {
  const draft = `${path}.${newId()}`;
  await writeFile(draft, String(process.pid), { mode: 0o600 });
  try {
    await link(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

/** The number of the process; 0 where the file says none (any more). */
async function ownerOf(path: string): Promise<number> {
  try {
    return Number(await readFile(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

/** Our own number in a file that we do not hold is a process of before, as in a container that was started again. */
function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
