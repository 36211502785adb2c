import {
  Body,
  Controller,
  Get,
  Path,
  Post,
  Put,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { calendarDayFrom } from '../../../../platform/http/calendar-day.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { DistributePool } from '../../application/distribute-pool.js';
import type { ReadTips } from '../../application/read-tips.js';
import type { SetTipRules } from '../../application/set-tip-rules.js';
import type { PoolRun } from '../../domain/pool-run.js';
import type { TipRules } from '../../domain/tip-rules.js';
import {
  toDayPool,
  toRulesResponse,
  toRunResponse,
  type DayPoolsResponse,
  type PoolRunResponse,
  type ReverseDistributionRequest,
  type TipDay,
  type TipRulesRequest,
  type TipRulesResponse,
} from './tip-dtos.js';
import { rulesFrom } from './tip-reading.js';

/** What the routes do. */
export interface TipPoolUseCases {
  readonly rules: SetTipRules;
  readonly distribute: DistributePool;
  readonly read: ReadTips;
}

const RULES: Answer<TipRules, TipRulesResponse> = {
  status: 200,
  render: toRulesResponse,
  etag: ({ version }) => version,
};
const RUN: Answer<PoolRun, PoolRunResponse> = { status: 200, render: toRunResponse };

@Route('v1/{tenant}/pos/outlets/{outletId}')
@Tags('Tips')
export class TipPoolsController extends Controller {
  constructor(private readonly useCases: TipPoolUseCases) {
    super();
  }

  /** Shows how the outlet pools tips. */
  @Get('tip-rules')
  @Security('pos', ['tips:read'])
  @Response<Problem>(404, 'tip_outlet_not_found')
  @Response<Problem>(409, 'tip_rules_not_set')
  async rules(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Request() request: PosRequest,
  ): Promise<TipRulesResponse> {
    return answered(request, RULES, await this.useCases.rules.show(request.context, outletId as OutletId));
  }

  /** Sets how the outlet pools tips, from the next tip on. */
  @Put('tip-rules')
  @Security('pos', ['tips:manage'])
  @Response<Problem>(404, 'tip_outlet_not_found')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'tip_rules_invalid, card_data_not_allowed')
  setRules(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Body() body: TipRulesRequest,
    @Request() request: PosRequest,
  ): Promise<TipRulesResponse> {
    const expected = expectedVersion(request);
    const draft = rulesFrom(outletId, body);
    return answer(request, RULES, (context) => this.useCases.rules.execute(context, draft, expected));
  }

  /** Shows the days on which something went into the outlet's pool, newest first; `from` counts, `to` does not. */
  @Get('tip-pools')
  @Security('pos', ['tips:read'])
  @Response<Problem>(404, 'tip_outlet_not_found')
  @Response<Problem>(422, 'tip_period_invalid')
  async pools(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Request() request: PosRequest,
    @Query() from: TipDay,
    @Query() to: TipDay,
  ): Promise<DayPoolsResponse> {
    const days = { from: calendarDayFrom(from, '/query/from'), to: calendarDayFrom(to, '/query/to') };
    const pools = await this.useCases.read.pools(request.context, outletId as OutletId, days);
    return { data: pools.map(toDayPool) };
  }

  /**
   * Shares the pool of a trading day out over those who worked it, to the minor unit: once. To correct it, take it back first.
   * @param dryRun true: shows who would get what, and changes nothing; shifts that go on count up to now
   */
  @Post('tip-pools/{date}/distribute')
  @Security('pos', ['tips:manage'])
  @SuccessResponse(200, 'The pool shared out')
  @Response<Problem>(404, 'tip_outlet_not_found')
  @Response<Problem>(
    409,
    'tip_rules_not_set, tip_pool_distributed, tip_pool_empty, tip_pool_nobody, tip_pool_shifts_open',
  )
  distribute(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Path() date: TipDay,
    @Request() request: PosRequest,
    @Query() dryRun?: boolean,
  ): Promise<PoolRunResponse> {
    const pool = { outletId: outletId as OutletId, businessDate: calendarDayFrom(date, '/path/date') };
    return answer(request, RUN, (context) =>
      dryRun === true
        ? this.useCases.distribute.preview(context, pool)
        : this.useCases.distribute.execute(context, pool),
    );
  }

  /** Takes the distribution of a trading day back, with a reason; the pool can then be shared out again. Both are kept. */
  @Post('tip-pools/{date}/reverse')
  @Security('pos', ['tips:manage'])
  @SuccessResponse(200, 'The distribution taken back')
  @Response<Problem>(404, 'tip_outlet_not_found, tip_pool_run_not_found')
  @Response<Problem>(422, 'card_data_not_allowed')
  reverse(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Path() date: TipDay,
    @Body() body: ReverseDistributionRequest,
    @Request() request: PosRequest,
  ): Promise<PoolRunResponse> {
    const pool = { outletId: outletId as OutletId, businessDate: calendarDayFrom(date, '/path/date') };
    return answer(request, RUN, (context) => this.useCases.distribute.reverse(context, pool, body.reason));
  }
}
