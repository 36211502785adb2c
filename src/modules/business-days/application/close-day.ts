import { businessTimeOf } from '../../../kernel/business-time.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { dayClosed, reportGenerated } from '../domain/day-events.js';
import type { DayRefusal } from '../domain/day-refusal.js';
import { DAYS_AT_ONCE_MAX, daysToClose, isClosed } from '../domain/days-to-close.js';
import type { ZDraft, ZReport } from '../domain/z-report.js';
import type { DayBooks } from '../ports/day-books.js';
import type { DayOutlet, DayOutlets } from '../ports/day-outlets.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { ZReportRepository } from '../ports/z-report-repository.js';
import { knownOutlet } from './known-outlet.js';
import type { ReportDrafts } from './report-drafts.js';

export interface CloseDayCommand {
  readonly outletId: OutletId;
  readonly date: string;
  readonly reason: string | null;
  /** Close although drawer sessions are open: what they take from now on counts in the next day. */
  readonly acceptOpenSessions: boolean;
}

/** Closes a business day of an outlet, and the earlier ones that are still open before it: one Z report each. */
export class CloseDay {
  constructor(
    private readonly transactor: Transactor,
    private readonly outlets: DayOutlets,
    private readonly reports: ZReportRepository,
    private readonly books: DayBooks,
    private readonly drafts: ReportDrafts,
    private readonly outbox: Outbox,
    private readonly screen: TextScreen,
  ) {}

  /**
   * @returns the reports made, in order; the last is that of the day asked for.
   * @throws Refusal `outlet_not_found`, `day_in_future`, `day_already_closed`, `too_many_open_days`, `drawer_sessions_open`,
   * `card_data_not_allowed`.
   */
  async execute(context: RequestContext, command: CloseDayCommand): Promise<readonly ZReport[]> {
    if (command.reason !== null) this.screen.assertHarmless(command.reason, '/reason');
    return this.transactor.run(context, (tx) => this.closeIn(tx, context, command));
  }

  /** The same within a transaction that holds no locks yet which a sale could wait for. */
  async closeIn(tx: Tx, context: RequestContext, command: CloseDayCommand): Promise<readonly ZReport[]> {
    const outlet = await knownOutlet(this.outlets, tx, context, command.outletId);
    // First of all: whatever counts in these days has either committed before, and is read below, or begins again and is late.
    const closedThrough = await this.reports.lockDays(tx, outlet.id);
    const today = businessTimeOf(context.at, outlet.timeZone, outlet.dayCutMinutes).businessDate;
    const days = await this.daysOf(tx, outlet, closedThrough, command.date, today);
    if (!command.acceptOpenSessions) await this.assertNoOpenSession(tx, outlet.id);
    const drafts: ZDraft[] = [];
    for (const day of days) drafts.push(await this.draft(tx, context, outlet, day, today, command.reason));
    await this.outlets.closeThrough(tx, outlet.id, command.date);
    const { id: outletId, currency } = outlet;
    const series = await this.reports.lockSeries(tx, { scope: 'day', seriesId: outletId, outletId, currency });
    const made = this.drafts.sealed(drafts, series);
    await this.reports.add(tx, made.reports, made.series);
    this.outbox.append(
      tx,
      made.reports.flatMap((report) => [reportGenerated(report), dayClosed(report)]),
    );
    return made.reports;
  }

  private async daysOf(
    tx: Tx,
    outlet: DayOutlet,
    closedThrough: string | null,
    wanted: string,
    today: string,
  ): Promise<readonly string[]> {
    const report = isClosed(wanted, closedThrough) ? await this.reports.ofDay(tx, outlet.id, wanted) : undefined;
    const open = await this.books.daysWithBusiness(tx, outlet.id, closedThrough, wanted, DAYS_AT_ONCE_MAX);
    return daysToClose({ wanted, today, closedThrough, open, zReportId: report?.content.id ?? null });
  }

  private draft(
    tx: Tx,
    context: RequestContext,
    outlet: DayOutlet,
    businessDate: string,
    today: string,
    reason: string | null,
  ): Promise<ZDraft> {
    const { id: outletId, currency } = outlet;
    const scope = { name: 'day', outletId, currency, businessDate, sessionId: null } as const;
    return this.drafts.draft(tx, context, { outlet, scope, drawerId: null, reason, early: businessDate === today });
  }

  private async assertNoOpenSession(tx: Tx, outletId: OutletId): Promise<void> {
    const open = await this.books.openSessions(tx, outletId);
    if (open.length === 0) return;
    throw new Refusal<DayRefusal>('drawer_sessions_open', { drawerSessionIds: open.map(({ id }) => id) });
  }
}
