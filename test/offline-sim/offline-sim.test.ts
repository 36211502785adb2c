import { Client } from 'pg';
import { seedOf } from '../faults/chance.js';
import { decideAgain, simulate, type Simulation } from './campaign.js';
import { check } from './checker.js';
import { PLANTED } from './planted-bugs.js';

// The short form of `make offline-sim`: five tills, each with something wrong with it, and a server that is killed meanwhile.
const DEVICES = 5;
const SALES = 100;
const KILLS = 2;
const TIME_MS = 600_000;
const seed = seedOf(process.env, 'OFFLINE_SEED');

let simulation: Simulation;
let client: Client;
beforeAll(async () => {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  say(`offline simulation: ${DEVICES} devices, ${SALES} sales, SEED=${seed}`);
  simulation = await simulate({ seed, devices: DEVICES, sales: SALES, kills: KILLS, say });
  client = new Client({ connectionString: simulation.ownerUrl });
  await client.connect();
  await client.query("select set_config('app.tenant_id', $1, false)", [simulation.expected.tenantId]);
}, TIME_MS);
afterAll(async () => {
  await client.end();
  await simulation.close();
});

test(`72 hours without a network lose nothing and double nothing (OFFLINE_SEED=${seed})`, () => {
  const { findings, replayed, kills, answersLost } = simulation.report;
  expect({ seed, findings }).toEqual({ seed, findings: [] });
  expect(kills).toBe(KILLS);
  expect(answersLost).toBeGreaterThan(0);
  expect(replayed.sales).toBeGreaterThanOrEqual((SALES / DEVICES) * (DEVICES - 1));
  expect(Object.keys(replayed.conflicts)).toContain('person_without_right');
  expect(Object.keys(replayed.quarantined)).toEqual(['device_unlinked', 'hash_wrong', 'sequence_forked']);
  expect(replayed.late).toBeGreaterThan(0);
});

test('the same seed decides the same', async () => {
  const { decisions, from } = simulation.report.replayed;
  expect(await decideAgain({ seed, devices: DEVICES, sales: SALES }, Date.parse(from))).toBe(decisions);
});

test.each(PLANTED)('the checker catches: $bug', async ({ spoil, caughtBy }) => {
  await client.query('begin');
  try {
    for (const statement of spoil) {
      const { rowCount } = await client.query(statement);
      if (!statement.startsWith('drop')) expect(rowCount).toBeGreaterThan(0);
    }
    const findings = await check(client, simulation.expected);
    expect(new Set(findings.map((finding) => finding.check))).toContain(caughtBy);
  } finally {
    await client.query('rollback');
  }
});
