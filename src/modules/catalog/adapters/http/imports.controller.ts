import { Controller, Get, Path, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ImportId } from '../../domain/catalog-import.js';
import type { ImportViews } from '../../ports/catalog-views.js';
import { toImportResponse, toImportSummary, type ImportResponse, type ImportSummary } from './import-dto.js';

/** Imports are begun by `import-route.ts`, which streams. */
@Route('v1/{tenant}/pos/catalog/imports')
@Tags('Catalogue')
export class ImportsController extends Controller {
  constructor(private readonly views: ImportViews) {
    super();
  }

  /** Lists imports, newest first. */
  @Get()
  @Security('pos', ['catalog:read'])
  async list(
    @Path() tenant: string,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ImportSummary>> {
    void tenant;
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const imports = await this.views.imports(request.context, { limit: page.limit, after });
    return listResponse(imports, page.limit, toImportSummary, ({ startedAt, id }) => [startedAt.toISOString(), id]);
  }

  /** Shows an import and how far it has come. */
  @Get('{importId}')
  @Security('pos', ['catalog:read'])
  @Response<Problem>(404, 'import_not_found')
  async show(@Path() tenant: string, @Path() importId: Uuid, @Request() request: PosRequest): Promise<ImportResponse> {
    void tenant;
    return toImportResponse(await this.views.import(request.context, importId as ImportId));
  }
}
