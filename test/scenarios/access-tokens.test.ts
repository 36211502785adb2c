import { randomUUID } from 'node:crypto';
import { startAuthService, type AuthService } from '../harness/auth-service.js';
import { startService, type TestService } from '../harness/service.js';

let auth: AuthService;
let service: TestService;
beforeAll(async () => {
  auth = await startAuthService();
  service = await startService({ OIDC_ISSUER: auth.issuer });
});
afterAll(async () => {
  await service.close();
  await auth.close();
});

const cases = [
  { title: 'an owner, by slug', claims: (slug: string) => ({ tenant: slug, roles: ['owner'] }), status: 200 },
  {
    title: 'an owner, by id',
    claims: (_slug: string, id: string) => ({ tenant_id: id, roles: ['owner'] }),
    status: 200,
  },
  {
    title: 'a cashier',
    claims: (slug: string) => ({ tenant: slug, roles: ['cashier'] }),
    status: 403,
    code: 'permission_missing',
  },
  {
    title: 'a role nobody knows',
    claims: (slug: string) => ({ tenant: slug, roles: ['astronaut', 'constructor'] }),
    status: 403,
    code: 'permission_missing',
  },
  {
    title: 'an owner of another business',
    claims: () => ({ tenant: 'other', roles: ['owner'] }),
    status: 404,
    code: 'not_found',
  },
  {
    title: 'an owner of another business, by id',
    claims: () => ({ tenant_id: randomUUID(), roles: ['owner'] }),
    status: 404,
    code: 'not_found',
  },
  { title: 'an owner of no business', claims: () => ({ roles: ['owner'] }), status: 401, code: 'unauthenticated' },
  { title: 'no roles', claims: (slug: string) => ({ tenant: slug }), status: 401, code: 'unauthenticated' },
];

test.each(cases)('$title is answered $status', async ({ claims, status, code }) => {
  const token = await auth.token(claims(service.tenant.slug, service.tenant.id));
  const answer = await service.call('GET', '/api-keys', { token });
  expect(answer.status).toBe(status);
  expect(answer.body.code).toBe(code);
});

test('without an auth service API keys work, and access tokens are told to come again', async () => {
  const alone = await startService({ OIDC_ISSUER: 'http://127.0.0.1:1' });
  try {
    expect((await alone.call('GET', '/api-keys')).status).toBe(200);
    const answer = await alone.call('GET', '/api-keys', {
      token: await auth.token({ tenant: alone.tenant.slug, roles: ['owner'] }),
    });
    expect(answer).toMatchObject({ status: 503, body: { code: 'auth_service_unavailable', retryable: true } });
    expect(answer.headers.get('retry-after')).toBe('5');
  } finally {
    await alone.close();
  }
});
