import { KillSchedule, seeded, type Disagreement } from './kill-schedules.js';
import { openWorld, type World } from './payment-world.js';
import { VirtualClock } from './virtual-clock.js';

const SCHEDULES = Number(process.env['KILL_SCHEDULES'] ?? 60);
const FIRST_SEED = Number(process.env['SEED'] ?? 1);

let world: World;
beforeAll(async () => {
  world = await openWorld(new VirtualClock(seeded(FIRST_SEED)));
});
afterAll(() => world.close());

test(
  `processes that die before, during and after calls leave two ledgers that agree, ${SCHEDULES} schedules from seed ${FIRST_SEED}`,
  async () => {
    const found: Disagreement[] = [];
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed += 1) {
      found.push(...(await new KillSchedule(world, seed).run()));
      // What the provider is silent about waits for a person: out of the way of the next schedule.
      await world.rows(`update payment_charges set next_try_at = null where next_try_at is not null`);
      await world.rows(`update provider_refunds set next_try_at = null where next_try_at is not null`);
    }
    expect(found).toEqual([]);
  },
  60_000 + SCHEDULES * 5_000,
);
