import type { Tile } from './dashboard.js';
import type { Permission } from './permissions.js';
import { ROLE_PERMISSIONS, type Role } from './roles.js';

/** A role as a template proposes it. */
export interface TemplateRole {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  /** The built-in role that it starts from. */
  readonly basedOn: Role;
  readonly permissions: readonly Permission[];
  readonly dashboard: readonly Tile[];
}

/** Roles that a kind of business usually wants, beside those that are built in. */
export interface RoleTemplate {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly roles: readonly TemplateRole[];
}

interface Proposal {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly basedOn: Role;
  readonly more?: readonly Permission[];
  readonly less?: readonly Permission[];
  readonly dashboard: readonly Tile[];
}

const AT_THE_TILL: readonly Permission[] = [
  'orders:read',
  'orders:write',
  'drawers:open',
  'tables:read',
  'tenders:read',
  'gift_cards:read',
  'loyalty:read',
  'loyalty:enrol',
];
const COUNTER_ONLY: readonly Permission[] = ['kitchen:read', 'tables:read'];

export const ROLE_TEMPLATES: readonly RoleTemplate[] = [
  {
    code: 'cafe',
    name: 'Café',
    description: 'A counter with a coffee machine and a few tables.',
    roles: [
      role({
        code: 'barista',
        name: 'Barista',
        description: 'Sells at the counter, makes what is ordered and marks what is sold out.',
        basedOn: 'cashier',
        more: ['tips:read'],
        dashboard: ['sell', 'kitchen', 'availability', 'loyalty', 'shift'],
      }),
      role({
        code: 'cafe_shift_lead',
        name: 'Shift lead',
        description: 'Opens and closes the café, counts the drawer and gives a coffee on the house.',
        basedOn: 'supervisor',
        more: ['orders:comp', 'days:close'],
        dashboard: ['sell', 'approvals', 'drawer', 'days', 'notices'],
      }),
    ],
  },
  {
    code: 'bar_restaurant',
    name: 'Bar or restaurant',
    description: 'Tables, a kitchen and a bar.',
    roles: [
      role({
        code: 'waiter',
        name: 'Waiter',
        description: 'Takes orders at tables and money; opens no drawer of their own.',
        basedOn: 'cashier',
        more: ['tips:read'],
        less: ['drawers:open'],
        dashboard: ['sell', 'orders', 'kitchen', 'tips', 'shift'],
      }),
      role({
        code: 'kitchen',
        name: 'Kitchen',
        description: 'Sees what is to be made and marks what is sold out. Sees no money and sells nothing.',
        basedOn: 'cashier',
        less: AT_THE_TILL,
        dashboard: ['kitchen', 'availability', 'shift'],
      }),
      role({
        code: 'floor_manager',
        name: 'Floor manager',
        description: 'Leads the evening: gives things on the house, shares tips and closes the day.',
        basedOn: 'supervisor',
        more: ['orders:comp', 'tips:manage', 'days:close', 'reports:read'],
        dashboard: ['approvals', 'orders', 'kitchen', 'tips', 'days'],
      }),
    ],
  },
  {
    code: 'retail',
    name: 'Retail',
    description: 'A shop with a counter, shelves and deliveries.',
    roles: [
      role({
        code: 'sales_associate',
        name: 'Sales associate',
        description: 'Sells, enrols customers and issues gift cards.',
        basedOn: 'cashier',
        more: ['gift_cards:issue', 'promotions:read'],
        less: COUNTER_ONLY,
        dashboard: ['sell', 'gift_cards', 'loyalty', 'promotions', 'shift'],
      }),
      role({
        code: 'returns_desk',
        name: 'Returns desk',
        description: 'Takes goods back and pays for them, also in another way than they were paid.',
        basedOn: 'cashier',
        more: ['orders:refund', 'orders:refund_other_tender', 'payments:read'],
        less: COUNTER_ONLY,
        dashboard: ['orders', 'sell', 'drawer', 'shift'],
      }),
      role({
        code: 'stock_keeper',
        name: 'Stock keeper',
        description: 'Looks after items, prices and price labels.',
        basedOn: 'inventory_clerk',
        more: ['pricebooks:write'],
        dashboard: ['catalog', 'prices', 'availability', 'shift'],
      }),
    ],
  },
  {
    code: 'salon',
    name: 'Salon',
    description: 'Services by the hour, and products to take home.',
    roles: [
      role({
        code: 'stylist',
        name: 'Stylist',
        description: 'Rings up what they have done, with a discount where it is due, and sees their tips.',
        basedOn: 'cashier',
        more: ['orders:discount', 'tips:read'],
        less: COUNTER_ONLY,
        dashboard: ['sell', 'loyalty', 'tips', 'shift'],
      }),
      role({
        code: 'front_desk',
        name: 'Front desk',
        description: 'Takes the money for all chairs, issues gift cards and counts the drawer.',
        basedOn: 'cashier',
        more: ['gift_cards:issue', 'drawers:read', 'drawers:move', 'orders:discount', 'days:read'],
        less: COUNTER_ONLY,
        dashboard: ['sell', 'drawer', 'gift_cards', 'loyalty', 'days'],
      }),
    ],
  },
  {
    code: 'pharmacy',
    name: 'Pharmacy',
    description: 'A counter where some things may be sold by few, and many pay no tax.',
    roles: [
      role({
        code: 'pharmacy_assistant',
        name: 'Pharmacy assistant',
        description: 'Sells over the counter.',
        basedOn: 'cashier',
        less: COUNTER_ONLY,
        dashboard: ['sell', 'loyalty', 'drawer', 'shift'],
      }),
      role({
        code: 'pharmacist',
        name: 'Pharmacist',
        description: 'Stands for what assistants may not do alone: exempt sales, refunds, and items that are recalled.',
        basedOn: 'supervisor',
        more: ['catalog:write', 'pricebooks:read'],
        less: COUNTER_ONLY,
        dashboard: ['approvals', 'sell', 'catalog', 'availability', 'notices'],
      }),
    ],
  },
];

/** The template of a code. */
export function templateOf(code: string): RoleTemplate | undefined {
  return ROLE_TEMPLATES.find((template) => template.code === code);
}

function role({ more = [], less = [], ...rest }: Proposal): TemplateRole {
  const permissions = [...ROLE_PERMISSIONS[rest.basedOn], ...more].filter((permission) => !less.includes(permission));
  return { ...rest, permissions: [...new Set(permissions)].sort() };
}
