import { randomUUID } from 'node:crypto';
import { openShop, type Shop } from '../faults/shop.js';
import { writeEvent } from '../harness/event-writer.js';
import { startService, type TestService, type TestTenant } from '../harness/service.js';
import { StreamClient } from '../harness/stream-client.js';

// What a kitchen screen, a till and a tool see on their streams.

let service: TestService;
let shop: Shop;
let here: string;
let there: string;
const open: StreamClient[] = [];
beforeAll(async () => {
  service = await startService({ STREAM_HEARTBEAT_MS: '100' });
  shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
  [here, there] = shop.outlets.map(({ id }) => id) as [string, string];
});
afterEach(() => open.splice(0).forEach((client) => client.cut()));
afterAll(() => service.close());

interface Wish {
  readonly outlet?: string | null;
  readonly query?: string;
  readonly token?: string;
  readonly tenant?: TestTenant;
  readonly lastEventId?: string | number;
}

async function stream({
  outlet = here,
  query = '',
  token,
  tenant = service.tenant,
  lastEventId,
}: Wish = {}): Promise<StreamClient> {
  const place = outlet === null ? '/stream' : `/outlets/${outlet}/stream`;
  const url = `${service.baseUrl}/v1/${tenant.slug}/pos${place}${query}`;
  const client = await StreamClient.open(url, { token: token ?? tenant.apiKey, lastEventId });
  open.push(client);
  return client;
}

const write = (type: string, outletId: string | null = here, data: object = {}): Promise<string> =>
  writeEvent(service.api, service.tenant, { type, outletId, data });
const typesOf = ({ events }: StreamClient): string[] => events.map(({ type }) => type);
/** What is written last on every stream of a test: when it is there, so is all that was to come before. */
const END = 'pos.catalog.imported';
const ended = (client: StreamClient): boolean => typesOf(client).includes(END);

test('a sale shows on the stream of its outlet as the envelope that Kafka and webhooks have', async () => {
  const kitchen = await stream({ query: '?topics=orders' });
  expect(kitchen.status).toBe(200);
  expect(kitchen.response.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  expect(kitchen.response.headers).not.toHaveProperty('content-encoding');
  const body = {
    ...{ outletId: here, lines: [{ sku: 'coffee', quantity: '1' }], complete: true },
    payments: [{ tender: 'cash', amount: { amount: 1000, currency: 'USD' } }],
  };
  const sale = await service.call('POST', '/orders', { body });
  expect(sale.status).toBe(201);
  await kitchen.until(({ events }) => events.some(({ type }) => type === 'pos.order.completed'));
  expect(typesOf(kitchen)).toEqual(['pos.order.created', 'pos.order.completed']);
  const [created, completed] = kitchen.events;
  expect(created?.data).toMatchObject({
    ...{ specversion: '1.0', type: 'pos.order.created', sequence: '1', tenant: shop.slug, outlet: here },
    ...{ subject: `orders/${sale.body.id}`, source: `/${shop.slug}/pos/outlets/${here}` },
  });
  expect(completed?.data.data.order).toMatchObject({ id: sale.body.id, status: 'completed', number: sale.body.number });
});

test('a stream begins with where it stands, and a quiet one tells it with each heartbeat', async () => {
  await write('pos.order.created');
  const before = await stream();
  await before.until(({ lastEventId }) => lastEventId !== undefined);
  expect(before.retryMs).toBe(2000);
  expect(before.events).toEqual([]);
  const beats = before.comments.length;
  await before.until(({ comments }) => comments.length >= beats + 3);
  await writeEvent(service.api, await service.createTenant(), { type: 'pos.order.created' });
  await write('pos.order.held', there);
  const position = before.lastEventId as number;
  await before.until(({ lastEventId }) => (lastEventId as number) > position);
  expect(before.events).toEqual([]);
});

test('an outlet shows its own events and those of the whole business, never those of another outlet or business', async () => {
  const other = await service.createTenant();
  const client = await stream();
  await client.until(({ lastEventId }) => lastEventId !== undefined);
  await write('pos.order.created', there);
  await writeEvent(service.api, other, { type: 'pos.order.created', outletId: here });
  await write('pos.order.held', here);
  await write('pos.catalog.item_changed', null);
  await writeEvent(service.api, other, { type: 'pos.catalog.item_changed' });
  await write(END, null);
  await client.until(ended);
  expect(typesOf(client)).toEqual(['pos.order.held', 'pos.catalog.item_changed', END]);
  expect(new Set(client.events.map(({ data }) => data.tenant))).toEqual(new Set([shop.slug]));
});

const ALL = [
  'pos.order.created',
  'pos.order.line_added',
  'pos.outlet.changed',
  'pos.cash_exception',
  'pos.api_key.created',
];
test.each([
  { query: '', types: ALL.slice(0, 4) },
  { query: '?topics=catalog', types: [] },
  { query: '?topics=kitchen,catalog&types=pos.order.line_*,pos.catalog.*', types: ['pos.order.line_added'] },
  { query: '?topics=outlets,catalog,drawers', types: ['pos.outlet.changed', 'pos.cash_exception'] },
])('with "$query" come $types', async ({ query, types }) => {
  for (const outlet of [here, null]) {
    const [live, later] = [await stream({ query, outlet }), await stream({ outlet })];
    await Promise.all([live, later].map((client) => client.until(({ lastEventId }) => lastEventId !== undefined)));
    const from = later.lastEventId as number;
    for (const type of ALL) await write(type, here);
    await write(END, null);
    await live.until(ended);
    expect(typesOf(live)).toEqual([...types, END]);
    const past = await stream({ query, outlet, lastEventId: from }); // the past is chosen by the same rule
    await past.until(ended);
    expect(past.events.map(({ id }) => id)).toEqual(live.events.map(({ id }) => id));
    expect(past.events.map(({ data }) => data)).toEqual(live.events.map(({ data }) => data));
  }
});

test('a caller of some outlets sees on the stream of the business theirs and what is of all', async () => {
  const token = await service.createKey(service.tenant, { outlets: [there] as never });
  const client = await stream({ outlet: null, token });
  await client.until(({ lastEventId }) => lastEventId !== undefined);
  await write('pos.order.created', here);
  await write('pos.order.held', there);
  await write(END, null);
  await client.until(ended);
  expect(typesOf(client)).toEqual(['pos.order.held', END]);
});

describe('refused:', () => {
  const key = (permissions: string[], outlets: string[] | null = null): Promise<string> =>
    service.createKey(service.tenant, { permissions: permissions as never, outlets: outlets as never });

  test.each([
    ['a topic that does not exist', '?topics=orders,weather', 400, 'validation_failed', '/query/topics'],
    ['no topic at all', '?topics=', 400, 'validation_failed', '/query/topics'],
    ['a type of no topic', '?types=pos.api_key.created', 400, 'validation_failed', '/query/types'],
    ['a position that is none', '?lastEventId=x', 400, 'last_event_id_invalid', '/query/lastEventId'],
    ['a parameter nobody knows', '?topic=orders', 400, 'unknown_parameter', '/query/topic'],
    ['a parameter twice', '?topics=orders&topics=catalog', 400, 'duplicate_parameter', '/query/topics'],
  ])('%s', async (_, query, status, code, pointer) => {
    for (const outlet of [here, null]) {
      const client = await stream({ query, outlet });
      expect(await client.problem()).toMatchObject({ status, code, errors: [{ pointer }] });
    }
  });

  test('a Last-Event-ID that is none', async () => {
    const client = await stream({ lastEventId: '12;drop' });
    expect(await client.problem()).toMatchObject({
      code: 'last_event_id_invalid',
      errors: [{ pointer: '/header/Last-Event-ID' }],
    });
  });

  test('a topic without its permission, by name; without asking for it the rest comes', async () => {
    const token = await key(['streams:read', 'catalog:read']);
    const asked = await stream({ token, query: '?topics=catalog,orders' });
    expect(await asked.problem()).toMatchObject({ status: 403, code: 'permission_missing', permission: 'orders:read' });
    const rest = await stream({ token });
    await rest.until(({ lastEventId }) => lastEventId !== undefined);
    await write('pos.order.created');
    await write(END, null);
    await rest.until(ended);
    expect(typesOf(rest)).toEqual([END]);
  });

  test('who may read nothing', async () => {
    const client = await stream({ token: await key(['streams:read']) });
    expect(await client.problem()).toMatchObject({ status: 403, permission: 'orders:write' });
  });

  test('an outlet of others looks like one that does not exist', async () => {
    const other = await service.createTenant();
    const theirs = await openShop(service.database.ownerUrl, { owner: other });
    const [outlet] = theirs.outlets.map(({ id }) => id);
    const answers = await Promise.all([
      stream({ outlet: randomUUID() }).then((client) => client.problem()),
      stream({ outlet }).then((client) => client.problem()),
      stream({ outlet: here, token: await key(['streams:read', 'orders:read'], [there]) }).then((client) =>
        client.problem(),
      ),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 404, code: 'outlet_not_found' });
    expect(new Set(answers.map((answer) => Object.keys(answer).join())).size).toBe(1);
  });

  test('an outlet id that is none', async () => {
    const client = await stream({ outlet: 'X' });
    expect(await client.problem()).toMatchObject({ status: 400, errors: [{ pointer: '/path/outletId' }] });
  });
});

test('HEAD tells what GET would be and ends', async () => {
  const url = `${service.baseUrl}/v1/${shop.slug}/pos/stream`;
  const answer = await fetch(url, { method: 'HEAD', headers: { Authorization: `Bearer ${service.tenant.apiKey}` } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
});
