import { randomUUID } from 'node:crypto';
import { startAuthService, type AuthService } from '../../../../../test/harness/auth-service.js';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { TRANSACTOR } from '../../../../platform/tokens.js';
import { RoleUses } from '../../application/role-uses.js';
import { RolesFacade } from '../../application/roles-facade.js';
import { BUILT_IN_ROLE_TEXTS } from '../../domain/built-in-role-texts.js';
import { PERMISSIONS } from '../../domain/permissions.js';
import { permissionsOf } from '../../domain/roles.js';

let auth: AuthService;
let service: TestService;
let owner: string;
beforeAll(async () => {
  auth = await startAuthService();
  service = await startService({ OIDC_ISSUER: auth.issuer });
  owner = await service.createKey(service.tenant, { permissions: [...permissionsOf(['owner'])] });
});
afterAll(async () => {
  await service.close();
  await auth.close();
});

const ask = (method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> =>
  service.call(method, path, { token: owner, headers, ...(body !== undefined && { body }) });
const codeOf = (): string => `r${randomUUID().slice(0, 8)}`;
const inTransaction = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> => {
  const principal = { kind: 'system', id: 'test', permissions: new Set<string>(), test: false } as const;
  const { id: tenantId, slug: tenantSlug } = service.tenant;
  const context = { tenantId, tenantSlug, principal, requestId: 'test', at: new Date() };
  return service.api.container.get(TRANSACTOR).run(context, work);
};

test('a role is made as a copy, shown, changed and removed', async () => {
  const code = codeOf();
  const made = await ask('POST', '/roles', { code, name: 'Copy', basedOn: 'bartender' });
  expect(made).toMatchObject({
    status: 201,
    body: {
      code,
      builtIn: false,
      basedOn: 'bartender',
      version: 1,
      permissions: [...permissionsOf(['bartender'])].sort(),
    },
  });
  expect(made.headers.get('location')).toBe(`/v1/${service.tenant.slug}/pos/roles/${code}`);
  const shown = await ask('GET', `/roles/${code}`);
  expect(shown.body).toEqual(made.body);
  expect(shown.headers.get('etag')).toBe('"1"');
  const changes = { permissions: ['orders:read'], dashboard: ['orders'], reason: 'reads only' };
  const changed = await ask('PATCH', `/roles/${code}`, changes, { 'If-Match': '"1"' });
  expect(changed).toMatchObject({ status: 200, body: { permissions: ['orders:read'], version: 2, name: 'Copy' } });
  const stale = await ask('PATCH', `/roles/${code}`, { name: 'x' }, { 'If-Match': '"1"' });
  expect(stale).toMatchObject({ status: 412, body: { code: 'version_mismatch', currentVersion: 2 } });
  expect(await ask('DELETE', `/roles/${code}?reason=gone`)).toMatchObject({ status: 200, body: { code } });
  expect(await ask('GET', `/roles/${code}`)).toMatchObject({ status: 404, body: { code: 'role_not_found' } });
});

test('roles are listed by code, page by page, and narrowed', async () => {
  const code = codeOf();
  await ask('POST', '/roles', { code, name: 'Night shift', permissions: ['orders:read'] });
  const all: string[] = [];
  for (let cursor = ''; ;) {
    const { body } = await ask('GET', `/roles?limit=3${cursor && `&cursor=${cursor}`}`);
    all.push(...body.data.map((role: { code: string }) => role.code));
    if (body.nextCursor === null) break;
    cursor = body.nextCursor;
  }
  expect(all).toEqual([...all].sort());
  expect(all).toContain(code);
  expect(all.filter((one) => one.startsWith('platform_'))).toEqual([]);
  const codesOf = async (query: string): Promise<string[]> =>
    (await ask('GET', `/roles?${query}`)).body.data.map((role: { code: string }) => role.code);
  expect(await codesOf('q=NIGHT')).toEqual([code]);
  expect(await codesOf('builtIn=false&q=night')).toEqual([code]);
  expect(await codesOf('builtIn=true&permission=api_keys:write')).toEqual(['business_admin', 'owner']);
  const platform = await service.call('GET', '/roles?builtIn=true', { tenant: service.platform });
  expect(platform.body.data).toHaveLength(Object.keys(BUILT_IN_ROLE_TEXTS).length);
});

test.each([
  {
    title: 'a code that is built in',
    body: { code: 'cashier', permissions: ['orders:read'] },
    status: 409,
    code: 'role_built_in',
  },
  { title: 'nothing', body: {}, status: 422, code: 'role_without_permissions' },
  { title: 'a base that is not there', body: { basedOn: 'astronaut' }, status: 422, code: 'role_base_unknown' },
  { title: 'what devices may', body: { permissions: ['devices:self'] }, status: 422, code: 'role_permission_reserved' },
  {
    title: 'what the vendor may',
    body: { permissions: ['plans:manage'] },
    status: 422,
    code: 'role_permission_reserved',
  },
  {
    title: 'the number of a card',
    body: { permissions: ['orders:read'], name: '4111 1111 1111 1111' },
    status: 422,
    code: 'card_data_not_allowed',
  },
])('a role is not made of $title', async ({ body, status, code }) => {
  expect(await ask('POST', '/roles', { code: codeOf(), name: 'x', ...body })).toMatchObject({ status, body: { code } });
});

test('what is built in is not changed, and not removed', async () => {
  for (const [method, body] of [
    ['PATCH', { name: 'x' }],
    ['DELETE', undefined],
  ] as const)
    expect(await ask(method, '/roles/cashier', body)).toMatchObject({ status: 409, body: { code: 'role_built_in' } });
});

test('nobody makes a role that allows more than they may', async () => {
  const token = await service.createKey(service.tenant, { permissions: ['roles:manage', 'orders:read'] });
  const body = { code: codeOf(), name: 'x', permissions: ['orders:read', 'orders:refund'] };
  expect(await service.call('POST', '/roles', { token, body })).toMatchObject({
    status: 403,
    body: { code: 'role_exceeds_caller' },
  });
  const template = await service.call('POST', '/role-templates/cafe/apply', { token, body: {} });
  expect(template).toMatchObject({ status: 403, body: { code: 'role_exceeds_caller' } });
});

test('of two who make the same role one does', async () => {
  const code = codeOf();
  const make = (): Promise<Answer> => ask('POST', '/roles', { code, name: 'x', permissions: ['orders:read'] });
  const answers = await Promise.all([make(), make(), make()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
});

test('a template makes the roles that are missing, and leaves those that are there', async () => {
  const { body } = await ask('GET', '/role-templates');
  expect(body.data.map((one: { code: string }) => one.code)).toEqual([
    'cafe',
    'bar_restaurant',
    'retail',
    'salon',
    'pharmacy',
  ]);
  await ask('POST', '/roles', { code: 'barista', name: 'Ours', permissions: ['orders:read'] });
  const applied = await ask('POST', '/role-templates/cafe/apply');
  expect(applied).toMatchObject({
    status: 200,
    body: { template: 'cafe', present: ['barista'], created: [{ code: 'cafe_shift_lead', template: 'cafe' }] },
  });
  expect((await ask('GET', '/roles/barista')).body.name).toBe('Ours');
  const again = await ask('POST', '/role-templates/cafe/apply');
  expect(again.body).toMatchObject({ created: [], present: ['barista', 'cafe_shift_lead'] });
  expect(await ask('POST', '/role-templates/casino/apply')).toMatchObject({
    status: 404,
    body: { code: 'role_template_not_found' },
  });
});

test('a role of the business holds for tokens of the auth service, and a change of it at once', async () => {
  const code = codeOf();
  const token = await auth.token({ tenant: service.tenant.slug, roles: [code] });
  const see = (path: string): Promise<Answer> => service.call('GET', path, { token });
  expect((await see('/api-keys')).status).toBe(403);
  await ask('POST', '/roles', { code, name: 'x', permissions: ['api_keys:read', 'tenant:read'] });
  expect((await see('/api-keys')).status).toBe(200);
  expect((await see('/permissions/mine')).body).toMatchObject({
    kind: 'user',
    permissions: ['api_keys:read', 'tenant:read'],
    outlets: null,
  });
  await ask('PATCH', `/roles/${code}`, { permissions: ['tenant:read'] });
  expect(await see('/api-keys')).toMatchObject({ status: 403, body: { permission: 'api_keys:read' } });
  await ask('DELETE', `/roles/${code}`);
  expect((await see('/permissions/mine')).status).toBe(403);
});

test('a role of the platform gives nothing of the platform in a business', async () => {
  const roles = ['platform_super_admin'];
  const mine = async (tenant: string): Promise<string[]> => {
    const token = await auth.token({ tenant, roles });
    return (await service.call('GET', `/v1/${tenant}/pos/permissions/mine`, { token })).body.permissions as string[];
  };
  expect(await mine(service.tenant.slug)).toEqual([...permissionsOf(['owner'])].sort());
  expect(await mine('platform')).toEqual([...permissionsOf(roles)].sort());
});

test('the matrix tells every permission in words, and who holds it', async () => {
  const code = codeOf();
  await ask('POST', '/roles', { code, name: 'x', permissions: ['orders:void'] });
  const { status, body } = await ask('GET', '/permissions');
  expect(status).toBe(200);
  expect(body.data.map((row: { permission: string }) => row.permission)).toEqual(PERMISSIONS);
  expect(body.data.find((row: { permission: string }) => row.permission === 'orders:void')).toMatchObject({
    ...{ group: 'sales', title: 'Cancel orders', platform: false },
    roles: expect.arrayContaining(['supervisor', 'owner', code]),
  });
  const cashier = await auth.token({ tenant: service.tenant.slug, roles: ['cashier'] });
  expect((await service.call('GET', '/permissions', { token: cashier })).status).toBe(403);
  expect((await service.call('GET', '/permissions/mine', { token: cashier })).body.permissions).toContain(
    'orders:write',
  );
});

test('other modules ask within their transactions', async () => {
  const code = codeOf();
  await ask('POST', '/roles', { code, name: 'x', permissions: ['orders:void'] });
  const roles = service.api.container.get(RolesFacade);
  expect(await inTransaction((tx) => roles.exists(tx, [code, 'cashier', 'astronaut', 'no such']))).toEqual([
    'astronaut',
    'no such',
  ]);
  expect(await inTransaction((tx) => roles.permissionsOf(tx, [code, 'astronaut']))).toEqual(new Set(['orders:void']));
  expect(await inTransaction((tx) => roles.permissionsOf(tx, []))).toEqual(new Set());
  const vendor = await inTransaction((tx) => roles.permissionsOf(tx, ['platform_regional_admin']));
  expect([...vendor].sort()).toEqual(['sessions:own', 'tenant:read']);
});

test('a role that somebody has is not removed, nor one that is being given out', async () => {
  const code = codeOf();
  await ask('POST', '/roles', { code, name: 'x', permissions: ['orders:void'] });
  const given = new Map<string, number>();
  const { container } = service.api;
  const bound = container.isBound(RoleUses);
  class CountedUses extends RoleUses {
    inUse(_tx: Tx, asked: string): Promise<number> {
      return Promise.resolve(given.get(asked) ?? 0);
    }
  }
  (bound ? container.rebind(RoleUses) : container.bind(RoleUses)).toConstantValue(new CountedUses());
  let removing: Promise<Answer> | undefined;
  await inTransaction(async (tx) => {
    await container.get(RolesFacade).exists(tx, [code]);
    removing = ask('DELETE', `/roles/${code}`);
    given.set(code, 1);
  });
  expect(await removing).toMatchObject({ status: 409, body: { code: 'role_in_use' } });
  given.delete(code);
  expect((await ask('DELETE', `/roles/${code}`)).status).toBe(200);
});
