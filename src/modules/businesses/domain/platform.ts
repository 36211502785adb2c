import type { Principal } from '../../../kernel/context.js';
import type { TenantId } from '../../../kernel/ids.js';

/** The vendor's own tenant, whose rows registrations and the list of businesses are (migration 0036). */
export const PLATFORM = { id: '00000000-0000-7000-8000-000000000001' as TenantId, slug: 'platform' } as const;

/** True when the caller may act for businesses of the region. Where not, they are to look absent (404). */
export function mayActForRegion({ regions }: Principal, region: string | null): boolean {
  return regions === undefined || (region !== null && regions.has(region));
}

/** Whom events and rows name: `user:0197…`. */
export function actorOf({ kind, id }: Principal): string {
  return `${kind}:${id}`;
}
