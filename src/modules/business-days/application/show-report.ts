import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { DayRefusal } from '../domain/day-refusal.js';
import type { ZReportId } from '../domain/report-scope.js';
import type { ZReport } from '../domain/z-report.js';
import type { ZReportRepository } from '../ports/z-report-repository.js';

/** Shows a Z report as it was made. */
export class ShowReport {
  constructor(
    private readonly transactor: Transactor,
    private readonly reports: Pick<ZReportRepository, 'find'>,
  ) {}

  /** @throws Refusal `z_report_not_found`. */
  async execute(context: RequestContext, id: ZReportId): Promise<ZReport> {
    const report = await this.transactor.read(context, (tx) => this.reports.find(tx, id));
    if (report === undefined || !mayActFor(context.principal, report.content.outletId)) {
      throw new Refusal<DayRefusal>('z_report_not_found', { zReportId: id });
    }
    return report;
  }
}
