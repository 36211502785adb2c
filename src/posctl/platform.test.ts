import { startService, type TestService } from '../../test/harness/service.js';
import { EXIT } from './exit-codes.js';
import { posctl } from './posctl.examples.js';

// The vendor's commands, on an installation that begins empty.

/** Seeding is many small requests, on a machine that does other things, too. */
const SEEDED_WITHIN_MS = 120_000;

let service: TestService;
let database: Record<string, string>;
let vendor: Record<string, string>;
beforeAll(async () => {
  service = await startService({ AUTH_CACHE_MS: '0' });
  database = { DATABASE_URL: service.database.ownerUrl };
  const { out } = await posctl(['platform', 'key', '--name', 'portal', '--json'], database);
  const { apiKey } = JSON.parse(out) as { apiKey: string };
  vendor = { POS_URL: service.baseUrl, POS_TENANT: 'platform', POS_API_KEY: apiKey };
});
afterAll(() => service.close());

async function registered(slug: string): Promise<string> {
  const owner = { name: 'Amina Yusuf', email: 'amina@example.com' };
  const body = { name: 'Acme', slug, currency: 'KES', region: 'east-africa', owner, channel: 'email' };
  const token = vendor['POS_API_KEY'] ?? '';
  const { id } = (await service.call('POST', '/v1/platform/registrations', { body, token })).body as { id: string };
  const path = `/v1/platform/registrations/${id}/confirm`;
  const opened = await service.call('POST', path, { body: { reason: 'known in person' }, token });
  return (opened.body as { apiKey: string }).apiKey;
}

test('the key of the platform opens the platform, and is shown once', async () => {
  const plain = await posctl(['platform', 'key'], database);
  expect(plain.out).toMatch(/^POS_TENANT=platform\nPOS_API_KEY=pos_live_\w+\n$/);
  expect(plain.err).toContain('the only time');
  expect(await posctl(['platform', 'key', '--dry-run'], database)).toMatchObject({ code: EXIT.done });
  expect((await posctl(['businesses', 'list'], vendor)).code).toBe(EXIT.done);
});

test('a business is suspended and resumed by hand, with a reason', async () => {
  const key = await registered('acme');
  const listed = await posctl(['businesses', 'list', '--region', 'east-africa', '--jsonl'], vendor);
  expect(JSON.parse(listed.out)).toMatchObject({ slug: 'acme', status: 'active' });
  expect((await posctl(['businesses', 'suspend', 'acme', '--yes'], vendor)).code).toBe(EXIT.usage);
  const suspended = await posctl(['businesses', 'suspend', 'acme', '--reason', 'unpaid', '--yes'], vendor);
  expect(suspended).toMatchObject({ code: EXIT.done, out: 'Business acme (Acme) is suspended.\n' });
  expect((await service.call('GET', '/v1/acme/pos/tenant', { token: key })).status).toBe(403);
  const dry = await posctl(['businesses', 'resume', 'acme', '--reason', 'paid', '--dry-run'], vendor);
  expect(dry.out).toContain('is suspended; nothing was changed');
  expect((await posctl(['businesses', 'resume', 'acme', '--reason', 'paid'], vendor)).code).toBe(EXIT.done);
  expect((await service.call('GET', '/v1/acme/pos/tenant', { token: key })).status).toBe(200);
  expect((await posctl(['businesses', 'resume', 'nobody', '--reason', 'paid'], vendor)).code).toBe(EXIT.notFound);
});

test(
  'a tenant is made with all that the demo has',
  async () => {
    const line = [
      'tenant',
      'create',
      'trial',
      '--currency',
      'KES',
      '--time-zone',
      'Africa/Nairobi',
      '--demo',
      '--json',
    ];
    const { code, out } = await posctl(line, database);
    expect(code).toBe(EXIT.done);
    const { apiKey: token, outletId } = JSON.parse(out) as { apiKey: string; outletId: string };
    const sale = { outletId, lines: [{ sku: 'latte' }], complete: false };
    expect((await service.call('POST', '/v1/trial/pos/orders', { body: sale, token })).status).toBe(201);
    expect((await posctl(line, database)).code).toBe(EXIT.conflict);
  },
  SEEDED_WITHIN_MS,
);
