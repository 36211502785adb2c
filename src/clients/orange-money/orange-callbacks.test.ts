import { readFileSync } from 'node:fs';
import { orangeCallbackIn } from './orange-callbacks.js';

const { orange } = JSON.parse(readFileSync('test/vectors/mobile-money.json', 'utf8'));

test('WebPay, paid and failed', () => {
  const base = { kind: 'webpay', notifToken: 'example-notif-token' };
  expect(orangeCallbackIn(orange.webpay_paid)).toEqual({ ...base, outcome: 'paid', txnid: 'MP261120.2130.C00001' });
  expect(orangeCallbackIn(orange.webpay_failed)).toEqual({ ...base, outcome: 'failed', txnid: 'MP261120.2131.C00002' });
});

test.each([
  ['SUCCESS', 'paid', null],
  ['FAILED', 'failed', 'declined'],
  ['PENDING', 'pending', null],
])('the shape of the DR Congo: %s', (transactionStatus, outcome, reason) => {
  const body = { ...orange.drc_b2b_shape, transactionStatus, peerId: '812345678' };
  expect(orangeCallbackIn(body)).toEqual({
    kind: 'b2b',
    outcome,
    partnerTransactionId: 'POS-1003',
    transactionId: 'OM-1',
    amount: '5000',
    currency: 'CDF',
    reason,
    phoneEnd: '678',
  });
});

test.each([null, 3, {}, { notif_token: 'x' }, { notif_token: 'x', status: 'MAYBE' }, { partnerTransactionId: 'x' }])(
  '%j is no callback',
  (body) => expect(orangeCallbackIn(body)).toBeUndefined(),
);
