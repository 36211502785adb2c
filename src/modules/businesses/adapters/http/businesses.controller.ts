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
  Tags,
} from '@tsoa/runtime';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom, type Timestamp } from '../../../../platform/http/values.js';
import type { ChangeBusiness } from '../../application/change-business.js';
import type { TurnBusiness } from '../../application/turn-business.js';
import type { Business, BusinessStatus } from '../../domain/business.js';
import type { BusinessViews, ListedBusiness } from '../../ports/business-views.js';
import {
  toActivityResponse,
  toBusinessResponse,
  toListedResponse,
  type BusinessActivityResponse,
  type BusinessResponse,
  type BusinessStatusDto,
  type ChangeBusinessRequest,
  type ListedBusinessResponse,
} from './business-dtos.js';
import type { BusinessReasonRequest, BusinessRegion, BusinessSlug } from './registration-dtos.js';

const SHOWN: Answer<Business, BusinessResponse> = {
  status: 200,
  render: toBusinessResponse,
  etag: ({ version }) => version,
};
const LISTED: Answer<ListedBusiness, ListedBusinessResponse> = {
  status: 200,
  render: toListedResponse,
  etag: ({ business }) => business.version,
};
const NEVER = new Date(0);

@Route('v1/platform/businesses')
@Tags('Businesses')
export class BusinessesController extends Controller {
  constructor(
    private readonly changeBusiness: ChangeBusiness,
    private readonly turnBusiness: TurnBusiness,
    private readonly views: BusinessViews,
  ) {
    super();
  }

  /**
   * Lists businesses, newest first. Administrators of regions see theirs.
   * @param q part of the name or the slug
   * @param inactiveSince those that have done nothing since
   */
  @Get()
  @Security('pos', ['businesses:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async list(
    @Request() request: PosRequest,
    @Query() region?: BusinessRegion,
    @Query() status?: BusinessStatusDto,
    @Query() plan?: string,
    @Query() q?: string,
    @Query() inactiveSince?: Timestamp,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ListedBusinessResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const since = inactiveSince === undefined ? undefined : timeFrom(inactiveSince, '/query/inactiveSince');
    const filter = { region, status, plan, q, inactiveSince: since };
    const rows = await this.views.businesses(request.context, filter, 'newest', { limit: page.limit, after });
    return listResponse(rows, page.limit, toListedResponse, ({ business }) => [
      business.registeredAt.toISOString(),
      business.id,
    ]);
  }

  /**
   * Shows what businesses have been doing, collected once a day.
   * @param sort by when they last did something
   */
  @Get('activity')
  @Security('pos', ['businesses:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async activity(
    @Request() request: PosRequest,
    @Query() sort?: 'most_active' | 'least_active',
    @Query() region?: BusinessRegion,
    @Query() status?: BusinessStatusDto,
    @Query() plan?: string,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<BusinessActivityResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const filter = { region, status, plan, q: undefined, inactiveSince: undefined };
    const order = sort ?? 'most_active';
    const rows = await this.views.businesses(request.context, filter, order, { limit: page.limit, after });
    return listResponse(rows, page.limit, toActivityResponse, ({ business, figures }) => [
      (figures.lastActivityAt ?? NEVER).toISOString(),
      business.id,
    ]);
  }

  /** Shows a business. */
  @Get('{slug}')
  @Security('pos', ['businesses:read'])
  @Response<Problem>(404, 'business_not_found')
  async show(@Path() slug: BusinessSlug, @Request() request: PosRequest): Promise<ListedBusinessResponse> {
    return answered(request, LISTED, await this.views.business(request.context, slug));
  }

  /** Changes the region of a business, or what the vendor's people wrote down about it. */
  @Patch('{slug}')
  @Security('pos', ['businesses:manage'])
  @Response<Problem>(403, 'region_not_allowed')
  @Response<Problem>(404, 'business_not_found')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'business_invalid, card_data_not_allowed')
  change(
    @Path() slug: BusinessSlug,
    @Body() body: ChangeBusinessRequest,
    @Request() request: PosRequest,
  ): Promise<BusinessResponse> {
    const { region, notes } = body;
    const changes = { ...(region !== undefined && { region }), ...(notes !== undefined && { notes }) };
    const command = { slug, changes, expectedVersion: expectedVersion(request) };
    return answer(request, SHOWN, (context) => this.changeBusiness.execute(context, command));
  }

  /** Keeps a business out: its people, programs and devices are refused within a minute, streams included, until it is resumed. */
  @Post('{slug}/suspend')
  @Security('pos', ['businesses:manage'])
  @Response<Problem>(404, 'business_not_found')
  @Response<Problem>(409, 'business_closed, platform_is_no_business')
  @Response<Problem>(422, 'card_data_not_allowed')
  suspend(
    @Path() slug: BusinessSlug,
    @Body() body: BusinessReasonRequest,
    @Request() request: PosRequest,
  ): Promise<BusinessResponse> {
    return this.turn(request, slug, 'suspended', body.reason);
  }

  /** Lets a business go on that was suspended, or closed not longer than 30 days ago. */
  @Post('{slug}/resume')
  @Security('pos', ['businesses:manage'])
  @Response<Problem>(404, 'business_not_found')
  @Response<Problem>(409, 'business_closed, platform_is_no_business')
  @Response<Problem>(422, 'card_data_not_allowed')
  resume(
    @Path() slug: BusinessSlug,
    @Body() body: BusinessReasonRequest,
    @Request() request: PosRequest,
  ): Promise<BusinessResponse> {
    return this.turn(request, slug, 'active', body.reason);
  }

  /** Ends a business. It can be resumed for 30 days; nothing is deleted. */
  @Post('{slug}/close')
  @Security('pos', ['businesses:manage'])
  @Response<Problem>(404, 'business_not_found')
  @Response<Problem>(409, 'business_closed, platform_is_no_business')
  @Response<Problem>(422, 'card_data_not_allowed')
  close(
    @Path() slug: BusinessSlug,
    @Body() body: BusinessReasonRequest,
    @Request() request: PosRequest,
  ): Promise<BusinessResponse> {
    return this.turn(request, slug, 'closed', body.reason);
  }

  private turn(request: PosRequest, slug: string, to: BusinessStatus, reason: string): Promise<BusinessResponse> {
    const command = { slug, to, reason };
    return answer(request, SHOWN, (context) => this.turnBusiness.execute(context, command));
  }
}
