import { randomBytes } from 'node:crypto';
import { openShop, type Shop } from '../../faults/shop.js';
import { startService, type TestService } from '../../harness/service.js';
import { linkDevice } from '../../harness/test-device.js';

let service: TestService;
let shop: Shop;
beforeAll(async () => {
  service = await startService({ SECRETS_KEY: randomBytes(32).toString('base64') });
  shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
});
afterAll(() => service.close());

type Kind = NonNullable<Parameters<typeof linkDevice>[1]['kind']>;

/** Links a device. @returns its id, its series, and what its configuration says of receipts. */
async function linked(outletId: string, kind: Kind = 'till') {
  const device = await linkDevice(service, { outletId, kind });
  const { body } = await device.call('GET', '/devices/self');
  const configuration = (await device.call('GET', '/devices/self/configuration')).body;
  const { receiptSeries, nextReceiptNumber } = configuration;
  expect(receiptSeries).toBe(body.receiptSeries);
  return { device, id: body.id as string, receiptSeries, nextReceiptNumber };
}

test('each device of an outlet has a series of its own, by its kind; screens have none', async () => {
  const { id: outletId } = shop.outlets[0];
  const kinds: readonly Kind[] = ['till', 'till', 'kiosk', 'tablet', 'kitchen_display', 'till'];
  const series: unknown[] = [];
  for (const kind of kinds) {
    const { receiptSeries, nextReceiptNumber } = await linked(outletId, kind);
    series.push([receiptSeries, nextReceiptNumber]);
  }
  expect(series).toEqual([
    ['T1', 1],
    ['T2', 1],
    ['K1', 1],
    ['M1', 1],
    [null, null],
    ['T3', 1],
  ]);
});

test('a till that forgot goes on after its last receipt; one that moves gets a series of its new outlet', async () => {
  const { id: outletId } = shop.outlets[0];
  const { device, id, receiptSeries } = await linked(outletId);
  const sale = { outletId, lines: [{ sku: 'coffee' }] };
  for (const number of ['000007', '000012', '1000000']) {
    const receiptNumber = `${receiptSeries}-${number}`;
    const placed = await service.call('POST', '/orders', { body: { ...sale, receiptNumber } });
    expect([placed.status, placed.body.receiptNumber]).toEqual([201, receiptNumber]);
    const receipt = await service.call('GET', `/orders/${placed.body.id}/receipt`, {
      headers: { Accept: 'text/plain' },
    });
    expect(receipt.text).toContain(`Receipt ${receiptNumber}`);
  }
  expect((await device.call('GET', '/devices/self/configuration')).body.nextReceiptNumber).toBe(1_000_001);
  const other = shop.outlets[1]?.id;
  const moved = await service.call('PATCH', `/devices/${id}`, { body: { outletId: other } });
  expect(moved).toMatchObject({ status: 200, body: { outletId: other, receiptSeries: 'T1' } });
});
