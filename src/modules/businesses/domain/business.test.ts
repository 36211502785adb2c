import type { TenantId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import {
  carriedOver,
  changeBusiness,
  followTenant,
  listBusiness,
  turnBusiness,
  type TenantFacts,
} from './business-lifecycle.js';
import type { Business, BusinessRefusal, BusinessStatus } from './business.js';
import { mayActForRegion } from './platform.js';
import { EACH as REGISTRATIONS } from './registration.examples.js';

const AT = new Date('2026-11-01T00:00:00Z');
const days = (count: number): Date => new Date(AT.getTime() + count * 86_400_000);
const TENANT: TenantFacts = {
  id: '0197a3c2-0000-7000-8000-000000000002' as TenantId,
  ...{ slug: 'acme', name: 'Acme', currency: 'KES', status: 'active', version: 3 },
};
const active = listBusiness(TENANT, undefined, AT).state;
const EACH: Readonly<Record<BusinessStatus, Business>> = {
  active,
  suspended: { ...active, status: 'suspended' },
  closed: { ...active, status: 'closed' },
};
const turn = (to: BusinessStatus, at: Date) => (business: Business) =>
  turnBusiness(business, to, { reason: 'because', by: 'user:root', at });
const commands = {
  suspend: turn('suspended', days(1)),
  resume: turn('active', days(29)),
  resumeLate: turn('active', days(30)),
  close: turn('closed', days(1)),
};
const outcomes: Record<
  keyof typeof commands,
  Record<BusinessStatus, BusinessStatus | 'unchanged' | BusinessRefusal>
> = {
  suspend: { active: 'suspended', suspended: 'unchanged', closed: 'business_closed' },
  resume: { active: 'unchanged', suspended: 'active', closed: 'active' },
  resumeLate: { active: 'unchanged', suspended: 'active', closed: 'business_closed' },
  close: { active: 'closed', suspended: 'closed', closed: 'unchanged' },
};
const names = Object.keys(commands) as (keyof typeof commands)[];
const states = Object.keys(EACH) as BusinessStatus[];

test.each(names.flatMap((name) => states.map((status) => [name, status] as const)))(
  '%s a business that is %s',
  (name, status) => {
    const outcome = (): string => {
      try {
        const { state, events } = commands[name](EACH[status]);
        if (events.length === 0) return 'unchanged';
        expect(events).toMatchObject([{ sequence: 2, data: { before: status, reason: 'because' } }]);
        expect(state.carryOver).toMatchObject({ decidedBy: 'user:root' });
        return state.status;
      } catch (error) {
        if (error instanceof Refusal) return error.code;
        throw error;
      }
    };
    expect(outcome()).toBe(outcomes[name][status]);
  },
);

test('a business that came in by a registration has what it said there, and one that did not has nothing', () => {
  const listed = listBusiness(TENANT, REGISTRATIONS.active(), AT);
  expect(listed.state).toMatchObject({ region: 'east-africa', industry: 'cafe', contact: 'a***@e***.com, +25***78' });
  expect(active).toMatchObject({ region: null, industry: null, contact: null, registeredAt: AT });
});

test('the list follows the newest word of the business itself, and an old one says nothing', () => {
  expect(followTenant(active, { ...TENANT, name: 'Old', version: 3 }, 'r', AT)).toEqual({ state: active, events: [] });
  const renamed = followTenant(active, { ...TENANT, name: 'New', version: 4 }, 'r', AT);
  expect(renamed.events).toMatchObject([{ type: 'pos.business.changed', data: { before: { name: 'Acme' } } }]);
  const closed = followTenant(renamed.state, { ...TENANT, name: 'New', status: 'closed', version: 5 }, 'gone', AT);
  expect(closed.events).toMatchObject([{ type: 'pos.business.closed', sequence: 3, data: { reason: 'gone' } }]);
  const same = followTenant(closed.state, { ...TENANT, name: 'New', status: 'closed', version: 6 }, 'r', AT);
  expect(same).toMatchObject({ state: { tenantVersion: 6, version: 3 }, events: [] });
});

test('what was decided here is not undone by an older word while it is carried over', () => {
  const decided = commands.suspend(active).state;
  const heard = followTenant(decided, { ...TENANT, name: 'New', version: 4 }, 'r', days(1)).state;
  expect(heard).toMatchObject({ status: 'suspended', name: 'New', carryOver: { decidedBy: 'user:root' } });
  const carried = carriedOver(heard, 'suspended', 5);
  expect(carried).toMatchObject({ carryOver: null, tenantVersion: 5 });
  const echo = followTenant(carried, { ...TENANT, name: 'New', status: 'suspended', version: 5 }, 'r', days(1));
  expect(echo.events).toEqual([]);
});

test('what was decided since is not carried over by whoever carried the decision before', () => {
  const resumed = turnBusiness(commands.suspend(active).state, 'active', { reason: 'r', by: 'user:root', at: days(2) });
  expect(carriedOver(resumed.state, 'suspended', 4)).toBe(resumed.state);
});

test('notes and region can be changed, and nothing changes by saying the same', () => {
  const { state, events } = changeBusiness(active, { notes: 'pays late', region: 'east-africa' }, 1);
  expect(events).toMatchObject([
    { type: 'pos.business.changed', data: { business: { hasNotes: true, region: 'east-africa' } } },
  ]);
  expect(JSON.stringify(events)).not.toContain('pays late');
  expect(changeBusiness(state, { notes: 'pays late' })).toEqual({ state, events: [] });
  expect(() => changeBusiness(state, { notes: null }, 1)).toThrow('version_mismatch');
  expect(() => changeBusiness(state, { region: 'No Where', notes: '\u0000' })).toThrow('business_invalid');
});

test.each([
  [undefined, null, true],
  [new Set(['a']), 'a', true],
  [new Set(['a']), 'b', false],
  [new Set(['a']), null, false],
])('regions %p and a business of %p', (regions, region, expected) => {
  const principal = { kind: 'user', id: 'x', permissions: new Set<string>(), test: false } as const;
  expect(mayActForRegion({ ...principal, ...(regions && { regions }) }, region)).toBe(expected);
});
