import type { Chance } from './chance.js';
import { hashOf, receiptOf, type Ledger, type SaleReceipt } from './receipts.js';
import type { Shop } from './shop.js';
import { NoAnswer, type TillAnswer, type TillClient, type TillRequest } from './till-client.js';

/** A command of the till: method, path below `/v1/{tenant}/pos`, body. */
export interface TillCommand {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  readonly ifMatch?: number;
  /** The status that the command must have in the end. */
  readonly expected: number;
}

/** Habits of the cashier: how often a request is given up, sent twice at once, or repeated after its answer. */
const GIVES_UP = 0.02;
const SENDS_TWICE = 0.03;
const REPEATS = 0.05;
const REPEATS_UNDER_OTHER_KEY = 0.03;

/**
 * Sends commands with idempotency keys and files what it is answered. It complains of every answer that the contract does
 * not allow: another status than the command must have, another body on repetition.
 */
export class Till {
  constructor(
    readonly name: string,
    readonly shop: Shop,
    readonly ledger: Ledger,
    readonly chance: Chance,
    private readonly client: TillClient,
  ) {}

  /** Opens a page for a new sale. */
  begin(clientId: string | undefined): SaleReceipt {
    return this.ledger.open(`${this.name}-${this.chance.uuid()}`, clientId);
  }

  /** Carries a command through. `undefined` when the till gave up, or complained: then the sale is left alone. */
  async command(sale: SaleReceipt, command: TillCommand): Promise<TillAnswer | undefined> {
    const key = this.chance.uuid();
    const request = this.requestOf(command, key);
    if (this.chance.happens(GIVES_UP)) {
      await this.giveUp(sale, request);
      return undefined;
    }
    const answer = this.chance.happens(SENDS_TWICE)
      ? await this.sendTwice(request)
      : await this.client.deliver(request);
    if (answer.status !== command.expected) {
      sale.unsure = true;
      this.complain(
        sale,
        command,
        `answered ${answer.status} instead of ${command.expected}: ${answer.body.slice(0, 300)}`,
      );
      return undefined;
    }
    const order = answer.status < 300 ? receiptOf(answer.body) : undefined;
    this.ledger.file(sale, { key, status: answer.status, bodyHash: hashOf(answer.body) }, order);
    await this.repeat(sale, command, request, answer);
    return answer;
  }

  private requestOf({ method, path, body, ifMatch }: TillCommand, key: string): TillRequest {
    const headers: Record<string, string> = {
      Authorization: `Bearer ${this.shop.apiKey}`,
      'Idempotency-Key': key,
      ...(body && { 'Content-Type': 'application/json' }),
      ...(ifMatch !== undefined && { 'If-Match': `"${ifMatch}"` }),
    };
    return { method, path: `/v1/${this.shop.slug}/pos${path}`, headers, body: body && JSON.stringify(body) };
  }

  /** Asks once and never looks at it again, as a tablet whose battery ends. */
  private async giveUp(sale: SaleReceipt, request: TillRequest): Promise<void> {
    sale.unsure = true;
    try {
      await this.client.ask(request);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
    }
  }

  /** The same request to several instances at once; one effect, and both are told of the same one. */
  private async sendTwice(request: TillRequest): Promise<TillAnswer> {
    const [one, other] = await Promise.all([this.client.deliver(request), this.client.deliver(request)]);
    if (one.body !== other.body || one.status !== other.status) {
      this.ledger.complaints.push(`${request.method} ${request.path} sent twice at once was answered in two ways`);
    }
    return one;
  }

  private async repeat(
    sale: SaleReceipt,
    command: TillCommand,
    request: TillRequest,
    first: TillAnswer,
  ): Promise<void> {
    const otherKey =
      sale.clientId !== undefined && command.path === '/orders' && this.chance.happens(REPEATS_UNDER_OTHER_KEY);
    if (!otherKey && !this.chance.happens(REPEATS)) return;
    const again = otherKey ? this.requestOf(command, this.chance.uuid()) : request;
    const answer = await this.client.deliver(again);
    if (answer.status !== first.status || answer.body !== first.body) {
      this.complain(
        sale,
        command,
        `repeated${otherKey ? ' under another key' : ''}, had another answer: ${answer.status}`,
      );
    } else if (answer.headers['idempotency-replayed'] !== 'true') {
      this.complain(sale, command, 'repeated, had the same answer without Idempotency-Replayed');
    }
  }

  private complain({ token }: SaleReceipt, { method, path }: TillCommand, what: string): void {
    this.ledger.complaints.push(`${token}: ${method} ${path} ${what}`);
  }
}
