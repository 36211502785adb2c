import { Controller, Get, Path, Produces, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { ReportLiability } from '../../application/report-liability.js';
import {
  CSV_MEDIA_TYPE,
  liabilityCsv,
  toLiability,
  type GiftCardLiabilityResponse,
  type LiabilityFormat,
} from './liability-dtos.js';

@Route('v1/{tenant}/pos/reports')
@Tags('Reports')
export class GiftCardReportsController extends Controller {
  constructor(private readonly reportLiability: ReportLiability) {
    super();
  }

  /**
   * Reports what the business owes by its gift cards and vouchers, by currency and kind, out of their ledger.
   * @param at what was owed then, now when absent; what happened at that moment does not count
   * @param from what moved since then, ever when absent
   * @param outletId cards that this outlet has issued or sold, wherever they were used
   */
  @Get('gift-card-liability')
  @Security('pos', ['reports:read'])
  @Produces('application/json')
  @Produces('text/csv')
  @Response<Problem>(404, 'report_outlet_not_found')
  @Response<Problem>(422, 'report_period_empty')
  async liability(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() at?: Timestamp,
    @Query() from?: Timestamp,
    @Query() outletId?: Uuid,
    @Query() format?: LiabilityFormat,
  ): Promise<GiftCardLiabilityResponse> {
    const period = {
      at: at === undefined ? request.context.at : timeFrom(at, '/query/at'),
      from: from === undefined ? null : timeFrom(from, '/query/from'),
    };
    const wish = { ...period, outletId: (outletId ?? null) as OutletId | null };
    const rows = await this.reportLiability.execute(request.context, wish);
    if (formatOf(request, format) === 'csv') sendCsv(request, period.at, liabilityCsv(rows));
    return toLiability(period, rows); // unused when the answer has gone out as CSV
  }
}

function formatOf(request: PosRequest, format: LiabilityFormat | undefined): LiabilityFormat {
  request.res.vary('Accept');
  return format ?? (request.accepts(['application/json', 'text/csv']) === 'text/csv' ? 'csv' : 'json');
}

function sendCsv(request: PosRequest, at: Date, text: string): void {
  const name = `gift-card-liability-${at.toISOString().slice(0, 10)}.csv`;
  request.res.setHeader('Content-Type', CSV_MEDIA_TYPE);
  request.res.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  request.res.end(text);
}
