import type { ServerResponse } from 'node:http';
import { retryBlock } from './wire.js';

/** Why a stream is over: the client left; it read too slowly; the service stops; the caller may no longer; our own fault. */
export type StreamEnd = 'client' | 'slow' | 'stopping' | 'refused' | 'expired' | 'unverified' | 'rewound' | 'failed';

export interface ConnectionLimits {
  /** With more bytes than that waiting for the reader nothing is added. */
  readonly bufferBytes: number;
  /** How long what waits may wait; then the connection is cut (GUARANTEES G15). */
  readonly patienceMs: number;
}

const RETRY_MS = 2_000;
const RETRY_AFTER_STOP_MS = 4_000;
const FAREWELL_MS = 1_000;
const KEEP_ALIVE_MS = 30_000;

/** An answer that goes on: writes blocks as long as the reader keeps up, and never keeps more for it than it may. */
export class SseConnection {
  private reason: StreamEnd | undefined;
  private readonly over = new AbortController();

  constructor(
    private readonly response: ServerResponse,
    private readonly limits: ConnectionLimits,
    ended: (reason: StreamEnd) => void,
  ) {
    response.on('error', () => response.destroy()); // a write that met the end of the connection; 'close' says the rest
    response.once('close', () => {
      this.over.abort();
      ended(this.reason ?? 'client');
    });
  }

  get isOpen(): boolean {
    return this.reason === undefined && !this.over.signal.aborted;
  }

  /** Aborted when the connection is closed. */
  get closed(): AbortSignal {
    return this.over.signal;
  }

  /** Sends the head and how to come back. The connection ends with the stream: nobody could tell what else would come on it. */
  begin(): void {
    this.response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
      Connection: 'close',
    });
    this.response.socket?.setKeepAlive(true, KEEP_ALIVE_MS);
    this.send(retryBlock(RETRY_MS));
  }

  /** Writes at once. @returns false, having written nothing, when the reader has too much to read already. */
  send(chunk: Uint8Array | string): boolean {
    if (!this.isOpen) return true; // nobody is there to miss it
    if (this.response.writableLength > this.limits.bufferBytes) return false;
    this.response.write(chunk);
    return true;
  }

  /** Writes and waits until the reader has taken it, so that what is read from the database fits the reader's pace. */
  async sendAndWait(chunk: Uint8Array): Promise<void> {
    if (this.isOpen && !this.response.write(chunk)) await this.taken();
  }

  /** Waits until the reader has taken all that was written. One that does not is cut; it can resume. */
  async taken(): Promise<void> {
    if (!this.isOpen || !this.response.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        this.response.off('drain', go);
        this.over.signal.removeEventListener('abort', go);
        resolve();
      };
      let timer = setTimeout(() => {
        timer = setTimeout(() => this.cut('slow')); // what the reader took while this process was busy is heard of first
      }, this.limits.patienceMs);
      this.response.once('drain', go);
      this.over.signal.addEventListener('abort', go, { once: true });
    });
  }

  /** Ends well: what was written still goes out. */
  end(reason: StreamEnd): void {
    if (!this.isOpen) return;
    // All come back at once otherwise, to the instances that are left.
    if (reason === 'stopping') this.send(retryBlock(RETRY_MS / 2 + Math.floor(Math.random() * RETRY_AFTER_STOP_MS)));
    this.reason ??= reason;
    this.response.end();
    const timer = setTimeout(() => this.response.destroy(), FAREWELL_MS);
    this.response.once('close', () => clearTimeout(timer));
  }

  /** Ends at once. */
  cut(reason: StreamEnd): void {
    this.reason ??= reason;
    this.response.destroy();
  }
}
