import { randomUUID } from 'node:crypto';
import { startAuthService, type AuthService } from '../../../../../test/harness/auth-service.js';
import { startService, type TestService } from '../../../../../test/harness/service.js';
import { ROLE_PERMISSIONS } from '../../../access/index.js';
import { hired, hiring, outletOf } from './staff.examples.js';

jest.setTimeout(120_000);

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

const tokenOf = (sub: string, roles: readonly string[], tenant = service.tenant): Promise<string> =>
  auth.forge({ sub, tenant: tenant.slug, roles });
const managerKey = (outlets: string[] | null = null): Promise<string> =>
  service.createKey(service.tenant, { permissions: ROLE_PERMISSIONS.manager, outlets: outlets as never });
const give = (id: string, assignments: object[], options = {}) =>
  service.call('PUT', `/staff/${id}/assignments`, { body: { assignments, reason: 'season' }, ...options });
const turn = (id: string, verb: 'disable' | 'enable', options = {}) =>
  service.call('POST', `/staff/${id}/${verb}`, { body: { reason: 'left' }, ...options });

describe('the record of a person', () => {
  test('is made, shown, changed and listed', async () => {
    const person = await hired(service, {
      ...{ firstName: 'Amara', lastName: 'Okafor', email: 'Amara@Example.com', phone: '+254700111222' },
      assignments: [{ role: 'cashier' }],
    });
    expect(person).toMatchObject({
      ...{ status: 'active', version: 1, staffNumber: expect.stringMatching(/^\d+$/), userId: null },
      assignments: [{ role: 'cashier', outlets: null, deviceKinds: null, regions: null }],
    });
    const shown = await service.call('GET', `/staff/${person.id}`);
    expect(shown.body).toEqual(person);
    expect(shown.headers.get('etag')).toBe('"1"');
    const headers = { 'If-Match': '"1"' };
    const body = { lastName: null, locale: 'sw-KE' };
    const changed = await service.call('PATCH', `/staff/${person.id}`, { body, headers });
    expect(changed.body).toMatchObject({ lastName: null, locale: 'sw-KE', firstName: 'Amara', version: 2 });
    const late = await service.call('PATCH', `/staff/${person.id}`, { body: { note: 'x' }, headers });
    expect(late).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
    const { body: found } = await service.call('GET', '/staff?q=amara@EX&role=cashier&status=active&linked=false');
    expect(found.data).toEqual([changed.body]);
  });

  test('a repeat under the same key takes nobody on twice', async () => {
    const options = { body: hiring(), headers: { 'Idempotency-Key': randomUUID() } };
    const first = await service.call('POST', '/staff', options);
    expect(await service.call('POST', '/staff', options)).toMatchObject({ status: 201, text: first.text });
  });

  test.each([
    ['staff_number_taken', { staffNumber: 'A-1' }, { staffNumber: 'A-1' }],
    ['staff_email_taken', { email: 'bo@example.com' }, { email: 'BO@example.com' }],
    ['staff_user_taken', { userId: 'u-twice' }, { userId: 'u-twice' }],
    [
      'person_already_exists',
      { id: '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e' },
      { id: '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e' },
    ],
  ])('%s', async (code, first, second) => {
    await hired(service, first);
    const answer = await service.call('POST', '/staff', { body: hiring(second) });
    expect(answer).toMatchObject({ status: 409, body: { code } });
  });

  test('the same number at the same moment: one has it', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => service.call('POST', '/staff', { body: hiring({ staffNumber: 'RACE' }) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  test.each([
    ['staff_role_unknown', { assignments: [{ role: 'astronaut' }] }],
    ['staff_role_unknown', { assignments: [{ role: 'platform_super_admin' }] }],
    ['staff_outlet_unknown', { assignments: [{ role: 'cashier', outlets: [randomUUID()] }] }],
    ['staff_regions_reserved', { assignments: [{ role: 'cashier', regions: ['east'] }] }],
    ['card_data_not_allowed', { note: '4111 1111 1111 1111' }],
  ])('%s of what does not belong there', async (code, changes) => {
    const answer = await service.call('POST', '/staff', { body: hiring(changes) });
    expect(answer).toMatchObject({ status: 422, body: { code } });
  });

  test('people are not deleted', async () => {
    const { id } = await hired(service);
    expect((await service.call('DELETE', `/staff/${id}`)).status).toBeGreaterThanOrEqual(404);
    expect((await service.call('GET', `/staff/${id}`)).status).toBe(200);
  });

  test('pages follow one another', async () => {
    const tenant = await service.createTenant();
    for (const displayName of ['C', 'A', 'B', 'A']) await hired(service, { displayName }, { tenant });
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await service.call('GET', `/staff?limit=3${cursor && `&cursor=${cursor}`}`, { tenant });
      names.push(...body.data.map(({ displayName }: { displayName: string }) => displayName));
      cursor = body.nextCursor as string | null;
    }
    expect(names).toEqual(['A', 'A', 'B', 'C']);
  });
});

describe('many at once', () => {
  test('all are taken on', async () => {
    const tenant = await service.createTenant();
    const staff = Array.from({ length: 20 }, () => hiring({ assignments: [{ role: 'bartender' }] }));
    const { status, body } = await service.call('POST', '/staff/imports', { body: { staff }, tenant });
    expect([status, body.data.length]).toEqual([201, 20]);
    expect(new Set(body.data.map(({ staffNumber }: { staffNumber: string }) => staffNumber)).size).toBe(20);
  });

  test('or nobody, and each that cannot be is named', async () => {
    const tenant = await service.createTenant();
    const staff = [
      hiring({ staffNumber: '7' }),
      hiring({ staffNumber: '7' }),
      hiring({ assignments: [{ role: 'none_such' }] }),
    ];
    const { status, body } = await service.call('POST', '/staff/imports', { body: { staff }, tenant });
    expect([status, body.code]).toEqual([422, 'staff_import_refused']);
    expect(body.errors).toEqual([
      { pointer: '/staff/1', message: 'staff_number_taken' },
      { pointer: '/staff/2', message: 'staff_role_unknown' },
    ]);
    expect((await service.call('GET', '/staff', { tenant })).body.data).toEqual([]);
  });
});

describe('nobody gives, or decides about, more than they have', () => {
  test('a manager takes on a cashier, and no owner', async () => {
    const token = await managerKey();
    await hired(service, { assignments: [{ role: 'cashier' }] }, { token });
    const answer = await service.call('POST', '/staff', { body: hiring({ assignments: [{ role: 'owner' }] }), token });
    expect(answer).toMatchObject({
      status: 403,
      body: { code: 'rights_exceed_caller', permission: expect.any(String) },
    });
  });

  test('a manager changes, disables and assigns nothing of an owner', async () => {
    const token = await managerKey();
    const owner = await hired(service, { assignments: [{ role: 'owner' }], email: 'owner@example.com' });
    const answers = await Promise.all([
      service.call('PATCH', `/staff/${owner.id}`, { body: { email: 'mine@example.com' }, token }),
      turn(owner.id, 'disable', { token }),
      give(owner.id, [{ role: 'cashier' }], { token }),
      service.call('POST', `/staff/${owner.id}/badges`, { body: { badge: '04A1B2C3', label: 'fob' }, token }),
    ]);
    for (const answer of answers.slice(0, 3))
      expect(answer).toMatchObject({ status: 403, body: { code: 'rights_exceed_caller' } });
    expect(answers[3]).toMatchObject({ status: 409, body: { code: 'secrets_not_configured' } });
  });

  test('who acts for one outlet sees and manages its people', async () => {
    const [here, there] = [await outletOf(service), await outletOf(service)];
    const token = await managerKey([here]);
    const local = await hired(service, { assignments: [{ role: 'cashier', outlets: [here] }] }, { token });
    const other = await hired(service, { assignments: [{ role: 'cashier', outlets: [there] }] });
    const both = await hired(service, { assignments: [{ role: 'cashier', outlets: [here, there] }] });
    const listed = (await service.call('GET', '/staff?role=cashier&limit=200', { token })).body.data;
    const ids = listed.map(({ id }: { id: string }) => id);
    expect([ids.includes(local.id), ids.includes(both.id), ids.includes(other.id)]).toEqual([true, true, false]);
    expect((await service.call('GET', `/staff/${other.id}`, { token })).status).toBe(404);
    expect((await turn(other.id, 'disable', { token })).status).toBe(404);
    expect(await turn(both.id, 'disable', { token })).toMatchObject({
      status: 403,
      body: { code: 'rights_exceed_caller' },
    });
    expect((await turn(local.id, 'disable', { token })).status).toBe(200);
    for (const outlets of [[there], null])
      expect(await give(local.id, [{ role: 'cashier', outlets }], { token })).toMatchObject({ status: 403 });
    const nowhere = await service.call('POST', '/staff', { body: hiring(), token });
    expect(nowhere).toMatchObject({ status: 403, body: { code: 'rights_exceed_caller' } });
  });

  test('a role that somebody has is not removed', async () => {
    const role = { code: 'night_barista', name: 'Night barista', permissions: ['orders:read'] };
    expect((await service.call('POST', '/roles', { body: role })).status).toBe(201);
    const { id } = await hired(service, { assignments: [{ role: 'night_barista' }] });
    expect(await service.call('DELETE', '/roles/night_barista')).toMatchObject({
      status: 409,
      body: { code: 'role_in_use' },
    });
    await give(id, []);
    expect((await service.call('DELETE', '/roles/night_barista')).status).toBe(200);
  });
});

describe('the last owner', () => {
  test('stays, and nobody ends or changes their own work', async () => {
    const tenant = await service.createTenant();
    const ann = await hired(service, { assignments: [{ role: 'owner' }], userId: 'ann' }, { tenant });
    const options = { tenant, token: await tokenOf('ann', ['owner'], tenant) };
    expect(await turn(ann.id, 'disable', { tenant })).toMatchObject({ status: 409, body: { code: 'last_owner' } });
    expect(await give(ann.id, [{ role: 'cashier' }], { tenant })).toMatchObject({ body: { code: 'last_owner' } });
    const bob = await hired(service, { assignments: [{ role: 'business_admin' }], userId: 'bob' }, options);
    expect(await turn(ann.id, 'disable', options)).toMatchObject({ status: 409, body: { code: 'own_person' } });
    expect(await give(ann.id, [{ role: 'cashier' }], options)).toMatchObject({ body: { code: 'own_person' } });
    expect((await turn(bob.id, 'disable', options)).status).toBe(200);
    expect(await turn(bob.id, 'disable', options)).toMatchObject({ status: 409, body: { code: 'person_disabled' } });
    expect((await turn(bob.id, 'enable', options)).status).toBe(200);
  });

  test('two who disable each other: one stays', async () => {
    for (let round = 0; round < 3; round += 1) {
      const tenant = await service.createTenant();
      const [ann, bob] = await Promise.all(
        ['ann', 'bob'].map((userId) => hired(service, { assignments: [{ role: 'owner' }], userId }, { tenant })),
      );
      const [annToken, bobToken] = [await tokenOf('ann', ['owner'], tenant), await tokenOf('bob', ['owner'], tenant)];
      const answers = await Promise.all([
        turn(bob.id, 'disable', { tenant, token: annToken }),
        turn(ann.id, 'disable', { tenant, token: bobToken }),
      ]);
      const outcomes = answers.map(({ status, body }) => (status === 200 ? 'done' : body.code)).sort();
      // The second finds that nobody else is left, or that they are refused at the door themselves.
      expect([
        ['done', 'last_owner'],
        ['done', 'unauthenticated'],
      ]).toContainEqual(outcomes);
      const { body } = await service.call('GET', '/staff?status=active', { tenant });
      expect(body.data).toHaveLength(1);
    }
  });
});

test('who is disabled is refused with tokens of the auth service, at once; enabled, let in', async () => {
  const { id } = await hired(service, { userId: 'carol', assignments: [{ role: 'cashier' }] });
  const token = await tokenOf('carol', ['cashier']);
  const asks = async () => (await service.call('GET', '/permissions/mine', { token })).status;
  expect(await asks()).toBe(200);
  await turn(id, 'disable');
  expect(await asks()).toBe(401);
  await turn(id, 'enable');
  expect(await asks()).toBe(200);
});
