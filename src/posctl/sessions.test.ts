import { TillShop, type Till, type Worker } from '../../test/harness/till-shop.js';
import { EXIT } from './exit-codes.js';
import { posctl as posctlIn } from './posctl.examples.js';

let shop: TillShop;
let till: Till;
let worker: Worker;

beforeAll(async () => {
  shop = await TillShop.open();
  [till, worker] = [shop.till(), shop.hire()];
});
afterAll(() => shop.close());

const posctl = (...args: string[]) =>
  posctlIn(args, {
    ...{ POS_URL: shop.service.baseUrl, POS_TENANT: shop.service.tenant.slug },
    POS_API_KEY: shop.service.tenant.apiKey,
  });

test('sessions are listed, and those of a person or device end', async () => {
  const token = await shop.token(till, worker);
  const { body } = await shop.at(till, 'GET', '/sessions/current', undefined, token);
  expect((await posctl('sessions', 'list', '--status', 'active', '--device', till.id)).out).toContain(body.id);
  const dry = await posctl('sessions', 'end', 'device', till.id, '--reason', 'lost', '--dry-run');
  expect(dry).toMatchObject({ code: EXIT.done, out: `All sessions of device ${till.id} would end.\n` });
  const ended = await posctl('sessions', 'end', 'person', worker.id, '--reason', 'phone lost', '--yes');
  expect(ended.out).toBe(`Session ${body.id} of user:${worker.id} has ended.\nperson ${worker.id}: 1 ended.\n`);
  expect((await shop.at(till, 'GET', '/sessions/current', undefined, token)).status).toBe(401);
});

test.each([
  [['outlet', 'x', '--reason', 'y'], '"outlet" is none of person and device.'],
  [['person', 'x'], '--reason is missing.'],
])('sessions end %j is wrong usage', async (args, message) => {
  expect(await posctl('sessions', 'end', ...args)).toMatchObject({
    code: EXIT.usage,
    err: expect.stringContaining(message) as string,
  });
});

test('locks after wrong PINs are listed', async () => {
  for (let wrong = 0; wrong < 5; wrong += 1) await shop.signIn(till, worker, '0000');
  const { out } = await posctl('sign-in', 'locks', '--person', worker.id);
  expect(out).toMatch(new RegExp(`person_on_device +${worker.id} +${till.id} +5`));
});
