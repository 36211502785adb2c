import { ContainerModule, type ContainerModuleLoadOptions, type ServiceIdentifier } from 'inversify';
import { CLOSING, PROBLEMS, SETTINGS, type Settings } from '../../platform/http/tokens.js';
import { INBOX_HANDLER } from '../../platform/inbox/tokens.js';
import { WORKER_POOL } from '../../platform/postgres/tokens.js';
import { SIBLING_OBSERVER } from '../../platform/sibling-http/tokens.js';
import { LOGGER, METRICS } from '../../platform/telemetry/tokens.js';
import { BACKGROUND_WORK, EVENT_SUBSCRIBER, HEALTH_PART, IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { assertNoPaymentCard } from '../gift-cards/index.js';
import { LoyaltyBurnsController } from './adapters/http/loyalty-burns.controller.js';
import { LoyaltyController, type LoyaltyUseCases } from './adapters/http/loyalty.controller.js';
import { loyaltyProblems } from './adapters/http/loyalty-problems.js';
import { LedgerConnection } from './adapters/loyalty-ledger/ledger-connection.js';
import { MemberAnnouncements } from './adapters/loyalty-ledger/member-announcements.js';
import { RemoteLedger } from './adapters/loyalty-ledger/remote-ledger.js';
import { OrderEventsListener } from './adapters/orders/order-events-listener.js';
import { PostgresDueIntents } from './adapters/postgres/due-intents.js';
import { readIntentFigures } from './adapters/postgres/intent-figures.js';
import { PostgresIntentRepository } from './adapters/postgres/intent-repository.js';
import { PostgresLoyaltyRepository } from './adapters/postgres/loyalty-repository.js';
import { PostgresLoyaltyViews } from './adapters/postgres/loyalty-views.js';
import { SenderTelemetry } from './adapters/telemetry/sender-telemetry.js';
import { AdjustPoints } from './application/adjust-points.js';
import { ChangeMember } from './application/change-member.js';
import { EnrolMember } from './application/enrol-member.js';
import { EnrolRemotely, KeptElsewhere } from './application/enrol-remotely.js';
import { FollowMember } from './application/follow-member.js';
import { HoldPoints, NoHold, type PointsHolder } from './application/hold-points.js';
import { IntentSender } from './application/intent-sender.js';
import { LocalLoyalty } from './application/local-loyalty.js';
import { LoyaltyFacade } from './application/loyalty-facade.js';
import { PointLedger } from './application/point-ledger.js';
import { RemoteLoyalty } from './application/remote-loyalty.js';
import { RewardSales, type SaleRewards } from './application/reward-sales.js';
import { SendIntent } from './application/send-intent.js';
import { SetProgramme } from './application/set-programme.js';
import { SettleIntent } from './application/settle-intent.js';
import { SubmitRewards } from './application/submit-rewards.js';

type Bind = ContainerModuleLoadOptions['bind'];

const USE_CASES = Symbol.for('pos:loyalty-use-cases') as ServiceIdentifier<LoyaltyUseCases>;
const REWARDS = Symbol.for('pos:loyalty-rewards') as ServiceIdentifier<SaleRewards>;
const HOLDER = Symbol.for('pos:loyalty-holder') as ServiceIdentifier<PointsHolder>;
/** Absent where points are kept here. */
const SENDING = Symbol.for('pos:loyalty-sending') as ServiceIdentifier<{ readonly send: SendIntent | undefined }>;

const CONCURRENCY = 4;
const IDLE_MS = 1_000;
/** Beyond the longest call: time to take its outcome down. */
const LEASE_SPARE_MS = 10_000;

const repository = new PostgresLoyaltyRepository();
const intents = new PostgresIntentRepository();
const views = new PostgresLoyaltyViews();
const now = (): Date => new Date();

/** The wiring of loyalty. LOYALTY_URL decides who keeps the points: the tables here, or a sibling service. */
export const loyalty = new ContainerModule(({ bind }) => {
  bind(PointLedger).toResolvedValue((o, ids) => new PointLedger(repository, o, ids), [OUTBOX, IDS]);
  bindLedgerService(bind);
  bindFacade(bind);
  bindCommands(bind);
  bindRoutes(bind);
  bindSending(bind);
});

function bindLedgerService(bind: Bind): void {
  bind(LedgerConnection)
    .toResolvedValue((settings, observer) => new LedgerConnection(settings, observer), [SETTINGS, SIBLING_OBSERVER])
    .inSingletonScope();
  bind(CLOSING).toService(LedgerConnection);
  bind(HEALTH_PART).toResolvedValue(
    (connection) => ({ name: 'loyalty', state: () => Promise.resolve(connection.state()) }),
    [LedgerConnection],
  );
  bind(FollowMember).toResolvedValue((o, ids) => new FollowMember(repository, o, ids), [OUTBOX, IDS]);
  bind(SettleIntent).toResolvedValue(
    (t, follow, o, ids) => new SettleIntent(t, intents, repository, follow, o, ids, Math.random),
    [TRANSACTOR, FollowMember, OUTBOX, IDS],
  );
  bind(SENDING).toResolvedValue(
    ({ client }, t, settle, follow) => ({
      send: client && new SendIntent(t, intents, repository, new RemoteLedger(client), settle, follow, now),
    }),
    [LedgerConnection, TRANSACTOR, SettleIntent, FollowMember],
  );
}

function bindFacade(bind: Bind): void {
  bind(LoyaltyFacade).toResolvedValue(
    (settings, ledger, ids) =>
      isRemote(settings) ? new RemoteLoyalty(repository, intents, ids, now) : new LocalLoyalty(repository, ledger, now),
    [SETTINGS, PointLedger, IDS],
  );
  bind(REWARDS).toResolvedValue(
    (settings, t, ledger, ids) =>
      isRemote(settings) ? new SubmitRewards(t, intents, repository, ids) : new RewardSales(t, repository, ledger),
    [SETTINGS, TRANSACTOR, PointLedger, IDS],
  );
  bind(EVENT_SUBSCRIBER).toResolvedValue((rewards) => new OrderEventsListener(rewards, now), [REWARDS]);
  bind(INBOX_HANDLER).toResolvedValue(
    (follow, settings) => new MemberAnnouncements(follow, isRemote(settings)),
    [FollowMember, SETTINGS],
  );
}

function bindCommands(bind: Bind): void {
  bind(USE_CASES).toResolvedValue(
    (t, o, ledger, ids, { send }, settings) => ({
      setProgramme: new SetProgramme(t, repository, o),
      enrol:
        send === undefined
          ? new EnrolMember(t, repository, o)
          : new EnrolRemotely(t, intents, repository, send, leaseMsOf(settings)),
      change: send === undefined ? new ChangeMember(t, repository, o) : new KeptElsewhere(),
      adjust: send === undefined ? new AdjustPoints(t, ledger, ids) : new KeptElsewhere(),
    }),
    [TRANSACTOR, OUTBOX, PointLedger, IDS, SENDING, SETTINGS],
  );
  bind(HOLDER).toResolvedValue(
    (t, ids, { send }, settings) =>
      send === undefined ? new NoHold() : new HoldPoints(t, intents, send, ids, leaseMsOf(settings)),
    [TRANSACTOR, IDS, SENDING, SETTINGS],
  );
}

function bindRoutes(bind: Bind): void {
  bind(LoyaltyController).toResolvedValue(
    (useCases, t, ids) => new LoyaltyController(useCases, t, repository, views, ids, assertNoPaymentCard),
    [USE_CASES, TRANSACTOR, IDS],
  );
  bind(LoyaltyBurnsController).toResolvedValue(
    (holder, t) => new LoyaltyBurnsController(holder, t, intents),
    [HOLDER, TRANSACTOR],
  );
  bind(PROBLEMS).toConstantValue(loyaltyProblems);
}

function bindSending(bind: Bind): void {
  bind(SenderTelemetry)
    .toResolvedValue(
      (logger, metrics, pool) => {
        const telemetry = new SenderTelemetry(logger);
        telemetry.watch(metrics, () => readIntentFigures(pool));
        return telemetry;
      },
      [LOGGER, METRICS, WORKER_POOL],
    )
    .inSingletonScope();
  bind(BACKGROUND_WORK).toResolvedValue(
    (pool, { send }, telemetry, settings) => {
      if (send === undefined) return { name: 'loyalty', start: () => undefined, stop: () => Promise.resolve() };
      const due = new PostgresDueIntents(pool, leaseMsOf(settings));
      const pace = { concurrency: CONCURRENCY, idleMs: IDLE_MS };
      return new IntentSender(due, send, telemetry, pace, { now, random: Math.random });
    },
    [WORKER_POOL, SENDING, SenderTelemetry, SETTINGS],
  );
}

function isRemote({ loyaltyUrl }: Settings): boolean {
  return loyaltyUrl !== undefined;
}

/** For how long an intent is in one pair of hands. */
function leaseMsOf({ siblingTimeoutMs }: Settings): number {
  return siblingTimeoutMs + LEASE_SPARE_MS;
}
