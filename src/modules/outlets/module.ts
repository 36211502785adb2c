import { ContainerModule, type ContainerModuleLoadOptions, type ServiceIdentifier } from 'inversify';
import { EPHEMERAL } from '../../platform/ephemeral/tokens.js';
import { CLOSING, PROBLEMS, SETTINGS } from '../../platform/http/tokens.js';
import { WORKER_POOL } from '../../platform/postgres/tokens.js';
import { SIBLING_OBSERVER } from '../../platform/sibling-http/tokens.js';
import { STREAM_TOPIC } from '../../platform/sse/tokens.js';
import { INBOX_HANDLER } from '../../platform/inbox/tokens.js';
import { LOGGER } from '../../platform/telemetry/tokens.js';
import { BACKGROUND_WORK, CLOCK, HEALTH_PART, IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { LicensingFacade, UsageMeter } from '../licensing/index.js';
import { OutletAnnouncements } from './adapters/auth/outlet-announcements.js';
import { RegistryNews } from './adapters/auth/registry-news.js';
import { longestQuestionMs, RegistryConnection } from './adapters/auth-service/registry-connection.js';
import { RemoteRegistry } from './adapters/auth-service/remote-registry.js';
import { SharedDiscoveryMemory } from './adapters/ephemeral/shared-discovery-memory.js';
import { LicensedOutlets, OutletMeter } from './adapters/licensing/outlet-meter.js';
import { outletProblems } from './adapters/http/outlet-problems.js';
import { OutletsController } from './adapters/http/outlets.controller.js';
import { TaxGroupsController } from './adapters/http/tax-groups.controller.js';
import { TenantController } from './adapters/http/tenant.controller.js';
import { CachedOutlets } from './adapters/postgres/cached-outlets.js';
import { PostgresDiscoveryRepository } from './adapters/postgres/discovery-repository.js';
import { PostgresDueDiscoveries } from './adapters/postgres/due-discoveries.js';
import { PostgresOutletRepository } from './adapters/postgres/outlet-repository.js';
import { PostgresOutletViews } from './adapters/postgres/outlet-views.js';
import { PostgresTenantRepository } from './adapters/postgres/tenant-repository.js';
import { AskRegistry } from './application/ask-registry.js';
import { ChangeOutlet } from './application/change-outlet.js';
import { ChangeTenant } from './application/change-tenant.js';
import { DiscoverOutlet } from './application/discover-outlet.js';
import { DiscoveryWorker } from './application/discovery-worker.js';
import { FollowOutlet } from './application/follow-outlet.js';
import { OpenOutlet } from './application/open-outlet.js';
import { NoDiscovery, OutletDiscovery, RegistryDiscovery } from './application/outlet-discovery.js';
import { OutletsFacade } from './application/outlets-facade.js';
import { PutTaxGroup } from './application/put-tax-group.js';
import { FollowTenant } from './application/follow-tenant.js';
import { RegisterTenant } from './application/register-tenant.js';
import { RemoveTaxGroup } from './application/remove-tax-group.js';
import { SettleDiscovery } from './application/settle-discovery.js';
import { TurnTenant } from './application/turn-tenant.js';

type Bind = ContainerModuleLoadOptions['bind'];

/** Absent where no registry is configured. */
interface Asking {
  readonly discover: DiscoverOutlet;
  readonly settle: SettleDiscovery;
}
const ASKING = Symbol.for('pos:outlet-registry-asking') as ServiceIdentifier<{ readonly asking: Asking | undefined }>;

/** Longest that a request waits for the registry. */
const REQUEST_WAIT_MS = 3_000;
const LOOK_MS = 100;
const WORKER_PACE = { concurrency: 4, idleMs: 1_000 };

const meter = new OutletMeter();
const discoveries = new PostgresDiscoveryRepository();

export const outlets = new ContainerModule(({ bind }) => {
  bind(PostgresOutletRepository).toConstantValue(new PostgresOutletRepository());
  bind(PostgresTenantRepository).toConstantValue(new PostgresTenantRepository());
  bind(OutletsFacade).toConstantValue(new CachedOutlets());
  bind(PostgresOutletViews).toResolvedValue((t, f) => new PostgresOutletViews(t, f), [TRANSACTOR, OutletsFacade]);

  bind(UsageMeter).toConstantValue(meter);
  bind(LicensedOutlets).toResolvedValue((licensing) => new LicensedOutlets(licensing, meter), [LicensingFacade]);
  bind(RegisterTenant).toResolvedValue(
    (t, r, o) => new RegisterTenant(t, r, o),
    [TRANSACTOR, PostgresTenantRepository, OUTBOX],
  );
  bind(ChangeTenant).toResolvedValue(
    (t, r, o) => new ChangeTenant(t, r, o),
    [TRANSACTOR, PostgresTenantRepository, OUTBOX],
  );
  bind(TurnTenant).toResolvedValue(
    (t, r, o) => new TurnTenant(t, r, o),
    [TRANSACTOR, PostgresTenantRepository, OUTBOX],
  );
  bind(FollowTenant).toResolvedValue((r, o) => new FollowTenant(r, o), [PostgresTenantRepository, OUTBOX]);
  bind(OpenOutlet).toResolvedValue(
    (t, r, s, o, allowance) => new OpenOutlet(t, r, s, o, allowance),
    [TRANSACTOR, PostgresOutletRepository, PostgresTenantRepository, OUTBOX, LicensedOutlets],
  );
  bind(ChangeOutlet).toResolvedValue(
    (t, r, o, allowance) => new ChangeOutlet(t, r, o, allowance),
    [TRANSACTOR, PostgresOutletRepository, OUTBOX, LicensedOutlets],
  );
  bindTaxGroups(bind);
  bindControllers(bind);
  bind(PROBLEMS).toConstantValue(outletProblems);
  bindAnnouncements(bind);
  bindDiscovery(bind);
  bindDiscoveryWork(bind);
});

function bindTaxGroups(bind: Bind): void {
  bind(PutTaxGroup).toResolvedValue(
    (t, r, o) => new PutTaxGroup(t, r, o),
    [TRANSACTOR, PostgresOutletRepository, OUTBOX],
  );
  bind(RemoveTaxGroup).toResolvedValue(
    (t, r, o) => new RemoveTaxGroup(t, r, o),
    [TRANSACTOR, PostgresOutletRepository, OUTBOX],
  );
}

function bindControllers(bind: Bind): void {
  bind(TenantController).toResolvedValue((v, c) => new TenantController(v, c), [PostgresOutletViews, ChangeTenant]);
  bind(OutletsController).toResolvedValue(
    (v, o, c, i, transactor, askRegistry) =>
      new OutletsController(v, o, c, i, { transactor, discoveries, askRegistry }),
    [PostgresOutletViews, OpenOutlet, ChangeOutlet, IDS, TRANSACTOR, AskRegistry],
  );
  bind(TaxGroupsController).toResolvedValue(
    (v, p, r) => new TaxGroupsController(v, p, r),
    [PostgresOutletViews, PutTaxGroup, RemoveTaxGroup],
  );
  bind(STREAM_TOPIC).toConstantValue({ name: 'outlets', permission: 'outlets:read', types: ['pos.outlet.*'] });
}

function bindAnnouncements(bind: Bind): void {
  bind(INBOX_HANDLER).toResolvedValue(
    (r, s, o) => new OutletAnnouncements(new FollowOutlet(r, s, o)),
    [PostgresOutletRepository, PostgresTenantRepository, OUTBOX],
  );
}

/** AUTH_SERVICE_URL decides whether outlets that are not known here are asked for. */
function bindDiscovery(bind: Bind): void {
  bind(RegistryConnection)
    .toResolvedValue(
      (s, observer, now) => new RegistryConnection(s, observer, now),
      [SETTINGS, SIBLING_OBSERVER, CLOCK],
    )
    .inSingletonScope();
  bind(CLOSING).toService(RegistryConnection);
  bind(HEALTH_PART).toResolvedValue(
    (connection) => ({ name: 'outlet-registry', state: () => Promise.resolve(connection.state()) }),
    [RegistryConnection],
  );
  bind(SharedDiscoveryMemory).toResolvedValue(
    (ephemeral, settings) => new SharedDiscoveryMemory(ephemeral, longestQuestionMs(settings)),
    [EPHEMERAL, SETTINGS],
  );
  bindAsking(bind);
}

function bindAsking(bind: Bind): void {
  bind(ASKING)
    .toResolvedValue(
      ({ client }, t, outlets, tenants, o, facade, memory, ids, settings, logger, now) => {
        if (client === undefined) return { asking: undefined };
        const follow = new FollowOutlet(outlets, tenants, o);
        const registry = new RemoteRegistry(client);
        const clock = { now, random: Math.random };
        const news = new RegistryNews();
        const settle = new SettleDiscovery(t, registry, discoveries, outlets, news, follow, o, clock);
        const pace = { leaseMs: longestQuestionMs(settings), waitMs: REQUEST_WAIT_MS, lookMs: LOOK_MS };
        const lost = (err: unknown): void => logger.warn({ err }, 'the registry could not be asked about an outlet');
        return {
          asking: { discover: new DiscoverOutlet(t, facade, discoveries, memory, settle, ids, pace, lost), settle },
        };
      },
      // prettier-ignore
      [
        RegistryConnection, TRANSACTOR, PostgresOutletRepository, PostgresTenantRepository, OUTBOX, OutletsFacade,
        SharedDiscoveryMemory, IDS, SETTINGS, LOGGER, CLOCK,
      ],
    )
    .inSingletonScope();
  bind(CLOSING).toResolvedValue(
    ({ asking }) => ({ close: () => asking?.discover.close() ?? Promise.resolve() }),
    [ASKING],
  );
}

function bindDiscoveryWork(bind: Bind): void {
  bind(OutletDiscovery)
    .toResolvedValue(({ asking }) => (asking ? new RegistryDiscovery(asking.discover) : new NoDiscovery()), [ASKING])
    .inSingletonScope();
  bind(AskRegistry).toResolvedValue(
    (t, facade, { asking }) => new AskRegistry(t, facade, asking?.discover),
    [TRANSACTOR, OutletsFacade, ASKING],
  );
  bind(BACKGROUND_WORK).toResolvedValue(
    (pool, t, { asking }, settings, logger, now) => {
      if (asking === undefined)
        return { name: 'outlet-discoveries', start: () => undefined, stop: () => Promise.resolve() };
      const due = new PostgresDueDiscoveries(pool, longestQuestionMs(settings));
      const failed = (what: string, err: unknown): void => logger.warn({ err }, what);
      return new DiscoveryWorker(due, t, discoveries, asking.settle, WORKER_PACE, now, failed);
    },
    [WORKER_POOL, TRANSACTOR, ASKING, SETTINGS, LOGGER, CLOCK],
  );
}
