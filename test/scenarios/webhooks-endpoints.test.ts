import { randomUUID } from 'node:crypto';
import { startService, type TestService } from '../harness/service.js';
import { SECRETS_KEY } from './webhooks-service.js';

const URL_OK = 'https://hooks.example.com/pos';

let service: TestService;
beforeAll(async () => {
  service = await startService({ SECRETS_KEY });
});
afterAll(() => service.close());

const call: TestService['call'] = (...request) => service.call(...request);

test('an endpoint is made, read, changed under its version, switched and deleted', async () => {
  const id = randomUUID();
  const body = { id, url: URL_OK, description: 'Books' };
  const made = await call('POST', '/webhooks/endpoints', { body, withoutKey: true });
  expect(made).toMatchObject({
    status: 201,
    body: { ...body, eventTypes: ['*'], outletIds: null, status: 'enabled', version: 1, failingSince: null },
  });
  expect(made.headers.get('location')).toBe(`/v1/${service.tenant.slug}/pos/webhooks/endpoints/${id}`);
  expect(made.headers.get('etag')).toBe('"1"');
  const shown = await call('GET', `/webhooks/endpoints/${id}`);
  expect(shown.body).toEqual({ ...made.body, secret: `whsec_…${made.body.secret.replace('=', '').slice(-4)}` });
  const path = `/webhooks/endpoints/${id}`;
  const change = { eventTypes: ['pos.order.*', 'pos.order.*'] };
  const changed = await call('PATCH', path, { body: change, headers: { 'If-Match': '"1"' } });
  expect(changed).toMatchObject({
    status: 200,
    body: { version: 2, eventTypes: ['pos.order.*'], description: 'Books' },
  });
  expect(await call('PATCH', path, { body: change, headers: { 'If-Match': '"1"' } })).toMatchObject({
    status: 412,
    body: { code: 'version_mismatch', currentVersion: 2 },
  });
  expect((await call('PATCH', path, { body: change })).body.version).toBe(2);
  const off = await call('POST', `${path}/disable`);
  expect(off).toMatchObject({ status: 200, body: { status: 'disabled', disabledReason: 'manual', version: 3 } });
  expect(await call('POST', `${path}/enable`)).toMatchObject({ status: 200, body: { status: 'enabled', version: 4 } });
  expect((await call('DELETE', path, { headers: { 'If-Match': '"3"' } })).status).toBe(412);
  expect((await call('DELETE', path)).status).toBe(200);
  for (const method of ['GET', 'DELETE']) expect((await call(method, path)).status).toBe(404);
  const taken = await call('POST', '/webhooks/endpoints', { body: { ...body, description: 'again' } });
  expect(taken).toMatchObject({ status: 409, body: { code: 'webhook_endpoint_already_exists' } });
});

test.each([
  [{ url: 'http://example.com/' }, 422, 'webhook_url_forbidden', '/url'],
  [{ url: URL_OK, eventTypes: ['Orders'] }, 422, 'webhook_endpoint_invalid', '/eventTypes/0'],
  [{ url: URL_OK, eventTypes: [] }, 422, 'webhook_endpoint_invalid', '/eventTypes'],
  [{ url: URL_OK, outletIds: [] }, 422, 'webhook_endpoint_invalid', '/outletIds'],
  [{ url: URL_OK, secret: 'whsec_mine' }, 400, 'validation_failed', '/secret'],
  [{}, 400, 'validation_failed', '/url'],
])('%j is refused', async (body, status, code, pointer) => {
  const refused = await call('POST', '/webhooks/endpoints', { body });
  expect(refused).toMatchObject({ status, body: { code, errors: [{ pointer }] } });
});

test.each([
  ['/webhooks/endpoints/X/rotate', { overlapHours: 169 }],
  ['/webhooks/endpoints/X/test', { type: 'Orders' }],
  ['/webhooks/endpoints/X/replay', { status: 'delivered' }],
  ['/webhooks/endpoints/X/replay', { status: 'all', from: 'yesterday' }],
])('%s with %j is refused', async (path, body) => {
  const { id } = (await call('POST', '/webhooks/endpoints', { body: { url: URL_OK } })).body;
  expect((await call('POST', path.replace('X', id), { body })).status).toBe(400);
  expect(
    (await call('POST', path.replace('X', randomUUID()), { body: path.endsWith('replay') ? { status: 'all' } : {} }))
      .status,
  ).toBe(404);
  await call('DELETE', `/webhooks/endpoints/${id}`);
});

test('there are pages, and an end at fifty', async () => {
  const tenant = await service.createTenant();
  const create = (): ReturnType<typeof call> => call('POST', '/webhooks/endpoints', { tenant, body: { url: URL_OK } });
  const made = [];
  for (let n = 0; n < 50; n++) made.push((await create()).body.id);
  expect(await create()).toMatchObject({ status: 409, body: { code: 'too_many_webhook_endpoints' } });
  const listed: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await call('GET', `/webhooks/endpoints?limit=20${cursor && `&cursor=${cursor}`}`, { tenant });
    listed.push(...page.body.data.map(({ id }: { id: string }) => id));
    cursor = page.body.nextCursor as string | null;
  }
  expect(listed).toEqual(made.reverse());
});

test('who acts for some outlets makes and sees endpoints of those only', async () => {
  const outlet = { name: 'One', timeZone: 'UTC', receiptPrefix: 'O' };
  const mine = (await call('POST', '/outlets', { body: outlet })).body.id;
  const token = await service.createKey(service.tenant, { outlets: [mine] });
  const ofAll = (await call('POST', '/webhooks/endpoints', { body: { url: URL_OK } })).body.id;
  for (const outletIds of [null, [mine, randomUUID()]]) {
    const refused = await call('POST', '/webhooks/endpoints', { token, body: { url: URL_OK, outletIds } });
    expect(refused).toMatchObject({ status: 403, body: { code: 'webhook_outlets_restricted' } });
  }
  const own = await call('POST', '/webhooks/endpoints', { token, body: { url: URL_OK, outletIds: [mine] } });
  expect(own.status).toBe(201);
  const list = await call('GET', '/webhooks/endpoints', { token });
  expect(list.body.data.map(({ id }: { id: string }) => id)).toEqual([own.body.id]);
  for (const [method, path] of [
    ['GET', ''],
    ['DELETE', ''],
    ['POST', '/rotate'],
    ['POST', '/test'],
    ['POST', '/disable'],
  ] as const)
    expect((await call(method, `/webhooks/endpoints/${ofAll}${path}`, { token })).status).toBe(404);
  const test = await call('POST', `/webhooks/endpoints/${ofAll}/test`);
  expect((await call('GET', '/webhooks/deliveries', { token })).body.data).toEqual([]);
  expect((await call('GET', `/webhooks/deliveries/${test.body.id}`, { token })).status).toBe(404);
  expect((await call('POST', `/webhooks/deliveries/${test.body.id}/replay`, { token })).status).toBe(404);
  expect((await call('GET', `/webhooks/deliveries/${test.body.id}`)).status).toBe(200);
});
