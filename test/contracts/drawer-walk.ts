import { ForceCount } from '../../src/modules/drawers/application/force-count.js';
import type { SessionId } from '../../src/modules/drawers/domain/drawer-session.js';
import type { Answer, TestService } from '../harness/service.js';

const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });

/** Brings about every event of drawers, the safe and deposits. */
export async function walkDrawers(service: TestService, outletId: string): Promise<void> {
  const send = async (method: string, path: string, body?: object): Promise<Answer['body']> => {
    const answer = await service.call(method, path, { ...(body && { body }) });
    if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
    return answer.body;
  };
  const post = (path: string, body?: object): Promise<Answer['body']> => send('POST', path, body);
  const policy = { varianceLimit: 100, cashLimit: 20_000, denominations: [100, 500, 1000, 2000] };
  const every = { forcedCountEvery: { sales: 50, minutes: 240 }, floatDefault: 5000 };
  await send('PUT', `/outlets/${outletId}/drawer-policy`, { ...policy, ...every });
  const drawer = await post('/drawers', { outletId, name: 'Counter 1', deviceId: 'till-1' });
  await send('PATCH', `/drawers/${drawer.id}`, { name: 'Front counter' });
  const tray = await post('/drawer-trays', { outletId, name: 'Red tray', owner: 'amina' });
  await send('PATCH', `/drawer-trays/${tray.id}`, { owner: null });
  const bar = await post('/drawers', { outletId, name: 'Bar' });
  const one = await post(`/drawers/${drawer.id}/sessions`, { float: USD(5000), cashierId: 'amina' });
  const two = await post(`/drawers/${bar.id}/sessions`, { float: USD(5000), cashierId: 'ben' });
  await work(post, one.id as string, two.id as string, tray.id as string);
  await force(service, post, two.id as string);
  await keepSafe(post, outletId);
}

type Post = (path: string, body?: object) => Promise<Answer['body']>;

async function work(post: Post, one: string, two: string, trayId: string): Promise<void> {
  const path = `/drawer-sessions/${one}`;
  await post(`${path}/paid-in`, { amount: USD(2000), reason: 'more change', category: 'change' });
  const milk = { category: 'petty_cash', receiptReference: 'slip 12' };
  await post(`${path}/paid-out`, { amount: USD(450), reason: 'milk', ...milk });
  await post(`${path}/tip-outs`, { amount: USD(800), reason: 'end of shift', person: 'ben' });
  await post(`${path}/skims`, { amount: USD(1000), reason: 'too much in it', bag: 'bag 7' });
  await post(`${path}/no-sale`, { reason: 'change for a guest' });
  await post(`${path}/transfers`, { toSessionId: two, amount: USD(500), reason: 'the bar has no coins' });
  await post(`${path}/counts`, { denominations: [{ denomination: 1000, count: 4 }] });
  await post(`${path}/handover`, { cashierId: 'carla', count: { counted: USD(4250) } });
  await post(`${path}/tray`, { trayId, count: { counted: USD(4250) } });
  await post(`${path}/count`);
  await post(`${path}/reopen-count`);
  await post(`${path}/count`);
  await post(`${path}/close`, { counted: USD(4000), keepAsFloat: USD(3000) });
}

/** Too much cash forces a count; and a variance is decided on by somebody who has not counted. */
async function force(service: TestService, post: Post, id: string): Promise<void> {
  await post(`/drawer-sessions/${id}/paid-in`, { amount: USD(20_000), reason: 'from the fair' });
  const principal = { kind: 'system', id: 'drawers', permissions: new Set<string>(), test: false } as const;
  const { id: tenantId, slug: tenantSlug } = service.tenant;
  const context = { tenantId, tenantSlug, principal, requestId: 'test', at: new Date() };
  await service.api.container.get(ForceCount).execute(context, id as SessionId);
  await post(`/drawer-sessions/${id}/count`);
  await post(`/drawer-sessions/${id}/close`, { counted: USD(25_000) });
  const key = await service.createKey(service.tenant, {});
  const answer = await service.call('POST', `/drawer-sessions/${id}/variance/approve`, {
    body: { reason: 'a note was found in the safe' },
    token: key,
  });
  if (answer.status !== 200) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
}

async function keepSafe(post: Post, outletId: string): Promise<void> {
  const path = `/outlets/${outletId}`;
  await post(`${path}/safe/adjustments`, { amount: USD(10_000), reason: 'what was there before' });
  const deposit = await post(`${path}/deposits`, { amount: USD(8000), reference: 'bag 17', reason: 'weekend' });
  await post(`${path}/deposits/${deposit.id}/deposited`, { reference: 'slip 4' });
  await post(`${path}/deposits/${deposit.id}/confirm`, { amount: USD(7990) });
  const other = await post(`${path}/deposits`, { amount: USD(2000) });
  await post(`${path}/deposits/${other.id}/cancel`, { reason: 'the bank is closed' });
}
