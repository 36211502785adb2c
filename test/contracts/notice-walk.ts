import { randomUUID } from 'node:crypto';
import type { PublishedEvent } from '../../src/kernel/outbox.js';
import { RaiseNotice } from '../../src/modules/notices/application/raise-notice.js';
import type { TestService } from '../harness/service.js';

/** Everything that is told of notices. Nothing goes wrong here by itself: the event that one is made of is only said to have been. */
export async function walkNotices(service: TestService): Promise<void> {
  const { api, tenant } = service;
  const principal = { kind: 'system', id: 'notices', permissions: new Set<string>(), test: false } as const;
  const event: PublishedEvent = {
    ...{ id: randomUUID(), type: 'pos.payment.unallocated', aggregate: 'payments', aggregateId: randomUUID() },
    ...{ sequence: 1, outletId: null, tenantId: tenant.id, tenantSlug: tenant.slug, occurredAt: new Date() },
    ...{ actor: 'system:treasury', requestId: 'walk', traceParent: null },
    data: {
      unallocated: {
        amount: { amount: 1_250, currency: 'USD' },
        provider: 'treasury',
        tender: 'card',
        reason: 'order_settled',
      },
    },
  };
  const context = { tenantId: tenant.id, tenantSlug: tenant.slug, principal, requestId: 'walk', at: new Date() };
  await api.container.get(RaiseNotice).execute(context, event);
  const { body } = await service.call('GET', '/notices?kind=payment_unallocated&status=open');
  const path = `/notices/${body.data[0].id}`;
  for (const [command, said] of [
    ['acknowledge', { note: 'the bank was called' }],
    ['reopen', undefined],
  ] as const) {
    const answer = await service.call('POST', `${path}/${command}`, said === undefined ? {} : { body: said });
    if (answer.status !== 200) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
  }
}
