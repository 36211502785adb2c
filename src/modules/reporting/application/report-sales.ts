import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Grouping } from '../domain/grouping.js';
import { reportPeriod, type PeriodRefusal } from '../domain/report-period.js';
import { salesReport, type SalesReport } from '../domain/sales-report.js';
import type { SalesViews } from '../ports/sales-views.js';

export type ReportRefusal = PeriodRefusal | 'report_outlet_not_found';

export interface ReportSalesCommand {
  readonly groupBy: Grouping;
  /** Calendar dates: the first trading day, and the first one not to count. */
  readonly from: string;
  readonly to: string;
  /** One outlet, or `undefined` for all that the caller may act for. */
  readonly outletId: string | undefined;
}

/** Reports what was sold, at the outlets that the caller may act for. */
export class ReportSales {
  constructor(private readonly views: SalesViews) {}

  /** @throws Refusal of `ReportRefusal`; an outlet that the caller may not see is as absent as one that is not there. */
  async execute(context: RequestContext, { groupBy, from, to, outletId }: ReportSalesCommand): Promise<SalesReport> {
    const question = { groupBy, period: reportPeriod(from, to), outletIds: outletsFor(context, outletId) };
    const facts = await this.views.sales(context, question);
    if (outletId !== undefined && facts.outlets === 0) throw outletNotFound(outletId);
    return salesReport(question, facts);
  }
}

function outletsFor({ principal }: RequestContext, outletId: string | undefined): readonly string[] | null {
  if (outletId === undefined) return principal.outlets === undefined ? null : [...principal.outlets];
  if (!mayActFor(principal, outletId)) throw outletNotFound(outletId);
  return [outletId];
}

function outletNotFound(outletId: string): Refusal {
  const field = { pointer: '/query/outletId', message: 'is no outlet of this business' };
  return new Refusal<ReportRefusal>('report_outlet_not_found', { outletId }, [field]);
}
