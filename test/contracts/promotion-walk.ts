import { randomUUID } from 'node:crypto';
import { TRANSACTOR } from '../../src/platform/tokens.js';
import { PromotionsFacade } from '../../src/modules/promotions/index.js';
import type { TestService } from '../harness/service.js';

const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });

/** Everything that is told of promotions. */
export async function walkPromotions(service: TestService): Promise<void> {
  const called = async (method: string, path: string, body: object = {}): Promise<ReturnType<typeof JSON.parse>> => {
    const answer = await service.call(method, path, { body });
    if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
    return answer.body;
  };
  const { id } = await called('POST', '/promotions', {
    name: 'Lunch deal',
    activation: 'code',
    select: { categories: ['Food', 'Drinks'], excludeSkus: ['poster'] },
    schedule: { startsOn: '2026-11-01', windows: [{ weekdays: [1, 2, 3, 4, 5], from: '11:30', to: '14:00' }] },
    conditions: { minAmount: USD(1000), minQuantity: '2' },
    effect: {
      kind: 'bundle',
      parts: [
        { select: { categories: ['Food'] }, quantity: 1 },
        { select: { categories: ['Drinks'] }, quantity: 1 },
      ],
      offer: { price: USD(1200) },
    },
    scope: { channels: ['counter', 'takeaway'], entitlements: ['lunch_club'] },
    validTo: '2027-01-01T00:00:00Z',
  });
  const path = `/promotions/${id}`;
  const tiers = [
    { from: '2', rate: '5' },
    { from: '10.5', amountOff: USD(50) },
  ];
  await called('PATCH', path, {
    effect: { kind: 'quantity_break', of: 'item', tiers },
    amountMax: USD(2000),
    exclusiveGroup: 'lunch',
    limits: { usesMax: 1, budget: USD(50_000) },
  });
  await called('POST', `${path}/codes`, { count: 3, prefix: 'LUNCH-', usesPerCustomerMax: 1 });
  const { data } = await service.call('GET', `${path}/codes`).then(({ body }) => body);
  await called('PATCH', `${path}/codes/${data[0].id}`, { active: false });
  await called('POST', `${path}/activate`);
  await useUp(service, id as string, data[1].code as string);
  await called('POST', `${path}/pause`);
  await called('POST', `${path}/end`);
}

/** Takes the one use that there is, as an order does. */
async function useUp({ api, tenant }: TestService, promotionId: string, code: string): Promise<void> {
  const principal = { kind: 'system', id: 'test', permissions: new Set<string>(), test: false } as const;
  const who = { tenantId: tenant.id, tenantSlug: tenant.slug, principal, requestId: 'test', at: new Date() };
  const use = { promotionId, code, amount: USD(700) };
  const refused = await api.container
    .get(TRANSACTOR)
    .run(who, (tx) => api.container.get(PromotionsFacade).use(tx, randomUUID(), 'ann', [use]));
  if (refused.length > 0) throw new Error('the only use was taken already');
}
