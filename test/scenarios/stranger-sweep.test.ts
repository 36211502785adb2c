import { randomUUID } from 'node:crypto';
import { PERMISSIONS } from '../../src/modules/access/index.js';
import type { ContractOperation } from '../../src/platform/http/contract.js';
import { operations, pathOf } from '../harness/contract.js';
import { newSecret, sign } from '../../src/platform/signatures/standard-webhooks.js';
import { startService, type Answer, type TestService, type TestTenant } from '../harness/service.js';

// Every route of the generated contract, so routes that are added later are covered without a change here.
const rows = operations.map((operation) => ({ name: `${operation.method} ${operation.template}`, operation }));

const withToken = rows.filter(
  ({ operation: { isSigned, isByAddress, isOpen } }) => !isSigned && !isByAddress && !isOpen,
);
const open = rows.filter(({ operation }) => operation.isOpen);
const byAddress = rows.filter(({ operation }) => operation.isByAddress);
const signed = rows.filter(({ operation }) => operation.isSigned);
const SECRET = newSecret(Buffer.alloc(32, 1));

let service: TestService;
let other: TestTenant;
const keyWithout = new Map<string, string>();

beforeAll(async () => {
  service = await startService({ CALLBACK_SECRETS: `treasury=${SECRET}` });
  other = await service.createTenant();
});
afterAll(() => service.close());

/** Whose a route is: the business in its path, or the vendor. */
function ownerOf({ template }: ContractOperation): TestTenant {
  return template.startsWith('/v1/platform/') ? service.platform : service.tenant;
}

async function keyLacking(operation: ContractOperation, permission: string): Promise<string> {
  const owner = ownerOf(operation);
  const known = keyWithout.get(`${owner.slug} ${permission}`);
  if (known !== undefined) return known;
  const key = await service.createKey(owner, { permissions: PERMISSIONS.filter((one) => one !== permission) });
  keyWithout.set(`${owner.slug} ${permission}`, key);
  return key;
}

/** What is the caller's own: the path they asked for and the trace of their request. */
function withoutOwn({ status, body, headers }: Answer): object {
  const own = ['x-request-id', 'date', 'content-length', 'keep-alive'];
  const shown = [...headers].filter(([name]) => !own.includes(name));
  return { status, headers: shown, body: { ...body, instance: '', traceId: '' } };
}

describe.each(withToken)('$name', ({ operation }) => {
  const { method } = operation;

  test.each([
    { title: 'without a token', token: null },
    { title: 'with a token that is none', token: 'nonsense' },
    { title: 'with a session nobody began', token: `pos_session_${'0'.repeat(26)}_${'0'.repeat(40)}` },
    { title: 'with the token of no device', token: `pos_device_${'0'.repeat(26)}_${'0'.repeat(40)}` },
    { title: 'with a key nobody made', token: `pos_live_${'0'.repeat(26)}_${'0'.repeat(40)}` },
  ])('a stranger $title learns nothing', async ({ token }) => {
    const answer = await service.call(method, pathOf(operation, service.tenant.slug), { token });
    expect(answer).toMatchObject({
      status: 401,
      body: { code: 'unauthenticated', status: 401, traceId: expect.any(String) },
    });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  test('the business of somebody else looks like one that does not exist', async () => {
    const theirs = await service.call(method, pathOf(operation, service.tenant.slug), { token: other.apiKey });
    const nobodys = await service.call(method, pathOf(operation, 'no-such-tenant'), { token: other.apiKey });
    expect(theirs).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(withoutOwn(theirs)).toEqual(withoutOwn(nobodys));
  });

  // Where one of two permissions is enough, the use case looks: test/scenarios/offline-sync/doors and test/hub have those.
  const [permission] = operation.permissions;
  if (permission === undefined) return;

  test('without its permission it is forbidden, by name', async () => {
    const answer = await service.call(method, pathOf(operation, service.tenant.slug), {
      token: await keyLacking(operation, permission),
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'permission_missing', permission } });
  });
});

describe.each(signed)('$name', ({ operation }) => {
  const body = '{}';
  const now = (): number => Math.floor(Date.now() / 1000);

  interface Signing {
    readonly secret?: string;
    readonly seconds?: number;
    readonly source?: string;
    readonly tenant?: string;
  }
  function call({ secret = SECRET, seconds = now(), source = 'treasury', tenant }: Signing, without?: string) {
    const id = randomUUID();
    const headers = Object.entries({
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': sign([secret], id, seconds, body),
    }).filter(([name]) => name !== without);
    const path = operation.template.replace('{tenant}', tenant ?? service.tenant.slug).replace('{source}', source);
    return service.call(operation.method, path, {
      token: null,
      withoutKey: true,
      headers: Object.fromEntries(headers),
      body,
    });
  }

  test('strangers all look alike, whatever is wrong with them', async () => {
    const bearer = await service.call(operation.method, pathOf(operation, service.tenant.slug), { body });
    const answers = [
      await call({}, 'webhook-signature'),
      await call({}, 'webhook-id'),
      await call({}, 'webhook-timestamp'),
      await call({ secret: newSecret(Buffer.alloc(32, 2)) }),
      await call({ seconds: now() - 301 - 60 }),
      await call({ seconds: now() + 301 + 60 }),
      await call({ source: 'auth' }),
      await call({ source: 'constructor' }),
      await call({ tenant: 'no-such-tenant' }),
      await call({ tenant: 'NO%00T' }),
      await call({ tenant: 'no-such-tenant', source: 'auth' }),
    ];
    expect(bearer).toMatchObject({ status: 401, body: { code: 'unauthenticated', traceId: expect.any(String) } });
    for (const answer of answers) expect(withoutOwn(answer)).toEqual(withoutOwn(bearer));
  });

  test('who signed gets in', async () => {
    expect(await call({})).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
  });
});

describe.each(byAddress)('$name', ({ operation }) => {
  const call = (wish: { tenant?: string; provider?: string; word?: string; token?: string | null }) => {
    const { tenant = service.tenant.slug, provider = 'mpesa', word = 'x'.repeat(43), token = null } = wish;
    const path = operation.template
      .replace('{tenant}', tenant)
      .replace('{provider}', provider)
      .replace('{callbackToken}', word)
      .replace('{requestId}', 'c0');
    return service.call(operation.method, path, { token, withoutKey: true, body: '{}' });
  };

  test('an address that nobody was given looks the same whatever is wrong with it', async () => {
    const unknown = await call({});
    expect(unknown).toMatchObject({ status: 404, body: { code: 'not_found' } });
    const others = [
      { tenant: 'no-such-tenant' },
      { provider: 'nobody' },
      { word: 'short' },
      { token: service.tenant.apiKey },
    ];
    for (const wish of others) expect(withoutOwn(await call(wish))).toEqual(withoutOwn(unknown));
  });
});

describe.each(open)('$name', ({ operation }) => {
  // What is asked for decides who one is, so a body that says nothing is refused as such.
  const call = (slug: string) =>
    service.call(operation.method, pathOf(operation, slug), { token: null, body: { unheardOf: true } });

  test('it takes no token, and nobody in for nothing', async () => {
    const answer = await call(service.tenant.slug);
    expect([400, 401]).toContain(answer.status);
  });

  test('a business that does not exist looks like wrong credentials', async () => {
    if (operation.template.startsWith('/v1/platform/')) return;
    expect(await call('no-such-tenant')).toMatchObject({ status: 401, body: { code: 'credentials_refused' } });
  });
});
