import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { Client } from 'pg';
import type { Answer } from '../../harness/service.js';
import { activate, DeviceKey, makeLinkCode, urlOf, type TestDevice } from '../../harness/test-device.js';
import { PeopleShop, told } from './people-shop.js';

// Somebody with a stolen tablet, a copied token or a list of guesses stands at the door.

jest.setTimeout(240_000);

const PIN = '83915264';

let shop: PeopleShop;
let till: TestDevice;
let cashier: string;
let token: string;

beforeAll(async () => {
  shop = await PeopleShop.open();
  till = await shop.link();
  cashier = await shop.hire('cashier', PIN, till);
});
afterAll(() => shop.close());
beforeEach(async () => {
  shop.pass(3_600);
  token = await shop.token(till, cashier, PIN);
});

const current = (headers: Record<string, string>, bearer = token) =>
  shop.service.call('GET', '/sessions/current', { token: bearer, headers });

/** Sends the request as written, which fetch would put right. */
function raw(path: string, method: string, headers: Record<string, string | string[]>): Promise<number> {
  const { hostname, port } = new URL(shop.service.baseUrl);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, path, method, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.on('error', reject).end();
  });
}

test('a proof is of one request: not of another form of its path, another method, another host, twice, or beside another', async () => {
  const url = urlOf(shop.service, '/sessions/current');
  const path = new URL(url).pathname;
  const host = new URL(url).host;
  const fresh = (method = 'GET', to = url): string => till.proof(method, to, token);
  const bearer = { authorization: `DPoP ${token}`, host };
  const cases: [string, number][] = [
    ['right', await raw(path, 'GET', { ...bearer, dpop: fresh() })],
    ['two', await raw(path, 'GET', { ...bearer, dpop: [fresh(), fresh()] })],
    ['encoded', await raw(path.replace('current', 'curren%74'), 'GET', { ...bearer, dpop: fresh() })],
    ['slash', await raw(`${path}/`, 'GET', { ...bearer, dpop: fresh() })],
    ['double slash', await raw(`/${path}`, 'GET', { ...bearer, dpop: fresh() })],
    ['upper case', await raw(path.replace('sessions', 'SESSIONS'), 'GET', { ...bearer, dpop: fresh() })],
    ['HEAD', await raw(path, 'HEAD', { ...bearer, dpop: fresh() })],
    ['other host', await raw(path, 'GET', { ...bearer, host: 'evil.example', dpop: fresh() })],
    [
      'forwarded',
      await raw(path, 'GET', {
        ...bearer,
        'x-forwarded-host': 'evil.example',
        dpop: fresh('GET', url.replace(host, 'evil.example')),
      }),
    ],
    ['absolute', await raw(`http://evil.example${path}`, 'GET', { ...bearer, dpop: fresh() })],
    ['secret', await raw(path, 'GET', { ...bearer, 'pos-device-secret': 'x' })],
    ['nothing', await raw(path, 'GET', bearer)],
    ['overridden', await raw(path, 'POST', { ...bearer, 'x-http-method-override': 'GET', dpop: fresh() })],
  ];
  const through = cases.filter(([, status]) => status < 400).map(([name]) => name);
  expect(through).toEqual(['right']);
  for (const [name, status] of cases) expect([name, status < 500]).toEqual([name, true]);
});

test('the session of a device is worth nothing with the key of another, and ends with the device', async () => {
  const other = await shop.link({ name: 'Other', fingerprint: 'machine-0002' });
  const url = urlOf(shop.service, '/sessions/current');
  expect(told(await current({ DPoP: other.proof('GET', url, token) }))).toBe('401 proof_refused');
  await shop.done('POST', `/devices/${till.id}/lock`, { reason: 'stolen' });
  expect(told(await till.call('GET', '/sessions/current', { token }))).toBe('401 unauthenticated');
  expect(told(await till.call('GET', '/catalog/items'))).toBe('403 permission_missing');
  expect(told(await till.call('POST', '/sessions', { body: { method: 'pin', personId: cashier, pin: PIN } }))).toMatch(
    /^403/,
  );
  await shop.done('POST', `/devices/${till.id}/unlock`, { reason: 'found' });
  shop.pass(1);
});

test('where a device goes, rights that hold elsewhere do not go with it', async () => {
  const tablet = await shop.link({ kind: 'tablet', fingerprint: 'machine-0003' });
  const local = await shop.person([{ role: 'manager', outlets: [shop.outletId] }]);
  const first = await shop.giveFirstPin(local);
  const begun = await shop.token(tablet, local, first);
  await tablet.call('POST', '/staff/me/pin', { token: begun, body: { current: first, new: PIN }, withoutKey: true });
  const session = await shop.token(tablet, local, PIN);
  expect((await tablet.call('GET', '/orders', { token: session })).status).toBe(200);
  await shop.done('PATCH', `/devices/${tablet.id}`, { outletId: shop.otherOutletId });
  expect(told(await tablet.call('GET', '/orders', { token: session }))).toBe('401 unauthenticated');
  expect(told(await shop.signIn(tablet, local, PIN))).toBe('401 credentials_refused');
});

test('roles that are taken away are gone from the session at once; locked, or with a PIN to change, it may nothing', async () => {
  const clerk = await shop.person([{ role: 'manager' }]);
  const first = await shop.giveFirstPin(clerk);
  const session = await shop.token(till, clerk, first);
  const tries = (): Promise<Answer[]> =>
    Promise.all([
      till.call('GET', '/orders', { token: session }),
      till.call('GET', '/staff', { token: session }),
      till.call('POST', '/orders', { token: session, body: { outletId: shop.outletId, lines: [] } }),
      till.call('PUT', `/staff/${cashier}/pin`, { token: session, body: { reason: 'x', confirm: true } }),
      till.call('GET', '/streams', { token: session }),
      till.call('POST', '/api-keys', {
        token: session,
        body: { name: 'x', mode: 'live', permissions: ['orders:read'] },
      }),
      till.call('POST', '/approvals/on-the-spot', { token: session, body: { id: randomUUID() } }),
    ]);
  for (const answer of await tries()) expect([403, 404]).toContain(answer.status);
  await till.call('POST', '/staff/me/pin', { token: session, body: { current: first, new: PIN }, withoutKey: true });
  expect((await till.call('GET', '/orders', { token: session })).status).toBe(200);
  await till.call('POST', '/sessions/current/lock', { token: session, withoutKey: true });
  for (const answer of await tries()) expect([403, 404]).toContain(answer.status);
  await till.call('POST', '/sessions/current/unlock', { token: session, body: { pin: PIN }, withoutKey: true });
  expect((await till.call('GET', '/staff', { token: session })).status).toBe(200);
  const cashierOnly = { assignments: [{ role: 'cashier' }], reason: 'demoted' };
  await shop.done('PUT', `/staff/${clerk}/assignments`, cashierOnly);
  expect(told(await till.call('GET', '/staff', { token: session }))).toBe('403 permission_missing');
});

test('a wrong PIN, somebody who is not there, is disabled, has no role here or no PIN look the same', async () => {
  const gone = await shop.hire('cashier', PIN, till);
  await shop.done('POST', `/staff/${gone}/disable`, { reason: 'left' });
  const elsewhere = await shop.person([{ role: 'cashier', outlets: [shop.otherOutletId] }]);
  await shop.giveFirstPin(elsewhere);
  const pinless = await shop.person([{ role: 'cashier' }]);
  const looks = [];
  for (const id of [cashier, randomUUID(), gone, elsewhere, pinless]) {
    const device = await shop.link({ name: `D ${id}`, fingerprint: `machine-${id}` });
    const answers = [];
    for (let tries = 0; tries < 6; tries += 1) answers.push(await shop.signIn(device, id, '60606061'));
    looks.push(
      answers.map(({ status, headers, body }) => {
        const { traceId: _traceId, instance: _instance, ...problem } = body as Record<string, unknown>;
        const names = [...headers.keys()].filter((name) => name !== 'date').sort();
        return { status, problem, names, left: headers.get('ratelimit')?.replace(/t=\d+/g, '') };
      }),
    );
  }
  const [first, ...others] = looks;
  expect(first?.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 423]);
  for (const other of others)
    expect(other.map(({ left: _left, ...rest }) => rest)).toEqual(first?.map(({ left: _left, ...rest }) => rest));
});

test('a code of another business or a used one links nothing, and asking again gets nobody a weaker binding', async () => {
  const [key, thief] = [new DeviceKey(shop.now), new DeviceKey(shop.now)];
  const rival = await shop.service.createTenant();
  const wish = { outletId: shop.outletId };
  const code = await makeLinkCode(shop.service, wish);
  expect(told(await activate(shop.service, code, thief, { tenant: rival }))).toBe('401 credentials_refused');
  const both = await Promise.all([activate(shop.service, code, key), activate(shop.service, code, thief)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
  const binding = { body: { binding: 'secret' } };
  expect(told(await activate(shop.service, code, thief, binding))).toBe('401 credentials_refused');
  expect(told(await activate(shop.service, code, new DeviceKey(shop.now)))).toBe('401 credentials_refused');
});

test('nothing secret is kept in answers, events, the audit or the log', async () => {
  const secrets: string[] = [till.token, token, PIN, shop.service.tenant.apiKey];
  const made = await shop.done('PUT', `/staff/${await shop.person([{ role: 'cashier' }])}/pin`, {
    reason: 'new',
    confirm: true,
  });
  expect(made.pin).toMatch(/^\d{4}$/);
  const code = await shop.done('POST', '/devices/link-codes', { outletId: shop.outletId, kind: 'till', name: 'X' });
  const batch = await shop.done('POST', '/devices/provisioning-batches', {
    devices: [{ serial: 'S-1', kind: 'till', outletId: shop.outletId, name: 'Y' }],
  });
  const key = await shop.done('POST', '/api-keys', { name: 'k', mode: 'live', permissions: ['orders:read'] });
  const rotated = await shop.done('POST', `/api-keys/${key.id as string}/rotate`);
  const again = await till.call('POST', '/devices/self/token', { withoutKey: true });
  await shop.done('POST', `/staff/${cashier}/badges`, { badge: 'BADGE-04A1B2C3D4', label: 'fob' });
  const approval = { action: 'order.refund', targetId: randomUUID(), outletId: shop.outletId, reason: 'cold' };
  const manager = await shop.hire('manager', '57208341', till);
  token = await shop.token(till, cashier, PIN);
  const spot = await till.call('POST', '/approvals/on-the-spot', {
    token,
    body: { ...approval, amount: { amount: 5, currency: 'USD' }, approverId: manager, pin: '57208341' },
  });
  expect(spot.status).toBe(201);
  secrets.push(
    code.code,
    batch.devices[0].code,
    key.key,
    rotated.key,
    again.body.token,
    'BADGE-04A1B2C3D4',
    '57208341',
    token,
  );
  expect(secrets.every((secret) => typeof secret === 'string' && secret.length > 3)).toBe(true);
  const client = new Client({ connectionString: shop.service.database.ownerUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I', c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = 'public'`,
    );
    await client.query('set row_security = off');
    const found: string[] = [];
    for (const { name } of tables) {
      for (const [index, secret] of secrets.entries()) {
        const { rowCount } = await client.query(`select 1 from ${name} t where strpos(t::text, $1) > 0 limit 1`, [
          secret,
        ]);
        if ((rowCount ?? 0) > 0) found.push(`${name} ${index}`);
      }
    }
    expect(found).toEqual([]);
  } finally {
    await client.end();
  }
  const log = shop.service.log.join('\n');
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
});

test('an answer with a secret is not given again, to nobody', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  const body = { name: 'k', mode: 'live', permissions: ['orders:read'] };
  const [first, second] = [
    await shop.service.call('POST', '/api-keys', { body, headers }),
    await shop.service.call('POST', '/api-keys', {
      body,
      headers,
      token: await shop.key(['api_keys:write', 'orders:read']),
    }),
  ];
  expect(first.body.key).toMatch(/^pos_live_/);
  expect(second.body.key ?? null).toBeNull();
  const bare = await shop.service.call('POST', '/api-keys', { body, headers, token: await shop.key(['orders:read']) });
  expect(told(bare)).toBe('403 permission_missing');
});

test('numbers, dates and texts out of range are refused and break nothing', async () => {
  const beat = { queueDepth: 1, deviceTime: '9999-12-31T23:59:59Z', oldestQueuedAt: '0001-01-01T00:00:00Z' };
  const answers = [
    await till.beat(beat),
    await till.beat({ deviceTime: '0000-01-01T00:00:00Z' }),
    await till.beat({ deviceTime: '2026-02-30T00:00:00Z' }),
    await till.beat({ queueDepth: 1e308 }),
    await till.beat({ battery: -0.5 }),
    await till.beat({ configurationRevision: 2 ** 31 }),
    await shop.service.call('POST', '/staff', { body: { displayName: '\u202eevil\u0000', assignments: [] } }),
    await shop.service.call('POST', '/staff', {
      body: { displayName: 'x', assignments: [{ role: 'cashier', outlets: [] }] },
    }),
    await shop.service.call('PATCH', `/staff/${cashier}`, { body: { displayName: null } }),
    await shop.service.call('PATCH', `/staff/${cashier}`, { body: { staffNumber: '9'.repeat(20) } }),
    await shop.service.call('GET', '/staff?limit=1&cursor=eyJhIjoxfQ'),
    await shop.service.call('GET', `/staff?q=${encodeURIComponent('%_\\')}`),
    await shop.service.call('GET', '/staff?q=%00'),
    await shop.service.call('GET', '/devices?q=%00'),
    await shop.service.call('GET', '/roles?q=%00'),
    await shop.service.call('GET', '/api-keys?q=%00'),
    await shop.service.call('GET', '/sessions?from=9999-12-31T23:59:59Z&to=0001-01-01T00:00:00Z'),
    await shop.service.call('POST', '/api-keys', {
      body: { name: 'x', mode: 'live', permissions: ['orders:read'], expiresAt: '9999-12-31T23:59:59Z' },
    }),
    await shop.service.call('PUT', '/devices/policy', { body: { minimumAppVersion: '99999999999999999999.0.0' } }),
    await shop.service.call('GET', '/v1/platform/businesses?q=%00'),
    await shop.service.call('GET', '/v1/platform/businesses/%00/licence'),
    await shop.service.call('GET', '/v1/platform/invoices?business=%00'),
    await till.call('POST', '/sessions', { body: { method: 'badge', badge: '\ud800' } }),
  ];
  for (const [index, { status }] of answers.entries()) expect([index, status < 500]).toEqual([index, true]);
});
