import { SIBLING_DEFAULTS, SiblingClient } from '../../platform/sibling-http/sibling-client.js';
import { SiblingFailed } from '../../platform/sibling-http/sibling-failed.js';
import { AnswerNotUnderstood, memberIn, movementIn, refusalIn } from './loyalty-ledger-answers.js';
import { LoyaltyLedgerClient } from './loyalty-ledger-client.js';
import { LoyaltyLedgerDouble, type Trouble } from './loyalty-ledger-double.examples.js';

// The contract of README.md, against a double over real HTTP.

let ledger: LoyaltyLedgerDouble;
let client: LoyaltyLedgerClient;
beforeAll(async () => {
  ledger = await LoyaltyLedgerDouble.start();
  ledger.lateMs = 600_000; // longer than anybody waits
});
afterAll(() => ledger.stop());
const opened: SiblingClient[] = [];
beforeEach(() => void (client = connected(20_000)));
afterEach(() => opened.splice(0).forEach((http) => http.close()));

function connected(timeoutMs: number): LoyaltyLedgerClient {
  const settings = { ...SIBLING_DEFAULTS, name: 'loyalty', baseUrl: ledger.url, token: 'secret', timeoutMs };
  const http = new SiblingClient({ ...settings, triesMax: 1 }, { tried: () => undefined, breaker: () => undefined });
  opened.push(http);
  return new LoyaltyLedgerClient(http);
}

let last = 0;
function newCustomer(balance = 1_000): string {
  last += 1;
  const customerId = `a b/${last}`; // needs encoding
  ledger.open('acme', customerId, balance);
  return customerId;
}
const USD = (amount: number) => ({ amount, currency: 'USD' });

test('a movement is made once for a key, with the bearer token', async () => {
  const customerId = newCustomer();
  const burn = { kind: 'burn', customerId, orderId: null, amount: USD(300), reference: null } as const;
  const first = await client.move('acme', 'k1', burn);
  expect(first).toEqual({ said: 'yes', done: { movementId: expect.any(String), points: 300, balance: 700 } });
  expect(await client.move('acme', 'k1', burn)).toEqual(first);
  expect(ledger.of('acme', customerId)).toEqual([['burn', 300]]);
  expect(ledger.calls.at(-1)).toEqual({
    path: '/v1/acme/loyalty/movements',
    key: 'k1',
    authorization: 'Bearer secret',
  });
});

test('points that are named are the points, whatever the amount', async () => {
  const customerId = newCustomer(0);
  const earn = { kind: 'earn', customerId, orderId: 'o', amount: USD(300), points: 3, reference: null } as const;
  expect(await client.move('acme', 'k2', earn)).toMatchObject({ done: { points: 3, balance: 3 } });
});

test('a customer is enrolled once, and shown', async () => {
  const customerId = 'new one';
  const member = { customerId, groups: [], entitlements: [], balance: 0, status: 'active' };
  for (const key of ['k3', 'k3', 'k4'])
    expect(await client.enrol('acme', key, customerId)).toEqual({ said: 'yes', done: member });
  expect(await client.member('acme', customerId)).toEqual({ said: 'yes', done: member });
});

test('no is an answer, with the word of the ledger', async () => {
  const customerId = newCustomer(1);
  const burn = { kind: 'burn', customerId, orderId: null, amount: USD(2), reference: null } as const;
  expect(await client.move('acme', 'k5', burn)).toEqual({ said: 'no', code: 'points_too_low' });
  expect(await client.member('acme', 'nobody')).toEqual({ said: 'no', code: 'member_not_found' });
});

test.each<[Trouble, new (...facts: never[]) => Error]>([
  ['before', SiblingFailed],
  ['after', SiblingFailed],
  ['late', SiblingFailed],
  ['error', SiblingFailed],
  ['elsewhere', AnswerNotUnderstood],
])('trouble (%s) leaves the outcome open, and the same call again tells', async (trouble, failure) => {
  const customerId = newCustomer();
  const burn = { kind: 'burn', customerId, orderId: null, amount: USD(5), reference: null } as const;
  ledger.troubles.push(trouble);
  const asking = trouble === 'late' ? connected(500) : client; // who waits in vain is in a hurry, nobody else
  await expect(asking.move('acme', `k-${trouble}`, burn)).rejects.toBeInstanceOf(failure);
  ledger.troubles.length = 0; // a call that was given up before it left has met none
  expect(await client.move('acme', `k-${trouble}`, burn)).toMatchObject({ done: { balance: 995 } });
  expect(ledger.of('acme', customerId)).toHaveLength(1);
});

test.each([
  ['nothing', null],
  ['no name', { points: 1, balance: 1 }],
  ['half a point', { movementId: 'm', points: 0.5, balance: 1 }],
  ['points below zero', { movementId: 'm', points: -1, balance: 1 }],
  ['a balance that is text', { movementId: 'm', points: 1, balance: '1' }],
])('%s is no movement', (_, body) => expect(() => movementIn(body)).toThrow(AnswerNotUnderstood));

test.each([
  ['no customer', { balance: 1 }],
  ['groups that are none', { customerId: 'c', balance: 1, groups: 'staff' }],
  ['a state that is none', { customerId: 'c', balance: 1, status: 'gone' }],
])('%s is no member', (_, body) => expect(() => memberIn(body)).toThrow(AnswerNotUnderstood));

test('a refusal without a word of the ledger is none', () => {
  expect(() => refusalIn('no', 404)).toThrow('answered 404 without a code');
  expect(refusalIn({ code: 'too_many_today' }, 422)).toBe('too_many_today');
});
