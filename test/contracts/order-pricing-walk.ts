import type { TestService } from '../harness/service.js';

const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });

/** Everything that is told of what comes off an order, and on top of it. */
export async function walkOrderPrices(service: TestService, outletId: string): Promise<void> {
  const called = async (method: string, path: string, body?: object): Promise<ReturnType<typeof JSON.parse>> => {
    const answer = await service.call(method, path, body === undefined ? {} : { body });
    if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
    return answer.body;
  };
  const code = 'SPRING-2026';
  const promotion = await called('POST', '/promotions', {
    name: 'Spring',
    activation: 'code',
    level: 'order',
    effect: { kind: 'percent_off', rate: '10' },
  });
  await called('POST', `/promotions/${promotion.id}/activate`, {});
  await called('POST', `/promotions/${promotion.id}/codes`, { code });
  const override = { unitPrice: USD(250), reason: 'the cup is chipped' };
  const { id, lines } = await called('POST', '/orders', {
    outletId,
    lines: [{ sku: 'coffee', priceOverride: override }, { sku: 'juice' }],
    taxExemption: { reference: 'UN-4711' },
  });
  const path = `/orders/${id}`;
  await called('POST', `${path}/promo-codes`, { code });
  const regular = { lineId: lines[0].id, percent: '50', reason: 'comes every day' };
  const { discounts } = await called('POST', `${path}/discounts`, regular);
  await called('POST', `${path}/discounts`, { amount: USD(25), reason: 'waited long' });
  await called('POST', `${path}/discounts`, { lineId: lines[1].id, comp: true, reason: 'spilled' });
  await called('DELETE', `${path}/discounts/${discounts[0].id}`);
  await called('DELETE', `${path}/promo-codes/${code}`);
  await called('PUT', `${path}/tip`, { tip: USD(100) });
}
