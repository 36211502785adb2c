import { startAuthService, type AuthService } from '../../harness/auth-service.js';
import type { Answer } from '../../harness/service.js';
import { PeopleShop, told } from './people-shop.js';

// An administrator of the vendor who acts for some regions tries to act for others.

jest.setTimeout(240_000);

let auth: AuthService;
let shop: PeopleShop;

beforeAll(async () => {
  auth = await startAuthService();
  shop = await PeopleShop.open({ OIDC_ISSUER: auth.issuer });
  const plan = { code: 'small', name: 'Small', currency: 'USD' };
  const made = await asVendor('POST', '/v1/platform/plans', plan);
  if (made.status !== 201) throw new Error(made.text);
});
afterAll(async () => {
  await shop.close();
  await auth.close();
});

function asVendor(method: string, path: string, body?: object, token?: string): Promise<Answer> {
  return shop.service.call(method, path, {
    tenant: shop.service.platform,
    ...(token !== undefined && { token }),
    ...(body && { body }),
  });
}

async function admin(role: string, regions?: readonly string[]): Promise<typeof asVendor> {
  const claims = { sub: `auth0|${role}`, tenant: 'platform', roles: [role], ...(regions && { regions }) };
  const token = await auth.forge(claims);
  return (method, path, body) => asVendor(method, path, body, token);
}

/** A business that was registered in a region. @returns its slug. */
async function businessIn(region: string, ask: typeof asVendor = asVendor): Promise<Answer> {
  const slug = `b-${Math.random().toString(36).slice(2, 10)}`;
  const owner = { name: 'Ada', email: `${slug}@beans.example` };
  const wish = { slug, name: 'Beans', currency: 'USD', language: 'en', region, plan: 'small', owner, channel: 'email' };
  const requested = await ask('POST', '/v1/platform/registrations', wish);
  if (requested.status !== 201) return requested;
  return ask('POST', `/v1/platform/registrations/${requested.body.id as string}/confirm`, { reason: 'known to us' });
}

const slugOf = ({ body }: Answer): string => body.registration.slug as string;

test('they make a business in their region, with its plan, and look after its licence', async () => {
  const regional = await admin('platform_regional_admin', ['east']);
  const made = await businessIn('east', regional);
  expect(made).toMatchObject({ status: 200, body: { registration: { status: 'active', failure: null } } });
  expect(typeof made.body.apiKey).toBe('string');
  const licence = await regional('GET', `/v1/platform/businesses/${slugOf(made)}/licence`);
  expect(licence).toMatchObject({ status: 200, body: { plan: { code: 'small' } } });
});

test('what is of another region is not there for them', async () => {
  const west = slugOf(await businessIn('west'));
  const boss = await admin('platform_super_admin', ['east']);
  const path = `/v1/platform/businesses/${west}`;
  for (const [method, where, body] of [
    ['GET', ''],
    ['PATCH', '', { notes: 'mine' }],
    ['PATCH', '', { region: 'east' }],
    ['POST', '/suspend', { reason: 'so' }],
    ['POST', '/close', { reason: 'so' }],
    ['GET', '/licence'],
    ['PUT', '/licence', { plan: 'small' }],
    ['POST', '/licence/revoke', { reason: 'so' }],
    ['POST', '/licence/overrides', { name: 'devices', value: 100, reason: 'so' }],
  ] as const)
    expect([where, method, (await boss(method, `${path}${where}`, body)).status]).toEqual([where, method, 404]);
  expect(told(await boss('GET', `/v1/platform/plan-requests?business=${west}`))).toBe('404 licence_business_unknown');
  expect(told(await businessIn('west', boss))).toBe('403 region_not_allowed');
});

test('what is of all regions is not theirs, and nothing that they make reaches beyond their own', async () => {
  const boss = await admin('platform_super_admin', ['east']);
  const key = { name: 'all', mode: 'live', permissions: ['businesses:read'] };
  const role = { code: 'all_of_it', name: 'All', permissions: ['businesses:read'] };
  const person = { displayName: 'Friend', assignments: [{ role: 'platform_regional_admin' }] };
  const of = (regions: readonly string[]) => ({ ...person, assignments: [{ ...person.assignments[0], regions }] });
  const answers = [
    await boss('POST', '/v1/platform/pos/api-keys', key),
    await boss('POST', '/v1/platform/pos/roles', role),
    await boss('POST', '/v1/platform/pos/staff', person),
    await boss('POST', '/v1/platform/pos/staff', of(['east', 'west'])),
    await boss('GET', '/v1/platform/plan-requests'),
    await boss('GET', '/v1/platform/invoices'),
    await boss('POST', '/v1/platform/plans/small/archive'),
  ];
  expect(answers.map(told)).toEqual([
    '403 api_key_exceeds_caller',
    '403 role_exceeds_caller',
    ...['403 rights_exceed_caller', '403 rights_exceed_caller'],
    ...['403 permission_missing', '403 permission_missing', '403 permission_missing'],
  ]);
  expect((await boss('POST', '/v1/platform/pos/staff', of(['east']))).status).toBe(201);
});

test('a token that names no regions gives an administrator of regions none', async () => {
  const west = slugOf(await businessIn('west'));
  const nowhere = await admin('platform_regional_admin');
  expect((await nowhere('GET', '/v1/platform/businesses')).body.data).toEqual([]);
  expect(told(await nowhere('GET', `/v1/platform/businesses/${west}`))).toBe('404 business_not_found');
  const everywhere = await admin('platform_super_admin');
  expect((await everywhere('GET', `/v1/platform/businesses/${west}`)).status).toBe(200);
});

test('the rights of the platform are worth nothing in a business, in whatever token they come', async () => {
  const { tenant, platform } = shop.service;
  const forged = await auth.forge({ sub: 'auth0|x', tenant: tenant.slug, roles: ['platform_super_admin'] });
  const key = await shop.key(['businesses:read', 'businesses:manage', 'plans:manage', 'licences:manage']);
  for (const token of [forged, key]) {
    expect(told(await asVendor('GET', '/v1/platform/businesses', undefined, token))).toBe('404 not_found');
    const body = { reason: 'so' };
    const revoked = await shop.service.call('POST', `/v1/platform/businesses/${tenant.slug}/licence/restore`, {
      body,
      token,
    });
    expect(told(revoked)).toBe('404 not_found');
  }
  const mine = await shop.service.call('GET', '/permissions/mine', { token: forged });
  expect((mine.body as { permissions: string[] }).permissions).not.toContain('businesses:read');
  expect(platform.slug).toBe('platform');
});
