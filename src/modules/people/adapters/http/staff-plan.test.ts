import { startService, type TestService } from '../../../../../test/harness/service.js';
import { hired, hiring } from './staff.examples.js';

jest.setTimeout(120_000);

/** What the plan `free` has places for. */
const PLACES = 5;

let service: TestService;
beforeAll(async () => {
  service = await startService({ DEFAULT_PLAN: 'free' });
});
afterAll(() => service.close());

test('the last place is given once; who left frees theirs, and comes back only where there is room', async () => {
  const people = [];
  for (let place = 1; place < PLACES; place += 1) people.push(await hired(service));
  const racing = await Promise.all(Array.from({ length: 3 }, () => service.call('POST', '/staff', { body: hiring() })));
  expect(racing.map(({ status }) => status).sort()).toEqual([201, 403, 403]);
  expect(racing.find(({ status }) => status === 403)?.body).toMatchObject({ code: 'entitlement_exceeded' });
  const body = { reason: 'x' };
  expect((await service.call('POST', `/staff/${people[0].id}/disable`, { body })).status).toBe(200);
  await hired(service);
  const back = await service.call('POST', `/staff/${people[0].id}/enable`, { body });
  expect(back).toMatchObject({ status: 403, body: { code: 'entitlement_exceeded' } });
  const changed = await service.call('PATCH', `/staff/${people[1].id}`, { body: { note: 'what exists goes on' } });
  expect(changed.status).toBe(200);
});
