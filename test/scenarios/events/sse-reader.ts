import { request, type IncomingMessage } from 'node:http';

/** One block of an event stream. */
export interface StreamEvent {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: string | undefined;
}

/** A plain reader of an event stream, as any client would write it. */
export class SseReader {
  readonly events: StreamEvent[] = [];
  /** The last position seen, with which the stream can be resumed. */
  lastId = '';
  private response: IncomingMessage | undefined;
  private text = '';

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Opens the stream. @returns the status of the answer. */
  open(lastEventId?: string): Promise<number> {
    const headers = {
      authorization: `Bearer ${this.token}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    };
    return new Promise((resolve, reject) => {
      const asked = request(this.url, { headers }, (response) => {
        this.response = response;
        response.setEncoding('utf8').on('data', (chunk: string) => this.take(chunk));
        response.on('error', () => undefined); // the test cuts it
        resolve(response.statusCode ?? 0);
      });
      asked.on('error', reject).end();
    });
  }

  close(): void {
    this.response?.destroy();
  }

  private take(chunk: string): void {
    const blocks = (this.text + chunk).split('\n\n');
    this.text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block
          .split('\n')
          .filter((line) => !line.startsWith(':'))
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).replace(/^ /, '')]),
      );
      const [id, event, data] = [fields.get('id'), fields.get('event'), fields.get('data')];
      if (id !== undefined) this.lastId = id;
      if (data !== undefined) this.events.push({ id, event, data });
    }
  }
}
