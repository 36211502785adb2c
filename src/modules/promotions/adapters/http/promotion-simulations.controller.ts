import { Body, Controller, Path, Post, Request, Response, Route, Security, SuccessResponse, Tags } from '@tsoa/runtime';
import { mayActFor, type RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { encodeCursor } from '../../../../platform/http/cursor.js';
import { pageOf } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { badValue, timeFrom } from '../../../../platform/http/values.js';
import type { PromotionsFacade } from '../../application/promotions-facade.js';
import { readPromotionRule } from '../../domain/read-rule.js';
import type { PromotionRule } from '../../domain/promotion-rule.js';
import type { PastPeriod, PastSales } from '../../ports/past-sales.js';
import { detailsFrom } from './promotion-reading.js';
import {
  toSimulationResponse,
  type SimulatedDraft,
  type SimulationRequest,
  type SimulationResponse,
} from './promotion-simulation-dto.js';

/** What a draft goes by that is nobody's next version. */
const NOBODY = '00000000-0000-7000-8000-000000000000';
const LIMIT_DEFAULT = 200;

@Route('v1/{tenant}/pos/promotions')
@Tags('Promotions')
export class PromotionSimulationsController extends Controller {
  constructor(
    private readonly sales: PastSales,
    private readonly promotions: PromotionsFacade,
    private readonly transactor: Transactor,
  ) {
    super();
  }

  /**
   * Prices past sales as if a promotion had been in force: the difference of each order in minor units. Writes nothing.
   * Schedules and conditions hold as they would have; whether it is in force today does not matter.
   */
  @Post('simulations')
  @Security('pos', ['promotions:read'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'promotion_not_found')
  @Response<Problem>(422, 'promotion_invalid')
  async simulate(
    @Path('tenant') _tenant: string,
    @Body() body: SimulationRequest,
    @Request() request: PosRequest,
  ): Promise<SimulationResponse> {
    const { context } = request;
    const { limit, after } = pageOf(body.limit ?? LIMIT_DEFAULT, body.cursor, ['time', 'uuid']);
    const rule = await this.ruleOf(context, body);
    const period = periodOf(context, body, after as [string, string] | undefined);
    const page = await this.sales.simulate(context, rule, period, limit);
    return toSimulationResponse(page, page.next === null ? null : encodeCursor(page.next));
  }

  private async ruleOf(context: RequestContext, { promotionId, draft }: SimulationRequest): Promise<PromotionRule> {
    if (draft !== undefined)
      return readPromotionRule(draftOf(draft), { id: promotionId ?? NOBODY, version: 0 }, '/draft');
    if (promotionId === undefined) throw badValue('/promotionId', 'is needed where there is no draft');
    const rule = await this.transactor.read(context, (tx) => this.promotions.newest(tx, promotionId));
    if (rule === undefined) throw new Refusal('promotion_not_found', { promotionId });
    return rule;
  }
}

function draftOf(draft: SimulatedDraft): Parameters<typeof readPromotionRule>[0] {
  return detailsFrom(draft);
}

function periodOf(
  { principal }: RequestContext,
  { draft, from, to, outletId }: SimulationRequest,
  after: [string, string] | undefined,
): PastPeriod {
  const wanted = outletId === undefined ? draft?.scope?.outletIds : [outletId];
  const outletIds = (wanted ?? (principal.outlets && [...principal.outlets]))?.filter((id) => mayActFor(principal, id));
  const channels = draft?.scope?.channels;
  return {
    from: timeFrom(from, '/from'),
    to: timeFrom(to, '/to'),
    ...(outletIds && { outletIds }),
    ...(channels && { channels }),
    ...(after && { after }),
  };
}
