import {
  Body,
  Controller,
  Get,
  Path,
  Post,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import { isUuid } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { answered, answering, type Answer } from '../../../../platform/http/answering.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { badValue, moneyFrom } from '../../../../platform/http/values.js';
import type { PointsHolder } from '../../application/hold-points.js';
import type { Intent, IntentId } from '../../domain/intent.js';
import type { LoyaltyRefusal } from '../../domain/loyalty-refusal.js';
import type { IntentRepository } from '../../ports/intent-repository.js';
import { toBurnResponse, type BurnRequest, type BurnResponse } from './burn-dto.js';

@Route('v1/{tenant}/pos/loyalty/burns')
@Tags('Loyalty')
export class LoyaltyBurnsController extends Controller {
  constructor(
    private readonly hold: PointsHolder,
    private readonly transactor: Transactor,
    private readonly intents: IntentRepository,
  ) {
    super();
  }

  /**
   * Takes points for a sale, where a loyalty service keeps them. Pay the order with the tender `loyalty` and the `reference`
   * within 15 minutes; otherwise the points go back. 202: the service has not answered yet; repeat the request with the same key,
   * or look with `GET …/loyalty/burns/{reference}`.
   */
  @Post()
  @Security('pos', ['orders:write'])
  @SuccessResponse(201, 'Created')
  @Response<BurnResponse>(202, 'The loyalty service has not answered yet')
  @Response<Problem>(404, 'loyalty_not_enrolled')
  @Response<Problem>(409, 'loyalty_burn_not_needed, loyalty_member_closed')
  @Response<Problem>(422, 'loyalty_points_too_low, loyalty_movement_refused')
  async burn(@Path() tenant: string, @Body() body: BurnRequest, @Request() request: PosRequest): Promise<BurnResponse> {
    const amount = moneyFrom(body.amount, '/amount');
    if (amount.amount <= 0) throw badValue('/amount/amount', 'must be above zero');
    const location = ({ id }: Intent): string => `/v1/${tenant}/pos/loyalty/burns/${id}`;
    const held: Answer<Intent, BurnResponse> = { status: 201, render: toBurnResponse, location };
    const burn = await this.hold.execute(answering(request, held), { customerId: body.customerId, amount });
    return answered(request, burn.status === 'pending' ? { ...held, status: 202 } : held, burn);
  }

  /** Shows points that were taken for a sale. */
  @Get('{reference}')
  @Security('pos', ['orders:read'])
  @Response<Problem>(404, 'loyalty_burn_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() reference: string,
    @Request() request: PosRequest,
  ): Promise<BurnResponse> {
    const id = isUuid(reference) ? (reference as IntentId) : undefined;
    const burn = id && (await this.transactor.read(request.context, (tx) => this.intents.find(tx, id)));
    if (burn?.kind !== 'burn') throw new Refusal<LoyaltyRefusal>('loyalty_burn_not_found');
    return answered(request, { status: 200, render: toBurnResponse }, burn);
  }
}
