import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DirectMessage, NotificationRequest } from './notifications-messages.js';

/** What goes wrong with the next call. `before`: it is not heard; `after`: it is done and the line is cut; `error`: 500. */
export type Trouble = 'before' | 'after' | 'error' | 'elsewhere' | 'refused';

/** The notifications service, as its contract describes it, over real HTTP. */
export class NotificationsDouble {
  /** What was sent, by reference: once each. */
  readonly sent = new Map<string, NotificationRequest & { readonly tenant: string }>();
  /** The same of messages to one address. */
  readonly messages = new Map<string, DirectMessage & { readonly tenant: string }>();
  readonly heard: { readonly key: string | undefined; readonly authorization: string | undefined }[] = [];
  readonly troubles: Trouble[] = [];
  /** True: nothing is answered. */
  dead = false;
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  /** Starts it on a port of its own. */
  static async start(): Promise<NotificationsDouble> {
    const double = new NotificationsDouble();
    await new Promise<void>((resolve) => double.server.listen(0, '127.0.0.1', resolve));
    return double;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { headers, url = '' } = request;
    this.heard.push({ key: headers['idempotency-key'] as string | undefined, authorization: headers.authorization });
    const trouble = this.troubles.shift();
    const answer = (status: number, body: object): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (this.dead || trouble === 'before') return void request.socket.destroy();
    if (trouble === 'error') {
      answer(500, {});
      return;
    }
    if (trouble === 'elsewhere') {
      answer(404, { message: 'no such route' });
      return;
    }
    if (trouble === 'refused') {
      answer(422, { code: 'template_unknown' });
      return;
    }
    const wish = JSON.parse(Buffer.concat(chunks).toString('utf8')) as NotificationRequest & DirectMessage;
    const [, , tenant = '', kind] = url.split('/').map(decodeURIComponent);
    const taken: Map<string, object> = kind === 'messages' ? this.messages : this.sent;
    if (!taken.has(wish.reference)) taken.set(wish.reference, { ...wish, tenant });
    if (trouble === 'after') return void request.socket.destroy();
    answer(202, { id: `n-${wish.reference}` });
  }
}
