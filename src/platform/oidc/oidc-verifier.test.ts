import { createHmac, randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { AUDIENCE, startAuthService, type AuthService } from '../../../test/harness/auth-service.js';
import { OidcUnavailable, OidcVerifier } from './oidc-verifier.js';

let auth: AuthService;
beforeAll(async () => {
  auth = await startAuthService();
});
afterAll(() => auth.close());

function verifier(more: { now?: () => number; types?: string[] } = {}): OidcVerifier {
  const settings = { issuer: auth.issuer, audience: AUDIENCE, algorithms: ['RS256'], types: more.types ?? ['at+jwt'] };
  return new OidcVerifier(settings, more.now ?? Date.now, () => Promise.resolve());
}

test('a token of the provider is believed', async () => {
  const claims = await verifier().verify(await auth.token({ tenant: 'acme', roles: ['cashier'] }));
  expect(claims).toMatchObject({ sub: 'till', tenant: 'acme', roles: ['cashier'], aud: AUDIENCE });
});

test('within the leeway an expired token is believed, beyond it not', async () => {
  expect(await verifier().verify(await auth.forge({}, { expiresInSeconds: -30 }))).toBeDefined();
  expect(await verifier().verify(await auth.forge({}, { expiresInSeconds: -90 }))).toBeUndefined();
});

test.each([
  { title: 'another issuer', options: { issuer: 'https://elsewhere.example' } },
  { title: 'another audience', options: { audience: 'treasury' } },
  { title: 'the type of an id token', options: { header: { typ: 'JWT' } } },
  { title: 'no type', options: { header: { typ: undefined } } },
  { title: 'an algorithm off the list', options: { header: { alg: 'HS256' }, key: randomBytes(32) } },
  { title: 'an unknown key', options: { header: { kid: 'k2' } } },
])('a token with $title is not believed', async ({ options }) => {
  expect(await verifier().verify(await auth.forge({}, options))).toBeUndefined();
});

test('a key that the token brings itself is not looked at', async () => {
  const own = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(own.publicKey);
  const header = { jwk, jku: 'https://attacker.example/keys' };
  expect(await verifier().verify(await auth.forge({}, { header, key: own.privateKey }))).toBeUndefined();
});

test('an unsigned token and a token changed after signing are not believed', async () => {
  const [header, payload, signature] = (await auth.forge({ roles: ['cashier'] })).split('.') as [
    string,
    string,
    string,
  ];
  const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
  const owner = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('cashier', 'owner')).toString(
    'base64url',
  );
  const hmac = createHmac('sha256', 'k').update(`${header}.${payload}`).digest('base64url');
  for (const token of [
    `${none}.${payload}.`,
    `${header}.${owner}.${signature}`,
    `${header}.${payload}.${hmac}`,
    'x',
    'a.b.c',
    '',
  ]) {
    expect(await verifier().verify(token)).toBeUndefined();
  }
});

test('the type JWT is believed where that is set', async () => {
  expect(
    await verifier({ types: ['at+jwt', 'JWT'] }).verify(await auth.forge({}, { header: { typ: 'JWT' } })),
  ).toBeDefined();
});

test('unknown keys do not make the service fetch the key set again and again', async () => {
  const one = verifier();
  await one.verify(await auth.forge({}));
  const before = auth.keyFetches();
  for (let index = 0; index < 20; index += 1)
    await one.verify(await auth.forge({}, { header: { kid: `no-${index}` } }));
  expect(auth.keyFetches() - before).toBeLessThanOrEqual(1);
});

test('a verified token is remembered for a minute and not beyond its end', async () => {
  let now = Date.now();
  const one = verifier({ now: () => now });
  const token = await auth.forge({}, { expiresInSeconds: 300 });
  const first = await one.verify(token);
  expect(await one.verify(token)).toBe(first);
  now += 61_000;
  expect(await one.verify(token)).not.toBe(first);
  now += 600_000;
  expect(await one.verify(token)).toBeUndefined();
});

test("no auth service is not the caller's fault, and is not asked at every request", async () => {
  const settings = { issuer: 'http://127.0.0.1:1', audience: AUDIENCE, algorithms: ['RS256'], types: ['at+jwt'] };
  const waits: number[] = [];
  const lost = new OidcVerifier(settings, Date.now, (ms) => Promise.resolve(void waits.push(ms)));
  await expect(lost.verify('a.b.c')).rejects.toThrow(OidcUnavailable);
  await expect(lost.verify('a.b.c')).rejects.toThrow(OidcUnavailable);
  expect(waits).toHaveLength(2);
});
