import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import { Client } from 'pg';
import { startOwnKafka } from '../test/harness/kafka-server.js';
import { workerUrlFrom } from '../src/platform/postgres/roles.js';

/** How fast committed events leave for Kafka, beside a bare loop over the same rows. */
export interface EventFigures {
  readonly rounds: readonly { readonly dispatcher: number; readonly floor: number }[];
  /** Milliseconds from the commit of a sale's events to their arrival at a consumer, at `lagSales` sales a second. */
  readonly lag: { readonly sales: number; readonly p50Ms: number; readonly p99Ms: number; readonly maxMs: number };
}

const EVENTS = 120_000;
const WARM_UP = 30_000;
const SALES = 1_000;
const ROUNDS = 3;
const LAG_SALES = 500;
const LAG_SECONDS = 20;
const TICK_MS = 20;

/** Measures on a database that holds some sales already: their events are multiplied. */
export async function measureEvents(ownerUrl: string): Promise<EventFigures> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const kafka = await startOwnKafka({ forLoad: true });
  try {
    await multiply(owner);
    await createTopic(kafka.brokers);
    const rounds: EventFigures['rounds'][number][] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const floor = await runFloor(ownerUrl, kafka.brokers);
      rounds.push({ floor, dispatcher: await runDispatcher(owner, ownerUrl, kafka.brokers) });
      process.stderr.write(`events/s: ${JSON.stringify(rounds.at(-1))}\n`);
    }
    return { rounds, lag: await measureLag(owner, ownerUrl, kafka.brokers) };
  } finally {
    await owner.end();
    await kafka.stop();
  }
}

/** The figures as docs/performance.md shows them. */
export function describeEvents({ rounds, lag }: EventFigures): string {
  const cells = rounds.map(({ dispatcher, floor }, index) => {
    return `| ${index + 1} | ${Math.round(dispatcher)} | ${Math.round(floor)} | **${(dispatcher / floor).toFixed(2)}** |`;
  });
  return [
    `Events to Kafka: one \`worker\` process (4 shards, leases, webhooks on) and a bare loop, ${EVENTS - WARM_UP} events a cell after a`,
    `warm-up of ${WARM_UP}, a broker with one node, acks from all, idempotent producer, everything on the same cores.`,
    '',
    '| round | dispatcher: events/s | bare loop: events/s | ratio |',
    '| --- | --- | --- | --- |',
    ...cells,
    '',
    `Lag at ${lag.sales} sales (${lag.sales * 2} events) a second, from commit to a Kafka consumer, over ${LAG_SECONDS} s: p50 ` +
      `${lag.p50Ms} ms, p99 ${lag.p99Ms} ms, at most ${lag.maxMs} ms. The sales are the rows of \`events\` alone, two in a transaction.`,
  ].join('\n');
}

/** Keeps the events of a thousand sales and copies them, so that every run sends the same kind and number. */
async function multiply(owner: Client): Promise<void> {
  const columns = 'tenant_id, aggregate, sequence, type, outlet_id, data, actor, request_id, trace_parent, occurred_at';
  await owner.query(
    `create temporary table sample as
     select ${columns}, aggregate_id, id, position from events e
      where aggregate = 'orders' and aggregate_id in (
        select aggregate_id from events where type = 'pos.order.completed' order by position limit $1)`,
    [SALES],
  );
  await owner.query('truncate events');
  await owner.query(
    `insert into events (aggregate_id, id, ${columns})
     select md5(aggregate_id::text || n)::uuid, md5(id::text || n)::uuid, ${columns}
       from sample, generate_series(1, $1) n order by n, position`,
    [EVENTS / (SALES * 2)],
  );
  await owner.query('vacuum analyze events');
}

async function createTopic(brokers: string): Promise<void> {
  const admin = new Kafka({ brokers: [brokers], logLevel: logLevel.ERROR }).admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: 'pos.orders', numPartitions: 6 }] });
  await admin.disconnect();
}

async function runFloor(ownerUrl: string, brokers: string): Promise<number> {
  const child = fork('bench/events-floor.ts', [], {
    execArgv: ['--import', 'tsx'],
    env: {
      ...{ ...process.env, NODE_ENV: 'production', KAFKAJS_NO_PARTITIONER_WARNING: '1' },
      ...{ FLOOR_DATABASE_URL: workerUrlFrom(ownerUrl), FLOOR_BROKERS: brokers, FLOOR_WARM_UP: String(WARM_UP) },
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(child, 'exit');
  return (JSON.parse(text) as { perSecond: number }).perSecond;
}

/** From a standing start: all shards at the beginning, a worker that knows nothing. */
async function runDispatcher(owner: Client, ownerUrl: string, brokers: string): Promise<number> {
  await owner.query('delete from outbox_shards');
  const worker = startWorker(ownerUrl, brokers);
  const { rows } = await owner.query<{ position: number }>(
    `select (array_agg(position order by position))[$1]::int as position from events`,
    [WARM_UP],
  );
  try {
    await shardsAt(owner, rows[0]?.position ?? 0);
    const startedMs = performance.now();
    const before = await delivered(owner);
    await shardsAt(owner, await lastPosition(owner));
    return (EVENTS - before) / ((performance.now() - startedMs) / 1_000);
  } finally {
    await stop(worker);
  }
}

function startWorker(ownerUrl: string, brokers: string): ChildProcess {
  return fork('dist/main.js', ['worker'], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: ownerUrl, KAFKA_BROKERS: brokers, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function lastPosition(owner: Client): Promise<number> {
  const { rows } = await owner.query<{ last: number }>('select max(position)::int as last from events');
  return rows[0]?.last ?? 0;
}

/** How many events have left, counted by the positions of the shards. */
async function delivered(owner: Client): Promise<number> {
  const { rows } = await owner.query<{ sent: number }>(
    `select count(*)::int as sent from outbox_shards s join events e
         on e.position <= s.position and get_byte(uuid_send(e.aggregate_id), 15) % 4 = s.shard where s.sink = 'kafka'`,
  );
  return rows[0]?.sent ?? 0;
}

async function shardsAt(owner: Client, position: number): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ there: boolean }>(
      `select count(*) = 4 and coalesce(min(position), 0) >= $1 as there from outbox_shards where sink = 'kafka'`,
      [position],
    );
    if (rows[0]?.there === true) return;
    await sleep(TICK_MS);
  }
}

async function measureLag(owner: Client, ownerUrl: string, brokers: string): Promise<EventFigures['lag']> {
  const worker = startWorker(ownerUrl, brokers);
  const lags: number[] = [];
  const consumer = new Kafka({ brokers: [brokers], logLevel: logLevel.ERROR }).consumer({
    groupId: `lag-${Date.now()}`,
  });
  await consumer.connect();
  await consumer.subscribe({ topics: ['pos.orders'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { headers } = message;
      if (String(headers?.['ce_tenant']) !== 'bench' || !String(message.key).startsWith('bench/')) return;
      const sentMs = Number(JSON.parse(String(message.value))['benchAt'] ?? 0);
      if (sentMs > 0) lags.push(Date.now() - sentMs);
    },
  });
  await shardsAt(owner, await lastPosition(owner));
  await sleep(3_000); // the consumer has joined its group by then
  const expected = await writePaced(owner);
  while (lags.length < expected) await sleep(TICK_MS);
  await consumer.disconnect();
  await stop(worker);
  lags.sort((a, b) => a - b);
  const at = (share: number): number => lags[Math.min(lags.length - 1, Math.floor(lags.length * share))] ?? 0;
  return { sales: LAG_SALES, p50Ms: at(0.5), p99Ms: at(0.99), maxMs: at(1) };
}

/** Commits the events of `LAG_SALES` sales each second. @returns how many events were written. */
async function writePaced(owner: Client): Promise<number> {
  const statement = `
    insert into events (tenant_id, aggregate, aggregate_id, sequence, id, type, outlet_id, data, actor, request_id, occurred_at)
    select e.tenant_id, 'orders', n.id, sequence, gen_random_uuid(), type, outlet_id,
           (e.data::jsonb || jsonb_build_object('benchAt', $1::float8))::json, actor, request_id, now()
      from (select gen_random_uuid() as id) n, (select * from events where aggregate = 'orders' order by position limit 2) e
     order by sequence`;
  const perTick = (LAG_SALES * TICK_MS) / 1_000;
  const ticks = (LAG_SECONDS * 1_000) / TICK_MS;
  const startedMs = performance.now();
  for (let tick = 0; tick < ticks; tick++) {
    for (let sale = 0; sale < perTick; sale++) await owner.query(statement, [Date.now()]);
    const aheadMs = startedMs + (tick + 1) * TICK_MS - performance.now();
    if (aheadMs > 0) await sleep(aheadMs);
  }
  return ticks * perTick * 2;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
