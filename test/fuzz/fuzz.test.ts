import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seedOf } from '../faults/chance.js';
import { createTestDatabase } from '../harness/test-database.js';
import { runFuzz } from './campaign.js';

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 4_000);
const MS_A_REQUEST = 20;
const MS_OF_START = 120_000;
const RSS_MAX_MIB = 600;

test(
  `${REQUESTS} requests made from the contract, and raw bytes: no 5xx, no hang, every error a problem`,
  async () => {
    const seed = seedOf(process.env, 'FUZZ_SEED');
    const say = (line: string): void => void process.stderr.write(`${line}\n`);
    say(`fuzz: ${REQUESTS} requests, SEED=${seed}`);
    const database = await createTestDatabase();
    const folder = mkdtempSync(path.join(tmpdir(), 'pos-fuzz-'));
    try {
      const logFile = path.join(folder, 'service.log');
      const { failures, ...figures } = await runFuzz({
        seed,
        requests: REQUESTS,
        ownerUrl: database.ownerUrl,
        logFile,
        say,
      });
      say(JSON.stringify(figures));
      if (failures.length + figures.overloaded.length > 0) say(readFileSync(logFile, 'utf8').slice(0, 20_000));
      expect({ seed, failures }).toEqual({ seed, failures: [] });
      expect(figures.overloaded).toEqual([]);
      expect(figures.rssMib.end).toBeLessThan(RSS_MAX_MIB);
    } finally {
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  MS_OF_START + REQUESTS * MS_A_REQUEST,
);
