import { randomUUID } from 'node:crypto';
import { startAuthService } from '../../../../../test/harness/auth-service.js';
import type { Answer } from '../../../../../test/harness/service.js';
import type { OutletId } from '../../../../kernel/ids.js';
import { CHORE, WORKER_POOL } from '../../../../platform/postgres/tokens.js';
import { CallerRecall } from '../../../access/index.js';
import { TillShop, type Till, type Worker } from '../../../../../test/harness/till-shop.js';

const MINUTE_S = 60;

let shop: TillShop;
let worker: Worker;
let till: Till;

beforeAll(async () => {
  shop = await TillShop.open();
});
afterAll(() => shop.close());
beforeEach(() => {
  shop.nextNoon();
  worker = shop.hire();
  till = shop.till();
});

const current = (token: string, at: Till = till): Promise<Answer> =>
  shop.at(at, 'GET', '/sessions/current', undefined, token);
const asSession = (token: string, method: string, path: string, body?: object): Promise<Answer> =>
  shop.at(till, method, path, body, token);

test('the screen offers who has a PIN, with initials', async () => {
  const { body } = await shop.at(till, 'GET', '/sign-in/people');
  expect(body.methods).toEqual(['pin', 'badge']);
  expect(body.data).toContainEqual({
    id: worker.id,
    displayName: `Ann ${worker.id.slice(0, 4)}`,
    initials: `A${worker.id[0]?.toUpperCase() ?? ''}`,
  });
});

test('whoever enters the right PIN is signed in, with the rights of their roles and at this outlet only', async () => {
  const { status, body, headers } = await shop.signIn(till, worker);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    token: expect.stringMatching(/^pos_session_/) as string,
    session: { personId: worker.id, deviceId: till.id, outletId: shop.outletId, method: 'pin', status: 'active' },
    ...{ person: { id: worker.id }, roles: ['cashier'], mustChangePin: false, idleLockMinutes: 10 },
  });
  expect(body.permissions).toEqual(expect.arrayContaining(['orders:write', 'sessions:own']));
  expect(new Date(body.expiresAt as string).getTime() - shop.now.getTime()).toBe(16 * 3_600_000);
  expect(headers.get('Location')).toContain(body.session.id);
  expect((await current(body.token as string)).body).toMatchObject({ id: body.session.id, status: 'active' });
  const orders = await asSession(body.token as string, 'GET', '/orders');
  expect(orders.status).toBe(200);
  const told = (await shop.events('pos.session.started')).at(-1);
  expect(told).toMatchObject({
    actor: `user:${worker.id}`,
    data: { roles: ['cashier'], session: { deviceId: till.id } },
  });
});

test('the token is worth nothing without the proof of its device', async () => {
  const token = await shop.token(till, worker);
  const bare = await shop.service.call('GET', '/sessions/current', { token });
  expect(bare).toMatchObject({ status: 401, body: { code: 'proof_required' } });
  expect((await current(token, shop.till())).body.code).toBe('proof_refused');
});

test.each([
  [{ method: 'pin', pin: '4711' }, '/personId'],
  [{ method: 'pin', personId: randomUUID() }, '/pin'],
  [{ method: 'badge' }, '/badge'],
  [{ method: 'oauth', pin: '4711', accessToken: 'x' }, '/pin'],
])('%j lacks or has too much at %s', async (body, pointer) => {
  const answer = await shop.at(till, 'POST', '/sessions', body);
  expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed', errors: [{ pointer }] } });
});

test('who signs in next ends the session before, or with keepOther locks it until its PIN', async () => {
  const other = shop.hire();
  const first = await shop.token(till, worker);
  const second = await shop.token(till, other);
  expect((await current(first)).status).toBe(401);
  const third = await shop.token(till, worker, { keepOther: true });
  expect((await current(second)).body.status).toBe('locked');
  expect((await asSession(second, 'GET', '/orders')).body).toMatchObject({ permission: 'orders:read' });
  expect((await asSession(second, 'POST', '/sessions/current/unlock', { pin: '4711' })).body.status).toBe('active');
  expect((await current(third)).body.status).toBe('locked');
  expect((await asSession(second, 'GET', '/orders')).status).toBe(200);
  const { id } = (await current(second)).body;
  const fourth = await shop.token(till, worker, { keepOther: true, replaces: id });
  expect((await current(second)).status).toBe(401);
  expect((await current(third)).body.status).toBe('locked');
  expect((await current(fourth)).body.status).toBe('active');
});

test('of people who sign in at once one is open', async () => {
  const workers = [worker, shop.hire(), shop.hire(), shop.hire()];
  const answers = await Promise.all(workers.map((one) => shop.signIn(till, one, '4711', { keepOther: true })));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  const { data } = (await shop.service.call('GET', `/sessions?deviceId=${till.id}`)).body;
  expect(data.map(({ status }: { status: string }) => status).sort()).toEqual(['active', 'locked', 'locked', 'locked']);
});

test('a badge signs in; with a PIN both must be right', async () => {
  const badge = `badge-${worker.id}`;
  worker.badge = badge;
  const by = (more: object): Promise<Answer> => shop.at(till, 'POST', '/sessions', { method: 'badge', badge, ...more });
  expect((await by({})).body.session).toMatchObject({ personId: worker.id, method: 'badge' });
  expect((await by({ pin: '4711' })).status).toBe(201);
  expect((await by({ pin: '4712' })).status).toBe(401);
  expect((await by({ badge: 'badge-of-nobody' })).status).toBe(401);
});

test('what nobody touches locks after its idle time, and opens with the PIN alone', async () => {
  const token = await shop.token(till, worker);
  const beat = (secondsAgo: number): Promise<Answer> =>
    asSession(token, 'POST', '/sessions/current/heartbeat', {
      lastTouchAt: new Date(shop.now.getTime() - secondsAgo * 1_000).toISOString(),
    });
  shop.pass(9 * MINUTE_S);
  expect((await beat(MINUTE_S)).body).toMatchObject({ session: { status: 'active' }, warnings: [] });
  shop.pass(8 * MINUTE_S);
  expect((await asSession(token, 'GET', '/orders')).status).toBe(200);
  shop.pass(MINUTE_S);
  expect((await asSession(token, 'GET', '/orders')).body).toMatchObject({ code: 'permission_missing' });
  expect((await beat(0)).body.session.status).toBe('locked');
  expect((await asSession(token, 'POST', '/sessions/current/unlock', { pin: '1111' })).status).toBe(401);
  expect((await asSession(token, 'POST', '/sessions/current/unlock', { pin: '4711' })).status).toBe(200);
  expect((await asSession(token, 'GET', '/orders')).status).toBe(200);
});

test('a clock that runs ahead keeps nothing open', async () => {
  const token = await shop.token(till, worker);
  const lastTouchAt = new Date(shop.now.getTime() + 3_600_000).toISOString();
  await asSession(token, 'POST', '/sessions/current/heartbeat', { lastTouchAt });
  shop.pass(10 * MINUTE_S);
  expect((await current(token)).body.status).toBe('locked');
});

test('a kitchen display does not lock, and every session ends after its hours, booked by housekeeping', async () => {
  const display = shop.till({ kind: 'kitchen_display', idleLockMinutes: null });
  const token = await shop.token(display, worker);
  shop.pass(15.8 * 60 * MINUTE_S);
  const beat = await shop.at(
    display,
    'POST',
    '/sessions/current/heartbeat',
    { lastTouchAt: shop.now.toISOString() },
    token,
  );
  expect(beat.body).toMatchObject({ session: { status: 'active' }, warnings: [{ code: 'session_ends_soon' }] });
  shop.pass(0.2 * 60 * MINUTE_S);
  expect((await current(token, display)).status).toBe(401);
  const id = beat.body.session.id as string;
  expect((await shop.service.call('GET', `/sessions/${id}`)).body).toMatchObject({ status: 'expired', endedAt: null });
  await shop.sql(
    `update staff_sessions set begun_at = now() - interval '2 days', expires_at = now() - interval '1 day'
    where id = $1`,
    [id],
  );
  const { container } = shop.service.api;
  const chore = container.getAll(CHORE).find(({ name }) => name === 'sessions past their time');
  expect(await chore?.run(container.get(WORKER_POOL))).toBe(1);
  expect((await shop.service.call('GET', `/sessions/${id}`)).body).toMatchObject({
    status: 'expired',
    endedWhy: 'expired',
  });
});

test('locking by hand leaves nothing but unlocking and signing out', async () => {
  const token = await shop.token(till, worker);
  expect((await asSession(token, 'POST', '/sessions/current/lock')).body.status).toBe('locked');
  expect((await asSession(token, 'POST', '/sessions/current/lock')).body.status).toBe('locked');
  expect((await asSession(token, 'GET', '/orders')).status).toBe(403);
  expect((await asSession(token, 'DELETE', '/sessions/current')).body).toMatchObject({ endedWhy: 'signed_out' });
  expect((await current(token)).status).toBe(401);
});

test('a PIN that somebody else has set allows nothing until it is changed', async () => {
  worker.mustChange = true;
  const { body } = await shop.signIn(till, worker);
  expect(body).toMatchObject({ mustChangePin: true, session: { mustFirst: 'change_pin' } });
  expect((await asSession(body.token as string, 'GET', '/orders')).status).toBe(403);
  // Somebody chose a PIN, but not in this session: whoever knew the one of before may have begun it.
  worker.mustChange = false;
  shop.service.api.container.get(CallerRecall).recall(`staff:${worker.id}`);
  expect((await asSession(body.token as string, 'GET', '/orders')).status).toBe(403);
});

test('sessions are listed by what one looks for, a page at a time; who acts for another outlet sees none', async () => {
  const begun: string[] = [];
  for (let index = 0; index < 3; index += 1) {
    begun.push((await shop.signIn(till, worker)).body.session.id as string);
    shop.pass(1);
  }
  const list = async (query: string, token?: string): Promise<Answer['body']> =>
    (await shop.service.call('GET', `/sessions?${query}`, token === undefined ? {} : { token })).body;
  const ids = ({ data }: Answer['body']): string[] => data.map(({ id }: { id: string }) => id);
  const first = await list(`personId=${worker.id}&limit=2`);
  expect(ids(first)).toEqual([begun[2], begun[1]]);
  expect(ids(await list(`personId=${worker.id}&limit=2&cursor=${first.nextCursor}`))).toEqual([begun[0]]);
  expect(ids(await list(`deviceId=${till.id}&status=active`))).toEqual([begun[2]]);
  expect(ids(await list(`deviceId=${till.id}&status=ended&method=pin&outletId=${shop.outletId}`))).toHaveLength(2);
  expect(ids(await list(`deviceId=${till.id}&to=${new Date(0).toISOString()}`))).toEqual([]);
  const elsewhere = await shop.service.createKey(shop.service.tenant, {
    permissions: ['sessions:read', 'sessions:manage'],
    outlets: [randomUUID() as OutletId],
  });
  expect(ids(await list(`deviceId=${till.id}`, elsewhere))).toEqual([]);
  expect((await shop.service.call('GET', `/sessions/${begun[2]}`, { token: elsewhere })).status).toBe(404);
  expect((await shop.service.call('DELETE', `/sessions/${begun[2]}`, { token: elsewhere })).status).toBe(404);
});

test('who is in no session is told so', async () => {
  expect((await shop.service.call('GET', '/sessions/current')).body.code).toBe('session_required');
});

test('an access token of the auth service signs its person in; those of others do not', async () => {
  const auth = await startAuthService();
  const other = await TillShop.open({ OIDC_ISSUER: auth.issuer });
  try {
    const [ada, device] = [other.hire({ userId: 'ada' }), other.till()];
    const by = async (claims: object): Promise<Answer> => {
      const accessToken = await auth.forge({ roles: [], tenant: other.service.tenant.slug, ...claims });
      return other.at(device, 'POST', '/sessions', { method: 'oauth', accessToken });
    };
    const { status, body } = await by({ sub: 'ada' });
    expect(status).toBe(201);
    expect(body.session).toMatchObject({ personId: ada.id, method: 'oauth', actor: 'user:ada' });
    expect((await by({ sub: 'bob' })).body.code).toBe('credentials_refused');
    expect((await by({ sub: 'ada', tenant: 'another' })).body.code).toBe('credentials_refused');
    const wrong = await other.at(device, 'POST', '/sessions', { method: 'oauth', accessToken: 'a.b.c' });
    expect(wrong.body.code).toBe('credentials_refused');
    ada.isActive = false;
    expect((await by({ sub: 'ada' })).body.code).toBe('credentials_refused');
    expect((await other.at(device, 'GET', '/sign-in/people')).body.methods).toContain('oauth');
  } finally {
    await other.close();
    await auth.close();
  }
});
