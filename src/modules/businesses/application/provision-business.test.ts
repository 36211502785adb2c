import { Refusal } from '../../../kernel/refusal.js';
import { EACH } from '../domain/registration.examples.js';
import { BusinessWorld, Killed } from './business-world.examples.js';

const { businessId, ownerId } = EACH.verified();
const MADE = ['tenant', `owner ${ownerId}`, 'plan acme standard', `invitation ${ownerId}`];
const TOLD = ['pos.business.registered', 'pos.business.provisioned'];

/** Nobody but a worker that comes by after the lease is there. */
async function workerGoesOn(world: BusinessWorld): Promise<void> {
  world.stepsLeft = Number.POSITIVE_INFINITY;
  world.now = new Date(world.now.getTime() + 60_000);
  expect(world.registration.nextTryAt === null || world.registration.nextTryAt <= world.now).toBe(true);
  if (world.registration.status !== 'active') await world.provision();
}

function assertWhole(world: BusinessWorld): void {
  expect(world.registration).toMatchObject({ status: 'active', owner: null, nextTryAt: null, failure: null });
  expect([...new Set(world.made)]).toEqual(MADE);
  expect([...world.tenants]).toEqual([businessId]);
  expect(world.business).toMatchObject({ id: businessId, slug: 'acme', region: 'east-africa' });
  expect(world.events.map(({ type }) => type)).toEqual(TOLD);
}

test('a business is made in one go', async () => {
  const world = new BusinessWorld();
  await world.provision();
  assertWhole(world);
  expect(world.made).toEqual(MADE);
});

// As many steps as there are: ports asked, each before and after, and commits.
const STEPS_MAX = 15;
test.each(Array.from({ length: STEPS_MAX + 3 }, (_, steps) => steps))(
  'killed after %i steps, a worker finishes it within a minute',
  async (steps) => {
    const world = new BusinessWorld();
    world.stepsLeft = steps;
    const killed = await world.provision().then(
      () => false,
      (error: unknown) => error instanceof Killed,
    );
    expect(killed).toBe(steps < STEPS_MAX);
    await workerGoesOn(world);
    assertWhole(world);
  },
);

test.each(MADE)('away for a moment: %s', async (at) => {
  const world = new BusinessWorld();
  world.trouble = { at, error: new Error('away') };
  await world.provision();
  expect(world.registration).toMatchObject({ status: 'provisioning', tries: 1, failure: expect.any(String) as string });
  await workerGoesOn(world);
  assertWhole(world);
});

test('what refuses says why', async () => {
  const world = new BusinessWorld();
  world.trouble = { at: 'plan acme standard', error: new Refusal('plan_archived') };
  await world.provision();
  expect(world.registration).toMatchObject({
    status: 'provisioning',
    failure: 'plan_archived',
    stepsDone: ['tenant', 'owner'],
  });
});

test('where the slug went to another meanwhile, there is no business', async () => {
  const world = new BusinessWorld();
  world.registration = { ...world.registration, slug: 'gone' };
  await world.provision();
  expect(world.registration).toMatchObject({ status: 'rejected', reason: 'slug_taken', owner: null });
  expect(world.business).toBeUndefined();
});

test('asked again when all is done, nothing is done', async () => {
  const world = new BusinessWorld();
  await world.provision();
  await world.provision();
  expect(world.made).toEqual(MADE);
});
