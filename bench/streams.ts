import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../src/platform/embedded-postgres/ports.js';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.js';
import { prepareShop, type Shop } from './shop.js';
import type { ReaderMessage, ReaderOrder, ReaderReport } from './stream-readers.js';

// Many open streams on one instance, and streams that are cut and resumed at random: does everything come, exactly once, how
// late, and in how much memory? `make bench-streams`, smaller with FLAGS='--streams 50 --seconds 5'.
const { values: flags } = parseArgs({
  options: {
    streams: { type: 'string', default: '1000' },
    resuming: { type: 'string', default: '100' },
    rate: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '60' },
  },
});
const [STREAMS, RESUMING, RATE, SECONDS] = [flags.streams, flags.resuming, flags.rate, flags.seconds].map(Number) as [
  ...[number, number, number, number],
];
const CUT_EVERY_MS = 2_000;
const EVENTS_OF_A_SALE = 2;
const PRICE = 100;
const LINES = 5;

interface Phase {
  readonly title: string;
  readonly streams: number;
  readonly cutEveryMs: number;
}

const PHASES: readonly Phase[] = [
  { title: 'all stay', streams: STREAMS, cutEveryMs: 0 },
  { title: 'cut and resumed', streams: RESUMING, cutEveryMs: CUT_EVERY_MS },
];

async function main(): Promise<void> {
  const database = await startEmbeddedPostgres({ dataDir: '.data/bench-streams/postgres' });
  try {
    const shop = await prepareShop(database.url);
    const port = await freePort();
    const service = await startService(shop, port);
    const owner = new Client({ connectionString: shop.ownerUrl });
    await owner.connect();
    try {
      const lines: string[] = [];
      for (const phase of PHASES) lines.push(await run(phase, shop, `http://127.0.0.1:${port}`, service, owner));
      process.stdout.write(
        `Node ${process.version}, ${os.cpus().length} cores, ${RATE} events/s for ${SECONDS} s a phase, all on the same cores.\n\n` +
          '| phase | streams | events | exactly once, in order | cuts | p50 | p95 | p99 | RSS MiB start, middle, end |\n' +
          `| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n${lines.join('\n')}\n`,
      );
    } finally {
      await owner.end();
      await stop(service);
    }
  } finally {
    await database.stop();
  }
}

async function run(
  { title, streams, cutEveryMs }: Phase,
  shop: Shop,
  baseUrl: string,
  service: ChildProcess,
  owner: Client,
): Promise<string> {
  const readers = fork('bench/stream-readers.ts', [], { execArgv: ['--import', 'tsx'] });
  const url = `${baseUrl}/v1/${shop.tenantSlug}/pos/outlets/${shop.outletId}/stream?topics=orders`;
  const order: ReaderOrder = { url, token: shop.apiKey, streams, cutEveryMs };
  readers.send({ start: order } satisfies ReaderMessage);
  await once(readers, 'message');
  const before = await lastPosition(owner);
  const memory = [residentMiB(service)];
  const failures = await sell(shop, baseUrl, () => memory.push(residentMiB(service)));
  memory.push(residentMiB(service));
  const after = await lastPosition(owner);
  readers.send({ upTo: after } satisfies ReaderMessage);
  const [report] = (await once(readers, 'message')) as [ReaderReport];
  const expected = await positionsBetween(owner, before, after);
  const wrong = report.positions.filter((seen) => !isEqual(seen, expected)).length;
  const exact = wrong === 0 ? 'yes' : `**no: ${wrong} streams**`;
  const odd = [
    failures && `${failures} sales failed`,
    report.resets && `${report.resets} resets`,
    report.refused && `${report.refused} refused`,
  ];
  const late = [0.5, 0.95, 0.99].map((share) => `${quantile(report.latencies, share)} ms`).join(' | ');
  const said = odd.filter((one) => typeof one === 'string').join(', ');
  return `| ${title}${said === '' ? '' : ` (${said})`} | ${streams} | ${expected.length} | ${exact} | ${report.cuts} | ${late} | ${memory.join(', ')} |`;
}

/** Rings up sales at an even pace, each without waiting for the one before. @returns how many failed. */
async function sell(shop: Shop, baseUrl: string, halfTime: () => void): Promise<number> {
  const sales = Math.round((RATE / EVENTS_OF_A_SALE) * SECONDS);
  const startedMs = performance.now();
  const running: Promise<void>[] = [];
  let failures = 0;
  for (let n = 0; n < sales; n++) {
    const dueMs = startedMs + (n * 1000 * EVENTS_OF_A_SALE) / RATE;
    await sleep(Math.max(0, dueMs - performance.now()));
    running.push(
      sale(shop, baseUrl).then((isSold) => {
        if (!isSold) failures += 1;
      }),
    );
    if (n === Math.floor(sales / 2)) halfTime();
  }
  await Promise.all(running);
  return failures;
}

async function sale({ tenantSlug, apiKey, outletId, skus }: Shop, baseUrl: string): Promise<boolean> {
  const id = randomUUID();
  const lines = Array.from({ length: LINES }, () => ({
    sku: skus[Math.floor(Math.random() * skus.length)],
    quantity: '1',
  }));
  const payments = [{ tender: 'cash', amount: { amount: LINES * PRICE, currency: 'USD' } }];
  const answer = await fetch(`${baseUrl}/v1/${tenantSlug}/pos/orders`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json', 'Idempotency-Key': id },
    body: JSON.stringify({
      id,
      outletId,
      channel: 'counter',
      placedAt: new Date().toISOString(),
      lines,
      payments,
      complete: true,
    }),
  });
  await answer.arrayBuffer();
  return answer.status === 201;
}

async function startService({ ownerUrl }: Shop, port: number): Promise<ChildProcess> {
  const own = {
    DATABASE_URL: ownerUrl,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
  };
  const room = {
    STREAMS_MAX: String(STREAMS + 10),
    TENANT_STREAMS_MAX: String(STREAMS + 10),
    RATE_LIMIT_PER_MINUTE: '0',
  };
  const child = fork('dist/main.js', ['api'], {
    env: { ...process.env, ...own, ...room },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) break;
    if (await answers(`http://127.0.0.1:${port}/readyz`)) return child;
    await sleep(100);
  }
  throw new Error('the service did not become ready');
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false; // not listening yet
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function lastPosition(owner: Client): Promise<number> {
  const { rows } = await owner.query<{ last: string }>('select coalesce(max(position), 0) as last from events');
  return Number(rows[0]?.last);
}

async function positionsBetween(owner: Client, after: number, upTo: number): Promise<number[]> {
  const { rows } = await owner.query<{ position: string }>(
    `select position from events where position > $1 and position <= $2 and type like 'pos.order.%' order by position`,
    [after, upTo],
  );
  return rows.map(({ position }) => Number(position));
}

function isEqual(seen: readonly number[], expected: readonly number[]): boolean {
  return seen.length === expected.length && seen.every((position, index) => position === expected[index]);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

function residentMiB({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

await main();
