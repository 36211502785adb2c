import type { TenantId } from '../../../../kernel/ids.js';
import { KeyedCardSecrets } from './keyed-card-secrets.js';

const [A, B] = ['a', 'b'] as TenantId[] as [TenantId, TenantId];
const key = (n: number): string => Buffer.alloc(32, n).toString('base64');
const CODE = '7KQM2HXW9RTDV4CE';

test('the same code has the same hash under the same key, and another anywhere else', () => {
  const [first] = new KeyedCardSecrets(key(1)).hashesOf(A, CODE);
  expect(new KeyedCardSecrets(key(1)).hashesOf(A, CODE)[0]).toEqual(first);
  expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
  const others = [
    new KeyedCardSecrets(key(2)).hashesOf(A, CODE)[0],
    new KeyedCardSecrets(undefined).hashesOf(A, CODE)[0],
    new KeyedCardSecrets(key(1)).hashesOf(B, CODE)[0],
    new KeyedCardSecrets(key(1)).hashesOf(A, CODE.replace('7', '8'))[0],
  ];
  expect(new Set([first, ...others].map(({ hash }) => hash)).size).toBe(5);
});

test('cards are looked for under the present key, former keys, and none', () => {
  const [fresh] = new KeyedCardSecrets(key(2)).hashesOf(A, CODE);
  const [old] = new KeyedCardSecrets(key(1)).hashesOf(A, CODE);
  const [none] = new KeyedCardSecrets(undefined).hashesOf(A, CODE);
  expect(new KeyedCardSecrets(`${key(2)}, ${key(1)}`).hashesOf(A, CODE)).toEqual([fresh, old, none]);
  expect(none.key).toBe('none');
});

test('what names a key tells nothing of it', () => {
  const [{ key: name }] = new KeyedCardSecrets(key(1)).hashesOf(A, CODE);
  expect(name).toMatch(/^[0-9a-f]{8}$/);
  expect(Buffer.alloc(32, 1).toString('hex')).not.toContain(name);
});
