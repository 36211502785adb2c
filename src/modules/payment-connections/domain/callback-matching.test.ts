import { matchCallback } from './callback-matching.js';
import type { ConnectionId } from './connection.js';
import type { HeardCallback } from './heard-callback.js';
import type { ProviderRequest } from './provider-request.js';

const AT = new Date('2026-11-20T10:00:00Z');
const KES = (amount: number) => ({ amount, currency: 'KES' });
const asked: ProviderRequest = {
  ...{ key: 'charge-1', provider: 'mpesa', requestId: 'c1', connectionId: 'x' as ConnectionId, amount: KES(125_000) },
  ...{ state: 'accepted', reference: 'ws_1', receipt: null, notifyHash: null, paymentUrl: null, doubtful: false },
  askedAt: AT,
};
const paid: HeardCallback = {
  ...{ requestId: null, reference: 'ws_1', receipt: 'TKL1', notifyToken: null, outcome: 'captured', amount: '1250' },
  ...{ currency: null, reason: null, trusted: false, payerHint: null, at: null },
};
const match = (heard: Partial<HeardCallback>, request: ProviderRequest | undefined = asked) =>
  matchCallback('mpesa', { ...paid, ...heard }, request, { noticeId: 'n', at: AT });

test('for ours: found by our key, the receipt is kept', () => {
  const { notice, request } = match({});
  expect(notice).toMatchObject({ key: 'charge-1', amount: KES(125_000), trusted: false, at: AT });
  expect(request).toMatchObject({ receipt: 'TKL1', doubtful: false });
});

test('before the answer to the request: the name is learnt', () => {
  expect(match({}, { ...asked, reference: null, state: 'asked' }).request).toMatchObject({
    reference: 'ws_1',
    receipt: 'TKL1',
  });
});

test('another name than we were given is not for ours', () => {
  const { notice, request } = match({ reference: 'ws_2' });
  expect([notice.key, request]).toEqual([null, undefined]);
});

test('another amount, unproven, leaves it to people; proven it does not', () => {
  expect(match({ amount: '1249' }).request).toMatchObject({ doubtful: true, receipt: null });
  expect(match({ amount: '1249', trusted: true }).request).toBeUndefined();
});

test('for nothing that was asked: an orphan in the only currency there is', () => {
  const { notice, request } = matchCallback('mpesa', paid, undefined, { noticeId: 'n', at: AT });
  expect(notice).toMatchObject({ key: null, reference: 'ws_1', amount: KES(125_000) });
  expect(request).toBeUndefined();
});

test('an amount that cannot be counts as not told', () => {
  expect(match({ amount: '1250.555' }).notice.amount).toBeNull();
});

test('told again, nothing is new', () => {
  const { request } = match({});
  expect(match({}, request).request).toBeUndefined();
});
