import { demoStaff } from '../seed/demo-staff.js';
import { demoTenant } from '../seed/demo-tenant.js';
import { coffeeSale, latteQuote, welcome, type Welcome } from './welcome.js';

const tenant = demoTenant('demo', 'demo');
const demo: Welcome = {
  ...{ baseUrl: 'http://127.0.0.1:4100', tenant, apiKey: 'pos_test_x', demoFile: '.data/demo.json' },
  ...{ staff: demoStaff(tenant), linkCode: 'PDEG-F2ZJ', database: 'PostgreSQL', seconds: 1.23 },
};

/** What stands behind a word in the list of the welcome. */
function told(word: string, of: Welcome = demo): string | undefined {
  return new RegExp(`^  ${word} +(.*)$`, 'm').exec(welcome(of))?.[1];
}

test('a stranger finds the addresses, a key, four PINs, a code for a till and a sale', () => {
  expect(told('Till')).toBe('http://127.0.0.1:4100/till/#business=demo&code=PDEG-F2ZJ');
  expect(told('API')).toBe('http://127.0.0.1:4100/v1/demo/pos');
  expect(told('API key')).toBe('pos_test_x');
  expect(told('PINs')?.match(/\b\d{4} \w+ \w+, (?:cashier|bartender|manager|owner)\b/g)).toHaveLength(4);
  expect(told('Link code')).toMatch(/^PDEG-F2ZJ, good for one till at Corner Café/);
  expect(welcome(demo)).toContain(coffeeSale(demo.baseUrl, tenant, demo.apiKey));
  expect(welcome(demo)).toContain(latteQuote(demo.baseUrl, tenant, demo.apiKey));
});

test('where too many codes wait it says how one is made', () => {
  expect(told('Till', { ...demo, linkCode: undefined })).toBe('http://127.0.0.1:4100/till/');
  expect(told('Link code', { ...demo, linkCode: undefined })).toMatch(/^none, .*docs\/guides\/link-a-device\.md$/);
});
