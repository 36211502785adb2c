import type { RequestContext } from '../../../../kernel/context.js';
import type { LoggedEvent } from '../../../../kernel/outbox.js';
import { OrderEventsListener } from './order-events-listener.js';

const SESSION = '01979f60-0000-7000-8000-0000000000f1';
const OTHER = '01979f60-0000-7000-8000-0000000000f2';
const asked: [RequestContext, string][] = [];
const force = { execute: async (context: RequestContext, id: string) => asked.push([context, id]) > 0 };
const listener = new OrderEventsListener(force as never, () => new Date('2026-11-21T10:00:00Z'));

test.each([
  { type: 'pos.order.completed', data: { order: { drawerSessionId: SESSION } }, isOurs: true },
  { type: 'pos.order.payment_captured', data: { payment: { drawerSessionId: SESSION } }, isOurs: true },
  { type: 'pos.order.completed', data: { order: { drawerSessionId: null } }, isOurs: false },
  { type: 'pos.order.completed', data: { note: `"drawerSessionId":"${SESSION}"` }, isOurs: false },
  { type: 'pos.order.created', data: { order: { drawerSessionId: SESSION } }, isOurs: false },
])('$type of $data: $isOurs', ({ type, data, isOurs }) => {
  expect(listener.concerns({ type, json: JSON.stringify(data) } as LoggedEvent)).toBe(isOurs);
});

test('each drawer that took money is looked at once, under the tenant of the sale', async () => {
  const payments = [{ drawerSessionId: SESSION }, { drawerSessionId: OTHER }, { drawerSessionId: SESSION }];
  const data = { order: { drawerSessionId: SESSION, payments } };
  await listener.handle({
    data,
    tenantId: 't',
    tenantSlug: 's',
    requestId: 'r',
    traceParent: null,
  } as never);
  expect(asked.map(([, id]) => id)).toEqual([SESSION, OTHER]);
  expect(asked[0]?.[0]).toMatchObject({ tenantId: 't', principal: { kind: 'system', id: 'drawers' } });
});
