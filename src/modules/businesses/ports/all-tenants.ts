import type { BusinessName } from '../domain/business.js';

/** All businesses of the installation, by their own rows, for the worker alone. */
export interface AllTenants {
  /** The next after an id, in their order; at most `limit`. */
  page(after: string | undefined, limit: number): Promise<readonly BusinessName[]>;
}
