import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { TestService } from '../harness/service.js';
import { startReceiver, until, type ReceivedMessage, type Receiver } from './webhooks-receivers.js';
import { startWebhookService, type WebhookService } from './webhooks-service.js';

jest.setTimeout(120_000);

let world: WebhookService;
let service: TestService;
let receiver: Receiver;
const call: TestService['call'] = (...request) => service.call(...request);

beforeAll(async () => {
  receiver = await startReceiver();
  world = await startWebhookService([receiver]);
  service = world.service;
}, 60_000);
afterAll(async () => {
  await world.close();
  await receiver.close();
});
beforeEach(() => {
  receiver.received.length = 0;
  receiver.answer((response) => void response.writeHead(204).end());
});
afterEach(async () => {
  for (const { id } of (await call('GET', '/webhooks/endpoints?limit=200')).body.data)
    await call('DELETE', `/webhooks/endpoints/${id}`);
});

const verified = (secret: string, { body, headers }: ReceivedMessage): unknown =>
  new Webhook(secret).verify(body, headers as Record<string, string>);
const got = (count: number): Promise<void> => until(`${count} messages came`, () => receiver.received.length >= count);

test('an event arrives signed, in the envelope, and the log shows request and answer', async () => {
  receiver.answer((response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('thanks'));
  const endpoint = await world.endpoint(receiver);
  await world.happen();
  await got(1);
  const [message] = receiver.received as [ReceivedMessage];
  expect(verified(endpoint.secret, message)).toMatchObject({
    specversion: '1.0',
    id: message.id,
    type: 'pos.outlet.changed',
    tenant: service.tenant.slug,
    outlet: world.outletId,
    data: { outlet: { id: world.outletId } },
  });
  expect(message.headers).toMatchObject({
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'user-agent': 'pos-service-webhooks/1',
  });
  const [event] = await world.sql('select id from events where type = $1 order by position desc limit 1', [
    'pos.outlet.changed',
  ]);
  expect(message.id).toBe(event?.['id']);
  await until('it is written down', async () => (await world.deliveries('status=delivered')).length === 1);
  const [delivery] = await world.deliveries(`endpointId=${endpoint.id}&eventId=${message.id}`);
  const detail = await call('GET', `/webhooks/deliveries/${delivery.id}`);
  expect(detail.body).toMatchObject({
    ...{ status: 'delivered', tries: 1, lastStatus: 200, lastError: null, payload: message.body, url: receiver.url },
    attempts: [
      {
        ...{ status: 200, error: null, responseBody: 'thanks', truncated: false },
        responseHeaders: { 'content-type': 'text/plain' },
        requestHeaders: { 'webhook-id': message.id, 'webhook-timestamp': message.headers['webhook-timestamp'] },
      },
    ],
  });
  expect(detail.text).not.toContain('webhook-signature');
  expect((await call('GET', `/webhooks/endpoints/${endpoint.id}`)).body.lastSuccessAt).toEqual(expect.any(String));
});

test('filters by type and outlet decide what is sent; what happened before is not', async () => {
  await world.happen();
  const other = await call('POST', '/outlets', { body: { name: 'Two', timeZone: 'UTC', receiptPrefix: 'B' } });
  await world.endpoint(receiver, { description: 'other outlet', outletIds: [other.body.id], eventTypes: ['*'] });
  await world.endpoint(receiver, { description: 'other type', eventTypes: ['pos.order.*'] });
  const wanted = await world.endpoint(receiver, { description: 'all', eventTypes: ['pos.outlet.*'] });
  await world.happen();
  await call('PATCH', `/outlets/${other.body.id}`, { body: { name: 'Two changed' } });
  await got(3);
  const ids = await world.sql(
    `select d.endpoint_id from webhook_deliveries d join webhook_endpoints e on e.tenant_id = d.tenant_id and e.id = d.endpoint_id
      where e.deleted_at is null and d.event_type = 'pos.outlet.changed'`,
  );
  expect(ids.filter(({ endpoint_id }) => endpoint_id === wanted.id)).toHaveLength(2);
  expect(ids).toHaveLength(3);
});

test('six failed tries park a delivery; a replay sends it again under the same id', async () => {
  receiver.answer((response) => void response.writeHead(500).end('no'));
  const endpoint = await world.endpoint(receiver);
  await world.happen();
  for (let tries = 1; tries <= 6; tries++) {
    await until(`try ${tries} is written down`, async () => {
      const [delivery] = await world.deliveries(`endpointId=${endpoint.id}`);
      return delivery?.tries === tries;
    });
    await world.letTimePass();
    await call('POST', `/webhooks/endpoints/${endpoint.id}/enable`); // wakes the workers
  }
  const [parked] = await world.deliveries('status=parked');
  expect(parked).toMatchObject({ status: 'parked', tries: 6, lastStatus: 500, nextAttemptAt: null });
  expect(receiver.received).toHaveLength(6);
  expect((await call('GET', `/webhooks/endpoints/${endpoint.id}`)).body.failingSince).toEqual(expect.any(String));
  receiver.answer((response) => void response.writeHead(200).end());
  const all = await call('POST', `/webhooks/endpoints/${endpoint.id}/replay`, { body: { status: 'parked' } });
  expect(all).toMatchObject({ status: 202, body: { queued: 1 } });
  await got(7);
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  await until('it is delivered', async () => (await world.deliveries('status=delivered&limit=1')).length === 1);
  const again = await call('POST', `/webhooks/deliveries/${parked.id}/replay`);
  expect(again).toMatchObject({ status: 202, body: { status: 'pending', tries: 0, replays: 2 } });
  await got(8);
  expect((await call('GET', `/webhooks/deliveries/${parked.id}`)).body.attempts.length).toBeGreaterThanOrEqual(7);
});

test('429 with Retry-After waits at least that long', async () => {
  receiver.answer((response) => void response.writeHead(429, { 'retry-after': '3600' }).end());
  const endpoint = await world.endpoint(receiver);
  await world.happen();
  await until('it is tried', async () => (await world.deliveries(`endpointId=${endpoint.id}`))[0]?.tries === 1);
  const [row] = await world.sql(
    `select due_at >= now() + interval '50 minutes' as late from webhook_deliveries where endpoint_id = $1`,
    [endpoint.id],
  );
  expect(row).toEqual({ late: true });
});

test('410 disables the endpoint, cancels what waits, and the business is told', async () => {
  receiver.answer((response) => void response.writeHead(410).end());
  const endpoint = await world.endpoint(receiver);
  await world.happen();
  const shown = (): Promise<{ body: { status: string } }> => call('GET', `/webhooks/endpoints/${endpoint.id}`);
  await until('it is disabled', async () => (await shown()).body.status === 'disabled');
  expect((await shown()).body).toMatchObject({ disabledReason: 'gone', disabledAt: expect.any(String), version: 2 });
  expect(await world.deliveries(`endpointId=${endpoint.id}&status=pending`)).toEqual([]);
  const events = await world.sql('select type, sequence, data from events where aggregate_id = $1 order by sequence', [
    endpoint.id,
  ]);
  expect(events).toMatchObject([
    { type: 'pos.webhook_endpoint.created' },
    { type: 'pos.webhook_endpoint.disabled', sequence: 2, data: { webhookEndpoint: { disabledReason: 'gone' } } },
  ]);
  expect(JSON.stringify(events)).not.toContain('/hook');
  await world.happen();
  const tested = await call('POST', `/webhooks/endpoints/${endpoint.id}/test`);
  expect(tested).toMatchObject({ status: 409, body: { code: 'webhook_endpoint_disabled' } });
  expect(receiver.received).toHaveLength(1);
});

test('five days without a success disable the endpoint', async () => {
  receiver.answer((response) => void response.writeHead(503).end());
  const endpoint = await world.endpoint(receiver);
  await world.happen();
  await until('it is failing', async () => {
    const { body } = await call('GET', `/webhooks/endpoints/${endpoint.id}`);
    return body.failingSince !== null;
  });
  await world.sql(`update webhook_endpoints set failing_since = now() - interval '5 days' where id = $1`, [
    endpoint.id,
  ]);
  await world.happen();
  await until('it is disabled', async () => {
    const { body } = await call('GET', `/webhooks/endpoints/${endpoint.id}`);
    return body.status === 'disabled' && body.disabledReason === 'failing';
  });
  const enabled = await call('POST', `/webhooks/endpoints/${endpoint.id}/enable`);
  expect(enabled).toMatchObject({ status: 200, body: { status: 'enabled', failingSince: null, disabledReason: null } });
});

test('while a secret rotates both sign, and each is enough', async () => {
  const endpoint = await world.endpoint(receiver);
  const headers = { 'Idempotency-Key': randomUUID() };
  const rotate = (): ReturnType<typeof call> =>
    call('POST', `/webhooks/endpoints/${endpoint.id}/rotate`, { body: { overlapHours: 1 }, headers });
  const rotated = await rotate();
  expect(rotated).toMatchObject({ status: 200, body: { secret: expect.stringMatching(/^whsec_.{40,}/), version: 2 } });
  expect((await rotate()).body).toEqual({ ...rotated.body, secret: expect.stringMatching(/^whsec_….{4}$/) });
  await world.happen();
  await got(1);
  const [message] = receiver.received as [ReceivedMessage];
  expect(String(message.headers['webhook-signature']).split(' ')).toHaveLength(2);
  for (const secret of [endpoint.secret, rotated.body.secret]) expect(verified(secret, message)).toBeTruthy();
  await world.sql(`update webhook_endpoints set previous_until = now() where id = $1`, [endpoint.id]);
  await world.happen();
  await got(2);
  const later = receiver.received[1] as ReceivedMessage;
  expect(() => verified(endpoint.secret, later)).toThrow();
  expect(verified(rotated.body.secret, later)).toBeTruthy();
});

test('a test is marked, reaches the endpoint whatever its filters, and looks like the type asked for', async () => {
  const endpoint = await world.endpoint(receiver, { eventTypes: ['pos.order.voided'] });
  const plain = await call('POST', `/webhooks/endpoints/${endpoint.id}/test`);
  expect(plain).toMatchObject({ status: 202, body: { test: true, eventType: 'pos.webhook.test', status: 'pending' } });
  const type = 'pos.outlet.opened';
  expect((await call('POST', `/webhooks/endpoints/${endpoint.id}/test`, { body: { type } })).status).toBe(202);
  await got(2);
  const shown = receiver.received.map((message) => verified(endpoint.secret, message) as { type: string });
  shown.sort((a, b) => a.type.localeCompare(b.type));
  expect(shown).toMatchObject([
    { type, test: true, data: { outlet: { name: expect.any(String) } } },
    { type: 'pos.webhook.test', test: true, data: { message: 'It works.' } },
  ]);
  expect(plain.headers.get('location')).toMatch(/\/webhooks\/deliveries\/[0-9a-f-]{36}$/);
});

test('no event is queued for a disabled endpoint, and none goes out to a deleted one', async () => {
  const endpoint = await world.endpoint(receiver);
  await call('POST', `/webhooks/endpoints/${endpoint.id}/disable`);
  await world.sql(
    `insert into webhook_deliveries (tenant_id, id, endpoint_id, event_id, event_type, payload, status, due_at)
     select tenant_id, gen_random_uuid(), id, gen_random_uuid(), 'pos.x', '{}', 'pending', now() from webhook_endpoints where id = $1`,
    [endpoint.id],
  );
  const witness = await world.endpoint(receiver);
  await world.happen();
  await got(1);
  expect(verified(witness.secret, receiver.received[0] as ReceivedMessage)).toBeTruthy();
  const [waiting] = await world.deliveries(`endpointId=${endpoint.id}`);
  expect(waiting).toMatchObject({ status: 'pending', tries: 0 });
  const deleted = await call('DELETE', `/webhooks/endpoints/${endpoint.id}`, { headers: { 'If-Match': '"2"' } });
  expect(deleted.status).toBe(200);
  expect((await world.deliveries(`endpointId=${endpoint.id}`))[0]).toMatchObject({ status: 'cancelled' });
  const replayed = await call('POST', `/webhooks/deliveries/${waiting.id}/replay`);
  expect(replayed).toMatchObject({ status: 404, body: { code: 'webhook_delivery_not_found' } });
  expect((await call('GET', `/webhooks/endpoints/${endpoint.id}`)).status).toBe(404);
});

test('secrets are nowhere in clear: not in tables, answers to repeats, lists or the log', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  const body = { url: receiver.url, eventTypes: ['pos.outlet.*'] };
  const made = await call('POST', '/webhooks/endpoints', { body, headers });
  const again = await call('POST', '/webhooks/endpoints', { body, headers });
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  const rotated = await call('POST', `/webhooks/endpoints/${made.body.id}/rotate`);
  await world.happen();
  await got(1);
  const lists = [await call('GET', '/webhooks/endpoints'), await call('GET', `/webhooks/endpoints/${made.body.id}`)];
  const tables = await world.sql(
    `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
  );
  const dump: unknown[] = [];
  for (const { name } of tables) dump.push(await world.sql(`select t::text from ${String(name)} t`));
  const all = JSON.stringify([dump, again.text, lists.map(({ text }) => text), service.log]);
  for (const secret of [made.body.secret, rotated.body.secret] as string[]) {
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(all).not.toContain(secret.slice(6, -1));
  }
});
