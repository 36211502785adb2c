import { businessTimeOf } from '../../../kernel/business-time.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import { figuresOf, withoutOpenExpectations } from '../domain/figures-of.js';
import { exceptionsOf } from '../domain/report-exceptions.js';
import type { ReportScope } from '../domain/report-scope.js';
import { numberedReport, seriesAfter, type ReportSeries, type ZDraft, type ZReport } from '../domain/z-report.js';
import type { AuditAnchor } from '../ports/audit-anchor.js';
import type { ContentSeal } from '../ports/content-seal.js';
import type { DayBooks } from '../ports/day-books.js';
import type { DayOutlet, DayOutlets } from '../ports/day-outlets.js';

/** Why and where a report is made. */
export interface DraftOccasion {
  readonly outlet: DayOutlet;
  readonly scope: ReportScope;
  readonly drawerId: string | null;
  readonly reason: string | null;
  /** The business day still goes on. */
  readonly early: boolean;
}

/** Writes reports out of the books, and gives them their places in a series. */
export class ReportDrafts {
  constructor(
    private readonly books: DayBooks,
    private readonly outlets: DayOutlets,
    private readonly audit: AuditAnchor,
    private readonly seal: ContentSeal,
    private readonly ids: IdSource,
  ) {}

  /** A report of the scope as the books are now, not yet numbered. */
  async draft(tx: Tx, context: RequestContext, occasion: DraftOccasion): Promise<ZDraft> {
    const { outlet, scope, drawerId, reason, early } = occasion;
    const facts = await this.books.facts(tx, scope);
    const figures = withoutOpenExpectations(figuresOf(facts, outlet.currency));
    return {
      id: this.ids.next(),
      scope: scope.name,
      outletId: outlet.id,
      outletName: outlet.name,
      timeZone: outlet.timeZone,
      currency: outlet.currency,
      minorDigits: await this.outlets.minorDigits(tx, outlet.currency),
      drawerId,
      sessionId: scope.sessionId,
      businessDate: scope.businessDate,
      madeAt: context.at.toISOString(),
      madeAtLocal: localTime(context.at, outlet),
      madeBy: context.principal.id,
      reason,
      figures,
      exceptions: exceptionsOf(facts, figures.bridge.unexplained.amount, early),
      auditHead: scope.name === 'day' ? await this.audit.head(tx) : null,
    };
  }

  /** Numbers, chains and seals drafts of one series, in order. */
  sealed(
    drafts: readonly ZDraft[],
    series: ReportSeries,
  ): { readonly reports: readonly ZReport[]; readonly series: ReportSeries } {
    const reports: ZReport[] = [];
    let state = series;
    for (const draft of drafts) {
      const content = numberedReport(draft, state);
      const text = this.seal.textOf(content);
      const report = { content, text, hash: this.seal.hashOf(text) };
      reports.push(report);
      state = seriesAfter(state, report);
    }
    return { reports, series: state };
  }
}

/** `YYYY-MM-DD HH:MM` on the outlet's wall clock. */
export function localTime(at: Date, { timeZone }: Pick<DayOutlet, 'timeZone'>): string {
  const { localDate, localMinute } = businessTimeOf(at, timeZone, 0);
  const hours = String(Math.floor(localMinute / 60)).padStart(2, '0');
  return `${localDate} ${hours}:${String(localMinute % 60).padStart(2, '0')}`;
}
