import { readFileSync } from 'node:fs';
import { mpesaPassword, mpesaTime, mpesaTimestamp } from './mpesa-account.js';
import { MPESA_ACCEPTED, mpesaCallbackIn } from './mpesa-callbacks.js';

const { mpesa } = JSON.parse(readFileSync('test/vectors/mobile-money.json', 'utf8'));

test('the password is made as the vectors say', () => {
  const { shortcode, passkey, timestamp, password } = mpesa.password_example;
  expect(mpesaPassword(shortcode, passkey, timestamp)).toBe(password);
});

test('times are East Africa time, as numbers and as texts', () => {
  const at = new Date('2026-11-20T18:30:12Z');
  expect(mpesaTimestamp(at)).toBe('20261120213012');
  expect(mpesaTime(20261120213012)).toEqual(at);
  expect(mpesaTime('20261120213012')).toEqual(at);
});

test.each([20260231000000, '2026112021301', 'yesterday', null, 20261120246000])('%p is no time', (value) => {
  expect(mpesaTime(value)).toBeUndefined();
});

test('what M-Pesa wants to hear', () => expect(MPESA_ACCEPTED).toEqual(mpesa.answer_expected));

test('a push that was paid, its balance without a value', () => {
  expect(mpesaCallbackIn(mpesa.paid)).toEqual({
    kind: 'stk',
    checkoutRequestId: 'ws_CO_20112026213000000700000001',
    paid: true,
    reason: null,
    amount: '1250',
    receipt: 'TKL0000001',
    paidAt: new Date('2026-11-20T18:30:12Z'),
    phoneEnd: '001',
  });
});

test.each([
  ['cancelled_by_customer', 'cancelled_by_customer'],
  ['no_answer', 'no_answer'],
  ['insufficient', 'insufficient_funds'],
  ['wrong_pin', 'wrong_pin'],
])('a push that failed has no metadata: %s', (vector, reason) => {
  expect(mpesaCallbackIn(mpesa[vector])).toMatchObject({
    paid: false,
    reason,
    amount: null,
    receipt: null,
    paidAt: null,
  });
});

test('somebody paid by themselves', () => {
  expect(mpesaCallbackIn(mpesa.c2b_confirmation)).toEqual({
    kind: 'c2b',
    receipt: 'TKL0000002',
    amount: '980.00',
    paidAt: new Date('2026-11-20T18:35:00Z'),
    account: 'TABLE12',
    phoneEnd: '006',
  });
});

function paidWith(amount: unknown): unknown {
  const Item = [
    { Name: 'Amount', Value: amount },
    { Name: 'MpesaReceiptNumber', Value: 'R' },
  ];
  return { Body: { stkCallback: { CheckoutRequestID: 'c', ResultCode: '0', CallbackMetadata: { Item } } } };
}

test.each([
  ['1', '1'],
  ['1.0', '1'],
  ['1250.5', '1250.5'],
  ['"1.00"', '1.00'],
  ['-1', null],
  ['1e30', null],
  ['null', null],
  ['{}', null],
])('an amount of %s', (json, amount) => {
  expect(mpesaCallbackIn(paidWith(JSON.parse(json)))).toMatchObject({ amount });
});

test.each([
  null,
  'x',
  [],
  {},
  { Body: null },
  { Body: { stkCallback: {} } },
  { Body: { stkCallback: { CheckoutRequestID: 'c', ResultCode: 'done' } } },
  { Body: { stkCallback: { CheckoutRequestID: 'x'.repeat(101), ResultCode: 0 } } },
  { TransID: 'T' },
  { TransID: 'T', TransAmount: 'much' },
])('%j is no callback', (body) => expect(mpesaCallbackIn(body)).toBeUndefined());

test('odd metadata says nothing', () => {
  const body = (CallbackMetadata: unknown) => ({
    Body: { stkCallback: { CheckoutRequestID: 'c', ResultCode: 0, CallbackMetadata } },
  });
  for (const metadata of [null, [], { Item: null }, { Item: [null, 3, { Name: 4 }, { Value: 1 }] }])
    expect(mpesaCallbackIn(body(metadata))).toMatchObject({ paid: true, amount: null, receipt: null });
});
