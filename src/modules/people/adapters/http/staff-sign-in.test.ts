import { startAuthService, type AuthService } from '../../../../../test/harness/auth-service.js';
import { startService, type TestService } from '../../../../../test/harness/service.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { SLOW_HASHES } from '../../../../platform/crypto/tokens.js';
import { TRANSACTOR } from '../../../../platform/tokens.js';
import { ROLE_PERMISSIONS } from '../../../access/index.js';
import { PeopleFacade, type PersonId } from '../../index.js';
import { hired, outletOf } from './staff.examples.js';

jest.setTimeout(120_000);

let auth: AuthService;
let service: TestService;
beforeAll(async () => {
  auth = await startAuthService();
  service = await startService({ OIDC_ISSUER: auth.issuer, SECRETS_KEY: Buffer.alloc(32, 5).toString('base64') });
});
afterAll(async () => {
  await service.close();
  await auth.close();
});

const tokenOf = (sub: string): Promise<string> => auth.forge({ sub, tenant: service.tenant.slug, roles: ['cashier'] });
const reset = (id: string, body: object = {}, options = {}) =>
  service.call('PUT', `/staff/${id}/pin`, { body: { reason: 'forgotten', confirm: true, ...body }, ...options });
const change = async (sub: string, current: string, wanted: string) =>
  service.call('POST', '/staff/me/pin', {
    body: { current, new: wanted },
    token: await tokenOf(sub),
    withoutKey: true,
  });
const asking = <Result>(ask: (people: PeopleFacade, tx: Tx) => Promise<Result>): Promise<Result> => {
  const { container } = service.api;
  const context = { tenantId: service.tenant.id, tenantSlug: service.tenant.slug, requestId: 'test', at: new Date() };
  const principal = { kind: 'system', id: 'test', permissions: new Set<string>(), test: false } as const;
  return container.get(TRANSACTOR).run({ ...context, principal }, (tx) => ask(container.get(PeopleFacade), tx));
};
const isPinOf = async (id: string, pin: string): Promise<boolean | undefined> => {
  const kept = await asking((people, tx) => people.pinOf(tx, id as PersonId));
  return service.api.container.get(SLOW_HASHES)?.matches(pin, kept?.hash);
};

describe('a PIN given by an administrator', () => {
  test('is shown once when the service made it up, and has to be changed', async () => {
    const { id } = await hired(service, { assignments: [{ role: 'cashier' }] });
    expect((await service.call('GET', `/staff/${id}/pin`)).body).toEqual({
      isSet: false,
      mustChange: false,
      setAt: null,
    });
    const made = await reset(id);
    expect(made).toMatchObject({
      status: 200,
      body: { personId: id, pin: expect.stringMatching(/^\d{4}$/), mustChange: true },
    });
    expect(await isPinOf(id, made.body.pin)).toBe(true);
    expect((await service.call('GET', `/staff/${id}/pin`)).body).toMatchObject({ isSet: true, mustChange: true });
    expect(service.log.join('\n')).not.toContain(`"pin":"${made.body.pin}"`);
  });

  test('is not shown when it was chosen; the last three do not come again', async () => {
    const { id } = await hired(service);
    for (const pin of ['4711', '8352', '9046']) expect((await reset(id, { pin })).body).toMatchObject({ pin: null });
    for (const pin of ['4711', '8352', '9046'])
      expect(await reset(id, { pin })).toMatchObject({ status: 422, body: { code: 'pin_used_before' } });
    expect((await reset(id, { pin: '5183' })).status).toBe(200);
    expect((await reset(id, { pin: '4711' })).status).toBe(200);
  });

  test.each(['1234', '0000', '1212', '1984', '7001', '0222', '2580'])('%s is too easy', async (pin) => {
    const { id } = await hired(service, { staffNumber: `7001-${pin}`, phone: '+254700110222' });
    const { id: numbered } = pin === '7001' ? await hired(service, { staffNumber: '7001' }) : { id };
    expect(await reset(numbered, { pin })).toMatchObject({ status: 422, body: { code: 'pin_trivial' } });
  });

  test('two may have the same, and nobody is told', async () => {
    const [one, other] = [await hired(service), await hired(service)];
    expect((await reset(one.id, { pin: '6194' })).status).toBe(200);
    expect((await reset(other.id, { pin: '6194' })).status).toBe(200);
  });

  test('takes a person who works here, a confirmation, and rights like theirs', async () => {
    const owner = await hired(service, { assignments: [{ role: 'owner' }] });
    const token = await service.createKey(service.tenant, { permissions: ROLE_PERMISSIONS.manager });
    expect(await reset(owner.id, {}, { token })).toMatchObject({ status: 403, body: { code: 'rights_exceed_caller' } });
    expect(await reset(owner.id, { confirm: false })).toMatchObject({
      status: 400,
      body: { code: 'validation_failed' },
    });
    const gone = await hired(service);
    await service.call('POST', `/staff/${gone.id}/disable`, { body: { reason: 'left' } });
    expect(await reset(gone.id)).toMatchObject({ status: 409, body: { code: 'person_disabled' } });
  });

  test('of two at the same moment one is kept, and who set the other may have to look again', async () => {
    const { id } = await hired(service);
    const answers = await Promise.all([reset(id, { pin: '8305' }), reset(id, { pin: '6417' })]);
    const done = ['8305', '6417'].filter((_, index) => answers[index]?.status === 200);
    expect(answers.filter(({ status }) => status !== 200).every(({ status }) => status === 412)).toBe(true);
    expect(await Promise.all(done.map((pin) => isPinOf(id, pin)))).toContain(true);
  });
});

describe('the own PIN', () => {
  test('is changed with the present one', async () => {
    const { id } = await hired(service, { userId: 'dan', assignments: [{ role: 'cashier' }] });
    expect(await change('dan', '4711', '8352')).toMatchObject({ status: 409, body: { code: 'pin_not_set' } });
    await reset(id, { pin: '4711' });
    expect(await change('dan', '4712', '8352')).toMatchObject({ status: 401, body: { code: 'credentials_refused' } });
    expect(await change('dan', '4711', '9876')).toMatchObject({ status: 422, body: { code: 'pin_trivial' } });
    expect(await change('dan', '4711', '4711')).toMatchObject({ status: 422, body: { code: 'pin_used_before' } });
    expect(await change('dan', '4711', '8352')).toMatchObject({ status: 200, body: { pin: null, mustChange: false } });
    expect((await service.call('GET', `/staff/${id}/pin`)).body).toMatchObject({ isSet: true, mustChange: false });
  });

  test('wrong ones count as those at sign-in do', async () => {
    const { id } = await hired(service, { userId: 'eve', assignments: [{ role: 'cashier' }] });
    await reset(id, { pin: '4711' });
    for (let wrong = 0; wrong < 5; wrong += 1) await change('eve', '9999', '8352');
    expect(await change('eve', '4711', '8352')).toMatchObject({ status: 423, body: { code: 'sign_in_locked' } });
  });

  test('keys and strangers have none', async () => {
    const body = { current: '4711', new: '8352' };
    expect(await service.call('POST', '/staff/me/pin', { body })).toMatchObject({
      status: 403,
      body: { code: 'not_a_person' },
    });
    expect(await change('nobody-here', '4711', '8352')).toMatchObject({ status: 403, body: { code: 'not_a_person' } });
  });
});

describe('badges', () => {
  const add = (id: string, badge: string, label = 'blue fob') =>
    service.call('POST', `/staff/${id}/badges`, { body: { badge, label } });

  test('belong to one person, and show nothing of what is on them', async () => {
    const [ann, bob] = [await hired(service), await hired(service)];
    const added = await add(ann.id, '04A1B2C3D4');
    expect(added).toMatchObject({ status: 201, body: { personId: ann.id, label: 'blue fob', lastUsedAt: null } });
    expect(added.text.toLowerCase()).not.toContain('a1b2');
    expect(await add(bob.id, '04a1b2c3d4')).toMatchObject({ status: 409, body: { code: 'badge_taken' } });
    expect(await asking((people, tx) => people.byBadge(tx, '04A1B2C3D4'))).toMatchObject({ id: ann.id });
    const { body } = await service.call('GET', `/staff/${ann.id}/badges`);
    expect(body.data).toEqual([{ ...added.body, lastUsedAt: expect.any(String) }]);
    const path = `/staff/${ann.id}/badges/${added.body.id}?reason=lost`;
    expect((await service.call('DELETE', path)).status).toBe(200);
    expect(await service.call('DELETE', path)).toMatchObject({ status: 404, body: { code: 'badge_not_found' } });
    expect(await asking((people, tx) => people.byBadge(tx, '04A1B2C3D4'))).toBeUndefined();
    expect((await add(bob.id, '04A1B2C3D4')).status).toBe(201);
  });

  test('given to two at the same moment, one has it', async () => {
    const people = await Promise.all([hired(service), hired(service), hired(service)]);
    const answers = await Promise.all(people.map(({ id }) => add(id, 'RACE-0001')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  test('are ten at most', async () => {
    const { id } = await hired(service);
    for (let number = 0; number < 10; number += 1) expect((await add(id, `many-${number}`)).status).toBe(201);
    expect(await add(id, 'many-10')).toMatchObject({ status: 409, body: { code: 'too_many_badges' } });
  });
});

test('what other modules are told: who may do what where, and whom a screen offers', async () => {
  const [bar, cafe] = (await Promise.all([outletOf(service), outletOf(service)])) as [OutletId, OutletId];
  const { id } = await hired(service, {
    ...{ displayName: 'Zoe', userId: 'zoe', email: 'Zoe@example.com' },
    assignments: [
      { role: 'manager', outlets: [bar] },
      { role: 'cashier', deviceKinds: ['till'] },
    ],
  });
  const at = (outletId: OutletId, deviceKind: string) =>
    asking((people, tx) => people.rightsAt(tx, id as PersonId, { outletId, deviceKind }));
  expect(await at(bar, 'till')).toMatchObject({
    roles: ['cashier', 'manager'],
    outlets: new Set([bar]),
    regions: null,
  });
  expect(await at(cafe, 'till')).toMatchObject({ roles: ['cashier'], permissions: new Set(ROLE_PERMISSIONS.cashier) });
  expect(await at(cafe, 'kiosk')).toBeUndefined();
  const office = await asking((people, tx) => people.rightsAt(tx, id as PersonId, null));
  expect(office).toMatchObject({ roles: ['manager'], outlets: new Set([bar]) });
  expect(office?.subjects).toEqual([`staff:${id}`, 'user:zoe', 'role:manager']);
  expect(await asking((people, tx) => people.byEmail(tx, 'zoe@EXAMPLE.com'))).toMatchObject({ id });
  expect(await asking((people, tx) => people.byUserId(tx, 'zoe'))).toMatchObject({ id });
  const offered = () => asking((people, tx) => people.atPlace(tx, { outletId: cafe, deviceKind: 'till' }));
  expect((await offered()).map((person) => person.id)).not.toContain(id);
  await reset(id, { pin: '4711' });
  expect((await offered()).map((person) => person.id)).toContain(id);
  await service.call('POST', `/staff/${id}/disable`, { body: { reason: 'left' } });
  expect((await offered()).map((person) => person.id)).not.toContain(id);
  expect(await at(bar, 'till')).toBeUndefined();
});
