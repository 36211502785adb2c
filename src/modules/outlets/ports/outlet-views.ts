import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Outlet } from '../domain/outlet.js';
import type { Tenant } from '../domain/tenant.js';

export interface OutletQuery {
  /** Absent: open and closed ones. */
  readonly active?: boolean;
  readonly limit: number;
  /** Name and id of the last outlet of the page before. */
  readonly after?: readonly [name: string, id: string];
}

/** What callers ask about outlets. Outlets that the caller may not act for look absent. */
export interface OutletViews {
  tenant(context: RequestContext): Promise<Tenant>;
  /** @throws Refusal `outlet_not_found`. */
  outlet(context: RequestContext, id: OutletId): Promise<Outlet>;
  /** Ordered by name, then id; one more than the limit when there are more. */
  outlets(context: RequestContext, query: OutletQuery): Promise<readonly Outlet[]>;
}
