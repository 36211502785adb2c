import type { Tile } from './dashboard.js';
import type { Role } from './roles.js';

/** How a role is shown to people. */
export interface RoleText {
  readonly name: string;
  readonly description: string;
  /** What a screen shows first to who has the role. */
  readonly dashboard: readonly Tile[];
}

/** The words for the roles that every business has. */
export const BUILT_IN_ROLE_TEXTS: Readonly<Record<Role, RoleText>> = {
  cashier: {
    name: 'Cashier',
    description: 'Sells, takes money and opens the drawer. Gives nothing back and takes nothing off.',
    dashboard: ['sell', 'orders', 'drawer', 'shift'],
  },
  bartender: {
    name: 'Bartender',
    description: 'A cashier behind the bar: may also give a discount and open the drawer to make change.',
    dashboard: ['sell', 'orders', 'drawer', 'tips', 'shift'],
  },
  supervisor: {
    name: 'Supervisor',
    description: 'Leads a shift: voids, refunds, moves cash and stands for what a cashier may not do alone.',
    dashboard: ['sell', 'approvals', 'drawer', 'notices', 'days'],
  },
  manager: {
    name: 'Manager',
    description: 'Runs an outlet: prices, people, devices, closing the day and all that a supervisor may.',
    dashboard: ['reports', 'notices', 'approvals', 'days', 'staff', 'devices'],
  },
  inventory_clerk: {
    name: 'Inventory clerk',
    description: 'Looks after items and what is sold out. Does not sell, and sees no money.',
    dashboard: ['catalog', 'availability', 'prices'],
  },
  accountant: {
    name: 'Accountant',
    description: 'Reads reports, payments and the audit, and reconciles settlements. Changes nothing at the till.',
    dashboard: ['reports', 'settlements', 'payments', 'days', 'audit'],
  },
  owner: {
    name: 'Owner',
    description: 'Everything within the business.',
    dashboard: ['reports', 'notices', 'staff', 'licence', 'audit'],
  },
  business_admin: {
    name: 'Business administrator',
    description: 'Everything within the business, for who runs it for the owner.',
    dashboard: ['reports', 'notices', 'staff', 'devices', 'licence'],
  },
  platform_super_admin: {
    name: 'Platform administrator',
    description: 'The vendor itself: businesses, plans and licences of all regions.',
    dashboard: ['businesses', 'licence', 'notices', 'audit'],
  },
  platform_regional_admin: {
    name: 'Regional administrator of the platform',
    description: 'The vendor itself: registers and looks after the businesses of some regions.',
    dashboard: ['businesses'],
  },
};
