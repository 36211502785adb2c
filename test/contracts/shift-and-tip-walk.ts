import { RemindOfShifts } from '../../src/modules/shifts/application/remind-of-shifts.js';
import type { ShiftId } from '../../src/modules/shifts/domain/shift.js';
import { EarnTip } from '../../src/modules/tips/application/earn-tip.js';
import type { OutletId } from '../../src/kernel/ids.js';
import type { TestService } from '../harness/service.js';

const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });
const DAY = '2026-03-06';
const DAY_MS = 86_400_000;

/** Everything that is told of people's shifts and of their tips. */
export async function walkShiftsAndTips(service: TestService, outletId: string): Promise<void> {
  const called = async (method: string, path: string, body: object = {}): Promise<{ id: string }> => {
    const answer = await service.call(method, path, { body });
    if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
    return answer.body as { id: string };
  };
  await called('PUT', `/outlets/${outletId}/shift-policy`, { longestMinutes: 600 });
  const { id } = await called('POST', '/shifts', { outletId, job: 'waiter', personId: 'amina', deviceId: 'till 1' });
  await remind(service, id);
  await called('POST', `/shifts/${id}/breaks/start`);
  await called('POST', `/shifts/${id}/breaks/end`);
  await called('POST', `/shifts/${id}/clock-out`, { declaredTips: USD(900) });
  const times = { clockedInAt: `${DAY}T18:00:00Z`, clockedOutAt: `${DAY}T23:00:00Z` };
  const breaks = [{ from: `${DAY}T20:00:00Z`, to: `${DAY}T20:30:00Z` }];
  await called('PATCH', `/shifts/${id}`, { ...times, breaks, reason: 'forgot to clock out' });

  const shares = [{ job: 'waiter', weight: '1' }];
  const rules = { name: 'Floor', percent: 50, sources: 'all', basis: 'hours', shares };
  await called('PUT', `/outlets/${outletId}/tip-rules`, rules);
  await called('PUT', `/outlets/${outletId}/tip-rules`, { ...rules, sources: 'card' });
  await earn(service, outletId);
  await called('POST', `/outlets/${outletId}/tip-pools/${DAY}/distribute`);
  await called('POST', `/outlets/${outletId}/tip-pools/${DAY}/reverse`, { reason: 'the bar was forgotten' });
  const owed = { outletId, personId: 'amina' };
  await called('POST', '/tips/adjustments', { ...owed, amount: USD(100), reason: 'counted again' });
  const payout = { provider: 'simulator', payee: '254700000001' };
  await called('POST', '/tips/tip-outs', { ...owed, amount: USD(300), payout, reason: 'end of the evening' });
}

/** Nobody works for a day in a test: the look at the clock is made a day later. */
async function remind({ api: { container }, tenant }: TestService, id: string): Promise<void> {
  const tomorrow = new Date(Date.now() + DAY_MS);
  await container.get(RemindOfShifts).execute(tenant.id, [id as ShiftId], tomorrow);
}

/** A tip as the module hears of it. */
async function earn({ api: { container }, tenant }: TestService, outletId: string): Promise<void> {
  const principal = { kind: 'system', id: 'tips', permissions: new Set<string>(), test: false } as const;
  const context = { tenantId: tenant.id, tenantSlug: tenant.slug, principal, requestId: 'walk', at: new Date() };
  await container.get(EarnTip).execute(context, {
    ...{ eventId: '019a5c00-0000-7000-8000-0000000071b5', orderId: '019a5c00-0000-7000-8000-0000000071b6' },
    ...{ paymentId: null, outletId: outletId as OutletId, businessDate: DAY, personId: 'amina', amount: USD(800) },
    paid: [{ tender: 'card', amount: USD(5800) }],
  });
}
