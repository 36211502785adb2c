import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MovementRequest } from './loyalty-ledger-messages.js';

interface Account {
  balance: number;
  readonly groups: string[];
  readonly entitlements: string[];
  status: 'active' | 'closed';
}

/** A movement in the double's ledger, of which there is one for a key. */
export interface DoubleMovement extends MovementRequest {
  readonly tenant: string;
  readonly key: string;
  readonly movementId: string;
  readonly moved: number;
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

/**
 * What goes wrong with the next call that changes something. `before`: it is not heard; `after`: it is done and the line is
 * cut; `late`: it is done, and the answer comes when nobody waits; `error`: 500 and nothing is done; `elsewhere`: somebody
 * else's 404.
 */
export type Trouble = 'before' | 'after' | 'late' | 'error' | 'elsewhere';

/** Points are a minor unit each. */
export class LoyaltyLedgerDouble {
  readonly movements: DoubleMovement[] = [];
  /** Calls that came in, each with its key. */
  readonly calls: {
    readonly path: string;
    readonly key: string | undefined;
    readonly authorization: string | undefined;
  }[] = [];
  readonly accounts = new Map<string, Account>();
  readonly troubles: Trouble[] = [];
  /** True: nothing is answered. */
  dead = false;
  /** How long a late answer takes. */
  lateMs = 2_000;
  private readonly answers = new Map<string, Answer>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  /** Starts it on a port of its own. */
  static async start(): Promise<LoyaltyLedgerDouble> {
    const double = new LoyaltyLedgerDouble();
    await new Promise<void>((resolve) => double.server.listen(0, '127.0.0.1', resolve));
    return double;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Opens an account. */
  open(tenant: string, customerId: string, balance: number): Account {
    const account: Account = { balance, groups: [], entitlements: [], status: 'active' };
    this.accounts.set(`${tenant} ${customerId}`, account);
    return account;
  }

  balanceOf(tenant: string, customerId: string): number | undefined {
    return this.accounts.get(`${tenant} ${customerId}`)?.balance;
  }

  /** The movements of a customer: kind and points. */
  of(tenant: string, customerId: string): [kind: string, points: number][] {
    return this.movements
      .filter((one) => one.tenant === tenant && one.customerId === customerId)
      .map(({ kind, moved }) => [kind, moved]);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const key = request.headers['idempotency-key'] as string | undefined;
    this.calls.push({ path: request.url ?? '', key, authorization: request.headers.authorization });
    const trouble = request.method === 'POST' ? this.troubles.shift() : undefined;
    if (this.dead || trouble === 'before') return void request.socket.destroy();
    if (trouble === 'error') return void response.writeHead(500).end('{}');
    if (trouble === 'elsewhere') return void response.writeHead(404).end('{"message":"no such route"}');
    const text = Buffer.concat(chunks).toString('utf8');
    const { status, body } = this.answerTo(request, key, text === '' ? {} : (JSON.parse(text) as object));
    if (trouble === 'after') return void request.socket.destroy();
    if (trouble === 'late') await new Promise((resolve) => setTimeout(resolve, this.lateMs).unref());
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  private answerTo({ method, url = '' }: IncomingMessage, key: string | undefined, body: object): Answer {
    const [, , tenant = '', , resource, customerId = ''] = url.split('/');
    if (method === 'GET') return this.shown(tenant, decodeURIComponent(customerId));
    if (key === undefined) return { status: 400, body: { code: 'idempotency_key_missing' } };
    const known = this.answers.get(`${tenant} ${key}`);
    if (known !== undefined) return known;
    const answer =
      resource === 'members'
        ? this.enrolled(tenant, body as { customerId: string })
        : this.moved(tenant, key, body as MovementRequest);
    this.answers.set(`${tenant} ${key}`, answer);
    return answer;
  }

  private shown(tenant: string, customerId: string): Answer {
    const account = this.accounts.get(`${tenant} ${customerId}`);
    if (account === undefined) return { status: 404, body: { code: 'member_not_found' } };
    return { status: 200, body: { customerId, ...account } };
  }

  private enrolled(tenant: string, { customerId }: { customerId: string }): Answer {
    const known = this.accounts.has(`${tenant} ${customerId}`);
    if (!known) this.open(tenant, customerId, 0);
    return { ...this.shown(tenant, customerId), status: known ? 200 : 201 };
  }

  private moved(tenant: string, key: string, movement: MovementRequest): Answer {
    const account = this.accounts.get(`${tenant} ${movement.customerId}`);
    if (account === undefined) return { status: 404, body: { code: 'member_not_found' } };
    const points = movement.points ?? movement.amount.amount;
    const isOut = movement.kind === 'burn' || movement.kind === 'earn_reversal';
    if (movement.kind === 'burn') {
      if (account.status === 'closed') return { status: 409, body: { code: 'member_closed' } };
      if (points > account.balance) return { status: 422, body: { code: 'points_too_low' } };
    }
    if (
      movement.kind.endsWith('_reversal') &&
      movement.reference !== null &&
      !this.movements.some(({ movementId }) => movementId === movement.reference)
    )
      return { status: 422, body: { code: 'movement_not_found' } };
    account.balance += isOut ? -points : points;
    const movementId = `m-${this.movements.length + 1}`;
    this.movements.push({ ...movement, tenant, key, movementId, moved: points });
    return { status: 201, body: { movementId, points, balance: account.balance } };
  }
}
