import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { reportGenerated } from '../domain/day-events.js';
import type { DayRefusal } from '../domain/day-refusal.js';
import type { ReportScope } from '../domain/report-scope.js';
import type { ZReport } from '../domain/z-report.js';
import type { DayBooks, ReportedSession } from '../ports/day-books.js';
import type { DayOutlets } from '../ports/day-outlets.js';
import type { ZReportRepository } from '../ports/z-report-repository.js';
import { knownOutlet } from './known-outlet.js';
import type { ReportDrafts } from './report-drafts.js';

/** Makes the Z report of a drawer session that was closed, once. */
export class ReportSession {
  constructor(
    private readonly transactor: Transactor,
    private readonly outlets: DayOutlets,
    private readonly reports: ZReportRepository,
    private readonly books: DayBooks,
    private readonly drafts: ReportDrafts,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @returns the session's report, made now or before.
   * @throws Refusal `report_session_not_found`, `drawer_session_not_closed`.
   */
  execute(context: RequestContext, sessionId: string): Promise<ZReport> {
    return this.transactor.run(context, async (tx) => {
      const session = await reportedSession(this.books, tx, context, sessionId);
      if (!session.closed) throw new Refusal<DayRefusal>('drawer_session_not_closed', { drawerSessionId: sessionId });
      const known = await this.reports.ofSession(tx, sessionId);
      return known ?? this.make(tx, context, session);
    });
  }

  private async make(tx: Tx, context: RequestContext, session: ReportedSession): Promise<ZReport> {
    const { drawerId, outletId, currency } = session;
    const outlet = await knownOutlet(this.outlets, tx, context, outletId);
    const scope = sessionScope(session);
    const draft = await this.drafts.draft(tx, context, { outlet, scope, drawerId, reason: null, early: false });
    const series = await this.reports.lockSeries(tx, {
      scope: 'drawer_session',
      seriesId: drawerId,
      outletId,
      currency,
    });
    const meanwhile = await this.reports.ofSession(tx, session.id);
    if (meanwhile !== undefined) return meanwhile;
    const made = this.drafts.sealed([draft], series);
    const [report] = made.reports;
    if (report === undefined) throw new Error('a draft was not sealed');
    await this.reports.add(tx, made.reports, made.series);
    this.outbox.append(tx, [reportGenerated(report)]);
    return report;
  }
}

/** The session, if the caller may act for its outlet. @throws Refusal `report_session_not_found`. */
export async function reportedSession(
  books: DayBooks,
  tx: Tx,
  { principal }: Pick<RequestContext, 'principal'>,
  sessionId: string,
): Promise<ReportedSession> {
  const session = await books.session(tx, sessionId);
  if (session === undefined || !mayActFor(principal, session.outletId)) {
    throw new Refusal<DayRefusal>('report_session_not_found', { drawerSessionId: sessionId });
  }
  return session;
}

/** All that the session took. */
export function sessionScope({ id, outletId, currency, businessDate }: ReportedSession): ReportScope {
  return { name: 'drawer_session', outletId, currency, businessDate, sessionId: id };
}
