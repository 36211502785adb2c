import { PERMISSION_TEXTS } from './permission-texts.js';
import { BUILT_IN_ROLE_TEXTS } from './built-in-role-texts.js';
import { TILE_PERMISSIONS } from './dashboard.js';
import { builtInRolesOf, matrixOf } from './permission-matrix.js';
import { PERMISSIONS, PLATFORM_PERMISSIONS, type Permission } from './permissions.js';
import { givenBy, permissionsOf, ROLE_PERMISSIONS, type Role } from './roles.js';

// The matrix cell by cell, written out so that nobody widens a role by accident. The columns are the roles in this order.
const COLUMNS: readonly Role[] = [
  'cashier',
  'bartender',
  'supervisor',
  'manager',
  'inventory_clerk',
  'accountant',
  'owner',
  'business_admin',
  'platform_super_admin',
  'platform_regional_admin',
];
const TABLE = `
                              cash bar  sup  man  inv  acc  own  adm  psa  pra
  orders:read                 x    x    x    x    .    x    x    x    x    .
  orders:write                x    x    x    x    .    .    x    x    x    .
  orders:void                 .    .    x    x    .    .    x    x    x    .
  orders:refund               .    .    x    x    .    .    x    x    x    .
  orders:refund_other_tender  .    .    .    x    .    .    x    x    x    .
  catalog:read                x    x    x    x    x    x    x    x    x    .
  catalog:write               .    .    .    x    x    .    x    x    x    .
  outlets:read                x    x    x    x    x    x    x    x    x    .
  outlets:write               .    .    .    x    .    .    x    x    x    .
  reports:read                .    .    .    x    .    x    x    x    x    .
  api_keys:read               .    .    .    x    .    .    x    x    x    .
  api_keys:write              .    .    .    .    .    .    x    x    x    .
  tenant:read                 x    x    x    x    x    x    x    x    x    x
  tenant:write                .    .    .    .    .    .    x    x    x    .
  streams:read                x    x    x    x    .    .    x    x    x    .
  kitchen:read                x    x    x    x    .    .    x    x    x    .
  drawers:read                .    .    x    x    .    x    x    x    x    .
  webhooks:read               .    .    .    x    .    .    x    x    x    .
  webhooks:write              .    .    .    .    .    .    x    x    x    .
  dead_letters:read           .    .    .    x    .    .    x    x    x    .
  dead_letters:write          .    .    .    .    .    .    x    x    x    .
  orders:discount             .    x    x    x    .    .    x    x    x    .
  orders:comp                 .    .    .    x    .    .    x    x    x    .
  orders:override_price       .    .    .    x    .    .    x    x    x    .
  orders:tax_exempt           .    .    x    x    .    .    x    x    x    .
  availability:write          x    x    x    x    x    .    x    x    x    .
  pricebooks:read             .    .    .    x    x    x    x    x    x    .
  pricebooks:write            .    .    .    x    .    .    x    x    x    .
  promotions:read             .    .    .    x    .    x    x    x    x    .
  promotions:write            .    .    .    x    .    .    x    x    x    .
  gift_cards:read             x    x    x    x    .    x    x    x    x    .
  gift_cards:issue            .    .    x    x    .    .    x    x    x    .
  gift_cards:manage           .    .    .    x    .    .    x    x    x    .
  loyalty:read                x    x    x    x    .    x    x    x    x    .
  loyalty:enrol               x    x    x    x    .    .    x    x    x    .
  loyalty:manage              .    .    .    x    .    .    x    x    x    .
  drawers:open                x    x    x    x    .    .    x    x    x    .
  drawers:move                .    .    x    x    .    .    x    x    x    .
  drawers:no_sale             .    x    x    x    .    .    x    x    x    .
  drawers:approve             .    .    .    x    .    .    x    x    x    .
  drawers:manage              .    .    .    x    .    .    x    x    x    .
  drawers:deposit             .    .    .    x    .    .    x    x    x    .
  tables:read                 x    x    x    x    .    .    x    x    x    .
  tables:manage               .    .    .    x    .    .    x    x    x    .
  tenders:read                x    x    x    x    .    x    x    x    x    .
  tenders:write               .    .    .    x    .    .    x    x    x    .
  payments:read               .    .    x    x    .    x    x    x    x    .
  payments:resolve            .    .    .    x    .    .    x    x    x    .
  settlements:write           .    .    .    x    .    x    x    x    x    .
  providers:read              .    .    .    x    .    .    x    x    x    .
  providers:write             .    .    .    .    .    .    x    x    x    .
  shifts:clock                x    x    x    x    x    .    x    x    x    .
  shifts:read                 .    .    x    x    .    x    x    x    x    .
  shifts:manage               .    .    .    x    .    .    x    x    x    .
  tips:read                   .    x    x    x    .    x    x    x    x    .
  tips:manage                 .    .    .    x    .    .    x    x    x    .
  days:read                   .    .    x    x    .    x    x    x    x    .
  days:close                  .    .    .    x    .    .    x    x    x    .
  audit:read                  .    .    .    x    .    x    x    x    x    .
  approvals:grant             .    .    x    x    .    .    x    x    x    .
  approvals:manage            .    .    .    x    .    .    x    x    x    .
  house_accounts:read         .    .    x    x    .    x    x    x    x    .
  house_accounts:manage       .    .    .    x    .    .    x    x    x    .
  invariants:read             .    .    .    x    .    x    x    x    x    .
  notices:read                .    .    x    x    .    x    x    x    x    .
  notices:write               .    .    x    x    .    .    x    x    x    .
  staff:read                  .    .    x    x    .    .    x    x    x    .
  staff:manage                .    .    .    x    .    .    x    x    x    .
  staff:reset_pin             .    .    .    x    .    .    x    x    x    .
  roles:read                  .    .    .    x    .    .    x    x    x    .
  roles:manage                .    .    .    .    .    .    x    x    x    .
  devices:read                .    .    x    x    .    .    x    x    x    .
  devices:manage              .    .    .    x    .    .    x    x    x    .
  devices:self                .    .    .    .    .    .    .    .    .    .
  sync:upload                 .    .    .    .    .    .    .    .    .    .
  sync:relay                  .    .    .    x    .    .    x    x    x    .
  sync:master_data            .    .    .    x    .    .    x    x    x    .
  sync:read                   .    .    x    x    .    .    x    x    x    .
  sync:resolve                .    .    .    x    .    .    x    x    x    .
  sessions:read               .    .    x    x    .    .    x    x    x    .
  sessions:manage             .    .    .    x    .    .    x    x    x    .
  sessions:own                x    x    x    x    x    x    x    x    x    x
  licence:read                .    .    .    x    .    x    x    x    x    .
  licence:manage              .    .    .    .    .    .    x    x    x    .
  businesses:read             .    .    .    .    .    .    .    .    x    x
  businesses:register         .    .    .    .    .    .    .    .    x    x
  businesses:manage           .    .    .    .    .    .    .    .    x    x
  plans:manage                .    .    .    .    .    .    .    .    x    .
  licences:manage             .    .    .    .    .    .    .    .    x    .
`;

const lines = TABLE.trim().split('\n').slice(1);
const cells = lines.flatMap((line) => {
  const [permission, ...marks] = line.trim().split(/\s+/) as [Permission, ...string[]];
  return COLUMNS.map((role, index) => ({ role, permission, may: marks[index] === 'x', mark: marks[index] }));
});

test('the table has every permission and every role, once', () => {
  expect(lines.map((line) => line.trim().split(/\s+/)[0]).sort()).toEqual([...PERMISSIONS].sort());
  expect([...COLUMNS].sort()).toEqual(Object.keys(ROLE_PERMISSIONS).sort());
  expect(cells.filter(({ mark }) => mark !== 'x' && mark !== '.')).toEqual([]);
  expect(cells).toHaveLength(PERMISSIONS.length * COLUMNS.length);
});

test.each(cells)('$role and $permission: $may', ({ role, permission, may }) => {
  expect(permissionsOf([role]).has(permission)).toBe(may);
});

test('unknown roles give nothing, and roles add up', () => {
  expect(permissionsOf(['astronaut', 'constructor', '__proto__']).size).toBe(0);
  const all = permissionsOf(COLUMNS);
  expect(PERMISSIONS.filter((permission) => !all.has(permission))).toEqual(['devices:self', 'sync:upload']);
});

test('no role holds a permission twice, and none what devices alone are given', () => {
  for (const role of COLUMNS) {
    expect(new Set(ROLE_PERMISSIONS[role]).size).toBe(ROLE_PERMISSIONS[role].length);
    expect(ROLE_PERMISSIONS[role]).not.toContain('devices:self');
  }
});

test.each(COLUMNS)('outside the platform, %s gives nothing of the platform', (role) => {
  const given = givenBy(ROLE_PERMISSIONS[role], false);
  expect(PLATFORM_PERMISSIONS.filter((permission) => given.has(permission))).toEqual([]);
  expect(givenBy(ROLE_PERMISSIONS[role], true)).toEqual(new Set(ROLE_PERMISSIONS[role]));
});

test.each(PERMISSIONS)('%s is told in words', (permission) => {
  const { group, title, purpose } = PERMISSION_TEXTS[permission];
  expect(title).toMatch(/^[A-Z][^.]{2,39}$/);
  expect(purpose).toMatch(/^[A-Z].{5,100}\.$/);
  expect(group === 'platform').toBe(PLATFORM_PERMISSIONS.includes(permission));
});

test('no two permissions go by the same words', () => {
  const titles = Object.values(PERMISSION_TEXTS).map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});

test.each(COLUMNS)('%s is told in words, and opens every tile of its dashboard', (role) => {
  const { name, description, dashboard } = BUILT_IN_ROLE_TEXTS[role];
  expect(name).not.toBe('');
  expect(description).toMatch(/\.$/);
  const may = permissionsOf([role]);
  expect(dashboard.filter((tile) => !may.has(TILE_PERMISSIONS[tile]))).toEqual([]);
});

test('the matrix of a business has its own roles, and none of the platform', () => {
  const at = new Date('2030-01-01T00:00:00Z');
  const own = {
    ...{ id: 'r' as never, code: 'head_barista', name: 'Head barista', description: '', basedOn: null, template: null },
    ...{
      permissions: ['orders:read'] as const,
      dashboard: [],
      createdBy: 'anna',
      createdAt: at,
      updatedAt: at,
      version: 1,
    },
  };
  const rows = matrixOf([own], false);
  expect(rows).toHaveLength(PERMISSIONS.length);
  expect(rows.find(({ permission }) => permission === 'orders:read')?.roles).toContain('head_barista');
  expect(rows.find(({ permission }) => permission === 'plans:manage')).toMatchObject({ platform: true, roles: [] });
  expect(rows.flatMap(({ roles }) => roles).filter((code) => code.startsWith('platform_'))).toEqual([]);
  expect(builtInRolesOf(true)).toEqual(expect.arrayContaining([...COLUMNS]));
});
