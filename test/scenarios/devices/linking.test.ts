import { activate, DeviceKey, linkDevice, makeLinkCode } from '../../harness/test-device.js';
import { openDeviceShop, refusalOf, type DeviceShop } from './device-shop.js';

let shop: DeviceShop;
beforeAll(async () => {
  shop = await openDeviceShop({ DEVICE_SECRET_ALLOWED: 'yes', PUBLIC_URL: 'https://pos.example' });
});
afterAll(() => shop.service.close());

const MINUTE_MS = 60_000;

async function codeOf(more: object = {}): Promise<{ id: string; code: string; qr: string; qrSvg: string }> {
  return shop.called('POST', '/devices/link-codes', {
    outletId: shop.outletId,
    kind: 'till',
    name: 'Counter',
    ...more,
  });
}

test('a code is shown once, to be typed or scanned, and is kept nowhere', async () => {
  const { service, outletId } = shop;
  const headers = { 'Idempotency-Key': 'make-one-code' };
  const body = { outletId, kind: 'tablet', name: 'Terrace' };
  const made = await service.call('POST', '/devices/link-codes', { body, headers });
  expect(made).toMatchObject({ status: 201, body: { status: 'open', deviceId: null, kind: 'tablet' } });
  const { code, qr, qrSvg } = made.body;
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(qr).toBe(`https://pos.example/link#business=${service.tenant.slug}&code=${code}`);
  expect(qrSvg).toMatch(/^<svg /);
  const again = await service.call('POST', '/devices/link-codes', { body, headers });
  expect(again).toMatchObject({ status: 201, body: { id: made.body.id, code: null, qr: null, qrSvg: null } });
  const listed = await service.call('GET', '/devices/link-codes?status=open');
  expect(listed.body.data[0]).toMatchObject({ id: made.body.id, status: 'open' });
  expect(listed.text).not.toContain(code);
  expect(service.log.join('\n')).not.toContain(code);
  const withdrawn = await service.call('DELETE', `/devices/link-codes/${made.body.id}`);
  expect(withdrawn).toMatchObject({ status: 200, body: { status: 'withdrawn' } });
  expect(refusalOf(await activate(service, code, new DeviceKey(shop.now)))).toEqual([401, 'credentials_refused']);
});

test('the answer to a new device has all that it works by', async () => {
  const { service, outletId, now } = shop;
  const device = await linkDevice(service, { outletId, now, name: 'Front' });
  const { id: businessId, slug } = service.tenant;
  expect(device.activated).toMatchObject({
    device: { outletId, name: 'Front', kind: 'till', status: 'active', binding: 'dpop', idleLockMinutes: 10 },
    secret: null,
    configuration: {
      ...{ revision: 1, businessId, slug, businessName: slug, minimumAppVersion: null },
      outlet: {
        id: outletId,
        currency: 'USD',
        timeZone: 'Africa/Nairobi',
        cashRounding: null,
        tenders: ['cash', 'card'],
      },
      branding: { logo: null },
      sessions: { idleLockMinutes: 10 },
      endpoints: { base: 'https://pos.example', stream: `/v1/${slug}/pos/outlets/${outletId}/stream` },
    },
  });
  expect(device.activated.configuration.outlet.taxGroups).toMatchObject([
    { code: 'standard', mode: 'inclusive', taxes: [{ code: 'VAT', rate: '16' }] },
  ]);
  expect(device.token).toMatch(/^pos_device_/);
  expect(await device.call('GET', '/devices/self')).toMatchObject({ status: 200, body: { id: device.id } });
});

test('a screen in the kitchen never locks by itself', async () => {
  const { service, outletId, now } = shop;
  const { activated } = await linkDevice(service, { outletId, now, kind: 'kitchen_display' });
  expect(activated.device.idleLockMinutes).toBeNull();
});

test('a code links one device, however many ask at once; the same one may ask again', async () => {
  const { service, outletId, now } = shop;
  const code = await makeLinkCode(service, { outletId });
  const keys = Array.from({ length: 5 }, () => new DeviceKey(now));
  const answers = await Promise.all(keys.map((key) => activate(service, code, key)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401, 401]);
  const first = answers.findIndex(({ status }) => status === 201);
  const again = await activate(service, code.toLowerCase().replace('-', ' '), keys[first] as DeviceKey);
  const device = answers[first]?.body.device;
  expect(again).toMatchObject({ status: 201, body: { device: { id: device.id } } });
  expect(again.body.token).not.toBe(answers[first]?.body.token);
});

test('a code is good for ten minutes, and for the serial that it names', async () => {
  const { service, now } = shop;
  const key = new DeviceKey(now);
  const { code } = await codeOf({ serial: 'R58M30' });
  expect(refusalOf(await activate(service, code, key))).toEqual([401, 'credentials_refused']);
  expect(refusalOf(await activate(service, code, key, { body: { serial: 'R58M31' } }))).toEqual([
    401,
    'credentials_refused',
  ]);
  const linked = await activate(service, code, key, { body: { serial: 'R58M30' } });
  expect(linked).toMatchObject({ status: 201, body: { device: { serial: 'R58M30' } } });
  const late = await codeOf();
  shop.clock.ms += 10 * MINUTE_MS;
  expect(refusalOf(await activate(service, late.code, key))).toEqual([401, 'credentials_refused']);
});

test('what is wrong with a proof is told only to who knows a code', async () => {
  const { service, now } = shop;
  const [key, other] = [new DeviceKey(now), new DeviceKey(now)];
  const { code } = await codeOf();
  const url = `${service.baseUrl}/v1/${service.tenant.slug}/pos/devices/activations`;
  const stale = key.proof('POST', url, code, { iat: Math.floor(now() / 1_000) - 600 });
  expect(refusalOf(await activate(service, code, key, { proof: null }))).toEqual([401, 'proof_required']);
  expect(refusalOf(await activate(service, code, key, { proof: other.proof('POST', url, code) }))[1]).toBe(
    'proof_refused',
  );
  const refused = await activate(service, code, key, { proof: stale });
  expect(refused).toMatchObject({ status: 401, body: { code: 'proof_refused' } });
  expect(refused.text).toContain(new Date(now()).toISOString());
  for (const proof of [null, stale, 'nonsense'])
    expect(refusalOf(await activate(service, 'AAAA-AAAA', key, { proof }))).toEqual([401, 'credentials_refused']);
  const nowhere = { ...service.tenant, slug: 'no-such-business' };
  expect(refusalOf(await activate(service, code, key, { tenant: nowhere }))).toEqual([401, 'credentials_refused']);
  expect((await activate(service, code, key)).status).toBe(201);
});

test('a device that cannot keep a key is given a secret, where the business allows it', async () => {
  const { service, now } = shop;
  const { code } = await codeOf();
  const wish = { publicKey: undefined, binding: 'secret' };
  const linked = await activate(service, code, new DeviceKey(now), { body: wish, proof: null });
  expect(linked).toMatchObject({ status: 201, body: { device: { binding: 'secret' } } });
  const { token, secret, device } = linked.body;
  const ask = (headers: Record<string, string>) => service.call('GET', '/devices/self', { token, headers });
  expect(refusalOf(await ask({}))).toEqual([401, 'proof_required']);
  expect(refusalOf(await ask({ 'POS-Device-Secret': 'guess' }))).toEqual([401, 'proof_refused']);
  expect((await ask({ 'POS-Device-Secret': secret })).status).toBe(200);
  const fleet = await shop.called('GET', '/devices?binding=secret');
  expect(fleet.data).toMatchObject([{ id: device.id, binding: 'secret' }]);
});

test('where it is not allowed, a secret is refused to who knows a code', async () => {
  const strict = await openDeviceShop();
  try {
    const { service, outletId, now } = strict;
    const code = await makeLinkCode(service, { outletId });
    const more = { body: { publicKey: undefined, binding: 'secret' }, proof: null };
    expect(refusalOf(await activate(service, code, new DeviceKey(now), more))).toEqual([
      403,
      'device_secret_not_allowed',
    ]);
  } finally {
    await strict.service.close();
  }
});

test('twenty wrong codes close linking for a while, and every answer looks the same', async () => {
  const { service, now, outletOf, called } = shop;
  const tenant = await service.createTenant();
  const outletId = await outletOf(tenant, 'B');
  const key = new DeviceKey(now);
  const code = await makeLinkCode(service, { outletId, tenant });
  const answers: string[] = [];
  for (let tries = 0; tries < 20; tries += 1) {
    const refused = await activate(service, `AAAA-AA${String(tries).padStart(2, '0')}`, key, { tenant });
    answers.push(JSON.stringify({ ...refused.body, traceId: undefined }));
  }
  const closed = await activate(service, code, key, { tenant });
  expect(new Set([...answers, JSON.stringify({ ...closed.body, traceId: undefined })]).size).toBe(1);
  // Nobody else's linking is closed, and the code is still there when it opens again: it is made anew as it has expired.
  expect((await activate(service, (await codeOf()).code, new DeviceKey(now))).status).toBe(201);
  shop.clock.ms += 10 * MINUTE_MS;
  const next = await makeLinkCode(service, { outletId, tenant });
  expect((await activate(service, next, key, { tenant })).status).toBe(201);
  expect((await called('GET', '/devices')).data.length).toBeGreaterThan(1);
});

test('without a key to keep codes by none is made', async () => {
  const poor = await openDeviceShop({ SECRETS_KEY: '' });
  try {
    const body = { outletId: poor.outletId, kind: 'till', name: 'Counter' };
    const refused = await poor.service.call('POST', '/devices/link-codes', { body });
    expect(refusalOf(refused)).toEqual([409, 'secrets_not_configured']);
    const key = new DeviceKey(poor.now);
    expect(refusalOf(await activate(poor.service, 'AAAA-AAAA', key))).toEqual([401, 'credentials_refused']);
  } finally {
    await poor.service.close();
  }
});

test('a hundred codes may be open, no more', async () => {
  const { service, outletOf } = shop;
  const tenant = await service.createTenant();
  const outletId = await outletOf(tenant, 'C');
  for (let made = 0; made < 100; made += 1) await makeLinkCode(service, { outletId, tenant });
  const body = { outletId, kind: 'till', name: 'Counter' };
  expect(refusalOf(await service.call('POST', '/devices/link-codes', { body, tenant }))).toEqual([
    409,
    'too_many_link_codes',
  ]);
});

test('many devices are made ready at once, each code for one serial', async () => {
  const { service, outletId, now } = shop;
  const devices = ['S1', 'S2', 'S3'].map((serial) => ({ serial, kind: 'tablet', outletId, name: `Tablet ${serial}` }));
  const twice = { devices: [...devices, devices[0]] };
  expect(refusalOf(await service.call('POST', '/devices/provisioning-batches', { body: twice }))).toEqual([
    422,
    'provisioning_batch_invalid',
  ]);
  const batch = await shop.called('POST', '/devices/provisioning-batches', { devices, hours: 168 });
  expect(batch).toMatchObject({ size: 3, withdrawnAt: null });
  shop.clock.ms += 100 * 60 * MINUTE_MS;
  const [first, second] = batch.devices as { code: string; serial: string }[];
  const key = new DeviceKey(now);
  const wrong = await activate(service, first?.code ?? '', key, { body: { serial: 'S2' } });
  expect(refusalOf(wrong)).toEqual([401, 'credentials_refused']);
  expect((await activate(service, first?.code ?? '', key, { body: { serial: 'S1' } })).status).toBe(201);
  const path = `/devices/provisioning-batches/${batch.id}`;
  const shown = await shop.called('GET', path);
  expect(shown.devices.map(({ serial, status }: { serial: string; status: string }) => [serial, status])).toEqual([
    ['S1', 'used'],
    ['S2', 'open'],
    ['S3', 'open'],
  ]);
  expect(JSON.stringify(shown)).not.toContain(second?.code);
  await shop.called('POST', `${path}/withdraw`);
  expect((await shop.called('GET', path)).devices[1].status).toBe('withdrawn');
  const late = await activate(service, second?.code ?? '', new DeviceKey(now), { body: { serial: 'S2' } });
  expect(refusalOf(late)).toEqual([401, 'credentials_refused']);
  expect((await shop.called('GET', '/devices/provisioning-batches')).data[0].id).toBe(batch.id);
});

test('what people type is screened for card numbers', async () => {
  const body = { outletId: shop.outletId, kind: 'till', name: '4111 1111 1111 1111' };
  const refused = await shop.service.call('POST', '/devices/link-codes', { body });
  expect(refusalOf(refused)).toEqual([422, 'card_data_not_allowed']);
});
