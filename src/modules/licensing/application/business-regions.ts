import type { KnownBusiness } from '../ports/businesses.js';

/** Bound by the module that keeps the list of businesses. */
export abstract class BusinessRegions {
  /** The vendor's region that a business belongs to, also while it is being made; `null`: none. */
  abstract regionOf(business: KnownBusiness): Promise<string | null>;
}
