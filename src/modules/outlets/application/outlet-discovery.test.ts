import type { Principal, RequestContext } from '../../../kernel/context.js';
import type { OutletId, TenantId } from '../../../kernel/ids.js';
import { NoDiscovery, RegistryDiscovery } from './outlet-discovery.js';

const asked: string[] = [];
let answer = true;
const discover = {
  execute: (context: RequestContext, outletId: OutletId): Promise<boolean> => {
    asked.push(`${context.tenantId} ${outletId}`);
    return Promise.resolve(answer);
  },
};
beforeEach(() => {
  asked.length = 0;
  answer = true;
});

function contextOf(tenantId = 't', more: Partial<Principal> = {}): RequestContext {
  const principal: Principal = { kind: 'user', id: 'ann', permissions: new Set(), test: false, ...more };
  return { tenantId: tenantId as TenantId, tenantSlug: tenantId, principal, requestId: 'r', at: new Date() };
}

test('what was seen once is not asked about again, by business', async () => {
  const discovery = new RegistryDiscovery(discover);
  for (let count = 0; count < 3; count += 1) await discovery.ensure(contextOf(), 'o');
  await discovery.ensure(contextOf('u'), 'o');
  expect(asked).toEqual(['t o', 'u o']);
});

test('what is not there is asked about each time', async () => {
  const discovery = new RegistryDiscovery(discover);
  answer = false;
  for (let count = 0; count < 3; count += 1) await discovery.ensure(contextOf(), 'o');
  expect(asked).toHaveLength(3);
});

test.each([
  ['a test key', { test: true }],
  ['somebody who may not act for it', { outlets: new Set(['p' as OutletId]) }],
])('nothing is asked for %s', async (_, principal) => {
  await new RegistryDiscovery(discover).ensure(contextOf('t', principal), 'o');
  expect(asked).toEqual([]);
});

test('what it remembers is bounded', async () => {
  const discovery = new RegistryDiscovery(discover, 2);
  for (const outlet of ['a', 'b', 'c', 'c', 'b', 'a']) await discovery.ensure(contextOf(), outlet);
  expect(asked).toEqual(['t a', 't b', 't c', 't a']);
});

test('without a registry nothing is done', async () => {
  const none = new NoDiscovery();
  expect(none.ensure()).toBe(none.ensure());
  await none.ensure();
});
