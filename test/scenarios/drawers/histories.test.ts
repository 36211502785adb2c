import fc from 'fast-check';
import { ForceCount } from '../../../src/modules/drawers/application/force-count.js';
import { openDrawerShop, USD, type DrawerShop } from './drawer-shop.js';

// The same as drawer-history.properties.test.ts, shorter and against PostgreSQL: two drawers live through random commands over
// HTTP; a model of numbers says what must be in them.

interface Step {
  readonly verb: keyof typeof verbs;
  readonly on: 0 | 1;
  readonly amount: number;
}
interface World {
  readonly drawers: readonly [string, string];
  readonly sessions: [string, string];
  readonly cash: [number, number];
}

const RUNS = 6;
const LONGEST_MS = 120_000;
const MOVED = /^[0-9a-f-]{36}$/;
let shop: DrawerShop;
beforeAll(async () => {
  shop = await openDrawerShop();
  await shop.done('PUT', `/outlets/${shop.outletId}/drawer-policy`, { cashLimit: 6000, varianceLimit: 100 });
});
afterAll(() => shop.service.close());

/** A command on a session; `moved` is how the model changes when it is accepted. */
const command =
  (path: string, bodyOf: (amount: number) => object | undefined, movedBy: (amount: number) => number = () => 0) =>
  async (world: World, { on, amount }: Step): Promise<void> => {
    const { status, text } = await shop.call('POST', `/drawer-sessions/${world.sessions[on]}/${path}`, bodyOf(amount));
    if (status < 300) world.cash[on] += movedBy(amount);
    else if (status !== 409 && status !== 422) throw new Error(`${path}: ${status} ${text}`);
  };
const words = { reason: 'r' };

const verbs = {
  sell: async (world: World, { on, amount }: Step): Promise<void> => {
    if (amount > 0 && MOVED.test(await shop.book(world.sessions[on], 'sale', amount))) world.cash[on] += amount;
  },
  giveChange: async (world: World, { on, amount }: Step): Promise<void> => {
    if (amount > 0 && MOVED.test(await shop.book(world.sessions[on], 'change', amount))) world.cash[on] -= amount;
  },
  refund: async (world: World, { on, amount }: Step): Promise<void> => {
    if (amount > 0 && MOVED.test(await shop.book(world.sessions[on], 'refund', amount))) world.cash[on] -= amount;
  },
  skim: command(
    'skims',
    (n) => ({ amount: USD(n), ...words }),
    (n) => -n,
  ),
  payIn: command(
    'paid-in',
    (n) => ({ amount: USD(n), ...words }),
    (n) => n,
  ),
  payOut: command(
    'paid-out',
    (n) => ({ amount: USD(n), ...words, category: 'petty_cash', receiptReference: 'x' }),
    (n) => -n,
  ),
  tipOut: command(
    'tip-outs',
    (n) => ({ amount: USD(n), ...words, person: 'ben' }),
    (n) => -n,
  ),
  noSale: command('no-sale', () => words),
  count: command('counts', (n) => ({ counted: USD(n) })),
  handOver: command('handover', (n) => ({ cashierId: `c${n}`, count: { counted: USD(n) } })),
  startCount: command('count', () => undefined),
  reopenCount: command('reopen-count', () => undefined),
  transfer: async (world: World, { on, amount }: Step): Promise<void> => {
    const to = on === 0 ? 1 : 0;
    const body = { toSessionId: world.sessions[to], amount: USD(amount), ...words };
    const { status } = await shop.call('POST', `/drawer-sessions/${world.sessions[on]}/transfers`, body);
    if (status !== 200) return;
    world.cash[on] -= amount;
    world.cash[to] += amount;
  },
  force: async (world: World, { on }: Step): Promise<void> => {
    const context = await shop.within((_tx, its) => Promise.resolve(its));
    await shop.service.api.container.get(ForceCount).execute(context, world.sessions[on] as never);
  },
  close: async (world: World, { on, amount }: Step): Promise<void> => {
    const { status, body } = await shop.call('POST', `/drawer-sessions/${world.sessions[on]}/close`, {
      counted: USD(amount),
    });
    if (status !== 200) return;
    expect(body).toMatchObject({ expected: USD(world.cash[on]), variance: USD(amount - world.cash[on]) });
    const { data } = await shop.done('GET', `/drawer-sessions/${world.sessions[on]}/entries`);
    expect(data[0]?.balance ?? USD(0)).toEqual(USD(0));
    await openAgain(world, on, amount);
  },
};

const steps: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(...(Object.keys(verbs) as (keyof typeof verbs)[])),
  on: fc.constantFrom(0, 1),
  amount: fc.integer({ min: 0, max: 3000 }),
});

test(
  'after each step of any history, the service expects what is there',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 15, maxLength: 40 }), async (history) => {
        const world = await start();
        for (const step of history) {
          await verbs[step.verb](world, step);
          for (const on of [0, 1] as const) {
            const { expected } = await shop.done('GET', `/drawer-sessions/${world.sessions[on]}`);
            expect(expected).toEqual(USD(world.cash[on]));
          }
        }
      }),
      { numRuns: RUNS },
    );
  },
  LONGEST_MS,
);

async function start(): Promise<World> {
  const drawers = [await shop.drawer(), await shop.drawer()] as const;
  const world: World = { drawers, sessions: ['', ''], cash: [0, 0] };
  for (const on of [0, 1] as const) await openAgain(world, on, 1000);
  return world;
}

async function openAgain(world: World, on: 0 | 1, float: number): Promise<void> {
  const session = await shop.done('POST', `/drawers/${world.drawers[on]}/sessions`, { float: USD(float) });
  world.sessions[on] = session.id as string;
  world.cash[on] = float;
}
