import type { TenantId } from '../../../kernel/ids.js';

export interface KnownBusiness {
  readonly id: TenantId;
  readonly slug: string;
}

/** Whose slug is it, and of which of the vendor's regions? */
export interface Businesses {
  bySlug(slug: string): Promise<KnownBusiness | undefined>;
  /** `null`: of none. */
  regionOf(business: KnownBusiness): Promise<string | null>;
}
