import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { UsageReport } from './subscriptions-messages.js';

/** The subscription service, as its contract describes it, over real HTTP. */
export class SubscriptionsDouble {
  /** What it says of a business, by slug. */
  readonly subscriptions = new Map<string, object>();
  /** Reports by business, day and then key. */
  readonly reports: { readonly tenant: string; readonly key: string | undefined; readonly report: UsageReport }[] = [];
  readonly calls: { readonly path: string; readonly authorization: string | undefined }[] = [];
  /** True: nothing is answered. */
  dead = false;
  /** Reports are done, and the line is cut before the answer: so many times. */
  cuts = 0;
  /** An answer that is none, for the next calls. */
  readonly nonsense: { readonly status: number; readonly body: string }[] = [];
  /** A no with a word, for all calls until it is undefined again. */
  refusing: { readonly status: number; readonly code: string } | undefined;
  /** Answers come when the test says so: each waits until `let` is called. */
  slow = false;
  private readonly waiting: (() => void)[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  /** Starts it on a port of its own. */
  static async start(): Promise<SubscriptionsDouble> {
    const double = new SubscriptionsDouble();
    await new Promise<void>((resolve) => double.server.listen(0, '127.0.0.1', resolve));
    return double;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Gives the answers that were slow. */
  let(): void {
    for (const go of this.waiting.splice(0)) go();
  }

  async stop(): Promise<void> {
    this.let();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [, , tenant = ''] = (request.url ?? '').split('/');
    this.calls.push({ path: request.url ?? '', authorization: request.headers.authorization });
    if (this.dead) return void request.socket.destroy();
    if (this.slow) await new Promise<void>((resolve) => void this.waiting.push(resolve));
    const odd = this.nonsense.shift();
    if (odd !== undefined) return void response.writeHead(odd.status).end(odd.body);
    const subscription = this.subscriptions.get(tenant);
    const { status: no, code } = this.refusing ?? { status: 404, code: 'subscription_not_found' };
    if (this.refusing !== undefined || subscription === undefined) {
      answer(response, no, { code });
      return;
    }
    if (request.method === 'GET') {
      answer(response, 200, subscription);
      return;
    }
    const key = request.headers['idempotency-key'] as string | undefined;
    const known = this.reports.some((one) => one.tenant === tenant && one.key === key);
    const report = JSON.parse(Buffer.concat(chunks).toString('utf8')) as UsageReport;
    if (!known) this.reports.push({ tenant, key, report });
    if (this.cuts > 0) {
      this.cuts -= 1;
      return void request.socket.destroy();
    }
    answer(response, 202, {});
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
