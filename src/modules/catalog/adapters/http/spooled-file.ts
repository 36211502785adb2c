import { createHash, type Hash } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { Refusal } from '../../../../kernel/refusal.js';
import type { RequestRefusal } from '../../../../platform/http/edge-problems.js';

const CHUNK_BYTES = 65_536;

/** A body that was received whole. It has no name on the disk any more, so that not even a crash leaves it behind. */
export class SpooledFile {
  constructor(
    private readonly handle: FileHandle,
    /** Of all its bytes: what tells a repeated upload from another one. */
    readonly sha256: string,
  ) {}

  /** The first bytes. */
  peek(length: number): Promise<Buffer> {
    return this.chunk(0, length);
  }

  /** The bytes from a position on. The stream does not close the file. */
  read(start: number): Readable {
    return Readable.from(this.chunks(start), { objectMode: false });
  }

  /** Gives the disk space back. */
  close(): Promise<void> {
    return this.handle.close();
  }

  private async *chunks(start: number): AsyncGenerator<Buffer> {
    for (let position = start; ;) {
      const chunk = await this.chunk(position, CHUNK_BYTES);
      if (chunk.length === 0) return;
      position += chunk.length;
      yield chunk;
    }
  }

  private async chunk(position: number, length: number): Promise<Buffer> {
    const { buffer, bytesRead } = await this.handle.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  }
}

/**
 * Receives a body of any length up to the limit, holding no more than a chunk of it in memory.
 * @param name makes the file's name unique while it has one.
 * @throws Refusal `body_too_large`, `body_incomplete`.
 */
export async function receive(body: Readable, name: string, limitBytes: number): Promise<SpooledFile> {
  const file = path.join(tmpdir(), `pos-import-${name}`);
  const handle = await open(file, 'wx+', 0o600);
  const hash = createHash('sha256');
  try {
    await unlink(file);
    await copy(body, handle, hash, limitBytes);
    return new SpooledFile(handle, hash.digest('base64url'));
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function copy(body: Readable, handle: FileHandle, hash: Hash, limitBytes: number): Promise<void> {
  let length = 0;
  // A request that is destroyed takes its connection along, and with it the answer that the body is too large.
  for await (const chunk of uncut(body.iterator({ destroyOnReturn: false }))) {
    length += chunk.length;
    if (length > limitBytes) throw new Refusal<RequestRefusal>('body_too_large', { limitBytes });
    hash.update(chunk);
    await handle.appendFile(chunk);
  }
}

/** The chunks of a body, whose end before its time is a refusal. */
async function* uncut(chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    for (;;) {
      const next = await chunks.next().catch(() => {
        throw new Refusal<RequestRefusal>('body_incomplete');
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await chunks.return?.();
  }
}
