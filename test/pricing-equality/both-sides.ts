import { MemoryBookStore, type KeptBook } from '../../sdk/src/book/book-store.js';
import { BookSync, type MasterDataClient } from '../../sdk/src/book/book-sync.js';
import type { RequestContext } from '../../src/kernel/context.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { LoyaltyFacade, type LoyaltyMember } from '../../src/modules/loyalty/index.js';
import { QuoteOrder } from '../../src/modules/orders/application/quote-order.js';
import { saleFrom } from '../../src/modules/orders/application/read-sale.js';
import { explanationSnapshot, orderSnapshot } from '../../src/modules/orders/domain/order-snapshot.js';
import type { TestService } from '../harness/service.js';
import type { Market } from './market.js';
import { tellerOf, type Outcome } from './outcome.js';
import { MEMBERS, type RandomSale } from './random-sale.js';

/** Makes customers of the comparison known to the service. Before its first request. */
export function enrolMembers({ api: { container } }: TestService): void {
  const known = container.get(LoyaltyFacade);
  const member = (_: unknown, customerId: string): Promise<LoyaltyMember | undefined> => {
    const found = MEMBERS[customerId];
    return Promise.resolve(found && { customerId, ...found });
  };
  container.unbind(LoyaltyFacade);
  container.bind(LoyaltyFacade).toConstantValue(Object.assign(Object.create(known) as LoyaltyFacade, { member }));
}

/** The book of a market's outlet as its till keeps it. */
export async function keptBook(
  service: TestService,
  { tenant }: Pick<Market, 'tenant'>,
  outletId: string,
): Promise<KeptBook> {
  const client: MasterDataClient = {
    async request(method, path, options = {}) {
      const query = new URLSearchParams(Object.entries(options.query ?? {}).map(([name, value]) => [name, `${value}`]));
      const answer = await service.call(method, `${path.replace('/pos/', '/')}?${query.toString()}`, { tenant });
      if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
      return answer.body;
    },
    stream: () => {
      throw new Error('nobody follows changes here');
    },
  };
  const store = new MemoryBookStore();
  await (await BookSync.open({ client, store, outletId })).refresh();
  const kept = await store.load();
  if (kept === undefined) throw new Error('no book came');
  return kept;
}

/** Prices as the service does. */
export async function serviceOutcome(
  { api: { container } }: TestService,
  { tenant }: Market,
  { draft, manager }: RandomSale,
  at: number,
): Promise<Outcome> {
  const { personId, permissions } = tellerOf(manager);
  const context: RequestContext = {
    ...{ tenantId: tenant.id, tenantSlug: tenant.slug, requestId: 'equality', at: new Date(at) },
    principal: { kind: 'user', id: personId, permissions, test: false },
  };
  try {
    const { order, explanation } = await container.get(QuoteOrder).execute(context, saleFrom(draft));
    return { order: orderSnapshot(order), explanation: explanationSnapshot(explanation) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: error.code, facts: error.facts, fields: error.fields };
  }
}
