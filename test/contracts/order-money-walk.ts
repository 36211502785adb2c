import { Refusal } from '../../src/kernel/refusal.js';
import { TRANSACTOR } from '../../src/platform/tokens.js';
import { PaymentBook, type PaymentChange } from '../../src/modules/tendering/index.js';
import type { RequestContext } from '../../src/kernel/context.js';
import type { TestService } from '../harness/service.js';

const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });

/** Everything that is told of an order's money beside the plain payment. */
export async function walkOrderMoney(service: TestService, outletId: string): Promise<void> {
  const called = async (method: string, path: string, body: object): Promise<ReturnType<typeof JSON.parse>> => {
    const answer = await service.call(method, path, { body });
    if (answer.status >= 300) throw new Error(`${path}: the service answered ${answer.status}: ${answer.text}`);
    return answer.body;
  };
  await walkProvider(service, outletId, called);
  const slip = { tender: 'card', amount: USD(300), reference: 'slip 4711' };
  const sale = await called('POST', '/orders', {
    outletId,
    lines: [{ sku: 'coffee' }],
    payments: [slip],
    complete: true,
  });
  await called('POST', `/orders/${sale.id}/payments/${sale.payments[0].id}/tip`, {
    tip: USD(50),
    reason: 'on the slip',
  });
  const deposit = await called('POST', '/orders', { outletId, lines: [{ sku: 'coffee' }], payments: [slip] });
  const path = `/orders/${deposit.id}/payments/${deposit.payments[0].id}`;
  await called('POST', `${path}/return`, { reason: 'the party was called off' });
}

/** Of what a provider says; the settings are put back. */
async function walkProvider(
  service: TestService,
  outletId: string,
  called: (method: string, path: string, body: object) => Promise<ReturnType<typeof JSON.parse>>,
): Promise<void> {
  await called('PUT', '/tenders/card', { name: 'Card', kind: 'card', provider: 'simulator' });
  // An amount that is declined: it stands for one that takes its time, so that nothing depends on how fast the simulator is.
  const order = await called('POST', '/orders', { outletId, lines: [{ sku: 'coffee' }] });
  const begun = await called('POST', `/orders/${order.id}/payments`, { tender: 'card', amount: USD(3) });
  const [payment] = begun.payments as { id: string }[];
  const principal = { kind: 'system', id: 'test', permissions: new Set<string>(), test: false } as const;
  const { id: tenantId, slug: tenantSlug } = service.tenant;
  const context: RequestContext = { tenantId, tenantSlug, principal, requestId: 'walk', at: new Date() };
  const book = service.api.container.get(PaymentBook);
  const told = async (to: PaymentChange['to'], reason: string | null): Promise<void> => {
    await service.api.container.get(TRANSACTOR).run(context, (tx) =>
      book.apply(tx, context, {
        ...{ paymentId: payment?.id as PaymentChange['paymentId'], orderId: order.id, to, amount: null },
        ...{ reference: 'TRX-1', reason, completeOrder: false },
      }),
    );
  };
  await told('unknown', 'no_answer');
  await told('pending', null);
  await told('captured', null);
  await told('charged_back', 'fraud');
  await told('chargeback_won', null);
  const failing = await called('POST', `/orders/${order.id}/payments`, { tender: 'card', amount: USD(1) });
  if (failing.payments[1].status !== 'failed') throw new Refusal('the simulator declines what ends in 01');
  const slow = await called('POST', `/orders/${order.id}/payments`, { tender: 'card', amount: USD(2) });
  await called('POST', `/orders/${order.id}/payments/${slow.payments.at(-1).id}/cancel`, {});
  const answer = await service.call('DELETE', '/tenders/card');
  if (answer.status !== 200) throw new Error(answer.text);
}
