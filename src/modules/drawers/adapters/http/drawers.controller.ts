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
import type { OpenDrawer } from '../../application/open-drawer.js';
import type { SessionShown } from '../../application/session-desk.js';
import type { SessionId } from '../../domain/drawer-session.js';
import type { Drawer, DrawerId, TrayId } from '../../domain/drawer.js';
import type { DrawerViews } from '../../ports/drawer-views.js';
import {
  toDrawerResponse,
  type ChangeDrawerRequest,
  type DefineDrawerRequest,
  type DrawerResponse,
} from './drawer-dtos.js';
import { floatFrom } from './drawer-reading.js';
import { toSessionResponse, type DrawerSessionResponse } from './session-dtos.js';
import type { OpenDrawerRequest } from './session-requests.js';

const SHOWN: Answer<Drawer, DrawerResponse> = { status: 200, render: toDrawerResponse, etag: ({ version }) => version };

@Route('v1/{tenant}/pos/drawers')
@Tags('Drawers')
export class DrawersController extends Controller {
  constructor(
    private readonly views: DrawerViews,
    private readonly define: DefineDrawer,
    private readonly changing: ChangeDrawer,
    private readonly opening: OpenDrawer,
    private readonly ids: IdSource,
  ) {
    super();
  }

  /** Lists the drawers of the outlets that the caller may act for, by name. */
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
  ): Promise<ListResponse<DrawerResponse>> {
    const page = pageOf(limit, cursor, ['text', 'uuid']);
    const drawers = await this.views.drawers(request.context, {
      ...{ outletId: outletId as OutletId | undefined, active, limit: page.limit },
      after: page.after as [string, string] | undefined,
    });
    return listResponse(drawers, page.limit, toDrawerResponse, ({ name, id }) => [name, id]);
  }

  /** Says that an outlet has a drawer. */
  @Post()
  @Security('pos', ['drawers:manage'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(409, 'drawer_id_taken, drawer_name_taken')
  @Response<Problem>(422, 'card_data_not_allowed')
  add(
    @Path() tenant: string,
    @Body() body: DefineDrawerRequest,
    @Request() request: PosRequest,
  ): Promise<DrawerResponse> {
    const { name, deviceId = null } = body;
    const id = (body.id as DrawerId | undefined) ?? this.ids.next<'drawer'>();
    const location = (drawer: Drawer): string => `/v1/${tenant}/pos/drawers/${drawer.id}`;
    return answer(request, { ...SHOWN, status: 201, location }, (context) =>
      this.define.execute(context, { id, outletId: body.outletId as OutletId, name, deviceId }),
    );
  }

  /** Shows a drawer. */
  @Get('{drawerId}')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(404, 'drawer_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() drawerId: Uuid,
    @Request() request: PosRequest,
  ): Promise<DrawerResponse> {
    return answered(request, SHOWN, await this.views.drawer(request.context, drawerId as DrawerId));
  }

  /** Changes a drawer, puts it away or takes it back. What it did stays. */
  @Patch('{drawerId}')
  @Security('pos', ['drawers:manage'])
  @Response<Problem>(404, 'drawer_not_found')
  @Response<Problem>(409, 'drawer_in_use, drawer_name_taken')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed')
  change(
    @Path('tenant') _tenant: string,
    @Path() drawerId: Uuid,
    @Body() body: ChangeDrawerRequest,
    @Request() request: PosRequest,
  ): Promise<DrawerResponse> {
    const expected = expectedVersion(request);
    return answer(request, SHOWN, (context) =>
      this.changing.execute(context, drawerId as DrawerId, { ...body }, expected),
    );
  }

  /**
   * Opens a drawer with a float, which comes from the safe. A drawer, a device and a tray have one session at a time: of those who
   * try at once one opens it.
   */
  @Post('{drawerId}/sessions')
  @Security('pos', ['drawers:open'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(403, 'permission_missing')
  @Response<Problem>(404, 'drawer_not_found, drawer_tray_not_found')
  @Response<Problem>(
    409,
    'drawer_already_open, drawer_device_in_use, drawer_inactive, drawer_session_id_taken, drawer_tray_in_use, …',
  )
  @Response<Problem>(422, 'currency_mismatch, drawer_amount_invalid, drawer_count_invalid, unknown_currency')
  open(
    @Path() tenant: string,
    @Path() drawerId: Uuid,
    @Body() body: OpenDrawerRequest,
    @Request() request: PosRequest,
  ): Promise<DrawerSessionResponse> {
    const command = {
      ...{ id: (body.id as SessionId | undefined) ?? this.ids.next<'drawer-session'>() },
      ...{ drawerId: drawerId as DrawerId, float: floatFrom(body), deviceId: body.deviceId ?? null },
      ...{ trayId: (body.trayId ?? null) as TrayId | null, cashierId: body.cashierId },
    };
    const shape: Answer<SessionShown, DrawerSessionResponse> = {
      ...{ status: 201, render: toSessionResponse, etag: ({ session }) => session.version },
      location: ({ session }) => `/v1/${tenant}/pos/drawer-sessions/${session.id}`,
    };
    return answer(request, shape, (context) => this.opening.execute(context, command));
  }
}
