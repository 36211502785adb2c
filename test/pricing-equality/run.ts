import { parseArgs } from 'node:util';
import { seedOf } from '../faults/chance.js';
import { findPostgres } from '../harness/postgres-server.js';
import { startService } from '../harness/service.js';
import { buildTemplate } from '../harness/template-database.js';
import { enrolMembers } from './both-sides.js';
import { Browser } from './browser.js';
import { compareAll } from './campaign.js';

const REPORT_EVERY = 10_000;

const { values } = parseArgs({
  options: {
    baskets: { type: 'string', default: '100000' },
    seed: { type: 'string' },
    chromium: { type: 'boolean', default: false },
  },
});
const seed = seedOf(values.seed === undefined ? process.env : { SEED: values.seed }, 'PRICING_SEED');
const say = (line: string): void => void process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

const { url, stop } = await findPostgres();
process.env['POS_TEST_SERVER_URL'] = url;
process.env['POS_TEST_TEMPLATE'] = await buildTemplate(url);
const service = await startService({ LOG_LEVEL: 'error' });
enrolMembers(service);
const browser = values.chromium ? await Browser.start() : undefined;
say(
  `${values.baskets} baskets by the service, by Node ${process.version}${browser ? ` and by ${browser.name}` : ''}, SEED=${seed}`,
);
try {
  const started = performance.now();
  const { baskets, seen, findings } = await compareAll(service, {
    ...{ seed, baskets: Number(values.baskets), ...(browser !== undefined && { browser }) },
    onBatch: (done) => {
      if (done % REPORT_EVERY === 0) say(`${done} baskets`);
    },
  });
  for (const word of Object.keys(seen).sort()) say(`${String(seen[word]).padStart(9)}  ${word}`);
  const seconds = (performance.now() - started) / 1_000;
  say(`${baskets} baskets in ${seconds.toFixed(0)} s: ${Math.round(baskets / seconds)} baskets/s`);
  for (const { basket, where, difference } of findings) say(`DIFFERENT in ${where} ${basket}\n${difference}`);
  say(findings.length === 0 ? 'every basket costs the same everywhere' : `replay with --seed ${seed}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
} finally {
  await browser?.close();
  await service.close();
  await stop();
}
