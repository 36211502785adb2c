import { runSchedules, seeded } from './kill-schedules.js';
import { openWorld, type World } from './payment-world.js';
import { VirtualClock } from './virtual-clock.js';

// KILL_SCHEDULES says how many, SEED with which to begin; `make payments-faults` runs many. One that failed is run again by its seed.

const SCHEDULES = Number(process.env['KILL_SCHEDULES'] ?? 40);
const FIRST_SEED = Number(process.env['SEED'] ?? 1);
const TELL_MS = 5_000;

let world: World;
beforeAll(async () => {
  world = await openWorld(new VirtualClock(seeded(FIRST_SEED)));
}, 60_000);
afterAll(() => world.close());

test(
  `processes that die before, during and after calls leave two ledgers that agree, ${SCHEDULES} schedules from seed ${FIRST_SEED}`,
  async () => {
    const tell = (line: string): void => void process.stderr.write(`${line}\n`);
    const tally = await runSchedules(
      world,
      { seed: FIRST_SEED, count: SCHEDULES },
      ({ done, deaths, calls, disagreements }, seed) =>
        tell(
          `${done} of ${SCHEDULES} schedules, at seed ${seed}: ${calls} calls, ${deaths} deaths, ${disagreements.length} disagreements`,
        ),
      TELL_MS,
    );
    const broken = await world.brokenInvariants();
    const { done, calls, deaths, disagreements } = tally;
    tell(
      `${done} schedules from seed ${FIRST_SEED}: ${calls} calls to the provider, ${deaths} processes died, ` +
        `${disagreements.length} disagreements of the two ledgers, ${broken.length} broken invariants`,
    );
    expect(disagreements).toEqual([]);
    expect(broken).toEqual([]);
    expect(deaths).toBeGreaterThan(0);
  },
  60_000 + SCHEDULES * 5_000,
);
