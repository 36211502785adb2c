import { Controller, Get, Path, Query, Request, Route, Security, Tags } from '@tsoa/runtime';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { ItemViews } from '../../ports/catalog-views.js';
import type { CategoryResponse } from './item-dto.js';

@Route('v1/{tenant}/pos/catalog/categories')
@Tags('Catalogue')
export class CategoriesController extends Controller {
  constructor(private readonly views: ItemViews) {
    super();
  }

  /** Lists the categories that items have, by name. */
  @Get()
  @Security('pos', ['catalog:read'])
  async list(
    @Path() tenant: string,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<CategoryResponse>> {
    void tenant;
    const page = pageOf(limit, cursor, ['text']);
    const [after] = (page.after ?? []) as string[];
    const categories = await this.views.categories(request.context, { limit: page.limit, after });
    return listResponse(
      categories,
      page.limit,
      (category) => ({ ...category }),
      ({ name }) => [name],
    );
  }
}
