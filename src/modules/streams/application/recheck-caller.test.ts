import type { Principal } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { RecheckCaller, type StreamGrant } from './recheck-caller.js';

const [HERE, THERE] = ['here', 'there'] as OutletId[] as [OutletId, OutletId];
const NEEDED = ['streams:read', 'orders:read'];
const credentials = { authorization: 'Bearer x', tenantSlug: 't' };

function caller(permissions: readonly string[], outlets?: readonly OutletId[]): Principal {
  const few = outlets === undefined ? {} : { outlets: new Set(outlets) };
  return { kind: 'api-key', id: 'k', permissions: new Set(permissions), ...few, test: true };
}

const rows: { title: string; before?: Principal; now: Principal | undefined; outletId?: OutletId; may: boolean }[] = [
  { title: 'nothing has changed', now: caller(NEEDED), may: true },
  { title: 'the key is gone', now: undefined, may: false },
  { title: 'a permission is gone', now: caller(['streams:read']), may: false },
  { title: 'more permissions than before', now: caller([...NEEDED, 'catalog:read']), may: true },
  { title: 'the outlet is still theirs', now: caller(NEEDED, [HERE, THERE]), outletId: HERE, may: true },
  { title: 'the outlet is gone', now: caller(NEEDED, [THERE]), outletId: HERE, may: false },
  { title: 'the same outlets', before: caller(NEEDED, [HERE, THERE]), now: caller(NEEDED, [THERE, HERE]), may: true },
  { title: 'fewer outlets', before: caller(NEEDED, [HERE, THERE]), now: caller(NEEDED, [HERE]), may: false },
  { title: 'other outlets', before: caller(NEEDED, [HERE]), now: caller(NEEDED, [THERE]), may: false },
  { title: 'confined since', now: caller(NEEDED, [HERE]), may: false },
  { title: 'free since', before: caller(NEEDED, [HERE]), now: caller(NEEDED), may: false },
];

test.each(rows)('$title: $may', async ({ before, now, outletId, may }) => {
  const known = now && { principal: now, expiresAt: Infinity };
  const recheck = new RecheckCaller({ identify: () => Promise.resolve(known) });
  const grant: StreamGrant = { credentials, permissions: NEEDED, outletId, principal: before ?? caller(NEEDED) };
  expect(await recheck.execute(grant)).toBe(may);
});

test('who cannot be asked about is not judged', async () => {
  const recheck = new RecheckCaller({ identify: () => Promise.reject(new Error('away')) });
  await expect(recheck.execute({ credentials, permissions: [], principal: caller([]) })).rejects.toThrow('away');
});
