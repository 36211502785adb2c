import { setTimeout as sleep } from 'node:timers/promises';
import { TreasuryDouble, type Trouble } from '../../../../clients/treasury/treasury-double.examples.js';
import type { TreasuryPaymentStatus } from '../../../../clients/treasury/treasury-messages.js';
import type { ChargeAnswer, PaymentProvider, ProviderCharge } from '../../ports/payment-provider.js';
import { TreasuryConnection } from './treasury-connection.js';

let treasury: TreasuryDouble;
let connection: TreasuryConnection;
let provider: PaymentProvider;
beforeEach(async () => {
  treasury = await TreasuryDouble.start();
  connection = connected();
  ({ provider } = connection);
});
afterEach(async () => {
  await connection.close();
  await treasury.stop();
});

function connected(timeoutMs = 20_000): TreasuryConnection {
  const settings = { treasuryUrl: treasury.url, treasuryToken: 'secret', siblingTimeoutMs: 60_000 };
  const observer = { tried: () => undefined, breaker: () => undefined };
  return new TreasuryConnection({ ...settings, paymentAnswerMs: timeoutMs }, observer);
}

const USD = (amount: number) => ({ amount, currency: 'USD' });
const base = {
  tenantId: 't',
  tenantSlug: 'acme',
  outletId: 'u',
  orderId: 'o',
  createdAt: new Date(0),
  reference: null,
};
const charge = (key: string, changes: Partial<ProviderCharge> = {}): ProviderCharge => ({
  ...{ ...base, key, orderNumber: 'A-000001', tender: 'card', amount: USD(1_250), payer: { token: 'tok_1' } },
  ...changes,
});
const refund = (key: string, chargeKey: string, amount = 250) => ({
  ...{ ...base, key, chargeKey, chargeReference: null, amount: USD(amount), reason: 'cold' },
});
const payout = (key: string) => ({ ...base, key, amount: USD(70), payee: '254700000001', reason: 'tips' });

test.each<[TreasuryPaymentStatus, ChargeAnswer]>([
  ['initiated', { kind: 'pending', reference: 'pay-1' }],
  ['pending', { kind: 'pending', reference: 'pay-1' }],
  ['captured', { kind: 'captured', amount: USD(1_250), reference: 'pay-1' }],
  ['failed', { kind: 'failed', reason: 'declined', reference: 'pay-1' }],
  ['cancelled', { kind: 'failed', reason: 'cancelled', reference: 'pay-1' }],
  ['refunded', { kind: 'captured', amount: USD(1_250), reference: 'pay-1' }],
  ['charged_back', { kind: 'captured', amount: USD(1_250), reference: 'pay-1' }],
])('a payment that is %s', async (status, answer) => {
  treasury.ledger.fates.push({ status });
  expect(await provider.charge(charge('k'))).toEqual(answer);
  expect(await provider.statusOf(charge('k'))).toEqual(answer);
  expect(await provider.charge(charge('k'))).toEqual(answer);
  expect(treasury.ledger.payments.size).toBe(1);
});

test('another amount than asked is told', async () => {
  treasury.ledger.fates.push({ status: 'captured', captured: USD(1_000) });
  expect(await provider.charge(charge('k'))).toMatchObject({ kind: 'captured', amount: USD(1_000) });
});

test('what is not taken at all has failed, with the word of the treasury', async () => {
  treasury.ledger.refusals.push({ status: 422, body: { code: 'terminal_unknown' } });
  expect(await provider.charge(charge('k'))).toEqual({ kind: 'failed', reason: 'terminal_unknown', reference: null });
  expect(await provider.statusOf(charge('k'))).toEqual({ kind: 'absent', error: 'payment_not_found' });
});

test('a key that is in use, or was used otherwise, decides nothing', async () => {
  await provider.charge(charge('k'));
  expect(await provider.charge(charge('k', { amount: USD(1) }))).toEqual({
    ...{ kind: 'unknown', error: 'idempotency_key_reused' },
  });
});

test.each<[Trouble, ChargeAnswer['kind'], ChargeAnswer['kind']]>([
  ['before', 'unknown', 'absent'],
  ['after', 'unknown', 'captured'],
  ['error', 'unknown', 'absent'],
  ['error_after', 'unknown', 'captured'],
  ['elsewhere', 'unknown', 'absent'],
  ['busy', 'absent', 'absent'],
])('trouble (%s): %s, and asked later %s; charged again it is one payment', async (trouble, first, later) => {
  treasury.troubles.push(trouble);
  expect((await provider.charge(charge('k'))).kind).toBe(first);
  expect((await provider.statusOf(charge('k'))).kind).toBe(later);
  expect((await provider.charge(charge('k'))).kind).toBe('captured');
  expect(treasury.ledger.payments.get('acme k')?.moved).toBe(1);
});

test('a treasury that is slow is not waited for longer than a request may wait', async () => {
  treasury.slow = true;
  treasury.lateMs = 60_000;
  const hasty = connected(200);
  expect((await hasty.provider.charge(charge('k'))).kind).toBe('unknown');
  await hasty.close();
  expect(treasury.ledger.payment('acme', 'k')?.status).toBe('captured'); // it was done all the same
});

test('whoever is not believed has done nothing; asking tells nothing', async () => {
  treasury.ledger.refusals.push({ status: 401, body: {} });
  expect((await provider.charge(charge('k'))).kind).toBe('absent');
});

test('a charge that waits is stopped, one that came in is not, and one that never came is not there', async () => {
  treasury.ledger.fates.push({ status: 'pending' }, { status: 'pending' });
  await provider.charge(charge('a'));
  const { reference } = (await provider.charge(charge('b'))) as { reference: string };
  await provider.charge(charge('c'));
  expect(await provider.cancel(charge('a'))).toMatchObject({ kind: 'failed', reason: 'cancelled' });
  expect(await provider.cancel(charge('b', { reference }))).toMatchObject({ kind: 'failed', reason: 'cancelled' });
  expect(await provider.cancel(charge('c'))).toMatchObject({ kind: 'captured', amount: USD(1_250) });
  expect(await provider.cancel(charge('d'))).toMatchObject({ kind: 'absent' });
  expect(await provider.cancel(charge('e', { reference: 'pay-99' }))).toMatchObject({ kind: 'unknown' });
});

test('refunds and payouts, done once however often they are asked for', async () => {
  await provider.charge(charge('c'));
  treasury.troubles.push('after');
  expect((await provider.refund(refund('r', 'c'))).kind).toBe('unknown');
  for (const ask of ['refund', 'statusOfRefund', 'refund'] as const)
    expect(await provider[ask](refund('r', 'c'))).toEqual({ kind: 'done', reference: 'ref-2' });
  expect(await provider.refund(refund('r2', 'c', 1_001))).toMatchObject({
    kind: 'failed',
    reason: 'refund_exceeds_payment',
  });
  expect(await provider.statusOfRefund(refund('r2', 'c', 1_001))).toMatchObject({ kind: 'absent' });
  expect(treasury.ledger.balances('acme')).toEqual({ c: 1_000 });
  treasury.ledger.fates.push({ status: 'pending' }, { status: 'failed', reason: 'account_closed' });
  expect(await provider.payOut(payout('p'))).toMatchObject({ kind: 'pending' });
  expect(await provider.statusOfPayout(payout('p'))).toMatchObject({ kind: 'pending' });
  expect(await provider.payOut(payout('p2'))).toMatchObject({ kind: 'failed', reason: 'account_closed' });
  expect(await provider.statusOfPayout(payout('p3'))).toMatchObject({ kind: 'absent' });
});

test('nobody there: charges never left, and questions tell nothing', async () => {
  expect(connection.state()).toBe('up');
  await treasury.goAway();
  expect((await provider.charge(charge('k'))).kind).toBe('absent');
  expect((await provider.refund(refund('r', 'k'))).kind).toBe('absent');
  expect((await provider.statusOf(charge('k'))).kind).toBe('unknown');
  expect((await provider.cancel(charge('k'))).kind).toBe('unknown');
  expect(connection.state()).toBe('down');
});

test('after a row of failures nothing is tried, and it is known for how long', async () => {
  treasury.dead = true;
  for (let call = 0; call < 5; call += 1) expect((await provider.charge(charge(`k${call}`))).kind).toBe('unknown');
  const heard = treasury.heard.length;
  expect(provider.awayFor()).toBeGreaterThan(0);
  expect(provider.awayFor()).toBeLessThanOrEqual(10);
  expect((await provider.charge(charge('k'))).kind).toBe('absent');
  expect((await provider.statusOf(charge('k0'))).kind).toBe('unknown');
  expect(treasury.heard).toHaveLength(heard);
  treasury.dead = false;
  while (provider.awayFor() !== null) await sleep(100);
  expect((await provider.charge(charge('k'))).kind).toBe('captured');
});

test('without an address there is no treasury', async () => {
  const none = { treasuryUrl: undefined, treasuryToken: undefined, siblingTimeoutMs: 1, paymentAnswerMs: 1 };
  const without = new TreasuryConnection(none, { tried: () => undefined, breaker: () => undefined });
  expect(without.state()).toBe('not configured');
  expect(without.provider.awayFor()).toBeGreaterThan(0);
  expect((await without.provider.charge(charge('k'))).kind).toBe('absent');
  expect((await without.provider.statusOf(charge('k'))).kind).toBe('unknown');
  await without.close();
});
