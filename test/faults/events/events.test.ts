import { seedOf } from '../chance.js';
import { runEventCampaign } from './event-campaign.js';

const KILLS = Number(process.env['FAULTS_EVENT_KILLS'] ?? 6);
const CUTS = Number(process.env['FAULTS_EVENT_CUTS'] ?? 150);
const BROKER_STALL_MS = 3_000;
const SECONDS_A_KILL = 10;
const SECONDS_OF_START = 300;

test(
  `${KILLS} kills and ${CUTS} cuts lose no event and reorder none`,
  async () => {
    const seed = seedOf(process.env, 'FAULTS_SEED');
    const say = (line: string): void => void process.stderr.write(`${line}\n`);
    say(`fault campaign for events: ${KILLS} kills, ${CUTS} cuts, SEED=${seed}`);
    const { findings, ...figures } = await runEventCampaign({
      seed,
      kills: KILLS,
      cuts: CUTS,
      brokerStallMs: BROKER_STALL_MS,
      say,
    });
    say(JSON.stringify(figures));
    expect({ seed, findings }).toEqual({ seed, findings: [] });
    expect(figures.events).toBeGreaterThan(KILLS);
    expect(figures.messages).toBeGreaterThanOrEqual(figures.events);
  },
  (SECONDS_OF_START + KILLS * SECONDS_A_KILL) * 1_000,
);
