import type { TenantId } from '../../../../kernel/ids.js';
import { KeyedIdentitySecrets } from './keyed-identity-secrets.js';

const [A, B] = ['a', 'b'] as TenantId[] as [TenantId, TenantId];
const key = (n: number): string => Buffer.alloc(32, n).toString('base64');
const secrets = new KeyedIdentitySecrets(key(1));

test('tokens have 200 bits, are never the same, and their hash tells nothing of them', () => {
  const { text, hash } = secrets.token();
  expect(text).toMatch(/^[A-Za-z0-9_-]{34}$/);
  expect(hash).toBe(secrets.hashOfToken(text));
  expect(secrets.token().text).not.toBe(text);
});

test('ten recovery codes, which count however they are typed', () => {
  const codes = secrets.recoveryCodes();
  expect(new Set(codes.map(({ text }) => text)).size).toBe(10);
  for (const { text, hash } of codes) {
    expect(text).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
    const typed = ` ${text.replaceAll('-', ' ').toUpperCase().replaceAll('0', 'O').replaceAll('1', 'l')}`;
    expect(secrets.hashOfRecoveryCode(typed)).toBe(hash);
  }
});

test('an account has one name for a business and a key, and another anywhere else', () => {
  const name = secrets.accountKey(A, 'ann@example.com');
  expect(new KeyedIdentitySecrets(`${key(1)}, ${key(2)}`).accountKey(A, 'ann@example.com')).toBe(name);
  const others = [
    secrets.accountKey(B, 'ann@example.com'),
    secrets.accountKey(A, 'bob@example.com'),
    new KeyedIdentitySecrets(key(2)).accountKey(A, 'ann@example.com'),
  ];
  expect(new Set([name, ...others]).size).toBe(4);
});

test('without a key there is no name that could not be computed by everybody', () => {
  expect(() => new KeyedIdentitySecrets(undefined).accountKey(A, 'ann@example.com')).toThrow('secrets_not_configured');
});
