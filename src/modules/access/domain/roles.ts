import { PERMISSIONS, type Permission } from './permissions.js';

export type Role = 'cashier' | 'supervisor' | 'manager' | 'inventory_clerk' | 'accountant' | 'owner';

const CASHIER: readonly Permission[] = [
  'orders:read',
  'orders:write',
  'catalog:read',
  'outlets:read',
  'tenant:read',
  'streams:read',
  'kitchen:read',
  'availability:write',
  'gift_cards:read',
  'loyalty:read',
  'loyalty:enrol',
];
const SUPERVISOR: readonly Permission[] = [
  ...CASHIER,
  'orders:void',
  'orders:refund',
  'orders:discount',
  'orders:tax_exempt',
  'gift_cards:issue',
  'drawers:read',
];
const MANAGER: readonly Permission[] = [
  ...SUPERVISOR,
  'orders:refund_other_tender',
  'orders:comp',
  'orders:override_price',
  'pricebooks:read',
  'pricebooks:write',
  'promotions:read',
  'promotions:write',
  'gift_cards:manage',
  'loyalty:manage',
  'catalog:write',
  'outlets:write',
  'reports:read',
  'api_keys:read',
  'webhooks:read',
  'dead_letters:read',
];

/** The permission matrix: the one table that says what each role of the auth service may do here. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  cashier: CASHIER,
  supervisor: SUPERVISOR,
  manager: MANAGER,
  inventory_clerk: [
    'catalog:read',
    'catalog:write',
    'availability:write',
    'pricebooks:read',
    'outlets:read',
    'tenant:read',
  ],
  accountant: [
    'orders:read',
    'catalog:read',
    'outlets:read',
    'reports:read',
    'tenant:read',
    'pricebooks:read',
    'promotions:read',
    'gift_cards:read',
    'loyalty:read',
  ],
  owner: PERMISSIONS,
};

/** The permissions of several roles together. Roles we do not know, such as those of other services, give nothing. */
export function permissionsOf(roles: readonly string[]): ReadonlySet<Permission> {
  const known = roles.filter((role): role is Role => Object.hasOwn(ROLE_PERMISSIONS, role));
  return new Set(known.flatMap((role) => ROLE_PERMISSIONS[role]));
}
