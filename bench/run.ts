import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { Client } from 'pg';
import { freePort } from '../src/platform/embedded-postgres/ports.js';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.js';
import { describeEvents, measureEvents } from './events.js';
import { ringUp, type LoadResult, type LoadTarget } from './load.js';
import { publish } from './publish.js';
import { POOL, startService, stop } from './service-process.js';
import { prepareShop, type Shop } from './shop.js';

// Sales per second of the service beside those of the floor (bench/floor.ts): same machine, same database, same requests,
// taking turns. What is worth keeping is the ratio; the absolute figures belong to the machine. `make bench`.
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 10);
/** Both programs are measured once the compiler has seen their hot paths. */
const WARM_UP_SECONDS = 15;
const CONNECTIONS = [1, 8, 32];

interface Row {
  readonly connections: number;
  readonly service: LoadResult;
  readonly floor: LoadResult;
}

async function main(): Promise<void> {
  const database = await startEmbeddedPostgres({
    dataDir: '.data/bench/postgres',
    settings: { 'pg_stat_statements.track_utility': 'on' },
  });
  try {
    const shop = await prepareShop(database.url);
    const [servicePort, floorPort] = [await freePort(), await freePort()];
    const service = await startService(shop, servicePort);
    const floor = await startFloor(shop, floorPort);
    try {
      await measure(shop, service, { service: targetOf(shop, servicePort), floor: targetOf(shop, floorPort) });
    } finally {
      await Promise.all([stop(service), stop(floor)]);
    }
    const events = describeEvents(await measureEvents(shop.ownerUrl));
    process.stdout.write(`${events}\n`);
    publish(events, 'bench-events');
  } finally {
    await database.stop();
  }
}

async function measure(
  shop: Shop,
  service: ChildProcess,
  targets: { service: LoadTarget; floor: LoadTarget },
): Promise<void> {
  const owner = new Client({ connectionString: shop.ownerUrl });
  await owner.connect();
  for (const target of [targets.service, targets.floor]) await ringUp(target, 32, WARM_UP_SECONDS);
  await owner.query('analyze');
  const rows: Row[] = [];
  for (const connections of CONNECTIONS) {
    const floor = await ringUp(targets.floor, connections, SECONDS);
    const result = await ringUp(targets.service, connections, SECONDS);
    rows.push({ connections, service: result, floor });
    process.stderr.write(`${line(rows.at(-1) as Row)}\n`);
  }
  const statements = await statementsOfASale(owner, targets.service);
  await owner.end();
  const text = report(rows, statements, residentMiB(service));
  process.stdout.write(`${text}\n`);
  publish(text, 'bench');
}

/** What one sale costs in statements, from pg_stat_statements, at one connection, where nothing is shared between sales. */
async function statementsOfASale(owner: Client, target: LoadTarget): Promise<Map<string, number>> {
  await owner.query('create extension if not exists pg_stat_statements');
  await owner.query('select pg_stat_statements_reset()');
  const { sales } = await ringUp(target, 1, 3);
  const { rows } = await owner.query<{ query: string; calls: string }>(
    `select s.query, sum(s.calls) as calls from pg_stat_statements s
       join pg_roles r on r.oid = s.userid join pg_database d on d.oid = s.dbid
      where r.rolname = 'pos_app' and d.datname = current_database() and s.toplevel group by s.query order by 2 desc`,
  );
  return new Map(rows.map(({ query, calls }) => [query.replace(/\s+/g, ' ').slice(0, 60), Number(calls) / sales]));
}

function report(rows: readonly Row[], statements: ReadonlyMap<string, number>, residentMemory: number): string {
  const perSale = [...statements.values()].reduce((sum, calls) => sum + calls, 0);
  const cells = rows.map(({ connections, service, floor }) => {
    const ratio = (service.salesPerSecond / floor.salesPerSecond).toFixed(2);
    return `| ${connections} | ${show(service)} | ${show(floor)} | **${ratio}** |`;
  });
  return [
    `Node ${process.version}, ${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${SECONDS} s a cell, fsync on, ` +
      'load generator and database on the same cores.',
    '',
    '| connections | service: sales/s, p50, p99 | floor: sales/s, p50, p99 | ratio |',
    '| --- | --- | --- | --- |',
    ...cells,
    '',
    `Statements a sale at one connection: ${perSale.toFixed(2)} (in 2 round trips: what stands together is sent together).`,
    ...[...statements]
      .filter(([, calls]) => calls >= 0.005)
      .map(([query, calls]) => `- ${calls.toFixed(2)} × \`${query}\``),
    '',
    `Resident memory of the service after it: ${residentMemory} MiB.`,
    ...failuresOf(rows),
  ].join('\n');
}

function failuresOf(rows: readonly Row[]): string[] {
  const failures = rows.reduce((sum, { service, floor }) => sum + service.failures + floor.failures, 0);
  return failures === 0 ? [] : [`**${failures} requests failed.**`];
}

function show({ salesPerSecond, p50Ms, p99Ms }: LoadResult): string {
  return `${Math.round(salesPerSecond)}, ${p50Ms} ms, ${p99Ms} ms`;
}

function line({ connections, service, floor }: Row): string {
  return `${connections} connections: service ${show(service)}; floor ${show(floor)}`;
}

async function startFloor(shop: Shop, port: number): Promise<ChildProcess> {
  const child = fork('bench/floor.ts', [], {
    execArgv: ['--import', 'tsx'],
    env: {
      ...{ ...process.env, NODE_ENV: 'production', FLOOR_DATABASE_URL: shop.ownerUrl, FLOOR_PORT: String(port) },
      ...{ FLOOR_TENANT: shop.tenantId, FLOOR_OUTLET: shop.outletId, FLOOR_POOL: String(POOL) },
    },
  });
  await once(child, 'message');
  return child;
}

function targetOf({ tenantSlug, apiKey, outletId, skus }: Shop, port: number): LoadTarget {
  return { baseUrl: `http://127.0.0.1:${port}`, tenant: tenantSlug, apiKey, outletId, skus };
}

function residentMiB({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

await main();
