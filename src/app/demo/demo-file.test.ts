import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoStaff } from '../seed/demo-staff.js';
import { demoTenant } from '../seed/demo-tenant.js';
import { demoFileIn, readDemoFile, writeDemoFile } from './demo-file.js';
import { coffeeSale, latteQuote } from './welcome.js';

let file: string;
beforeEach(() => (file = demoFileIn(path.join(mkdtempSync(path.join(tmpdir(), 'pos-demo-')), 'data'))));
afterEach(() => rmSync(path.dirname(path.dirname(file)), { recursive: true, force: true }));

const tenant = demoTenant('demo', 'demo');

test('the file has what scripts need, and only its owner can read it', () => {
  writeDemoFile(file, 'http://127.0.0.1:4100', tenant, 'pos_test_x', demoStaff(tenant));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readDemoFile(file)).toMatchObject({
    baseUrl: 'http://127.0.0.1:4100',
    tenant: 'demo',
    currency: 'USD',
    apiKey: 'pos_test_x',
    outlets: [{ name: 'Corner Café', timeZone: 'America/New_York' }, { name: 'Pizza Place' }, { name: 'Market Lane' }],
    staff: demoStaff(tenant),
  });
});

test('a file that is not there, or was cut off, is as none', () => {
  expect(readDemoFile(file)).toEqual({});
  writeDemoFile(file, 'http://127.0.0.1:4100', tenant, 'pos_test_x');
  writeFileSync(file, '{"apiKey": "pos_');
  expect(readDemoFile(file)).toEqual({});
});

test('the printed command sells a coffee', () => {
  const body = /-d '(.*)'/.exec(coffeeSale('http://127.0.0.1:4100', tenant, 'pos_test_x'))?.[1] ?? '';
  expect(JSON.parse(body)).toMatchObject({
    outletId: tenant.outlets[0]?.id,
    lines: [{ sku: 'coffee', quantity: '1' }],
    complete: true,
  });
});

test('the printed quote has modifiers and a code', () => {
  const body = /-d '(.*)'/.exec(latteQuote('http://127.0.0.1:4100', tenant, 'pos_test_x'))?.[1] ?? '';
  expect(JSON.parse(body)).toMatchObject({
    lines: [{ sku: 'latte', modifiers: ['large', 'oat'] }, { sku: 'croissant' }],
    promoCodes: ['WELCOME10'],
  });
});
