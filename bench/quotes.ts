import autocannon from 'autocannon';
import { freePort } from '../src/platform/embedded-postgres/ports.js';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.js';
import { publish } from './publish.js';
import { startService, stop } from './service-process.js';
import { prepareShop, type Shop } from './shop.js';

// What a quote costs over HTTP beside routes that do next to nothing, taking turns on one connection at a time and on eight.
// `GET /tenant` is the least that a route of a tenant can be: sign-in, one transaction, one row from memory.
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 5);
const WARM_UP_SECONDS = 10;
const ROUNDS = 3;
const CONNECTIONS = [1, 8];
const LINES = 5;
const PROMOTIONS = 20;

interface Route {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
}

type Measured = Readonly<Record<string, number>>;

async function main(): Promise<void> {
  const database = await startEmbeddedPostgres({ dataDir: '.data/bench/postgres' });
  try {
    const shop = await prepareShop(database.url);
    const port = await freePort();
    const service = await startService(shop, port);
    try {
      const baseUrl = `http://127.0.0.1:${port}`;
      await stockPrices(shop, baseUrl);
      await measureAll(shop, baseUrl);
    } finally {
      await stop(service);
    }
  } finally {
    await database.stop();
  }
}

/** Twenty promotions that are in force, of which some apply to what is quoted, so that a quote has something to do. */
async function stockPrices(shop: Shop, baseUrl: string): Promise<void> {
  for (let index = 0; index < PROMOTIONS; index += 1) {
    const made = await ask(shop, `${baseUrl}/v1/${shop.tenantSlug}/pos/promotions`, {
      name: `Promotion ${index}`,
      activation: 'automatic',
      level: 'line',
      select: { skus: [`item-${index}`, `item-${index + 100}`] },
      effect: { kind: 'percent_off', rate: '10' },
    });
    await ask(shop, `${baseUrl}/v1/${shop.tenantSlug}/pos/promotions/${String(made['id'])}/activate`, {});
  }
}

async function ask(shop: Shop, url: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${shop.apiKey}`,
      'content-type': 'application/json',
      'idempotency-key': `bench-${url}-${JSON.stringify(body).slice(0, 60)}`.slice(0, 200),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

async function measureAll(shop: Shop, baseUrl: string): Promise<void> {
  const routes = routesOf(shop);
  for (const route of routes) await meanMs(shop, baseUrl, route, 8, WARM_UP_SECONDS);
  const rows: string[] = [];
  for (const connections of CONNECTIONS) {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const measured: Record<string, number> = {};
      for (const route of routes) measured[route.name] = await meanMs(shop, baseUrl, route, connections, SECONDS);
      rows.push(row(connections, round, measured));
      process.stderr.write(`${rows.at(-1)}\n`);
    }
  }
  const text = [
    `Milliseconds of the service's time for one request (connections ÷ requests a second), ${LINES} lines, ${PROMOTIONS} promotions in force, ` +
      `${SECONDS} s a cell.`,
    '',
    '| connections | round | `GET /healthz` | `GET /tenant` | `POST /quotes` | quote ÷ `GET /tenant` | quote ÷ `/healthz` |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  process.stdout.write(`${text}\n`);
  publish(text, 'bench-quotes');
}

function routesOf({ tenantSlug, outletId, skus }: Shop): Route[] {
  const lines = skus.slice(0, LINES).map((sku) => ({ sku, quantity: '1' }));
  return [
    { name: 'healthz', method: 'GET', path: '/healthz' },
    { name: 'tenant', method: 'GET', path: `/v1/${tenantSlug}/pos/tenant` },
    {
      ...{ name: 'quote', method: 'POST', path: `/v1/${tenantSlug}/pos/quotes` },
      body: JSON.stringify({ outletId, lines }),
    },
  ];
}

function row(connections: number, round: number, { healthz = NaN, tenant = NaN, quote = NaN }: Measured): string {
  const cells = [healthz, tenant, quote].map((ms) => ms.toFixed(2));
  return `| ${connections} | ${round} | ${cells.join(' | ')} | **${(quote / tenant).toFixed(2)}** | ${(quote / healthz).toFixed(2)} |`;
}

async function meanMs(shop: Shop, url: string, route: Route, connections: number, seconds: number): Promise<number> {
  const { method, path, body } = route;
  const result = await autocannon({
    ...{ url: `${url}${path}`, method, connections, duration: seconds },
    headers: { authorization: `Bearer ${shop.apiKey}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body }),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${path}: ${result.non2xx} refused, ${result.errors} failed`);
  return (1000 * connections * result.duration) / result.requests.total;
}

await main();
