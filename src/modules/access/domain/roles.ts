import { DEVICE_PERMISSIONS, PERMISSIONS, PLATFORM_PERMISSIONS, type Permission } from './permissions.js';

export type Role =
  | 'cashier'
  | 'bartender'
  | 'supervisor'
  | 'manager'
  | 'inventory_clerk'
  | 'accountant'
  | 'owner'
  | 'business_admin'
  | 'platform_super_admin'
  | 'platform_regional_admin';

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
  'drawers:open',
  'tables:read',
  'tenders:read',
  'shifts:clock',
  'sessions:own',
];
/** Behind the bar the drawer is opened to make change, and what a guest of a tab is given is given there. */
const BARTENDER: readonly Permission[] = [...CASHIER, 'orders:discount', 'drawers:no_sale', 'tips:read'];
const SUPERVISOR: readonly Permission[] = [
  ...CASHIER,
  'orders:void',
  'orders:refund',
  'orders:discount',
  'orders:tax_exempt',
  'gift_cards:issue',
  'drawers:read',
  'drawers:move',
  'drawers:no_sale',
  'payments:read',
  'shifts:read',
  'tips:read',
  'days:read',
  'approvals:grant',
  'house_accounts:read',
  'notices:read',
  'notices:write',
  'staff:read',
  'devices:read',
  'sessions:read',
  'sync:read',
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
  'drawers:approve',
  'drawers:manage',
  'drawers:deposit',
  'tables:manage',
  'tenders:write',
  'payments:resolve',
  'settlements:write',
  'providers:read',
  'shifts:manage',
  'tips:manage',
  'days:close',
  'audit:read',
  'approvals:manage',
  'house_accounts:manage',
  'invariants:read',
  'staff:manage',
  'staff:reset_pin',
  'roles:read',
  'devices:manage',
  'sync:relay',
  'sync:master_data',
  'sync:resolve',
  'sessions:manage',
  'licence:read',
];
/** Everything within one business. */
const OWNER: readonly Permission[] = PERMISSIONS.filter(
  (permission) => !PLATFORM_PERMISSIONS.includes(permission) && !DEVICE_PERMISSIONS.includes(permission),
);

/** The permission matrix: the one table that says what each role of the auth service may do here. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  cashier: CASHIER,
  bartender: BARTENDER,
  supervisor: SUPERVISOR,
  manager: MANAGER,
  inventory_clerk: [
    'catalog:read',
    'catalog:write',
    'availability:write',
    'pricebooks:read',
    'outlets:read',
    'tenant:read',
    'shifts:clock',
    'sessions:own',
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
    'drawers:read',
    'tenders:read',
    'payments:read',
    'settlements:write',
    'shifts:read',
    'tips:read',
    'days:read',
    'audit:read',
    'house_accounts:read',
    'invariants:read',
    'notices:read',
    'sessions:own',
    'licence:read',
  ],
  owner: OWNER,
  business_admin: OWNER,
  platform_super_admin: [...OWNER, ...PLATFORM_PERMISSIONS],
  platform_regional_admin: [
    'businesses:read',
    'businesses:register',
    'businesses:manage',
    'tenant:read',
    'sessions:own',
  ],
};

/** True for the code of a role that every business has. */
export function isBuiltIn(code: string): code is Role {
  return Object.hasOwn(ROLE_PERMISSIONS, code);
}

/** The permissions of several roles together. Roles we do not know, such as those of other services, give nothing. */
export function permissionsOf(roles: readonly string[]): ReadonlySet<Permission> {
  return new Set(roles.filter(isBuiltIn).flatMap((role) => ROLE_PERMISSIONS[role]));
}

/**
 * What roles give in one business: what belongs to the platform is given by the vendor's own tenant alone, and what belongs to
 * devices by no role.
 */
export function givenBy(permissions: Iterable<Permission>, ofPlatform: boolean): ReadonlySet<Permission> {
  return new Set([...permissions].filter((permission) => !isReserved(permission, ofPlatform)));
}

/** True for what no role of this business may hold. */
export function isReserved(permission: Permission, ofPlatform: boolean): boolean {
  return DEVICE_PERMISSIONS.includes(permission) || (!ofPlatform && PLATFORM_PERMISSIONS.includes(permission));
}
