import { createHmac, createPublicKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AUDIENCE, startAuthService, type AuthService } from '../harness/auth-service.js';
import { startService, type Answer, type TestService } from '../harness/service.js';

// Tokens made by hand, piece by piece, against a real provider (GUARANTEES G10): none gets in, all look alike, and none makes the
// service fetch anything but the key set of its issuer.

type Json = Readonly<Record<string, unknown>>;
/** Makes a token from the form that a good one has. */
type Forgery = (good: { readonly header: Json; readonly claims: Json }) => string | Promise<string>;

let auth: AuthService;
let service: TestService;
let trap: Server;
const trapped: string[] = [];
const thief = generateKeyPairSync('rsa', { modulusLength: 2048 });
const thiefJwk = thief.publicKey.export({ format: 'jwk' });

beforeAll(async () => {
  auth = await startAuthService();
  service = await startService({ OIDC_ISSUER: auth.issuer });
  trap = createServer((request, response) => {
    trapped.push(request.url ?? '');
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: [{ ...thiefJwk, kid: 'k1' }] }));
  }).listen(0, '127.0.0.1');
  await once(trap, 'listening');
});
afterAll(async () => {
  trap.closeAllConnections();
  trap.close();
  await service.close();
  await auth.close();
});

const now = (): number => Math.floor(Date.now() / 1000);
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const trapUrl = (): string => `http://127.0.0.1:${(trap.address() as AddressInfo).port}/keys`;

function good(): { header: Json; claims: Json } {
  const times = { iat: now(), exp: now() + 300 };
  const whose = { iss: auth.issuer, aud: AUDIENCE, sub: 'anna', tenant: service.tenant.slug, roles: ['owner'] };
  return { header: { alg: 'RS256', typ: 'at+jwt', kid: 'k1' }, claims: { ...whose, ...times } };
}

function signed(header: Json, claims: Json, key: KeyObject = thief.privateKey): string {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

/** Signed with the provider's own key: only what it says is wrong. */
function issued(claims: Json, header: Json = {}): Forgery {
  return async () => {
    const { sub, ...rest } = { ...good().claims, ...claims };
    const { iss, aud, exp, ...more } = rest as Json & { iss: string; aud: string; exp: number };
    return auth.forge({ sub, ...more }, { issuer: iss, audience: aud, expiresInSeconds: exp - now(), header });
  };
}

function asIssuer(header: Json, payload: string): Promise<string> {
  return auth.sign(header as { alg: string }, payload);
}

/** Signed by a thief, with what the header says to lead the service to their key. */
function led(header: () => Json): Forgery {
  return ({ header: usual, claims }) => signed({ ...usual, ...header() }, claims);
}

async function publicPem(): Promise<string> {
  const { keys } = (await (await fetch(`${auth.issuer}/jwks`)).json()) as { keys: [Record<string, unknown>] };
  return createPublicKey({ key: keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString();
}

function byHmac(alg: 'HS256' | 'HS512', secretOf: (pem: string) => string | Buffer): Forgery {
  return async ({ header, claims }) => {
    const text = `${part({ ...header, alg })}.${part(claims)}`;
    const mac = createHmac(alg === 'HS256' ? 'sha256' : 'sha512', secretOf(await publicPem())).update(text);
    return `${text}.${mac.digest('base64url')}`;
  };
}

async function genuine(): Promise<[string, string, string]> {
  const { tenant, roles } = good().claims;
  return (await auth.token({ tenant, roles })).split('.') as [string, string, string];
}

const certificate = randomBytes(64).toString('base64');
const FORGERIES: Readonly<Record<string, Forgery>> = {
  'alg none': ({ header, claims }) => `${part({ ...header, alg: 'none' })}.${part(claims)}.`,
  'alg None, as some libraries forget': ({ header, claims }) => `${part({ ...header, alg: 'nOnE' })}.${part(claims)}.`,
  'alg none over a genuine signature': async ({ header, claims }) =>
    `${part({ ...header, alg: 'none' })}.${part(claims)}.${(await genuine())[2]}`,
  'no alg': ({ header, claims }) => signed({ ...header, alg: undefined }, claims),
  'an alg that is a list': ({ header, claims }) => signed({ ...header, alg: ['RS256', 'none'] }, claims),
  'HS256 with the public key as the secret': byHmac('HS256', (pem) => pem),
  'HS256 with the public key, its line ends cut off': byHmac('HS256', (pem) => pem.trim()),
  'HS512 with the public key as the secret': byHmac('HS512', (pem) => pem),
  'HS256 with an empty secret': byHmac('HS256', () => ''),
  'another key under the known kid': ({ header, claims }) => signed(header, claims),
  'no kid and another key': ({ header: { kid: _, ...header }, claims }) => signed(header, claims),
  'another issuer': issued({ iss: 'https://elsewhere.example' }),
  'an issuer with one more slash': async () => issued({ iss: `${auth.issuer}/` })(good()),
  'another audience': issued({ aud: 'treasury' }),
  'no audience': issued({ aud: '' }),
  'the type of an id token': issued({}, { typ: 'JWT' }),
  'no type': issued({}, { typ: undefined }),
  'the type of a proof': issued({}, { typ: 'dpop+jwt' }),
  'a kid that is a path': led(() => ({ kid: '../../../../dev/null' })),
  'a kid that is an address': led(() => ({ kid: trapUrl() })),
  'a kid with SQL': led(() => ({ kid: `k1' union select 'x' --` })),
  'a kid with a command': led(() => ({ kid: '|/bin/true' })),
  'a kid that is the name of a method': led(() => ({ kid: '__proto__' })),
  'a kid that is a number': led(() => ({ kid: 1 })),
  'jku to a thief': led(() => ({ jku: trapUrl() })),
  'x5u to a thief': led(() => ({ x5u: trapUrl() })),
  'x5c of a thief': led(() => ({ x5c: [certificate] })),
  'an embedded key': led(() => ({ jwk: thiefJwk })),
  'an embedded key and no kid': led(() => ({ jwk: thiefJwk, kid: undefined })),
  'all of these at once': led(() => ({ jwk: thiefJwk, jku: trapUrl(), x5u: trapUrl(), x5c: [certificate] })),
  'a header that must be understood and is not': led(() => ({ crit: ['exp2'], exp2: 1 })),
  'a payload that is not encoded': led(() => ({ b64: false, crit: ['b64'] })),
  'an end that is over': issued({ exp: now() - 3_600 }),
  'a beginning to come': issued({ nbf: now() + 3_600 }),
  'a time of issue to come': issued({ iat: now() + 3_600 }),
  'a time of issue that is no time': issued({ iat: 'yesterday' }),
  'no end': ({ header, claims: { exp: _, ...claims } }) => asIssuer(header, JSON.stringify(claims)),
  'an end that is no time': ({ header, claims }) => asIssuer(header, JSON.stringify({ ...claims, exp: '9999999999' })),
  'no subject': issued({ sub: undefined }),
  'a subject that is a list': issued({ sub: ['anna'] }),
  'no tenant': issued({ tenant: undefined }),
  'a tenant that is a list': async () => issued({ tenant: [service.tenant.slug] })(good()),
  'roles that are a word': issued({ roles: 'owner' }),
  'no roles': issued({ roles: undefined }),
  'outlets that are a word': issued({ outlets: '*' }),
  'claims that are changed': async () => {
    const [header, claims, signature] = await genuine();
    const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Json;
    return `${header}.${part({ ...read, roles: ['owner', 'platform_super_admin'] })}.${signature}`;
  },
  'a signature that is changed': async () => {
    const [header, claims, signature] = await genuine();
    return `${header}.${claims}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
  },
  'no signature': async () => (await genuine()).slice(0, 2).join('.'),
  'an empty signature': async () => `${(await genuine()).slice(0, 2).join('.')}.`,
  'two signatures': async () => `${(await genuine()).join('.')}.${(await genuine())[2]}`,
  'the JSON form with two signatures': async () => {
    const [header, payload, signature] = await genuine();
    return JSON.stringify({
      payload,
      signatures: [
        { protected: header, signature },
        { protected: header, signature },
      ],
    });
  },
  'the form of an encrypted token': async () => [...(await genuine()), 'AAAA', 'AAAA'].join('.'),
  'a huge token, well signed': issued({ padding: 'x'.repeat(8_200) }),
  'a huge token without form': () => 'A'.repeat(12_000),
  'claims that are a list': ({ header }) => asIssuer(header, '[1]'),
  'claims that are no JSON': ({ header }) => asIssuer(header, 'anna'),
  'claims that are said twice': ({ header, claims }) =>
    asIssuer(
      header,
      JSON.stringify(claims)
        .replace('"sub"', '"exp":9999999999,"sub"')
        .replace(/"exp":\d+}$/, `"exp":${now() - 3_600}}`),
    ),
  'a header that is no JSON': () => 'AAAA.AAAA.AAAA',
};

const see = (token: string): Promise<Answer> => service.call('GET', '/api-keys', { token });
const withoutTrace = ({ status, body }: Answer): object => ({ status, body: { ...body, traceId: '' } });

test('a genuine token of the same form gets in', async () => {
  expect((await see(await issued({})(good()))).status).toBe(200);
  expect((await see((await genuine()).join('.'))).status).toBe(200);
});

test.each(Object.entries(FORGERIES))('%s: 401, as for no token at all', async (_title, forgery) => {
  const answer = await see(await forgery(good()));
  const none = await service.call('GET', '/api-keys', { token: null });
  expect(withoutTrace(answer)).toEqual(withoutTrace(none));
  expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
});

test('no token has led the service to a stranger, and few have made it ask its issuer', async () => {
  expect(trapped).toEqual([]);
  const before = auth.keyFetches();
  for (const forgery of [FORGERIES['a kid that is a path'], FORGERIES['a kid with SQL'], FORGERIES['jku to a thief']])
    await see(await (forgery as Forgery)(good()));
  expect(auth.keyFetches()).toBeLessThanOrEqual(before + 1);
});
