import { randomBytes } from 'node:crypto';
import { LocalKeyManagement } from './key-management.js';
import { SealedSecrets, type SecretPlace } from './sealed-secrets.js';

const PLACE: SecretPlace = { tenantId: 'a', kind: 'webhook_endpoint', recordId: 'r', field: 'secret', version: 1 };
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const key = (): string => randomBytes(32).toString('base64');
const old = key();
const fresh = key();
const sealedBy = (text: string): SealedSecrets => new SealedSecrets(new LocalKeyManagement(text));

test('what is sealed opens in its own place, and shows nothing of itself', async () => {
  const sealed = await sealedBy(old).seal(SECRET, PLACE);
  expect(sealed).not.toContain(SECRET.slice(6));
  expect(await sealedBy(old).open(sealed, PLACE)).toBe(SECRET);
  expect(await sealedBy(old).seal(SECRET, PLACE)).not.toBe(sealed);
});

test.each<Partial<SecretPlace>>([{ tenantId: 'b' }, { kind: 'x' }, { recordId: 'q' }, { field: 'f' }, { version: 2 }])(
  'it does not open at %j',
  async (other) => {
    const sealed = await sealedBy(old).seal(SECRET, PLACE);
    await expect(sealedBy(old).open(sealed, { ...PLACE, ...other })).rejects.toThrow();
  },
);

test('a change of any part is found', async () => {
  const parts = (await sealedBy(old).seal(SECRET, PLACE)).split('.');
  for (const [index, part] of parts.entries()) {
    const flipped = `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}`;
    const changed = parts.with(index, flipped).join('.');
    await expect(sealedBy(old).open(changed, PLACE)).rejects.toThrow();
  }
});

test('while keys rotate all open and the first seals; then all is wrapped anew, and the old key can go', async () => {
  const sealed = await sealedBy(old).seal(SECRET, PLACE);
  const both = sealedBy(`${fresh},${old}`);
  expect(await both.open(sealed, PLACE)).toBe(SECRET);
  const renewed = await both.rewrap(sealed, PLACE);
  expect(renewed?.startsWith(both.currentPrefix)).toBe(true);
  expect(await both.rewrap(renewed as string, PLACE)).toBeUndefined();
  expect(await sealedBy(fresh).open(renewed as string, PLACE)).toBe(SECRET);
  await expect(sealedBy(fresh).open(sealed, PLACE)).rejects.toThrow('which SECRETS_KEY lacks');
});

test.each([
  '',
  'short',
  `${old},`,
  randomBytes(31).toString('base64'),
  `${old} ${fresh}`,
  randomBytes(32).toString('hex'),
])('%j is no key', (text) => {
  expect(() => new LocalKeyManagement(text)).toThrow('openssl rand -base64 32');
});
