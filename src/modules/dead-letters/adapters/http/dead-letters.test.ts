import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startService, type TestService, type TestTenant } from '../../../../../test/harness/service.js';

let service: TestService;
let owner: Client;

beforeAll(async () => {
  service = await startService();
  owner = new Client({ connectionString: service.database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await service.close();
});

let deaths = 0;

/** A letter as the dispatcher writes it, each a second younger than the one before. */
async function bury(
  tenant: TestTenant,
  fields: { sink?: string; type?: string; status?: string } = {},
): Promise<string> {
  const { sink = 'kafka', type = 'pos.order.completed', status = 'dead' } = fields;
  const id = randomUUID();
  await owner.query(
    `insert into outbox_dead_letters (tenant_id, id, sink, shard, event_id, type, aggregate, aggregate_id, sequence, position, reason, attempts, status, dead_at)
     values ($1, $2, $3, 0, $4, $5, 'orders', $6, 2, 7, 'too large', 8, $7,
             timestamptz '2026-01-01' + make_interval(secs => $8))`,
    [tenant.id, id, sink, randomUUID(), type, randomUUID(), status, deaths++],
  );
  return id;
}

async function freshTenant(): Promise<TestTenant> {
  return service.createTenant();
}

test('letters are listed newest first, by page, and filtered', async () => {
  const tenant = await freshTenant();
  const ids = [];
  for (const sink of ['kafka', 'webhooks', 'kafka']) ids.push(await bury(tenant, { sink }));
  const first = await service.call('GET', '/outbox/dead-letters?limit=2', { tenant });
  expect(first.body.data.map((one: { id: string }) => one.id)).toEqual([ids[2], ids[1]]);
  const second = await service.call('GET', `/outbox/dead-letters?limit=2&cursor=${first.body.nextCursor}`, { tenant });
  expect(second.body).toMatchObject({ data: [{ id: ids[0], reason: 'too large', attempts: 8 }], nextCursor: null });
  const filtered = await service.call('GET', '/outbox/dead-letters?sink=webhooks&status=dead', { tenant });
  expect(filtered.body.data).toHaveLength(1);
  expect((await service.call('GET', '/outbox/dead-letters?colour=red', { tenant })).status).toBe(400);
});

test('one letter is queued again, which is told by an event; asking twice changes nothing', async () => {
  const tenant = await freshTenant();
  const id = await bury(tenant);
  for (let round = 0; round < 2; round++) {
    const answer = await service.call('POST', `/outbox/dead-letters/${id}/redrive`, { tenant });
    expect([answer.status, answer.body.status]).toEqual([202, 'queued']);
    expect(answer.body.queuedBy).toMatch(/^api-key:/);
  }
  const { rows } = await owner.query('select type, sequence from events where aggregate_id = $1', [id]);
  expect(rows).toEqual([{ type: 'pos.dead_letter.redrive_requested', sequence: 1 }]);
});

test('a letter that was delivered since is not queued again', async () => {
  const tenant = await freshTenant();
  const id = await bury(tenant, { status: 'redriven' });
  const answer = await service.call('POST', `/outbox/dead-letters/${id}/redrive`, { tenant });
  expect([answer.status, answer.body.code]).toEqual([409, 'dead_letter_already_redriven']);
});

test('all letters of a sink and type are queued at once, and only those', async () => {
  const tenant = await freshTenant();
  const meant = [await bury(tenant), await bury(tenant)];
  await bury(tenant, { sink: 'webhooks' });
  await bury(tenant, { type: 'pos.order.voided' });
  await bury(tenant, { status: 'redriven' });
  const body = { sink: 'kafka', type: 'pos.order.completed' };
  const answer = await service.call('POST', '/outbox/dead-letters/redrive', { tenant, body });
  expect([answer.status, answer.body]).toEqual([202, { queued: 2 }]);
  const queued = await service.call('GET', '/outbox/dead-letters?status=queued', { tenant });
  expect(queued.body.data.map((one: { id: string }) => one.id).sort()).toEqual(meant.sort());
});

test('the status counts what is the tenant’s own', async () => {
  const [tenant, other] = [await freshTenant(), await freshTenant()];
  await owner.query(`insert into outbox_shards (sink, shard) values ('kafka', 0) on conflict do nothing`);
  await bury(tenant);
  await bury(other);
  const { body } = await service.call('GET', '/outbox/status', { tenant });
  // The tenant's key made an event, which nobody has dispatched.
  expect(body.sinks).toMatchObject([{ name: 'kafka', behind: 1, blocked: 0, deadLetters: 1 }]);
  expect(body.sinks[0].oldestSeconds).toBeGreaterThanOrEqual(0);
});

test('another business, and a caller without the permission, get nowhere', async () => {
  const [tenant, other] = [await freshTenant(), await freshTenant()];
  const id = await bury(tenant);
  for (const [method, path] of [
    ['GET', `/outbox/dead-letters/${id}`],
    ['POST', `/outbox/dead-letters/${id}/redrive`],
  ] as const) {
    expect((await service.call(method, path, { tenant: other })).body.code).toBe('dead_letter_not_found');
  }
  const reader = await service.createKey(tenant, { permissions: ['dead_letters:read'] });
  expect((await service.call('GET', '/outbox/dead-letters', { tenant, token: reader })).status).toBe(200);
  const refused = await service.call('POST', `/outbox/dead-letters/${id}/redrive`, { tenant, token: reader });
  expect([refused.status, refused.body.permission]).toEqual([403, 'dead_letters:write']);
});
