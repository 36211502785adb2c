import type { SourceItem } from '../domain/source-item.js';

/** Where a listing of the source is to begin. */
export interface SourceQuestion {
  readonly tenantSlug: string;
  /** What has changed since this revision of the source; `null` is everything. */
  readonly since: string | null;
  /** `nextCursor` of the page before. */
  readonly cursor: string | null;
}

export interface SourcePage {
  readonly revision: string;
  readonly items: readonly SourceItem[];
  /** `null` on the last page. */
  readonly nextCursor: string | null;
}

/** Owns the items of a business: the inventory service or an ERP. It is asked outside of transactions only. */
export interface CatalogueSource {
  /** What items that come from there are marked with. */
  readonly name: string;
  /** False: nobody but us owns the catalogue. */
  readonly configured: boolean;
  /** True for a while after a row of failures: asking now would only add to them. */
  readonly suspended: boolean;
  /** @throws SourceForgot; SourceFailed when there is no answer that could be used. */
  page(question: SourceQuestion): Promise<SourcePage>;
}
