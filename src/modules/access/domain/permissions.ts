/** Everything that a caller can be allowed. Each route names one; a new one is a decision about every role below. */
export const PERMISSIONS = [
  'orders:read',
  'orders:write',
  'orders:void',
  'orders:refund',
  'orders:refund_other_tender',
  'catalog:read',
  'catalog:write',
  'outlets:read',
  'outlets:write',
  'reports:read',
  'api_keys:read',
  'api_keys:write',
  'tenant:read',
  'tenant:write',
  'streams:read',
  'kitchen:read',
  'drawers:read',
  'webhooks:read',
  'webhooks:write',
  'dead_letters:read',
  'dead_letters:write',
  'orders:discount',
  'orders:comp',
  'orders:override_price',
  'orders:tax_exempt',
  'availability:write',
  'pricebooks:read',
  'pricebooks:write',
  'promotions:read',
  'promotions:write',
  'gift_cards:read',
  'gift_cards:issue',
  'gift_cards:manage',
  'loyalty:read',
  'loyalty:enrol',
  'loyalty:manage',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

const KNOWN: ReadonlySet<string> = new Set(PERMISSIONS);

/** True for a permission of the catalogue. */
export function isPermission(text: string): text is Permission {
  return KNOWN.has(text);
}
