import { startSecondInstance } from '../../../../../test/harness/second-instance.js';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';
import { asOwner, codeAt, enrol, hire, PASSWORD, pathOf, SECRETS, signIn, withLogin } from './identity.examples.js';

jest.setTimeout(180_000);

const MINUTE_MS = 60_000;
const START = Date.parse('2026-11-21T08:00:00Z');
let now = START;
let service: TestService;
beforeAll(async () => void (service = await startService({ ...SECRETS, OPEN_RATE_LIMIT_PER_MINUTE: '0' }, () => now)));
afterAll(() => service.close());
beforeEach(() => (now += 86_400_000)); // a day of its own for each test

const wrong = { password: 'not the right one at all' };

/** What is the request's own is left out. */
function looks({ status, body, headers }: Answer): object {
  return { status, retry: headers.get('retry-after'), body: { ...body, instance: '', traceId: '' } };
}

test('an invitation leads to a password, and the password to a session with all rights of the person', async () => {
  const ann = await withLogin(service, await hire(service, 'manager'));
  const answer = await signIn(service, { ...ann, email: ann.email.toUpperCase() });
  expect(answer).toMatchObject({
    status: 201,
    body: { personId: ann.personId, displayName: 'Ann Other', roles: ['manager'], mustEnrolTotp: false },
  });
  expect(answer.body.permissions).toContain('staff:manage');
  const token = answer.body.token as string;
  expect(token).toMatch(/^pos_session_/);
  expect(await service.call('GET', '/identity/me', { token })).toMatchObject({
    status: 200,
    body: {
      personId: ann.personId,
      email: ann.email.toLowerCase(),
      status: 'active',
      totp: 'off',
      totpRequired: false,
    },
  });
  expect(await service.call('GET', '/outlets', { token })).toMatchObject({ status: 200 });
  now += 31 * MINUTE_MS;
  expect(await service.call('GET', '/outlets', { token })).toMatchObject({ status: 401 });
});

test('an invitation is good for 72 hours, once, and only the last one', async () => {
  const bob = await hire(service, 'accountant');
  const invite = () => service.call('POST', '/identity/invitations', { body: { personId: bob.personId } });
  const accept = (token: string) =>
    service.call('POST', '/identity/invitations/accept', { token: null, body: { token, password: PASSWORD } });
  const first = await invite();
  expect(first).toMatchObject({ status: 201, body: { message: 'none', email: bob.email.toLowerCase() } });
  const second = await invite();
  expect(looks(await accept(first.body.token))).toMatchObject({ status: 401, body: { code: 'credentials_refused' } });
  now += 72 * 60 * MINUTE_MS;
  expect(await accept(second.body.token)).toMatchObject({ status: 401 });
  const third = await invite();
  const both = await Promise.all([accept(third.body.token), accept(third.body.token)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect(await invite()).toMatchObject({ status: 409, body: { code: 'login_exists' } });
});

test('a repeated invitation shows no token, and none is stored', async () => {
  const { personId } = await hire(service, 'accountant');
  const call = () =>
    service.call('POST', '/identity/invitations', { body: { personId }, headers: { 'Idempotency-Key': personId } });
  const { token } = (await call()).body;
  expect(token).toMatch(/^[A-Za-z0-9_-]{34}$/);
  expect(await call()).toMatchObject({ status: 201, body: { personId, token: null, message: null } });
  const [{ found } = {}] = await asOwner(
    service,
    service.tenant,
    `select count(*)::int as found from idempotency_keys k, events e where position($1 in k.body) > 0 or position($1 in e.data::text) > 0`,
    [token],
  );
  expect(found).toBe(0);
});

test('what is easy to guess is no password, with the reason at its place', async () => {
  const { personId } = await hire(service, 'accountant');
  const { token } = (await service.call('POST', '/identity/invitations', { body: { personId } })).body;
  const body = { token, password: 'AnnOther1234' };
  expect(await service.call('POST', '/identity/invitations/accept', { token: null, body })).toMatchObject({
    status: 422,
    body: { code: 'password_refused', errors: [{ pointer: '/password' }] },
  });
});

test('an address that nobody has looks like a wrong password, locks alike, and nobody else is locked', async () => {
  const ann = await withLogin(service, await hire(service, 'manager'));
  const bob = await withLogin(service, await hire(service, 'manager'));
  const nobody = { ...ann, email: 'nobody@example.com' };
  for (let tried = 0; tried < 5; tried += 1) {
    const [known, unknown] = [await signIn(service, ann, wrong), await signIn(service, nobody, wrong)];
    expect(looks(known)).toMatchObject({ status: 401, body: { code: 'credentials_refused' } });
    expect(looks(unknown)).toEqual(looks(known));
  }
  const [known, unknown] = [await signIn(service, ann), await signIn(service, nobody)];
  expect(looks(known)).toMatchObject({ status: 423, retry: '30', body: { code: 'login_locked', retryable: true } });
  expect(looks(unknown)).toEqual(looks(known));
  expect(await signIn(service, bob)).toMatchObject({ status: 201 });
  // Neither has more events than the other, but for the name of the one that is there.
  const told = await asOwner(
    service,
    service.tenant,
    `select type, data->'attempts'->>'personId' as who, count(*)::int as n from events where aggregate = 'login_attempts'
       and occurred_at >= $1 group by 1, 2 order by 1, 2`,
    [new Date(now)],
  );
  expect(told).toEqual([
    { type: 'pos.identity.locked', who: ann.personId, n: 1 },
    { type: 'pos.identity.signed_in_failed', who: ann.personId, n: 5 },
    { type: 'pos.identity.signed_in_failed', who: null, n: 5 },
  ]);
});

test('each further wrong one locks for twice as long; a right one ends the row; a restart forgives nothing', async () => {
  const ann = await withLogin(service, await hire(service, 'manager'));
  for (let tried = 0; tried < 5; tried += 1) await signIn(service, ann, wrong);
  now += 30_000;
  expect(await signIn(service, ann, wrong)).toMatchObject({ status: 401 });
  const locked = await signIn(service, ann);
  expect([locked.status, locked.headers.get('retry-after')]).toEqual([423, '60']);
  const other = await startSecondInstance(service.database, { ...SECRETS, OPEN_RATE_LIMIT_PER_MINUTE: '0' });
  try {
    const path = `${other.baseUrl}${pathOf(service.tenant)}/sign-in`;
    const body = JSON.stringify({ email: ann.email, password: PASSWORD });
    const elsewhere = await fetch(path, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
    expect(elsewhere.status).toBe(423);
  } finally {
    await other.close();
  }
  now += MINUTE_MS;
  expect(await signIn(service, ann)).toMatchObject({ status: 201 });
  for (let tried = 0; tried < 4; tried += 1) expect(await signIn(service, ann, wrong)).toMatchObject({ status: 401 });
  expect(await signIn(service, ann)).toMatchObject({ status: 201 });
});

test('guesses at the same time are no more than five', async () => {
  const ann = await withLogin(service, await hire(service, 'manager'));
  const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(service, ann, wrong)));
  const counted = answers.map(({ status }) => status).sort();
  expect(counted).toEqual([...Array<number>(5).fill(401), ...Array<number>(7).fill(423)]);
});

test('an administrator sees the lock, and lifts it with a reason', async () => {
  const ann = await withLogin(service, await hire(service, 'manager'));
  const path = `/identity/logins/${ann.personId}`;
  const unlock = () => service.call('POST', `${path}/unlock`, { body: { reason: 'it was me' } });
  expect(await unlock()).toMatchObject({ status: 409, body: { code: 'login_not_locked' } });
  for (let tried = 0; tried < 5; tried += 1) await signIn(service, ann, wrong);
  const { body } = await service.call('GET', path);
  expect(Date.parse(body.lockedUntil) - now).toBe(30_000);
  expect(await unlock()).toMatchObject({ status: 200, body: { lockedUntil: null } });
  expect(await signIn(service, ann)).toMatchObject({ status: 201 });
});

test('somebody who is disabled, or has no role, is refused like everybody else', async () => {
  const ann = await withLogin(service, await hire(service, 'manager'));
  const { tenant, personId } = ann;
  await asOwner(service, tenant, `update staff set status = 'disabled', disabled_at = now() where id = $1`, [personId]);
  expect(await signIn(service, ann)).toMatchObject({ status: 401, body: { code: 'credentials_refused' } });
  const bob = await withLogin(service, await hire(service, 'manager'));
  await asOwner(service, tenant, 'delete from staff_assignments where person_id = $1', [bob.personId]);
  expect(await signIn(service, bob)).toMatchObject({ status: 401, body: { code: 'credentials_refused' } });
});

test('the login of one business is none of another, and a business that is not there looks the same', async () => {
  const ann = await withLogin(service, await hire(service, 'manager'));
  const other = await service.createTenant();
  const there = await signIn(service, { ...ann, tenant: other });
  const nowhere = await signIn(service, { ...ann, tenant: { ...other, slug: 'no-such-tenant' } });
  expect(looks(there)).toMatchObject({ status: 401, body: { code: 'credentials_refused' } });
  expect(looks(nowhere)).toEqual(looks(there));
  expect(await service.call('GET', `/identity/logins/${ann.personId}`, { tenant: other })).toMatchObject({
    status: 404,
  });
});

test('with a second factor the password alone is not enough, and a code is good once', async () => {
  const ann = await withLogin(service, await hire(service, 'owner'));
  const { token } = (await signIn(service, ann)).body;
  const { secret, recoveryCodes } = await enrol(service, ann, token, now);
  expect(await signIn(service, ann)).toMatchObject({ status: 401, body: { code: 'otp_required' } });
  expect(await signIn(service, ann, wrong)).toMatchObject({ status: 401, body: { code: 'credentials_refused' } });
  // The code that enrolled it was taken.
  expect(await signIn(service, ann, { otp: codeAt(secret, now) })).toMatchObject({ status: 401 });
  now += 30_000;
  const otp = codeAt(secret, now);
  const both = await Promise.all([signIn(service, ann, { otp }), signIn(service, ann, { otp })]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
  now += 10 * MINUTE_MS;
  expect(await signIn(service, ann, { otp: codeAt(secret, now - MINUTE_MS) })).toMatchObject({ status: 401 });
  const [recoveryCode] = recoveryCodes;
  expect(await signIn(service, ann, { recoveryCode: recoveryCode?.toUpperCase() })).toMatchObject({ status: 201 });
  expect(await signIn(service, ann, { recoveryCode })).toMatchObject({ status: 401 });
  const [kept] = await asOwner(service, ann.tenant, 'select * from logins where person_id = $1', [ann.personId]);
  const stored = JSON.stringify([kept, service.log]);
  for (const shown of [secret, recoveryCodes[1] as string, PASSWORD, token]) expect(stored).not.toContain(shown);
});

test('asking without the code takes no wrong try back', async () => {
  const ann = await withLogin(service, await hire(service, 'owner'));
  const { secret } = await enrol(service, ann, (await signIn(service, ann)).body.token, now);
  now += 10 * MINUTE_MS;
  for (let tried = 0; tried < 5; tried += 1) {
    expect(await signIn(service, ann)).toMatchObject({ body: { code: 'otp_required' } });
    expect(await signIn(service, ann, { otp: '000000' })).toMatchObject({ status: 401 });
  }
  expect(await signIn(service, ann, { otp: codeAt(secret, now) })).toMatchObject({ status: 423 });
});
