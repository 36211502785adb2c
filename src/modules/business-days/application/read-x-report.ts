import { businessTimeOf } from '../../../kernel/business-time.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { VisibleFigures } from '../domain/day-figures.js';
import { isClosed } from '../domain/days-to-close.js';
import { figuresOf, withoutCash } from '../domain/figures-of.js';
import { exceptionsOf, type ReportException } from '../domain/report-exceptions.js';
import type { ReportScope } from '../domain/report-scope.js';
import type { DayBooks } from '../ports/day-books.js';
import type { DayOutlet, DayOutlets } from '../ports/day-outlets.js';
import { knownOutlet } from './known-outlet.js';
import { reportedSession, sessionScope } from './report-session.js';

/** How things stand: the figures that a Z would have now. Nothing is changed by reading it. */
export interface XReport {
  readonly scope: ReportScope;
  readonly outlet: DayOutlet;
  readonly drawerId: string | null;
  readonly at: Date;
  /** The day is closed: what is shown was booked into it, and it has its Z. */
  readonly closed: boolean;
  /** Figures that would tell what an open drawer holds were left out. */
  readonly withheld: boolean;
  readonly figures: VisibleFigures;
  readonly exceptions: readonly ReportException[];
}

/** Who may know what a drawer should hold before it is counted. */
const KNOWS_EXPECTATIONS = 'drawers:approve';

/** Reads X reports. */
export class ReadXReport {
  constructor(
    private readonly transactor: Transactor,
    private readonly outlets: DayOutlets,
    private readonly books: DayBooks,
  ) {}

  /** @param date the running business day, when absent. @throws Refusal `outlet_not_found`. */
  day(context: RequestContext, outletId: OutletId, date: string | undefined): Promise<XReport> {
    return this.transactor.read(context, async (tx) => {
      const outlet = await knownOutlet(this.outlets, tx, context, outletId);
      const { timeZone, dayCutMinutes, currency, closedThrough } = outlet;
      const businessDate = date ?? businessTimeOf(context.at, timeZone, dayCutMinutes).businessDate;
      const open = await this.books.openSessions(tx, outletId);
      const scope = { name: 'day', outletId, currency, businessDate, sessionId: null } as const;
      const blind = open.some((session) => session.blind);
      return this.report(tx, context, {
        outlet,
        scope,
        blind,
        drawerId: null,
        closed: isClosed(businessDate, closedThrough),
      });
    });
  }

  /** @throws Refusal `report_session_not_found`. */
  session(context: RequestContext, sessionId: string): Promise<XReport> {
    return this.transactor.read(context, async (tx) => {
      const session = await reportedSession(this.books, tx, context, sessionId);
      const outlet = await knownOutlet(this.outlets, tx, context, session.outletId);
      const { drawerId, closed } = session;
      return this.report(tx, context, {
        ...{ outlet, drawerId, closed, scope: sessionScope(session), blind: session.blind && !closed },
      });
    });
  }

  private async report(
    tx: Tx,
    { principal, at }: RequestContext,
    { blind, ...about }: Pick<XReport, 'outlet' | 'scope' | 'drawerId' | 'closed'> & { readonly blind: boolean },
  ): Promise<XReport> {
    const facts = await this.books.facts(tx, about.scope);
    const figures = figuresOf(facts, about.outlet.currency);
    const withheld = blind && !principal.permissions.has(KNOWS_EXPECTATIONS);
    const exceptions = exceptionsOf(facts, figures.bridge.unexplained.amount, false);
    return { ...about, at, withheld, figures: withheld ? withoutCash(figures) : figures, exceptions };
  }
}
