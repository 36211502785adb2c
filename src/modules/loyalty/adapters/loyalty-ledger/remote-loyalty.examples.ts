import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startSecondInstance, type SecondInstance } from '../../../../../test/harness/second-instance.js';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';
import type { App } from '../../../../app/server.js';
import { LoyaltyLedgerDouble } from '../../../../clients/loyalty-ledger/loyalty-ledger-double.examples.js';
import type { PublishedEvent } from '../../../../kernel/outbox.js';
import { newSecret, sign } from '../../../../platform/signatures/standard-webhooks.js';
import { BACKGROUND_WORK, EVENT_SUBSCRIBER } from '../../../../platform/tokens.js';
import { IntentSender } from '../../application/intent-sender.js';
import { OrderEventsListener } from '../orders/order-events-listener.js';

/** Where an answer never comes whoever waits is in a hurry; nobody else is, on a slow machine. */
export const HASTY = { SIBLING_TIMEOUT_MS: '1000' };

/** US dollars in cents. */
export const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });

const SECRET = newSecret(Buffer.alloc(32, 7));

/** A shop whose points are kept by a loyalty service: the double. Nothing runs behind the requests unless a test says so. */
export class LoyalShop {
  private constructor(
    readonly ledger: LoyaltyLedgerDouble,
    readonly service: TestService,
    readonly outletId: string,
    private readonly owner: Client,
  ) {}

  /** Opens it. */
  static async open(): Promise<LoyalShop> {
    const ledger = await LoyaltyLedgerDouble.start();
    const service = await startService(settingsFor(ledger));
    const made = async (path: string, body: object): Promise<Answer['body']> => {
      const answer = await service.call('POST', path, { body });
      if (answer.status !== 201) throw new Error(answer.text);
      return answer.body;
    };
    const outlet = { name: 'Corner', timeZone: 'UTC', receiptPrefix: 'C', tenders: ['cash', 'loyalty'] };
    const taxGroups = [{ code: 'none', name: 'Untaxed', mode: 'inclusive', taxes: [] }];
    const { id } = await made('/outlets', { ...outlet, taxGroups });
    const tea = { sku: 'tea', name: 'Tea', unit: 'each', active: true, category: 'Drinks', taxCategory: 'none' };
    await made('/catalog/items', { ...tea, price: USD(1000) });
    const owner = new Client({ connectionString: service.database.ownerUrl });
    await owner.connect();
    await owner.query(`select set_config('app.tenant_id', $1, false)`, [service.tenant.id]);
    return new LoyalShop(ledger, service, id as string, owner);
  }

  async close(): Promise<void> {
    await this.owner.end();
    await this.service.close();
    await this.ledger.stop();
  }

  get slug(): string {
    return this.service.tenant.slug;
  }

  /** A customer with points, of whom there is a copy here if they were enrolled here. */
  customer(balance: number): string {
    const customerId = `c-${randomUUID()}`;
    this.ledger.open(this.slug, customerId, balance);
    return customerId;
  }

  /** One more instance, whose breaker knows nothing of what went before. @param variables of its environment. */
  instance(variables: Readonly<Record<string, string>> = {}): Promise<SecondInstance> {
    return startSecondInstance(this.service.database, { ...settingsFor(this.ledger), ...variables });
  }

  /** Asks for points. @param baseUrl of the instance that is asked. */
  async hold(customerId: string, amount: number, baseUrl = this.service.baseUrl, key = randomUUID()): Promise<Answer> {
    const path = `${baseUrl}/v1/${this.slug}/pos/loyalty/burns`;
    const headers = {
      authorization: `Bearer ${this.service.tenant.apiKey}`,
      ...{ 'content-type': 'application/json', 'idempotency-key': key },
    };
    const body = JSON.stringify({ customerId, amount: USD(amount) });
    const response = await fetch(path, { method: 'POST', headers, body });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
  }

  /** A sale of one tea, paid with points and the rest in cash. */
  sell(customerId: string, points = 0, reference?: string): Promise<Answer> {
    const paid = { tender: 'loyalty', amount: USD(points), ...(reference !== undefined && { reference }) };
    const cash = { tender: 'cash', amount: USD(1000 - points) };
    const payments = [...(points > 0 ? [paid] : []), ...(points < 1000 ? [cash] : [])];
    const sale = { outletId: this.outletId, customerId, lines: [{ sku: 'tea' }], payments, complete: true };
    return this.service.call('POST', '/orders', { body: sale });
  }

  refund(orderId: string, amount: number): Promise<Answer> {
    return this.service.call('POST', `/orders/${orderId}/refunds`, { body: { amount: USD(amount), reason: 'cold' } });
  }

  /** Tells the listener what happened to an order, all of it, as the dispatcher may do any number of times. */
  async tell(orderId: string): Promise<void> {
    const { rows } = await this.owner.query('select * from events where aggregate_id = $1 order by sequence', [
      orderId,
    ]);
    const listener = this.service.api.container
      .getAll(EVENT_SUBSCRIBER)
      .find((one) => one instanceof OrderEventsListener);
    for (const { type, data, request_id: requestId } of rows)
      await listener?.handle({
        ...{ type, data, requestId, traceParent: null, tenantId: this.service.tenant.id, tenantSlug: this.slug },
      } as PublishedEvent);
  }

  /** Lets everything be due that waits for its next try, and sends until nothing is left open. */
  async sendAll(app: App = this.service.api): Promise<void> {
    const sender = senderOf(app);
    for (;;) {
      const { rowCount } = await this.owner.query(
        `update loyalty_intents set next_try_at = now() where status in ('pending', 'reversing')`,
      );
      if (rowCount === 0) return;
      if ((await sender.round()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Lets the time of a hold pass. */
  async letExpire(id: string): Promise<void> {
    await this.owner.query(
      `update loyalty_intents set created_at = created_at - interval '16 minutes', next_try_at = now() where id = $1`,
      [id],
    );
  }

  /** Rounds of the sender, without any waiting. */
  async rounds(count: number, app: App = this.service.api): Promise<void> {
    for (let round = 0; round < count; round += 1) await senderOf(app).round();
  }

  async rows(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    return (await this.owner.query(text, values)).rows;
  }

  /** The loyalty service tells of a member. */
  announce(data: object, minute: number): Promise<Answer> {
    const time = new Date(Date.UTC(2026, 0, 5, 10, minute)).toISOString();
    const told = {
      specversion: '1.0',
      source: '/loyalty',
      id: randomUUID(),
      type: 'loyalty.member.changed',
      time,
      data,
    };
    const [id, seconds, body] = [`msg_${randomUUID()}`, Math.floor(Date.now() / 1000), JSON.stringify(told)];
    const headers = {
      'Content-Type': 'application/cloudevents+json',
      ...{ 'webhook-id': id, 'webhook-timestamp': String(seconds) },
      'webhook-signature': sign([SECRET], id, seconds, Buffer.from(body)),
    };
    const path = `/v1/${this.slug}/integrations/callbacks/loyalty`;
    return this.service.call('POST', path, { token: null, withoutKey: true, headers, body });
  }
}

function settingsFor(ledger: LoyaltyLedgerDouble): Record<string, string> {
  return {
    LOYALTY_URL: ledger.url,
    LOYALTY_TOKEN: 'ledger-token',
    SIBLING_TIMEOUT_MS: '20000',
    CALLBACK_SECRETS: `loyalty=${SECRET}`,
  };
}

function senderOf({ container }: App): IntentSender {
  const sender = container.getAll(BACKGROUND_WORK).find((work) => work instanceof IntentSender);
  if (sender === undefined) throw new Error('nobody sends');
  return sender;
}
