import { startBackground } from '../../../../app/background.js';
import { readConfig } from '../../../../app/config.js';
import { createLogger } from '../../../../platform/telemetry/logger.js';
import { startSecondInstance, type SecondInstance } from '../../../../../test/harness/second-instance.js';
import { startService, type TestService } from '../../../../../test/harness/service.js';
import { NotificationsDouble } from '../../../../clients/notifications/notifications-double.examples.js';
import { asOwner, newOutlet, notableEvent, senderOf, tell } from '../http/notices.examples.js';

jest.setTimeout(120_000);

let double: NotificationsDouble;
let service: TestService;
let other: SecondInstance;
beforeAll(async () => {
  double = await NotificationsDouble.start();
  const settings = { NOTIFICATIONS_URL: double.url, NOTIFICATIONS_TOKEN: 'secret', SIBLING_TIMEOUT_MS: '20000' };
  service = await startService(settings);
  other = await startSecondInstance(service.database, settings);
});
afterAll(async () => {
  await other.close();
  await service.close();
  await double.stop();
});

async function raised(): Promise<string> {
  const event = notableEvent(service, { outletId: newOutlet(), type: 'pos.payment.charged_back' });
  await tell(service, event);
  const [row] = await asOwner(service, `select id from notices where event_id = '${event.id}'`);
  return row?.['id'] as string;
}

/** Sends all that is due, and what waits for its next try. */
async function sendAll(instance: Pick<TestService, 'api'> = service): Promise<void> {
  for (;;) {
    await asOwner(service, `update notices set next_try_at = now() where send_status = 'pending'`);
    const [left] = await asOwner(service, `select count(*)::int as n from notices where send_status = 'pending'`);
    if (left?.['n'] === 0) return;
    await senderOf(instance as TestService).round();
  }
}

const shown = async (id: string) => (await service.call('GET', `/notices/${id}`)).body;

test('a notice is sent, with words, amounts and ids, to roles', async () => {
  const id = await raised();
  expect(await shown(id)).toMatchObject({ sendStatus: 'pending', sentAt: null });
  await sendAll();
  const notice = await shown(id);
  expect(notice).toMatchObject({ sendStatus: 'sent', sentAt: expect.any(String), version: 2 });
  expect(double.sent.get(id)).toEqual({
    ...{ tenant: service.tenant.slug, reference: id, template: 'pos.payment_charged_back', severity: 'critical' },
    ...{
      channels: ['push', 'sms', 'email'],
      recipients: { roles: ['manager', 'accountant'], outletId: notice.outletId },
    },
    params: {
      ...{ amount: { amount: 1_250, currency: 'USD' }, provider: 'treasury', reason: 'order_settled' },
      ...{ subject: notice.subject, occurredAt: notice.occurredAt },
    },
  });
  expect(double.heard.at(-1)).toEqual({ key: id, authorization: 'Bearer secret' });
});

test('trouble on the way: it is tried again, and sent once', async () => {
  const id = await raised();
  double.troubles.push('before', 'elsewhere', 'after'); // fewer than open the breaker
  await sendAll();
  expect(await shown(id)).toMatchObject({ sendStatus: 'sent' });
  expect(await asOwner(service, `select tries from notices where id = '${id}'`)).toEqual([{ tries: 4 }]);
});

test('what the service refuses is listed only', async () => {
  const id = await raised();
  double.troubles.push('refused');
  await sendAll();
  expect(await shown(id)).toMatchObject({ sendStatus: 'failed', status: 'open' });
  expect(double.sent.has(id)).toBe(false);
});

test('what test keys did is listed only', async () => {
  const event = notableEvent(service, { data: { payment: { test: true } } });
  await tell(service, event);
  expect(await asOwner(service, `select send_status from notices where event_id = '${event.id}'`)).toEqual([
    { send_status: 'none' },
  ]);
});

test('what somebody has seen before it left is not sent', async () => {
  const id = await raised();
  const { body } = await service.call('POST', `/notices/${id}/acknowledge`, { body: {} });
  expect(body).toMatchObject({ status: 'acknowledged', sendStatus: 'none' });
  await sendAll();
  expect(double.sent.has(id)).toBe(false);
});

test('two instances share what is due: each notice is tried by one of them', async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, raised));
  const before = double.heard.length;
  const both = [service, other];
  for (let round = 0; round < 6; round += 1)
    await Promise.all(both.map((instance) => senderOf(instance as TestService).round()));
  expect(
    double.heard
      .slice(before)
      .map(({ key }) => key)
      .sort(),
  ).toEqual([...ids].sort());
});

test('behind the requests it goes on by itself, and what waits is measured', async () => {
  const id = await raised();
  expect(await service.api.metrics.registry.metrics()).toMatch(/^pos_notices_pending 1$/m);
  const config = readConfig({ DATABASE_URL: service.database.ownerUrl });
  const stop = startBackground(config, service.api.container, service.api.metrics, createLogger('silent'));
  while ((await shown(id)).sendStatus !== 'sent') await new Promise((resolve) => setTimeout(resolve, 100));
  await stop();
  const ready = await fetch(`${service.baseUrl}/readyz`);
  expect((await ready.json()) as object).toMatchObject({ parts: { notifications: 'up' } });
});
