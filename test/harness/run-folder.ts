import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const OWNER = 'owner';

/** Folders of servers of one kind; each names the process that owns it, so that the next run can clear up after one that was killed. */
export class RunFolders {
  private readonly root: string;

  constructor(kind: string) {
    this.root = path.join(tmpdir(), `pos-test-${kind}-${process.getuid?.() ?? 'windows'}`);
  }

  /** Makes a folder that belongs to this process. */
  make(): string {
    mkdirSync(this.root, { recursive: true });
    const folder = mkdtempSync(path.join(this.root, 'run-'));
    chmodSync(folder, 0o711); // a server may run as another user than root, and has to get in
    writeFileSync(path.join(folder, OWNER), String(process.pid));
    return folder;
  }

  remove(folder: string): void {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Removes the folders of processes that are gone, after `stop` has ended the server that may still run there. */
  async sweep(stop: (folder: string) => Promise<void>): Promise<void> {
    for (const name of listOf(this.root)) {
      const folder = path.join(this.root, name);
      if (isRunning(ownerOf(folder))) continue;
      await stop(folder);
      this.remove(folder);
    }
  }
}

/** Names in a folder; none when there is no such folder. */
export function listOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // not there yet, or swept by another run at the same time
  }
}

function ownerOf(folder: string): number {
  try {
    return Number(readFileSync(path.join(folder, OWNER), 'utf8'));
  } catch {
    return process.pid; // being made this moment: hands off
  }
}

/** Whether there is a process of this id. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // somebody else's process is a running one too
  }
}
