import http from 'node:http';
import { Client } from 'pg';
import { checkDigitOf } from '../src/modules/catalog/domain/gs1/check-digit.js';
import { freePort } from '../src/platform/embedded-postgres/ports.js';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.js';
import { publish } from './publish.js';
import { startService, stop } from './service-process.js';
import { prepareShop, type Shop } from './shop.js';

// How long a till waits for what it has scanned, over HTTP, in a shop of some size, beside a route that does nothing; the kinds of
// codes take turns. `make bench-lookup`.
const ITEMS = Number(process.env['BENCH_ITEMS'] ?? 50_000);
const CUSTOMERS = Number(process.env['BENCH_CUSTOMERS'] ?? 100_000);
const PRICEBOOKS = 5;
const WARM_UP = 500;
const REQUESTS = Number(process.env['BENCH_REQUESTS'] ?? 2000);
const CONNECTIONS = [1, 8];

interface Kind {
  readonly name: string;
  /** The path of the n-th request. */
  readonly path: (turn: number) => string;
}

async function main(): Promise<void> {
  const database = await startEmbeddedPostgres({ dataDir: '.data/bench/postgres' });
  try {
    const shop = await prepareShop(database.url);
    await stockUp(shop);
    const port = await freePort();
    const service = await startService(shop, port);
    try {
      await pricebooks(shop, port);
      await labels(shop, port);
      await measure(shop, port);
    } finally {
      await stop(service);
    }
  } finally {
    await database.stop();
  }
}

/** Codes of the n-th item: an EAN-13 and a UPC-A, a SKU, and for the first 90,000 a PLU. */
const ean = (item: number): string => withCheckDigit(`590${String(item).padStart(9, '0')}`);
const upc = (item: number): string => withCheckDigit(`6${String(item).padStart(10, '0')}`);
const plu = (item: number): string => String(10_000 + (item % 90_000));

function withCheckDigit(digits: string): string {
  return `${digits}${checkDigitOf(digits)}`;
}

async function stockUp({ ownerUrl, tenantId }: Shop): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
  const numbers = Array.from({ length: ITEMS }, (_, item) => item);
  await owner.query(
    `with items as (
       insert into catalog_items (tenant_id, id, sku, name, category, price, currency, tax_category, unit, measure, plu,
                                  plu_key, barcode, more_barcodes)
       select $1, gen_random_uuid(), 'shelf-' || n, 'Thing ' || n, 'Shelf ' || n % 50, 199 + n % 900, 'USD', 'standard',
              'kg', 'weight', plu, plu, ean, array[upc]
         from unnest($2::int[], $3::text[], $4::text[], $5::text[]) as made (n, plu, ean, upc)
       returning id, barcode, more_barcodes)
     insert into catalog_barcodes (tenant_id, code, item_id)
     select $1, lpad(code, 14, '0'), id from items cross join lateral unnest(array[barcode] || more_barcodes) as code`,
    [tenantId, numbers, numbers.map((n) => (n < 90_000 ? plu(n) : null)), numbers.map(ean), numbers.map(upc)],
  );
  await owner.query(
    `insert into loyalty_members (tenant_id, id, customer_id, status, groups, entitlements, balance, enrolled_at, version)
     select $1, gen_random_uuid(), 'customer-' || n, 'active', '{}', '{}', 0, now(), 1 from generate_series(1, $2) n`,
    [tenantId, CUSTOMERS],
  );
  await owner.query('analyze');
  await owner.end();
}

async function pricebooks(shop: Shop, port: number): Promise<void> {
  for (let book = 1; book <= PRICEBOOKS; book += 1) {
    const body = {
      name: `Book ${book}`,
      currency: 'USD',
      rules: [{ category: `Shelf ${book}`, kind: 'percent', rate: '-5' }],
    };
    const { id } = JSON.parse(await ask(shop, port, 'POST', '/pricebooks', body)) as { id: string };
    await ask(shop, port, 'POST', `/pricebooks/${id}/publish`, {});
  }
}

async function labels(shop: Shop, port: number): Promise<void> {
  await ask(shop, port, 'PUT', `/outlets/${shop.outletId}/label-rules`, { preset: 'US' });
}

async function ask(shop: Shop, port: number, method: string, path: string, body: object): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/v1/${shop.tenantSlug}/pos${path}`, {
    method,
    headers: {
      authorization: `Bearer ${shop.apiKey}`,
      'content-type': 'application/json',
      'idempotency-key': `${method} ${path} ${JSON.stringify(body)}`.slice(0, 200),
    },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text;
}

function kindsOf({ tenantSlug, outletId }: Shop): readonly Kind[] {
  // Codes jump about, so that nothing that was just read is read again.
  const item = (turn: number): number => (turn * 7919) % ITEMS;
  const lookUp = (code: string): string =>
    `/v1/${tenantSlug}/pos/catalog/lookup?code=${encodeURIComponent(code)}&outletId=${outletId}`;
  return [
    { name: '`GET /healthz`', path: () => '/healthz' },
    { name: 'EAN-13', path: (turn) => lookUp(ean(item(turn))) },
    { name: 'UPC-A, the second barcode', path: (turn) => lookUp(upc(item(turn))) },
    { name: 'PLU', path: (turn) => lookUp(plu(item(turn))) },
    { name: 'SKU', path: (turn) => lookUp(`shelf-${item(turn)}`) },
    { name: 'label with a price', path: (turn) => lookUp(withCheckDigit(`2${plu(item(turn))}00199`)) },
    { name: 'GS1 element string', path: (turn) => lookUp(`(01)0${ean(item(turn))}(3103)000750`) },
  ];
}

async function measure(shop: Shop, port: number): Promise<void> {
  const kinds = kindsOf(shop);
  const rows: string[] = [];
  for (const connections of CONNECTIONS) {
    const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
    const get = (path: string): Promise<number> => timed(agent, port, shop.apiKey, path);
    await inParallel(connections, WARM_UP, (turn) => get((kinds[turn % kinds.length] as Kind).path(turn)));
    const times = kinds.map((): number[] => []);
    // Kinds take turns, so that whatever else the machine does hits all alike.
    await inParallel(connections, REQUESTS * kinds.length, async (turn) => {
      const kind = turn % kinds.length;
      times[kind]?.push(await get((kinds[kind] as Kind).path(WARM_UP + Math.floor(turn / kinds.length))));
    });
    agent.destroy();
    const trivial = percentile(times[0] ?? [], 0.5);
    kinds.forEach(({ name }, index) => rows.push(row(connections, name, times[index] ?? [], trivial)));
  }
  const text = [
    `${ITEMS} items with two barcodes each, ${PRICEBOOKS} pricebooks, ${CUSTOMERS} customers; ${REQUESTS} requests a row, milliseconds ` +
      'at the client; service, database and client on the same cores.',
    '',
    '| connections | code | p50 | p95 | p50 ÷ `/healthz` |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  process.stdout.write(`${text}\n`);
  publish(text, 'bench-lookup');
}

function row(connections: number, name: string, times: readonly number[], trivial: number): string {
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  return `| ${connections} | ${name} | ${p50.toFixed(2)} | **${p95.toFixed(2)}** | ${(p50 / trivial).toFixed(2)} |`;
}

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? NaN;
}

async function inParallel(workers: number, turns: number, work: (turn: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < turns) await work(next++);
  };
  await Promise.all(Array.from({ length: workers }, worker));
}

/** Milliseconds from sending a request to the end of its answer. */
function timed(agent: http.Agent, port: number, apiKey: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const headers = { authorization: `Bearer ${apiKey}` };
    http
      .get({ agent, host: '127.0.0.1', port, path, headers }, (answer) => {
        answer.resume();
        answer.once('error', reject);
        answer.once('end', () => {
          if (answer.statusCode === 200) resolve(performance.now() - startedMs);
          else reject(new Error(`${path}: ${answer.statusCode}`));
        });
      })
      .once('error', reject);
  });
}

await main();
