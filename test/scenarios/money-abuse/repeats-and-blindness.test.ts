import { randomUUID } from 'node:crypto';
import { operations } from '../../harness/contract.js';
import { openDrawerShop, USD, type DrawerShop, type Person } from '../drawers/drawer-shop.js';

// What a cashier must not learn before the count is handed in, and that nothing is done twice.

const CASHIER = [
  ...['orders:read', 'orders:write', 'catalog:read', 'outlets:read', 'tenant:read', 'streams:read', 'kitchen:read'],
  ...['gift_cards:read', 'loyalty:read', 'drawers:open', 'tenders:read', 'shifts:clock'],
];
/** Sums that appear in nothing but what the drawer should hold: the float, and what is in it after a sale. */
const [FLOAT, SOLD] = [10_007, 1_234];
const EXPECTED = FLOAT + SOLD;

let shop: DrawerShop;
let cashier: Person;
beforeAll(async () => {
  shop = await openDrawerShop();
  cashier = await shop.person(CASHIER);
});
afterAll(() => shop.service.close());

test('a cashier reads nowhere what the drawer should hold before the count is handed in', async () => {
  const { id, drawerId } = await shop.session(FLOAT, cashier);
  await shop.book(id, 'sale', SOLD);
  const { outletId } = shop;
  const ids: Record<string, string> = { tenant: shop.service.tenant.slug, sessionId: id, outletId, drawerId };
  const reads = operations.filter(({ method, template, isSigned, isByAddress }) => {
    return method === 'GET' && !template.endsWith('/stream') && !isSigned && !isByAddress;
  });
  const withheld = async (): Promise<void> => {
    for (const operation of reads) {
      const path = operation.template.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? randomUUID());
      const { text } = await shop.call('GET', path, undefined, cashier);
      expect([operation.template, text]).toEqual([operation.template, expect.not.stringContaining(String(EXPECTED))]);
      expect([operation.template, text]).toEqual([operation.template, expect.not.stringContaining(`:${SOLD},`)]);
    }
  };
  await withheld();
  await shop.done('POST', `/drawer-sessions/${id}/counts`, { counted: USD(9000) }, cashier);
  await shop.done('POST', `/drawer-sessions/${id}/count`, undefined, cashier);
  await withheld();
  const closed = await shop.done('POST', `/drawer-sessions/${id}/close`, { counted: USD(9000) }, cashier);
  expect(closed).toMatchObject({ expected: USD(EXPECTED), counted: USD(9000) });
});

test('each command that moves money says the same when repeated, does it once, and takes a key', async () => {
  const { id } = await shop.session(50_000);
  const { id: other } = await shop.session(50_000);
  const { outletId, service } = shop;
  const reason = 'because of the test';
  const money = { amount: USD(100), reason };
  const at = `/drawer-sessions/${id}`;
  await shop.done('POST', `/outlets/${outletId}/safe/adjustments`, { amount: USD(50_000), reason });
  const commands: [path: string, body: object][] = [
    [`${at}/paid-in`, money],
    [`${at}/paid-out`, { ...money, category: 'petty_cash', receiptReference: 'slip' }],
    [`${at}/skims`, money],
    [`${at}/tip-outs`, { ...money, person: 'ben' }],
    [`${at}/no-sale`, { reason }],
    [`${at}/transfers`, { ...money, toSessionId: other }],
    [`${at}/counts`, { counted: USD(1) }],
    [`/outlets/${outletId}/safe/adjustments`, money],
    [`/outlets/${outletId}/deposits`, { amount: USD(100) }],
    ['/drawers', { outletId, name: 'Twice' }],
    ['/drawer-trays', { outletId, name: 'Twice' }],
    ['/shifts', { outletId, job: 'waiter' }],
    ['/house-accounts', { number: 'D-2', name: 'Twice', limit: USD(100) }],
    ['/payouts', { provider: 'simulator', payee: '254700000001', outletId, ...money }],
    ['/tips/adjustments', { outletId, personId: 'ben', ...money }],
    ['/approvals', { action: 'order.refund', targetId: id, outletId, ...money }],
  ];
  for (const [path, body] of commands) {
    const keyless = await service.call('POST', path, { body, withoutKey: true });
    expect([path, keyless.status, keyless.body.code]).toEqual([path, 400, 'idempotency_key_missing']);
    const headers = { 'Idempotency-Key': randomUUID() };
    const first = await service.call('POST', path, { body, headers });
    expect([path, first.status < 300]).toEqual([path, true]);
    const again = await service.call('POST', path, { body, headers });
    expect([path, again.status, again.text]).toEqual([path, first.status, first.text]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  }
  // In 100, out 100 four times: by paid-out, skim, tip-out and transfer.
  expect(await shop.done('GET', at)).toMatchObject({ expected: USD(50_000 - 300), noSales: 1 });
  expect((await shop.done('GET', `${at}/counts`)).data).toHaveLength(1);
});
