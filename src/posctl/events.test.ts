import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import { Webhook } from 'standardwebhooks';
import { startService, type TestService } from '../../test/harness/service.js';
import { EXIT } from './exit-codes.js';
import { posctl, start, until } from './posctl.examples.js';

// The commands about events, against the service.

let service: TestService;
let environment: Record<string, string>;
beforeAll(async () => {
  service = await startService({ SECRETS_KEY: randomBytes(32).toString('base64') });
  const { slug, apiKey } = service.tenant;
  environment = { POS_URL: service.baseUrl, POS_TENANT: slug, POS_API_KEY: apiKey };
});
afterAll(() => service.close());

let receiver: Server | undefined;
afterEach(() => {
  receiver?.closeAllConnections();
  receiver?.close();
});

interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Somebody's webhook receiver: answers with the next status, the last one for ever. */
async function receive(...statuses: number[]): Promise<{ port: number; got: Received[] }> {
  const got: Received[] = [];
  receiver = createServer((request: IncomingMessage, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      got.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(parts).toString() });
      response.writeHead(statuses[Math.min(got.length, statuses.length) - 1] ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => void receiver?.listen(0, '127.0.0.1', resolve));
  return { port: (receiver.address() as AddressInfo).port, got };
}

async function addItem(name = 'Tea'): Promise<string> {
  const price = { amount: 250, currency: 'USD' };
  const details = { name, category: 'Tea', taxCategory: 'standard', unit: 'each', active: true, barcode: null };
  const { status, body } = await service.call('POST', '/catalog/items', {
    body: { sku: randomUUID(), price, ...details },
  });
  expect(status).toBe(201);
  return body.id as string;
}

async function bury(sink = 'kafka'): Promise<string> {
  const eventId = randomUUID();
  const client = new Client({ connectionString: service.database.workerUrl });
  await client.connect();
  try {
    await client.query(
      `insert into outbox_dead_letters (tenant_id, id, sink, shard, event_id, type, aggregate, aggregate_id, sequence,
         position, reason, attempts)
       values ($1, $2, $3, 0, $4, 'pos.order.completed', 'orders', $5, 2, 7, 'too large', 8)`,
      [service.tenant.id, randomUUID(), sink, eventId, randomUUID()],
    );
  } finally {
    await client.end();
  }
  return eventId;
}

const NOBODY = '0197a3c2-7b1e-7000-8000-ffffffffffff';
const linesOf = (text: string): string[] => text.trimEnd().split('\n').filter(Boolean);

test('events are shown as they happen, and from where an earlier run ended', async () => {
  await addItem('Tea');
  const tail = start(['events', 'tail', '--topics', 'catalog', '--since', '0', '--json'], environment);
  await until(() => tail.said.out.includes('"Tea"'), 'what happened before');
  await addItem('Juice');
  await until(() => tail.said.out.includes('"Juice"'), 'what happens now');
  tail.interrupt();
  expect(await tail.done).toBe(EXIT.interrupted);
  const [first] = linesOf(tail.said.out).map((line) => JSON.parse(line) as object);
  expect(first).toMatchObject({ type: 'pos.catalog.item_changed', data: { item: { name: 'Tea' } } });
  const [, since = ''] = /--since (\d+)/.exec(tail.said.err) ?? [];
  const id = await addItem('Coffee');
  const again = start(['events', 'tail', '--since', since, '--types', 'pos.catalog.*'], environment);
  await until(() => again.said.out.includes(`items/${id}  #1`), 'what happened in between');
  again.interrupt();
  expect(await again.done).toBe(EXIT.interrupted);
  expect(linesOf(again.said.out)).toHaveLength(1);
});

test('events come to a receiver as webhooks that the reference library believes; what fails is said', async () => {
  const { port, got } = await receive(200, 500);
  const args = [
    'webhooks',
    'listen',
    '--forward-to',
    `localhost:${port}/hooks`,
    '--since',
    '0',
    '--jsonl',
    '--limit',
    '2',
  ];
  await addItem();
  await addItem();
  const { code, out, err } = await posctl([...args, '--events', 'pos.catalog.*'], environment);
  expect(code).toBe(EXIT.done);
  const [, secret = ''] = /Signing with (whsec_\S+)/.exec(err) ?? [];
  for (const { headers, body } of got) {
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ id: headers['webhook-id'], specversion: '1.0' });
    expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
  }
  const outcomes = linesOf(out).map((line) => JSON.parse(line) as object);
  expect(outcomes).toMatchObject([
    { eventId: got[0]?.headers['webhook-id'], type: 'pos.catalog.item_changed', status: 200, error: null },
    { eventId: got[1]?.headers['webhook-id'], status: 500 },
  ]);
});

test('a receiver that is not there is said, and the next event is tried', async () => {
  const { port } = await receive();
  receiver?.close();
  await addItem();
  const args = ['webhooks', 'listen', '--forward-to', `http://127.0.0.1:${port}`, '--since', '0', '--limit', '1'];
  const { code, out } = await posctl(args, environment);
  expect(code).toBe(EXIT.done);
  expect(out).toMatch(/failed +\d+ ms .*ECONNREFUSED/);
  expect((await posctl(['webhooks', 'listen'], environment)).code).toBe(EXIT.usage);
});

test('endpoints are listed and tried, and what was sent to them is shown and sent again', async () => {
  const wish = { url: 'https://hooks.example.com/pos', eventTypes: ['pos.order.*'] };
  const { body: endpoint } = await service.call('POST', '/webhooks/endpoints', { body: wish });
  const listed = await posctl(['webhooks', 'list'], environment);
  expect(listed.out).toMatch(new RegExp(`enabled +https://hooks.example.com/pos +pos.order.\\* +${endpoint.id}`));
  const triggered = await posctl(['webhooks', 'trigger', endpoint.id as string, '--json'], environment);
  expect(triggered.code).toBe(EXIT.done);
  const delivery = JSON.parse(triggered.out) as { id: string };
  const deliveries = await posctl(
    ['webhooks', 'deliveries', '--endpoint', endpoint.id as string, '--jsonl'],
    environment,
  );
  expect(linesOf(deliveries.out).map((line) => JSON.parse(line) as object)).toMatchObject([{ id: delivery.id }]);
  expect(await posctl(['webhooks', 'resend', delivery.id, '--json'], environment)).toMatchObject({
    code: EXIT.done,
    out: '{"queued":1}\n',
  });
  const range = ['webhooks', 'resend', '--endpoint', endpoint.id as string, '--status', 'parked'];
  expect(await posctl([...range, '--yes', '--json'], environment)).toMatchObject({
    code: EXIT.done,
    out: '{"queued":0}\n',
  });
  expect((await posctl([...range, '--dry-run'], environment)).out).toMatch(/^To be sent again: parked deliveries/);
});

test.each<[string[], number]>([
  [['resend'], EXIT.usage],
  [['resend', 'x', '--endpoint', 'y'], EXIT.usage],
  [['resend', 'x', '--status', 'parked'], EXIT.usage],
  [['resend', '--endpoint', 'x', '--status', 'lost'], EXIT.usage],
  [['resend', '--endpoint', NOBODY, '--no-input'], EXIT.usage],
  [['resend', '--endpoint', NOBODY, '--yes'], EXIT.notFound],
  [['resend', NOBODY], EXIT.notFound],
  [['trigger', NOBODY], EXIT.notFound],
])('webhooks %j ends with %i', async (args, code) => {
  expect((await posctl(['webhooks', ...args], environment)).code).toBe(code);
});

test('what was given up is counted, listed with its reason, and tried again', async () => {
  const [first, second, third] = [await bury(), await bury(), await bury('webhooks')];
  const status = await posctl(['outbox', 'status', '--json'], environment);
  expect(status.code).toBe(EXIT.done);
  const dry = await posctl(['outbox', 'redrive', '--all', '--dry-run', '--sink', 'kafka'], environment);
  const reasons = linesOf(dry.out)
    .slice(1)
    .map((line) => /^kafka .* 8  (\S+)  too large$/.exec(line)?.[1]);
  expect(reasons.sort()).toEqual([first, second].sort());
  const redriven = await posctl(['outbox', 'redrive', first, '--yes', '--json'], environment);
  expect(redriven).toMatchObject({ code: EXIT.done, out: '{"queued":1}\n' });
  expect((await posctl(['outbox', 'redrive', first, '--yes'], environment)).code).toBe(EXIT.notFound);
  const all = await posctl(['outbox', 'redrive', '--all', '--sink', 'kafka', '--yes', '--json'], environment);
  expect(all).toMatchObject({ code: EXIT.done, out: '{"queued":1}\n' });
  const left = await posctl(['outbox', 'redrive', '--all', '--dry-run', '--json'], environment);
  expect(JSON.parse(left.out)).toMatchObject([{ eventId: third, sink: 'webhooks' }]);
});

test.each<[string[], number]>([
  [[], EXIT.usage],
  [[NOBODY, '--all'], EXIT.usage],
  [[NOBODY, '--yes'], EXIT.notFound],
])('outbox redrive %j ends with %i', async (args, code) => {
  expect((await posctl(['outbox', 'redrive', ...args], environment)).code).toBe(code);
});

test('without a key, the status of all tenants comes from the database', async () => {
  await addItem();
  const client = new Client({ connectionString: service.database.workerUrl });
  await client.connect();
  await client.query(`insert into outbox_shards (sink, shard, position) values ('kafka', 0, 0), ('kafka', 1, 1)
    on conflict (sink, shard) do update set position = excluded.position`);
  await client.end();
  await bury();
  const { code, out } = await posctl(['outbox', 'status', '--jsonl'], { DATABASE_URL: service.database.ownerUrl });
  expect(code).toBe(EXIT.done);
  const kafka = linesOf(out)
    .map((line) => JSON.parse(line) as { name: string })
    .find(({ name }) => name === 'kafka');
  expect(kafka).toMatchObject({
    behind: expect.any(Number),
    oldestSeconds: expect.any(Number),
    deadLetters: expect.any(Number),
  });
  expect(kafka).not.toMatchObject({ behind: 0 });
  expect(kafka).not.toMatchObject({ deadLetters: 0 });
});

test('doctor says what was given up', async () => {
  const client = new Client({ connectionString: service.database.workerUrl });
  await client.connect();
  await client.query(`insert into outbox_shards (sink, shard) values ('kafka', 0) on conflict do nothing`);
  await client.end();
  await bury();
  const { out } = await posctl(['doctor', '--json'], environment);
  const findings = JSON.parse(out) as { check: string; state: string; found: string }[];
  expect(findings).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ check: 'service', state: 'ok' }),
      expect.objectContaining({ check: 'dead letters', state: 'warn', found: expect.stringMatching(/\d+ for kafka/) }),
    ]),
  );
});
