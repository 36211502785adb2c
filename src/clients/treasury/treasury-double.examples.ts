import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Money } from '../../kernel/money.js';
import { TreasuryLedger, type DoubleAnswer } from './treasury-ledger.examples.js';
import { TreasuryCallbacks } from './treasury-callbacks.examples.js';
import type { TreasuryPaymentStatus } from './treasury-messages.js';

/**
 * What goes wrong with the next call that changes something. `before`: it is not heard; `after`: it is done and the line is
 * cut; `late`: it is done, and the answer comes when nobody waits; `error`: 500 and nothing is done; `error_after`: done, then
 * 500; `elsewhere`: somebody else's 404; `busy`: 429; `early`: the callback of it comes before the answer.
 */
export type Trouble = 'before' | 'after' | 'late' | 'error' | 'error_after' | 'elsewhere' | 'busy' | 'early' | 'none';

/** A call that came in. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
  readonly authorization: string | undefined;
  readonly body: object;
}

/** The treasury, as its contract describes it, over real HTTP, with a ledger of its own. */
export class TreasuryDouble {
  readonly ledger = new TreasuryLedger();
  readonly callbacks = new TreasuryCallbacks();
  readonly heard: Heard[] = [];
  /** Taken in turn by the calls that change something; when there are none left, all is well. */
  readonly troubles: Trouble[] = [];
  /** True: no call is answered, and none is heard. */
  dead = false;
  /** True: every call is done and none is answered in time. */
  slow = false;
  /** How long a late answer takes. */
  lateMs = 2_000;
  private server: Server;
  private port = 0;

  private constructor() {
    this.server = this.made();
  }

  /** Starts it on a port of its own. */
  static async start(): Promise<TreasuryDouble> {
    const double = new TreasuryDouble();
    await double.listen();
    return double;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Nobody listens any more: connections are refused. */
  async goAway(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Listens again, where it did. */
  async comeBack(): Promise<void> {
    this.server = this.made();
    await this.listen();
  }

  async stop(): Promise<void> {
    if (this.server.listening) await this.goAway();
  }

  /** Moves a payment on, as its customer or a bank would. @param captured what came in, where it is not what was asked. */
  progress(tenant: string, reference: string, status: TreasuryPaymentStatus, captured?: Money): void {
    this.ledger.progress(tenant, reference, status, captured);
  }

  private made(): Server {
    return createServer((request, response) => void this.serve(request, response));
  }

  private async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request);
    const body = text === '' ? {} : (JSON.parse(text) as object);
    const { method = '', url: path = '', headers } = request;
    const key = headers['idempotency-key'] as string | undefined;
    this.heard.push({ method, path, key, authorization: headers.authorization, body });
    const trouble = method === 'POST' ? (this.troubles.shift() ?? 'none') : 'none';
    if (this.dead || trouble === 'before') return void request.socket.destroy();
    const instead = INSTEAD[trouble];
    if (instead !== undefined) return void response.writeHead(instead.status).end(JSON.stringify(instead.body));
    const answer = this.ledger.answerTo(method, path, key, body);
    if (trouble === 'after') return void request.socket.destroy();
    if (trouble === 'error_after') return void response.writeHead(500).end('{}');
    if (trouble === 'early') await this.tellOf(answer, path);
    if (trouble === 'late' || this.slow) await new Promise((resolve) => setTimeout(resolve, this.lateMs).unref());
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  }

  private async tellOf({ body }: DoubleAnswer, path: string): Promise<void> {
    const [, , tenant = ''] = path.split('/');
    const { status } = body as { status: string };
    await this.callbacks.tell(tenant, `treasury.payment_${status === 'pending' ? 'initiated' : status}`, body);
  }
}

const INSTEAD: Partial<Record<Trouble, DoubleAnswer>> = {
  error: { status: 500, body: {} },
  elsewhere: { status: 404, body: { message: 'no such route' } },
  busy: { status: 429, body: {} },
};

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
