import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';

/** One block of a stream that has an event. */
export interface StreamedEvent {
  readonly id: number;
  readonly type: string;
  /** The envelope; untyped, what came is what the test is about to find out. */
  readonly data: ReturnType<typeof JSON.parse>;
  readonly receivedMs: number;
}

export interface StreamOptions {
  readonly token: string;
  readonly lastEventId?: string | number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A client of streams as plain as one can be: it takes the text apart by the letter of the standard and keeps everything. */
export class StreamClient {
  readonly events: StreamedEvent[] = [];
  /** Lines that begin with a colon. */
  readonly comments: string[] = [];
  /** The id that a browser would send on reconnecting. */
  lastEventId: number | undefined;
  retryMs: number | undefined;
  isOver = false;
  private rest = '';
  private readonly waiting = new Set<() => void>();

  private constructor(
    private readonly sent: ClientRequest,
    readonly response: IncomingMessage,
  ) {
    response.setEncoding('utf8');
    response.on('data', (text: string) => this.take(text));
    response.on('error', () => this.end());
    response.on('close', () => this.end());
  }

  /**
   * Connects. An answer that is no stream is read whole: see `problem`. Where the database does not answer in time, as on a machine
   * that stands still, it comes again, as the answer says.
   */
  static async open(url: string, options: StreamOptions): Promise<StreamClient> {
    for (;;) {
      const client = await StreamClient.connect(url, options);
      if (client.status !== 503 || (await client.problem()).code !== 'database_unavailable') return client;
    }
  }

  private static connect(url: string, { token, lastEventId, headers }: StreamOptions): Promise<StreamClient> {
    return new Promise((resolve, reject) => {
      const resume = lastEventId === undefined ? {} : { 'Last-Event-ID': String(lastEventId) };
      const all = { Authorization: `Bearer ${token}`, Accept: 'text/event-stream', ...resume, ...headers };
      const sent = httpRequest(url, { headers: all, agent: false });
      sent.once('error', reject);
      sent.once('response', (response) => resolve(new StreamClient(sent, response)));
      sent.end();
    });
  }

  get status(): number {
    return this.response.statusCode ?? 0;
  }

  /** The body of an answer that was no stream. */
  async problem(): Promise<ReturnType<typeof JSON.parse>> {
    await this.until(() => this.isOver);
    return JSON.parse(this.rest);
  }

  /** Waits until it is so. Never rejects: the test's own time limit does. */
  async until(isSo: (client: this) => boolean): Promise<this> {
    while (!isSo(this)) await new Promise<void>((resolve) => this.waiting.add(resolve));
    return this;
  }

  /** Goes away without a word. */
  cut(): void {
    this.sent.destroy();
  }

  /** Stops reading, so that the server's writes pile up. */
  stall(): void {
    this.response.pause();
  }

  private end(): void {
    this.isOver = true;
    this.tell();
  }

  private tell(): void {
    for (const go of this.waiting) go();
    this.waiting.clear();
  }

  private take(text: string): void {
    this.rest += text;
    if (!(this.response.headers['content-type'] ?? '').startsWith('text/event-stream')) return;
    const blocks = this.rest.split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) this.dispatch(block);
    this.tell();
  }

  private dispatch(block: string): void {
    const fields = new Map<string, string>();
    for (const line of block.split('\n')) {
      if (line.startsWith(':')) this.comments.push(line);
      const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
      if (name !== undefined) fields.set(name, value ?? '');
    }
    const [id, type, data, retry] = ['id', 'event', 'data', 'retry'].map((name) => fields.get(name));
    if (retry !== undefined) this.retryMs = Number(retry);
    if (id !== undefined) this.lastEventId = Number(id);
    if (data === undefined) return;
    this.events.push({ id: Number(id), type: type ?? 'message', data: JSON.parse(data), receivedMs: Date.now() });
  }
}
