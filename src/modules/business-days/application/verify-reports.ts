import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { CHAIN_START, checkHead, checkReport, type ChainFault } from '../domain/report-chain.js';
import type { ReportScopeName } from '../domain/report-scope.js';
import type { ContentSeal } from '../ports/content-seal.js';
import type { DayOutlets } from '../ports/day-outlets.js';
import type { ZReportViews } from '../ports/z-report-views.js';
import { knownOutlet } from './known-outlet.js';

/** A series of Z reports after its check. */
export interface VerifiedSeries {
  readonly scope: ReportScopeName;
  /** The outlet, or the drawer. */
  readonly seriesId: string;
  readonly reports: number;
  /** The first of them; empty: every report is as it was made, and none is missing. */
  readonly faults: readonly ChainFault[];
}

const BATCH = 200;
const FAULTS_MAX = 100;

/** Checks that no Z report of an outlet was changed, added, swapped or taken away. */
export class VerifyReports {
  constructor(
    private readonly transactor: Transactor,
    private readonly outlets: DayOutlets,
    private readonly views: ZReportViews,
    private readonly seal: ContentSeal,
  ) {}

  /** @throws Refusal `outlet_not_found`. */
  execute(context: RequestContext, outletId: OutletId): Promise<readonly VerifiedSeries[]> {
    return this.transactor.read(context, async (tx) => {
      await knownOutlet(this.outlets, tx, context, outletId);
      const verified: VerifiedSeries[] = [];
      for (const series of await this.views.series(tx, outletId)) verified.push(await this.verify(tx, series));
      return verified;
    });
  }

  private async verify(tx: Tx, series: Awaited<ReturnType<ZReportViews['series']>>[number]): Promise<VerifiedSeries> {
    const { scope, seriesId } = series;
    const faults: ChainFault[] = [];
    let state = CHAIN_START;
    let reports = 0;
    for (;;) {
      const batch = await this.views.stored(tx, series, state.number, BATCH);
      for (const report of batch) {
        const checked = checkReport(state, report, this.seal.hashOf(report.text));
        state = checked.state;
        faults.push(...checked.faults);
      }
      reports += batch.length;
      if (batch.length < BATCH) break;
    }
    faults.push(...checkHead(state, series));
    return { scope, seriesId, reports, faults: faults.slice(0, FAULTS_MAX) };
  }
}
