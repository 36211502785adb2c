import { NotificationsDouble } from '../../../../clients/notifications/notifications-double.examples.js';
import { Announcer, CALLBACK_SECRET } from '../../../../../test/harness/callbacks.js';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';
import { EVENT_SUBSCRIBER } from '../../../../platform/tokens.js';
import { hired } from '../http/staff.examples.js';
import { PinResetListener } from '../outbox/pin-reset-listener.js';

jest.setTimeout(120_000);

let double: NotificationsDouble;
let service: TestService;
let auth: Announcer;
beforeAll(async () => {
  double = await NotificationsDouble.start();
  service = await startService({
    CALLBACK_SECRETS: `auth=${CALLBACK_SECRET}`,
    NOTIFICATIONS_URL: double.url,
    NOTIFICATIONS_TOKEN: 'x',
  });
  auth = new Announcer(service, 'auth');
});
afterAll(async () => {
  await service.close();
  await double.stop();
});

/** Announces a user, later than all before. */
function tell(what: string, data: object, time?: string): Promise<Answer> {
  return auth.tell(auth.event(`auth.user.${what}`, data, time === undefined ? {} : { time }));
}

async function known(q: string): Promise<Answer['body'][]> {
  return (await service.call('GET', `/staff?q=${encodeURIComponent(q)}`)).body.data;
}

test('users come, change, go and come back', async () => {
  const user = {
    id: 'u-1',
    displayName: 'Uma Ray',
    email: 'uma@example.com',
    roles: ['cashier', 'baker', 'platform_super_admin'],
  };
  expect((await tell('registered', user)).status).toBeLessThan(300);
  const [person] = await known('Uma Ray');
  expect(person).toMatchObject({ userId: 'u-1', status: 'active', assignments: [{ role: 'cashier', outlets: null }] });
  await tell('changed', { id: 'u-1', displayName: 'Uma Roy', roles: ['owner'] });
  expect((await known('uma@'))[0]).toMatchObject({ displayName: 'Uma Roy', assignments: [{ role: 'cashier' }] });
  await tell('disabled', { id: 'u-1' });
  expect((await known('uma@'))[0]).toMatchObject({ status: 'disabled' });
  await tell('registered', { id: 'u-1' }, '2020-01-01T00:00:00Z'); // older than what is known
  expect((await known('uma@'))[0]).toMatchObject({ status: 'disabled' });
  await tell('registered', { id: 'u-1' });
  expect((await known('uma@'))[0]).toMatchObject({ id: person.id, status: 'active' });
});

test('the same word told twice works once, and an older one of somebody else still counts', async () => {
  const event = auth.event('auth.user.registered', { id: 'u-7', displayName: 'Tess Twice', roles: ['cashier'] });
  expect((await auth.tell(event)).body).toEqual({ status: 'accepted' });
  await tell('disabled', { id: 'u-7' });
  expect((await auth.tell(event)).body).toEqual({ status: 'duplicate' });
  expect((await known('Tess Twice'))[0]).toMatchObject({ status: 'disabled', version: 2 });
  const other = { id: 'u-8', displayName: 'Olaf Other', roles: ['cashier'] };
  expect((await tell('registered', other, '2020-01-01T00:00:00Z')).body).toEqual({ status: 'accepted' });
  expect(await known('Olaf Other')).toHaveLength(1);
});

test('who is here already and has the address becomes that user', async () => {
  const { id } = await hired(service, { email: 'Vic@example.com', assignments: [{ role: 'manager' }] });
  await tell('registered', {
    id: 'u-2',
    email: 'vic@example.com',
    emailVerified: true,
    displayName: 'Vic',
    roles: ['cashier'],
  });
  expect((await service.call('GET', `/staff/${id}`)).body).toMatchObject({
    ...{ userId: 'u-2', email: 'Vic@example.com', displayName: 'Vic', assignments: [{ role: 'manager' }] },
  });
});

test('an address that nobody has proved makes nobody a user', async () => {
  const { id } = await hired(service, { email: 'xan@example.com', assignments: [{ role: 'owner' }] });
  const claim = { id: 'u-9', email: 'xan@example.com', displayName: 'Xan', roles: ['owner'] };
  expect(await tell('registered', claim)).toMatchObject({ status: 409, body: { code: 'staff_email_taken' } });
  expect((await service.call('GET', `/staff/${id}`)).body).toMatchObject({ userId: null });
});

test('who never worked here is not written down when they go', async () => {
  expect((await tell('disabled', { id: 'u-3', displayName: 'Gone Girl' })).status).toBeLessThan(300);
  expect(await known('Gone Girl')).toEqual([]);
});

test.each([[{ displayName: 'X' }], [{ id: '' }], [{ id: 'u-4', email: 'none' }], [{ id: 'u-4', displayName: 7 }]])(
  '%j is no user',
  async (data) => {
    expect(await tell('registered', data)).toMatchObject({ status: 422, body: { code: 'user_announcement_invalid' } });
  },
);

test('who was given a PIN is told by e-mail, else by telephone, once; never the PIN', async () => {
  const people = [
    await hired(service, { email: 'wes@example.com', phone: '+254700111222', locale: 'sw' }),
    await hired(service, { phone: '+254700111333' }),
    await hired(service),
  ];
  const listener = service.api.container.getAll(EVENT_SUBSCRIBER).find((one) => one instanceof PinResetListener);
  for (const { id } of people) {
    const event = { id: `event-${id}`, tenantId: service.tenant.id, tenantSlug: service.tenant.slug, aggregateId: id };
    for (let time = 0; time < 2; time += 1) await listener?.handle(event as never);
  }
  const template = {
    template: 'pos.pin_reset',
    params: { business: service.tenant.slug },
    tenant: service.tenant.slug,
  };
  expect([...double.messages.values()]).toEqual([
    { ...template, reference: `event-${people[0].id}`, channel: 'email', to: 'wes@example.com', language: 'sw' },
    { ...template, reference: `event-${people[1].id}`, channel: 'sms', to: '+254700111333' },
  ]);
});
