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
import type { ChangeDrawer } from '../../application/change-drawer.js';
import type { DefineDrawer } from '../../application/define-drawer.js';
import type { Tray, TrayId } from '../../domain/drawer.js';
import type { DrawerViews } from '../../ports/drawer-views.js';
import {
  toTrayResponse,
  type DrawerChangeTrayRequest,
  type DrawerDefineTrayRequest,
  type DrawerTrayResponse,
} from './drawer-dtos.js';

const SHOWN: Answer<Tray, DrawerTrayResponse> = { status: 200, render: toTrayResponse, etag: ({ version }) => version };

@Route('v1/{tenant}/pos/drawer-trays')
@Tags('Drawers')
export class DrawerTraysController extends Controller {
  constructor(
    private readonly views: DrawerViews,
    private readonly define: DefineDrawer,
    private readonly changing: ChangeDrawer,
    private readonly ids: IdSource,
  ) {
    super();
  }

  /** Lists the trays of the outlets that the caller may act for, by name. */
  @Get()
  @Security('pos', ['drawers:open'])
  @Response<Problem>(400, 'cursor_invalid')
  async list(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() outletId?: Uuid,
    @Query() active?: boolean,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<DrawerTrayResponse>> {
    const page = pageOf(limit, cursor, ['text', 'uuid']);
    const trays = await this.views.trays(request.context, {
      ...{ outletId: outletId as OutletId | undefined, active, limit: page.limit },
      after: page.after as [string, string] | undefined,
    });
    return listResponse(trays, page.limit, toTrayResponse, ({ name, id }) => [name, id]);
  }

  /** Says that an outlet has a tray. */
  @Post()
  @Security('pos', ['drawers:manage'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(409, 'drawer_tray_id_taken, drawer_tray_name_taken')
  @Response<Problem>(422, 'card_data_not_allowed')
  add(
    @Path() tenant: string,
    @Body() body: DrawerDefineTrayRequest,
    @Request() request: PosRequest,
  ): Promise<DrawerTrayResponse> {
    const { name, owner = null } = body;
    const id = (body.id as TrayId | undefined) ?? this.ids.next<'drawer-tray'>();
    const location = (tray: Tray): string => `/v1/${tenant}/pos/drawer-trays/${tray.id}`;
    return answer(request, { ...SHOWN, status: 201, location }, (context) =>
      this.define.tray(context, { id, outletId: body.outletId as OutletId, name, owner }),
    );
  }

  /** Shows a tray. */
  @Get('{trayId}')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(404, 'drawer_tray_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() trayId: Uuid,
    @Request() request: PosRequest,
  ): Promise<DrawerTrayResponse> {
    return answered(request, SHOWN, await this.views.tray(request.context, trayId as TrayId));
  }

  /** Changes a tray, puts it away or takes it back. */
  @Patch('{trayId}')
  @Security('pos', ['drawers:manage'])
  @Response<Problem>(404, 'drawer_tray_not_found')
  @Response<Problem>(409, 'drawer_tray_in_use, drawer_tray_name_taken')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed')
  change(
    @Path('tenant') _tenant: string,
    @Path() trayId: Uuid,
    @Body() body: DrawerChangeTrayRequest,
    @Request() request: PosRequest,
  ): Promise<DrawerTrayResponse> {
    const expected = expectedVersion(request);
    return answer(request, SHOWN, (context) => this.changing.tray(context, trayId as TrayId, { ...body }, expected));
  }
}
