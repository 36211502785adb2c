import { randomUUID } from 'node:crypto';
import { KES, MoneyShop, PRICE } from './money-shop.js';

jest.setTimeout(120_000);

let shop: MoneyShop;
let path: string;

beforeAll(async () => {
  shop = await MoneyShop.open();
  path = `/v1/${shop.tenant.slug}/integrations/payment-connections`;
});
afterAll(() => shop.close());

async function connectionOf(provider: string): Promise<{ id: string; [member: string]: unknown }> {
  const { data } = (await shop.call('GET', `${path}?provider=${provider}`)).body;
  expect(data).toHaveLength(1);
  return data[0];
}
const settingsOf = () => ({ shortcode: '600000', callbackBase: 'https://pos.example.com', baseUrl: shop.mpesa.url });

test('secrets are shown by four characters at most, and never again in full', async () => {
  const shown = await connectionOf('mpesa');
  expect(shown).toMatchObject({
    secrets: { consumerKey: '…', consumerSecret: '…0001', passkey: '…skey' },
    callbackToken: null,
    active: true,
    version: 1,
  });
  const all = [shown, (await shop.call('GET', `${path}/${shown.id}`)).body, shop.service.log];
  const { consumerSecret, passkey } = shop.mpesa.account;
  for (const secret of [consumerSecret, passkey, shop.tokens.mpesa]) expect(JSON.stringify(all)).not.toContain(secret);
});

test('writing the mask keeps the value; what is new counts', async () => {
  const { id } = await connectionOf('mpesa');
  const put = (secrets: object, headers = {}) =>
    shop.service.call('PUT', `${path}/${id}`, {
      tenant: shop.tenant,
      body: { provider: 'mpesa', settings: settingsOf(), secrets },
      headers,
    });
  expect((await put({ passkey: '…skey' })).body).toMatchObject({ version: 1 });
  expect((await shop.call('POST', `${path}/${id}/test`)).body).toMatchObject({ testFailure: null });
  const wrong = await put({ consumerSecret: 'a wrong secret 9999' });
  expect(wrong.body).toMatchObject({
    version: 2,
    secrets: { consumerSecret: '…9999', passkey: '…skey' },
    callbackToken: null,
  });
  const tested = await shop.call('POST', `${path}/${id}/test`);
  expect(tested.body.testFailure).toContain('Invalid Authentication passed');
  expect(await put({}, { 'If-Match': '"1"' })).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
  expect((await put({ consumerSecret: shop.mpesa.account.consumerSecret })).body.version).toBe(3);
  expect(await put({ passkey: '…nope' })).toMatchObject({ status: 422, body: { code: 'payment_connection_invalid' } });
});

test('what the provider needs is said by place; private addresses are refused', async () => {
  const settings = { callbackBase: 'https://pos.example.com', baseUrl: 'https://10.0.0.1' };
  const answer = await shop.call('PUT', `${path}/${randomUUID()}`, { provider: 'mpesa', settings });
  expect(answer).toMatchObject({ status: 422, body: { code: 'payment_connection_invalid' } });
  const places = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer);
  expect(places).toEqual([
    '/settings/shortcode',
    '/settings/baseUrl',
    '/secrets/consumerKey',
    '/secrets/consumerSecret',
    '/secrets/passkey',
  ]);
});

test('one connection for a provider and place', async () => {
  const body = { provider: 'mpesa', settings: settingsOf(), secrets: shopSecrets() };
  const second = await shop.call('PUT', `${path}/${randomUUID()}`, body);
  expect(second).toMatchObject({ status: 409, body: { code: 'payment_connection_exists' } });
  const own = await shop.call('PUT', `${path}/${randomUUID()}`, { ...body, outletId: shop.outletId });
  expect(own).toMatchObject({ status: 200, body: { callbackToken: expect.stringMatching(/^.{43}$/) } });
  await shop.call('POST', `${path}/${own.body.id}/disable`);
  const order = await shop.order();
  expect(await shop.pay(order.id, 'mpesa')).toMatchObject({ status: 'failed' }); // off for this outlet
  await shop.call('POST', `${path}/${own.body.id}/enable`);
  expect(await shop.pay(order.id, 'mpesa')).toMatchObject({ status: 'pending' });
  await shop.mpesaCallsBack(shop.lastPush(), shop.mpesa.answer(shop.lastPush()));
});
const shopSecrets = () => {
  const { shortcode: _shortcode, ...secrets } = shop.mpesa.account;
  return secrets;
};

test('cents are refused before anything is asked', async () => {
  const order = await shop.order();
  const before = shop.mpesa.pushes.length;
  const payment = await shop.pay(order.id, 'mpesa', KES(12_550));
  expect(payment).toMatchObject({ status: 'failed' });
  expect((await shop.called('GET', `/charges/${payment.id}`)).reason).toBe('amount_not_whole_units');
  expect(shop.mpesa.pushes.length).toBe(before);
});

test('a provider that says no, and one that is not heard of', async () => {
  const order = await shop.order();
  shop.mpesa.troubles.push('busy');
  expect(await shop.pay(order.id, 'mpesa')).toMatchObject({ status: 'failed' });
  shop.mpesa.troubles.push('before'); // the line is cut before an answer: it may have arrived
  const payment = await shop.pay(order.id, 'mpesa');
  expect(payment.status).toBe('pending');
  const before = shop.mpesa.paths.filter((one) => one.includes('processrequest')).length;
  await shop.check(payment.id);
  expect(shop.mpesa.paths.filter((one) => one.includes('processrequest')).length).toBe(before); // never pushed twice
});

test.each([
  ['nothing', ''],
  ['no JSON', '{'],
  ['JSON that is no callback', '{"hello":1}'],
  ['a list', '[]'],
  ['a stray text', '"x"'],
])('an odd body is 400: %s', async (_, body) => {
  const address = `/v1/${shop.tenant.slug}/integrations/payments/mpesa/${shop.tokens.mpesa}`;
  const answer = await shop.service.call('POST', address, { token: null, withoutKey: true, body });
  expect(answer.status).toBe(400);
});

test('a body that is too large is not read', async () => {
  const answer = await shop.callBack('mpesa', { hello: 'x'.repeat(70_000) });
  expect(answer.status).toBe(413);
});

test('another provider’s word opens nothing; a rotated one is dead', async () => {
  const { id } = await connectionOf('airtel_money');
  const collected = { transaction: { id: 'nobody', status_code: 'TF', message: 'x', airtel_money_id: 'y' } };
  const crossed = `/v1/${shop.tenant.slug}/integrations/payments/airtel_money/${shop.tokens.mpesa}`;
  expect(await shop.callBack('airtel_money', collected, crossed)).toMatchObject({ status: 404 });
  expect((await shop.callBack('airtel_money', collected)).status).toBe(200);
  const { callbackToken } = (await shop.call('POST', `${path}/${id}/rotate-callback-token`)).body;
  expect((await shop.callBack('airtel_money', collected)).status).toBe(404);
  const fresh = `/v1/${shop.tenant.slug}/integrations/payments/airtel_money/${callbackToken}`;
  expect((await shop.callBack('airtel_money', collected, fresh)).status).toBe(200);
});

test('Orange Money: its token must be the one that the request returned', async () => {
  const order = await shop.order();
  const payment = await shop.pay(order.id, 'orange_money', PRICE, { completeWhenPaid: true });
  expect(payment.status).toBe('pending');
  const asked = shop.orange.payments.at(-1);
  if (asked === undefined) throw new Error('Orange was not asked');
  expect(asked).toMatchObject({ amount: 1250, currency: 'KES', orderId: expect.stringMatching(/^[a-z0-9]{26}$/) });
  // The customer is to be sent to Orange's page; events are for many, and never have it.
  const { paymentUrl } = await shop.called('GET', `/charges/${payment.id}`);
  expect(paymentUrl).toContain(asked.payToken);
  const address = new URL(asked.notifUrl).pathname;
  const said = shop.orange.answer(asked, 'SUCCESS');
  const forged = await shop.callBack('orange_money', { ...said, notif_token: 'another' }, address);
  expect(forged).toMatchObject({ status: 404, body: { code: 'payment_callback_unknown' } });
  expect((await shop.callBack('orange_money', said, address)).status).toBe(200);
  await shop.check(payment.id);
  expect(await shop.shown(order.id)).toMatchObject({
    status: 'completed',
    payments: [{ status: 'captured', reference: asked.txnid }],
  });
  expect(await shop.called('GET', `/charges/${payment.id}`)).toMatchObject({ status: 'captured', paymentUrl: null });
  expect(await shop.eventsWith(paymentUrl)).toBe(0);
});

test('Airtel: unsigned is a hint, ambiguous is asked again, paid in the end', async () => {
  const order = await shop.order();
  const payment = await shop.pay(order.id, 'airtel_money', PRICE, { payer: { phone: '254730000002' } });
  const collection = shop.airtel.collections.at(-1);
  if (collection === undefined) throw new Error('Airtel was not asked');
  shop.airtel.answer(collection, 'TA');
  await shop.check(payment.id);
  expect((await shop.paymentOf(order.id)).status).toBe('pending');
  shop.airtel.answer(collection, 'TS');
  await shop.check(payment.id);
  expect(await shop.paymentOf(order.id)).toMatchObject({ status: 'captured', reference: collection.airtelMoneyId });
});

test('who may act for one outlet sees nothing of the others', async () => {
  const outletKey = await shop.service.createKey(shop.tenant, { outlets: [shop.outletId as never] });
  const seen = await shop.service.call('GET', path, { token: outletKey });
  expect(seen.body.data.map(({ outletId }: { outletId: string }) => outletId)).toEqual([shop.outletId]);
  const { data } = (await shop.call('GET', `${path}?provider=orange_money`)).body;
  expect((await shop.service.call('GET', `${path}/${data[0].id}`, { token: outletKey })).status).toBe(404);
});
