import type { InboundEvent } from '../../../../platform/inbox/inbound-event.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { HearOfPayment } from '../../application/hear-of-payment.js';
import { noticeOf, TreasuryAnnouncements } from './treasury-announcements.js';

const HEARD = new Date('2026-11-21T10:00:05Z');
const TOLD = new Date('2026-11-21T10:00:00Z');
const USD = (amount: number) => ({ amount, currency: 'USD' });
const PAYMENT = {
  id: 'pay-1',
  reference: 'charge-1',
  status: 'captured',
  amount: USD(500),
  captured: USD(400),
  reason: null,
};

const event = (name: string, data: unknown, changes: Partial<InboundEvent> = {}): InboundEvent => ({
  ...{ source: 'treasury', id: 'e-1', type: `treasury.${name}`, tenantSlug: 'acme', time: TOLD, data },
  ...changes,
});
const told = (name: string, data: unknown) => noticeOf(event(name, data), HEARD);
const COMMON = { provider: 'treasury', noticeId: 'e-1', trusted: true, reason: null, payerHint: null, at: TOLD };
const OF_CHARGE = { ...COMMON, about: 'charge', key: 'charge-1', reference: 'pay-1' };

test.each([
  ['payment_initiated', { ...OF_CHARGE, outcome: 'pending', amount: USD(500) }],
  ['payment_captured', { ...OF_CHARGE, outcome: 'captured', amount: USD(400) }],
  ['payment_failed', { ...OF_CHARGE, outcome: 'failed', amount: USD(500) }],
])('%s', (name, notice) => expect(told(name, PAYMENT)).toEqual(notice));

test.each([
  ['refund', 'processed', 'done'],
  ['refund', 'failed', 'failed'],
  ['payout', 'processed', 'done'],
  ['payout', 'failed', 'failed'],
])('%s that is %s', (about, status, outcome) => {
  const data = { id: 't-1', reference: `${about}-1`, status, amount: USD(70), reason: 'account_closed' };
  const notice = { ...COMMON, about, outcome, key: `${about}-1`, reference: 't-1', amount: USD(70) };
  expect(told(`${about}_processed`, data)).toEqual({ ...notice, reason: 'account_closed' });
});

test.each([
  ['opened', 'charged_back'],
  ['lost', 'charged_back'],
  ['won', 'chargeback_won'],
])('a chargeback that is %s names the payment', (name, outcome) => {
  const data = { id: 'cb', paymentId: 'pay-1', paymentReference: 'charge-1', amount: USD(500), reason: 'fraudulent' };
  const notice = { ...OF_CHARGE, about: 'chargeback', outcome, amount: USD(500), reason: 'fraudulent' };
  expect(told(`chargeback_${name}`, data)).toEqual(notice);
});

test('a payment that is not ours has no key', () => {
  const { reference: _none, ...stray } = PAYMENT;
  for (const data of [stray, { ...PAYMENT, reference: null }])
    expect(told('payment_captured', data)).toMatchObject({ key: null, reference: 'pay-1', amount: USD(400) });
});

test.each([
  ['…0001', null],
  ['***001', '***001'],
  ['+254700000001', null],
  ['4111111111111111', null],
  ['<b>', null],
  [7, null],
])('who paid, told as %p, is kept as %p', (payerHint, kept) => {
  expect(told('payment_captured', { ...PAYMENT, payerHint }).payerHint).toBe(kept);
});

test('a reason that people wrote stays out; without a time it is when it was heard', () => {
  const notice = told('payment_failed', { ...PAYMENT, reason: 'Ask Mr. Smith' });
  expect(notice.reason).toBeNull();
  const { time: _none, ...timeless } = event('payment_failed', PAYMENT);
  expect(noticeOf(timeless, HEARD).at).toEqual(HEARD);
});

test.each<[string, unknown, string[]]>([
  ['nothing', null, ['/data/id', '/data/amount']],
  ['a key that is none', { ...PAYMENT, reference: 7 }, ['/data/reference']],
  ['a negative amount', { ...PAYMENT, captured: USD(-1) }, ['/data/amount']],
  ['half a cent', { ...PAYMENT, captured: USD(0.5) }, ['/data/amount']],
  ['no currency', { ...PAYMENT, captured: { amount: 1 } }, ['/data/amount']],
])('%s is refused, and the places are named', (_, data, pointers) => {
  let refused: unknown;
  try {
    told('payment_captured', data);
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(Refusal);
  const { code, fields } = refused as Refusal;
  expect([code, fields.map(({ pointer }) => pointer)]).toEqual(['treasury_event_invalid', pointers]);
});

test('without a treasury nobody is listened to; with one, in any order', () => {
  const hear = { execute: () => Promise.resolve() } as unknown as HearOfPayment;
  expect(new TreasuryAnnouncements(hear, false).types).toEqual([]);
  const listening = new TreasuryAnnouncements(hear, true);
  expect(listening.types).toHaveLength(8);
  expect('newestOf' in listening).toBe(false);
});
