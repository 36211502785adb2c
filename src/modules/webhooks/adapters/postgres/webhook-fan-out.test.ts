import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import type { TenantId } from '../../../../kernel/ids.js';
import type { LoggedEvent } from '../../../../kernel/outbox.js';
import { event, ids, openWebhookDatabase, type WebhookDatabase } from './webhook-database.examples.js';
import { WebhookFanOut } from './webhook-fan-out.js';

let world: WebhookDatabase;
beforeEach(async () => {
  world = await openWebhookDatabase();
});
afterEach(() => world.close());

test('a batch is queued once for each endpoint that asks for it, however often it comes', async () => {
  const outlet = randomUUID() as LoggedEvent['outletId'];
  const all = await world.addEndpoint();
  const ofOutlet = await world.addEndpoint({ outlet_ids: [outlet] });
  await world.addEndpoint({ event_types: ['pos.tab.*'] });
  await world.addEndpoint({ created_at: '2026-07-01T00:00:00Z' });
  await world.addEndpoint({ status: 'disabled', disabled_reason: 'manual', disabled_at: '2026-01-01T00:00:00Z' });
  await world.addEndpoint({ secret: null, deleted_at: '2026-01-01T00:00:00Z' });
  const batch = [event(), event({ outletId: outlet }), event({ tenantId: randomUUID() as TenantId })];
  await world.fanOut.deliver(batch);
  await world.fanOut.deliver(batch);
  const queued = (await world.rows()).map(({ endpoint_id, event_id }) => [endpoint_id, event_id]);
  expect(queued).toHaveLength(3);
  expect(queued).toEqual(
    expect.arrayContaining([
      [all, batch[0]?.id],
      [all, batch[1]?.id],
      [ofOutlet, batch[1]?.id],
    ]),
  );
  expect(world.wakeUps.length).toBeGreaterThan(0);
});

test('a database that is away blames no event', async () => {
  const away = new Pool({ connectionString: world.database.workerUrl.replace(/:\d+\//, ':1/'), max: 1 });
  const sink = new WebhookFanOut(away, ids, { now: () => undefined });
  await expect(sink.deliver([event()])).rejects.toMatchObject({ name: 'SinkUnavailable', reason: 'unreachable' });
  await away.end();
});
