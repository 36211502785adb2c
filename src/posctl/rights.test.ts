import { startService, type TestService } from '../../test/harness/service.js';
import { posctl } from './posctl.examples.js';

let service: TestService;
let environment: Readonly<Record<string, string>>;
beforeAll(async () => {
  service = await startService();
  const { slug, apiKey } = service.tenant;
  environment = { POS_URL: service.baseUrl, POS_TENANT: slug, POS_API_KEY: apiKey };
});
afterAll(() => service.close());

const DAY_MS = 86_400_000;

async function make(name: string, days: number): Promise<string> {
  const expiresAt = new Date(Date.now() + days * DAY_MS).toISOString();
  const body = { name, mode: 'test', permissions: ['orders:read'], expiresAt };
  return (await service.call('POST', '/api-keys', { body })).body.id as string;
}

test('keys that end soon are listed, the soonest first', async () => {
  const later = await make('later', 20);
  const sooner = await make('sooner', 5);
  await make('much later', 200);
  const { code, out } = await posctl(['api-keys', 'expiring', '--jsonl'], environment);
  const ids = out
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: string }).id);
  expect({ code, ids }).toEqual({ code: 0, ids: [sooner, later] });
  expect((await posctl(['api-keys', 'expiring', '--days', '1'], environment)).out).not.toContain('sooner');
});

test('a key is rotated, its successor shown once, and revoked with a reason', async () => {
  const id = await make('shop', 50);
  expect((await posctl(['api-keys', 'rotate', id, '--dry-run'], environment)).out).toContain('would get a successor');
  const { code, out } = await posctl(['api-keys', 'rotate', id], environment);
  expect({ code, key: out.trim() }).toEqual({ code: 0, key: expect.stringMatching(/^pos_test_/) });
  await posctl(['api-keys', 'revoke', id, '--reason', 'laptop & bag stolen', '--yes'], environment);
  expect((await service.call('GET', `/api-keys/${id}`)).body).toMatchObject({ revokeReason: 'laptop & bag stolen' });
});

test('roles and permissions are listed', async () => {
  const roles = await posctl(['roles', 'list', '--permission', 'orders:refund'], environment);
  expect(roles.out).toContain('supervisor');
  expect(roles.out).not.toMatch(/^cashier/m);
  const permissions = await posctl(['permissions', '--role', 'cashier'], environment);
  expect(permissions.out).toContain('orders:write');
  expect(permissions.out).not.toContain('orders:refund');
});
