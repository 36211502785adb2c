import { runCampaign } from './campaign.js';
import { seedOf } from './chance.js';

const KILLS = Number(process.env['FAULTS_KILLS'] ?? 20);
const SECONDS_A_KILL = 5;
const SECONDS_OF_START = 120;

test(
  `${KILLS} kills of the service and of PostgreSQL lose nothing and double nothing`,
  async () => {
    const seed = seedOf(process.env, 'FAULTS_SEED');
    const say = (line: string): void => void process.stderr.write(`${line}\n`);
    say(`fault suite: ${KILLS} kills, SEED=${seed}`);
    const { findings, ...figures } = await runCampaign({ seed, kills: KILLS, say });
    say(JSON.stringify(figures));
    expect({ seed, findings }).toEqual({ seed, findings: [] });
    expect(figures.answers).toBeGreaterThan(KILLS);
    expect(figures.statuses).not.toHaveProperty('500');
  },
  (SECONDS_OF_START + KILLS * SECONDS_A_KILL) * 1_000,
);
