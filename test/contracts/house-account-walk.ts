import { randomUUID } from 'node:crypto';
import type { OutletId } from '../../src/kernel/ids.js';
import type { Tx } from '../../src/kernel/transaction.js';
import { HouseAccountsFacade } from '../../src/modules/house-accounts/index.js';
import { TRANSACTOR } from '../../src/platform/tokens.js';
import type { Answer, TestService } from '../harness/service.js';

const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });

/** Brings about every event of house accounts: what an order does to them through their facade, the rest over HTTP. */
export async function walkHouseAccounts(service: TestService, outletId: string): Promise<void> {
  const account = await done(service, 'POST', '', {
    ...{ number: 'D-0042', name: 'Boulangerie Moreau', customerId: 'c-42', limit: USD(50000), termsDays: 30 },
  });
  const path = `/${account.id as string}`;
  await done(service, 'PATCH', path, { limit: USD(40000), termsDays: 14, reason: 'agreed with the owner' });
  const facade = service.api.container.get(HouseAccountsFacade);
  const purchase = { orderId: randomUUID(), paymentId: randomUUID(), outletId: outletId as OutletId };
  await inOrder(service, (tx) => {
    return facade.charge(tx, { ...purchase, account: 'D-0042', customerId: null, amount: USD(1250) });
  });
  await inOrder(service, (tx) => facade.giveBack(tx, { ...purchase, amount: USD(250), refundId: randomUUID() }));
  await done(service, 'POST', `${path}/payments`, { amount: USD(900), tender: 'bank_transfer', reference: 'T-77' });
  await done(service, 'POST', `${path}/adjust`, { amount: USD(-100), reason: 'a complaint' });
  await done(service, 'POST', `${path}/block`, { reason: 'two months late' });
  await done(service, 'POST', `${path}/unblock`, { reason: 'has paid' });
  await done(service, 'POST', `${path}/close`, { reason: 'moved away' });
  await done(service, 'POST', `${path}/reopen`, { reason: 'came back' });
}

function inOrder<Result>({ api, tenant }: TestService, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const principal = { kind: 'system', id: 'test', permissions: new Set<string>(), test: false } as const;
  const context = { tenantId: tenant.id, tenantSlug: tenant.slug, principal, requestId: 'test', at: new Date() };
  return api.container.get(TRANSACTOR).run(context, work);
}

async function done(service: TestService, method: string, path: string, body: object): Promise<Answer['body']> {
  const answer = await service.call(method, `/house-accounts${path}`, { body });
  if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
  return answer.body;
}
