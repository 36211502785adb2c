import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newSecret, sign, verify } from '../../platform/signatures/standard-webhooks.js';
import type { OutletQuestion, RegisteredOutlet } from './outlet-registry-messages.js';

/** A question that came in. */
export interface HeardQuestion extends OutletQuestion {
  readonly tenant: string;
  readonly authorization: string | undefined;
  readonly key: string | undefined;
  /** Whether its signature is ours. */
  readonly signed: boolean;
}

/**
 * What goes wrong with the next answers. `slow`: it comes when `let` is called; `error`: 503; `cut`: the line is cut after it
 * was heard; the others are lies.
 */
export type RegistryTrouble =
  | 'none'
  | 'slow'
  | 'error'
  | 'cut'
  | 'unsigned'
  | 'bad_signature'
  | 'changed_after_signing'
  | 'other_outlet'
  | 'other_outlet_inside'
  | 'other_tenant'
  | 'replayed'
  | 'old'
  | 'too_large'
  | 'not_json'
  | 'malformed'
  | 'no_right';

export const DOUBLE_SECRET = newSecret(Buffer.alloc(32, 5));
const OTHER_SECRET = newSecret(Buffer.alloc(32, 6));
const ELSEWHERE = '0199aaaa-0000-7000-8000-00000000ffff';
const OLD_SECONDS = 301;

interface Signed {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** The registry, as its contract describes it, over real HTTP. */
export class OutletRegistryDouble {
  readonly heard: HeardQuestion[] = [];
  /** Taken in turn by the questions; when there are none left, `always` holds. */
  readonly troubles: RegistryTrouble[] = [];
  always: RegistryTrouble = 'none';
  private readonly outlets = new Map<string, RegisteredOutlet & Readonly<Record<string, unknown>>>();
  private readonly waiting: (() => void)[] = [];
  private server: Server;
  private port = 0;
  private before: Signed | undefined;

  private constructor() {
    this.server = this.made();
  }

  /** Starts it on a port of its own. */
  static async start(): Promise<OutletRegistryDouble> {
    const double = new OutletRegistryDouble();
    await double.comeBack();
    return double;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The registry has an outlet. Members that the contract does not name may be told, too. */
  register(tenant: string, outlet: RegisteredOutlet & Readonly<Record<string, unknown>>): void {
    this.outlets.set(`${tenant} ${outlet.id}`, outlet);
  }

  /** Questions about an outlet. */
  of(outletId: string): readonly HeardQuestion[] {
    return this.heard.filter((question) => question.outletId === outletId);
  }

  /** Gives the answers that were slow. */
  let(): void {
    for (const go of this.waiting.splice(0)) go();
  }

  /** Nobody listens any more: connections are refused. */
  async goAway(): Promise<void> {
    this.let();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Listens, again at the same place. */
  async comeBack(): Promise<void> {
    this.server = this.made();
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  private made(): Server {
    return createServer((request, response) => void this.serve(request, response));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const rawBody = Buffer.concat(chunks);
    const [, , tenant = ''] = (request.url ?? '').split('/');
    const question = JSON.parse(rawBody.toString('utf8')) as OutletQuestion;
    const { authorization, 'idempotency-key': key } = request.headers;
    const { refusal } = verify({ secrets: [DOUBLE_SECRET], headers: request.headers, rawBody, nowMs: Date.now() });
    const signed = refusal === undefined;
    this.heard.push({ ...question, tenant, authorization, key: key as string | undefined, signed });
    const trouble = this.troubles.shift() ?? this.always;
    if (trouble === 'slow') await new Promise<void>((resolve) => void this.waiting.push(resolve));
    if (trouble === 'cut') return void request.socket.destroy();
    const { status, body, headers } = this.answerTo(tenant, question, trouble);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  }

  private answerTo(tenant: string, question: OutletQuestion, trouble: RegistryTrouble): Signed {
    if (trouble === 'error') return { status: 503, body: '{}', headers: {} };
    if (trouble === 'no_right') return { status: 401, body: '{"code":"unauthenticated"}', headers: {} };
    const honest = this.honest(tenant, question);
    if (trouble === 'replayed' && this.before !== undefined) return this.before;
    if (trouble === 'unsigned') return { ...honest, headers: {} };
    if (trouble === 'bad_signature') return signedBy(OTHER_SECRET, honest.status, honest.body);
    if (trouble === 'changed_after_signing')
      return { ...honest, body: honest.body.replace('"name":"', '"name":"Not ') };
    if (trouble === 'not_json') return signedBy(DOUBLE_SECRET, 200, '<html>welcome</html>');
    if (trouble === 'old') return signedBy(DOUBLE_SECRET, honest.status, honest.body, OLD_SECONDS);
    const told = lieOf(trouble, JSON.parse(honest.body) as Answered);
    if (told !== undefined) return signedBy(DOUBLE_SECRET, honest.status, JSON.stringify(told));
    this.before = honest;
    return honest;
  }

  private honest(tenant: string, { requestId, outletId }: OutletQuestion): Signed {
    const outlet = this.outlets.get(`${tenant} ${outletId}`) ?? null;
    const body = JSON.stringify({ requestId, tenant, outletId, outlet });
    return signedBy(DOUBLE_SECRET, outlet === null ? 404 : 200, body);
  }
}

interface Answered {
  readonly tenant: string;
  readonly outletId: string;
  readonly outlet: object | null;
}

/** What is signed well and still no answer to the question. */
function lieOf(trouble: RegistryTrouble, told: Answered): object | undefined {
  if (trouble === 'other_outlet') return { ...told, outletId: ELSEWHERE };
  if (trouble === 'other_outlet_inside') return { ...told, outlet: { ...told.outlet, id: ELSEWHERE } };
  if (trouble === 'other_tenant') return { ...told, tenant: 'somebody-else' };
  if (trouble === 'malformed') return { ...told, outlet: { ...told.outlet, name: 7 } };
  return trouble === 'too_large' ? { ...told, filling: 'x'.repeat(65_536) } : undefined;
}

function signedBy(secret: string, status: number, body: string, agoSeconds = 0): Signed {
  const id = `msg_${Math.random().toString(36).slice(2)}`;
  const seconds = Math.floor(Date.now() / 1000) - agoSeconds;
  const signature = sign([secret], id, seconds, body);
  const headers = { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signature };
  return { status, body, headers };
}
