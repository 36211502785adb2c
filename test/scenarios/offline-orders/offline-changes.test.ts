import { Refusal } from '../../../src/kernel/refusal.js';
import { startService, type Answer, type TestService } from '../../harness/service.js';
import { dayAfter, openDayShop, USD, type DayShop } from '../business-days/day-shop.js';
import { newId, OfflineTill } from './offline-till.js';

let service: TestService;
let day: DayShop;
let till: OfflineTill;
let drawerId: string;
beforeAll(async () => {
  service = await startService();
  day = await openDayShop(service);
  const cake = { sku: 'cake', name: 'Cake', price: USD(450), taxCategory: 'standard', category: 'Food', unit: 'each' };
  await day.ok('POST', '/catalog/items', cake);
  till = new OfflineTill(service, day.outletId);
  drawerId = (await day.ok('POST', '/drawers', { outletId: day.outletId, name: 'Counter 1', deviceId: till.deviceId }))
    .id;
});
afterAll(() => service.close());

const lines = [{ sku: 'coffee' }];
const orderOf = (id: string): Promise<Answer['body']> => day.ok('GET', `/orders/${id}`);
const openSession = async (): Promise<string> =>
  (await day.ok('POST', `/drawers/${drawerId}/sessions`, { float: USD(1000), deviceId: till.deviceId })).id;
const closeSession = async (id: string): Promise<void> => {
  await day.ok('POST', `/drawer-sessions/${id}/count`);
  await day.ok('POST', `/drawer-sessions/${id}/close`, { counted: USD(0) });
};
const codeOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'taken',
    (error: unknown) => (error instanceof Refusal ? String(error.code) : error),
  );
const causesOf = ({ conflicts }: { conflicts: readonly { cause: string }[] }) => conflicts.map(({ cause }) => cause);
/** An order on the server that somebody else works on, too. */
const draft = (more: object = {}) =>
  day.ok('POST', '/orders', { id: newId(), outletId: day.outletId, lines: [{ id: newId(), sku: 'coffee' }], ...more });

describe('drawers', () => {
  test('cash is in the session that took it', async () => {
    const session = await openSession();
    const payments = [{ tender: 'cash', amount: 1000 }];
    const { body } = await till.ring({ lines, payments, drawerSessionId: session });
    expect(causesOf(await till.send('order.place', body))).toEqual([]);
    expect(await day.ok('GET', `/drawer-sessions/${session}`)).toMatchObject({ expected: USD(1300) });
    await closeSession(session);
  });

  test('of a session that is closed meanwhile, the one that is open at the device takes it, or none', async () => {
    const first = await openSession();
    const [one, other] = [
      await till.ring({ lines, drawerSessionId: first }),
      await till.ring({ lines, drawerSessionId: first }),
    ];
    await closeSession(first);
    const none = await till.send('order.place', one.body);
    expect(none.conflicts).toEqual([
      { cause: 'drawer_session_closed', facts: { drawerSessionId: first, takenBy: null } },
    ]);
    expect(await orderOf(none.order.id)).toMatchObject({ status: 'completed', payments: [{ drawerSessionId: null }] });
    const second = await openSession();
    expect(causesOf(await till.send('order.place', other.body))).toEqual(['drawer_session_closed']);
    expect(await day.ok('GET', `/drawer-sessions/${second}`)).toMatchObject({ expected: USD(1300) });
    await closeSession(second);
  });

  test('a session that nobody knows is waited for while it may still come', async () => {
    const { body } = await till.ring({ lines, drawerSessionId: newId() });
    expect(await codeOf(till.send('order.place', body, { mayWait: true }))).toBe('drawer_session_not_found');
    expect(causesOf(await till.send('order.place', body))).toEqual(['drawer_session_closed']);
  });
});

describe('orders that the server knows', () => {
  test('an order that is not there is waited for', async () => {
    expect(await codeOf(till.send('order.complete', { orderId: newId() }))).toBe('order_not_found');
  });

  test('paid offline while a line was added: both survive, the order shows what is due, one conflict', async () => {
    const order = await draft();
    await day.ok('POST', `/orders/${order.id}/lines`, { lines: [{ sku: 'coffee' }] });
    const payment = { id: newId(), tender: 'card', amount: USD(300), reference: 'slip 1' };
    const paid = await till.send('order.add_payment', { orderId: order.id, payment });
    expect(causesOf(paid)).toEqual([]);
    expect(await till.send('order.add_payment', { orderId: order.id, payment })).toEqual({ ...paid, conflicts: [] });
    const done = await till.send('order.complete', { orderId: order.id });
    expect(done).toMatchObject({
      order: { status: 'open' },
      conflicts: [{ cause: 'order_changed_meanwhile', facts: { due: USD(300) } }],
    });
    expect(await orderOf(order.id)).toMatchObject({ totals: { paid: USD(300), due: USD(300) }, lines: [{}, {}] });
    const rest = { id: newId(), tender: 'cash', amount: USD(300) };
    await till.send('order.add_payment', { orderId: order.id, payment: rest });
    const ended = await till.send('order.complete', { orderId: order.id });
    expect(ended).toMatchObject({ order: { status: 'completed' }, conflicts: [] });
    expect(await till.send('order.complete', { orderId: order.id })).toEqual(ended);
    const more = { id: newId(), tender: 'cash', amount: USD(300) };
    expect(await codeOf(till.send('order.add_payment', { orderId: order.id, payment: more }))).toBe('order_not_open');
  });

  test('a whole sale of an order that is here: lines and payments of both, and one conflict', async () => {
    const line = { id: newId(), sku: 'coffee' };
    const { body, charged } = await till.ring({ lines: [line, { sku: 'cake' }] });
    const { id } = body.order;
    await draft({ id, lines: [line] });
    await day.ok('POST', `/orders/${id}/lines`, { lines: [{ sku: 'coffee' }] });
    const merged = await till.send('order.place', body);
    expect(merged.order).toMatchObject({ id, status: 'open' });
    expect(causesOf(merged)).toEqual(['order_changed_meanwhile']);
    const { lines: kept, totals } = await orderOf(id);
    expect(kept.map(({ sku }: { sku: string }) => sku)).toEqual(['coffee', 'coffee', 'cake']);
    expect(totals).toMatchObject({ paid: charged.totals.total, due: USD(300) });
    expect(await till.send('order.place', body)).toMatchObject({ order: merged.order });
  });

  test('the same, and nobody else touched it: it is the sale', async () => {
    const line = { id: newId(), sku: 'coffee' };
    const { body } = await till.ring({ lines: [line, { sku: 'cake' }] });
    await draft({ id: body.order.id, lines: [line] });
    expect(await till.send('order.place', body)).toMatchObject({ order: { status: 'completed' }, conflicts: [] });
  });

  test('lines at the prices of the device, and of the server', async () => {
    const order = await draft();
    const rung = await till.ring({ lines: [{ sku: 'cake', note: 'fork' }], complete: false });
    const {
      pricing,
      copies,
      order: asked,
    } = rung.body as unknown as {
      pricing: { lines: { price: number }[] };
      copies: unknown;
      order: { lines: object[] };
    };
    const added = { orderId: order.id, lines: asked.lines, pricing, copies };
    expect(causesOf(await till.send('order.add_lines', added))).toEqual([]);
    expect(causesOf(await till.send('order.add_lines', added))).toEqual([]);
    const own = { orderId: order.id, lines: [{ id: newId(), sku: 'cake' }] };
    await till.send('order.add_lines', own);
    const now = await orderOf(order.id);
    expect(now.lines.map(({ sku }: { sku: string }) => sku)).toEqual(['coffee', 'cake', 'cake']);
    expect(now.lines[1].note).toBe('fork');
    const [, cake] = now.lines;
    await till.send('order.change_line', { orderId: order.id, lineId: cake.id, quantity: '2' });
    await till.send('order.remove_line', { orderId: order.id, lineId: now.lines[2].id });
    const gone = await till.send('order.remove_line', { orderId: order.id, lineId: now.lines[2].id });
    expect(causesOf(gone)).toEqual(['order_changed_meanwhile']);
    expect((await orderOf(order.id)).lines.map(({ quantity }: { quantity: string }) => quantity)).toEqual(['1', '2']);
  });

  test('setting aside, bringing back and giving up commute with what others did', async () => {
    const { id: orderId } = await draft();
    expect((await till.send('order.hold', { orderId })).order.status).toBe('held');
    expect(await till.send('order.hold', { orderId })).toMatchObject({ order: { status: 'held' }, conflicts: [] });
    const payment = { id: newId(), tender: 'cash', amount: USD(300) };
    expect((await till.send('order.add_payment', { orderId, payment })).order.status).toBe('open');
    expect(await codeOf(till.send('order.void', { orderId, reason: 'left' }))).toBe('order_has_payments');
    await till.send('order.complete', { orderId });
    expect(causesOf(await till.send('order.hold', { orderId }))).toEqual(['order_changed_meanwhile']);
    expect(causesOf(await till.send('order.void', { orderId, reason: 'left' }))).toEqual(['order_changed_meanwhile']);
    const other = (await draft()).id;
    const given = await till.send('order.void', { orderId: other, reason: 'left' }, { approvedBy: 'user:boss' });
    expect(given).toMatchObject({ order: { status: 'voided' }, conflicts: [] });
    expect(await till.send('order.void', { orderId: other, reason: 'left' })).toEqual(given);
    expect(await codeOf(till.send('order.recall', { orderId: other }))).toBe('taken');
  });
});

describe('giving back', () => {
  const sold = async (): Promise<string> => {
    const { body } = await till.ring({ lines: [{ sku: 'coffee', quantity: '2' }] });
    return (await till.send('order.place', body)).order.id;
  };

  test('what was given back is a refund, once', async () => {
    const orderId = await sold();
    const refund = { orderId, refundId: newId(), amount: USD(300), reason: 'cold' };
    const given = await till.send('order.refund', refund, { approvedBy: 'user:boss' });
    expect(given).toMatchObject({ order: { status: 'partially_refunded' }, conflicts: [] });
    expect(await till.send('order.refund', refund)).toEqual(given);
    expect((await orderOf(orderId)).refunds).toMatchObject([{ amount: USD(300), approvedBy: 'user:boss' }]);
  });

  test('more than is left: so much as is left, and a conflict says what went out', async () => {
    const orderId = await sold();
    await day.ok('POST', `/orders/${orderId}/refunds`, { amount: USD(400), reason: 'cold' });
    const more = { orderId, reason: 'cold', paid: USD(600) };
    const capped = await till.send('order.refund', { ...more, refundId: newId(), amount: USD(600) });
    expect(capped.conflicts).toEqual([
      {
        cause: 'refund_over_remaining',
        facts: expect.objectContaining({ asked: USD(600), refunded: USD(200), paid: USD(600) }),
      },
    ]);
    const nothing = await till.send('order.refund', { ...more, refundId: newId(), amount: USD(600) });
    expect(nothing.conflicts).toMatchObject([{ cause: 'refund_over_remaining', facts: { refunded: null } }]);
    expect(await orderOf(orderId)).toMatchObject({ status: 'refunded', refunds: [{}, {}] });
    const lineId = (await orderOf(orderId)).lines[0].id;
    const byLine = { ...more, refundId: newId(), lines: [{ lineId, quantity: '1' }] };
    expect(causesOf(await till.send('order.refund', byLine))).toEqual(['refund_over_remaining']);
  });

  test('an order that was never settled gives nothing back', async () => {
    const { id: orderId } = await draft();
    const refund = { orderId, refundId: newId(), amount: USD(300), reason: 'cold' };
    expect(await codeOf(till.send('order.refund', refund))).toBe('order_not_refundable');
  });
});

test('a sale of a day that is closed counts, marked late, in the next; all its money with it', async () => {
  const yesterday = dayAfter(day.today, -1);
  const at = new Date(`${yesterday}T12:00:00Z`);
  const whole = await till.ring({ lines, at });
  const parts = await till.ring({ lines, at, complete: false });
  await day.ok('POST', `/outlets/${day.outletId}/days/${yesterday}/close`, { reason: 'evening' });
  const late = { late: true, bookedOn: day.today, businessDate: yesterday };
  const { order } = await till.send('order.place', whole.body, { at });
  expect(await orderOf(order.id)).toMatchObject({ status: 'completed', ...late });
  const { id: orderId } = (await till.send('order.place', parts.body, { at })).order;
  const payment = { id: newId(), tender: 'cash', amount: USD(300) };
  await till.send('order.add_payment', { orderId, payment }, { at });
  await till.send('order.complete', { orderId }, { at });
  expect(await orderOf(orderId)).toMatchObject({ status: 'completed', ...late });
});

test('a clock that is ahead by days loses nothing', async () => {
  const now = new Date();
  const at = new Date(now.getTime() + 36 * 3_600_000);
  const { body } = await till.ring({ lines, at: now });
  const ahead = { ...body, order: { ...body.order, placedAt: at.toISOString() } };
  const { order } = await till.send('order.place', ahead, { at, now });
  expect((await orderOf(order.id)).placedAt).toBe(now.toISOString());
});

test('after all of it, no rule is broken', async () => {
  const { body } = await service.call('GET', '/invariants');
  expect(body.invariants.flatMap(({ examples }: { examples: object[] }) => examples)).toEqual([]);
  expect(body.violations).toBe(0);
});
