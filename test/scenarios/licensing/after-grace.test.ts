import { LicenceWorker } from '../../../src/modules/licensing/application/licence-worker.js';
import { USD, type LicensedShop } from '../../../src/modules/licensing/adapters/http/licensing.examples.js';
import { BACKGROUND_WORK } from '../../../src/platform/tokens.js';
import type { TestService } from '../../harness/service.js';
import type { TestDevice } from '../../harness/test-device.js';
import { closeDay, done, drawerOf, finish, look, openOrder, trade } from './trade.js';
import { hire, link, openTwoDoors, signIn, type TwoDoors } from './two-doors.js';

// Past the paid time: first grace, then no new orders, and everything else (DOMAIN.md "Licensing").

jest.setTimeout(240_000);

let doors: TwoDoors;
let shop: LicensedShop;
beforeEach(async () => {
  doors = await openTwoDoors();
  ({ shop } = doors);
});
afterEach(() => doors.close());

/** What looks after licences at an instance looks until nothing is due. */
async function lookedAfter({ api }: TestService): Promise<void> {
  const worker = api.container.getAll(BACKGROUND_WORK).find((work) => work instanceof LicenceWorker);
  while ((await worker?.round()) !== 0);
}
const licence = () => done(shop, 'GET', '/licence');
const expired = { status: 403, body: { code: 'licence_expired', retryable: false } };

test('in grace a shop trades every day, and is reminded once of each, however many look after it', async () => {
  await shop.licence('PUT', '', { plan: 'pro', paidUntil: shop.inDays(16) });
  const statuses: string[] = [];
  for (let day = 0; day < 32; day += 1) {
    await Promise.all([lookedAfter(shop.service), lookedAfter(doors.other), lookedAfter(shop.service)]);
    const { status } = await licence();
    if (statuses.at(-1) !== status) statuses.push(status as string);
    const sold = await shop.sell();
    expect([day, sold.status]).toEqual([day, day < 30 ? 201 : 403]);
    if (day === 17 || day === 29) await trade(shop);
    shop.wait(1);
  }
  expect(statuses).toEqual(['active', 'past_due', 'grace', 'expired']);
  const told = await shop.told('licences');
  const count = (type: string): number => told.filter((one) => one === type).length;
  expect(count('pos.subscription.renewal_due')).toBe(4);
  expect(count('pos.license.renewal_due')).toBe(14);
  expect(count('pos.licence.expired')).toBe(1);
});

describe('after grace', () => {
  let orderId: string;
  let drawerSessionId: string;
  let till: TestDevice;
  let cashier: string;
  beforeEach(async () => {
    await shop.licence('PUT', '', { plan: 'standard', paidUntil: shop.inDays(1) });
    till = await link(shop);
    cashier = await hire(shop, 'cashier', till);
    drawerSessionId = await drawerOf(shop);
    orderId = await openOrder(shop);
    // Nothing looks after the licence: the door goes by its clock alone.
    shop.wait(16);
  });

  test('a cashier signs in at a till, is told, and is refused new orders; quotes, the menu and what is open go on', async () => {
    const token = await signIn(till, cashier);
    const payments = [{ tender: 'cash', amount: USD(1000) }];
    const sale = { outletId: shop.outletId, lines: [{ sku: 'tea' }], payments, complete: true };
    expect(await till.call('POST', '/orders', { token, body: sale })).toMatchObject(expired);
    expect(await shop.sell()).toMatchObject(expired);
    const lastTouchAt = shop.now().toISOString();
    const beat = await till.call('POST', '/sessions/current/heartbeat', { token, body: { lastTouchAt } });
    expect(beat.body.warnings).toMatchObject([{ code: 'orders_ended' }]);
    expect((await till.beat()).body).toMatchObject({ status: 'active', lockReason: null });
    const quote = { outletId: shop.outletId, lines: [{ sku: 'tea' }] };
    expect((await till.call('POST', '/quotes', { token, body: quote })).status).toBe(200);
    const paid = await till.call('POST', `/orders/${orderId}/payments`, { token, body: payments[0] as object });
    expect(paid.status).toBe(201);
    expect((await till.call('POST', `/orders/${orderId}/complete`, { token })).status).toBe(200);
  });

  test('what is open is paid and refunded, drawers and the day close, X, Z, exports and reports are read', async () => {
    await finish(shop, orderId, drawerSessionId);
    await look(shop);
    await closeDay(shop);
    expect(await licence()).toMatchObject({ status: 'expired' });
    expect(await shop.sell()).toMatchObject(expired);
  });

  test('what somebody else sends twice is one order still: a repeat of what was sold in time is answered', async () => {
    const id = '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e';
    shop.wait(-15);
    const placedAt = shop.now().toISOString();
    const payments = [{ tender: 'cash', amount: USD(1000) }];
    const sale = { id, outletId: shop.outletId, placedAt, lines: [{ sku: 'tea' }], payments, complete: true };
    const first = await shop.service.call('POST', '/orders', { body: sale });
    expect(first.status).toBe(201);
    shop.wait(15);
    const again = await shop.service.call('POST', '/orders', { body: sale });
    expect([again.status, again.body.id]).toEqual([201, id]);
  });

  test('paying lifts it at once here, and elsewhere when the door has forgotten, without anybody telling it', async () => {
    const body = {
      ...{ outletId: shop.outletId, lines: [{ sku: 'tea' }], complete: true },
      payments: [{ tender: 'cash', amount: USD(1000) }],
    };
    const sellAt = (at: TestService) => at.call('POST', '/orders', { body });
    for (const at of [shop.service, doors.other]) expect(await sellAt(at)).toMatchObject(expired);
    expect((await shop.licence('POST', '/extend', { paidUntil: shop.inDays(30) })).status).toBe(200);
    expect((await sellAt(shop.service)).status).toBe(201);
    doors.forget();
    expect((await sellAt(doors.other)).status).toBe(201);
    await finish(shop, orderId, drawerSessionId);
    await closeDay(shop);
  });
});

test('cancelled: it ends with its paid time, without grace, and what is open is finished', async () => {
  await shop.licence('PUT', '', { plan: 'standard', paidUntil: shop.inDays(5) });
  const [drawerSessionId, orderId] = [await drawerOf(shop), await openOrder(shop)];
  expect((await shop.licence('POST', '/cancel', { reason: 'closing down' })).status).toBe(200);
  expect((await shop.sell()).status).toBe(201);
  shop.wait(5);
  expect(await shop.sell()).toMatchObject(expired);
  await finish(shop, orderId, drawerSessionId);
  await look(shop);
});
