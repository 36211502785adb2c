import path from 'node:path';
import { parseArgs } from 'node:util';
import { seedOf } from '../faults/chance.js';
import { startFaultDatabase } from '../faults/fault-database.js';
import { runFuzz } from './campaign.js';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '150000' }, only: { type: 'string' } },
});
const seed = seedOf(process.env, 'FUZZ_SEED');
const say = (line: string): void => void process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

say(`fuzz: ${values.requests} requests, SEED=${seed}`);
const database = await startFaultDatabase({ fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' });
try {
  const only = values.only?.split(',').map(Number);
  const logFile = path.join(database.folder, 'service.log');
  const asked = { seed, requests: Number(values.requests), ownerUrl: database.ownerUrl, logFile, say };
  const { failures, ...figures } = await runFuzz(only === undefined ? asked : { ...asked, only });
  for (const { index, what, request } of failures) say(`FAILED ${index}: ${what}: ${request}`);
  say(JSON.stringify(figures, undefined, 2));
  say(
    figures.failed === 0
      ? 'nothing failed'
      : `${figures.failed} failures; the service's log stays at ${logFile}; replay with SEED=${seed}`,
  );
  process.exitCode = figures.failed === 0 ? 0 : 1;
} finally {
  await database.discard(process.exitCode === 1);
}
