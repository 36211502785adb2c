import { createHash } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform, type Readable, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../../../../kernel/refusal.js';
import type { RequestRefusal } from '../../../../platform/http/edge-problems.js';

/** A body that was received whole. It has no name on the disk any more, so that not even a crash leaves it behind. */
export class SpooledFile {
  constructor(
    private readonly handle: FileHandle,
    /** Of all its bytes: what tells a repeated upload from another one. */
    readonly sha256: string,
  ) {}

  /** The first bytes. */
  async peek(length: number): Promise<Buffer> {
    const { buffer, bytesRead } = await this.handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  }

  /** The bytes from a position on. */
  read(start: number): Readable {
    return this.handle.createReadStream({ start, autoClose: false });
  }

  /** Gives the disk space back. */
  close(): Promise<void> {
    return this.handle.close();
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
  try {
    await unlink(file);
    const meter = new Meter(limitBytes);
    await pipeline(body, meter, handle.createWriteStream({ autoClose: false }));
    return new SpooledFile(handle, meter.sha256());
  } catch (error) {
    await handle.close();
    throw isCutOff(error) ? new Refusal<RequestRefusal>('body_incomplete') : error;
  }
}

class Meter extends Transform {
  private readonly hash = createHash('sha256');
  private length = 0;

  constructor(private readonly limitBytes: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.length += chunk.length;
    if (this.length > this.limitBytes) {
      done(new Refusal<RequestRefusal>('body_too_large', { limitBytes: this.limitBytes }));
      return;
    }
    this.hash.update(chunk);
    done(null, chunk);
  }

  sha256(): string {
    return this.hash.digest('base64url');
  }
}

function isCutOff(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'HPE_INVALID_EOF_STATE';
}
