import 'fake-indexeddb/auto';
import { createHash, createPublicKey, verify, type JsonWebKey as NodeKey } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculateJwkThumbprint } from 'jose';
import { browserKeyStore } from './browser-key-store.js';
import { createDeviceKeys, secretSigner, type DeviceKeys } from './device-keys.js';
import { fileKeyStore } from './file-key-store.js';
import { readLinkAddress } from './linking.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pos-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

const stores = { browser: () => browserKeyStore(folder), file: () => fileKeyStore(join(folder, 'key.json')) };

function isSigned(keys: DeviceKeys, text: string, signature: string): boolean {
  const key = createPublicKey({ key: keys.publicJwk as NodeKey, format: 'jwk' });
  const signer = { key, dsaEncoding: 'ieee-p1363' } as const;
  return verify('sha256', Buffer.from(text), signer, Buffer.from(signature, 'base64url'));
}

describe.each(['browser', 'file'] as const)('kept in the %s', (place) => {
  it('are made once and found again, also by two who ask at the same time', async () => {
    const [one, two] = await Promise.all([createDeviceKeys(stores[place]()), createDeviceKeys(stores[place]())]);
    const later = await createDeviceKeys(stores[place]());
    expect([two.thumbprint, later.thumbprint]).toEqual([one.thumbprint, one.thumbprint]);
    expect(isSigned(one, 'Käse', await later.sign('Käse'))).toBe(true);
    expect(one.thumbprint).toBe(await calculateJwkThumbprint(one.publicJwk as { kty: string }));
    await stores[place]().forget();
    expect((await createDeviceKeys(stores[place]())).thumbprint).not.toBe(one.thumbprint);
  });
});

it('cannot be read in a browser, and only by their owner in a file', async () => {
  const store = browserKeyStore(folder);
  await createDeviceKeys(store);
  const pair = await store.load();
  await expect(crypto.subtle.exportKey('jwk', pair?.privateKey as CryptoKey)).rejects.toThrow('not extractable');
  await createDeviceKeys(stores.file());
  expect((await stat(join(folder, 'key.json'))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['key.json']);
});

it('refuses a file that is no key', async () => {
  await createDeviceKeys(stores.file());
  const path = join(folder, 'key.json');
  const { d: _d, ...rest } = JSON.parse(await readFile(path, 'utf8')) as { d: string };
  const { writeFile } = await import('node:fs/promises');
  await writeFile(path, JSON.stringify(rest));
  await expect(createDeviceKeys(stores.file())).rejects.toThrow();
});

it('proves one request', async () => {
  const keys = await createDeviceKeys(stores.file());
  const at = Date.UTC(2026, 0, 5, 12, 0, 0, 999);
  const proof = await keys.proof('POST', 'https://pos.example/v1/acme/pos/orders?x=1', 'token', at);
  const [head = '', body = '', signature = ''] = proof.split('.');
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
  expect(read(head)).toEqual({ typ: 'dpop+jwt', alg: 'ES256', jwk: keys.publicJwk });
  expect(read(body)).toEqual({
    htm: 'POST',
    htu: 'https://pos.example/v1/acme/pos/orders',
    iat: Math.floor(at / 1_000),
    jti: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    ath: createHash('sha256').update('token').digest('base64url'),
  });
  expect(isSigned(keys, `${head}.${body}`, signature)).toBe(true);
});

it('signs with a secret where there is no key', async () => {
  const { createHmac } = await import('node:crypto');
  const signer = await secretSigner('s3cret');
  const key = createHash('sha256').update('s3cret').digest();
  expect(signer.publicJwk).toBeNull();
  expect(await signer.sign('text')).toBe(createHmac('sha256', key).update('text').digest('base64url'));
});

it.each([
  ['https://pos.example/link#business=acme&code=ABCD-1234', { tenant: 'acme', code: 'ABCD-1234' }],
  [' https://pos.example/pos/link#code=X&business=b ', { tenant: 'b', code: 'X' }],
  ['https://pos.example/link#code=X', undefined],
  ['ABCD-1234', undefined],
])('reads %s', (text, expected) => {
  expect(readLinkAddress(text)).toEqual(expected);
});
