import { readFileSync } from 'node:fs';
import { airtelPhone } from './airtel-account.js';
import { airtelCallbackIn, airtelHash, airtelOutcome } from './airtel-callbacks.js';

const { airtel } = JSON.parse(readFileSync('test/vectors/mobile-money.json', 'utf8'));

test('every code of the vectors has a meaning', () => {
  const meanings = { TS: 'paid', TF: 'failed', TIP: 'pending', TA: 'ambiguous' };
  expect(Object.fromEntries(Object.keys(airtel.codes).map((code) => [code, airtelOutcome(code)]))).toEqual(meanings);
});

test('paid: no amount is told, and nothing is proven without a hash', () => {
  expect(airtelCallbackIn(airtel.paid, 'key')).toEqual({
    id: 'POS-1001',
    outcome: 'paid',
    reason: null,
    airtelMoneyId: 'MP261120.2130.L00001',
    authentic: false,
  });
});

test('failed, and why', () => {
  expect(airtelCallbackIn(airtel.failed, undefined)).toMatchObject({ outcome: 'failed', reason: 'insufficient_funds' });
});

test('a hash proves it, of this content and with this key only', () => {
  const { transaction } = airtel.paid;
  const hash = airtelHash(transaction, 'key');
  expect(airtelCallbackIn({ transaction, hash }, 'key')?.authentic).toBe(true);
  expect(airtelCallbackIn({ transaction, hash }, 'other')?.authentic).toBe(false);
  expect(airtelCallbackIn({ transaction, hash }, undefined)?.authentic).toBe(false);
  expect(airtelCallbackIn({ transaction: { ...transaction, id: 'POS-1002' }, hash }, 'key')?.authentic).toBe(false);
  expect(airtelCallbackIn({ transaction, hash: 'x' }, 'key')?.authentic).toBe(false);
});

test.each([
  null,
  'x',
  {},
  { transaction: null },
  { transaction: { id: '', status_code: 'TS' } },
  { transaction: { id: 'a', status_code: 'TX' } },
])('%j is no callback', (body) => expect(airtelCallbackIn(body, 'key')).toBeUndefined());

test('phone numbers are told without the country', () => {
  expect(airtelPhone('254730000001', 'KE')).toBe('730000001');
  expect(airtelPhone('730000001', 'KE')).toBe('730000001');
});
