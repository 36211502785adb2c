import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';
import { coversType, type PublishedEvent } from '../../../../kernel/outbox.js';
import { BACKGROUND_WORK, EVENT_SUBSCRIBER } from '../../../../platform/tokens.js';
import { LicenceWorker } from '../../application/licence-worker.js';

/** US dollars in cents. */
export const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });
export const DAY_MS = 86_400_000;

/** A business with one outlet and something to sell, and a clock that the test moves. Nothing runs behind the requests. */
export class LicensedShop {
  /** Days that the clock was moved by. */
  days = 0;
  outletId = '';

  private constructor(
    readonly service: TestService,
    private readonly owner: Client,
    private readonly clock: { offsetMs: number },
  ) {}

  /** Opens it. */
  static async open(settings: Readonly<Record<string, string>> = {}): Promise<LicensedShop> {
    const clock = { offsetMs: 0 };
    const service = await startService(settings, () => Date.now() + clock.offsetMs);
    const owner = new Client({ connectionString: service.database.ownerUrl });
    await owner.connect();
    const shop = new LicensedShop(service, owner, clock);
    const taxGroups = [{ code: 'none', name: 'Untaxed', mode: 'inclusive', taxes: [] }];
    const outlet = { name: 'Corner', timeZone: 'UTC', receiptPrefix: 'C', tenders: ['cash'], taxGroups };
    shop.outletId = (await shop.made('/outlets', outlet)).id as string;
    const tea = { sku: 'tea', name: 'Tea', unit: 'each', active: true, category: 'Drinks', taxCategory: 'none' };
    await shop.made('/catalog/items', { ...tea, price: USD(1000) });
    return shop;
  }

  async close(): Promise<void> {
    await this.owner.end();
    await this.service.close();
  }

  get slug(): string {
    return this.service.tenant.slug;
  }

  /** The server's time. */
  now(): Date {
    return new Date(Date.now() + this.clock.offsetMs);
  }

  /** So many days from the server's time. */
  inDays(days: number): string {
    return new Date(this.now().getTime() + days * DAY_MS).toISOString();
  }

  /** Moves the clock. */
  wait(days: number): void {
    this.days += days;
    this.clock.offsetMs += days * DAY_MS;
  }

  /** What the vendor does to the licence. */
  licence(method: string, path = '', body?: object, slug = this.slug): Promise<Answer> {
    return this.service.call(method, `/v1/platform/businesses/${slug}/licence${path}`, { ...(body && { body }) });
  }

  /** A sale of one tea, paid in cash. */
  sell(more: object = { payments: [{ tender: 'cash', amount: USD(1000) }], complete: true }): Promise<Answer> {
    const placedAt = this.now().toISOString();
    const sale = { outletId: this.outletId, placedAt, lines: [{ sku: 'tea' }], ...more };
    return this.service.call('POST', '/orders', { body: sale });
  }

  endpoint(): Promise<Answer> {
    const body = { url: `https://hooks.example.com/${randomUUID()}`, eventTypes: ['*'], description: 'x' };
    return this.service.call('POST', '/webhooks/endpoints', { body });
  }

  /** Looks after licences until nothing is due. */
  async look(): Promise<void> {
    const worker = this.service.api.container.getAll(BACKGROUND_WORK).find((work) => work instanceof LicenceWorker);
    for (let round = 0; round < 20; round += 1) if ((await worker?.round()) === 0) return;
    throw new Error('there is no end of what is due');
  }

  /** Tells subscribers of what happened, by type, as the dispatcher may do any number of times. */
  async tell(type: string): Promise<void> {
    const rows = await this.rows('select * from events where type = $1 order by position', [type]);
    const all = this.service.api.container.getAll(EVENT_SUBSCRIBER);
    // Of this module: the others have tests of their own.
    const subscribers = all.filter(({ pattern }) => pattern.startsWith('pos.licence.') && coversType(pattern, type));
    for (const row of rows)
      for (const subscriber of subscribers)
        await subscriber.handle({
          ...{ type, data: row['data'], requestId: 'told', traceParent: null, actor: row['actor'] },
          ...{ tenantId: this.service.tenant.id, tenantSlug: this.slug, occurredAt: row['occurred_at'] },
        } as PublishedEvent);
  }

  /** The types of the events of an aggregate, in its order. */
  async told(aggregate: string): Promise<string[]> {
    const rows = await this.rows('select type from events where aggregate = $1 order by position', [aggregate]);
    return rows.map(({ type }) => type as string);
  }

  /** Asks the database, past row security only for the business itself. */
  async rows(text: string, values: unknown[] = [], tenantId: string = this.service.tenant.id) {
    await this.owner.query(`select set_config('app.tenant_id', $1, false)`, [tenantId]);
    return (await this.owner.query<Record<string, unknown>>(text, values)).rows;
  }

  private async made(path: string, body: object): Promise<Answer['body']> {
    const answer = await this.service.call('POST', path, { body });
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  }
}

/** Opens a drawer with a float. @returns the id of its session. */
export async function openedDrawer({ service, outletId }: LicensedShop): Promise<string> {
  const drawer = await service.call('POST', '/drawers', { body: { outletId, name: 'Till' } });
  const body = { float: USD(5000) };
  const opened = await service.call('POST', `/drawers/${drawer.body.id}/sessions`, { body });
  expect({ status: opened.status, text: opened.text }).toMatchObject({ status: 201 });
  return opened.body.id as string;
}

/** Counts a drawer and closes its session, whatever is in it. */
export async function closeDrawer({ service }: LicensedShop, sessionId: string): Promise<void> {
  const path = `/drawer-sessions/${sessionId}`;
  const counting = await service.call('POST', `${path}/count`);
  expect({ status: counting.status, text: counting.text }).toMatchObject({ status: 200 });
  const closed = await service.call('POST', `${path}/close`, { body: { counted: USD(5000) } });
  expect({ status: closed.status, text: closed.text }).toMatchObject({ status: 200 });
}
