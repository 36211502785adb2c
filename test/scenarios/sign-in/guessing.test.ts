import { randomUUID } from 'node:crypto';
import type { Answer } from '../../harness/service.js';
import type { TestDevice } from '../../harness/test-device.js';
import { outcomeOf, TwoInstances, type Instance } from './two-instances.js';

// Guessing PINs at linked devices, through two instances at once (GUARANTEES G10). The clock stands still unless a test moves it.

jest.setTimeout(240_000);

const PIN = '83915264';
const WRONG = '60427915';
const REFUSED = 'credentials_refused';
const LOCKED = 'sign_in_locked';
const BUSY = 'overloaded';
const NOON_S = 43_200;

let shop: TwoInstances;
let till: TestDevice;
let worker: string;

beforeAll(async () => {
  shop = await TwoInstances.open();
  const desk = await shop.link({ name: 'Desk' });
  worker = await shop.hire('cashier', PIN, desk);
});
afterAll(() => shop.close());
beforeEach(async () => {
  shop.nextNoon();
  till = await shop.link();
});

const wrong = (at = till, who = worker, instance: Instance = 'one'): Promise<Answer> =>
  shop.signIn(at, who, WRONG, instance);
const times = <Value>(count: number, value: Value): Value[] => Array<Value>(count).fill(value);

async function several(count: number, at = till, who = worker): Promise<(string | number)[]> {
  const outcomes: (string | number)[] = [];
  for (let index = 0; index < count; index += 1) outcomes.push(outcomeOf(await wrong(at, who)));
  return outcomes;
}

/** Wrong tries at once, every other one at the other instance. A busy service looks at none and counts none. */
async function together(tries: readonly { at?: TestDevice; who?: string }[]): Promise<(string | number)[]> {
  const guess = ({ at, who }: { at?: TestDevice; who?: string }, index: number): Promise<Answer> =>
    wrong(at, who, index % 2 === 0 ? 'one' : 'other');
  const outcomes = (await Promise.all(tries.map(guess))).map(outcomeOf);
  expect(outcomes.filter((outcome) => ![REFUSED, LOCKED, BUSY].includes(String(outcome)))).toEqual([]);
  return outcomes;
}
const refusedOf = (outcomes: readonly (string | number)[]): number =>
  outcomes.filter((outcome) => outcome === REFUSED).length;

test('five wrong PINs lock the person on the device, twice as long with each further one', async () => {
  expect(await several(5)).toEqual(times(5, REFUSED));
  const waits: string[] = [];
  for (let index = 0; index < 4; index += 1) {
    const locked = await shop.signIn(till, worker, PIN, index % 2 === 0 ? 'other' : 'one');
    expect(outcomeOf(locked)).toBe(LOCKED);
    const wait = locked.headers.get('Retry-After') ?? '';
    waits.push(wait);
    shop.pass(Number(wait) - 1);
    expect(outcomeOf(await shop.signIn(till, worker, PIN))).toBe(LOCKED);
    shop.pass(1);
    if (index < 3) expect(outcomeOf(await wrong())).toBe(REFUSED);
  }
  expect(waits).toEqual(['30', '60', '120', '240']);
  expect(outcomeOf(await shop.signIn(till, worker, PIN))).toBe(201);
  expect(await shop.told('pos.session.sign_in_locked', till.id)).toBe(4);
});

test('other devices and other people are not locked', async () => {
  const [second, colleague] = [await shop.link(), await shop.hire('cashier', PIN, await shop.link())];
  expect(await several(6)).toEqual([...times(5, REFUSED), LOCKED]);
  expect(outcomeOf(await shop.signIn(second, worker, PIN))).toBe(201);
  expect(outcomeOf(await shop.signIn(till, colleague, PIN))).toBe(201);
});

test('guesses through both instances at once do not pass the limit of a person on a device', async () => {
  const outcomes = await together(times(16, {}));
  expect(refusedOf(outcomes)).toBeLessThanOrEqual(5);
  // What a busy service did not look at is tried again: together they are five.
  const rest = await several(6);
  expect(refusedOf(outcomes) + refusedOf(rest)).toBe(5);
  expect(outcomeOf(await shop.signIn(till, worker, PIN, 'other'))).toBe(LOCKED);
});

test('ten within 15 minutes over all persons lock the device, through both instances at once', async () => {
  const outcomes = await together(times(16, {}).map(() => ({ who: randomUUID() })));
  let refused = refusedOf(outcomes);
  expect(refused).toBeLessThanOrEqual(10);
  while (outcomeOf(await wrong(till, randomUUID())) === REFUSED) refused += 1;
  expect(refused).toBe(10);
  const locked = await shop.signIn(till, worker, PIN, 'other');
  expect([outcomeOf(locked), locked.headers.get('Retry-After')]).toEqual([LOCKED, '900']);
  expect(outcomeOf(await shop.signIn(await shop.link(), worker, PIN))).toBe(201);
  shop.pass(899);
  expect(outcomeOf(await shop.signIn(till, worker, PIN))).toBe(LOCKED);
  shop.pass(1);
  expect(outcomeOf(await shop.signIn(till, worker, PIN))).toBe(201);
});

test('fifty of a person in a day lock them everywhere, through both instances at once, until the next day', async () => {
  for (let device = 0; device < 12; device += 1) expect(await several(4, await shop.link())).toEqual(times(4, REFUSED));
  const [one, two] = [await shop.link(), await shop.link()];
  let refused = refusedOf(
    await together([{ at: one }, { at: two }, { at: one }, { at: two }, { at: one }, { at: two }]),
  );
  expect(refused).toBeLessThanOrEqual(2);
  const fresh = await shop.link();
  refused += refusedOf(await several(3, fresh));
  expect(refused).toBe(2);
  const locked = await shop.signIn(await shop.link(), worker, PIN, 'other');
  expect([outcomeOf(locked), locked.headers.get('Retry-After')]).toEqual([LOCKED, String(NOON_S)]);
  const colleague = await shop.hire('cashier', PIN, await shop.link());
  expect(outcomeOf(await shop.signIn(fresh, colleague, PIN))).toBe(201);
  shop.pass(NOON_S);
  expect(outcomeOf(await shop.signIn(fresh, worker, PIN))).toBe(201);
});

/** What can be seen of an answer, without what is each request's own. */
function looks({ status, body, headers }: Answer): object {
  const own = ['date', 'x-request-id', 'request-id', 'traceparent', 'ratelimit', 'connection', 'keep-alive'];
  const seen = [...headers].filter(([name]) => !own.includes(name));
  return { status, seen, body: { ...body, instance: '', requestId: '', traceId: '' } };
}

test('somebody who is not there looks like a wrong PIN: in bodies, headers, counts and events', async () => {
  const seen = async (who: string, pin: string): Promise<object> => {
    const device = await shop.link();
    const answers: object[] = [];
    for (let index = 0; index < 6; index += 1) answers.push(looks(await shop.signIn(device, who, pin)));
    const counts = await shop.rows(
      `select scope, wrong, cardinality(recent) as recent, locked_until from sign_in_counts
        where device_id = $1 or (person_id = $2 and device_id is null) order by scope`,
      [device.id, who],
    );
    const told = await shop.rows(
      `select type, count(*)::int as n from events where position($1 in data::text) > 0 and occurred_at >= $2
          and aggregate = 'sign_ins' group by 1 order by 1`,
      [device.id, new Date(shop.now())],
    );
    return { answers, counts, told };
  };
  const desk = await shop.link();
  const [known, gone] = [await shop.hire('cashier', PIN, desk), await shop.hire('cashier', PIN, desk)];
  await shop.done('POST', `/staff/${gone}/disable`, { reason: 'left' });
  const without = (await shop.done('POST', '/staff', { displayName: 'No Pin', assignments: [{ role: 'cashier' }] })).id;
  const expected = await seen(known, WRONG);
  expect(expected).toMatchObject({ counts: [{ wrong: 5 }, { wrong: 5 }, { wrong: 5 }] });
  for (const who of [randomUUID(), gone, without]) expect(await seen(who, PIN)).toEqual(expected);
});

test('neither the loss of Redis nor a restart forgets anything', async () => {
  const desk = await shop.link();
  expect(await several(4)).toEqual(times(4, REFUSED));
  await several(3, desk, randomUUID());
  await several(3, desk, randomUUID());
  await shop.redis.restart();
  await shop.restartOther();
  expect(outcomeOf(await wrong(till, worker, 'other'))).toBe(REFUSED);
  expect(outcomeOf(await shop.signIn(till, worker, PIN, 'other'))).toBe(LOCKED);
  const more: (string | number)[] = [];
  for (let index = 0; index < 5; index += 1) more.push(outcomeOf(await wrong(desk, randomUUID(), 'other')));
  expect(more).toEqual([...times(4, REFUSED), LOCKED]);
});
