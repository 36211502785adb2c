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
import type { ChangeOutlet } from '../../application/change-outlet.js';
import type { OpenOutlet } from '../../application/open-outlet.js';
import type { Outlet } from '../../domain/outlet.js';
import type { OutletViews } from '../../ports/outlet-views.js';
import type { ChangeOutletRequest, OpenOutletRequest, OutletResponse } from './outlet-dto.js';
import { changesFrom, openingFrom, toOutletResponse } from './outlet-mapping.js';

const SHOWN: Answer<Outlet, OutletResponse> = { status: 200, render: toOutletResponse, etag: ({ version }) => version };

@Route('v1/{tenant}/pos/outlets')
@Tags('Outlets')
export class OutletsController extends Controller {
  constructor(
    private readonly views: OutletViews,
    private readonly openOutlet: OpenOutlet,
    private readonly changeOutlet: ChangeOutlet,
    private readonly ids: IdSource,
  ) {
    super();
  }

  /** Lists the outlets that the caller may act for, by name. */
  @Get()
  @Security('pos', ['outlets:read'])
  async list(
    @Path() tenant: string,
    @Request() request: PosRequest,
    @Query() active?: boolean,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<OutletResponse>> {
    void tenant;
    const page = pageOf(limit, cursor, ['text', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const outlets = await this.views.outlets(request.context, { active, limit: page.limit, after });
    return listResponse(outlets, page.limit, toOutletResponse, ({ name, id }) => [name, id]);
  }

  /** Opens an outlet: it can sell as soon as this is answered. */
  @Post()
  @Security('pos', ['outlets:write'])
  @SuccessResponse(201)
  @Response<Problem>(403, 'outlets_restricted')
  @Response<Problem>(409, 'outlet_id_taken, receipt_prefix_taken')
  @Response<Problem>(422, 'outlet_invalid')
  open(
    @Path() tenant: string,
    @Body() body: OpenOutletRequest,
    @Request() request: PosRequest,
  ): Promise<OutletResponse> {
    const location = ({ id }: Outlet): string => `/v1/${tenant}/pos/outlets/${id}`;
    const command = openingFrom(body, this.ids.next<'outlet'>());
    return answer(request, { ...SHOWN, status: 201, location }, (context) => this.openOutlet.execute(context, command));
  }

  /** Shows an outlet. */
  @Get('{outletId}')
  @Security('pos', ['outlets:read'])
  @Response<Problem>(404, 'outlet_not_found')
  async show(@Path() tenant: string, @Path() outletId: Uuid, @Request() request: PosRequest): Promise<OutletResponse> {
    void tenant;
    return answered(request, SHOWN, await this.views.outlet(request.context, outletId as OutletId));
  }

  /** Changes an outlet's settings, closes it or opens it again. Sales made before keep what they were made by. */
  @Patch('{outletId}')
  @Security('pos', ['outlets:write'])
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(409, 'receipt_prefix_taken')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'outlet_invalid')
  change(
    @Path() tenant: string,
    @Path() outletId: Uuid,
    @Body() body: ChangeOutletRequest,
    @Request() request: PosRequest,
  ): Promise<OutletResponse> {
    void tenant;
    const command = {
      outletId: outletId as OutletId,
      changes: changesFrom(body),
      expectedVersion: expectedVersion(request),
    };
    return answer(request, SHOWN, (context) => this.changeOutlet.execute(context, command));
  }
}
