import { parseArgs } from 'node:util';
import { runCampaign } from './campaign.js';
import { seedOf } from './chance.js';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '1000' }, tills: { type: 'string', default: '6' } },
});
const seed = seedOf(process.env, 'FAULTS_SEED');
const say = (line: string): void => void process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

say(`fault suite: ${values.kills} kills, SEED=${seed}`);
const { findings, ...figures } = await runCampaign({
  seed,
  kills: Number(values.kills),
  tills: Number(values.tills),
  say,
});
say(JSON.stringify(figures, undefined, 2));
for (const { check, detail } of findings) say(`BROKEN ${check}: ${detail}`);
say(findings.length === 0 ? 'nothing lost, nothing doubled' : `${findings.length} findings; replay with SEED=${seed}`);
process.exitCode = findings.length === 0 ? 0 : 1;
