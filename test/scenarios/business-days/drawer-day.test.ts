import { randomUUID } from 'node:crypto';
import { ReportSession } from '../../../src/modules/business-days/application/report-session.js';
import { ClosedSessionsListener } from '../../../src/modules/business-days/adapters/drawers/closed-sessions-listener.js';
import type { PublishedEvent } from '../../../src/kernel/outbox.js';
import { startService, type TestService } from '../../harness/service.js';
import { afterNoon, dayAfter, openDayShop, USD, type DayShop } from './day-shop.js';
import { figuresByName, recompute, type GivenBack, type ReceiptOrder } from './recompute.js';

let service: TestService;
let shop: DayShop;

beforeAll(async () => {
  service = await startService({}, afterNoon);
  shop = await openDayShop(service);
});
afterAll(() => service.close());

async function openDrawer(name: string): Promise<string> {
  const drawer = await shop.ok('POST', '/drawers', { outletId: shop.outletId, name });
  const session = await shop.ok('POST', `/drawers/${drawer.id}/sessions`, { float: USD(10_000) });
  return session.id as string;
}

async function closeDrawer(session: string, counted: number): Promise<void> {
  await shop.ok('POST', `/drawer-sessions/${session}/count`);
  await shop.ok('POST', `/drawer-sessions/${session}/close`, { counted: USD(counted) });
}

async function allOrders(): Promise<ReceiptOrder[]> {
  const orders: ReceiptOrder[] = [];
  let cursor = '';
  do {
    const page = await shop.ok('GET', `/orders?limit=200${cursor}`);
    for (const { id } of page.data) orders.push(await shop.ok('GET', `/orders/${id}`));
    cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
  } while (cursor !== '');
  return orders;
}

/** A day with two drawers, four tenders, discounts, a tip, a void, refunds, deposits, and a sale that comes late. */
async function trade(): Promise<{
  sessions: readonly [string, string];
  elsewhere: Map<string, string>;
  givenBack: GivenBack[];
}> {
  const { outletId, today, ok } = shop;
  const yesterday = dayAfter(today, -1);
  const elsewhere = new Map<string, string>();
  const old = await shop.sell({ coffees: 3, on: yesterday });
  const tab = await ok('POST', '/orders', { outletId, placedAt: `${yesterday}T12:00:00Z`, lines: [{ sku: 'poster' }] });
  await shop.close(yesterday);
  const sessions = [await openDrawer('Front'), await openDrawer('Back')] as const;
  const [front, back] = sessions;
  await shop.sell({ coffees: 2, more: { drawerSessionId: front, payments: [{ tender: 'cash', amount: USD(1000) }] } });
  const line = randomUUID();
  await ok('POST', '/orders', {
    ...{
      outletId,
      drawerSessionId: back,
      lines: [{ id: line, sku: 'juice', quantity: '2' }, { sku: 'poster' }],
      complete: true,
    },
    ...{ tip: USD(100), discounts: [{ lineId: line, percent: '10', category: 'discount', reason: 'regular' }] },
    ...{
      payments: [
        { tender: 'card', amount: USD(1500) },
        { tender: 'cash', amount: USD(3000) },
      ],
    },
  });
  await ok('POST', '/orders', {
    ...{
      outletId,
      drawerSessionId: front,
      lines: [{ sku: 'croissant' }],
      discounts: [{ comp: true, reason: 'dropped' }],
    },
    complete: true,
  });
  const gone = await ok('POST', '/orders', { outletId, lines: [{ sku: 'bananas' }, { sku: 'coffee' }] });
  await ok('DELETE', `/orders/${gone.id}/lines/${gone.lines[0].id}`);
  await ok('POST', `/orders/${gone.id}/void`, { reason: 'left' });
  await ok('POST', `/orders/${old.id}/refunds`, { amount: USD(300), reason: 'cold', drawerSessionId: back });
  await ok('POST', `/orders/${tab.id}/payments`, { tender: 'cash', amount: USD(500), drawerSessionId: front });
  const late = await shop.sell({ on: yesterday });
  elsewhere.set(late.id, today).set(late.payments[0].id, today);
  const paid = await ok('GET', `/orders/${tab.id}`);
  elsewhere.set(paid.payments[0].id, today);
  return { sessions, elsewhere, givenBack: [] };
}

test('a day of two drawers: every figure of its Z is what its receipts come to, and each session has its own', async () => {
  const { sessions, elsewhere, givenBack } = await trade();
  const [front, back] = sessions;
  const refused = await shop.close(shop.today);
  expect([refused.status, refused.body.code]).toEqual([409, 'drawer_sessions_open']);
  const reader = await service.createKey(service.tenant, { permissions: ['days:read'] });
  const blind = await service.call('GET', `/drawer-sessions/${front}/x-report`, { token: reader });
  expect(blind.body).toMatchObject({ withheld: true, figures: { tenders: [], bridge: null, cash: { movements: [] } } });
  const seen = await shop.ok('GET', `/drawer-sessions/${front}/x-report`);
  // The float, 6.00 kept of 10.00, and 5.00 on the tab.
  expect(seen.figures.cash.sessions).toMatchObject([{ status: 'open', float: USD(10_000), expected: USD(11_100) }]);
  expect((await service.call('POST', `/drawer-sessions/${front}/z-report`)).body.code).toBe(
    'drawer_session_not_closed',
  );
  await closeDrawer(front, 11_100);
  const made = await shop.ok('POST', `/drawer-sessions/${front}/z-report`);
  const { figures: ofFront } = await shop.ok('GET', `/z-reports/${made.id}`);
  expect(ofFront).toMatchObject({
    orders: { count: 2 },
    cash: { sessions: [{ variance: USD(0), expected: USD(11_100) }] },
  });
  const closed = await shop.close(shop.today, { acceptOpenSessions: true });
  const z = await shop.ok('GET', `/z-reports/${closed.body.report.id}`);
  expect(z.exceptions).toMatchObject([
    { code: 'drawer_session_open', subject: back },
    { code: 'closed_before_the_cut' },
  ]);
  expect(figuresByName(z.figures)).toEqual(recompute(await allOrders(), shop.today, elsewhere, givenBack));
  expect(z.figures).toMatchObject({ linesRemoved: 1, bridge: { unexplained: USD(0) }, openOrders: { count: 1 } });
  expect(z.figures.cash.sessions.map(({ expected }: { expected: unknown }) => expected)).toContain(null);
});

test('a session that is closed has its report made once, however often the closing is told of', async () => {
  const session = await openDrawer('Side');
  const listener = new ClosedSessionsListener(service.api.container.get(ReportSession), () => new Date(afterNoon()));
  const { id: tenantId, slug: tenantSlug } = service.tenant;
  await closeDrawer(session, 10_000);
  const event = { tenantId, tenantSlug, aggregateId: session, requestId: 'r', traceParent: null } as PublishedEvent;
  await Promise.all([listener.handle(event), listener.handle(event), listener.handle(event)]);
  await listener.handle(event);
  const { data } = await shop.ok('GET', '/z-reports?scope=drawer_session');
  expect(data.filter(({ sessionId }: { sessionId: string }) => sessionId === session)).toMatchObject([{ number: 1 }]);
  const { intact, series } = await shop.ok('GET', `/z-reports/verify?outletId=${shop.outletId}`);
  expect([intact, series.length]).toEqual([true, 3]);
});
