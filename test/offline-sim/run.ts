import { parseArgs } from 'node:util';
import { seedOf } from '../faults/chance.js';
import { findPostgres } from '../harness/postgres-server.js';
import { buildTemplate } from '../harness/template-database.js';
import { simulate, type SimulationReport, type SimulationWish } from './campaign.js';

const FINDINGS_SHOWN = 40;

const { values } = parseArgs({
  options: {
    devices: { type: 'string', default: '50' },
    sales: { type: 'string', default: '5000' },
    kills: { type: 'string', default: '10' },
    seed: { type: 'string' },
    // When the network went away, as the run that is to be replayed printed it; absent: so that all is over today.
    from: { type: 'string' },
    // Runs it again, and compares what has to be the same.
    twice: { type: 'boolean', default: false },
  },
});
const seed = seedOf(values.seed === undefined ? process.env : { SEED: values.seed }, 'OFFLINE_SEED');
const say = (line: string): void => void process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

async function run(wish: SimulationWish): Promise<SimulationReport> {
  const simulation = await simulate(wish);
  await simulation.close();
  const { findings, ...figures } = simulation.report;
  const { from } = figures.replayed;
  say(JSON.stringify(figures, undefined, 2));
  for (const { check, detail } of findings.slice(0, FINDINGS_SHOWN)) say(`BROKEN ${check}: ${detail}`);
  const again = `replay with --seed ${seed} --from ${from}`;
  say(findings.length === 0 ? 'nothing lost, nothing doubled' : `${findings.length} findings; ${again}`);
  if (findings.length > 0) process.exitCode = 1;
  return simulation.report;
}

const { url, stop } = await findPostgres();
process.env['POS_TEST_SERVER_URL'] = url;
process.env['POS_TEST_TEMPLATE'] = await buildTemplate(url);
const [devices, sales, kills] = [Number(values.devices), Number(values.sales), Number(values.kills)];
say(`${devices} devices, 72 virtual hours, ${sales} sales, ${kills} kills, SEED=${seed}`);
try {
  const from = values.from === undefined ? undefined : Date.parse(values.from);
  const { replayed: first } = await run({ seed, devices, sales, kills, from, say });
  if (values.twice) {
    const { replayed: second } = await run({ seed, devices, sales, kills, from: Date.parse(first.from), say });
    const isSame = JSON.stringify(first) === JSON.stringify(second);
    say(`${isSame ? 'the same' : 'NOT THE SAME'} twice: ${Object.keys(first).join(', ')}`);
    if (!isSame) process.exitCode = 1;
  }
} finally {
  await stop();
}
