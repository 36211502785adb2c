import { MatchersV3 } from '@pact-foundation/pact';
import { NotificationsClient } from '../../../src/clients/notifications/notifications-client.js';
import { NotificationsDouble, type Trouble } from '../../../src/clients/notifications/notifications-double.examples.js';
import type { DirectMessage, NotificationRequest } from '../../../src/clients/notifications/notifications-messages.js';
import { Agreement, ASKING, word } from './agreement.js';
import { verify } from './verification.js';

// What we expect of the notifications service: openapi/pacts/pos-service-notifications.json is made here, and our double keeps to it.

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

const MESSAGE: DirectMessage = {
  ...{
    reference: '0197a3c2-0000-7000-8000-000000000004',
    channel: 'email',
    to: 'amina@example.com',
    language: 'sw-KE',
  },
  ...{ template: 'pos.registration_code', params: { code: '123456', business: 'Acme', minutes: 30 } },
};
const MESSAGE_HEADERS = { ...ASKING, 'idempotency-key': MESSAGE.reference };

test.each<DirectMessage['channel']>(['email', 'sms'])('a message to one address is taken: %s', (channel) => {
  const message = channel === 'sms' ? { ...MESSAGE, channel, to: '+254700000001' } : MESSAGE;
  return agreement.pact
    .addInteraction()
    .given('there is a template pos.registration_code')
    .uponReceiving(`a message to one address by ${channel}`)
    .withRequest('POST', '/v1/acme/messages', (request) => request.headers(MESSAGE_HEADERS).jsonBody(message))
    .willRespondWith(202, (answer) => answer.jsonBody({ id: MatchersV3.string('n-1') }))
    .executeTest(async ({ url }) => {
      const client = new NotificationsClient(agreement.http(url));
      expect(await client.message('acme', message)).toEqual({ said: 'yes', id: 'n-1' });
    });
});

test('a message to an address that is none is refused', () => {
  const message = { ...MESSAGE, to: 'amina@nowhere' };
  return agreement.pact
    .addInteraction()
    .given('amina@nowhere cannot be reached')
    .uponReceiving('a message to an address that is none')
    .withRequest('POST', '/v1/acme/messages', (request) => request.headers(MESSAGE_HEADERS).jsonBody(message))
    .willRespondWith(422, (answer) => answer.jsonBody({ code: word('address_invalid') }))
    .executeTest(async ({ url }) => {
      const client = new NotificationsClient(agreement.http(url));
      expect(await client.message('acme', message)).toEqual({ said: 'no', code: 'address_invalid' });
    });
});

test('the pact is the committed one', () => {
  const { made, committed } = agreement.compared();
  expect(made).toBe(committed);
});

test('the double keeps to the pact', async () => {
  const double = await NotificationsDouble.start();
  const meets =
    (...troubles: Trouble[]) =>
    (): void =>
      void double.troubles.splice(0, Infinity, ...troubles);
  try {
    await verify('notifications', double.url, {
      'the business acme has people with the roles manager and accountant': meets(),
      'there is no template pos.of_tomorrow': meets('refused'),
      'there is a template pos.registration_code': meets(),
      'amina@nowhere cannot be reached': meets('refused'),
    });
  } finally {
    await double.stop();
  }
  expect(double.sent.get(NOTICE.reference)).toEqual({ ...NOTICE, tenant: 'acme' });
  expect(double.messages.get(MESSAGE.reference)).toMatchObject({ tenant: 'acme', template: 'pos.registration_code' });
});
