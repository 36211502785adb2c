import { randomBytes } from 'node:crypto';
import os from 'node:os';
import { freePort } from '../src/platform/embedded-postgres/ports.js';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.js';
import { DoorKeeper, type DoorCaller } from './door-callers.js';
import { ringUp, type LoadResult, type LoadTarget } from './load.js';
import { publish } from './publish.js';
import { startService, stop } from './service-process.js';
import { prepareShop, type Shop } from './shop.js';

// Sales of an API key beside those of a session with proofs, taking turns on one service. The proofs are made beforehand, as each
// till would make its own. `make bench-door`.
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 5);
const WARM_UP_SECONDS = Math.min(10, 2 * SECONDS);
const ROUNDS = 3;
const CONNECTIONS = [1, 8];
/** More than any machine sells in a second. */
const PROOFS_A_SECOND = 1_500;

async function main(): Promise<void> {
  process.env['SECRETS_KEY'] = randomBytes(32).toString('base64');
  const database = await startEmbeddedPostgres({ dataDir: '.data/bench/postgres' });
  try {
    const shop = await prepareShop(database.url);
    const port = await freePort();
    const service = await startService(shop, port);
    try {
      await measureAll(shop, `http://127.0.0.1:${port}`);
    } finally {
      await stop(service);
    }
  } finally {
    await database.stop();
  }
}

async function measureAll(shop: Shop, baseUrl: string): Promise<void> {
  const { tenantSlug: tenant, apiKey, outletId, skus } = shop;
  const target: LoadTarget = { baseUrl, tenant, apiKey, outletId, skus };
  const cashier = await new DoorKeeper(shop, baseUrl).session('ES256');
  const sell = async (connections: number, seconds: number): Promise<[LoadResult, LoadResult]> => [
    await ringUp(target, connections, seconds),
    await ringUp({ ...target, credentials: premade(cashier, target, seconds) }, connections, seconds),
  ];
  await sell(8, WARM_UP_SECONDS);
  const rows: string[] = [];
  for (const connections of CONNECTIONS) {
    for (let round = 1; round <= ROUNDS; round += 1) {
      rows.push(row(connections, round, await sell(connections, SECONDS)));
      process.stderr.write(`${rows.at(-1)}\n`);
    }
  }
  const text = [
    `${SECONDS} s a cell; ${os.cpus().length} cores, load ${(os.loadavg()[0] as number).toFixed(1)} at the end, of which this run is a part.`,
    '',
    '| connections | round | API key: sales/s, p50 | session, DPoP ES256: sales/s, p50 | session ÷ API key |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  process.stdout.write(`${text}\n`);
  publish(text, 'bench-door-sales');
}

/** What comes with each sale; made before the clock runs. */
function premade(
  { headers }: DoorCaller,
  { baseUrl, tenant }: LoadTarget,
  seconds: number,
): () => Record<string, string> {
  const url = `${baseUrl}/v1/${tenant}/pos/orders`;
  const ready = Array.from({ length: seconds * PROOFS_A_SECOND }, () => headers('POST', url));
  return () => ({ ...(ready.pop() ?? headers('POST', url)) });
}

function row(connections: number, round: number, [byKey, bySession]: readonly [LoadResult, LoadResult]): string {
  if (byKey.failures + bySession.failures > 0)
    throw new Error(`${byKey.failures} and ${bySession.failures} sales failed`);
  const ratio = (bySession.salesPerSecond / byKey.salesPerSecond).toFixed(2);
  return `| ${connections} | ${round} | ${shown(byKey)} | ${shown(bySession)} | **${ratio}** |`;
}

function shown({ salesPerSecond, p50Ms }: LoadResult): string {
  return `${Math.round(salesPerSecond)}, ${p50Ms} ms`;
}

await main();
