import { SIBLING_DEFAULTS, SiblingClient } from '../../platform/sibling-http/sibling-client.js';
import { SiblingFailed } from '../../platform/sibling-http/sibling-failed.js';
import { AnswerNotUnderstood, oneIn, ownIn, paymentIn, refusalIn, transferIn } from './treasury-answers.js';
import { TreasuryClient } from './treasury-client.js';
import { TreasuryDouble, type Trouble } from './treasury-double.examples.js';

// The contract of README.md, against a double over real HTTP.

let treasury: TreasuryDouble;
let client: TreasuryClient;
beforeAll(async () => {
  treasury = await TreasuryDouble.start();
  treasury.lateMs = 600_000; // longer than anybody waits
});
afterAll(() => treasury.stop());
const opened: SiblingClient[] = [];
beforeEach(() => void (client = connected(20_000)));
afterEach(() => opened.splice(0).forEach((http) => http.close()));

function connected(timeoutMs: number): TreasuryClient {
  const settings = { ...SIBLING_DEFAULTS, name: 'treasury', baseUrl: treasury.url, token: 'secret', timeoutMs };
  const http = new SiblingClient({ ...settings, triesMax: 1 }, { tried: () => undefined, breaker: () => undefined });
  opened.push(http);
  return new TreasuryClient(http);
}

const USD = (amount: number) => ({ amount, currency: 'USD' });
const wish = (reference: string, amount = 1_250) => ({
  ...{ reference, amount: USD(amount), method: 'card', payer: { terminal: 'T 1' }, description: 'A-000001' },
  metadata: { orderId: 'o', outletId: 'u' },
});

test('a payment is made once for a reference, which is the key, with the bearer token', async () => {
  const first = await client.charge('acme', wish('charge-1'));
  const captured = { ...{ reference: 'charge-1', status: 'captured', amount: USD(1_250) }, captured: USD(1_250) };
  expect(first).toEqual({ said: 'yes', done: { id: expect.any(String), reason: null, ...captured } });
  expect(await client.charge('acme', wish('charge-1'))).toEqual(first);
  expect(treasury.ledger.balances('acme')).toEqual({ 'charge-1': 1_250 });
  expect(treasury.heard.at(-1)).toEqual({
    ...{ method: 'POST', path: '/v1/acme/payments', key: 'charge-1', authorization: 'Bearer secret' },
    body: wish('charge-1'),
  });
});

test('a payment is found by its id and by our reference, and only in its own business', async () => {
  const made = await client.charge('a b', wish('charge 2/x'));
  if (made.said === 'no') throw new Error(made.code);
  expect(await client.payment('a b', made.done.id)).toEqual(made);
  expect(await client.paymentBy('a b', 'charge 2/x')).toEqual(made);
  const missing = { said: 'no', status: 404, code: 'payment_not_found' };
  expect(await client.paymentBy('acme', 'charge 2/x')).toEqual(missing);
  expect(await client.payment('acme', made.done.id)).toEqual(missing);
});

test('one that waits is cancelled; one that came in stays', async () => {
  treasury.ledger.fates.push({ status: 'pending' });
  const [waiting, paid] = [await client.charge('acme', wish('w')), await client.charge('acme', wish('p'))];
  if (waiting.said === 'no' || paid.said === 'no') throw new Error('refused');
  expect(await client.cancel('acme', waiting.done.id)).toMatchObject({ done: { status: 'cancelled', captured: null } });
  expect(await client.cancel('acme', paid.done.id)).toMatchObject({
    done: { status: 'captured', captured: USD(1_250) },
  });
});

test('refunds and payouts are made once, and found', async () => {
  await client.charge('acme', wish('charge-3'));
  const refund = { reference: 'refund-3', paymentReference: 'charge-3', amount: USD(250), reason: 'cold' };
  const payout = { reference: 'payout-3', amount: USD(70), payee: '254700000001', reason: 'tips' };
  const given = await client.refund('acme', refund);
  expect(given).toMatchObject({ done: { reference: 'refund-3', status: 'processed', amount: USD(250), reason: null } });
  expect(await client.refund('acme', refund)).toEqual(given);
  expect(await client.refundBy('acme', 'refund-3')).toEqual(given);
  expect(await client.refundBy('acme', 'refund-4')).toEqual({ said: 'no', status: 404, code: 'refund_not_found' });
  const paid = await client.payOut('acme', { ...payout, metadata: { outletId: 'u' } });
  expect(await client.payoutBy('acme', 'payout-3')).toEqual(paid);
  expect(await client.payoutBy('acme', 'payout-4')).toEqual({ said: 'no', status: 404, code: 'payout_not_found' });
  expect(await client.refund('acme', { ...refund, reference: 'refund-5', amount: USD(1_001) })).toEqual({
    ...{ said: 'no', status: 422, code: 'refund_exceeds_payment' },
  });
  expect(treasury.ledger.balances('acme')['charge-3']).toBe(1_000);
});

test.each<[Trouble, new (...facts: never[]) => Error]>([
  ['before', SiblingFailed],
  ['after', SiblingFailed],
  ['late', SiblingFailed],
  ['error', SiblingFailed],
  ['error_after', SiblingFailed],
  ['busy', SiblingFailed],
  ['elsewhere', AnswerNotUnderstood],
])('trouble (%s) leaves the outcome open, and the same call again tells', async (trouble, failure) => {
  const reference = `charge-${trouble}`;
  treasury.troubles.push(trouble);
  const asking = trouble === 'late' ? connected(500) : client; // who waits in vain is in a hurry, nobody else
  await expect(asking.charge('acme', wish(reference))).rejects.toBeInstanceOf(failure);
  treasury.troubles.length = 0; // a call that was given up before it left has met none
  expect(await client.charge('acme', wish(reference))).toMatchObject({ done: { status: 'captured' } });
  expect(treasury.ledger.payments.get(`acme ${reference}`)?.moved).toBe(1);
});

test('the same key for another wish is refused', async () => {
  await client.charge('acme', wish('charge-8'));
  const other = await client.charge('acme', wish('charge-8', 99));
  expect(other).toEqual({ said: 'no', status: 409, code: 'idempotency_key_reused' });
});

const SOUND = { id: 'p', reference: 'r', status: 'captured', amount: USD(1), captured: USD(1) };
test.each([
  ['nothing', null],
  ['no id', { ...SOUND, id: '' }],
  ['a state that is none', { ...SOUND, status: 'done' }],
  ['half a cent', { ...SOUND, amount: USD(0.5) }],
  ['less than nothing', { ...SOUND, captured: USD(-1) }],
  ['no currency', { ...SOUND, amount: { amount: 1 } }],
  ['money of no amount', { ...SOUND, captured: null }],
])('%s is no payment', (_, body) => expect(() => paymentIn(body)).toThrow(AnswerNotUnderstood));

test('a reason that people wrote stays out', () => {
  expect(paymentIn({ ...SOUND, status: 'failed', reason: 'Call Mr. Smith' }).reason).toBeNull();
  expect(paymentIn({ ...SOUND, status: 'failed', reason: 'insufficient_funds' }).reason).toBe('insufficient_funds');
});

test.each([
  ['nothing', undefined],
  ['a state of payments', { ...SOUND }],
  ['no amount', { ...SOUND, status: 'processed', amount: 5 }],
])('%s is no refund or payout', (_, body) => expect(() => transferIn(body)).toThrow(AnswerNotUnderstood));

test("another's payment is not ours, and two are not one", () => {
  expect(() => ownIn(paymentIn(SOUND), 'other')).toThrow('answered for another reference');
  expect(() => oneIn({ data: [SOUND, SOUND] }, 'r', paymentIn)).toThrow(AnswerNotUnderstood);
  expect(() => oneIn(SOUND, 'r', paymentIn)).toThrow(AnswerNotUnderstood);
});

test('a refusal without a word is none', () => {
  expect(() => refusalIn('no', 404)).toThrow('answered 404 without a code');
  expect(refusalIn({ code: 'too_many_today' }, 422)).toBe('too_many_today');
});
