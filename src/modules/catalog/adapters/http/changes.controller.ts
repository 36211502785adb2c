import { Controller, Get, Path, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { listResponse, pageOf, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { badValue } from '../../../../platform/http/values.js';
import type { ChangeViews } from '../../ports/sync-views.js';
import { toItemResponse } from './item-dto.js';
import type { CatalogChangesResponse, CatalogRevision } from './sync-dto.js';

@Route('v1/{tenant}/pos/catalog/changes')
@Tags('Catalogue')
export class ChangesController extends Controller {
  constructor(private readonly views: ChangeViews) {
    super();
  }

  /**
   * Lists the items that have changed since a revision of the catalogue, deleted ones included: what a till needs to bring its own
   * copy up to date.
   * @param since `revision` of the last page that was fetched before; everything when absent
   * @param cursor `nextCursor` of the page before, with the same `since`
   */
  @Get()
  @Security('pos', ['catalog:read'])
  @Response<Problem>(410, 'catalog_revision_unknown')
  async list(
    @Path() tenant: string,
    @Request() request: PosRequest,
    @Query() since?: CatalogRevision,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<CatalogChangesResponse> {
    void tenant;
    const page = pageOf(limit, cursor, ['number', 'uuid']);
    const after = page.after as [number, string] | undefined;
    if (after !== undefined && !Number.isSafeInteger(after[0]))
      throw badValue('/query/cursor', 'must be a nextCursor of this list');
    const { revision, items } = await this.views.changes(request.context, {
      since: since ?? 0,
      limit: page.limit,
      after,
    });
    const shown = listResponse(
      items,
      page.limit,
      ({ item }) => toItemResponse(item),
      ({ contentRevision, item }) => [contentRevision, item.id],
    );
    return { revision, ...shown };
  }
}
