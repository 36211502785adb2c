import { request } from 'node:http';

// The reading side of bench/streams.ts, as a process of its own: opens streams, times each event, cuts and resumes where told.

/** What the readers are to do. */
export interface ReaderOrder {
  readonly url: string;
  readonly token: string;
  readonly streams: number;
  /** Cut each stream at random after so long on average; 0 never. */
  readonly cutEveryMs: number;
}

/** What the readers have seen when they were told to stop. */
export interface ReaderReport {
  /** Of each stream, the positions in the order in which they came. */
  readonly positions: readonly (readonly number[])[];
  /** From the time in the event to its receipt. */
  readonly latencies: readonly number[];
  readonly cuts: number;
  readonly resets: number;
  readonly refused: number;
}

export type ReaderMessage = { readonly start: ReaderOrder } | { readonly upTo: number };

const LATENCIES_MAX = 2_000_000;

class Reader {
  readonly positions: number[] = [];
  private lastEventId: string | undefined;
  private rest = '';
  private end: () => void = () => undefined;

  constructor(
    private readonly order: ReaderOrder,
    private readonly tally: Tally,
  ) {}

  /** Connects, and connects again whenever the stream is over, until told to stop. */
  connect(ready: () => void): void {
    const resume = this.lastEventId === undefined ? {} : { 'Last-Event-ID': this.lastEventId };
    const headers = { Authorization: `Bearer ${this.order.token}`, ...resume };
    this.rest = '';
    const sent = request(this.order.url, { headers, agent: false }, (response) => {
      if (response.statusCode !== 200) this.tally.refused += 1;
      response.setEncoding('utf8');
      response.on('data', (text: string) => this.take(text, ready));
      response.on('error', () => undefined); // cut by ourselves
      response.on('close', () => this.again(ready));
    });
    sent.on('error', () => this.again(ready));
    this.end = () => sent.destroy();
    sent.end();
    if (this.order.cutEveryMs > 0) {
      setTimeout(
        () => {
          this.tally.cuts += 1;
          this.end();
        },
        this.order.cutEveryMs * 2 * Math.random(),
      );
    }
  }

  private again(ready: () => void): void {
    if (this.tally.isOver) return;
    setTimeout(() => this.connect(ready), Math.random() * 50);
  }

  private take(text: string, ready: () => void): void {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) this.block(block);
    if (this.lastEventId !== undefined) ready();
  }

  private block(block: string): void {
    const id = /^id: (\d+)$/m.exec(block)?.[1];
    if (id !== undefined) this.lastEventId = id;
    const data = block.indexOf('\ndata: ');
    if (data === -1) return;
    if (block.includes('\nevent: reset\n')) this.tally.resets += 1;
    this.positions.push(Number(id));
    const time = /"time":"([^"]+)"/.exec(block.slice(data, data + 600))?.[1];
    if (time !== undefined && this.tally.latencies.length < LATENCIES_MAX)
      this.tally.latencies.push(Date.now() - Date.parse(time));
  }

  get position(): number {
    return Number(this.lastEventId ?? 0);
  }
}

class Tally {
  readonly latencies: number[] = [];
  cuts = 0;
  resets = 0;
  refused = 0;
  isOver = false;
}

const tally = new Tally();
let readers: Reader[] = [];

process.on('message', (message: ReaderMessage) => {
  if ('start' in message) void open(message.start).then(() => process.send?.('open'));
  else void report(message.upTo);
});

async function open(order: ReaderOrder): Promise<void> {
  readers = Array.from({ length: order.streams }, () => new Reader(order, tally));
  for (const reader of readers) await new Promise<void>((resolve) => reader.connect(resolve));
}

/** Heartbeats tell a stream's position even when nothing more comes for it. */
async function report(upTo: number): Promise<void> {
  const until = Date.now() + 30_000;
  while (readers.some(({ position }) => position < upTo) && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 50));
  tally.isOver = true;
  const { latencies, cuts, resets, refused } = tally;
  const seen: ReaderReport = { positions: readers.map(({ positions }) => positions), latencies, cuts, resets, refused };
  process.send?.(seen, () => process.exit(0));
}
