import { EXIT } from '../../../src/posctl/exit-codes.js';
import { posctl as posctlIn } from '../../../src/posctl/posctl.examples.js';
import { activate, DeviceKey } from '../../harness/test-device.js';
import { openDeviceShop, type DeviceShop } from './device-shop.js';

let shop: DeviceShop;
let environment: Record<string, string>;
beforeAll(async () => {
  shop = await openDeviceShop();
  const { baseUrl, tenant } = shop.service;
  environment = { POS_URL: baseUrl, POS_TENANT: tenant.slug, POS_API_KEY: tenant.apiKey };
});
afterAll(() => shop.service.close());

const posctl = (...args: string[]) => posctlIn(args, environment);

test('a device is linked, locked, sent a text and unlinked from the command line', async () => {
  const link = ['devices', 'link', 'Counter left', '--outlet', 'Shop A', '--json'];
  expect((await posctl(...link, '--dry-run')).out).toContain('"dryRun":true');
  const { code } = JSON.parse((await posctl(...link)).out) as { code: string };
  const linked = await activate(shop.service, code, new DeviceKey(shop.now));
  const { id } = linked.body.device as { id: string };
  expect((await posctl('devices', 'list')).out).toMatch(/^Counter left +till +online +dpop +1\.0\.0 +0 /m);
  expect((await posctl('devices', 'message', id, 'Last orders')).out).toBe(`Sent to device ${id}.\n`);
  expect((await posctl('devices', 'lock', id)).code).toBe(EXIT.usage);
  const why = ['--reason', 'lost'];
  expect((await posctl('devices', 'lock', id, ...why)).out).toBe(`Device ${id} ("Counter left") is locked.\n`);
  expect((await posctl('devices', 'lock', id, ...why)).code).toBe(EXIT.conflict);
  expect((await posctl('devices', 'unlock', id, ...why)).out).toContain('is active');
  expect((await posctl('devices', 'unlink', id, ...why, '--yes')).out).toContain('is unlinked');
  expect((await posctl('devices', 'list', '--status', 'unlinked', '--json')).out).toContain(id);
});
