import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { PROBLEMS } from '../../platform/http/tokens.js';
import { WORKER_POOL } from '../../platform/postgres/tokens.js';
import { STREAM_TOPIC } from '../../platform/sse/tokens.js';
import { LOGGER } from '../../platform/telemetry/tokens.js';
import { BACKGROUND_WORK, EVENT_SUBSCRIBER, IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { AuditFacade } from '../audit/index.js';
import { OutletsFacade } from '../outlets/index.js';
import { RecordedAuditHead } from './adapters/audit/audit-head.js';
import { CanonicalSeal } from './adapters/crypto/content-seal.js';
import { ClosedSessionsListener } from './adapters/drawers/closed-sessions-listener.js';
import { cardNumberScreen } from './adapters/gift-cards/card-number-screen.js';
import { dayProblems } from './adapters/http/day-problems.js';
import { OutletDaysController } from './adapters/http/outlet-days.controller.js';
import { SessionReportsController } from './adapters/http/session-reports.controller.js';
import { ZReportsController } from './adapters/http/z-reports.controller.js';
import { KnownOutlets } from './adapters/outlets/known-outlets.js';
import { reportPdf } from './adapters/pdf/report-pdf.js';
import { PostgresDayBooks } from './adapters/postgres/day-books.js';
import { PostgresDayPolicies } from './adapters/postgres/day-policies.js';
import { PostgresDueOutlets } from './adapters/postgres/due-outlets.js';
import { PostgresZReportRepository } from './adapters/postgres/z-report-repository.js';
import { PostgresZReportViews } from './adapters/postgres/z-report-views.js';
import { CloseDay } from './application/close-day.js';
import { DayKeeper } from './application/day-keeper.js';
import { LookAfterDays } from './application/look-after-days.js';
import { ReadXReport } from './application/read-x-report.js';
import { ReportDrafts } from './application/report-drafts.js';
import { ReportSession } from './application/report-session.js';
import { SetDayPolicy } from './application/set-day-policy.js';
import { ShowDays } from './application/show-days.js';
import { ShowReport } from './application/show-report.js';
import { VerifyReports } from './application/verify-reports.js';

type Bind = ContainerModuleLoadOptions['bind'];

const reports = new PostgresZReportRepository();
const books = new PostgresDayBooks();
const policies = new PostgresDayPolicies();
const seal = new CanonicalSeal();
const now = (): Date => new Date();

/** The wiring of business days. */
export const businessDays = new ContainerModule(({ bind }) => {
  bind(KnownOutlets).toResolvedValue((outlets) => new KnownOutlets(outlets), [OutletsFacade]);
  bind(PostgresZReportViews).toResolvedValue((t) => new PostgresZReportViews(t), [TRANSACTOR]);
  bindCommands(bind);
  bindQuestions(bind);
  bindRoutes(bind);
  bindBackground(bind);
});

function bindCommands(bind: Bind): void {
  bind(ReportDrafts).toResolvedValue(
    (outlets, audit, ids) => new ReportDrafts(books, outlets, new RecordedAuditHead(audit), seal, ids),
    [KnownOutlets, AuditFacade, IDS],
  );
  bind(CloseDay).toResolvedValue(
    (t, outlets, drafts, outbox) => new CloseDay(t, outlets, reports, books, drafts, outbox, cardNumberScreen),
    [TRANSACTOR, KnownOutlets, ReportDrafts, OUTBOX],
  );
  bind(ReportSession).toResolvedValue(
    (t, outlets, drafts, outbox) => new ReportSession(t, outlets, reports, books, drafts, outbox),
    [TRANSACTOR, KnownOutlets, ReportDrafts, OUTBOX],
  );
  bind(SetDayPolicy).toResolvedValue(
    (t, outlets, outbox) => new SetDayPolicy(t, outlets, policies, outbox),
    [TRANSACTOR, KnownOutlets, OUTBOX],
  );
  bind(LookAfterDays).toResolvedValue(
    (t, outlets, closeDay, outbox) => new LookAfterDays(t, outlets, policies, books, reports, closeDay, outbox),
    [TRANSACTOR, KnownOutlets, CloseDay, OUTBOX],
  );
}

function bindQuestions(bind: Bind): void {
  bind(ReadXReport).toResolvedValue((t, outlets) => new ReadXReport(t, outlets, books), [TRANSACTOR, KnownOutlets]);
  bind(ShowReport).toResolvedValue((t) => new ShowReport(t, reports), [TRANSACTOR]);
  bind(ShowDays).toResolvedValue(
    (t, outlets, views) => new ShowDays(t, outlets, policies, views),
    [TRANSACTOR, KnownOutlets, PostgresZReportViews],
  );
  bind(VerifyReports).toResolvedValue(
    (t, outlets, views) => new VerifyReports(t, outlets, views, seal),
    [TRANSACTOR, KnownOutlets, PostgresZReportViews],
  );
}

function bindRoutes(bind: Bind): void {
  bind(OutletDaysController).toResolvedValue(
    (x, close, days, policy) => new OutletDaysController(x, close, days, policy),
    [ReadXReport, CloseDay, ShowDays, SetDayPolicy],
  );
  bind(SessionReportsController).toResolvedValue(
    (x, session) => new SessionReportsController(x, session),
    [ReadXReport, ReportSession],
  );
  bind(ZReportsController).toResolvedValue(
    (views, show, verify) => new ZReportsController(views, show, verify, reportPdf),
    [PostgresZReportViews, ShowReport, VerifyReports],
  );
  bind(PROBLEMS).toConstantValue(dayProblems);
  bind(STREAM_TOPIC).toConstantValue({
    ...{ name: 'days', permission: 'days:read', types: ['pos.report.*', 'pos.day.*', 'pos.day_policy.*'] },
  });
}

function bindBackground(bind: Bind): void {
  bind(EVENT_SUBSCRIBER).toResolvedValue((report) => new ClosedSessionsListener(report, now), [ReportSession]);
  bind(BACKGROUND_WORK).toResolvedValue(
    (pool, lookAfterDays, logger) => {
      const observer = {
        failed: (what: string, outlet: object | undefined, err: unknown) => logger.error({ err, ...outlet }, what),
      };
      return new DayKeeper(new PostgresDueOutlets(pool), lookAfterDays, observer, now);
    },
    [WORKER_POOL, LookAfterDays, LOGGER],
  );
}
