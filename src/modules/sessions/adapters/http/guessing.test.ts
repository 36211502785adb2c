import { randomUUID } from 'node:crypto';
import { startSecondInstance } from '../../../../../test/harness/second-instance.js';
import type { Answer } from '../../../../../test/harness/service.js';
import { PostgresTx } from '../../../../platform/postgres/transaction.js';
import { TillShop, type Till, type Worker } from '../../../../../test/harness/till-shop.js';

const DAY_S = 86_400;
const WRONG = '9999';

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

/** What an answer says of guessing: its code, or the status of a success. */
const outcome = ({ status, body }: Answer): string | number => (body?.code as string | undefined) ?? status;
const wrong = (at: Till = till, who: Pick<Worker, 'id'> = worker): Promise<Answer> => shop.signIn(at, who, WRONG);

async function several(count: number, at: Till = till, who: Pick<Worker, 'id'> = worker): Promise<(string | number)[]> {
  const outcomes: (string | number)[] = [];
  for (let index = 0; index < count; index += 1) outcomes.push(outcome(await wrong(at, who)));
  return outcomes;
}

const times = <Value>(count: number, value: Value): Value[] => Array<Value>(count).fill(value);
const REFUSED = 'credentials_refused';
const LOCKED = 'sign_in_locked';

test('the fifth wrong PIN locks the person on the device, for everybody who knows it or not', async () => {
  expect(await several(6)).toEqual([...times(5, REFUSED), LOCKED]);
  const hashed = shop.hashes.asked;
  const right = await shop.signIn(till, worker);
  expect(right).toMatchObject({ status: 423, body: { code: LOCKED, retryable: true } });
  expect(right.headers.get('Retry-After')).toBe('30');
  expect(shop.hashes.asked).toBe(hashed);
  shop.pass(29);
  expect(outcome(await shop.signIn(till, worker))).toBe(LOCKED);
  shop.pass(1);
  expect(outcome(await shop.signIn(till, worker))).toBe(201);
});

test('each further wrong PIN doubles the wait, up to an hour, until a right one', async () => {
  await several(4);
  const waits: string[] = [];
  for (let index = 0; index < 9; index += 1) {
    expect(outcome(await wrong())).toBe(REFUSED);
    const wait = (await shop.signIn(till, worker)).headers.get('Retry-After') ?? '';
    waits.push(wait);
    shop.pass(Number(wait));
  }
  expect(waits).toEqual(['30', '60', '120', '240', '480', '960', '1920', '3600', '3600']);
  expect(outcome(await shop.signIn(till, worker))).toBe(201);
  expect(await several(5)).toEqual(times(5, REFUSED));
  expect((await wrong()).headers.get('Retry-After')).toBe('30');
});

test('other devices and other people are not locked by it', async () => {
  await several(5);
  expect(outcome(await shop.signIn(shop.till(), worker))).toBe(201);
  expect(outcome(await shop.signIn(till, shop.hire()))).toBe(201);
});

test('ten wrong PINs within 15 minutes lock the device for 15, whoever was tried', async () => {
  for (let index = 0; index < 9; index += 1) {
    expect(outcome(await wrong(till, { id: randomUUID() }))).toBe(REFUSED);
    shop.pass(60);
  }
  expect(outcome(await shop.signIn(till, worker))).toBe(201);
  expect(outcome(await wrong(till, shop.hire()))).toBe(REFUSED);
  const refused = await shop.signIn(till, worker);
  expect(refused).toMatchObject({ status: 423, body: { code: LOCKED } });
  expect(refused.headers.get('Retry-After')).toBe('900');
  expect(outcome(await shop.signIn(shop.till(), worker))).toBe(201);
  shop.pass(900);
  expect(outcome(await shop.signIn(till, worker))).toBe(201);
});

test('fifty wrong PINs of a person in a day lock them everywhere until the next, or until somebody lifts it', async () => {
  for (let index = 0; index < 12; index += 1) await several(4, shop.till());
  expect(await several(2, shop.till())).toEqual(times(2, REFUSED));
  const fresh = shop.till();
  expect((await shop.signIn(fresh, worker)).headers.get('Retry-After')).toBe(String(DAY_S / 2));
  expect(outcome(await shop.signIn(fresh, shop.hire()))).toBe(201);

  const [lock] = (await shop.service.call('GET', `/sign-in/locks?scope=account&personId=${worker.id}`)).body.data;
  expect(lock).toMatchObject({ scope: 'account', personId: worker.id, wrongTries: 50, outletId: shop.outletId });
  const lift = { body: { reason: 'it was her own child' } };
  expect((await shop.service.call('POST', `/sign-in/locks/${lock.id}/lift`, lift)).body).toMatchObject({
    wrongTries: 0,
  });
  expect(await shop.service.call('POST', `/sign-in/locks/${lock.id}/lift`, lift)).toMatchObject({
    body: { code: 'sign_in_lock_not_found' },
  });
  expect(outcome(await shop.signIn(fresh, worker))).toBe(201);
  const told = (await shop.events('pos.session.account_locked')).filter(({ data }) => has(data, worker.id));
  expect(told).toMatchObject([{ data: { lock: { scope: 'account', wrong: 50, id: lock.id } } }]);
  expect((await shop.events('pos.session.lock_lifted')).at(-1)).toMatchObject({
    data: { reason: 'it was her own child', before: { wrong: 50 }, lock: { wrong: 0, lockedUntil: null } },
  });
});

const has = (data: object, text: string): boolean => JSON.stringify(data).includes(text);

test('the account opens again with the next day of UTC', async () => {
  for (let index = 0; index < 13; index += 1) await several(4, shop.till());
  const fresh = shop.till();
  shop.pass(DAY_S / 2 - 1);
  expect(outcome(await shop.signIn(fresh, worker))).toBe(LOCKED);
  shop.pass(1);
  expect(outcome(await shop.signIn(fresh, worker))).toBe(201);
});

test('somebody who is not there, may not work here or has no PIN looks like a wrong PIN, in all that is seen and done', async () => {
  const strangers = {
    nobody: { id: randomUUID() },
    disabled: shop.hire({ isActive: false }),
    noRole: shop.hire({ roles: [] }),
    noPin: shop.hire({ pin: undefined }),
  };
  const seen = async (who: Pick<Worker, 'id'>, pin: string) => {
    const device = shop.till();
    const before = { hashed: shop.hashes.asked, asked: shop.staff.asked };
    const answers: unknown[] = [];
    for (let index = 0; index < 6; index += 1) {
      const { status, body } = await shop.signIn(device, who, pin);
      answers.push([status, body.code, body.detail, body.title]);
    }
    return { answers, hashed: shop.hashes.asked - before.hashed, asked: shop.staff.asked - before.asked };
  };
  const expected = await seen(shop.hire(), WRONG);
  expect(expected.hashed).toBe(5);
  for (const stranger of Object.values(strangers)) {
    for (const pin of [WRONG, '4711']) expect(await seen(stranger, pin)).toEqual(expected);
  }
});

test('guesses at the same time do not pass the limit', async () => {
  const hashed = shop.hashes.asked;
  const answers = await Promise.all(times(20, undefined).map(() => wrong()));
  const codes = answers.map(outcome);
  expect(codes.filter((code) => code === REFUSED)).toHaveLength(5);
  expect(codes.filter((code) => code === LOCKED)).toHaveLength(15);
  expect(shop.hashes.asked - hashed).toBe(5);
  const [device, people] = [shop.till(), times(20, undefined).map(() => shop.hire())];
  const spread = (await Promise.all(people.map((one) => wrong(device, one)))).map(outcome);
  expect(spread.filter((code) => code === REFUSED)).toHaveLength(10);
});

test('the right PIN at the same time as others is not held against anybody', async () => {
  const answers = await Promise.all([wrong(), wrong(), shop.signIn(till, worker), wrong(), wrong()]);
  expect(answers.map(outcome).filter((code) => code === REFUSED)).toHaveLength(4);
  expect(answers.map(outcome).filter((code) => code === 201)).toHaveLength(1);
});

test('a try that could not be looked at does not count', async () => {
  await several(4);
  shop.hashes.isBusy = true;
  for (let index = 0; index < 12; index += 1) expect((await wrong()).status).toBe(500);
  shop.hashes.isBusy = false;
  expect(await several(2)).toEqual([REFUSED, LOCKED]);
});

test('another instance, with nothing in memory or in Redis, has forgotten nothing', async () => {
  await several(5);
  const second = await startSecondInstance(shop.service.database);
  try {
    await shop.equip(second.api.container);
    const answer = await fetch(`${second.baseUrl}/v1/${shop.service.tenant.slug}/pos/sessions`, {
      method: 'POST',
      headers: {
        ...{ Authorization: `Bearer ${till.token}`, 'POS-Device-Secret': till.secret },
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ method: 'pin', personId: worker.id, pin: '4711' }),
    });
    // The other instance has the clock of the machine, which is behind the one that this test moves.
    expect(answer.status).toBe(423);
  } finally {
    await second.close();
  }
});

test('events tell who was tried, where and why, and never what was typed', async () => {
  await wrong();
  await wrong(till, { id: randomUUID() });
  await shop.at(till, 'POST', '/sessions', { method: 'badge', badge: 'badge-9999-unknown' });
  const told = (await shop.events('pos.session.sign_in_failed')).filter(({ data }) => has(data, till.id));
  expect(told).toMatchObject([
    { data: { personId: worker.id, method: 'pin', purpose: 'sign_in', why: 'wrong_pin' }, actor: `device:${till.id}` },
    { data: { method: 'pin', why: 'no_such_person' } },
    { data: { personId: null, method: 'badge', why: 'unknown_badge' } },
  ]);
  const all = JSON.stringify(await shop.sql('select data from events'));
  expect(all).not.toMatch(/9999|4711/);
  const kept = JSON.stringify([
    await shop.sql('select * from idempotency_keys'),
    await shop.sql('select * from staff_sessions'),
  ]);
  expect(kept).not.toMatch(/"4711"|pos_session_/);
});

test('signing in costs the same with 200 people as with two', async () => {
  const cost = async (): Promise<object> => {
    const [device, one] = [shop.till(), shop.hire()];
    await shop.signIn(device, one);
    const before = { hashed: shop.hashes.asked, asked: shop.staff.asked };
    let statements = 0;
    const spy = jest.spyOn(PostgresTx.prototype, 'asTx').mockImplementation(function asTx(this: PostgresTx) {
      const { client } = this;
      const query = client.query.bind(client) as (...given: unknown[]) => unknown;
      client.query = ((...given: unknown[]) => {
        statements += 1;
        return query(...given);
      }) as never;
      return this as never;
    });
    expect(outcome(await shop.signIn(device, one))).toBe(201);
    expect(outcome(await wrong(device, one))).toBe(REFUSED);
    spy.mockRestore();
    return { statements, hashed: shop.hashes.asked - before.hashed, asked: shop.staff.asked - before.asked };
  };
  shop.staff.workers.clear();
  const few = await cost();
  for (let index = 0; index < 200; index += 1) shop.hire({ badge: `badge-${index}` });
  expect(await cost()).toEqual(few);
});

test('what a device without a session asks of others is refused', async () => {
  expect((await shop.at(till, 'GET', '/sign-in/locks')).body).toMatchObject({ permission: 'sessions:read' });
  const key = await shop.service.createKey(shop.service.tenant, { permissions: ['devices:self'] });
  const body = { method: 'pin', personId: worker.id, pin: '4711' };
  const asked = await shop.service.call('POST', '/sessions', { token: key, body });
  expect(asked).toMatchObject({ status: 403, body: { code: 'device_required' } });
});
