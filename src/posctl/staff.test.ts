import { startService, type TestService } from '../../test/harness/service.js';
import { EXIT } from './exit-codes.js';
import { posctl as posctlIn } from './posctl.examples.js';

let service: TestService;
beforeAll(async () => {
  service = await startService({ SECRETS_KEY: Buffer.alloc(32, 3).toString('base64') });
});
afterAll(() => service.close());

const posctl = (...args: string[]) =>
  posctlIn(args, {
    ...{ POS_URL: service.baseUrl, POS_TENANT: service.tenant.slug, POS_API_KEY: service.tenant.apiKey },
  });

test('somebody is taken on, listed, given a PIN and disabled', async () => {
  expect((await posctl('staff', 'add', 'Amara O.', '--role', 'cashier', '--dry-run')).code).toBe(EXIT.done);
  const added = await posctl('staff', 'add', 'Amara O.', '--role', 'cashier', '--number', 'A7', '--json');
  const { id } = JSON.parse(added.out) as { id: string };
  expect((await posctl('staff', 'list', '--role', 'cashier')).out).toMatch(
    new RegExp(`A7 +Amara O\\. +active +cashier +${id}`),
  );
  const reset = await posctl('staff', 'reset-pin', id, '--reason', 'first day', '--yes');
  expect(reset.out).toMatch(/^\d{4}\n$/);
  expect((await service.call('GET', `/staff/${id}/pin`)).body).toMatchObject({ isSet: true, mustChange: true });
  const dry = await posctl('staff', 'disable', id, '--reason', 'left', '--dry-run');
  expect(dry.out).toBe('Amara O. would be disabled.\n');
  const disabled = await posctl('staff', 'disable', id, '--reason', 'left', '--yes');
  expect(disabled).toMatchObject({ code: EXIT.done, out: 'Amara O. does not work here any more.\n' });
});

test.each([['disable'], ['reset-pin']])('staff %s wants a reason', async (verb) => {
  expect(await posctl('staff', verb, 'x')).toMatchObject({
    code: EXIT.usage,
    err: expect.stringContaining('--reason is missing.') as string,
  });
});
