import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { OutletId } from '../../../src/kernel/ids.js';
import { Refusal } from '../../../src/kernel/refusal.js';
import type { Tx } from '../../../src/kernel/transaction.js';
import { HouseAccountsFacade, type AccountCharge } from '../../../src/modules/house-accounts/index.js';
import { TRANSACTOR } from '../../../src/platform/tokens.js';
import { startService, type Answer, type TestService } from '../../harness/service.js';

export const USD = (amount: number) => ({ amount, currency: 'USD' });

/** I7, asked of the tables alone: accounts whose balance is not what their ledger says. */
const UNSOUND = `
  select a.id, a.balance, e.sum, e.entries from house_accounts a
    left join lateral (select coalesce(sum(amount), 0) as sum, count(*) as entries, max(number) as latest
                         from house_account_entries e where e.tenant_id = a.tenant_id and e.account_id = a.id) e on true
   where a.balance <> e.sum or coalesce(a.movements, 0) <> e.entries or coalesce(e.latest, 0) <> e.entries`;

/** A service with one outlet, whose accounts are opened over HTTP and charged as orders charge them. */
export class HouseAccountShop {
  private constructor(
    readonly service: TestService,
    readonly owner: Client,
    readonly outletId: OutletId,
  ) {}

  static async open(): Promise<HouseAccountShop> {
    const service = await startService();
    const owner = new Client({ connectionString: service.database.ownerUrl });
    await owner.connect();
    const body = { name: 'Shop', timeZone: 'UTC', receiptPrefix: 'S', currency: 'USD' };
    const outlet = await service.call('POST', '/outlets', { body });
    if (outlet.status !== 201) throw new Error(outlet.text);
    return new HouseAccountShop(service, owner, outlet.body.id as OutletId);
  }

  async close(): Promise<void> {
    await this.owner.end();
    await this.service.close();
  }

  call(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
    return this.service.call(method, `/house-accounts${path}`, { ...(body !== undefined && { body }), headers });
  }

  /** Calls any route. @throws Error when it is refused. */
  async done(method: string, path: string, body: object): Promise<Answer['body']> {
    const answer = await this.service.call(method, path, { body });
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  }

  /** Opens an account with a limit of 100.00 and nothing owed, unless said otherwise. */
  async account(wish: object = {}): Promise<Answer['body']> {
    const number = `D ${randomUUID().slice(0, 8)}`;
    const answer = await this.call('POST', '', { number, name: 'Baker', limit: USD(10000), ...wish });
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  }

  purchase(account: string | null, amount: number, more: Partial<AccountCharge> = {}): AccountCharge {
    return {
      ...{ orderId: randomUUID(), paymentId: randomUUID(), outletId: this.outletId, account, customerId: null },
      ...{ amount: USD(amount), ...more },
    };
  }

  charge(charge: AccountCharge) {
    return this.inOrder((tx) => this.facade.charge(tx, charge));
  }

  giveBack({ account: _, customerId: __, ...payment }: AccountCharge, amount: number, refundId: string = randomUUID()) {
    return this.inOrder((tx) => this.facade.giveBack(tx, { ...payment, amount: USD(amount), refundId }));
  }

  /** What came of it: `done`, or the code of the refusal. */
  async outcome(attempt: Promise<unknown>): Promise<string> {
    try {
      await attempt;
      return 'done';
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  async unsound(): Promise<unknown[]> {
    return (await this.owner.query(UNSOUND)).rows as unknown[];
  }

  private get facade(): HouseAccountsFacade {
    return this.service.api.container.get(HouseAccountsFacade);
  }

  private inOrder<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const { api, tenant } = this.service;
    const principal = { kind: 'user', id: 'till', permissions: new Set<string>(), test: false } as const;
    const context = { tenantId: tenant.id, tenantSlug: tenant.slug, principal, requestId: 'r', at: new Date() };
    return api.container.get(TRANSACTOR).run(context, work);
  }
}
