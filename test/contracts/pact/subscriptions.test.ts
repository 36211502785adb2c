import { MatchersV3 } from '@pact-foundation/pact';
import { SubscriptionsClient } from '../../../src/clients/subscriptions/subscriptions-client.js';
import { SubscriptionsDouble } from '../../../src/clients/subscriptions/subscriptions-double.examples.js';
import type { UsageReport } from '../../../src/clients/subscriptions/subscriptions-messages.js';
import { Agreement, ASKING, word } from './agreement.js';
import { verify } from './verification.js';

// What we expect of the subscription service: openapi/pacts/pos-service-subscriptions.json is made here, and our double keeps to it.

const { datetime, eachLike, integer, string } = MatchersV3;
const agreement = new Agreement('subscriptions');
afterAll(() => agreement.close());

const PAID = '2026-12-21T10:00:00.000Z';
const GRACE = '2027-01-04T10:00:00.000Z';
const PLAN = {
  ...{ code: 'gold', name: 'Gold', limits: { outlets: 3, devices: 9, staff: 40, integrations: 5 } },
  ...{ features: ['promotions'], ordersIncluded: 5_000, rateLimitPerMinute: 600, graceDays: 14 },
};
const REPORT: UsageReport = {
  ...{ day: '2026-11-20', orders: 120, outlets: 2, devices: 6, staff: 11, integrations: 1, storedOrders: 4_800 },
};
const KEY = 'usage-0197a3c2-0000-7000-8000-000000000001-2026-11-20-1795255200000';

const time = (example: string) => datetime("yyyy-MM-dd'T'HH:mm:ss.SSSX", example);
const told = (status: string) => ({
  plan: {
    ...{ code: string(PLAN.code), name: string(PLAN.name), features: eachLike(word('promotions')) },
    limits: { outlets: integer(3), devices: integer(9), staff: integer(40), integrations: integer(5) },
    ...{ ordersIncluded: integer(5_000), rateLimitPerMinute: integer(600), graceDays: integer(14) },
  },
  ...{ status, paidUntil: time(PAID), graceUntil: time(GRACE) },
});

test.each(['active', 'past_due', 'revoked'])('a subscription that is %s', (status) =>
  agreement.pact
    .addInteraction()
    .given(`the subscription of acme is ${status}`)
    .uponReceiving('a question about a subscription')
    .withRequest('GET', '/v1/acme/subscription', (request) => request.headers(ASKING))
    .willRespondWith(200, (answer) => answer.jsonBody(told(status)))
    .executeTest(async ({ url }) => {
      const subscription = { plan: PLAN, status, paidUntil: new Date(PAID), graceUntil: new Date(GRACE) };
      const client = new SubscriptionsClient(agreement.http(url));
      expect(await client.subscription('acme')).toEqual({ said: 'yes', done: subscription });
    }),
);

test('a plan may leave out what it does not limit', () =>
  agreement.pact
    .addInteraction()
    .given('acme has a plan without limits and without an end')
    .uponReceiving('a question about a subscription')
    .withRequest('GET', '/v1/acme/subscription', (request) => request.headers(ASKING))
    .willRespondWith(200, (answer) => answer.jsonBody({ plan: { code: string('endless') }, status: 'active' }))
    .executeTest(async ({ url }) => {
      const limits = { outlets: null, devices: null, staff: null, integrations: null };
      const free = { limits, features: null, ordersIncluded: null, rateLimitPerMinute: null, graceDays: 14 };
      expect(await new SubscriptionsClient(agreement.http(url)).subscription('acme')).toEqual({
        said: 'yes',
        done: {
          plan: { code: 'endless', name: 'endless', ...free },
          status: 'active',
          paidUntil: null,
          graceUntil: null,
        },
      });
    }));

test('of a business that it does not know it says so', () =>
  agreement.pact
    .addInteraction()
    .given('there is no business acme')
    .uponReceiving('a question about a subscription')
    .withRequest('GET', '/v1/acme/subscription', (request) => request.headers(ASKING))
    .willRespondWith(404, (answer) => answer.jsonBody({ code: 'subscription_not_found' }))
    .executeTest(async ({ url }) => {
      const answer = await new SubscriptionsClient(agreement.http(url)).subscription('acme');
      expect(answer).toEqual({ said: 'no', code: 'subscription_not_found' });
    }));

test('a token without the right is refused with a word', () =>
  agreement.pact
    .addInteraction()
    .given('our token may not ask about acme')
    .uponReceiving('a question about a subscription')
    .withRequest('GET', '/v1/acme/subscription', (request) => request.headers(ASKING))
    .willRespondWith(403, (answer) => answer.jsonBody({ code: word('not_allowed') }))
    .executeTest(async ({ url }) => {
      const answer = await new SubscriptionsClient(agreement.http(url)).subscription('acme');
      expect(answer).toEqual({ said: 'no', code: 'not_allowed' });
    }));

const REPORTING = { ...ASKING, 'idempotency-key': KEY };

test('the usage of a day is taken', () =>
  agreement.pact
    .addInteraction()
    .given('the subscription of acme is active')
    .uponReceiving('a report of usage')
    .withRequest('POST', '/v1/acme/usage', (request) => request.headers(REPORTING).jsonBody(REPORT))
    .willRespondWith(202)
    .executeTest(async ({ url }) => {
      const answer = await new SubscriptionsClient(agreement.http(url)).report('acme', KEY, REPORT);
      expect(answer).toEqual({ said: 'yes', done: null });
    }));

test.each([
  { state: 'there is no business acme', status: 404, code: 'subscription_not_found' },
  { state: 'the usage of that day is billed', status: 409, code: 'day_closed' },
])('usage is refused where $state', ({ state, status, code }) =>
  agreement.pact
    .addInteraction()
    .given(state)
    .uponReceiving('a report of usage')
    .withRequest('POST', '/v1/acme/usage', (request) => request.headers(REPORTING).jsonBody(REPORT))
    .willRespondWith(status, (answer) => answer.jsonBody({ code: word(code) }))
    .executeTest(async ({ url }) => {
      const answer = await new SubscriptionsClient(agreement.http(url)).report('acme', KEY, REPORT);
      expect(answer).toEqual({ said: 'no', code });
    }),
);

test('the pact is the committed one', () => {
  const { made, committed } = agreement.compared();
  expect(made).toBe(committed);
});

test('the double keeps to the pact', async () => {
  const double = await SubscriptionsDouble.start();
  const is = (subscription: object | undefined, refusing?: typeof double.refusing) => (): void => {
    double.refusing = refusing;
    if (subscription === undefined) double.subscriptions.delete('acme');
    else double.subscriptions.set('acme', subscription);
  };
  const stands = (status: string) => ({ plan: PLAN, status, paidUntil: PAID, graceUntil: GRACE });
  try {
    await verify('subscriptions', double.url, {
      'the subscription of acme is active': is(stands('active')),
      'the subscription of acme is past_due': is(stands('past_due')),
      'the subscription of acme is revoked': is(stands('revoked')),
      'acme has a plan without limits and without an end': is({ plan: { code: 'endless' }, status: 'active' }),
      'there is no business acme': is(undefined),
      'our token may not ask about acme': is(stands('active'), { status: 403, code: 'not_allowed' }),
      'the usage of that day is billed': is(stands('active'), { status: 409, code: 'day_closed' }),
    });
  } finally {
    await double.stop();
  }
  expect(double.calls.every(({ authorization }) => authorization === 'Bearer the-token')).toBe(true);
});
