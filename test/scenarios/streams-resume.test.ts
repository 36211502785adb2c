import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { Chance } from '../faults/chance.js';
import { writeEvent } from '../harness/event-writer.js';
import { runRedisUrl } from '../harness/redis-server.js';
import { startSecondInstance, type SecondInstance } from '../harness/second-instance.js';
import { startService, type TestService, type TestTenant } from '../harness/service.js';
import { StreamClient, type StreamedEvent } from '../harness/stream-client.js';

// Whatever is cut and wherever it comes back: nothing lost, nothing twice, one order (GUARANTEES G15).

const SEED = Number(process.env['STREAMS_SEED'] ?? Date.now() % 1_000_000_000);
const TYPES = ['pos.order.created', 'pos.order.held', 'pos.catalog.item_changed', 'pos.api_key.created'];

describe.each([
  { title: 'without Redis', redis: false },
  { title: 'with Redis', redis: true },
])('two instances $title', ({ redis }) => {
  let first: TestService;
  let second: SecondInstance;
  let owner: Client;
  beforeAll(async () => {
    const settings: Record<string, string> = redis ? { REDIS_URL: runRedisUrl() } : {};
    first = await startService({ STREAM_HEARTBEAT_MS: '200', LOG_LEVEL: 'silent', ...settings });
    second = await startSecondInstance(first.database, { STREAM_HEARTBEAT_MS: '200', ...settings });
    owner = new Client({ connectionString: first.database.ownerUrl });
    owner.on('error', () => undefined);
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await second.close();
    await first.close();
  });

  const connect = (instance: number, query = '', lastEventId?: number): Promise<StreamClient> =>
    StreamClient.open(`${[first, second][instance]?.baseUrl}/v1/${first.tenant.slug}/pos/stream${query}`, {
      token: first.tenant.apiKey,
      lastEventId,
    });

  /** What should have come, by the database alone. */
  async function committed(
    tenant: TestTenant,
    after: number,
    pattern = 'pos.%',
  ): Promise<{ id: string; position: string }[]> {
    const sql = `select id, position from events where tenant_id = $1 and position > $2 and type like $3
      and type <> 'pos.api_key.created' order by position`;
    await owner.query("select set_config('app.tenant_id', $1, false)", [tenant.id]);
    return (await owner.query<{ id: string; position: string }>(sql, [tenant.id, after, pattern])).rows;
  }

  test('what one commits the other shows', async () => {
    const streams = [await connect(0), await connect(1)];
    await Promise.all(streams.map((stream) => stream.until(({ lastEventId }) => lastEventId !== undefined)));
    await writeEvent(first.api, first.tenant, { type: 'pos.order.created' });
    await writeEvent(second.api, first.tenant, { type: 'pos.order.held' });
    for (const stream of streams) {
      await stream.until(({ events }) => events.length >= 2);
      expect(stream.events.map(({ type }) => type)).toEqual(['pos.order.created', 'pos.order.held']);
      stream.cut();
    }
    expect(streams[0]?.events.map(({ id }) => id)).toEqual(streams[1]?.events.map(({ id }) => id));
  });

  test(`streams that are cut at random and come back to any instance have every event once (seed ${SEED})`, async () => {
    const chance = new Chance(SEED);
    const other = await first.createTenant();
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      const random = chance.branch(`writer ${writer}`);
      for (let n = 0; n < 100; n++) {
        const api = random.pick([first, second]).api;
        const openMs = random.happens(0.2) ? random.integer(0, 25) : undefined;
        await writeEvent(api, random.pick([first.tenant, first.tenant, other]), { type: random.pick(TYPES), openMs });
        await sleep(random.integer(0, 20));
      }
    });
    const starting = await connect(0);
    await starting.until(({ lastEventId }) => lastEventId !== undefined);
    const start = starting.lastEventId as number;
    starting.cut();
    let isLast = (_id: number | undefined): boolean => false;
    const readers = Array.from({ length: 16 }, (_, reader) => {
      const random = chance.branch(`reader ${reader}`);
      return read(random, reader % 4 !== 0 ? '' : '?types=pos.order.*', start, (id) => isLast(id));
    });
    await Promise.all(writers);
    const end = (await committed(first.tenant, 0)).at(-1);
    isLast = (id) => id !== undefined && id >= Number(end?.position);
    const [all, orders] = [await committed(first.tenant, start), await committed(first.tenant, start, 'pos.order.%')];
    for (const [reader, events] of (await Promise.all(readers)).entries()) {
      const expected = reader % 4 !== 0 ? all : orders;
      expect(events.map(({ id }) => id)).toEqual(expected.map(({ position }) => Number(position)));
      expect(events.map(({ data }) => data.id)).toEqual(expected.map(({ id }) => id));
    }
  });

  async function read(
    random: Chance,
    query: string,
    start: number,
    isLast: (id: number | undefined) => boolean,
  ): Promise<StreamedEvent[]> {
    const seen: StreamedEvent[] = [];
    let lastEventId: number | undefined = start;
    while (!isLast(lastEventId)) {
      const stream = await connect(random.integer(0, 1), query, lastEventId);
      expect(stream.status).toBe(200);
      const enough = random.integer(0, 200);
      const cutAt = performance.now() + random.integer(5, 700);
      while (stream.events.length < enough && performance.now() < cutAt && !isLast(stream.lastEventId)) await sleep(2);
      stream.cut();
      await stream.until(({ isOver }) => isOver);
      seen.push(...stream.events);
      lastEventId = stream.lastEventId ?? lastEventId;
    }
    return seen;
  }

  test('when the database was away the stream goes on where it was', async () => {
    const stream = await connect(1);
    await stream.until(({ lastEventId }) => lastEventId !== undefined);
    const start = stream.lastEventId as number;
    for (let n = 0; n < 5; n++) {
      await writeEvent(first.api, first.tenant, { type: 'pos.order.created' });
      await owner.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pos-worker' and datname = current_database()",
      );
      await writeEvent(first.api, first.tenant, { type: 'pos.order.held' });
    }
    await stream.until(({ events }) => events.length >= 10);
    expect(stream.events.map(({ id }) => id)).toEqual(
      (await committed(first.tenant, start)).map(({ position }) => Number(position)),
    );
    stream.cut();
  });

  test('a long past comes whole, in pages, while more happens', async () => {
    const start = (await connected(await connect(0))).lastEventId as number;
    await owner.query("select set_config('app.tenant_id', $1, false)", [first.tenant.id]);
    await owner.query(
      `insert into events (tenant_id, aggregate, aggregate_id, sequence, id, type, data, actor, request_id, occurred_at)
       select $1, 'tests', gen_random_uuid(), 1, gen_random_uuid(), case when n % 3 = 0 then 'pos.api_key.created' else 'pos.order.held' end,
              json_build_object('text', repeat('x', 300)), 'test', 'test', now() from generate_series(1, 3000) n`,
      [first.tenant.id],
    );
    const stream = await connect(1, '', start);
    for (let n = 0; n < 20; n++) await writeEvent(first.api, first.tenant, { type: 'pos.order.created' });
    await stream.until(({ events }) => events.length >= 2_020);
    expect(stream.events.map(({ id }) => id)).toEqual(
      (await committed(first.tenant, start)).map(({ position }) => Number(position)),
    );
    stream.cut();
  });

  async function connected(stream: StreamClient): Promise<StreamClient> {
    await stream.until(({ lastEventId }) => lastEventId !== undefined);
    stream.cut();
    return stream;
  }

  test.each([
    { title: 'older than can be replayed', age: '25 hours', ahead: 0, reason: 'expired' },
    { title: 'of another log', age: '1 hour', ahead: 1_000_000, reason: 'unknown_position' },
  ])('a position $title is told to reload, then sees what happens', async ({ age, ahead, reason }) => {
    const tenant = await first.createTenant();
    const { lastEventId: now } = await connected(await connect(0));
    await owner.query("select set_config('app.tenant_id', $1, false)", [tenant.id]);
    await owner.query(
      `insert into events (tenant_id, aggregate, aggregate_id, sequence, id, type, data, actor, request_id, occurred_at)
       values ($1, 'tests', gen_random_uuid(), 1, gen_random_uuid(), 'pos.order.held', '{}', 'test', 'test', now() - $2::interval)`,
      [tenant.id, age],
    );
    const lastEventId = (now as number) + ahead;
    const url = `${first.baseUrl}/v1/${tenant.slug}/pos/stream`;
    await connect(0).then((stream) =>
      stream.until(({ lastEventId: id }) => (id ?? 0) > (now as number)).then(() => stream.cut()),
    );
    const stream = await StreamClient.open(url, { token: tenant.apiKey, lastEventId });
    await stream.until(({ events }) => events.length > 0);
    const [reset] = stream.events;
    expect(reset).toMatchObject({ type: 'reset', data: { reason, position: reset?.id } });
    await writeEvent(second.api, tenant, { type: 'pos.order.created' });
    await stream.until(({ events }) => events.length > 1);
    expect(stream.events.map(({ type }) => type)).toEqual(['reset', 'pos.order.created']);
    expect(stream.events[1]?.id).toBeGreaterThan(reset?.id as number);
    stream.cut();
  });

  test('a position that another instance told first is waited for, without a repeat', async () => {
    const ahead = await connect(1);
    await ahead.until(({ lastEventId }) => lastEventId !== undefined);
    for (let n = 0; n < 10; n++) {
      const known = ahead.events.length;
      await writeEvent(second.api, first.tenant, { type: 'pos.order.created' });
      await ahead.until(({ events }) => events.length > known);
      const behind = await connect(0, '', ahead.lastEventId);
      await behind.until(({ lastEventId }) => lastEventId !== undefined);
      await writeEvent(second.api, first.tenant, { type: 'pos.order.held' });
      await behind.until(({ events }) => events.length > 0);
      expect(behind.events.map(({ type }) => type)).toEqual(['pos.order.held']);
      behind.cut();
      await ahead.until(({ events }) => events.length > known + 1);
    }
    ahead.cut();
  });
});
