import { Client } from 'pg';
import { freePort } from '../src/platform/embedded-postgres/ports.js';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.js';
import { publish } from './publish.js';
import { startService, stop } from './service-process.js';
import { prepareShop, type Shop } from './shop.js';
import { seedDay } from './z-day.js';

// How long a manager waits for a day to be closed: over HTTP, from the request to the end of its answer, among the days before and
// after it. `make bench-z`.
const ORDERS = Number(process.env['BENCH_ORDERS'] ?? 5_000);
const DAYS = Number(process.env['BENCH_DAYS'] ?? 20);
const DAY_MS = 86_400_000;

async function main(): Promise<void> {
  const database = await startEmbeddedPostgres({ dataDir: '.data/bench/postgres' });
  try {
    const shop = await prepareShop(database.url);
    const days = Array.from({ length: DAYS }, (_, index) => dayBefore(DAYS + 1 - index));
    await seed(shop, days);
    const port = await freePort();
    const service = await startService(shop, port);
    try {
      report(
        await timesOf(days, (day) => ask(shop, port, 'GET', `x-report?date=${day}`)),
        await timesOf(days, (day) => close(shop, port, day)),
      );
    } finally {
      await stop(service);
    }
  } finally {
    await database.stop();
  }
}

function dayBefore(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
}

async function seed({ ownerUrl, tenantId, outletId }: Shop, days: readonly string[]): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  for (const day of days) await seedDay(owner, { tenantId, outletId, day, orders: ORDERS });
  await owner.query('analyze');
  await owner.end();
}

async function timesOf(days: readonly string[], act: (day: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const day of days) {
    const startedMs = performance.now();
    await act(day);
    times.push(performance.now() - startedMs);
  }
  return times;
}

async function close(shop: Shop, port: number, day: string): Promise<void> {
  const { report: made } = JSON.parse(await ask(shop, port, 'POST', `days/${day}/close`)) as {
    report: { exceptions: number };
  };
  if (made.exceptions !== 0)
    throw new Error(`the day ${day} has ${made.exceptions} exceptions: it was not seeded right`);
}

async function ask(
  { tenantSlug, outletId, apiKey }: Shop,
  port: number,
  method: string,
  path: string,
): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/v1/${tenantSlug}/pos/outlets/${outletId}/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${apiKey}`,
      ...(method === 'POST' && { 'content-type': 'application/json', 'idempotency-key': path }),
    },
    ...(method === 'POST' && { body: '{}' }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text;
}

function report(x: readonly number[], z: readonly number[]): void {
  const text = [
    `${DAYS} days of ${ORDERS} orders each (three lines; discounts, split tenders, refunds and voids among them), one close after ` +
      'another; milliseconds at the client; service, database and client on the same cores.',
    '',
    '| what | p50 | slowest |',
    '| --- | --- | --- |',
    row('X report of a day', x),
    row('closing a day: its Z report', z),
  ].join('\n');
  process.stdout.write(`${text}\n`);
  publish(text, 'bench-z');
}

function row(what: string, times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[Math.ceil(sorted.length / 2) - 1] ?? NaN;
  return `| ${what} | ${median.toFixed(0)} | **${(sorted.at(-1) ?? NaN).toFixed(0)}** |`;
}

await main();
