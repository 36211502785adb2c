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
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { ChangePromotion } from '../../application/change-promotion.js';
import type { CreatePromotion } from '../../application/create-promotion.js';
import type { SwitchPromotion } from '../../application/switch-promotion.js';
import type { Promotion, PromotionId } from '../../domain/promotion.js';
import type { PromotionViews } from '../../ports/promotion-views.js';
import type {
  ChangePromotionRequest,
  CreatePromotionRequest,
  PromotionResponse,
  PromotionState,
  PromotionVersionNumber,
  PromotionVersionResponse,
} from './promotion-dto.js';
import { changesFrom, detailsFrom, toPromotionResponse, toVersionResponse } from './promotion-reading.js';

/** What is done to promotions. */
export interface PromotionCommands {
  readonly create: CreatePromotion;
  readonly change: ChangePromotion;
  readonly switching: SwitchPromotion;
}

@Route('v1/{tenant}/pos/promotions')
@Tags('Promotions')
export class PromotionsController extends Controller {
  constructor(
    private readonly commands: PromotionCommands,
    private readonly views: PromotionViews,
  ) {
    super();
  }

  /**
   * Lists promotions, newest first.
   * @param q part of the name, whatever the letter case
   * @param code the promotion that this code brings
   * @param outletId those that are for this outlet, or for all
   * @param at those that are in force at this moment, whatever their schedule
   */
  @Get()
  @Security('pos', ['promotions:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async listPromotions(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: PromotionState,
    @Query() q?: string,
    @Query() code?: string,
    @Query() outletId?: Uuid,
    @Query() at?: Timestamp,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<PromotionResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const moment = at === undefined ? undefined : timeFrom(at, '/query/at');
    const query = { status, q, code, outletId, at: moment, limit: page.limit, after };
    const promotions = await this.views.promotions(request.context, query);
    const shown = (promotion: Promotion): PromotionResponse => toPromotionResponse(promotion, request.context.at);
    return listResponse(promotions, page.limit, shown, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }

  /** Drafts a promotion. It does nothing before it is activated. */
  @Post()
  @SuccessResponse(201, 'Created')
  @Security('pos', ['promotions:write'])
  @Response<Problem>(409, 'promotion_id_taken')
  @Response<Problem>(422, 'promotion_invalid')
  createPromotion(
    @Path() tenant: string,
    @Body() body: CreatePromotionRequest,
    @Request() request: PosRequest,
  ): Promise<PromotionResponse> {
    const { id, activation = 'automatic', ...details } = body;
    const command = { id: id as PromotionId | undefined, activation, details: detailsFrom(details) };
    const location = (promotion: Promotion): string => `/v1/${tenant}/pos/promotions/${promotion.id}`;
    return answer(request, { ...shownTo(request), status: 201, location }, (context) =>
      this.commands.create.execute(context, command),
    );
  }

  /** Shows a promotion. */
  @Get('{promotionId}')
  @Security('pos', ['promotions:read'])
  @Response<Problem>(404, 'promotion_not_found')
  async showPromotion(
    @Path('tenant') _tenant: string,
    @Path() promotionId: Uuid,
    @Request() request: PosRequest,
  ): Promise<PromotionResponse> {
    const promotion = await this.views.promotion(request.context, promotionId as PromotionId);
    return answered(request, shownTo(request), promotion);
  }

  /** Makes the next version of a promotion, which holds at once where it is active. Orders keep the version they were priced by. */
  @Patch('{promotionId}')
  @Security('pos', ['promotions:write'])
  @Response<Problem>(404, 'promotion_not_found')
  @Response<Problem>(409, 'promotion_has_ended')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'promotion_invalid')
  changePromotion(
    @Path('tenant') _tenant: string,
    @Path() promotionId: Uuid,
    @Body() body: ChangePromotionRequest,
    @Request() request: PosRequest,
  ): Promise<PromotionResponse> {
    const command = { ...commandOf(promotionId, request), changes: changesFrom(body) };
    return answer(request, shownTo(request), (context) => this.commands.change.execute(context, command));
  }

  /** Puts a draft in force, or a paused promotion back. At most 1,000 are active at a time. */
  @Post('{promotionId}/activate')
  @SuccessResponse(200, 'Ok')
  @Security('pos', ['promotions:write'])
  @Response<Problem>(404, 'promotion_not_found')
  @Response<Problem>(409, 'promotion_status_conflict, promotion_has_ended, too_many_active_promotions')
  @Response<Problem>(412, 'version_mismatch')
  activatePromotion(
    @Path('tenant') _tenant: string,
    @Path() promotionId: Uuid,
    @Request() request: PosRequest,
  ): Promise<PromotionResponse> {
    const command = commandOf(promotionId, request);
    return answer(request, shownTo(request), (context) => this.commands.switching.activate(context, command));
  }

  /** Takes an active promotion out of force at once, for sales that were rung up before, too. */
  @Post('{promotionId}/pause')
  @SuccessResponse(200, 'Ok')
  @Security('pos', ['promotions:write'])
  @Response<Problem>(404, 'promotion_not_found')
  @Response<Problem>(409, 'promotion_status_conflict, promotion_has_ended')
  @Response<Problem>(412, 'version_mismatch')
  pausePromotion(
    @Path('tenant') _tenant: string,
    @Path() promotionId: Uuid,
    @Request() request: PosRequest,
  ): Promise<PromotionResponse> {
    const command = commandOf(promotionId, request);
    return answer(request, shownTo(request), (context) => this.commands.switching.pause(context, command));
  }

  /** Ends a promotion at once and for good. To end it later, set `validTo`. */
  @Post('{promotionId}/end')
  @SuccessResponse(200, 'Ok')
  @Security('pos', ['promotions:write'])
  @Response<Problem>(404, 'promotion_not_found')
  @Response<Problem>(409, 'promotion_has_ended')
  @Response<Problem>(412, 'version_mismatch')
  endPromotion(
    @Path('tenant') _tenant: string,
    @Path() promotionId: Uuid,
    @Request() request: PosRequest,
  ): Promise<PromotionResponse> {
    const command = commandOf(promotionId, request);
    return answer(request, shownTo(request), (context) => this.commands.switching.end(context, command));
  }

  /** Lists what a promotion has been, newest first. Versions never change. */
  @Get('{promotionId}/versions')
  @Security('pos', ['promotions:read'])
  @Response<Problem>(400, 'cursor_invalid')
  @Response<Problem>(404, 'promotion_not_found')
  async listPromotionVersions(
    @Path('tenant') _tenant: string,
    @Path() promotionId: Uuid,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<PromotionVersionResponse>> {
    const page = pageOf(limit, cursor, ['number']);
    const below =
      page.after === undefined ? undefined : Math.min(Math.max(Math.trunc(Number(page.after[0])), 0), 2 ** 31 - 1);
    const of = promotionId as PromotionId;
    const versions = await this.views.versions(request.context, of, { limit: page.limit, below });
    return listResponse(versions, page.limit, toVersionResponse, ({ version }) => [version]);
  }

  /** Shows one version of a promotion. */
  @Get('{promotionId}/versions/{version}')
  @Security('pos', ['promotions:read'])
  @Response<Problem>(404, 'promotion_not_found, promotion_version_not_found')
  async showPromotionVersion(
    @Path('tenant') _tenant: string,
    @Path() promotionId: Uuid,
    @Path() version: PromotionVersionNumber,
    @Request() request: PosRequest,
  ): Promise<PromotionVersionResponse> {
    return toVersionResponse(await this.views.version(request.context, promotionId as PromotionId, version));
  }
}

function commandOf(promotionId: string, request: PosRequest): { promotionId: PromotionId; expectedVersion?: number } {
  return { promotionId: promotionId as PromotionId, expectedVersion: expectedVersion(request) };
}

/** A promotion's state goes by the time of the request. */
function shownTo(request: PosRequest): Answer<Promotion, PromotionResponse> {
  const { at } = request.context;
  return {
    status: 200,
    render: (promotion) => toPromotionResponse(promotion, at),
    etag: ({ version }) => version,
  };
}
