import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { PROBLEMS } from '../../platform/http/tokens.js';
import { STREAM_TOPIC } from '../../platform/sse/tokens.js';
import { EVENT_SUBSCRIBER, IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { ApprovalsFacade } from '../approvals/index.js';
import { assertNoPaymentCard } from '../gift-cards/index.js';
import { OutletDiscovery, OutletsFacade } from '../outlets/index.js';
import { AskedApprovals } from './adapters/approvals/asked-approvals.js';
import { DrawerPoliciesController } from './adapters/http/drawer-policies.controller.js';
import { drawerProblems } from './adapters/http/drawer-problems.js';
import { DrawerSessionsController } from './adapters/http/drawer-sessions.controller.js';
import { DrawerTraysController } from './adapters/http/drawer-trays.controller.js';
import { DrawersController } from './adapters/http/drawers.controller.js';
import { SafeController } from './adapters/http/safe.controller.js';
import { SessionCashController } from './adapters/http/session-cash.controller.js';
import { SessionCountsController } from './adapters/http/session-counts.controller.js';
import { OrderEventsListener } from './adapters/orders/order-events-listener.js';
import { TenantOutlets } from './adapters/outlets/tenant-outlets.js';
import { PostgresCashBookings } from './adapters/postgres/cash-bookings.js';
import { PostgresDrawerCopies } from './adapters/postgres/postgres-drawer-copies.js';
import { PostgresDrawerRepository } from './adapters/postgres/drawer-repository.js';
import { PostgresDrawerViews } from './adapters/postgres/drawer-views.js';
import { PostgresPolicyRepository } from './adapters/postgres/policy-repository.js';
import { PostgresSafeRepository } from './adapters/postgres/safe-repository.js';
import { PostgresSessionRepository } from './adapters/postgres/session-repository.js';
import { CashTill } from './application/cash-till.js';
import { ChangeDrawer } from './application/change-drawer.js';
import { DecideOnVariance } from './application/decide-on-variance.js';
import { DefineDrawer } from './application/define-drawer.js';
import { DrawerCopies } from './application/drawer-copies.js';
import { DrawersFacade } from './application/drawers-facade.js';
import { ForceCount } from './application/force-count.js';
import { KeepSafe } from './application/keep-safe.js';
import { MoveSessionCash } from './application/move-session-cash.js';
import { BookedOfflineDrawers, OfflineDrawers } from './application/offline-drawers.js';
import { OpenDrawer } from './application/open-drawer.js';
import { SessionDesk } from './application/session-desk.js';
import { SetDrawerPolicy } from './application/set-drawer-policy.js';
import { TransferSessionCash } from './application/transfer-session-cash.js';
import { WorkSession } from './application/work-session.js';

type Bind = ContainerModuleLoadOptions['bind'];

const repository = new PostgresDrawerRepository();
const screen = assertNoPaymentCard;

/** The wiring of drawers. */
export const drawers = new ContainerModule(({ bind }) => {
  bindTechnology(bind);
  bindCommands(bind);
  bindRoutes(bind);
  bind(DrawersFacade)
    .toResolvedValue(
      (policies, ids, desk) => new CashTill(policies, new PostgresCashBookings(ids), desk, screen),
      [PostgresPolicyRepository, IDS, SessionDesk],
    )
    .inSingletonScope();
  bind(EVENT_SUBSCRIBER).toResolvedValue((force) => new OrderEventsListener(force, () => new Date()), [ForceCount]);
  bind(STREAM_TOPIC).toConstantValue({
    ...{ name: 'drawers', permission: 'drawers:read', types: ['pos.cashdrawer.*', 'pos.cash_exception'] },
  });
});

function bindTechnology(bind: Bind): void {
  // One for the process: it remembers policies.
  bind(PostgresPolicyRepository).toConstantValue(new PostgresPolicyRepository());
  bind(DrawerCopies).toResolvedValue((policies) => new PostgresDrawerCopies(policies), [PostgresPolicyRepository]);
  bind(PostgresSessionRepository).toResolvedValue((ids) => new PostgresSessionRepository(ids), [IDS]);
  bind(PostgresSafeRepository).toResolvedValue((ids) => new PostgresSafeRepository(ids), [IDS]);
  bind(PostgresDrawerViews).toResolvedValue((t) => new PostgresDrawerViews(t), [TRANSACTOR]);
  bind(SessionDesk).toResolvedValue(
    (sessions, outlets, outbox) => new SessionDesk(sessions, new TenantOutlets(outlets), outbox),
    [PostgresSessionRepository, OutletsFacade, OUTBOX],
  );
}

function bindCommands(bind: Bind): void {
  bind(DefineDrawer).toResolvedValue(
    (t, desk, outbox, known) => new DefineDrawer(t, repository, desk, outbox, screen, known),
    [TRANSACTOR, SessionDesk, OUTBOX, OutletDiscovery],
  );
  bind(ChangeDrawer).toResolvedValue(
    (t, outbox) => new ChangeDrawer(t, repository, outbox, screen),
    [TRANSACTOR, OUTBOX],
  );
  bind(SetDrawerPolicy).toResolvedValue(
    (t, policies, desk, outbox) => new SetDrawerPolicy(t, policies, desk, outbox),
    [TRANSACTOR, PostgresPolicyRepository, SessionDesk, OUTBOX],
  );
  bind(OpenDrawer).toResolvedValue(
    (t, policies, sessions, desk, outbox) => new OpenDrawer(t, repository, policies, sessions, desk, outbox),
    [TRANSACTOR, PostgresPolicyRepository, PostgresSessionRepository, SessionDesk, OUTBOX],
  );
  bind(WorkSession).toResolvedValue(
    (t, desk, policies) => new WorkSession(t, desk, policies, repository),
    [TRANSACTOR, SessionDesk, PostgresPolicyRepository],
  );
  bind(ForceCount).toResolvedValue(
    (t, policies, sessions, outbox) => new ForceCount(t, policies, sessions, outbox),
    [TRANSACTOR, PostgresPolicyRepository, PostgresSessionRepository, OUTBOX],
  );
  bind(KeepSafe).toResolvedValue(
    (t, safe, desk, outbox) => new KeepSafe(t, safe, desk, outbox, screen),
    [TRANSACTOR, PostgresSafeRepository, SessionDesk, OUTBOX],
  );
  bindApproved(bind);
}

/** What may need a second person. */
function bindApproved(bind: Bind): void {
  bind(AskedApprovals).toResolvedValue((approvals) => new AskedApprovals(approvals), [ApprovalsFacade]);
  bind(MoveSessionCash).toResolvedValue(
    (t, desk, policies, approvals) => new MoveSessionCash(t, desk, policies, approvals, screen),
    [TRANSACTOR, SessionDesk, PostgresPolicyRepository, AskedApprovals],
  );
  bind(TransferSessionCash).toResolvedValue(
    (t, desk, policies, approvals) => new TransferSessionCash(t, desk, policies, approvals, screen),
    [TRANSACTOR, SessionDesk, PostgresPolicyRepository, AskedApprovals],
  );
  bind(OfflineDrawers).toResolvedValue(
    (policies, sessions, desk, secondPerson, outbox) =>
      new BookedOfflineDrawers({ drawers: repository, policies, sessions, desk, secondPerson, outbox, screen }),
    [PostgresPolicyRepository, PostgresSessionRepository, SessionDesk, AskedApprovals, OUTBOX],
  );
  bind(DecideOnVariance).toResolvedValue(
    (t, desk, approvals) => new DecideOnVariance(t, desk, approvals, screen),
    [TRANSACTOR, SessionDesk, AskedApprovals],
  );
}

function bindRoutes(bind: Bind): void {
  bind(DrawersController).toResolvedValue(
    (views, define, change, open, ids) => new DrawersController(views, define, change, open, ids),
    [PostgresDrawerViews, DefineDrawer, ChangeDrawer, OpenDrawer, IDS],
  );
  bind(DrawerTraysController).toResolvedValue(
    (views, define, change, ids) => new DrawerTraysController(views, define, change, ids),
    [PostgresDrawerViews, DefineDrawer, ChangeDrawer, IDS],
  );
  bind(DrawerPoliciesController).toResolvedValue(
    (policies) => new DrawerPoliciesController(policies),
    [SetDrawerPolicy],
  );
  bind(DrawerSessionsController).toResolvedValue((views) => new DrawerSessionsController(views), [PostgresDrawerViews]);
  bind(SessionCashController).toResolvedValue(
    (move, transfer) => new SessionCashController(move, transfer),
    [MoveSessionCash, TransferSessionCash],
  );
  bind(SessionCountsController).toResolvedValue(
    (work, decide) => new SessionCountsController(work, decide),
    [WorkSession, DecideOnVariance],
  );
  bind(SafeController).toResolvedValue(
    (views, keepSafe, policies, ids) => new SafeController(views, keepSafe, policies, ids),
    [PostgresDrawerViews, KeepSafe, SetDrawerPolicy, IDS],
  );
  bind(PROBLEMS).toConstantValue(drawerProblems);
}
