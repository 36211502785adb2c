import {
  Body,
  Controller,
  Get,
  Patch,
  Path,
  Post,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { IdSource, OutletId } from '../../../../kernel/ids.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ChangeTable } from '../../application/change-table.js';
import type { CreateTable } from '../../application/create-table.js';
import type { DiningTable, TableId } from '../../domain/dining-table.js';
import type { TableViews } from '../../ports/table-views.js';
import {
  toListedTable,
  toTableResponse,
  type ChangeTableRequest,
  type CreateTableRequest,
  type ListedTableResponse,
  type DiningTableArea,
  type TableExpansion,
  type TableResponse,
} from './table-dtos.js';

const SHOWN: Answer<DiningTable, TableResponse> = {
  status: 200,
  render: toTableResponse,
  etag: ({ version }) => version,
};

@Route('v1/{tenant}/pos/tables')
@Tags('Tables')
export class TablesController extends Controller {
  constructor(
    private readonly views: TableViews,
    private readonly creating: CreateTable,
    private readonly changing: ChangeTable,
    private readonly ids: IdSource,
  ) {
    super();
  }

  /**
   * Lists the tables of the outlets that the caller may act for, by position and name. To see the orders at them takes
   * `orders:read` as well.
   * @param q part of the name or the area
   * @param expand `orders`: with the open and held orders at each table
   */
  @Get()
  @Security('pos', ['tables:read'])
  @Response<Problem>(400, 'cursor_invalid')
  @Response<Problem>(403, 'permission_missing')
  async list(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() outletId?: Uuid,
    @Query() area?: DiningTableArea,
    @Query() active?: boolean,
    @Query() q?: string,
    @Query() expand?: TableExpansion,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ListedTableResponse>> {
    const page = pageOf(limit, cursor, ['number', 'text', 'uuid']);
    const tables = await this.views.tables(request.context, {
      ...{ outletId: outletId as OutletId | undefined, area, active, q, withOrders: expand === 'orders' },
      ...{ limit: page.limit, after: page.after as [number, string, string] | undefined },
    });
    return listResponse(tables, page.limit, toListedTable, ({ table: { position, name, id } }) => [position, name, id]);
  }

  /** Says that an outlet has a table. */
  @Post()
  @Security('pos', ['tables:manage'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(409, 'table_id_taken, table_name_taken')
  @Response<Problem>(422, 'card_data_not_allowed, table_invalid')
  create(
    @Path() tenant: string,
    @Body() body: CreateTableRequest,
    @Request() request: PosRequest,
  ): Promise<TableResponse> {
    const { name, area = null, seats, position = 0 } = body;
    const id = (body.id as TableId | undefined) ?? this.ids.next<'table'>();
    const location = (table: DiningTable): string => `/v1/${tenant}/pos/tables/${table.id}`;
    return answer(request, { ...SHOWN, status: 201, location }, (context) =>
      this.creating.execute(context, { id, outletId: body.outletId as OutletId, name, area, seats, position }),
    );
  }

  /** Shows a table. */
  @Get('{tableId}')
  @Security('pos', ['tables:read'])
  @Response<Problem>(404, 'table_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() tableId: Uuid,
    @Request() request: PosRequest,
  ): Promise<TableResponse> {
    return answered(request, SHOWN, await this.views.table(request.context, tableId as TableId));
  }

  /** Changes a table, retires it or takes it back. Orders that named it keep its id. */
  @Patch('{tableId}')
  @Security('pos', ['tables:manage'])
  @Response<Problem>(404, 'table_not_found')
  @Response<Problem>(409, 'table_name_taken, table_occupied')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed, table_invalid')
  change(
    @Path('tenant') _tenant: string,
    @Path() tableId: Uuid,
    @Body() body: ChangeTableRequest,
    @Request() request: PosRequest,
  ): Promise<TableResponse> {
    const expected = expectedVersion(request);
    return answer(request, SHOWN, (context) =>
      this.changing.execute(context, tableId as TableId, { ...body }, expected),
    );
  }
}
