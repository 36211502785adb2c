import { SilenceWatch } from '../../../src/modules/devices/application/silence-watch.js';
import { Client } from 'pg';
import { linkDevice, type TestDevice } from '../../harness/test-device.js';
import { openDeviceShop, refusalOf, type DeviceShop } from './device-shop.js';

let shop: DeviceShop;
let otherOutlet: string;
beforeAll(async () => {
  shop = await openDeviceShop();
  otherOutlet = await shop.outletOf(shop.service.tenant, 'B');
});
afterAll(() => shop.service.close());

const MINUTE_MS = 60_000;
const linked = (name: string, more: object = {}): Promise<TestDevice> => {
  const { service, outletId, now } = shop;
  return linkDevice(service, { outletId, now, name, ...more });
};
const one = (device: TestDevice) => shop.called('GET', `/devices/${device.id}`);

/** Types of the events that were told of a device. */
async function eventsOf({ id }: TestDevice): Promise<string[]> {
  const client = new Client({ connectionString: shop.service.database.ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [shop.service.tenant.id]);
    const { rows } = await client.query<{ type: string }>(
      'select type from events where aggregate_id = $1 order by sequence',
      [id],
    );
    return rows.map(({ type }) => type);
  } finally {
    await client.end();
  }
}

test('a sign of life says how the device is, and costs no event', async () => {
  const device = await linked('Till 1');
  const time = new Date(shop.now() + 90_000).toISOString();
  const heard = await device.beat({
    ...{ appVersion: '1.2.3', queueDepth: 4, oldestQueuedAt: '2026-03-06T10:00:00Z', battery: 81, charging: false },
    ...{ network: 'wifi', deviceTime: time, configurationRevision: 1 },
  });
  expect(heard).toMatchObject({
    status: 200,
    body: {
      ...{ clockSkewMs: 90_000, status: 'active', lockReason: null, commands: [], configurationRevision: 1 },
      serverTime: new Date(shop.now()).toISOString(),
    },
  });
  expect(await one(device)).toMatchObject({
    health: 'online',
    state: { appVersion: '1.2.3', queueDepth: 4, battery: 81, charging: false, clockSkewMs: 90_000, network: 'wifi' },
  });
  expect(await eventsOf(device)).toEqual(['pos.device.linked']);
});

test('the number of a configuration grows with each change, and 304 says that there was none', async () => {
  const device = await linked('Till 2');
  const path = '/devices/self/configuration';
  const first = await device.call('GET', path);
  const etag = first.headers.get('etag') ?? '';
  expect(first).toMatchObject({ status: 200, body: { revision: 1 } });
  const same = await device.call('GET', path, { headers: { 'If-None-Match': etag } });
  expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', etag]);
  const branding = { logo: null, primaryColour: '#aa0000', accentColour: '#0b7285', backgroundColour: '#ffffff' };
  await shop.called('PUT', '/branding', branding);
  await shop.called('PUT', '/devices/policy', { minimumAppVersion: '1.0.0' });
  expect((await device.beat()).body.configurationRevision).toBe(2);
  const second = await device.call('GET', path, { headers: { 'If-None-Match': etag } });
  expect(second).toMatchObject({ status: 200, body: { revision: 2, branding, minimumAppVersion: '1.0.0' } });
  const bad = await shop.service.call('PUT', '/branding', { body: { ...branding, logo: 'http://cdn.example/a.png' } });
  expect(refusalOf(bad)).toEqual([422, 'branding_invalid']);
});

test('settings that somebody else changed meanwhile are not overwritten', async () => {
  const branding = { logo: null, primaryColour: '#aa0000', accentColour: '#0b7285', backgroundColour: '#ffffff' };
  const { version } = (await shop.called('GET', '/branding')) as { version: number };
  const headers = { 'If-Match': `"${version + 7}"` };
  expect((await shop.service.call('PUT', '/branding', { body: branding, headers })).status).toBe(412);
});

test('a locked device only says how it is, hears why, and works again when it is unlocked', async () => {
  const device = await linked('Till 3');
  await shop.called('POST', `/devices/${device.id}/lock`, { reason: 'lost on the ferry' });
  expect(await device.call('GET', '/outlets')).toMatchObject({ status: 403 });
  const heard = await device.beat({ queueDepth: 2 });
  expect(heard.body).toMatchObject({ status: 'locked', lockReason: 'lost on the ferry', commands: [{ kind: 'lock' }] });
  expect(await one(device)).toMatchObject({ health: 'locked', status: 'locked', state: { queueDepth: 2 } });
  await shop.called('POST', `/devices/${device.id}/unlock`, { reason: 'found' });
  const done = (heard.body.commands as { id: string }[]).map(({ id }) => id);
  const again = await device.beat({ acknowledged: done });
  expect(again.body).toMatchObject({ status: 'active', commands: [{ kind: 'unlock' }] });
  expect((await device.call('GET', '/outlets')).status).toBe(200);
});

test('commands wait until the device has done them, and can be taken back', async () => {
  const device = await linked('Till 4');
  const path = `/devices/${device.id}`;
  const message = await shop.called('POST', `${path}/messages`, { text: 'Last orders' });
  const update = await shop.called('POST', `${path}/commands`, { kind: 'update' });
  await shop.called('POST', `${path}/sign-out`, { reason: 'end of shift' });
  const kindsOf = (answer: { body: { commands: { kind: string }[] } }) => answer.body.commands.map(({ kind }) => kind);
  const first = await device.beat();
  expect(kindsOf(first)).toEqual(['message', 'update', 'sign_out']);
  expect(first.body.commands[0]).toMatchObject({ text: 'Last orders' });
  await shop.called('DELETE', `${path}/commands/${update.id}`);
  expect(kindsOf(await device.beat({ acknowledged: [message.id] }))).toEqual(['sign_out']);
  const { data } = await shop.called('GET', `${path}/commands`);
  expect(data.map(({ kind, status }: Record<string, string>) => [kind, status])).toEqual([
    ['sign_out', 'pending'],
    ['update', 'withdrawn'],
    ['message', 'acknowledged'],
  ]);
  expect(refusalOf(await shop.service.call('DELETE', `${path}/commands/${update.id}`))).toEqual([
    409,
    'device_command_not_pending',
  ]);
});

test('another machine with the same key raises the alarm once, until somebody has looked', async () => {
  const device = await linked('Till 5');
  const alarm = 'pos.device.clone_suspected';
  const alarms = async (): Promise<number> => (await eventsOf(device)).filter((type) => type === alarm).length;
  await device.beat({ fingerprint: 'machine-0002' });
  await device.beat();
  await device.beat({ fingerprint: 'machine-0002' });
  expect(await alarms()).toBe(1);
  expect(await one(device)).toMatchObject({ health: 'suspect', state: { machines: 2 } });
  await device.beat({ fingerprint: 'machine-0003' });
  expect(await alarms()).toBe(2);
  await shop.called('POST', `/devices/${device.id}/clear-suspicion`, { reason: 'repaired' });
  await device.beat({ fingerprint: 'machine-0003' });
  expect(await alarms()).toBe(2);
  expect((await one(device)).health).toBe('online');
});

test('a device is moved and unlinked only when nothing waits on it, or somebody insists', async () => {
  const device = await linked('Till 6');
  const path = `/devices/${device.id}`;
  await device.beat({ queueDepth: 3 });
  const move = await shop.service.call('PATCH', path, { body: { outletId: otherOutlet } });
  expect(refusalOf(move)).toEqual([409, 'device_has_queue']);
  const end = { reason: 'sold' };
  expect(refusalOf(await shop.service.call('POST', `${path}/unlink`, { body: end }))).toEqual([
    409,
    'device_has_queue',
  ]);
  await device.beat({ queueDepth: 0 });
  const stale = await shop.service.call('PATCH', path, { body: { name: 'Bar' }, headers: { 'If-Match': '"9"' } });
  expect(stale.status).toBe(412);
  const moved = await shop.called('PATCH', path, { outletId: otherOutlet, name: 'Bar', idleLockMinutes: 3 });
  expect(moved).toMatchObject({ outletId: otherOutlet, name: 'Bar', idleLockMinutes: 3 });
  expect((await device.call('GET', '/devices/self/configuration')).body).toMatchObject({
    outlet: { id: otherOutlet },
    sessions: { idleLockMinutes: 3 },
  });
  await device.beat({ queueDepth: 3 });
  const ended = await shop.called('POST', `${path}/unlink`, { reason: 'stolen', force: true });
  expect(ended).toMatchObject({ status: 'unlinked', unlinkReason: 'stolen' });
  expect((await shop.called('GET', path)).health).toBeNull();
  const { data } = await shop.called('GET', `${path}/timeline`);
  expect(data.map(({ type }: { type: string }) => type)).toEqual([
    'pos.device.unlinked',
    'pos.device.changed',
    'pos.device.linked',
  ]);
  expect(data[0]).toMatchObject({ reason: 'stolen' });
});

test('silence is told of once, and so is the end of it', async () => {
  const device = await linked('Till 7');
  const watch = shop.service.api.container.get(SilenceWatch);
  await watch.round();
  shop.clock.ms += 16 * MINUTE_MS;
  expect((await one(device)).health).toBe('offline');
  await watch.round();
  await watch.round();
  expect(await eventsOf(device)).toEqual(['pos.device.linked', 'outlet.offline_alert']);
  await device.beat();
  await device.beat();
  expect(await eventsOf(device)).toEqual(['pos.device.linked', 'outlet.offline_alert', 'pos.device.back_online']);
  expect((await one(device)).health).toBe('online');
});

test('the fleet is listed by name, page by page, and narrowed', async () => {
  const { service, outletOf, now } = shop;
  const tenant = await service.createTenant();
  const outletId = await outletOf(tenant, 'A');
  for (const name of ['Tablet %', 'Bar', 'Counter'])
    await linkDevice(service, { outletId, now, tenant, name, kind: name === 'Bar' ? 'kitchen_display' : 'till' });
  const list = async (query: string) => (await service.call('GET', `/devices${query}`, { tenant })).body;
  const namesOf = ({ data }: { data: { name: string }[] }) => data.map(({ name }) => name);
  const first = await list('?limit=2');
  expect(namesOf(first)).toEqual(['Bar', 'Counter']);
  expect(namesOf(await list(`?limit=2&cursor=${first.nextCursor}`))).toEqual(['Tablet %']);
  expect(namesOf(await list('?kind=kitchen_display'))).toEqual(['Bar']);
  expect(namesOf(await list('?q=%25'))).toEqual(['Tablet %']);
  expect(namesOf(await list('?health=online&status=active&binding=dpop'))).toHaveLength(3);
  await service.call('PUT', '/devices/policy', { tenant, body: { minimumAppVersion: '1.0.1' } });
  expect(namesOf(await list('?health=outdated'))).toHaveLength(3);
  expect(namesOf(await list('?health=suspect'))).toEqual([]);
});

test('who acts for one outlet sees and holds the devices of that one only', async () => {
  const { service } = shop;
  const device = await linked('Till 8');
  const token = await service.createKey(service.tenant, { outlets: [otherOutlet as never] });
  expect(refusalOf(await service.call('GET', `/devices/${device.id}`, { token }))).toEqual([404, 'device_not_found']);
  const body = { reason: 'mischief' };
  expect(refusalOf(await service.call('POST', `/devices/${device.id}/lock`, { token, body }))).toEqual([
    404,
    'device_not_found',
  ]);
  const names = (await service.call('GET', '/devices', { token })).body.data as { outletId: string }[];
  expect(names.every(({ outletId }) => outletId === otherOutlet)).toBe(true);
});
