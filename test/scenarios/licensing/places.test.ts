import { randomUUID } from 'node:crypto';
import type { Answer, TestService } from '../../harness/service.js';
import { activate, DeviceKey, makeLinkCode } from '../../harness/test-device.js';
import { USD } from '../../../src/modules/licensing/adapters/http/licensing.examples.js';
import { done } from './trade.js';
import { hire, link, openTwoDoors, signIn, type TwoDoors } from './two-doors.js';

// Over a limit the new thing is refused, and what exists goes on; of two that race for the last place one gets it, at two instances.

jest.setTimeout(240_000);

let doors: TwoDoors;
beforeAll(async () => {
  doors = await openTwoDoors();
});
afterAll(() => doors.close());

const LIMITS = { outlets: 2, devices: 5, staff: 3, integrations: 2 };
const outcomeOf = ({ status, body }: Answer): string | number => (status < 300 ? 'made' : String(body.code));
const REFUSED = 'entitlement_exceeded';
const ROUNDS = 5;

let named = 0;
const next = (): string => `N${(named += 1)}`;

interface Thing {
  readonly thing: keyof typeof LIMITS;
  readonly make: (at: TestService) => Promise<Answer>;
  /** What exists of it is still good. */
  readonly goesOn: (made: Answer['body']) => Promise<void>;
  /** Frees a place. */
  readonly end: (made: Answer['body']) => Promise<unknown>;
}

const endpoint = (at: TestService): Promise<Answer> => {
  const body = { url: `https://hooks.example.com/${randomUUID()}`, eventTypes: ['*'], description: 'x' };
  return at.call('POST', '/webhooks/endpoints', { body });
};
const outlet = (at: TestService): Promise<Answer> => {
  const receiptPrefix = next();
  const taxGroups = [{ code: 'none', name: 'Untaxed', mode: 'inclusive', taxes: [] }];
  return at.call('POST', '/outlets', {
    body: { name: receiptPrefix, timeZone: 'UTC', receiptPrefix, tenders: ['cash'], taxGroups },
  });
};
const device = async (at: TestService): Promise<Answer> => {
  const { outletId, service } = doors.shop;
  const key = new DeviceKey(() => doors.shop.now().getTime());
  return activate(at, await makeLinkCode(service, { outletId }), key);
};

const THINGS: readonly Thing[] = [
  {
    thing: 'outlets',
    make: outlet,
    goesOn: async ({ id }) => {
      const payments = [{ tender: 'cash', amount: USD(1000) }];
      await done(doors.shop, 'POST', '/orders', { outletId: id, lines: [{ sku: 'tea' }], payments, complete: true });
    },
    end: ({ id }) => done(doors.shop, 'PATCH', `/outlets/${id}`, { active: false }),
  },
  {
    thing: 'devices',
    make: device,
    goesOn: async ({ device: { id } }) => {
      expect((await done(doors.shop, 'GET', `/devices/${id}`)).status).toBe('active');
    },
    end: ({ device: { id } }) => done(doors.shop, 'POST', `/devices/${id}/unlink`, { reason: 'sold' }),
  },
  {
    thing: 'staff',
    make: (at) => at.call('POST', '/staff', { body: { displayName: next(), assignments: [{ role: 'cashier' }] } }),
    goesOn: async ({ id }) => {
      await done(doors.shop, 'PUT', `/staff/${id}/pin`, { reason: 'first day', confirm: true });
    },
    end: ({ id }) => done(doors.shop, 'POST', `/staff/${id}/disable`, { reason: 'left' }),
  },
  {
    thing: 'integrations',
    make: endpoint,
    goesOn: async ({ id }) => {
      await done(doors.shop, 'POST', `/webhooks/endpoints/${id}/rotate`, {});
    },
    end: ({ id }) => done(doors.shop, 'DELETE', `/webhooks/endpoints/${id}`),
  },
];

describe.each(THINGS)('$thing', ({ thing, make, goesOn, end }) => {
  const used = async (): Promise<number> => {
    const { entitlements } = await done(doors.shop, 'GET', '/licence');
    return entitlements.find((one: { thing: string }) => one.thing === thing).used as number;
  };

  test('of those who race for the last place one gets it; nobody after them; a place that is freed is given again', async () => {
    const { shop, other } = doors;
    const reason = 'because of the test';
    const limit = LIMITS[thing];
    const override = { name: thing, value: limit, reason };
    expect((await shop.licence('POST', '/overrides', override)).status).toBe(200);
    const made: Answer['body'][] = [];
    while ((await used()) < limit - 1) made.push((await make(shop.service)).body);
    for (let round = 0; round < ROUNDS; round += 1) {
      const answers = await Promise.all([shop.service, other, shop.service, other].map((at) => make(at)));
      expect(answers.map(outcomeOf).sort()).toEqual([REFUSED, REFUSED, REFUSED, 'made']);
      const winner = answers.find((answer) => outcomeOf(answer) === 'made')?.body;
      if (round < ROUNDS - 1) await end(winner);
      else made.push(winner);
    }
    expect(await used()).toBe(limit);
    for (const at of [shop.service, other])
      expect(await make(at)).toMatchObject({ status: 403, body: { code: REFUSED } });
    for (const one of made) await goesOn(one);
    await end(made[0]);
    expect(outcomeOf(await make(other))).toBe('made');
    expect(outcomeOf(await make(shop.service))).toBe(REFUSED);
    // A limit below what there is takes nothing away.
    await shop.licence('POST', '/overrides', { ...override, value: 1 });
    for (const one of made.slice(1)) await goesOn(one);
    expect(await used()).toBe(limit);
    expect((await shop.licence('DELETE', `/overrides/${thing}`)).status).toBe(200);
  });
});

test('on a plan of five devices five sell, the sixth is refused, and the five go on selling', async () => {
  const fresh = await openTwoDoors();
  try {
    const { shop } = fresh;
    await shop.licence('PUT', '', { plan: 'standard', paidUntil: null });
    const tills = [await link(shop)];
    while (tills.length < 5) tills.push(await link(shop, tills.length % 2 === 0 ? shop.service : fresh.other));
    const cashier = await hire(shop, 'cashier', tills[0] as (typeof tills)[0]);
    const sell = async (): Promise<void> => {
      for (const till of tills) {
        // Each asks the instance that it was linked at.
        const token = await signIn(till, cashier);
        const payments = [{ tender: 'cash', amount: USD(1000) }];
        const sale = { outletId: shop.outletId, lines: [{ sku: 'tea' }], payments, complete: true };
        const { status, text } = await till.call('POST', '/orders', { token, body: sale });
        expect({ status, text }).toMatchObject({ status: 201 });
      }
    };
    await sell();
    const key = new DeviceKey(() => shop.now().getTime());
    const code = await makeLinkCode(shop.service, { outletId: shop.outletId });
    const sixth = await activate(shop.service, code, key);
    expect(sixth).toMatchObject({ status: 403, body: { code: REFUSED, retryable: false } });
    for (const till of tills) expect((await till.beat()).body).toMatchObject({ status: 'active' });
    await sell();
  } finally {
    await fresh.close();
  }
});
