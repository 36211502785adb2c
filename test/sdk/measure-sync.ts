import { randomBytes } from 'node:crypto';
import { loadavg } from 'node:os';
import { publish } from '../../bench/publish.js';
import type { RungSale } from '../../sdk/src/engine.js';
import { PosClient } from '../../sdk/src/index.js';
import { openShop } from '../faults/shop.js';
import { findPostgres } from '../harness/postgres-server.js';
import { startService } from '../harness/service.js';
import { buildTemplate } from '../harness/template-database.js';
import { ShopTill } from '../hub/shop-till.js';

// `make bench-sync`: how fast a till that was offline gets rid of what it sold, beside the same baskets rung up online one after another
// with an API key. Service, till and database in one process and on the same cores, into docs/performance.md.

const SALES = Number(process.env['BENCH_SALES'] ?? 500);
const ROUNDS = 5;
const LINES = ['coffee', 'croissant', 'juice', 'bananas', 'poster'].map((sku, index) => ({
  sku,
  quantity: String(1 + (index % 3)),
}));

/** Sales in a second. */
interface Round {
  readonly ring: number;
  readonly queued: number;
  readonly again: number;
  readonly online: number;
}

const { url, stop } = await findPostgres();
process.env['POS_TEST_SERVER_URL'] = url;
process.env['POS_TEST_TEMPLATE'] = await buildTemplate(url);
const cloud = await startService({ SECRETS_KEY: randomBytes(32).toString('base64'), LOG_LEVEL: 'silent' });
try {
  const shop = await openShop(cloud.database.ownerUrl, { owner: cloud.tenant });
  const body = { displayName: 'Anna Ngo', assignments: [{ role: 'cashier' }] };
  const person = { personId: (await cloud.call('POST', '/staff', { body })).body.id as string, sessionId: null };
  const till = await ShopTill.open(cloud, shop.outlets[0].id, person);
  await till.stockUp();
  const { baseUrl, tenant } = cloud;
  const office = new PosClient({ baseUrl, tenant: tenant.slug, credential: { kind: 'api-key', key: tenant.apiKey } });
  await round(till, office); // the first warms the programs up
  const rounds: Round[] = [];
  for (let count = 0; count < ROUNDS; count += 1) rounds.push(await round(till, office));
  await till.close();
  publish(report(rounds), 'bench-sync');
} finally {
  await cloud.close();
  await stop();
}

async function round(till: ShopTill, office: PosClient): Promise<Round> {
  const ring = await perSecond(async () => {
    for (let count = 0; count < SALES; count += 1) await till.sell(LINES);
  });
  const file = await till.queue.export();
  const queued = await perSecond(() => sent(till));
  const again = await perSecond(() => handedInAgain(till, file));
  const rung: RungSale[] = [];
  for (let count = 0; count < SALES; count += 1) rung.push(await till.ring(LINES));
  const online = await perSecond(async () => {
    for (const { body } of rung) await office.request('POST', '/pos/orders', { body: body['order'] as object });
  });
  return { ring, queued, again, online };
}

async function sent(till: ShopTill): Promise<void> {
  const refused = await till.send();
  if (refused.length > 0 || till.queue.status.pending > 0) throw new Error('not all sales were taken');
}

/** The same entries, as after an answer that was lost. */
async function handedInAgain(till: ShopTill, file: string): Promise<void> {
  const { key, sentAt, entries } = JSON.parse(file) as { key: object; sentAt: string; entries: object[] };
  const half = Math.ceil(entries.length / 2);
  for (const part of [entries.slice(0, half), entries.slice(half)]) {
    const batch = { key, sentAt, waiting: 0, trigger: 'button', entries: part };
    await till.client.request('POST', '/pos/sync/batches', { body: batch });
  }
}

async function perSecond(work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return (1_000 * SALES) / (performance.now() - startedMs);
}

function report(rounds: readonly Round[]): string {
  const row = (what: string, of: (round: Round) => number): string => {
    const each = rounds.map(of).toSorted((a, b) => a - b);
    const ratios = rounds.map((round) => of(round) / round.online).toSorted((a, b) => a - b);
    const middle = Math.floor(each.length / 2);
    return `| ${what} | ${(each[middle] ?? NaN).toFixed(0)} | **${(ratios[middle] ?? NaN).toFixed(2)}** |`;
  };
  return [
    `${ROUNDS} rounds of ${SALES} sales of five lines, the middle one of each; load ${(loadavg()[0] ?? 0).toFixed(1)}.`,
    '',
    '| what | sales a second | ÷ online |',
    '| --- | --- | --- |',
    row('rung up at the till: priced, signed, on its disk', ({ ring }) => ring),
    row('sent from the queue, until each is an order', ({ queued }) => queued),
    row('the same again: all are duplicates', ({ again }) => again),
    row('the same basket online, one request a sale', ({ online }) => online),
  ].join('\n');
}
