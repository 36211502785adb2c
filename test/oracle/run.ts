import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { FEATURES } from '../../src/modules/orders/domain/pricing/features.oracle.examples.js';
import { seedOf } from '../faults/chance.js';
import { addCounts, type Part, type PartReport } from './campaign.js';

const PART = 5_000;
const REPORT_EVERY = 100_000;
const FINDINGS_MAX = 3;
/** A feature that fewer baskets than one in a thousand have is one that nobody examined. */
const RARE = 1 / 1_000;

const { values } = parseArgs({
  options: {
    baskets: { type: 'string', default: '1000000' },
    seed: { type: 'string' },
    processes: { type: 'string', default: String(availableParallelism()) },
  },
});
const seed = seedOf(values.seed === undefined ? process.env : { SEED: values.seed }, 'ORACLE_SEED');
const baskets = Number(values.baskets);
const say = (line: string): void => void process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

async function examineAll(): Promise<PartReport[]> {
  const parts: Part[] = [];
  for (let from = 0; from < baskets; from += PART) parts.push({ seed, from, to: Math.min(baskets, from + PART) });
  const reports: PartReport[] = [];
  let done = 0;
  let found = 0;
  const children = Array.from({ length: Number(values.processes) }, () =>
    fork('test/oracle/part.ts', [], { execArgv: ['--import', 'tsx'] }),
  );
  const work = async (child: ChildProcess): Promise<void> => {
    const death = once(child, 'exit').then(() => Promise.reject(new Error('a process of the campaign has ended')));
    for (let part = parts.shift(); part !== undefined && found < FINDINGS_MAX; part = parts.shift()) {
      const report = await Promise.race([examined(child, part), death]);
      reports.push(report);
      found += report.findings.length;
      const before = done;
      done += report.baskets;
      if (Math.floor(before / REPORT_EVERY) < Math.floor(done / REPORT_EVERY)) say(`${done} baskets`);
    }
  };
  try {
    await Promise.all(children.map(work));
  } finally {
    children.forEach((child) => child.disconnect());
  }
  return reports;
}

async function examined(child: ChildProcess, part: Part): Promise<PartReport> {
  const answer = once(child, 'message') as Promise<[PartReport]>;
  child.send(part);
  const [report] = await answer;
  return report;
}

say(`oracle: ${baskets} baskets in ${values.processes} processes, SEED=${seed}`);
const started = performance.now();
const reports = await examineAll();
const seconds = (performance.now() - started) / 1_000;
const counts = addCounts(reports);
const examinedBaskets = reports.reduce((sum, report) => sum + report.baskets, 0);
for (const feature of FEATURES) say(`${String(counts[feature]).padStart(9)}  ${feature}`);
say(`${examinedBaskets} baskets in ${seconds.toFixed(0)} s: ${Math.round(examinedBaskets / seconds)} baskets/s`);
const findings = reports.flatMap((report) => report.findings);
for (const { index, difference, shrunk, alone } of findings) {
  say(`DIFFERENT basket ${seed}/${index} at ${difference.at}: engine ${difference.engine}, law ${difference.law}`);
  say(alone ? `shrunk: ${shrunk}` : `only after the baskets of the same shop before it: ${shrunk}`);
}
const rare = FEATURES.filter((feature) => counts[feature] < examinedBaskets * RARE);
if (findings.length === 0) for (const feature of rare) say(`RARE ${feature}: ${counts[feature]}`);
say(findings.length + rare.length === 0 ? 'the engine keeps the law' : `replay with --seed ${seed}`);
process.exitCode = findings.length + rare.length === 0 ? 0 : 1;
