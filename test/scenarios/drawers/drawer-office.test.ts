import { openDrawerShop, USD, type DrawerShop, type Person } from './drawer-shop.js';

const CASHIER = ['drawers:open'];
const NOWHERE = '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e';
const reason = 'because of the test';

let shop: DrawerShop;
let cashier: Person;
beforeAll(async () => {
  shop = await openDrawerShop();
  cashier = await shop.person(CASHIER);
});
afterAll(() => shop.service.close());

const path = ({ id }: { id: string }): string => `/drawer-sessions/${id}`;
const setPolicy = (more: object = {}): Promise<{ version: number }> =>
  shop.done('PUT', `/outlets/${shop.outletId}/drawer-policy`, { varianceLimit: 100, ...more }) as never;

test('drawers and trays are defined, listed, changed and put away', async () => {
  const { outletId, call } = shop;
  const tray = await shop.done('POST', '/drawer-trays', { outletId, name: 'Red', owner: cashier.id });
  const drawer = await shop.done('POST', '/drawers', { outletId, name: 'Counter 1', deviceId: 'till-1' });
  expect(drawer).toMatchObject({ name: 'Counter 1', deviceId: 'till-1', active: true, sessions: 0, version: 1 });
  expect(await call('POST', '/drawers', { outletId, name: 'Counter 1' })).toMatchObject({
    status: 409,
    body: { code: 'drawer_name_taken' },
  });
  expect(await call('POST', '/drawers', { id: drawer.id, outletId, name: 'Counter 2' })).toMatchObject({
    body: { code: 'drawer_id_taken' },
  });
  expect(await call('POST', '/drawers', { outletId: NOWHERE, name: 'x' })).toMatchObject({
    status: 404,
    body: { code: 'outlet_not_found' },
  });
  expect(await call('POST', '/drawers', { outletId, name: '4111 1111 1111 1111' })).toMatchObject({
    body: { code: 'card_data_not_allowed' },
  });
  const opened = await shop.done('POST', `/drawers/${drawer.id}/sessions`, { trayId: tray.id }, cashier);
  expect(opened).toMatchObject({ deviceId: 'till-1', trayId: tray.id, cashierId: cashier.id, number: 1 });
  expect(await call('PATCH', `/drawers/${drawer.id}`, { active: false })).toMatchObject({
    status: 409,
    body: { code: 'drawer_in_use' },
  });
  expect(await call('PATCH', `/drawer-trays/${tray.id}`, { active: false })).toMatchObject({
    body: { code: 'drawer_tray_in_use' },
  });
  const second = await shop.drawer('Counter 2');
  const device = await call('POST', `/drawers/${second}/sessions`, { deviceId: 'till-1' });
  expect(device).toMatchObject({ status: 409, body: { code: 'drawer_device_in_use' } });
  const taken = await call('POST', `/drawers/${second}/sessions`, { trayId: tray.id }, cashier);
  expect(taken).toMatchObject({ status: 409, body: { code: 'drawer_tray_in_use' } });
  const renamed = await call('PATCH', `/drawers/${second}`, { name: 'Bar' });
  expect(renamed.headers.get('etag')).toBe('"2"');
  const stale = await shop.service.call('PATCH', `/drawers/${second}`, {
    body: { active: false },
    headers: { 'If-Match': '"1"' },
  });
  expect(stale.status).toBe(412);
  await shop.done('PATCH', `/drawers/${second}`, { active: false });
  const away = await call('POST', `/drawers/${second}/sessions`, {});
  expect(away).toMatchObject({ status: 409, body: { code: 'drawer_inactive' } });
  const { data } = await shop.done('GET', `/drawers?outletId=${outletId}&active=true`);
  expect(data).toMatchObject([{ name: 'Counter 1', sessions: 1 }]);
  const first = await shop.done('GET', '/drawers?limit=1');
  const rest = await shop.done('GET', `/drawers?limit=1&cursor=${first.nextCursor}`);
  expect([first.data[0].name, rest.data[0].name, rest.nextCursor]).toEqual(['Bar', 'Counter 1', null]);
  expect((await shop.done('GET', '/drawer-trays')).data).toMatchObject([{ name: 'Red', owner: cashier.id }]);
});

test('what is not money of the drawer is refused', async () => {
  const session = await shop.session();
  const refused = async (what: string, body: object): Promise<unknown> =>
    (await shop.call('POST', `${path(session)}/${what}`, body)).body.code;
  expect(await refused('counts', {})).toBe('drawer_count_invalid');
  expect(await refused('counts', { denominations: [{ denomination: 7, count: 1 }] })).toBe('drawer_count_invalid');
  expect(await refused('counts', { counted: { amount: 1, currency: 'KES' } })).toBe('currency_mismatch');
  expect(await refused('skims', { amount: { amount: 1, currency: 'KES' } })).toBe('currency_mismatch');
  expect(await refused('skims', { amount: USD(0) })).toBe('drawer_amount_invalid');
  expect(await refused('skims', { amount: USD(1), bag: '4111111111111111' })).toBe('card_data_not_allowed');
  expect(await refused('close', { counted: USD(1) })).toBe('drawer_session_not_counting');
});

test('the safe gives floats, takes what is closed, and goes to the bank', async () => {
  const { id: outletId } = await shop.done('POST', '/outlets', {
    ...{ name: 'Second', timeZone: 'Asia/Tokyo', receiptPrefix: 'S', tenders: ['cash'] },
    taxGroups: [{ code: 'standard', name: 'Standard', mode: 'inclusive', taxes: [] }],
  });
  const at = `/outlets/${outletId}`;
  const balance = async (): Promise<number> => (await shop.done('GET', `${at}/safe`)).balance.amount as number;
  await shop.done('POST', `${at}/safe/adjustments`, { amount: USD(20_000), reason });
  const { id: drawerId } = await shop.done('POST', '/drawers', { outletId, name: 'Counter' });
  const session = await shop.done('POST', `/drawers/${drawerId}/sessions`, { float: USD(5000) });
  expect(await balance()).toBe(15_000);
  await shop.done('POST', `${path(session)}/count`);
  await shop.done('POST', `${path(session)}/close`, { counted: USD(5000), keepAsFloat: USD(1000) });
  expect(await balance()).toBe(20_000);
  const deposit = await shop.done('POST', `${at}/deposits`, { amount: USD(12_000), reference: 'bag 1' });
  expect(deposit).toMatchObject({ status: 'prepared', reference: 'bag 1', countedAmount: null, version: 1 });
  expect(await balance()).toBe(8000);
  await shop.done('POST', `${at}/deposits/${deposit.id}/deposited`, { reference: 'slip 1' });
  const confirmed = await shop.done('POST', `${at}/deposits/${deposit.id}/confirm`, { amount: USD(11_990) });
  expect(confirmed).toMatchObject({ status: 'confirmed', reference: 'slip 1', difference: USD(-10), version: 3 });
  expect(await shop.call('POST', `${at}/deposits/${deposit.id}/cancel`, { reason })).toMatchObject({ status: 409 });
  const other = await shop.done('POST', `${at}/deposits`, { amount: USD(8000) });
  await shop.done('POST', `${at}/deposits/${other.id}/cancel`, { reason });
  await shop.done('POST', `${at}/safe/adjustments`, { amount: USD(-1), reason });
  expect(await balance()).toBe(7999);
  const first = await shop.done('GET', `${at}/safe?limit=2`);
  expect(first.data).toMatchObject([
    { kind: 'safe_adjustment', amount: USD(-1), balance: USD(7999) },
    { kind: 'deposit', category: 'cancelled', balance: USD(8000) },
  ]);
  const listed = await shop.done('GET', `${at}/deposits?status=confirmed`);
  expect(listed).toMatchObject({ data: [{ id: deposit.id, countedAmount: USD(11_990) }], nextCursor: null });
  expect((await shop.call('GET', `/outlets/${shop.outletId}/deposits/${deposit.id}`)).status).toBe(404);
});

test('a policy is set, shown with the coins of the currency, and decides whether a session is required', async () => {
  const at = `/outlets/${shop.outletId}/drawer-policy`;
  await setPolicy({ sessionRequired: true, denominations: [100, 500] });
  const shown = await shop.call('GET', at, undefined, cashier);
  expect(shown.body).toMatchObject({ sessionRequired: true, denominations: [100, 500], currency: 'USD' });
  const required = () => shop.within((tx, _context, drawers) => drawers.sessionRequired(tx, shop.outletId as never));
  expect(await required()).toBe(true);
  await setPolicy();
  expect(await required()).toBe(false);
  expect((await shop.done('GET', at)).denominations).toContain(2000);
  const bad = await shop.call('PUT', at, { denominations: [1, 1] });
  expect(bad).toMatchObject({ status: 422, body: { errors: [{ pointer: '/denominations' }] } });
  const stale = await shop.service.call('PUT', at, { body: {}, headers: { 'If-Match': '"1"' } });
  expect(stale.status).toBe(412);
});
