import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ApiClient } from '../../../src/posctl/api-client.js';
import type { Connection } from '../../../src/posctl/environment.js';
import { checkReports, checkTaxes, fingerprint } from './check.js';
import type { Expected } from './expected.js';
import { openPizzaOutlets } from './outlets.js';
import { startService, type RunningService } from './service.js';
import { DEFAULT_SOURCE, shape } from './shape.js';
import { shuffle } from './shuffle.js';

interface ImportSummary {
  readonly orders: number;
  readonly created: number;
  readonly replayed: number;
  readonly rejected: number;
  readonly seconds: number;
  readonly ordersPerSecond: number;
}

const WORK = path.resolve('.data/import-year');
const CONCURRENCY = '16';

/** Rings up the whole year, compares, rings it up again shuffled, and once more with tax. Fails when a figure is wrong. */
async function importYear(source: string): Promise<void> {
  const expected = JSON.parse(await readFile(path.join(source, 'expected.json'), 'utf8')) as Expected;
  const service = await startService(path.join(WORK, 'service'), process.env);
  const client = new ApiClient(service.connection, new AbortController().signal);
  try {
    const files = await shape(source, WORK);
    const outlets = await openPizzaOutlets(client);
    await posctl(service.connection, 'catalog', 'import', files.catalog, '--watch');
    const sell = (file: string, outlet: string): Promise<ImportSummary> =>
      posctl<ImportSummary>(
        service.connection,
        'sales',
        'import',
        file,
        '--outlet',
        outlet,
        '--concurrency',
        CONCURRENCY,
      );

    const first = await sell(files.sales, outlets.untaxed.id);
    tell('the year', first, service);
    assertNone('the report', await checkReports(client, outlets.untaxed.id, expected));

    const before = await fingerprint(client, outlets.untaxed.id);
    const seed = Date.now() % 1_000_000;
    const shuffled = path.join(WORK, 'shuffled.csv');
    await shuffle(files.sales, shuffled, seed);
    const second = await sell(shuffled, outlets.untaxed.id);
    tell(`again, shuffled (seed ${seed})`, second, service);
    assertNone(
      'the second import',
      second.created === 0 && second.replayed === expected.orders ? [] : [JSON.stringify(second)],
    );
    assertNone(
      'the report after it',
      (await fingerprint(client, outlets.untaxed.id)) === before ? [] : ['it has changed'],
    );

    const taxed = await sell(files.sales, outlets.taxed.id);
    tell('with 16 % inside', taxed, service);
    assertNone('the taxes', (await checkTaxes(client, outlets.taxed.id, expected)).differences);

    const figures = {
      at: new Date().toISOString(),
      concurrency: Number(CONCURRENCY),
      seed,
      first,
      second,
      taxed,
      memoryMegabytes: service.memory(),
    };
    await writeFile(path.join(WORK, 'figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
    process.stdout.write(`All figures agree to the cent. ${path.join(WORK, 'figures.json')}\n`);
  } finally {
    client.close();
    await service.stop();
  }
}

/** Runs posctl as anybody would, and gives its JSON. */
async function posctl<Answer>({ baseUrl, tenant, apiKey }: Connection, ...args: string[]): Promise<Answer> {
  const child = spawn(process.execPath, [path.resolve('dist/posctl/posctl.js'), ...args, '--json'], {
    env: { ...process.env, POS_URL: baseUrl, POS_TENANT: tenant, POS_API_KEY: apiKey },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const out = await text(child.stdout);
  const code = await ended;
  if (code !== 0) throw new Error(`posctl ${args.join(' ')} ended with ${code}: ${out}`);
  return JSON.parse(out) as Answer;
}

function tell(
  what: string,
  { orders, created, replayed, seconds, ordersPerSecond }: ImportSummary,
  service: RunningService,
): void {
  const memory = service.memory();
  const used = memory === undefined ? '' : `; service ${memory.now} MB, at most ${memory.most} MB`;
  process.stdout.write(
    `${what}: ${orders} orders, ${created} new, ${replayed} there already, ${seconds.toFixed(1)} s, ${ordersPerSecond} orders/s${used}\n`,
  );
}

function assertNone(what: string, differences: readonly string[]): void {
  if (differences.length > 0) throw new Error(`${what} is wrong:\n  ${differences.slice(0, 20).join('\n  ')}`);
}

importYear(process.argv[2] ?? DEFAULT_SOURCE).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
