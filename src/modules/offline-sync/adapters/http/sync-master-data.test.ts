import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Client } from 'pg';
import { startService, type TestService, type TestTenant } from '../../../../../test/harness/service.js';
import { StreamClient } from '../../../../../test/harness/stream-client.js';
import { linkDevice } from '../../../../../test/harness/test-device.js';
import { BusyShop } from './busy-shop.examples.js';
import { MasterDataCopy, type Ask } from './master-data-copy.examples.js';

let service: TestService;
let tenant: TestTenant;
let shop: BusyShop;
let nowMs = Date.now();

beforeAll(async () => {
  service = await startService({ SECRETS_KEY: randomBytes(32).toString('base64') }, () => nowMs);
});
afterAll(() => service.close());
beforeEach(async () => {
  nowMs = Date.now();
  tenant = await service.createTenant();
  shop = await new BusyShop(service, tenant).open();
});

const ask: Ask = (path, headers = {}) => service.call('GET', path, { tenant, headers });
const copyOf = (outlet = 0) => new MasterDataCopy(ask, shop.outlets[outlet]);

test('every kind of change comes, and nothing but it', async () => {
  const made = async (names: string[], choice: number) => {
    for (const name of names) await shop.changes(choice)[name]?.();
  };
  await made(['add item', 'add item', 'add item', 'add item', 'add item', 'add group', 'add role'], 0);
  await made(['add book', 'add promotion', 'add person', 'add drawer'], 0);
  await made(['add promotion'], 3);
  const copy = await copyOf().load();
  const steps: [name: string, choice: number, sections: string[]][] = [
    ['add item', 0, ['items']],
    ['change item', 1, ['items']],
    ['delete item', 1, ['items']],
    ['restore item', 1, ['items']],
    ['run out', 1, ['availability']],
    ['count', 8, ['availability']],
    ['labels', 0, ['labelRules']],
    ['change group', 2, ['modifierGroups']],
    ['attach to item', 0, ['modifierAttachments']],
    ['detach from item', 0, ['modifierAttachments']],
    ['define combo', 0, ['combos']],
    ['remove combo', 0, ['combos']],
    ['delete group', 0, ['modifierGroups']],
    ['add book', 0, ['pricebooks', 'pricebookEntries']],
    ['rename book', 0, ['pricebooks']],
    ['add promotion', 0, ['promotions']],
    ['issue codes', 0, ['promotions']],
    ['pause promotion', 0, ['promotions']],
    ['add person', 0, ['staff']],
    ['give PIN', 0, ['staff']],
    ['disable person', 0, ['staff']],
    ['change outlet', 0, ['outlet']],
    ['change tax', 2, ['outlet']],
    ['set tender', 1, ['tenders']],
    ['add drawer', 0, ['drawers']],
    ['add table', 0, ['tables']],
    ['change table', 1, ['tables']],
    ['change table', 0, ['tables']],
    ['run drawers', 2, ['drawerPolicy']],
    ['ask approval', 0, ['approvalRules']],
  ];
  for (const [name, choice, sections] of steps) {
    await made([name], choice);
    expect([name, await copy.follow()]).toEqual([name, sections]);
    expect(copy.shown()).toEqual((await copyOf().load()).shown());
  }
  expect(await copy.follow()).toEqual([]);
}, 120_000);

test('changes make of any copy what a snapshot is', async () => {
  const made = new Set<string>();
  const choices = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 20, maxLength: 60 });
  const property = fc.asyncProperty(choices, choices, fc.integer({ min: 1, max: 30 }), async (before, after, limit) => {
    tenant = await service.createTenant();
    shop = await new BusyShop(service, tenant).open();
    for (const name of ['add item', 'add item', 'add group', 'add book', 'add person']) await shop.changes(0)[name]?.();
    for (const choice of before) await shop.change(choice);
    const copies = [await copyOf(0).load(), await copyOf(1).load()];
    for (const [index, choice] of after.entries()) {
      await shop.change(choice);
      if (index % 7 === 0) await copies[0]?.follow(limit);
    }
    for (const [outlet, copy] of copies.entries()) {
      await copy.follow(limit);
      expect(copy.shown()).toEqual((await copyOf(outlet).load()).shown());
    }
    for (const what of shop.made.keys()) made.add(what);
  });
  await fc.assert(property, { numRuns: 3 });
  expect(made.size).toBeGreaterThan(25); // of refusals alone nothing could be learnt
}, 240_000);

test('where nothing has changed the answer is 304', async () => {
  const copy = await copyOf().load();
  await copy.follow();
  const path = `/sync/changes?cursor=${copy.cursor}&outletId=${shop.outlets[0]}`;
  expect((await ask(path, { 'If-None-Match': copy.etag })).status).toBe(304);
  expect((await ask(path)).body).toEqual({ changes: [], cursor: copy.cursor, more: false });
  await shop.changes(0)['add item']?.();
  expect((await ask(path, { 'If-None-Match': copy.etag })).status).toBe(200);
});

test('a device gets its own outlet, and its people on its kind of device', async () => {
  const [here = '', there = ''] = shop.outlets;
  const staff = (displayName: string, assignments: object[]) =>
    service.call('POST', '/staff', { tenant, body: { displayName, assignments } });
  await staff('Here', [{ role: 'cashier', outlets: [here] }]);
  await staff('There', [{ role: 'cashier', outlets: [there] }]);
  await staff('Kiosk', [{ role: 'cashier', outlets: null, deviceKinds: ['kiosk'] }]);
  const till = await linkDevice(service, { outletId: here, tenant });
  const copy = await new MasterDataCopy((path, headers) => till.call('GET', path, { headers })).load();
  expect(copy.of('outlet')).toMatchObject([{ id: here }]);
  expect(copy.of('device')).toMatchObject([
    { id: till.id, kind: 'till', licence: { status: 'unlimited' }, receiptSeries: 'T1', nextReceiptNumber: 1 },
  ]);
  expect(copy.of('staff')).toMatchObject([{ displayName: 'Here', roles: ['cashier'], hasPin: false, pinSetAt: null }]);
  expect(JSON.stringify(copy.shown())).not.toContain(there);
  expect((await till.call('GET', `/sync/snapshot?outletId=${there}`)).body.code).toBe('sync_outlet_not_found');
  expect(await copy.follow()).toEqual([]);
  await shop.changes(1)['brand']?.();
  expect(await copy.follow()).toEqual(['device']);
  const role = { code: 'runner', name: 'Runner', permissions: ['orders:read'] };
  await service.call('POST', '/roles', { tenant, body: role });
  await staff('Runner', [{ role: 'runner', outlets: [here] }]);
  expect(await copy.follow()).toEqual(['staff']);
  const permissions = ['drawers:read', 'orders:read'];
  await service.call('PATCH', '/roles/runner', { tenant, body: { permissions, reason: 'helps' } });
  expect(await copy.follow()).toEqual(['staff']);
  expect(copy.of('staff')).toMatchObject([{ displayName: 'Here' }, { displayName: 'Runner', permissions }]);
});

test('a PIN is told of by since when there is one, each time it is set', async () => {
  const [outletId = ''] = shop.outlets;
  const body = { displayName: 'With PIN', assignments: [{ role: 'cashier', outlets: [outletId] }] };
  const { id } = (await service.call('POST', '/staff', { tenant, body })).body;
  const till = await linkDevice(service, { outletId, tenant });
  const copy = await new MasterDataCopy((path, headers) => till.call('GET', path, { headers })).load();
  const since = (): unknown => {
    const people = copy.of('staff') as { id: string; pinSetAt: string | null }[];
    return people.find((person) => person.id === id)?.pinSetAt;
  };
  expect(since()).toBeNull();
  const set = (pin: string) =>
    service.call('PUT', `/staff/${id}/pin`, { tenant, body: { pin, reason: 'forgotten', confirm: true } });
  expect((await set('4826')).status).toBe(200);
  expect(await copy.follow()).toEqual(['staff']);
  const first = since();
  expect(first).toEqual(expect.any(String));
  nowMs += 1_000;
  expect((await set('7193')).status).toBe(200);
  expect(await copy.follow()).toEqual(['staff']);
  expect(Date.parse(String(since()))).toBe(Date.parse(String(first)) + 1_000);
});

test('cursors of others, of other databases and of no one are refused', async () => {
  const [here, there] = shop.outlets;
  const { cursor } = await copyOf().load();
  const codeOf = async (path: string) => {
    const { status, body } = await ask(path);
    return [status, body.code];
  };
  expect(await codeOf(`/sync/changes?cursor=${cursor}&outletId=${there}`)).toEqual([410, 'cursor_gone']);
  expect(await codeOf(`/sync/changes?cursor=${cursor}`)).toEqual([422, 'sync_outlet_required']);
  expect(await codeOf(`/sync/changes?cursor=${cursor}x&outletId=${here}`)).toEqual([400, 'cursor_invalid']);
  expect(await codeOf(`/sync/snapshot?chunk=${cursor}&outletId=${here}`)).toEqual([400, 'cursor_invalid']);
  expect(await codeOf(`/sync/snapshot?outletId=${crypto.randomUUID()}`)).toEqual([404, 'sync_outlet_not_found']);
  const mine = tenant;
  tenant = await service.createTenant();
  expect(await codeOf(`/sync/snapshot?outletId=${here}`)).toEqual([404, 'sync_outlet_not_found']);
  expect(await codeOf(`/sync/changes?cursor=${cursor}&outletId=${here}`)).toEqual([404, 'sync_outlet_not_found']);
  tenant = mine;
  // The database as it was before some changes that the device has.
  await shop.changes(0)['add item']?.();
  const ahead = await copyOf().load();
  const owner = new Client({ connectionString: service.database.ownerUrl });
  await owner.connect();
  await owner.query('update master_data_revisions set catalog = catalog - 1 where tenant_id = $1', [tenant.id]);
  await owner.end();
  expect(await codeOf(`/sync/changes?cursor=${ahead.cursor}&outletId=${here}`)).toEqual([410, 'cursor_gone']);
});

test('what sells out comes, and what is only counted does not', async () => {
  const [outletId = ''] = shop.outlets;
  const item = {
    sku: 'tea',
    name: 'Tea',
    category: 'Food',
    price: { amount: 100, currency: 'USD' },
    taxCategory: 'standard',
  };
  await service.call('POST', '/catalog/items', { tenant, body: item });
  const body = { available: true, remaining: '2' };
  await service.call('PUT', `/outlets/${outletId}/availability/tea`, { tenant, body });
  const copy = await copyOf().load();
  const sell = async () => {
    const lines = [{ sku: 'tea', quantity: '1' }];
    const sold = await service.call('POST', '/orders', { tenant, body: { outletId, channel: 'counter', lines } });
    expect(sold.status).toBe(201);
  };
  await sell();
  expect(await copy.follow()).toEqual([]);
  expect(copy.of('availability')).toMatchObject([{ sku: 'tea', counted: true, soldOut: false }]);
  await sell();
  expect(await copy.follow()).toEqual(['availability']);
  expect(copy.of('availability')).toMatchObject([{ soldOut: true, available: true }]);
});

test('what time alone changes comes after ten minutes', async () => {
  const copy = await copyOf().load();
  const effect = { kind: 'percent_off', rate: '10' };
  const validTo = new Date(nowMs + 60_000).toISOString();
  const wish = { name: 'Short', activation: 'automatic', effect, validTo };
  const { body } = await service.call('POST', '/promotions', { tenant, body: wish });
  await service.call('POST', `/promotions/${body.id}/activate`, { tenant, body: {} });
  expect(await copy.follow()).toEqual(['promotions']);
  nowMs += 120_000;
  expect(await copy.follow()).toEqual([]);
  nowMs += 480_000;
  expect(await copy.follow()).toEqual(['promotions']);
  expect(copy.of('promotions')).toEqual([]);
});

test('a device hears that something has changed, and not what', async () => {
  const [outletId = ''] = shop.outlets;
  const till = await linkDevice(service, { outletId, tenant });
  const url = `${service.baseUrl}/v1/${tenant.slug}/pos/outlets/${outletId}/stream?topics=sync`;
  const stream = await StreamClient.open(url, { token: till.token, headers: { DPoP: till.proof('GET', url) } });
  await shop.changes(0)['add person']?.();
  await stream.until(() => stream.events.length > 0);
  expect(stream.events[0]).toMatchObject({ type: 'pos.staff.created', data: { tenant: tenant.slug } });
  expect(Object.keys(stream.events[0]?.data as object)).not.toContain('data');
  stream.cut();
});
