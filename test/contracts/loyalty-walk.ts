import { SettleIntent } from '../../src/modules/loyalty/application/settle-intent.js';
import { PostgresIntentRepository } from '../../src/modules/loyalty/adapters/postgres/intent-repository.js';
import type { IntentId } from '../../src/modules/loyalty/domain/intent.js';
import { intend } from '../../src/modules/loyalty/domain/intent-lifecycle.js';
import { TRANSACTOR } from '../../src/platform/tokens.js';
import type { TestService } from '../harness/service.js';

/** Everything that is told of the loyalty programme and its members. */
export async function walkLoyalty(service: TestService): Promise<void> {
  const called = async (method: string, path: string, body: object): Promise<void> => {
    const answer = await service.call(method, path, { body });
    if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
  };
  const programme = {
    name: 'Beans',
    currency: 'USD',
    earn: { points: 1, per: 100 },
    burn: { points: 100, worth: 100 },
  };
  await called('PUT', '/loyalty/programme', programme);
  await called('PUT', '/loyalty/programme', { ...programme, active: false });
  await called('POST', '/loyalty/members', { customerId: 'customer-17' });
  await called('PATCH', '/loyalty/members/customer-17', { groups: ['staff'], entitlements: ['gold plan'] });
  await called('POST', '/loyalty/members/customer-17/adjustments', { points: 250, reason: 'welcome' });
  await refuse(service);
}

/** A sibling's ledger that refuses what is owed: here it is only said that it did. */
async function refuse({ api: { container }, tenant }: TestService): Promise<void> {
  const principal = { kind: 'system', id: 'loyalty', permissions: new Set<string>(), test: false } as const;
  const context = { tenantId: tenant.id, tenantSlug: tenant.slug, principal, requestId: 'walk', at: new Date() };
  const [id, orderId] = ['019a5c00-0000-7000-8000-00000000c0de', '019a5c00-0000-7000-8000-00000000c0ff'];
  const wish = {
    id: id as IntentId,
    kind: 'earn',
    customerId: 'customer-17',
    orderId,
    source: `earn:${orderId}`,
  } as const;
  const intent = intend({ ...wish, amount: { amount: 1250, currency: 'USD' } }, context.at);
  await container.get(TRANSACTOR).run(context, (tx) => new PostgresIntentRepository().add(tx, intent));
  await container.get(SettleIntent).execute(context, intent.id, { kind: 'refused', code: 'rules_changed' });
}
