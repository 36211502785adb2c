import { PERMISSIONS } from '../../src/modules/access/index.js';
import { operations, pathOf } from '../harness/contract.js';
import { startService, type Answer, type TestService, type TestTenant } from '../harness/service.js';

// Every route of the generated contract, so routes that are added later are covered without a change here.
const rows = operations.map((operation) => ({ name: `${operation.method} ${operation.template}`, operation }));

let service: TestService;
let other: TestTenant;
const keyWithout = new Map<string, string>();

beforeAll(async () => {
  service = await startService();
  other = await service.createTenant();
});
afterAll(() => service.close());

async function keyLacking(permission: string): Promise<string> {
  const known = keyWithout.get(permission);
  if (known !== undefined) return known;
  const key = await service.createKey(service.tenant, { permissions: PERMISSIONS.filter((one) => one !== permission) });
  keyWithout.set(permission, key);
  return key;
}

/** What is the caller's own: the path they asked for and the trace of their request. */
function withoutOwn({ status, body, headers }: Answer): object {
  const own = ['x-request-id', 'date', 'content-length', 'keep-alive'];
  const shown = [...headers].filter(([name]) => !own.includes(name));
  return { status, headers: shown, body: { ...body, instance: '', traceId: '' } };
}

describe.each(rows)('$name', ({ operation }) => {
  const { method } = operation;

  test.each([
    { title: 'without a token', token: null },
    { title: 'with a token that is none', token: 'nonsense' },
    { title: 'with a key nobody made', token: `pos_live_${'0'.repeat(26)}_${'0'.repeat(40)}` },
  ])('a stranger $title learns nothing', async ({ token }) => {
    const answer = await service.call(method, pathOf(operation, service.tenant.slug), { token });
    expect(answer).toMatchObject({
      status: 401,
      body: { code: 'unauthenticated', status: 401, traceId: expect.any(String) },
    });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  test('the business of somebody else looks like one that does not exist', async () => {
    const theirs = await service.call(method, pathOf(operation, service.tenant.slug), { token: other.apiKey });
    const nobodys = await service.call(method, pathOf(operation, 'no-such-tenant'), { token: other.apiKey });
    expect(theirs).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(withoutOwn(theirs)).toEqual(withoutOwn(nobodys));
  });

  test('without its permission it is forbidden, by name', async () => {
    const [permission] = operation.permissions as [string];
    const answer = await service.call(method, pathOf(operation, service.tenant.slug), {
      token: await keyLacking(permission),
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'permission_missing', permission } });
  });
});
