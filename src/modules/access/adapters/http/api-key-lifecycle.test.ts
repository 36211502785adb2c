import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';
import { CHORE, WORKER_POOL } from '../../../../platform/postgres/tokens.js';
import type { Permission } from '../../domain/permissions.js';

const DAY_MS = 86_400_000;
const REASON = 'the shop goes on';

let service: TestService;
let clock = Date.now();
beforeAll(async () => {
  service = await startService({}, () => clock);
});
afterAll(() => service.close());

const inDays = (days: number): string => new Date(clock + days * DAY_MS).toISOString();

interface Made {
  readonly id: string;
  readonly key: string;
}

async function make(
  wish: { permissions?: readonly Permission[]; expiresAt?: string; name?: string } = {},
): Promise<Made> {
  const body = { name: 'web shop', mode: 'live', permissions: ['orders:read', 'tenant:read'], ...wish };
  const { status, body: made } = await service.call('POST', '/api-keys', { body });
  expect(status).toBe(201);
  return made as Made;
}

const change = (id: string, body: object, more: { token?: string; etag?: string } = {}): Promise<Answer> =>
  service.call('PATCH', `/api-keys/${id}`, {
    body,
    ...(more.token !== undefined && { token: more.token }),
    ...(more.etag !== undefined && { headers: { 'If-Match': more.etag } }),
  });

test('a key is shown, renamed, ended earlier and allowed less, on the version that was seen', async () => {
  const { id, key } = await make({ expiresAt: inDays(90) });
  const shown = await service.call('GET', `/api-keys/${id}`);
  expect(shown).toMatchObject({ status: 200, body: { id, version: 1 } });
  expect(shown.headers.get('etag')).toBe('"1"');
  const wish = { name: 'kiosk', expiresAt: inDays(60), permissions: ['tenant:read'], reason: 'less is enough' };
  const changed = await change(id, wish, { etag: '"1"' });
  expect(changed).toMatchObject({ status: 200, body: { name: 'kiosk', permissions: ['tenant:read'], version: 2 } });
  expect(await change(id, { name: 'x' }, { etag: '"1"' })).toMatchObject({ status: 412, body: { currentVersion: 2 } });
  expect(await service.call('GET', '/orders', { token: key })).toMatchObject({
    status: 403,
    body: { permission: 'orders:read' },
  });
  expect((await service.call('GET', '/permissions/mine', { token: key })).body).toMatchObject({
    ...{ kind: 'api-key', id, permissions: ['tenant:read'], outlets: null, deviceId: null, test: false },
  });
});

test.each([
  {
    title: 'more than before',
    body: { permissions: ['orders:read', 'orders:void'] },
    status: 422,
    code: 'api_key_not_narrower',
  },
  {
    title: 'an end that is over',
    body: { expiresAt: '2020-01-01T00:00:00Z' },
    status: 422,
    code: 'api_key_end_in_past',
  },
  { title: 'the number of a card', body: { name: '4111 1111 1111 1111' }, status: 422, code: 'card_data_not_allowed' },
  {
    title: 'a longer life by who may less',
    body: { expiresAt: null },
    poor: true,
    status: 403,
    code: 'api_key_exceeds_caller',
  },
])('a key is not given $title', async ({ body, poor, status, code }) => {
  const { id } = await make({ expiresAt: inDays(10) });
  const token = poor === true ? (await make({ permissions: ['api_keys:write'] })).key : undefined;
  expect(await change(id, body, { ...(token !== undefined && { token }) })).toMatchObject({ status, body: { code } });
});

test('a key is revoked with a reason, and the log tells who, when, why and when it was used last', async () => {
  const { id } = await make({ name: 'lost one' });
  const gone = await service.call('DELETE', `/api-keys/${id}?reason=the+laptop+was+stolen`);
  expect(gone).toMatchObject({ status: 200, body: { status: 'revoked', revokeReason: 'the laptop was stolen' } });
  const { id: other } = await make();
  await service.call('DELETE', `/api-keys/${other}`);
  const log = await service.call('GET', '/api-keys/revocations?limit=1');
  expect(log.body.data).toMatchObject([{ id: other, reason: null, revokedBy: expect.any(String), lastUsedAt: null }]);
  const next = await service.call('GET', `/api-keys/revocations?limit=1&cursor=${log.body.nextCursor}`);
  expect(next.body.data).toMatchObject([{ id, name: 'lost one', reason: 'the laptop was stolen' }]);
  expect(await change(id, { name: 'x' })).toMatchObject({ status: 409, body: { code: 'api_key_revoked' } });
});

test('the list is narrowed by status, mode, name and end', async () => {
  const { id } = await make({ name: '100% sure', expiresAt: inDays(3) });
  const { id: gone } = await make({ name: '100% gone', expiresAt: inDays(3) });
  await service.call('DELETE', `/api-keys/${gone}`);
  const ids = async (query: string): Promise<string[]> =>
    (await service.call('GET', `/api-keys?${query}`)).body.data.map((key: Made) => key.id);
  expect(await ids('q=100%25&status=active')).toEqual([id]);
  expect(await ids('q=100%25&status=revoked')).toEqual([gone]);
  expect(await ids('q=100%25&mode=test')).toEqual([]);
  expect(await ids(`q=sure&expiringBefore=${inDays(4)}`)).toEqual([id]);
  expect(await ids(`q=sure&expiringBefore=${inDays(2)}`)).toEqual([]);
  expect(await ids(`q=gone&expiringBefore=${inDays(4)}`)).toEqual([]);
});

test('a key asks for its own renewal, and somebody else grants it', async () => {
  const { id, key } = await make({ expiresAt: inDays(5) });
  const wish = { wantedUntil: inDays(100), reason: REASON };
  const asked = await service.call('POST', `/api-keys/${id}/renewal-requests`, { token: key, body: wish });
  expect(asked).toMatchObject({ status: 201, body: { apiKeyId: id, status: 'asked', askedBy: id } });
  const twice = await service.call('POST', `/api-keys/${id}/renewal-requests`, { body: wish });
  expect(twice).toMatchObject({ status: 409, body: { code: 'api_key_renewal_open' } });
  const path = `/api-key-renewals/${asked.body.id}`;
  expect((await service.call('GET', '/api-key-renewals?status=asked')).body.data).toMatchObject([asked.body]);
  const granted = await service.call('POST', `${path}/grant`, { body: { expiresAt: inDays(50), note: 'half of it' } });
  expect(granted).toMatchObject({
    status: 200,
    body: { status: 'granted', grantedUntil: inDays(50), note: 'half of it' },
  });
  expect((await service.call('GET', path)).body).toEqual(granted.body);
  expect((await service.call('GET', `/api-keys/${id}`)).body).toMatchObject({ expiresAt: inDays(50), version: 3 });
  expect(await service.call('POST', `${path}/deny`, { body: { reason: 'no' } })).toMatchObject({
    status: 409,
    body: { code: 'api_key_renewal_decided' },
  });
});

test('renewal is denied with a reason, and asked for again', async () => {
  const { id, key } = await make({ expiresAt: inDays(5) });
  const ask = (): Promise<Answer> =>
    service.call('POST', `/api-keys/${id}/renewal-requests`, { token: key, body: { reason: REASON } });
  const { body } = await ask();
  const denied = await service.call('POST', `/api-key-renewals/${body.id}/deny`, {
    body: { reason: 'not used' },
  });
  expect(denied).toMatchObject({ status: 200, body: { status: 'denied', note: 'not used', grantedUntil: null } });
  expect((await ask()).status).toBe(201);
  const list = await service.call('GET', `/api-key-renewals?apiKeyId=${id}&limit=1`);
  expect(list.body).toMatchObject({ data: [{ status: 'asked' }], nextCursor: expect.any(String) });
  const rest = await service.call('GET', `/api-key-renewals?apiKeyId=${id}&cursor=${list.body.nextCursor}`);
  expect(rest.body.data).toMatchObject([{ status: 'denied' }]);
});

test('nobody asks for keys that they do not see, or decides on what they asked for', async () => {
  const { id } = await make({ expiresAt: inDays(5) });
  const { key: stranger } = await make();
  const body = { reason: REASON };
  expect(await service.call('POST', `/api-keys/${id}/renewal-requests`, { token: stranger, body })).toMatchObject({
    status: 403,
    body: { code: 'permission_missing', permission: 'api_keys:read' },
  });
  const { body: asked } = await service.call('POST', `/api-keys/${id}/renewal-requests`, { body });
  for (const [verb, decision] of [
    ['grant', {}],
    ['deny', body],
  ] as const)
    expect(await service.call('POST', `/api-key-renewals/${asked.id}/${verb}`, { body: decision })).toMatchObject({
      status: 409,
      body: { code: 'api_key_renewal_own' },
    });
  const { id: endless } = await make();
  expect(await service.call('POST', `/api-keys/${endless}/renewal-requests`, { body })).toMatchObject({
    status: 409,
    body: { code: 'api_key_without_end' },
  });
});

test('of two who decide at once one does', async () => {
  const { id, key } = await make({ expiresAt: inDays(5) });
  const { body } = await service.call('POST', `/api-keys/${id}/renewal-requests`, {
    token: key,
    body: { reason: REASON },
  });
  const decide = (verb: string, decision: object): Promise<Answer> =>
    service.call('POST', `/api-key-renewals/${body.id}/${verb}`, { body: decision });
  const answers = await Promise.all([decide('grant', {}), decide('deny', { reason: 'no' }), decide('grant', {})]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
});

test('an end is told of 30, 7 and 1 days before, once each, and not of what was replaced', async () => {
  const { id } = await make({ expiresAt: inDays(40) });
  const { id: replaced } = await make({ expiresAt: inDays(40) });
  await service.call('POST', `/api-keys/${replaced}/rotate`);
  const began = clock;
  for (const day of [5, 10.5, 11, 32, 33.5, 39.5, 39.9, 41]) {
    clock = began + day * DAY_MS;
    await remind();
    await remind();
  }
  expect(await told(id)).toEqual([30, 7, 1]);
  expect(await told(replaced)).toEqual([]);
});

async function remind(): Promise<void> {
  const { container } = service.api;
  const chore = container.getAll(CHORE).find(({ name }) => name === 'reminders of API keys that end');
  await chore?.run(container.get(WORKER_POOL));
}

async function told(id: string): Promise<number[]> {
  const { rows } = await service.api.container
    .get(WORKER_POOL)
    .query<{ data: { withinDays: number } }>(
      `select data from events where aggregate_id = $1 and type = 'pos.api_key.expiring' order by sequence`,
      [id],
    );
  return rows.map(({ data }) => data.withinDays);
}
