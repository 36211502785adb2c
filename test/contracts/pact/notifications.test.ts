import { MatchersV3 } from '@pact-foundation/pact';
import { NotificationsClient } from '../../../src/clients/notifications/notifications-client.js';
import type { NotificationRequest } from '../../../src/clients/notifications/notifications-messages.js';
import { Agreement, ASKING, word } from './agreement.js';

// What we expect of the notifications service: openapi/pacts/pos-service-notifications.json is made here.

const agreement = new Agreement('notifications');
afterAll(() => agreement.close());

const NOTICE: NotificationRequest = {
  ...{ reference: '0197a3c2-0000-7000-8000-000000000001', channels: ['push', 'email'], severity: 'warning' },
  template: 'pos.payment_unallocated',
  recipients: { roles: ['manager', 'accountant'], outletId: '0197a3c2-0000-7000-8000-000000000002' },
  params: {
    ...{ amount: { amount: 1_250, currency: 'USD' }, provider: 'treasury', reason: 'order_settled' },
    ...{ subject: 'payments/0197a3c2-0000-7000-8000-000000000003', occurredAt: '2026-11-21T10:00:00.000Z' },
  },
};
const HEADERS = { ...ASKING, 'idempotency-key': NOTICE.reference };

test('a notice is taken', () =>
  agreement.pact
    .addInteraction()
    .given('the business acme has people with the roles manager and accountant')
    .uponReceiving('a notice')
    .withRequest('POST', '/v1/acme/notify', (request) => request.headers(HEADERS).jsonBody(NOTICE))
    .willRespondWith(202, (answer) => answer.jsonBody({ id: MatchersV3.string('n-1') }))
    .executeTest(async ({ url }) => {
      const client = new NotificationsClient(agreement.http(url));
      expect(await client.notify('acme', NOTICE)).toEqual({ said: 'yes', id: 'n-1' });
    }));

test('a notice whose template is not known is refused', () =>
  agreement.pact
    .addInteraction()
    .given('there is no template pos.of_tomorrow')
    .uponReceiving('a notice of an unknown template')
    .withRequest('POST', '/v1/acme/notify', (request) =>
      request.headers(HEADERS).jsonBody({ ...NOTICE, template: 'pos.of_tomorrow' }),
    )
    .willRespondWith(422, (answer) => answer.jsonBody({ code: word('template_unknown') }))
    .executeTest(async ({ url }) => {
      const client = new NotificationsClient(agreement.http(url));
      const answer = await client.notify('acme', { ...NOTICE, template: 'pos.of_tomorrow' });
      expect(answer).toEqual({ said: 'no', code: 'template_unknown' });
    }));

test('the pact is the committed one', () => {
  const { made, committed } = agreement.compared();
  expect(made).toBe(committed);
});
