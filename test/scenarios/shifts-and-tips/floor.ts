import { Client } from 'pg';
import { CreateApiKey, PERMISSIONS, type Permission } from '../../../src/modules/access/index.js';
import type { PublishedEvent } from '../../../src/kernel/outbox.js';
import type { RequestContext } from '../../../src/kernel/context.js';
import { PayoutListener } from '../../../src/modules/tips/adapters/tendering/payout-listener.js';
import { TipListener } from '../../../src/modules/tips/adapters/orders/tip-listener.js';
import { EVENT_SUBSCRIBER } from '../../../src/platform/tokens.js';
import { openShop, type Shop } from '../../faults/shop.js';
import { startService, type Answer, type TestService } from '../../harness/service.js';

/** Somebody who works: signs in with a key, and is known by its id. */
export interface Worker {
  readonly id: string;
  readonly token: string;
}

/** A shop whose staff clocks in and gets tips. */
export class Floor {
  private constructor(
    readonly service: TestService,
    readonly shop: Shop,
    private readonly owner: Client,
  ) {}

  static async open(): Promise<Floor> {
    const service = await startService();
    const shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
    const owner = new Client({ connectionString: service.database.ownerUrl });
    await owner.connect();
    await owner.query("select set_config('app.tenant_id', $1, false)", [service.tenant.id]);
    return new Floor(service, shop, owner);
  }

  async close(): Promise<void> {
    await this.owner.end();
    await this.service.close();
  }

  get outletId(): string {
    return this.shop.outlets[0].id;
  }

  /** Hires somebody. */
  async worker(name: string, permissions: readonly Permission[] = PERMISSIONS): Promise<Worker> {
    const wish = { id: undefined, name, mode: 'live', permissions, outlets: null, expiresAt: null } as const;
    const { apiKey, key } = await this.service.api.container.get(CreateApiKey).execute(this.context('test'), wish);
    return { id: apiKey.id, token: key };
  }

  post(path: string, body: object = {}, worker?: Worker): Promise<Answer> {
    return this.service.call('POST', path, { body, ...(worker && { token: worker.token }) });
  }

  get(path: string, worker?: Worker): Promise<Answer> {
    return this.service.call('GET', path, worker && { token: worker.token });
  }

  put(path: string, body: object): Promise<Answer> {
    return this.service.call('PUT', path, { body });
  }

  /** Of what the service does by itself. */
  context(requestId: string): RequestContext {
    const { id: tenantId, slug: tenantSlug } = this.service.tenant;
    const principal = { kind: 'system', id: 'test', permissions: new Set<string>(PERMISSIONS), test: false } as const;
    return { tenantId, tenantSlug, principal, requestId, at: new Date() };
  }

  /** Rows of a statement, as the owner of the database sees them. */
  async rows(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    return (await this.owner.query(text, values)).rows as Record<string, unknown>[];
  }

  /** Lets the module hear what is in the log of events, all of it each time: what it does has to bear being told twice. */
  async hear(): Promise<void> {
    const listeners = this.service.api.container
      .getAll(EVENT_SUBSCRIBER)
      .filter((one) => one instanceof TipListener || one instanceof PayoutListener);
    if (listeners.length !== 2) throw new Error('nobody listens for tips');
    const rows = await this.rows('select *, data::text as json from events order by position');
    for (const row of rows) {
      const {
        id,
        type,
        json,
        request_id: requestId,
      } = row as { id: string; type: string; json: string; request_id: string };
      const { id: tenantId, slug: tenantSlug } = this.service.tenant;
      const event = { id, type, requestId, traceParent: null, tenantId, tenantSlug, json };
      for (const listener of listeners.filter((one) => one.concerns(event as never)))
        await listener.handle({ ...event, data: JSON.parse(json) as object } as unknown as PublishedEvent);
    }
  }
}

export const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });

/** What went right. */
export function ok(answer: Answer): Answer['body'] {
  if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
  return answer.body;
}
