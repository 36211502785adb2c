import { randomUUID } from 'node:crypto';
import { SaleRefused, type Register, type RungSale } from '../../sdk/src/engine.js';
import type { RequestContext } from '../../src/kernel/context.js';
import { OfflineOrders } from '../../src/modules/orders/index.js';
import { TRANSACTOR } from '../../src/platform/tokens.js';
import { Chance, seedOf } from '../faults/chance.js';
import { startService, type Answer, type TestService } from '../harness/service.js';
import { enrolMembers, keptBook } from './both-sides.js';
import { registerOn } from './kept-register.js';
import { openMarket, type Market } from './market.js';
import { tellerOf } from './outcome.js';
import { randomSale } from './random-sale.js';

// Sales that a till rings up by itself, handed in afterwards: the service has nothing to say against any of them, and keeps them
// with the same amounts. What has changed in between is not this test's, but the sync module's.
const SALES = 40;
const TIME_MS = 180_000;
const seed = seedOf(process.env, 'PRICING_SEED');
const AT = Date.now();

let service: TestService;
let market: Market;
let register: Register;
beforeAll(async () => {
  service = await startService();
  enrolMembers(service);
  market = await openMarket(service, new Chance(seed), 'KES');
  register = registerOn(await keptBook(service, market, market.outletIds[0] ?? ''), AT);
}, TIME_MS);
afterAll(() => service.close());

/** A sale that can be rung up, paid in cash. */
async function rung(chance: Chance, number: number): Promise<RungSale> {
  for (;;) {
    const { draft } = randomSale(chance, market, market.outletIds[0] ?? '', AT);
    // Whose price nobody may lower is sold as it is; customers are known to the service only.
    const sale = { ...draft, placedAt: new Date(AT).toISOString() };
    try {
      const { order } = await register.price(sale, tellerOf(true));
      const tendered = { amount: order.totals.due.amount + 1_000, currency: market.currency };
      const payments = order.totals.due.amount > 0 ? [{ tender: 'cash', amount: tendered }] : [];
      const receiptNumber = `T1-${String(number).padStart(6, '0')}`;
      return await register.ring(sale, payments, tellerOf(true), {
        receiptNumber,
        drawerSessionId: null,
        complete: true,
      });
    } catch (error) {
      if (!(error instanceof SaleRefused)) throw error;
    }
  }
}

/** What both sides say of an order, without what only the service gives. */
function comparable(order: Answer['body']): object {
  const { lines, taxes, totals, payments, discounts, promoCodes, status, channel, businessDate } = order;
  const paid = payments.map(({ id, tender, amount, change }: Record<string, unknown>) => ({
    id,
    tender,
    amount,
    change,
  }));
  const given = discounts.map(({ id, lineId, percent, amount, comp }: Record<string, unknown>) => {
    return { id, lineId, percent, amount, comp };
  });
  return { lines, taxes, totals, paid, given, promoCodes, status, channel, businessDate };
}

test(
  `what is rung up is what the service would have rung up (PRICING_SEED=${seed})`,
  async () => {
    const chance = new Chance(seed).branch('online');
    for (let number = 0; number < SALES; number++) {
      const { body, order } = await rung(chance, number);
      const { tenant } = market;
      const answer = await service.call('POST', '/orders', { tenant, body: body['order'] });
      expect([answer.status, number, answer.status === 201 || answer.text]).toEqual([201, number, true]);
      expect(withoutMadeIds(comparable(answer.body))).toEqual(withoutMadeIds(comparable(order)));
    }
  },
  TIME_MS,
);

test(
  `what is handed in later is taken without a conflict (PRICING_SEED=${seed})`,
  async () => {
    const chance = new Chance(seed).branch('offline');
    const { api } = service;
    for (let number = SALES; number < 2 * SALES; number++) {
      const { body, order } = await rung(chance, number);
      const { tenant } = market;
      const { permissions } = tellerOf(true);
      const deviceId = randomUUID();
      const context: RequestContext = {
        ...{ tenantId: tenant.id, tenantSlug: tenant.slug, requestId: 'later', at: new Date() },
        principal: { kind: 'user', id: 'teller', permissions, test: false, deviceId },
      };
      const act = { kind: 'order.place', body, at: new Date(AT), correctionMs: 0, deviceId, approvedBy: null } as const;
      const taken = await api.container
        .get(TRANSACTOR)
        .run(context, (tx) => api.container.get(OfflineOrders).handle(tx, context, act));
      expect([number, taken.conflicts]).toEqual([number, []]);
      const kept = await service.call('GET', `/orders/${order.id}`, { tenant });
      expect(comparable(kept.body)).toEqual(comparable(JSON.parse(JSON.stringify(order))));
    }
  },
  TIME_MS,
);

/** Parts of a combo that nobody named get ids where they are sold. */
function withoutMadeIds(order: object): unknown {
  const text = JSON.stringify(order);
  const places = new Map<string, number>();
  return text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => {
    places.set(id, places.get(id) ?? places.size);
    return `id-${places.get(id)}`;
  });
}
