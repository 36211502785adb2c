import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { CommandError, EXIT } from './exit-codes.js';

/** A new file that only its owner can read, for what is shown once. */
export interface CodesFile {
  /** How many rows are in it. */
  readonly rows: number;
  /** Adds rows; they are on the disk when this returns. */
  add(rows: readonly (readonly string[])[]): void;
  /** Closes it. One that got no row goes away again. */
  close(): void;
}

const OWNER_ONLY = 0o600;

/** Makes the file. @throws CommandError `conflict` when there is one already: codes in it may be nowhere else. */
export function createCodesFile(name: string, header: readonly string[]): CodesFile {
  const handle = open(name);
  let rows = 0;
  const write = (lines: readonly (readonly string[])[]): void => {
    writeSync(handle, lines.map((cells) => `${cells.join(',')}\n`).join(''));
    fsyncSync(handle);
  };
  write([header]);
  return {
    get rows() {
      return rows;
    },
    add: (lines) => {
      if (lines.length === 0) return;
      write(lines);
      rows += lines.length;
    },
    close: () => {
      closeSync(handle);
      if (rows === 0) rmSync(name, { force: true });
    },
  };
}

function open(name: string): number {
  try {
    return openSync(name, 'wx', OWNER_ONLY);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new CommandError(EXIT.conflict, `There is a file ${name} already.`, 'Name another one; nothing was made.', {
        cause: error,
      });
    throw new CommandError(EXIT.failed, `The file cannot be written: ${message}`, 'Nothing was made.', {
      cause: error,
    });
  }
}
