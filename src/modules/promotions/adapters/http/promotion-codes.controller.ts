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
import { timeFrom, type Uuid } from '../../../../platform/http/values.js';
import type { IssueCodes, IssuedCodes } from '../../application/issue-codes.js';
import type { SwitchCode } from '../../application/switch-code.js';
import type { CodeId, PromoCode } from '../../domain/promo-code.js';
import type { PromotionId } from '../../domain/promotion.js';
import type { UseViews } from '../../ports/promotion-views.js';
import {
  toCodeResponse,
  toFiguresResponse,
  toIssued,
  toUseResponse,
  type ChangePromoCodeRequest,
  type IssuedPromoCodesResponse,
  type IssuePromoCodesRequest,
  type PromoCodeResponse,
  type PromotionFiguresResponse,
  type PromotionUseResponse,
} from './promo-code-dto.js';

const ISSUED: Answer<IssuedCodes, IssuedPromoCodesResponse> = { status: 201, render: toIssued };
const SHOWN: Answer<PromoCode, PromoCodeResponse> = {
  status: 200,
  render: toCodeResponse,
  etag: ({ version }) => version,
};

@Route('v1/{tenant}/pos/promotions/{promotionId}')
@Tags('Promotions')
export class PromotionCodesController extends Controller {
  constructor(
    private readonly issueCodes: IssueCodes,
    private readonly switchCode: SwitchCode,
    private readonly views: UseViews,
  ) {
    super();
  }

  /**
   * Lists the codes of a promotion, oldest first.
   * @param q part of the code, whatever the letter case
   * @param batchId those that were made in one go
   * @param used those that some order uses, or none
   */
  @Get('codes')
  @Security('pos', ['promotions:read'])
  @Response<Problem>(400, 'cursor_invalid')
  @Response<Problem>(404, 'promotion_not_found')
  async listPromoCodes(
    @Path('tenant') _tenant: string,
    @Path() promotionId: Uuid,
    @Request() request: PosRequest,
    @Query() q?: string,
    @Query() batchId?: Uuid,
    @Query() active?: boolean,
    @Query() used?: boolean,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<PromoCodeResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const query = { q, batchId, active, used, limit: page.limit, after };
    const codes = await this.views.codes(request.context, promotionId as PromotionId, query);
    return listResponse(codes, page.limit, toCodeResponse, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }

  /** Makes codes that bring the promotion: one of your choosing, or up to 10,000 that nobody can guess. */
  @Post('codes')
  @SuccessResponse(201, 'Created')
  @Security('pos', ['promotions:write'])
  @Response<Problem>(404, 'promotion_not_found')
  @Response<Problem>(409, 'promotion_takes_no_codes, promotion_has_ended, promo_code_taken, too_many_codes')
  @Response<Problem>(422, 'promo_codes_invalid')
  issuePromoCodes(
    @Path('tenant') _tenant: string,
    @Path() promotionId: Uuid,
    @Body() body: IssuePromoCodesRequest,
    @Request() request: PosRequest,
  ): Promise<IssuedPromoCodesResponse> {
    const { validTo, ...others } = body;
    const wish = { ...others, validTo: validTo == null ? null : timeFrom(validTo, '/validTo') };
    return answer(request, ISSUED, (context) => this.issueCodes.execute(context, promotionId as PromotionId, wish));
  }

  /** Shows a code. */
  @Get('codes/{codeId}')
  @Security('pos', ['promotions:read'])
  @Response<Problem>(404, 'promo_code_not_found')
  async showPromoCode(
    @Path('tenant') _tenant: string,
    @Path() promotionId: Uuid,
    @Path() codeId: Uuid,
    @Request() request: PosRequest,
  ): Promise<PromoCodeResponse> {
    const code = await this.views.code(request.context, promotionId as PromotionId, codeId as CodeId);
    return answered(request, SHOWN, code);
  }

  /** Switches a code off, or on again. */
  @Patch('codes/{codeId}')
  @Security('pos', ['promotions:write'])
  @Response<Problem>(404, 'promotion_not_found, promo_code_not_found')
  @Response<Problem>(412, 'version_mismatch')
  changePromoCode(
    @Path('tenant') _tenant: string,
    @Path() promotionId: Uuid,
    @Path() codeId: Uuid,
    @Body() body: ChangePromoCodeRequest,
    @Request() request: PosRequest,
  ): Promise<PromoCodeResponse> {
    const of = { promotionId: promotionId as PromotionId, codeId: codeId as CodeId };
    const command = { ...of, active: body.active, expectedVersion: expectedVersion(request) };
    return answer(request, SHOWN, (context) => this.switchCode.execute(context, command));
  }

  /** Lists the orders that use a promotion, newest first. */
  @Get('uses')
  @Security('pos', ['promotions:read'])
  @Response<Problem>(400, 'cursor_invalid')
  @Response<Problem>(404, 'promotion_not_found')
  async listPromotionUses(
    @Path('tenant') _tenant: string,
    @Path() promotionId: Uuid,
    @Request() request: PosRequest,
    @Query() code?: string,
    @Query() customerId?: string,
    @Query() orderId?: Uuid,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<PromotionUseResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid', 'text']);
    const after = page.after as [string, string, string] | undefined;
    const query = { code, customerId, orderId, limit: page.limit, after };
    const uses = await this.views.uses(request.context, promotionId as PromotionId, query);
    return listResponse(uses, page.limit, toUseResponse, (use) => [
      use.usedAt.toISOString(),
      use.orderId,
      use.code ?? '',
    ]);
  }

  /** Shows how far a promotion went: how often it was used, what it took off, and what is left of its limits. */
  @Get('figures')
  @Security('pos', ['promotions:read'])
  @Response<Problem>(404, 'promotion_not_found')
  async showPromotionFigures(
    @Path('tenant') _tenant: string,
    @Path() promotionId: Uuid,
    @Request() request: PosRequest,
  ): Promise<PromotionFiguresResponse> {
    return toFiguresResponse(await this.views.figures(request.context, promotionId as PromotionId));
  }
}
