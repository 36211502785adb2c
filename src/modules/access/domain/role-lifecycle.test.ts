import type { Principal } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { TILE_PERMISSIONS } from './dashboard.js';
import { PERMISSIONS } from './permissions.js';
import type { OwnRoleId } from './role.js';
import { changeRole, createRole, removeRole, type RoleWish } from './role-lifecycle.js';
import { ROLE_TEMPLATES } from './role-templates.js';
import { isBuiltIn, isReserved, permissionsOf } from './roles.js';

const at = new Date('2030-01-01T00:00:00Z');
const owner: Principal = { kind: 'user', id: 'anna', permissions: permissionsOf(['owner']), test: false };
const making = { by: owner, at, ofPlatform: false };
const wish: RoleWish = {
  ...{
    id: 'r' as OwnRoleId,
    code: 'head_barista',
    name: 'Head barista',
    description: '',
    basedOn: null,
    template: null,
  },
  ...{ permissions: ['orders:write', 'orders:read', 'orders:read'], dashboard: ['sell'] },
};
const role = createRole(wish, making).state;
const narrow: Principal = { ...owner, permissions: new Set(['roles:manage', 'orders:read']) };
const atOneOutlet: Principal = { ...owner, outlets: new Set(['o' as OutletId]) };

test.each([
  { title: 'a code that is built in', more: { code: 'manager' }, code: 'role_built_in' },
  { title: 'no permissions', more: { permissions: [] }, code: 'role_without_permissions' },
  {
    title: 'what devices alone may',
    more: { permissions: ['devices:self'] as const },
    code: 'role_permission_reserved',
  },
  {
    title: 'what the vendor alone gives',
    more: { permissions: ['plans:manage'] as const },
    code: 'role_permission_reserved',
  },
  { title: 'more than its maker may', by: narrow, more: {}, code: 'role_exceeds_caller' },
  { title: 'more outlets than its maker has', by: atOneOutlet, more: {}, code: 'role_exceeds_caller' },
])('no role is made with $title', ({ by = owner, more, code }) => {
  expect(() => createRole({ ...wish, ...more }, { ...making, by })).toThrow(expect.objectContaining({ code }));
});

test('the vendor gives what is of the platform, to roles of its own', () => {
  const vendor = { ...owner, permissions: new Set<string>(PERMISSIONS) };
  const made = createRole({ ...wish, permissions: ['plans:manage'] }, { by: vendor, at, ofPlatform: true });
  expect(made.state.permissions).toEqual(['plans:manage']);
});

test('a role is made, changed and removed, and each is told of with what was before', () => {
  expect(role).toMatchObject({ permissions: ['orders:read', 'orders:write'], version: 1, createdBy: 'anna' });
  const changed = changeRole(role, { permissions: ['orders:read'] }, { ...making, reason: 'reads only' });
  expect(changed.events).toMatchObject([
    {
      ...{ type: 'pos.role.changed', aggregate: 'roles', sequence: 2 },
      data: { before: { permissions: ['orders:read', 'orders:write'] }, reason: 'reads only', role: { version: 2 } },
    },
  ]);
  const removed = removeRole(changed.state, { by: owner, holders: 0, reason: null });
  expect(removed.events).toMatchObject([
    {
      type: 'pos.role.removed',
      sequence: 3,
      data: { role: { code: 'head_barista' }, before: { name: 'Head barista' } },
    },
  ]);
});

test('a change that changes nothing is told to nobody', () => {
  const same = { name: 'Head barista', permissions: ['orders:write', 'orders:read'] as const };
  expect(changeRole(role, same, { ...making, reason: null })).toEqual({ state: role, events: [] });
});

test.each([
  {
    title: 'adds what they lack',
    by: { ...narrow, permissions: new Set([...role.permissions]) },
    changes: { permissions: ['orders:void'] as const },
  },
  { title: 'takes away from a role above them', by: narrow, changes: { permissions: ['orders:read'] as const } },
  { title: 'acts for some outlets only', by: atOneOutlet, changes: { name: 'x' } },
  { title: 'acts for some regions only', by: { ...owner, regions: new Set(['east']) }, changes: { name: 'x' } },
])('nobody changes a role who $title', ({ by, changes }) => {
  expect(() => changeRole(role, changes, { ...making, by, reason: null })).toThrow(
    expect.objectContaining({ code: 'role_exceeds_caller' }),
  );
});

test('nobody removes a role that somebody has, or that is above them', () => {
  const remove = (by: Principal, holders: number) => () => removeRole(role, { by, holders, reason: null });
  expect(remove(owner, 1)).toThrow(
    expect.objectContaining({ code: 'role_in_use', facts: { code: role.code, holders: 1 } }),
  );
  expect(remove(narrow, 0)).toThrow(expect.objectContaining({ code: 'role_exceeds_caller' }));
});

const proposed = ROLE_TEMPLATES.flatMap((template) =>
  template.roles.map((one) => ({ template: template.code, ...one })),
);

test.each(proposed)('$template: $code can be made by an owner, and opens what it shows', (one) => {
  expect(isBuiltIn(one.code)).toBe(false);
  expect(one.code).toMatch(/^[a-z][a-z0-9_]{1,39}$/);
  expect(one.permissions.filter((permission) => isReserved(permission, false))).toEqual([]);
  expect(one.dashboard.filter((tile) => !one.permissions.includes(TILE_PERMISSIONS[tile]))).toEqual([]);
  const { state } = createRole({ ...one, id: 'r' as OwnRoleId, template: one.template }, making);
  expect(state).toMatchObject({ code: one.code, template: one.template, permissions: one.permissions });
});

test('no two templates propose the same code, and there is one for each kind of business', () => {
  const codes = proposed.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(ROLE_TEMPLATES.map(({ code }) => code)).toEqual(['cafe', 'bar_restaurant', 'retail', 'salon', 'pharmacy']);
});
