import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { QueueFull, type ChainHead, type EntryFate, type Shelf, type StoredEntry } from './queue-store.js';

/** A line of the file: the end of a chain whose beginning was dropped, an entry, or what became of one. */
export type JournalLine =
  | { readonly chain: ChainHead }
  | { readonly entry: StoredEntry }
  | {
      readonly change: EntryFate & { readonly sequence: number; readonly shelf: Shelf; readonly doneAt: number | null };
    };

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Lines of JSON, appended. What could not be written whole is cut off again. */
export class Journal {
  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private length: number,
    private isBroken = false,
  ) {}

  /** Opens or makes the file. A last line without its end is cut off. @throws SyntaxError for any other damaged line. */
  static async open(path: string): Promise<{ readonly journal: Journal; readonly lines: readonly JournalLine[] }> {
    const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    try {
      const bytes = await file.readFile();
      const length = bytes.lastIndexOf(0x0a) + 1;
      if (length < bytes.length) await file.truncate(length);
      const text = bytes.subarray(0, length).toString('utf8');
      const lines = text
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as JournalLine);
      const journal = new Journal(path, file, length);
      await file.datasync();
      await journal.syncFolder();
      return { journal, lines };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /**
   * Appends lines. @param isDurable waits until they are on the disk.
   * @throws QueueFull, and what else the disk says: then none of them is kept.
   */
  async write(lines: readonly JournalLine[], isDurable: boolean): Promise<void> {
    if (this.isBroken) await this.cutOff();
    const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    try {
      await writeAll(this.file, bytes, this.length);
      if (isDurable) await this.file.datasync();
    } catch (error) {
      this.isBroken = true;
      await this.cutOff();
      throw NO_ROOM.has((error as NodeJS.ErrnoException).code ?? '') ? new QueueFull(error) : error;
    }
    this.length += bytes.length;
  }

  /** Makes a file that is new, or newly named, survive a crash. */
  async syncFolder(): Promise<void> {
    const folder = await open(dirname(this.path), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }

  /** Ends with all that was written on the disk. */
  async close(): Promise<void> {
    try {
      await this.file.datasync();
    } finally {
      await this.file.close();
    }
  }

  private async cutOff(): Promise<void> {
    await this.file.truncate(this.length);
    await this.file.datasync();
    this.isBroken = false;
  }
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at, position + at);
    at += bytesWritten;
  }
}
