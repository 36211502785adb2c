import { SIBLING_DEFAULTS, SiblingClient } from '../../platform/sibling-http/sibling-client.js';
import { SiblingFailed } from '../../platform/sibling-http/sibling-failed.js';
import { AnswerNotUnderstood, NotificationsClient } from './notifications-client.js';
import { NotificationsDouble, type Trouble } from './notifications-double.examples.js';
import type { NotificationRequest } from './notifications-messages.js';

// The contract of README.md, against a double over real HTTP.

let double: NotificationsDouble;
let http: SiblingClient;
let client: NotificationsClient;
beforeAll(async () => void (double = await NotificationsDouble.start()));
afterAll(() => double.stop());
beforeEach(() => {
  const settings = { ...SIBLING_DEFAULTS, name: 'notifications', baseUrl: double.url, token: 'secret' };
  const observer = { tried: () => undefined, breaker: () => undefined };
  http = new SiblingClient({ ...settings, timeoutMs: 20_000, triesMax: 1 }, observer);
  client = new NotificationsClient(http);
});
afterEach(() => http.close());

const wish = (reference: string): NotificationRequest => ({
  ...{ reference, channels: ['push'], template: 'pos.payment_unallocated', severity: 'warning' },
  ...{ recipients: { roles: ['manager'], outletId: null }, params: { amount: { amount: 5, currency: 'USD' } } },
});

test('a notice is sent once for its reference, which is the key, with the bearer token', async () => {
  for (let call = 0; call < 2; call += 1)
    expect(await client.notify('a b', wish('n1'))).toEqual({ said: 'yes', id: 'n-n1' });
  expect(double.sent.get('n1')).toEqual({ ...wish('n1'), tenant: 'a b' });
  expect(double.heard.at(-1)).toEqual({ key: 'n1', authorization: 'Bearer secret' });
});

test('no is an answer, with the word of the service', async () => {
  double.troubles.push('refused');
  expect(await client.notify('acme', wish('n2'))).toEqual({ said: 'no', code: 'template_unknown' });
});

test.each<[Trouble, new (...facts: never[]) => Error]>([
  ['before', SiblingFailed],
  ['after', SiblingFailed],
  ['error', SiblingFailed],
  ['elsewhere', AnswerNotUnderstood],
])('trouble (%s) leaves the outcome open, and the same call again tells', async (trouble, failure) => {
  double.troubles.push(trouble);
  await expect(client.notify('acme', wish(trouble))).rejects.toBeInstanceOf(failure);
  expect(await client.notify('acme', wish(trouble))).toMatchObject({ said: 'yes' });
});
