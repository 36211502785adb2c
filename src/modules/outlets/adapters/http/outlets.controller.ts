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
import type { Transactor } from '../../../../kernel/transaction.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { AskRegistry } from '../../application/ask-registry.js';
import type { ChangeOutlet } from '../../application/change-outlet.js';
import type { OpenOutlet } from '../../application/open-outlet.js';
import type { Outlet } from '../../domain/outlet.js';
import type { DiscoveryRepository } from '../../ports/discovery-repository.js';
import type { OutletViews } from '../../ports/outlet-views.js';
import { toDiscoveryResponse, type DiscoveryOutcomeDto, type OutletDiscoveryResponse } from './discovery-dto.js';
import type { ChangeOutletRequest, OpenOutletRequest, OutletResponse } from './outlet-dto.js';
import { changesFrom, openingFrom, toOutletResponse } from './outlet-mapping.js';

const SHOWN: Answer<Outlet, OutletResponse> = { status: 200, render: toOutletResponse, etag: ({ version }) => version };

/** What asking the registry of outlets takes. */
export interface Asking {
  readonly transactor: Transactor;
  readonly discoveries: Pick<DiscoveryRepository, 'page'>;
  readonly askRegistry: AskRegistry;
}

@Route('v1/{tenant}/pos/outlets')
@Tags('Outlets')
export class OutletsController extends Controller {
  constructor(
    private readonly views: OutletViews,
    private readonly openOutlet: OpenOutlet,
    private readonly changeOutlet: ChangeOutlet,
    private readonly ids: IdSource,
    private readonly asking: Asking,
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
  @Response<Problem>(403, 'outlets_restricted, entitlement_exceeded')
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

  /**
   * Lists what the registry of outlets was asked, newest first. Questions are kept for 90 days.
   * @param outcome `open`: without an answer yet
   */
  @Get('discoveries')
  @Security('pos', ['outlets:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async listDiscoveries(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() outletId?: Uuid,
    @Query() outcome?: DiscoveryOutcomeDto | 'open',
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<OutletDiscoveryResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const [askedAt, id] = (page.after ?? []) as string[];
    const after = askedAt === undefined || id === undefined ? undefined : { askedAt, id };
    const { outlets } = request.context.principal;
    const filter = {
      ...(outlets && { outletIds: outlets }),
      ...(outletId !== undefined && { outletId: outletId as OutletId }),
      ...(outcome !== undefined && { outcome }),
    };
    const rows = await this.asking.transactor.read(request.context, (tx) =>
      this.asking.discoveries.page(tx, filter, after, page.limit),
    );
    return listResponse(rows, page.limit, toDiscoveryResponse, (row) => [row.askedAt.toISOString(), row.id]);
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
  @Response<Problem>(403, 'entitlement_exceeded')
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

  /**
   * Asks the registry about an outlet that is not known here, also when it was asked in vain a moment ago, and shows the outlet.
   * One that is known is only shown: its changes come by themselves.
   */
  @Post('{outletId}/discover')
  @Security('pos', ['outlets:write'])
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(502, 'registry_distrusted')
  @Response<Problem>(503, 'outlet_discovery_pending, registry_unavailable')
  discover(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Request() request: PosRequest,
  ): Promise<OutletResponse> {
    return answer(request, SHOWN, (context) => this.asking.askRegistry.execute(context, outletId as OutletId));
  }
}
