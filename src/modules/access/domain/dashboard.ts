import type { Permission } from './permissions.js';

/** The parts of a screen that a role may want to see first, and what one must be allowed to open them. */
export const TILE_PERMISSIONS = {
  sell: 'orders:write',
  orders: 'orders:read',
  kitchen: 'kitchen:read',
  drawer: 'drawers:open',
  shift: 'shifts:clock',
  availability: 'availability:write',
  catalog: 'catalog:write',
  prices: 'pricebooks:read',
  promotions: 'promotions:read',
  gift_cards: 'gift_cards:read',
  loyalty: 'loyalty:read',
  house_accounts: 'house_accounts:read',
  tips: 'tips:read',
  approvals: 'approvals:grant',
  payments: 'payments:read',
  settlements: 'settlements:write',
  reports: 'reports:read',
  days: 'days:read',
  notices: 'notices:read',
  staff: 'staff:read',
  devices: 'devices:read',
  audit: 'audit:read',
  licence: 'licence:read',
  businesses: 'businesses:read',
} as const satisfies Readonly<Record<string, Permission>>;

export type Tile = keyof typeof TILE_PERMISSIONS;

/** True for a tile that is known. Others were known once, and are left out. */
export function isTile(text: string): text is Tile {
  return Object.hasOwn(TILE_PERMISSIONS, text);
}
