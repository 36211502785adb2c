import { openShop } from '../../../../../test/faults/shop.js';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';

let service: TestService;
let outletId: string;
beforeAll(async () => {
  service = await startService();
  const shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
  outletId = shop.outlets[0].id;
  for (const item of [
    { sku: 'chewing-gum', barcodes: ['4006381333931', '012345678905', '00123457'], plu: '04011' },
    { sku: 'cola', barcode: '042100005264' },
    { sku: 'cheese', unit: 'kg', measure: 'weight', price: 1990, plu: '12345' },
    { sku: '880601', unit: 'g', measure: 'weight', price: 2 },
    { sku: 'salmon', unit: 'kg', measure: 'weight', price: 2500, barcode: '2302148200006' },
    { sku: 'ham', unit: 'lb', measure: 'weight', price: 999, barcode: '09521234543213' },
    { sku: 'pie', unit: 'each', price: 350, plu: '42' },
    { sku: 'odd', barcode: '4006381333932' },
    { sku: '4071', name: 'named like a PLU' },
    { sku: 'tomato', plu: '4071' },
  ]) {
    const { price = 100, ...more } = item as { sku: string; price?: number };
    const body = {
      name: item.sku,
      category: 'c',
      taxCategory: 'standard',
      price: { amount: price, currency: 'USD' },
      ...more,
    };
    const answer = await service.call('POST', '/catalog/items', { body });
    expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  }
});
afterAll(() => service.close());

const lookUp = (code: string, at = outletId): Promise<Answer> =>
  service.call('GET', `/catalog/lookup?code=${encodeURIComponent(code)}&outletId=${at}`);
const putRules = (body: object, headers: Record<string, string> = {}): Promise<Answer> =>
  service.call('PUT', `/outlets/${outletId}/label-rules`, { body, headers });

test.each([
  ['4006381333931', 'chewing-gum', 'barcode', 'valid'],
  ['04006381333931', 'chewing-gum', 'barcode', 'valid'],
  ['0012345678905', 'chewing-gum', 'barcode', 'valid'],
  [']E04006381333931', 'chewing-gum', 'barcode', 'valid'],
  ['04252614', 'cola', 'barcode', 'valid'],
  ['4011', 'chewing-gum', 'plu', 'none'],
  ['04011', 'chewing-gum', 'plu', 'none'],
  ['chewing-gum', 'chewing-gum', 'sku', 'none'],
  ['4071', 'tomato', 'plu', 'none'],
  ['4006381333932', 'odd', 'barcode', 'none'],
])('%s is the %s by its %s', async (code, sku, foundBy, checkDigit) => {
  expect(await lookUp(code)).toMatchObject({
    status: 200,
    body: { item: { sku }, foundBy, checkDigit, quantity: '1', price: null, source: 'plain' },
  });
});

test.each([
  ['4006381333930', 422, 'barcode_check_digit_wrong'],
  ['(01)09521234543214', 422, 'barcode_check_digit_wrong'],
  ['(01)0952123', 422, 'barcode_unreadable'],
  ['(8112)001234561234560123456', 422, 'barcode_names_no_item'],
  ['96385074', 404, 'item_not_found'],
  ['nothing', 404, 'item_not_found'],
  ['', 400, 'validation_failed'],
])('"%s" answers %i %s', async (code, status, problem) => {
  expect(await lookUp(code)).toMatchObject({ status, body: { code: problem } });
});

describe('labels of scales', () => {
  const both = (...rules: object[]): Promise<Answer> => putRules({ rules });

  test('are read by rules, which are an outlet’s own', async () => {
    const path = `/outlets/${outletId}/label-rules`;
    const none = await service.call('GET', path);
    expect(none.body).toMatchObject({ preset: null, rules: [], version: 0 });
    const set = await putRules({ preset: 'SE' }, { 'If-Match': '"0"' });
    expect(set).toMatchObject({ status: 200, body: { preset: 'SE', version: 1 } });
    expect(set.headers.get('etag')).toBe('"1"');
    expect((await putRules({ preset: 'SE' })).body.version).toBe(1);
    expect(await putRules({ preset: 'NO' }, { 'If-Match': '"7"' })).toMatchObject({ status: 412 });
    expect((await service.call('GET', path)).body).toEqual(set.body);
    const wrong = { prefix: '23', kind: 'weight', decimals: 3, itemDigits: 7, valueDigits: 4 };
    expect((await both(wrong)).body).toMatchObject({
      code: 'label_rules_invalid',
      errors: [{ pointer: '/rules/0/itemDigits' }],
    });
    expect((await putRules({})).body.code).toBe('label_rules_invalid');
  });

  test.each([
    ['SE', '2388060112344', '880601', '1234', null, 'sku'], // 1.234 kg of what is sold by the gram
    ['SE', '2188060112340', '880601', '6170', 12340, 'sku'], // 123.40 at 0.02 a gram
    ['NO', '2302148210869', 'salmon', '1.086', null, 'barcode'],
    ['US', '212345928752', 'cheese', '1.444724', 2875, 'plu'],
    ['US', '0212345928752', 'cheese', '1.444724', 2875, 'plu'],
    ['US', '200042001991', 'pie', '1', 199, 'plu'],
  ])('%s %s is %s: %s for %s', async (preset, code, sku, quantity, amount, foundBy) => {
    await putRules({ preset });
    const price = amount === null ? null : { amount, currency: 'USD' };
    expect((await lookUp(code)).body).toMatchObject({ item: { sku }, quantity, price, foundBy, source: 'label' });
  });

  test('that were misread are told apart', async () => {
    await putRules({ preset: 'US' });
    expect((await lookUp('212345928753')).body.code).toBe('barcode_check_digit_wrong');
    expect((await lookUp('212345828755')).body.code).toBe('barcode_value_check_digit_wrong');
    await both({ prefix: '21', kind: 'weight', decimals: 3, itemDigits: 5, valueDigits: 5 });
    // Sold by the piece, weighed by the label.
    expect((await lookUp('2100042001237')).body).toMatchObject({ code: 'barcode_measure_mismatch', status: 422 });
  });
});

test.each([
  ['(01)09521234543213(3103)000750', '1.653467', null],
  [']C10109521234543213320200016510LOT-1', '1.65', null],
  ['(01)09521234543213(3922)1648', '1.64965', 1648],
  [']d2010952123454321339328401648\u001d1726123110A\u001d21S7', '1.64965', 1648],
])('the GS1 element string %s is ham', async (code, quantity, amount) => {
  const price = amount === null ? null : { amount, currency: 'USD' };
  expect((await lookUp(code)).body).toMatchObject({ item: { sku: 'ham' }, quantity, price, source: 'element_string' });
});

test('batch, serial number and expiry are told; a price in another currency is not taken', async () => {
  expect((await lookUp('(01)09521234543213(17)261200(10)A/1(21)S7')).body).toMatchObject({
    ...{ batch: 'A/1', serial: 'S7', expiresOn: '2026-12-31', quantity: '1' },
  });
  expect((await lookUp('(01)09521234543213(3932)7521648')).body.code).toBe('barcode_measure_mismatch');
});

test('what is deleted is not found, and what was changed a moment ago is found as it is', async () => {
  const body = {
    sku: 'short-lived',
    name: 'x',
    category: 'c',
    taxCategory: 's',
    price: { amount: 1, currency: 'USD' },
  };
  const { id } = (await service.call('POST', '/catalog/items', { body: { ...body, barcode: 'sl-1' } })).body;
  expect((await lookUp('sl-1')).body.item.name).toBe('x');
  await service.call('PATCH', `/catalog/items/${id}`, { body: { name: 'y' } });
  expect((await lookUp('sl-1')).body.item.name).toBe('y');
  await service.call('DELETE', `/catalog/items/${id}`);
  expect([(await lookUp('sl-1')).status, (await lookUp('short-lived')).status]).toEqual([404, 404]);
});

test('an outlet of somebody else does not exist', async () => {
  const stranger = await service.createTenant();
  const { outlets } = await openShop(service.database.ownerUrl, { owner: stranger });
  expect((await lookUp('cola', outlets[0].id)).body.code).toBe('outlet_not_found');
  expect((await service.call('GET', `/outlets/${outlets[0].id}/label-rules`)).status).toBe(404);
});
