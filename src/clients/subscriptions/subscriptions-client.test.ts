import { SIBLING_DEFAULTS, SiblingClient } from '../../platform/sibling-http/sibling-client.js';
import { SiblingFailed } from '../../platform/sibling-http/sibling-failed.js';
import { AnswerNotUnderstood, subscriptionIn } from './subscriptions-answers.js';
import { SubscriptionsClient } from './subscriptions-client.js';
import { SubscriptionsDouble } from './subscriptions-double.examples.js';

// The contract of README.md, against a double over real HTTP.

const ANSWER_MAX = 20_000;

let double: SubscriptionsDouble;
let http: SiblingClient;
let client: SubscriptionsClient;
beforeEach(async () => {
  double = await SubscriptionsDouble.start();
  connect(20_000);
});
afterEach(async () => {
  http.close();
  await double.stop();
});

function connect(timeoutMs: number): void {
  const settings = { ...SIBLING_DEFAULTS, name: 'subscriptions', baseUrl: double.url, token: 'secret', timeoutMs };
  const observer = { tried: () => undefined, breaker: () => undefined };
  http = new SiblingClient({ ...settings, triesMax: 1, answerMax: ANSWER_MAX, resetMs: 600_000 }, observer);
  client = new SubscriptionsClient(http);
}

const SOUND = { plan: { code: 'gold' }, status: 'active', paidUntil: '2031-01-01T00:00:00+03:00', graceUntil: null };
const USAGE = { day: '2026-11-20', orders: 1, outlets: 1, devices: 0, staff: 0, integrations: 0, storedOrders: 1 };

test('a subscription is read with the bearer token; what is left out is no limit, what we do not know is passed over', async () => {
  double.subscriptions.set('a%20b', {
    ...SOUND,
    colour: 'blue',
    plan: { code: 'gold', limits: { devices: 2, seats: 9 } },
  });
  const limits = { outlets: null, devices: 2, staff: null, integrations: null };
  const rest = { features: null, ordersIncluded: null, rateLimitPerMinute: null, graceDays: 14 };
  expect(await client.subscription('a b')).toEqual({
    said: 'yes',
    done: {
      plan: { code: 'gold', name: 'gold', limits, ...rest },
      ...{ status: 'active', paidUntil: new Date('2030-12-31T21:00:00Z'), graceUntil: null },
    },
  });
  expect(double.calls).toEqual([{ path: '/v1/a%20b/subscription', authorization: 'Bearer secret' }]);
});

test('a report is counted once for its key, also when the line is cut after it was heard', async () => {
  double.subscriptions.set('acme', SOUND);
  double.cuts = 1;
  await expect(client.report('acme', 'usage-1', USAGE)).rejects.toBeInstanceOf(SiblingFailed);
  expect(await client.report('acme', 'usage-1', USAGE)).toEqual({ said: 'yes', done: null });
  expect(double.reports).toEqual([{ tenant: 'acme', key: 'usage-1', report: USAGE }]);
});

test.each([400, 403, 404, 409, 422])('%i with a word is a no', async (status) => {
  double.refusing = { status, code: 'not_today' };
  expect(await client.subscription('acme')).toEqual({ said: 'no', code: 'not_today' });
  expect(await client.report('acme', 'k', USAGE)).toEqual({ said: 'no', code: 'not_today' });
});

test.each([
  ["somebody else's 404", 404, '{"message":"no such route"}', AnswerNotUnderstood],
  ['a word that people wrote', 422, '{"code":"Call Mr. Smith"}', AnswerNotUnderstood],
  ['a token that is not known', 401, '{"code":"unauthenticated"}', AnswerNotUnderstood],
  ['an address that moved', 302, '', SiblingFailed],
  ['nothing', 200, '', AnswerNotUnderstood],
  ['a list', 200, '[]', AnswerNotUnderstood],
  ['a page', 200, '<html>welcome</html>', SiblingFailed],
  ['half an answer', 200, '{"plan":', SiblingFailed],
  ['a failure', 500, '{"code":"subscription_not_found"}', SiblingFailed],
  ['a gateway without a service', 502, '', SiblingFailed],
  ['too many', 429, '{"code":"slow_down"}', SiblingFailed],
  ['more than is read', 200, JSON.stringify({ ...SOUND, filling: 'x'.repeat(ANSWER_MAX) }), SiblingFailed],
])('%s is silence, and the next answer is heard', async (_, status, body, failure) => {
  double.subscriptions.set('acme', SOUND);
  double.nonsense.push({ status, body });
  await expect(client.subscription('acme')).rejects.toBeInstanceOf(failure);
  expect(await client.subscription('acme')).toMatchObject({ said: 'yes' });
});

test('an answer that is slow is none', async () => {
  http.close();
  connect(50);
  double.slow = true;
  await expect(client.subscription('acme')).rejects.toMatchObject({ reason: 'timeout' });
});

test('after a row of failures nobody is asked any more', async () => {
  double.dead = true;
  for (let call = 0; call < 6; call += 1) await client.subscription('acme').catch(() => undefined);
  const heard = double.calls.length;
  await expect(client.report('acme', 'k', USAGE)).rejects.toMatchObject({ reason: 'breaker_open', neverLeft: true });
  expect(double.calls).toHaveLength(heard);
});

test.each([
  ['no plan', { plan: undefined }],
  ['a plan without a code', { plan: { name: 'Gold' } }],
  ['a code that is endless', { plan: { code: 'x'.repeat(61) } }],
  ['a name that is none', { plan: { code: 'gold', name: 7 } }],
  ['a status that is none', { status: 'golden' }],
  ['half an outlet', { plan: { code: 'gold', limits: { outlets: 0.5 } } }],
  ['fewer than no devices', { plan: { code: 'gold', limits: { devices: -1 } } }],
  ['more than can be counted', { plan: { code: 'gold', limits: { staff: 1e9 + 1 } } }],
  ['a rate of nothing', { plan: { code: 'gold', rateLimitPerMinute: 0 } }],
  ['features that are no list', { plan: { code: 'gold', features: 'promotions' } }],
  ['features that are no words', { plan: { code: 'gold', features: ['__proto__ '] } }],
  ['features without end', { plan: { code: 'gold', features: Array.from({ length: 201 }, () => 'x') } }],
  ['a day that is no time', { paidUntil: '2031-01-01' }],
  ['a time that never comes', { paidUntil: '2031-13-41T00:00:00Z' }],
  ['a number as a time', { graceUntil: 1_900_000_000 }],
])('%s is no subscription', (_, more) =>
  expect(() => subscriptionIn({ ...SOUND, ...more })).toThrow(AnswerNotUnderstood),
);

test('grace that is longer than a year ends with it', () => {
  expect(subscriptionIn({ ...SOUND, plan: { code: 'gold', graceDays: 9_999 } }).plan.graceDays).toBe(366);
});
