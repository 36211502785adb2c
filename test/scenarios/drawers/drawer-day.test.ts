import { randomUUID } from 'node:crypto';
import { ForceCount } from '../../../src/modules/drawers/application/force-count.js';
import { openDrawerShop, USD, type DrawerShop, type Person } from './drawer-shop.js';

const CASHIER = ['drawers:open'];
const NOWHERE = '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e';
const reason = 'because of the test';

let shop: DrawerShop;
let cashier: Person;
let supervisor: Person;
beforeAll(async () => {
  shop = await openDrawerShop();
  cashier = await shop.person(CASHIER);
  supervisor = await shop.person([...CASHIER, 'drawers:read', 'drawers:move', 'drawers:no_sale']);
});
afterAll(() => shop.service.close());

const path = ({ id }: { id: string }): string => `/drawer-sessions/${id}`;
const setPolicy = (more: object = {}): Promise<{ version: number }> =>
  shop.done('PUT', `/outlets/${shop.outletId}/drawer-policy`, { varianceLimit: 100, ...more }) as never;

test('a shift: float, sales, movements, blind counts, handover, close, and a variance that somebody else approves', async () => {
  await setPolicy({ floatDefault: 10_000 });
  const drawerId = await shop.drawer();
  const session = await shop.done('POST', `/drawers/${drawerId}/sessions`, {}, cashier);
  expect(session).toMatchObject({ status: 'open', blind: true, expected: null, varianceState: 'none', version: 1 });
  await shop.book(session.id, 'sale', 5000);
  await shop.book(session.id, 'change', 1250);
  await shop.book(session.id, 'refund', 300);
  const move = (what: string, body: object, by = supervisor): Promise<unknown> =>
    shop.done('POST', `${path(session)}/${what}`, { reason, ...body }, by);
  await move('skims', { amount: USD(2000), bag: 'bag 7' });
  await move('paid-in', { amount: USD(100), category: 'coins' });
  await move('paid-out', { amount: USD(40), category: 'petty_cash', receiptReference: 'milk 1' });
  await move('paid-out', { amount: USD(60), category: 'deliveries', receiptReference: 'van 1' });
  await move('tip-outs', { amount: USD(500), person: 'ben' });
  await move('no-sale', {});
  expect(await shop.call('POST', `${path(session)}/skims`, { amount: USD(1) }, cashier)).toMatchObject({
    status: 403,
    body: { code: 'permission_missing', permission: 'drawers:move' },
  });
  const blind = await shop.done('POST', `${path(session)}/counts`, { counted: USD(10_950) }, cashier);
  expect(blind).toMatchObject({ session: { expected: null }, count: { kind: 'spot', expected: null, variance: null } });
  expect(await shop.done('GET', path(session))).toMatchObject({ expected: USD(10_950), noSales: 1 });
  const hidden = (await shop.done('GET', `${path(session)}/entries`, undefined, cashier)).data;
  expect(hidden.find(({ kind }: { kind: string }) => kind === 'sale')).toMatchObject({ amount: null, balance: null });
  expect(hidden.find(({ kind }: { kind: string }) => kind === 'skim')).toMatchObject({ amount: USD(-2000) });
  const { data: counts } = await shop.done('GET', `${path(session)}/counts`);
  expect(counts).toMatchObject([{ total: USD(10_950), variance: USD(0), countedBy: cashier.id }]);
  const given = await shop.done('POST', `${path(session)}/handover`, { cashierId: 'ben', count: { counted: USD(0) } });
  expect(given).toMatchObject({ session: { cashierId: 'ben' }, count: { kind: 'handover', total: USD(0) } });
  expect((await shop.call('GET', path(session), undefined, cashier)).status).toBe(404);
  await shop.done('POST', `${path(session)}/handover`, { cashierId: cashier.id });
  await shop.done('POST', `${path(session)}/count`, undefined, cashier);
  expect(await shop.book(session.id, 'sale', 1)).toBe('drawer_session_not_open');
  await shop.done('POST', `${path(session)}/reopen-count`, undefined, cashier);
  await shop.done('POST', `${path(session)}/count`, undefined, cashier);
  const pieces = [
    { denomination: 5000, count: 2 },
    { denomination: 100, count: 8 },
  ];
  const count = { denominations: pieces, keepAsFloat: USD(800) };
  const closed = await shop.done('POST', `${path(session)}/close`, count, cashier);
  expect(closed).toMatchObject({
    ...{ status: 'closed', counted: USD(10_800), expected: USD(10_950), variance: USD(-150), keptFloat: USD(800) },
    varianceState: 'pending',
  });
  const approve = (by?: Person): ReturnType<DrawerShop['call']> =>
    shop.call('POST', `${path(session)}/variance/approve`, { reason }, by);
  expect(await approve(supervisor)).toMatchObject({ status: 403, body: { permission: 'drawers:approve' } });
  expect(await approve()).toMatchObject({ status: 200, body: { varianceState: 'approved', varianceReason: reason } });
  expect(await approve()).toMatchObject({ status: 409, body: { code: 'drawer_variance_not_pending' } });
  expect(await shop.done('GET', '/drawer-sessions?varianceState=approved')).toMatchObject({
    data: [{ id: session.id }],
  });
  const { data: entries } = await shop.done('GET', `${path(session)}/entries`);
  expect(entries.map(({ kind }: { kind: string }) => kind).sort()).toEqual(
    [
      'float',
      'sale',
      'change',
      'refund',
      'skim',
      'paid_in',
      'petty_cash',
      'paid_out',
      'tip_out',
      'count',
      'close',
      'close',
    ].sort(),
  );
  expect(entries[0].balance).toEqual(USD(0));
  const next = await shop.done('POST', `/drawers/${drawerId}/sessions`, {});
  expect(next).toMatchObject({ number: 2, expected: USD(800) });
});

test('who counted does not decide on the variance', async () => {
  await setPolicy();
  const session = await shop.session();
  await shop.done('POST', `${path(session)}/count`);
  await shop.done('POST', `${path(session)}/close`, { counted: USD(0) });
  expect(await shop.call('POST', `${path(session)}/variance/reject`, { reason })).toMatchObject({
    status: 403,
    body: { code: 'drawer_variance_own_count' },
  });
});

test('cash goes from one drawer to another of the outlet', async () => {
  const [from, to] = [await shop.session(500), await shop.session(0)];
  const transfer = (toSessionId: string, amount: number): ReturnType<DrawerShop['call']> =>
    shop.call('POST', `${path(from)}/transfers`, { toSessionId, amount: USD(amount), reason });
  expect(await transfer(to.id, 501)).toMatchObject({ status: 409, body: { code: 'drawer_cash_too_low' } });
  expect(await transfer(from.id, 1)).toMatchObject({ status: 409, body: { code: 'drawer_transfer_invalid' } });
  expect(await transfer(NOWHERE, 1)).toMatchObject({ status: 404, body: { code: 'drawer_session_not_found' } });
  expect(await transfer(to.id, 200)).toMatchObject({ status: 200, body: { expected: USD(300) } });
  expect(await shop.done('GET', path(to))).toMatchObject({ expected: USD(200), version: 2 });
});

test('another tray is put in with a count', async () => {
  const tray = await shop.done('POST', '/drawer-trays', { outletId: shop.outletId, name: randomUUID() });
  const session = await shop.session(700);
  const swap = { trayId: tray.id, count: { counted: USD(700) } };
  expect(await shop.done('POST', `${path(session)}/tray`, swap)).toMatchObject({ session: { trayId: tray.id } });
  expect(await shop.call('POST', `${path(session)}/tray`, swap)).toMatchObject({ status: 409 });
  await shop.done('POST', `${path(session)}/tray`, { trayId: null, count: { counted: USD(700) } });
});

test('a caller sees and works with their own session, and no other outlet', async () => {
  const session = await shop.session(100, cashier);
  const [other, elsewhere] = [
    await shop.person(CASHIER),
    await shop.service.createKey(shop.service.tenant, { outlets: [NOWHERE as never] }),
  ];
  const stranger = { key: elsewhere, id: '' };
  for (const by of [other, stranger]) {
    expect((await shop.call('GET', path(session), undefined, by)).status).toBe(404);
    expect((await shop.call('GET', `${path(session)}/entries`, undefined, by)).status).toBe(404);
    expect((await shop.call('POST', `${path(session)}/counts`, { counted: USD(0) }, by)).status).toBe(404);
    expect((await shop.done('GET', '/drawer-sessions', undefined, by)).data).toEqual([]);
  }
  expect((await shop.call('POST', `${path(session)}/variance/approve`, { reason }, stranger)).status).toBe(404);
  expect((await shop.call('GET', `/outlets/${shop.outletId}/safe`, undefined, stranger)).status).toBe(404);
  const reader = await shop.person([...CASHIER, 'drawers:read']);
  expect(await shop.call('POST', `${path(session)}/counts`, { counted: USD(0) }, reader)).toMatchObject({
    status: 403,
  });
  const mine = await shop.done('GET', `/drawer-sessions?status=open&outletId=${shop.outletId}`, undefined, cashier);
  expect(mine.data.map(({ cashierId }: { cashierId: string }) => cashierId)).toContain(cashier.id);
  expect(mine.data.every(({ cashierId }: { cashierId: string }) => cashierId === cashier.id)).toBe(true);
  const another = { float: USD(0), cashierId: 'ben' };
  const drawerId = await shop.drawer();
  expect((await shop.call('POST', `/drawers/${drawerId}/sessions`, another, cashier)).status).toBe(403);
  expect((await shop.call('POST', `/drawers/${drawerId}/sessions`, another, supervisor)).status).toBe(201);
});

test('too much cash forces a skim, and then the drawer goes on', async () => {
  await setPolicy({ cashLimit: 5000 });
  const session = await shop.session(1000);
  const force = async (): Promise<boolean> =>
    shop.service.api.container
      .get(ForceCount)
      .execute(await shop.within((_tx, context) => Promise.resolve(context)), session.id);
  expect(await force()).toBe(false);
  await shop.book(session.id, 'sale', 4000);
  expect(await force()).toBe(true);
  expect(await force()).toBe(false);
  expect(await shop.done('GET', path(session))).toMatchObject({ countForcedBecause: 'cash_limit' });
  expect(await shop.book(session.id, 'sale', 1)).toBe('drawer_session_not_open');
  const more = await shop.call('POST', `${path(session)}/paid-in`, { amount: USD(1), reason });
  expect(more).toMatchObject({ status: 409, body: { code: 'drawer_count_forced' } });
  const skimmed = await shop.done('POST', `${path(session)}/skims`, { amount: USD(1), reason });
  expect(skimmed).toMatchObject({ countForcedAt: null });
  expect(await shop.book(session.id, 'sale', 1)).toMatch(/^[0-9a-f-]{36}$/);
  await setPolicy();
});

test('tips and accounts go through the facade, as the commands do', async () => {
  const session = await shop.session(1000);
  const cash = { sessionId: session.id as string, amount: USD(300), reason };
  await shop.within((tx, context, drawers) => drawers.tipOut(tx, context, { ...cash, person: 'ben' }));
  await shop.within((tx, context, drawers) => drawers.paidIn(tx, context, { ...cash, category: 'account_payment' }));
  const { data } = await shop.done('GET', `${path(session)}/entries`);
  expect(data).toMatchObject([
    { kind: 'paid_in', category: 'account_payment', amount: USD(300) },
    { kind: 'tip_out', person: 'ben', debitAccount: 'tips' },
    { kind: 'float' },
  ]);
  const held = await shop.within((tx, _context, drawers) => drawers.holdOpen(tx, session.id as string));
  await shop.done('POST', `${path(session)}/count`);
  const free = await shop.within((tx, _context, drawers) => drawers.holdOpen(tx, session.id as string));
  expect([held, free]).toEqual([true, false]);
  const late = shop.within((tx, context, drawers) => drawers.tipOut(tx, context, { ...cash, person: 'ben' }));
  await expect(late).rejects.toMatchObject({ code: 'drawer_session_not_open' });
});
