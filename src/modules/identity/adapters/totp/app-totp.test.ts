import { Secret } from 'otpauth';
import { AppTotp } from './app-totp.js';

// RFC 6238, appendix B, the codes of SHA-1; six of their eight digits.
const SECRET = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32;
const VECTORS: readonly [number, string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
];
const totp = new AppTotp();
const at = (seconds: number): Date => new Date(seconds * 1_000);

test.each(VECTORS)('at %d the code is %s, and one step beside it still is', (seconds, code) => {
  const step = Math.floor(seconds / 30);
  expect(totp.stepOf(SECRET, code, at(seconds))).toBe(step);
  expect(totp.stepOf(SECRET, code, at(seconds + 30))).toBe(step);
  expect(totp.stepOf(SECRET, code, at(seconds - 30))).toBe(step);
  expect(totp.stepOf(SECRET, code, at(seconds + 60))).toBeUndefined();
  expect(totp.stepOf(SECRET, code, at(seconds - 60))).toBeUndefined();
});

test.each(['', '28708', '2870820', 'abcdef', '287083'])('%j is no code', (code) => {
  expect(totp.stepOf(SECRET, code, at(59))).toBeUndefined();
});

test('secrets have 160 bits and are never the same; the app is told all of it, as text and as a picture', () => {
  const secret = totp.newSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(totp.newSecret()).not.toBe(secret);
  const uri = new URL(totp.uri(secret, 'POS acme', 'ann@example.com'));
  expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual([
    'otpauth:',
    'totp',
    '/POS acme:ann@example.com',
  ]);
  expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret, issuer: 'POS acme', digits: '6', period: '30' });
  expect(totp.qrCode(uri.toString())).toMatch(/^<svg .*<\/svg>$/s);
});
