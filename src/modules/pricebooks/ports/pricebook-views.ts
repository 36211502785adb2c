import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { EntryChange } from '../domain/entry-changes.js';
import type { Entry } from '../domain/price-effect.js';
import type { Pricebook, PricebookId, Version } from '../domain/pricebook.js';

export interface PricebookQuery {
  /** A part of name or code, whatever the letter case. */
  readonly q?: string;
  readonly status?: Pricebook['status'];
  /** Books that apply at the outlet, now, at a time to come, or by their draft. */
  readonly outletId?: OutletId;
  readonly limit: number;
  /** Name and id of the last book of the page before. */
  readonly after?: readonly [name: string, id: string];
}

interface Page<After> {
  readonly limit: number;
  readonly after?: After;
}

/** What callers ask about pricebooks. Pages have one entry more than the limit when there are more. */
export interface PricebookViews {
  /** @throws Refusal `pricebook_not_found`. */
  book(context: RequestContext, id: PricebookId): Promise<Pricebook>;
  /** By name, then id. */
  books(context: RequestContext, query: PricebookQuery): Promise<readonly Pricebook[]>;
  /** @throws Refusal `pricebook_not_found`, `pricebook_version_not_found`. */
  version(context: RequestContext, id: PricebookId, number: number): Promise<Version>;
  /** The highest number first. @param page `after` is the number of the last one of the page before. */
  versions(context: RequestContext, id: PricebookId, page: Page<number>): Promise<readonly Version[]>;
  /** By SKU. @throws Refusal `pricebook_not_found`, `pricebook_version_not_found`. */
  entries(
    context: RequestContext,
    id: PricebookId,
    number: number,
    page: Page<string> & { readonly sku?: string },
  ): Promise<readonly Entry[]>;
  /** The entries that differ between two versions, by SKU. @throws as `version`. */
  entryChanges(
    context: RequestContext,
    id: PricebookId,
    numbers: { readonly from: number; readonly to: number },
    page: Page<string>,
  ): Promise<{ readonly from: Version; readonly to: Version; readonly changes: readonly EntryChange[] }>;
}
