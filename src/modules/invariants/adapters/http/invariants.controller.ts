import { Controller, Get, Path, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import { calendarDaysFrom } from '../../../../platform/http/calendar-day.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { CheckInvariants } from '../../application/check-invariants.js';
import { toInvariants, type InvariantDay, type InvariantsResponse } from './invariant-dtos.js';

@Route('v1/{tenant}/pos/invariants')
@Tags('Invariants')
export class InvariantsController extends Controller {
  constructor(private readonly checkInvariants: CheckInvariants) {
    super();
  }

  /**
   * Checks the rules about money against what is kept at this moment, all in one snapshot. No violation is expected, ever. Gift
   * cards, house accounts and points are looked at whole, whichever days are asked for.
   * @param from the first business day that counts; all from the first when absent
   * @param to the business day that counts no more
   * @param outletId only what is of this outlet
   */
  @Get()
  @Security('pos', ['invariants:read'])
  @Response<Problem>(404, 'report_outlet_not_found')
  @Response<Problem>(422, 'report_period_empty')
  async check(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() from?: InvariantDay,
    @Query() to?: InvariantDay,
    @Query() outletId?: Uuid,
  ): Promise<InvariantsResponse> {
    const { from: first, to: end } = calendarDaysFrom(from, to);
    const days = { from: first ?? null, to: end ?? null };
    const wish = { ...days, outletId: (outletId ?? null) as OutletId | null };
    return toInvariants(await this.checkInvariants.execute(request.context, wish));
  }
}
