import { UrlRules, urlRuleSettings } from './url-rules.js';

const rules = new UrlRules(urlRuleSettings('443, 8443', '127.0.0.1:3000,localhost:3001,[::1]:3002,hook.test:443'));

test.each([
  'https://hooks.example.com/pos',
  'https://hooks.example.com:8443/pos?a=b',
  'HTTPS://EXAMPLE.com',
  'https://1.1.1.1/',
  'https://[2606:2800:220:1::1]/',
  'https://xn--bcher-kva.example/',
  'http://127.0.0.1:3000/hook',
  'http://2130706433:3000/hook',
  'https://localhost:3001/',
  'http://LOCALHOST:3001/',
  'http://[::1]:3002/',
  'https://hook.test/',
])('%s may be called', (url) => {
  expect(typeof rules.read(url)).not.toBe('string');
});

test.each([
  ['', 'must be a URL that begins with https://'],
  ['hooks.example.com', 'must be a URL that begins with https://'],
  ['ftp://example.com/', 'must be a URL that begins with https://'],
  ['file:///etc/passwd', 'must be a URL that begins with https://'],
  ['javascript:alert(1)', 'must be a URL that begins with https://'],
  ['https:/example.com', 'must be a URL that begins with https://'],
  ['http://example.com/', 'must begin with https://'],
  ['https://example.com:22/', 'must use one of the ports 443, 8443'],
  ['https://example.com:80/', 'must use one of the ports 443, 8443'],
  ['https://user@example.com/', 'must not contain a user or a password'],
  ['https://user:pw@example.com/', 'must not contain a user or a password'],
  ['https://:pw@127.0.0.1:3000/', 'must not contain a user or a password'],
  ['https://example.com/#part', 'must not have a fragment'],
  ['https://example.com/#', 'must not have a fragment'],
  ['https://localhost/', 'must be a public name'],
  ['https://intranet/', 'must be a public name'],
  ['https://db.internal/', 'must be a public name'],
  ['https://printer.local./', 'must be a public name'],
  ['https://a.localhost/', 'must be a public name'],
  ['https://127.0.0.1/', 'must be a public address (loopback)'],
  ['https://127.1/', 'must be a public address (loopback)'],
  ['https://2130706433/', 'must be a public address (loopback)'],
  ['https://0x7f000001/', 'must be a public address (loopback)'],
  ['https://0x7f.0.0.1/', 'must be a public address (loopback)'],
  ['https://0177.0.0.1/', 'must be a public address (loopback)'],
  ['https://017700000001/', 'must be a public address (loopback)'],
  ['https://127.0.0.1./', 'must be a public address (loopback)'],
  ['https://①②⑦.0.0.1/', 'must be a public address (loopback)'],
  ['https://0/', 'must be a public address (this network)'],
  ['https://169.254.169.254/latest/meta-data/', 'must be a public address (link-local)'],
  ['https://[::1]/', 'must be a public address (loopback)'],
  ['https://[::ffff:127.0.0.1]/', 'must be a public address (loopback)'],
  ['https://[fd00:ec2::254]/', 'must be a public address (private)'],
  ['https://[fe80::1%25eth0]/', 'must be a URL that begins with https://'],
  ['https://[64:ff9b::169.254.169.254]/', 'must be a public address (link-local)'],
  ['https://1.2.3.4.5/', 'must be a URL that begins with https://'],
  ['http://127.0.0.1:3001/', 'must begin with https://'],
  ['https://127.0.0.1:3001/', 'must use one of the ports 443, 8443'],
  [`https://example.com/${'x'.repeat(2048)}`, 'must have at most 2048 characters'],
])('%s: %s', (url, why) => {
  expect(rules.read(url)).toBe(why);
});

test.each([
  ['0', ''],
  ['443,x', ''],
  ['443', 'localhost'],
  ['443', '*:80'],
  ['443', 'a:b:80'],
])('the settings %j and %j are refused', (ports, allow) => {
  expect(() => urlRuleSettings(ports, allow)).toThrow(/^WEBHOOK_/);
});
