import { flowOf, hindranceOf, needsNetwork, tenderByKey, type PayTender } from './pay-tender.js';

const tender = (code: string, kind: string, provider: string | null = null): PayTender => ({
  ...{ code, kind, provider, name: code, referenceRequired: false, refundable: true, surcharge: null },
});

test.each([
  { of: tender('cash', 'cash'), flow: 'cash', network: false },
  { of: tender('slip', 'card'), flow: 'hand', network: false },
  { of: tender('card', 'card', 'treasury'), flow: 'card', network: true },
  { of: tender('mpesa', 'mobile_money', 'mpesa'), flow: 'phone', network: true },
  { of: tender('mpesa', 'mobile_money'), flow: 'hand', network: false },
  { of: tender('gift', 'gift_card'), flow: 'code', network: true },
  { of: tender('voucher', 'voucher'), flow: 'code', network: true },
  { of: tender('account', 'house_account'), flow: 'account', network: true },
  { of: tender('points', 'loyalty'), flow: 'points', network: true },
  { of: tender('meal', 'custom'), flow: 'hand', network: false },
])('$of.code of $of.kind by $of.provider: $flow', ({ of, flow, network }) => {
  expect([flowOf(of), needsNetwork(of)]).toEqual([flow, network]);
});

const fine = { online: true, training: false, customer: false };
test.each([
  { of: tender('cash', 'cash'), now: { ...fine, online: false, training: true }, why: undefined },
  { of: tender('card', 'card', 'x'), now: fine, why: undefined },
  { of: tender('card', 'card', 'x'), now: { ...fine, online: false }, why: 'pay.needsNetwork' },
  { of: tender('card', 'card', 'x'), now: { ...fine, training: true }, why: 'pay.notInTraining' },
  { of: tender('points', 'loyalty'), now: fine, why: 'pay.needsCustomer' },
  { of: tender('points', 'loyalty'), now: { ...fine, customer: true }, why: undefined },
])('$of.code with $now: $why', ({ of, now, why }) => {
  expect(hindranceOf(of, now)).toBe(why);
});

test('letters pick the first tender of their kind', () => {
  const all = [tender('eft', 'eftpos'), tender('visa', 'card'), tender('cash', 'cash'), tender('v', 'voucher')];
  const keys = [...tenderByKey(all)].map(([action, { code }]) => [action, code]);
  expect(keys).toEqual([
    ['tenderCash', 'cash'],
    ['tenderCard', 'visa'],
    ['tenderGift', 'v'],
  ]);
});
