import { randomUUID } from 'node:crypto';
import { PERMISSIONS } from '../../src/modules/access/index.js';
import { startService, type TestService } from '../harness/service.js';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const WISH = { name: 'web shop', mode: 'live', permissions: ['orders:read', 'orders:write'] };

test('a key is made, used, listed, rotated and revoked', async () => {
  const made = await service.call('POST', '/api-keys', { body: { ...WISH, permissions: ['api_keys:read'] } });
  expect(made).toMatchObject({
    status: 201,
    body: { status: 'active', hint: expect.stringMatching(/^.{4}$/), key: expect.stringMatching(/^pos_live_/) },
  });
  const used = await service.call('GET', '/api-keys?limit=1', { token: made.body.key });
  expect(used).toMatchObject({ status: 200, body: { data: [{ id: made.body.id }], nextCursor: expect.any(String) } });
  const next = await service.call('GET', `/api-keys?limit=1&cursor=${used.body.nextCursor}`);
  expect(next).toMatchObject({ status: 200, body: { data: [{ name: 'test' }], nextCursor: null } });
  const rotated = await service.call('POST', `/api-keys/${made.body.id}/rotate`);
  expect(rotated).toMatchObject({ status: 201, body: { name: 'web shop', permissions: ['api_keys:read'] } });
  for (const token of [made.body.key, rotated.body.key])
    expect((await service.call('GET', '/api-keys', { token })).status).toBe(200);
  expect(await service.call('DELETE', `/api-keys/${made.body.id}`)).toMatchObject({
    status: 200,
    body: { status: 'revoked' },
  });
  expect((await service.call('GET', '/api-keys', { token: made.body.key })).status).toBe(401);
  expect(await service.call('DELETE', `/api-keys/${made.body.id}`)).toMatchObject({
    status: 409,
    body: { code: 'api_key_revoked' },
  });
});

test('a repeat gives the stored answer without the key, which is stored nowhere', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  const first = await service.call('POST', '/api-keys', { body: WISH, headers });
  const again = await service.call('POST', '/api-keys', {
    body: { permissions: WISH.permissions, mode: 'live', name: 'web shop' },
    headers,
  });
  expect(again.status).toBe(201);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(again.body).toEqual({ ...first.body, key: null });
  const other = await service.call('POST', '/api-keys', { body: { ...WISH, name: 'other' }, headers });
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused', retryable: false } });
});

test('a key may be allowed everything that there is', async () => {
  const body = { ...WISH, permissions: PERMISSIONS };
  expect(await service.call('POST', '/api-keys', { body })).toMatchObject({
    status: 201,
    body: { permissions: [...PERMISSIONS].sort() },
  });
});

test("the body's own id plays the role of the key", async () => {
  const id = randomUUID();
  const send = (name: string): ReturnType<TestService['call']> =>
    service.call('POST', '/api-keys', { body: { ...WISH, id, name }, withoutKey: true });
  expect(await send('one')).toMatchObject({ status: 201, body: { id } });
  expect((await send('one')).headers.get('idempotency-replayed')).toBe('true');
  expect(await send('two')).toMatchObject({
    status: 409,
    body: { code: 'id_already_used', errors: [{ pointer: '/id' }] },
  });
});

test.each([
  {
    title: 'more than its maker may',
    maker: ['api_keys:write', 'orders:read'],
    wish: WISH,
    permission: 'orders:write',
  },
  { title: 'more than a test key may', maker: undefined, mode: 'test' as const, wish: WISH, permission: undefined },
])('a key is not allowed $title', async ({ maker, mode, wish, permission }) => {
  const token = await service.createKey(service.tenant, {
    ...(maker === undefined ? {} : { permissions: maker as never }),
    ...(mode === undefined ? {} : { mode }),
  });
  const answer = await service.call('POST', '/api-keys', { body: wish, token });
  expect(answer).toMatchObject({ status: 403, body: { code: 'api_key_exceeds_caller' } });
  expect(answer.body.permission).toBe(permission);
});
