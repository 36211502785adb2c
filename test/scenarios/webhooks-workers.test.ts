import { DeliverWebhook } from '../../src/modules/webhooks/application/deliver-webhook.js';
import { SwitchEndpoint } from '../../src/modules/webhooks/application/switch-endpoint.js';
import { PostgresDeliveryQueue } from '../../src/modules/webhooks/adapters/postgres/delivery-queue.js';
import { SealedSigningSecrets } from '../../src/modules/webhooks/adapters/crypto/sealed-signing-secrets.js';
import { SafeWebhookCaller } from '../../src/modules/webhooks/adapters/safe-http/safe-webhook-caller.js';
import type { ClaimedDelivery } from '../../src/modules/webhooks/ports/delivery-queue.js';
import { createPool } from '../../src/platform/postgres/pool.js';
import { SafeHttp } from '../../src/platform/safe-http/safe-http.js';
import { UrlRules } from '../../src/platform/safe-http/url-rules.js';
import { IDS } from '../../src/platform/tokens.js';
import { startReceiver, until, type Receiver } from './webhooks-receivers.js';
import { startWebhookService, type WebhookService } from './webhooks-service.js';

jest.setTimeout(120_000);

let world: WebhookService;
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
  world = await startWebhookService([receiver]);
}, 60_000);
afterEach(async () => {
  await world.close();
  await receiver.close();
});

/** A worker that can be killed: its connections are its own, and it waits for nothing. */
function mortalWorker(failures: string[]) {
  const pool = createPool({
    ...{ url: world.service.database.workerUrl, max: 2, connectTimeoutMs: 20_000, statementTimeoutMs: 20_000 },
    ...{ applicationName: 'mortal', onIdleError: () => undefined },
  });
  const { container } = world.service.api;
  const queue = new PostgresDeliveryQueue(pool);
  const deliver = new DeliverWebhook(
    queue,
    container.get(SealedSigningSecrets),
    new SafeWebhookCaller(new SafeHttp(container.get(UrlRules))),
    container.get(SwitchEndpoint),
    container.get(IDS),
    { tried: () => undefined, endpointDisabled: () => undefined, failed: (what) => void failures.push(what) },
    { now: () => new Date(), chance: () => 0.5, wait: () => Promise.resolve() },
  );
  return { pool, queue, deliver };
}

test('several workers share the queue: everything arrives, once', async () => {
  const stops = [world.startWorker(), world.startWorker()];
  await world.endpoint(receiver);
  for (let n = 0; n < 40; n++) await world.happen();
  await until('all is written down', async () => (await world.deliveries('status=delivered&limit=200')).length === 40);
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(40);
  expect(receiver.received).toHaveLength(40);
  await Promise.all(stops.map((stop) => stop()));
});

test('killed between sending and saving, a delivery is sent again by another worker, under the same id', async () => {
  const endpoint = await world.endpoint(receiver);
  const queued = await world.service.call('POST', `/webhooks/endpoints/${endpoint.id}/disable`);
  expect(queued.status).toBe(200);
  await world.stopWorker();
  await world.service.call('POST', `/webhooks/endpoints/${endpoint.id}/enable`);
  await world.service.call('POST', `/webhooks/endpoints/${endpoint.id}/test`);
  const failures: string[] = [];
  const { pool, queue, deliver } = mortalWorker(failures);
  const { due } = await queue.waiting(undefined);
  const wish = { trusted: false, slow: [], limit: 1, slots: 1, inHand: new Map() };
  const [claimed] = (await queue.claim({ endpoints: due, ...wish })) as [ClaimedDelivery];
  // The receiver has the message; before its answer is written down the worker loses its connections for good.
  let killed: Promise<void> | undefined;
  receiver.answer(async (response) => {
    killed ??= (async () => {
      await world.sql(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mortal'`);
      await pool.end();
    })();
    await killed;
    response.writeHead(204).end();
  });
  await deliver.execute(claimed, new AbortController().signal);
  expect(failures.at(-1)).toBe('a webhook was not delivered; it is taken up again when its lease ends');
  expect(receiver.received).toHaveLength(1);
  expect(await world.deliveries('status=pending')).toMatchObject([{ id: claimed.id, tries: 0 }]);
  const stop = world.startWorker();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(receiver.received).toHaveLength(1); // the dead worker's lease still holds
  await world.sql('update webhook_deliveries set claimed_until = now()');
  await until('it came again', () => receiver.received.length === 2);
  await until('it is delivered', async () => (await world.deliveries('status=delivered')).length === 1);
  const [first, second] = receiver.received;
  expect(second?.id).toBe(first?.id);
  expect(second?.body).toBe(first?.body);
  await stop();
});

test('a connection that breaks while saving is made again, and the delivery is not repeated', async () => {
  await world.endpoint(receiver);
  let broken = 0;
  receiver.answer(async (response) => {
    if (broken++ === 0)
      await world.sql(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'pos_worker' and datname = current_database()`,
      );
    response.writeHead(204).end();
  });
  await world.happen();
  await until('it is delivered', async () => (await world.deliveries('status=delivered')).length === 1);
  expect(receiver.received).toHaveLength(1);
});

test('stopping gives back what a receiver keeps waiting; the next worker sends it', async () => {
  await world.close();
  world = await startWebhookService([receiver], { SHUTDOWN_TIMEOUT_MS: '100' });
  await world.endpoint(receiver);
  receiver.answer(() => undefined);
  await world.happen();
  await until('it was called', () => receiver.received.length === 1);
  await world.stopWorker();
  expect(await world.deliveries('status=pending')).toMatchObject([{ tries: 0 }]);
  receiver.answer((response) => void response.writeHead(204).end());
  const stop = world.startWorker();
  await until('it came again', async () => (await world.deliveries('status=delivered')).length === 1);
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
  await stop();
});

test('without a key nothing can be made, and what was made waits', async () => {
  await world.close();
  world = await startWebhookService([receiver], { SECRETS_KEY: '' });
  const refused = await world.service.call('POST', '/webhooks/endpoints', { body: { url: receiver.url } });
  expect(refused).toMatchObject({ status: 409, body: { code: 'secrets_not_configured' } });
  expect(refused.body.detail).toContain('openssl rand -base64 32');
  const ready = await fetch(`${world.service.baseUrl}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([
    200,
    expect.objectContaining({ parts: expect.objectContaining({ secrets: 'not configured' }) }),
  ]);
});

test('the numbers of webhooks are among the metrics, and name no tenant', async () => {
  await world.endpoint(receiver);
  await world.happen();
  await until('it is delivered', async () => (await world.deliveries('status=delivered')).length === 1);
  const text = await (await fetch(`${world.service.baseUrl}/metrics`)).text();
  expect(text).toContain('pos_webhook_attempts_total{outcome="delivered",reason="answered"} 1');
  expect(text).toMatch(/^pos_webhook_attempt_duration_seconds_count\{outcome="delivered"\} 1$/m);
  expect(text).toMatch(/^pos_webhook_pending 0$/m);
  expect(text).toMatch(/^pos_webhook_oldest_seconds 0$/m);
  expect(text).toMatch(/^pos_webhook_endpoints_disabled 0$/m);
  const lines = text.split('\n').filter((line) => line.startsWith('pos_webhook'));
  expect(lines.join('\n')).not.toContain(world.service.tenant.slug);
});
