import { startService, type TestService } from '../../../../../test/harness/service.js';
import { NotificationsDouble } from '../../../../clients/notifications/notifications-double.examples.js';
import {
  asOwner,
  codeAt,
  enrol,
  hire,
  OTHER_PASSWORD,
  PASSWORD,
  pathOf,
  SECRETS,
  signIn,
  withLogin,
  type Hired,
} from './identity.examples.js';

jest.setTimeout(180_000);

const MINUTE_MS = 60_000;
let now = Date.parse('2026-11-21T08:00:00Z');
let double: NotificationsDouble;
/** One that hands links to the administrator, and one on another database that sends them. */
let service: TestService;
let sending: TestService;
beforeAll(async () => {
  double = await NotificationsDouble.start();
  service = await startService(SECRETS, () => now);
  const settings = { ...SECRETS, NOTIFICATIONS_URL: double.url, NOTIFICATIONS_TOKEN: 'secret' };
  sending = await startService(settings, () => now);
});
afterAll(async () => {
  await service.close();
  await sending.close();
  await double.stop();
});
beforeEach(() => (now += 86_400_000));

const sentTo = ({
  email,
}: Hired): { readonly template: string; readonly params: Readonly<Record<string, unknown>> }[] =>
  [...double.messages.values()].filter(({ to }) => to === email.toLowerCase());

/** Waits until as many messages have gone out. */
async function messages(hired: Hired, count: number): Promise<ReturnType<typeof sentTo>> {
  while (sentTo(hired).length < count) await new Promise((resolve) => setTimeout(resolve, 50));
  return sentTo(hired);
}

async function sessionOf(who: Hired, at = service, more: object = {}): Promise<string> {
  const { status, text, body } = await signIn(at, who, more);
  if (status !== 201) throw new Error(text);
  return body.token as string;
}

test('where messages can be sent, the link goes to the person and to nobody else', async () => {
  const ann = await hire(sending, 'manager');
  const invited = await sending.call('POST', '/identity/invitations', { body: { personId: ann.personId } });
  expect(invited).toMatchObject({ status: 201, body: { message: 'sent', token: null } });
  const [message] = sentTo(ann);
  expect(message).toMatchObject({ template: 'pos.identity.invitation', params: { business: ann.tenant.slug } });
  const body = { token: message?.params['token'], password: PASSWORD };
  expect(await sending.call('POST', '/identity/invitations/accept', { token: null, body })).toMatchObject({
    status: 200,
  });
  double.troubles.push('refused');
  const bob = await hire(sending, 'manager');
  const failed = await sending.call('POST', '/identity/invitations', { body: { personId: bob.personId } });
  expect(failed).toMatchObject({ status: 201, body: { message: 'failed', token: null } });
});

test('whoever forgot the password gets a link; the answer tells nobody whether there was one to get', async () => {
  const ann = await hire(sending, 'manager');
  await sending.call('POST', '/identity/invitations', { body: { personId: ann.personId } });
  const [invitation] = sentTo(ann);
  const accepting = { token: invitation?.params['token'], password: PASSWORD };
  await sending.call('POST', '/identity/invitations/accept', { token: null, body: accepting });
  const old = await sessionOf(ann, sending);
  const ask = (email: string) =>
    sending.call('POST', '/identity/password-resets', { token: null, withoutKey: true, body: { email } });
  for (const email of [ann.email, 'nobody@example.com', 'no address'])
    expect(await ask(email)).toMatchObject({ status: 202, body: { accepted: true } });
  const [, link] = await messages(ann, 2);
  expect(link).toMatchObject({ template: 'pos.identity.reset' });
  await ask(ann.email); // too soon for another
  const confirm = (password: string) =>
    sending.call('POST', '/identity/password-resets/confirm', {
      token: null,
      body: { token: link?.params['token'], password },
    });
  expect(await confirm('short')).toMatchObject({ status: 422 });
  expect(await confirm(OTHER_PASSWORD)).toMatchObject({ status: 200, body: { status: 'active' } });
  expect(await confirm(OTHER_PASSWORD)).toMatchObject({ status: 401 });
  expect(await sending.call('GET', '/identity/me', { token: old })).toMatchObject({ status: 401 });
  expect(await signIn(sending, ann)).toMatchObject({ status: 401 });
  expect(await signIn(sending, ann, { password: OTHER_PASSWORD })).toMatchObject({ status: 201 });
  expect(sentTo(ann)).toHaveLength(2);
});

test('an administrator takes a password away: sessions end, a link leads to a new one within 30 minutes', async () => {
  const ann = await withLogin(service, await hire(service, 'manager'));
  const token = await sessionOf(ann);
  await enrol(service, ann, token, now);
  const path = `/identity/logins/${ann.personId}`;
  const body = { reason: 'the laptop was stolen', removeTotp: true };
  const reset = await service.call('POST', `${path}/reset`, { body });
  expect(reset).toMatchObject({ status: 200, body: { message: 'none' } });
  expect(await service.call('GET', '/identity/me', { token })).toMatchObject({ status: 401 });
  expect(await signIn(service, ann)).toMatchObject({ status: 401 });
  expect(await service.call('GET', path)).toMatchObject({ body: { status: 'reset', totp: 'off' } });
  const confirm = () =>
    service.call('POST', '/identity/password-resets/confirm', {
      token: null,
      body: { token: reset.body.token, password: OTHER_PASSWORD },
    });
  now += 29 * MINUTE_MS;
  expect(await confirm()).toMatchObject({ status: 200 });
  expect(await signIn(service, ann, { password: OTHER_PASSWORD })).toMatchObject({ status: 201 });
  const late = await service.call('POST', `${path}/reset`, { body: { reason: 'again' } });
  now += 30 * MINUTE_MS;
  const expired = { token: late.body.token, password: PASSWORD };
  expect(await service.call('POST', '/identity/password-resets/confirm', { token: null, body: expired })).toMatchObject(
    { status: 401 },
  );
  const told = await asOwner(
    service,
    ann.tenant,
    `select type, sequence, data->>'reason' as reason from events where aggregate = 'logins'
       and data->'login'->>'personId' = $1 order by sequence`,
    [ann.personId],
  );
  expect(told.map(({ sequence }) => sequence)).toEqual(told.map((_, index) => index + 1));
  expect(told).toContainEqual(expect.objectContaining({ type: 'pos.identity.totp_removed', reason: body.reason }));
});

test('nobody sets the password of who may do more than they do', async () => {
  const owner = await withLogin(service, await hire(service, 'owner'));
  const manager = await withLogin(service, await hire(service, 'manager'));
  const token = await sessionOf(manager);
  const refused = { status: 403, body: { code: 'login_exceeds_caller' } };
  const post = (path: string, body: object) => service.call('POST', `/identity/${path}`, { token, body });
  const reason = { reason: 'x' };
  expect(await post(`logins/${owner.personId}/reset`, reason)).toMatchObject(refused);
  expect(await post(`logins/${owner.personId}/remove`, reason)).toMatchObject(refused);
  expect(await post(`logins/${owner.personId}/unlock`, reason)).toMatchObject(refused);
  const other = await hire(service, 'business_admin');
  expect(await post('invitations', { personId: other.personId })).toMatchObject(refused);
  const accountant = await hire(service, 'cashier');
  expect(await post('invitations', { personId: accountant.personId })).toMatchObject({ status: 201 });
});

test('logins are listed by address, page by page, and removed ones can be invited again', async () => {
  const tenant = await service.createTenant();
  const people = [];
  for (let count = 0; count < 3; count += 1) people.push(await hire(service, 'manager', tenant));
  const [ann] = people as [Hired, Hired, Hired];
  await withLogin(service, ann);
  for (const { personId } of people.slice(1))
    await service.call('POST', '/identity/invitations', { tenant, body: { personId } });
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await service.call('GET', `/identity/logins?limit=2${cursor && `&cursor=${cursor}`}`, { tenant });
    seen.push(...page.body.data.map(({ email }: { email: string }) => email));
    cursor = page.body.nextCursor;
  }
  expect(seen).toEqual(people.map(({ email }) => email.toLowerCase()).sort());
  const active = await service.call('GET', '/identity/logins?status=active&totp=off', { tenant });
  expect(active.body.data).toMatchObject([{ personId: ann.personId, lockedUntil: null }]);
  const one = await service.call('GET', `/identity/logins?q=${ann.email.slice(4, 12)}`, { tenant });
  expect(one.body.data).toHaveLength(1);
  const remove = (headers: Record<string, string>) =>
    service.call('POST', `/identity/logins/${ann.personId}/remove`, { tenant, headers, body: { reason: 'left' } });
  expect(await remove({ 'If-Match': '"1"' })).toMatchObject({ status: 412 });
  expect(await remove({})).toMatchObject({ status: 200 });
  expect(await signIn(service, ann)).toMatchObject({ status: 401 });
  await withLogin(service, ann);
  expect(await signIn(service, ann)).toMatchObject({ status: 201 });
});

test('people change their own password and second factor, and show who they are for it', async () => {
  const ann = await withLogin(service, await hire(service, 'manager'));
  const [token, other] = [await sessionOf(ann), await sessionOf(ann)];
  const me = (path: string, body: object) => service.call('POST', `/identity/me/${path}`, { token, body });
  const wrong = { status: 422, body: { code: 'password_wrong' } };
  expect(await me('password', { current: 'no', new: OTHER_PASSWORD })).toMatchObject(wrong);
  expect(await me('password', { current: PASSWORD, new: PASSWORD })).toMatchObject({ status: 422 });
  expect(await me('totp', { password: 'no' })).toMatchObject(wrong);
  expect(await me('totp/confirm', { otp: '123456' })).toMatchObject({ status: 409, body: { code: 'totp_not_begun' } });
  const { secret } = await enrol(service, ann, token, now);
  expect(await me('totp', { password: PASSWORD })).toMatchObject({ body: { code: 'totp_already_enrolled' } });
  const remove = { password: PASSWORD, otp: '000000' };
  expect(await me('totp/remove', remove)).toMatchObject({ status: 422, body: { code: 'otp_wrong' } });
  now += MINUTE_MS;
  expect(await me('totp/remove', { ...remove, otp: codeAt(secret, now) })).toMatchObject({ status: 200 });
  expect(await me('password', { current: PASSWORD, new: OTHER_PASSWORD })).toMatchObject({ status: 200 });
  expect(await service.call('GET', '/identity/me', { token })).toMatchObject({ status: 200 });
  expect(await service.call('GET', '/identity/me', { token: other })).toMatchObject({ status: 401 });
  expect(await service.call('GET', '/identity/me')).toMatchObject({ status: 404, body: { code: 'login_not_found' } });
});

test('where a second factor is demanded, the session is good for nothing else until it is enrolled', async () => {
  const tenant = await service.createTenant();
  const ann = await withLogin(service, await hire(service, 'owner', tenant));
  const rules = { passwords: true, totpRequiredFor: ['owner'], passwordMinLength: 14 };
  const put = (body: object, headers = {}) => service.call('PUT', '/identity/policy', { tenant, headers, body });
  expect(await put(rules, { 'If-Match': '"7"' })).toMatchObject({ status: 412 });
  expect(await put(rules)).toMatchObject({ status: 200, body: { ...rules, version: 1 } });
  expect(await put({ ...rules, passwords: false })).toMatchObject({ status: 409, body: { code: 'passwords_needed' } });
  const signed = await signIn(service, ann);
  expect(signed).toMatchObject({ status: 201, body: { mustEnrolTotp: true, permissions: ['sessions:own'] } });
  const { token } = signed.body;
  expect(await service.call('GET', '/outlets', { tenant, token })).toMatchObject({ status: 403 });
  await enrol(service, ann, token, now);
  expect(await service.call('GET', '/outlets', { tenant, token })).toMatchObject({ status: 200 });
});

test('where there is an auth service, passwords can be switched off: then nobody signs in so', async () => {
  const other = await startService({ ...SECRETS, OIDC_ISSUER: 'http://127.0.0.1:9/' }, () => now);
  try {
    const ann = await withLogin(other, await hire(other, 'manager'));
    const body = { passwords: false, totpRequiredFor: [], passwordMinLength: 12 };
    expect(await other.call('PUT', '/identity/policy', { body })).toMatchObject({ status: 200 });
    expect(await signIn(other, ann)).toMatchObject({ status: 401, body: { code: 'credentials_refused' } });
  } finally {
    await other.close();
  }
});

test('administrators of the platform sign in by the same routes of its own, and need a second factor', async () => {
  const ann = await withLogin(service, await hire(service, 'platform_super_admin', service.platform));
  expect(pathOf(ann.tenant)).toBe('/v1/platform/identity');
  const { body } = await signIn(service, ann);
  expect(body).toMatchObject({ mustEnrolTotp: true });
  const { secret } = await enrol(service, ann, body.token, now);
  now += MINUTE_MS;
  const token = await sessionOf(ann, service, { otp: codeAt(secret, now) });
  expect(await service.call('GET', '/v1/platform/identity/logins', { token })).toMatchObject({ status: 200 });
  expect(await service.call('GET', `/v1/${service.tenant.slug}/pos/outlets`, { token })).toMatchObject({ status: 404 });
});

test('without a key nothing of it can be done, and that is said', async () => {
  const bare = await startService();
  try {
    const body = { email: 'ann@example.com', password: PASSWORD };
    const answer = await bare.call('POST', '/identity/sign-in', { token: null, body });
    expect(answer).toMatchObject({ status: 409, body: { code: 'secrets_not_configured' } });
  } finally {
    await bare.close();
  }
});
