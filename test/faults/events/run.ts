import { parseArgs } from 'node:util';
import { seedOf } from '../chance.js';
import { runEventCampaign } from './event-campaign.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '400' },
    cuts: { type: 'string', default: '5000' },
    tills: { type: 'string', default: '4' },
    'stall-seconds': { type: 'string', default: '30' },
  },
});
const seed = seedOf(process.env, 'FAULTS_SEED');
const say = (line: string): void => void process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

say(`fault campaign for events: ${values.kills} kills, ${values.cuts} cuts, SEED=${seed}`);
const { findings, ...figures } = await runEventCampaign({
  seed,
  kills: Number(values.kills),
  cuts: Number(values.cuts),
  tills: Number(values.tills),
  brokerStallMs: Number(values['stall-seconds']) * 1_000,
  say,
});
say(JSON.stringify(figures, undefined, 2));
for (const { check, detail } of findings) say(`BROKEN ${check}: ${detail}`);
say(
  findings.length === 0
    ? 'nothing lost, nothing out of order, nothing twice under another id'
    : `${findings.length} findings; replay with SEED=${seed}`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
