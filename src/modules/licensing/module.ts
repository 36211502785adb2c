import { ContainerModule, type ContainerModuleLoadOptions, type ServiceIdentifier } from 'inversify';
import { CLOSING, PROBLEMS, SETTINGS, type Settings } from '../../platform/http/tokens.js';
import { INBOX_HANDLER, TENANT_LOOKUP } from '../../platform/inbox/tokens.js';
import { WORKER_POOL } from '../../platform/postgres/tokens.js';
import { SIBLING_OBSERVER } from '../../platform/sibling-http/tokens.js';
import { STREAM_TOPIC } from '../../platform/sse/tokens.js';
import { LOGGER } from '../../platform/telemetry/tokens.js';
// prettier-ignore
import {
  BACKGROUND_WORK, CLOCK, EVENT_SUBSCRIBER, HEALTH_PART, IDS, OUTBOX, SIDE_TRANSACTOR, TRANSACTOR,
} from '../../platform/tokens.js';
import { CallerRecall } from '../access/index.js';
import { BusinessLicencesController } from './adapters/http/business-licences.controller.js';
import { LicenceController } from './adapters/http/licence.controller.js';
import { licensingProblems } from './adapters/http/licensing-problems.js';
import { PlansController } from './adapters/http/plans.controller.js';
import { PlatformBillingController } from './adapters/http/platform-billing.controller.js';
import { NewBusinessListener } from './adapters/outbox/new-business-listener.js';
import { PlanRequestListener } from './adapters/outbox/plan-request-listener.js';
import { TellsTheDoor } from './adapters/outbox/tells-the-door.js';
import { PostgresInvoiceRepository } from './adapters/postgres/invoice-repository.js';
import { PostgresDueLicences, PostgresLicenceWatches } from './adapters/postgres/licence-watches.js';
import { PostgresPlanRepository } from './adapters/postgres/plan-repository.js';
import { PostgresPlanRequestRepository } from './adapters/postgres/plan-request-repository.js';
import { PostgresSubscriptionRepository } from './adapters/postgres/subscription-repository.js';
import { PostgresUsageRepository } from './adapters/postgres/usage-repository.js';
import { RemoteSubscriptions } from './adapters/subscriptions/remote-subscriptions.js';
import { SubscriptionAnnouncements } from './adapters/subscriptions/subscription-announcements.js';
import { SubscriptionsConnection } from './adapters/subscriptions/subscriptions-connection.js';
import { WorkerTelemetry } from './adapters/telemetry/worker-telemetry.js';
import { InvoicesConnection } from './adapters/treasury/invoices-connection.js';
import { RemoteInvoices } from './adapters/treasury/remote-invoices.js';
import { BusinessRegions } from './application/business-regions.js';
import { CountUsage } from './application/count-usage.js';
import { DefaultTerms } from './application/default-terms.js';
import { HearSubscription } from './application/hear-subscription.js';
import { IssueInvoices } from './application/issue-invoices.js';
import { KeepInvoices } from './application/keep-invoices.js';
import { KeptLicences } from './application/kept-licences.js';
import { LicenceKeeper } from './application/licence-keeper.js';
import { LicenceTexts } from './application/licence-texts.js';
import { LicenceWorker } from './application/licence-worker.js';
import { LicensingFacade, UsageMeter } from './application/licensing-facade.js';
import { ManageLicence } from './application/manage-licence.js';
import { ManagePlans } from './application/manage-plans.js';
import { Meters } from './application/meters.js';
import { OwnLicence } from './application/own-licence.js';
import { PlanBook } from './application/plan-book.js';
import { PlanRequests } from './application/plan-requests.js';
import { SendInvoices } from './application/send-invoices.js';
import { ShowLicence } from './application/show-licence.js';
import { SyncSubscription } from './application/sync-subscription.js';
import { WatchLicence } from './application/watch-licence.js';
import type { Businesses } from './ports/businesses.js';
import type { Recall } from './ports/recall.js';

type Bind = ContainerModuleLoadOptions['bind'];

const RECALL: ServiceIdentifier<Recall> = Symbol.for('pos:licence-recall');
const BUSINESSES: ServiceIdentifier<Businesses> = Symbol.for('pos:licence-businesses');
/** The server's time as dates. */
const NOW: ServiceIdentifier<() => Date> = Symbol.for('pos:licence-now');
const PACE = { concurrency: 4, idleMs: 15_000 };
/** Beyond the longest call: time to take its outcome down. */
const LEASE_SPARE_MS = 10_000;

const plans = new PostgresPlanRepository();
const subscriptions = new PostgresSubscriptionRepository();
const usage = new PostgresUsageRepository();
const watches = new PostgresLicenceWatches();
const invoices = new PostgresInvoiceRepository();
const requests = new PostgresPlanRequestRepository();

/** The wiring of licensing. SUBSCRIPTION_URL decides who owns plans: the tables here, or a sibling service. */
export const licensing = new ContainerModule(({ bind }) => {
  bindKeeping(bind);
  bindCommands(bind);
  bindService(bind);
  bindRoutes(bind);
  bindWork(bind);
  bind(PROBLEMS).toConstantValue(licensingProblems);
  const types = ['pos.licence.*', 'pos.subscription.*', 'pos.license.*'];
  bind(STREAM_TOPIC).toConstantValue({ name: 'licence', permission: 'licence:read', types });
});

function bindKeeping(bind: Bind): void {
  bind(BUSINESSES).toDynamicValue((context) => {
    const lookup = context.get(TENANT_LOOKUP);
    return {
      bySlug: (slug) => lookup.bySlug(slug),
      regionOf: (business) => context.get(BusinessRegions).regionOf(business),
    };
  });
  bind(NOW).toResolvedValue((clock) => () => new Date(clock()), [CLOCK]);
  bind(Meters)
    .toDynamicValue((context) => new Meters(() => context.getAll(UsageMeter)))
    .inSingletonScope();
  bind(DefaultTerms)
    .toResolvedValue((side, { defaultPlan }) => new DefaultTerms(side, plans, defaultPlan), [SIDE_TRANSACTOR, SETTINGS])
    .inSingletonScope();
  bind(LicenceKeeper).toResolvedValue(
    (defaults, outbox) => new LicenceKeeper(subscriptions, defaults, outbox),
    [DefaultTerms, OUTBOX],
  );
  bind(LicensingFacade)
    .toResolvedValue((keeper, meters, now) => new KeptLicences(keeper, meters, now), [LicenceKeeper, Meters, NOW])
    .inSingletonScope();
  bind(RECALL).toResolvedValue(
    (recall) => ({ licence: (businessId) => recall.recall(`tenant:${businessId}`) }),
    [CallerRecall],
  );
}

function bindCommands(bind: Bind): void {
  bind(PlanBook).toResolvedValue((t) => new PlanBook(t, plans), [TRANSACTOR]);
  bind(ManagePlans).toResolvedValue((t, o, ids) => new ManagePlans(t, plans, o, ids), [TRANSACTOR, OUTBOX, IDS]);
  bind(ManageLicence).toResolvedValue(
    (t, keeper, book, businesses, recall, settings) =>
      new ManageLicence(t, keeper, book, businesses, recall, isRemote(settings)),
    [TRANSACTOR, LicenceKeeper, PlanBook, BUSINESSES, RECALL, SETTINGS],
  );
  bind(OwnLicence).toResolvedValue(
    (t, keeper, book, outbox, ids, recall) => new OwnLicence(t, keeper, book, outbox, ids, recall),
    [TRANSACTOR, LicenceKeeper, PlanBook, OUTBOX, IDS, RECALL],
  );
  bind(ShowLicence).toResolvedValue(
    (t, keeper, meters) => new ShowLicence(t, keeper, meters),
    [TRANSACTOR, LicenceKeeper, Meters],
  );
  bind(PlanRequests).toResolvedValue((t, o) => new PlanRequests(t, requests, o), [TRANSACTOR, OUTBOX]);
  bind(KeepInvoices).toResolvedValue((t, o) => new KeepInvoices(t, invoices, o), [TRANSACTOR, OUTBOX]);
}

function bindService(bind: Bind): void {
  bind(SubscriptionsConnection)
    .toResolvedValue(
      (settings, observer) => new SubscriptionsConnection(settings, observer),
      [SETTINGS, SIBLING_OBSERVER],
    )
    .inSingletonScope();
  bind(CLOSING).toService(SubscriptionsConnection);
  bind(HEALTH_PART).toResolvedValue(
    (connection) => ({ name: 'subscriptions', state: () => Promise.resolve(connection.state()) }),
    [SubscriptionsConnection],
  );
  bind(InvoicesConnection)
    .toResolvedValue((settings, observer) => new InvoicesConnection(settings, observer), [SETTINGS, SIBLING_OBSERVER])
    .inSingletonScope();
  bind(CLOSING).toService(InvoicesConnection);
  bind(HearSubscription).toResolvedValue(
    (t, keeper, recall) => new HearSubscription(t, keeper, recall),
    [TRANSACTOR, LicenceKeeper, RECALL],
  );
  bind(INBOX_HANDLER).toResolvedValue(
    (hearing, settings) => new SubscriptionAnnouncements(hearing, isRemote(settings)),
    [HearSubscription, SETTINGS],
  );
}

function bindRoutes(bind: Bind): void {
  bind(PlansController).toResolvedValue((manage, book) => new PlansController(manage, book), [ManagePlans, PlanBook]);
  bind(BusinessLicencesController).toResolvedValue(
    (manage, show, businesses, texts) => new BusinessLicencesController(manage, show, businesses, texts),
    [ManageLicence, ShowLicence, BUSINESSES, LicenceTexts],
  );
  bind(PlatformBillingController).toResolvedValue(
    (keep, asked, businesses, texts) => new PlatformBillingController(keep, asked, businesses, texts),
    [KeepInvoices, PlanRequests, BUSINESSES, LicenceTexts],
  );
  bind(LicenceController).toResolvedValue(
    (own, show, book, asked, kept, transactor, texts) =>
      new LicenceController({ own, show, book, requests: asked, invoices: kept, transactor, usage, texts }),
    [OwnLicence, ShowLicence, PlanBook, PlanRequests, KeepInvoices, TRANSACTOR, LicenceTexts],
  );
}

function bindWork(bind: Bind): void {
  bind(WatchLicence).toResolvedValue(
    (t, keeper, meters, outbox, recall) =>
      new WatchLicence(t, keeper, subscriptions, watches, new CountUsage(usage, meters), outbox, recall),
    [TRANSACTOR, LicenceKeeper, Meters, OUTBOX, RECALL],
  );
  bind(SyncSubscription).toResolvedValue(
    (t, hearing, { client }, { subscriptionSyncMs }) => {
      const service = client && new RemoteSubscriptions(client);
      return new SyncSubscription(t, watches, usage, hearing, service, subscriptionSyncMs);
    },
    [TRANSACTOR, HearSubscription, SubscriptionsConnection, SETTINGS],
  );
  bind(IssueInvoices).toResolvedValue(
    (t, keeper, outbox, ids, { client }) =>
      new IssueInvoices(t, keeper, usage, invoices, outbox, ids, client !== undefined),
    [TRANSACTOR, LicenceKeeper, OUTBOX, IDS, InvoicesConnection],
  );
  bind(SendInvoices).toResolvedValue(
    (t, { client }, outbox, { siblingTimeoutMs }) => {
      const treasury = client && new RemoteInvoices(client);
      return new SendInvoices(t, invoices, treasury, outbox, siblingTimeoutMs + LEASE_SPARE_MS);
    },
    [TRANSACTOR, InvoicesConnection, OUTBOX, SETTINGS],
  );
  bind(BACKGROUND_WORK).toResolvedValue(
    (pool, sync, watch, issue, send, logger, now) => {
      const due = new PostgresDueLicences(pool);
      return new LicenceWorker(due, { sync, watch, issue, send }, new WorkerTelemetry(logger), PACE, now);
    },
    [WORKER_POOL, SyncSubscription, WatchLicence, IssueInvoices, SendInvoices, LOGGER, NOW],
  );
  bind(EVENT_SUBSCRIBER).toResolvedValue((asked) => new PlanRequestListener(asked), [PlanRequests]);
  bind(EVENT_SUBSCRIBER).toResolvedValue((recall) => new TellsTheDoor(recall), [RECALL]);
  bind(EVENT_SUBSCRIBER).toResolvedValue((watch, now) => new NewBusinessListener(watch, now), [WatchLicence, NOW]);
}

function isRemote({ subscriptionUrl }: Settings): boolean {
  return subscriptionUrl !== undefined;
}
