import type { TestDevice } from '../../harness/test-device.js';
import { AUTH_CACHE_MS, outcomeOf, TwoInstances, type Instance } from './two-instances.js';

// Whatever is taken away acts at once where the door is told, and within its cache's time where nobody tells it (GUARANTEES G10).

jest.setTimeout(240_000);

const PIN = '83915264';
const CACHE_S = AUTH_CACHE_MS / 1_000;
const BOTH: readonly Instance[] = ['one', 'other'];

let shop: TwoInstances;
let desk: TestDevice;

beforeAll(async () => {
  shop = await TwoInstances.open();
  desk = await shop.link({ name: 'Desk' });
});
afterAll(() => shop.close());
beforeEach(() => shop.nextNoon());

/** Somebody at work: what they may is known to the doors of both instances. */
interface AtWork {
  readonly personId: string;
  readonly till: TestDevice;
  readonly sessionId: string;
  /** What they get when they look at the sessions, which takes a manager. */
  readonly look: (at: Instance) => Promise<string | number>;
}

async function atWork(): Promise<AtWork> {
  const till = await shop.link();
  const personId = await shop.hire('manager', PIN, desk);
  const { body } = await shop.signIn(till, personId, PIN);
  const { token, session } = body as { token: string; session: { id: string } };
  const look = async (at: Instance) => outcomeOf(await shop.ask(till, 'GET', '/sessions', { token, at }));
  for (const at of BOTH) expect(await look(at)).toBe(200);
  return { personId, till, sessionId: session.id, look };
}

interface Taking {
  readonly what: string;
  readonly take: (from: AtWork) => Promise<unknown>;
  readonly then: string;
}
const reason = 'because of the test';
const TAKINGS: readonly Taking[] = [
  {
    what: 'the person is disabled',
    take: ({ personId }) => shop.done('POST', `/staff/${personId}/disable`, { reason }),
    then: 'unauthenticated',
  },
  {
    what: 'the role is taken away',
    take: ({ personId }) =>
      shop.done('PUT', `/staff/${personId}/assignments`, { reason, assignments: [{ role: 'cashier' }] }),
    then: 'permission_missing',
  },
  {
    what: 'they are signed out by force',
    take: ({ sessionId }) => shop.done('DELETE', `/sessions/${sessionId}?reason=left`),
    then: 'unauthenticated',
  },
  {
    what: 'the device is locked',
    take: ({ till }) => shop.done('POST', `/devices/${till.id}/lock`, { reason }),
    then: 'unauthenticated',
  },
  {
    what: 'the device is unlinked',
    take: ({ till }) => shop.done('POST', `/devices/${till.id}/unlink`, { reason }),
    then: 'unauthenticated',
  },
];

test.each(TAKINGS)('$what: at once here, and at the other instance as soon as it is told', async ({ take, then }) => {
  const [one, lost] = [await atWork(), await shop.lostSignals()];
  await take(one);
  expect(await one.look('one')).toBe(then);
  await shop.untilTold(async () => (await one.look('other')) !== 200, lost);
  expect(await one.look('other')).toBe(then);
});

describe('with the signals lost', () => {
  test.each(TAKINGS)('$what: at the other instance within the time of its cache', async ({ take, then }) => {
    const one = await atWork();
    await shop.redis.kill('SIGKILL');
    try {
      await take(one);
      expect(await one.look('one')).toBe(then);
      shop.pass(CACHE_S - 1);
      // It may still believe what it knew; never longer than that.
      expect([200, then]).toContain(await one.look('other'));
      shop.pass(1);
      expect(await one.look('other')).toBe(then);
    } finally {
      await shop.redis.restart();
    }
  });
});

test('a role of the business that is allowed less allows less to those who have it', async () => {
  const permissions = ['sessions:read', 'sessions:own', 'orders:read'];
  const role = { code: 'watcher', name: 'Watcher', permissions };
  await shop.done('POST', '/roles', role);
  const [till, personId] = [await shop.link(), await shop.hire('watcher', PIN, desk)];
  const token = await shop.token(till, personId, PIN);
  const look = async (at: Instance) => outcomeOf(await shop.ask(till, 'GET', '/sessions', { token, at }));
  for (const at of BOTH) expect(await look(at)).toBe(200);
  const lost = await shop.lostSignals();
  await shop.done('PATCH', '/roles/watcher', { permissions: permissions.slice(1) });
  expect(await look('one')).toBe('permission_missing');
  await shop.untilTold(async () => (await look('other')) !== 200, lost);
  expect(await look('other')).toBe('permission_missing');
});

test('a PIN that an administrator replaces opens nothing any more, and the new one has to be changed first', async () => {
  const { personId, till } = await atWork();
  await shop.done('PUT', `/staff/${personId}/pin`, { pin: '52741936', reason, confirm: true });
  expect(outcomeOf(await shop.signIn(till, personId, PIN, 'other'))).toBe('credentials_refused');
  const { status, body } = await shop.signIn(till, personId, '52741936', 'other');
  expect([status, body.mustChangePin]).toEqual([201, true]);
  const refused = await shop.ask(till, 'GET', '/sessions', { token: body.token as string });
  expect(outcomeOf(refused)).toBe('permission_missing');
});
