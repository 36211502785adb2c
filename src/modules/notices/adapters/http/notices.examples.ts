import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { TestService } from '../../../../../test/harness/service.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { PublishedEvent } from '../../../../kernel/outbox.js';
import { BACKGROUND_WORK, EVENT_SUBSCRIBER } from '../../../../platform/tokens.js';
import { NoticeSender } from '../../application/notice-sender.js';
import { NotableEventsListener } from '../outbox/notable-events-listener.js';

/** An event of money that nobody asked for, as the dispatcher hands it on. */
export function notableEvent({ tenant }: TestService, changes: Partial<PublishedEvent> = {}): PublishedEvent {
  return {
    ...{ id: randomUUID(), type: 'pos.payment.unallocated', aggregate: 'payments', aggregateId: randomUUID() },
    ...{ sequence: 1, outletId: null, tenantId: tenant.id, tenantSlug: tenant.slug, occurredAt: new Date() },
    ...{ actor: 'system:treasury', requestId: 'r', traceParent: null },
    data: { amount: { amount: 1_250, currency: 'USD' }, provider: 'treasury', reason: 'order_settled' },
    ...changes,
  };
}

/** Tells the listener of an event, as the dispatcher may do any number of times. */
export async function tell({ api }: TestService, event: PublishedEvent): Promise<void> {
  const listener = api.container.getAll(EVENT_SUBSCRIBER).find((one) => one instanceof NotableEventsListener);
  if (listener === undefined) throw new Error('nobody listens');
  await listener.handle(event);
}

/** An outlet. */
export function newOutlet(): OutletId {
  return randomUUID() as OutletId;
}

/** The sender, of which nothing runs behind the requests. */
export function senderOf({ api }: TestService): NoticeSender {
  const sender = api.container.getAll(BACKGROUND_WORK).find((work) => work instanceof NoticeSender);
  if (sender === undefined) throw new Error('nobody sends');
  return sender;
}

/** Runs a statement as the owner of the tables, within the tenant. */
export async function asOwner(
  { database, tenant }: TestService,
  text: string,
): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query(`select set_config('app.tenant_id', $1, false)`, [tenant.id]);
    return (await client.query(text)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}
