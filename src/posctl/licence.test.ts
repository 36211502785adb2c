import { startService, type TestService } from '../../test/harness/service.js';
import { EXIT } from './exit-codes.js';
import { posctl } from './posctl.examples.js';

// What a business may and uses, and the vendor who withdraws it.

let service: TestService;
let shop: Record<string, string>;
let vendor: Record<string, string>;
beforeAll(async () => {
  service = await startService({ AUTH_CACHE_MS: '0' });
  const { tenant, platform } = service;
  const at = ({ slug, apiKey }: typeof tenant) => ({
    ...{ POS_URL: service.baseUrl, POS_TENANT: slug, POS_API_KEY: apiKey },
  });
  shop = at(tenant);
  vendor = at(platform);
});
afterAll(() => service.close());

const assign = (plan: string) =>
  service.call('PUT', `/v1/platform/businesses/${service.tenant.slug}/licence`, { body: { plan, paidUntil: null } });

test('without a plan nothing is limited', async () => {
  const shown = await posctl(['licence', 'show'], shop);
  expect(shown.code).toBe(EXIT.done);
  expect(shown.out).toContain('No plan  unlimited\nPaid until no end, orders until no end\n');
  expect(shown.out).toContain('  devices: 0 of any number\n');
});

test('plans are listed as a table and a line each', async () => {
  const table = await posctl(['plans', 'list'], shop);
  expect(table.code).toBe(EXIT.done);
  expect(table.out).toMatch(/^CODE +NAME +BASE +PER OUTLET +OUTLETS +DEVICES +STAFF +INTEGRATIONS/);
  expect(table.out).toMatch(/^free +Free +/m);
  const lines = (await posctl(['plans', 'list', '--jsonl'], shop)).out.trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { code: string }).code)).toEqual(['free', 'pro', 'standard']);
});

test('what is used of a plan is shown', async () => {
  expect((await assign('free')).status).toBe(200);
  const outlet = { name: 'Main', timeZone: 'UTC', receiptPrefix: 'M' };
  expect((await service.call('POST', '/outlets', { body: outlet })).status).toBe(201);
  const { out } = await posctl(['licence', 'show'], shop);
  expect(out).toMatch(/^Free {2}active\n/);
  expect(out).toContain('  outlets: 1 of 1\n');
  expect(out).toContain('  orders this month: 0 of 500\n');
  const document = JSON.parse((await posctl(['licence', 'show', '--json'], shop)).out) as object;
  expect(document).toMatchObject({ plan: { code: 'free' }, status: 'active', stale: false });
});

test('a licence is revoked with a reason, by the vendor alone', async () => {
  const line = ['licence', 'revoke', service.tenant.slug];
  expect((await posctl(line, vendor)).code).toBe(EXIT.usage);
  const why = [...line, '--reason', 'stolen tills'];
  const dry = await posctl([...why, '--dry-run'], vendor);
  expect(dry).toMatchObject({
    code: EXIT.done,
    out: `The licence of ${service.tenant.slug} (active) would be revoked.\n`,
  });
  // To others these routes are not there.
  expect((await posctl(why, shop)).code).toBe(EXIT.notFound);

  const revoked = await posctl(why, vendor);
  expect(revoked).toMatchObject({ code: EXIT.done, out: `The licence of ${service.tenant.slug} is revoked.\n` });
  // What it is can still be read.
  expect((await posctl(['licence', 'show'], shop)).out).toMatch(/^Free {2}revoked\n/);
  expect((await posctl(why, vendor)).code).toBe(EXIT.conflict);
  expect((await posctl(['licence', 'revoke', 'nobody-here', '--reason', 'x'], vendor)).code).toBe(EXIT.notFound);
});
