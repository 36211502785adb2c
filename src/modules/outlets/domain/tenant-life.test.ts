import type { TenantId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import {
  closeTenant,
  isClosedForGood,
  PLATFORM_ID,
  registerTenant,
  resumeTenant,
  suspendTenant,
  type Tenant,
  type TenantRefusal,
  type TenantStatus,
} from './tenant.js';

const CLOSED = new Date('2026-11-01T00:00:00Z');
const SOON = new Date('2026-11-30T23:59:59Z');
const LATE = new Date('2026-12-01T00:00:00Z');
const draft = { slug: 'acme', name: 'Acme', currency: 'USD', minorDigits: {} };
const active = registerTenant({ ...draft, id: '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e' as TenantId }).state;
const EACH: Readonly<Record<TenantStatus, Tenant>> = {
  active,
  suspended: { ...active, status: 'suspended' },
  closed: { ...active, status: 'closed', closedAt: CLOSED },
};
const commands = {
  suspend: (tenant: Tenant) => suspendTenant(tenant, { reason: 'unpaid', at: SOON }),
  resume: (tenant: Tenant) => resumeTenant(tenant, { reason: 'paid', at: SOON }),
  resumeLate: (tenant: Tenant) => resumeTenant(tenant, { reason: 'paid', at: LATE }),
  close: (tenant: Tenant) => closeTenant(tenant, { reason: 'gone', at: SOON }),
};
type Outcome = TenantStatus | 'unchanged' | TenantRefusal;
const outcomes: Readonly<Record<keyof typeof commands, Readonly<Record<TenantStatus, Outcome>>>> = {
  suspend: { active: 'suspended', suspended: 'unchanged', closed: 'tenant_closed_for_good' },
  resume: { active: 'unchanged', suspended: 'active', closed: 'active' },
  resumeLate: { active: 'unchanged', suspended: 'active', closed: 'tenant_closed_for_good' },
  close: { active: 'closed', suspended: 'closed', closed: 'unchanged' },
};

function outcomeOf(command: keyof typeof commands, tenant: Tenant): string {
  try {
    const { state, events } = commands[command](tenant);
    if (events.length === 0) return state === tenant ? 'unchanged' : 'changed without an event';
    expect(events).toMatchObject([{ sequence: tenant.version + 1, data: { before: tenant.status } }]);
    return state.status;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const names = Object.keys(commands) as (keyof typeof commands)[];
const states = Object.keys(EACH) as TenantStatus[];
test.each(names.flatMap((name) => states.map((status) => [name, status] as const)))(
  '%s a business that is %s',
  (name, status) => {
    expect(outcomeOf(name, EACH[status])).toBe(outcomes[name][status]);
  },
);

test('a closed business says since when, and one that goes on does not', () => {
  expect(closeTenant(active, { reason: 'gone', at: SOON })).toMatchObject({
    state: { closedAt: SOON },
    events: [{ type: 'pos.tenant.closed', data: { reason: 'gone', tenant: { closedAt: SOON.toISOString() } } }],
  });
  expect(resumeTenant(EACH.closed, { reason: 'back', at: SOON }).state.closedAt).toBeNull();
});

test('thirty days after it was closed it is closed for good', () => {
  expect([SOON, LATE].map((at) => isClosedForGood(EACH.closed, at))).toEqual([false, true]);
});

test.each(['suspend', 'close'] as const)('the vendor itself: %s', (name) => {
  expect(outcomeOf(name, { ...active, id: PLATFORM_ID })).toBe('tenant_is_platform');
});
