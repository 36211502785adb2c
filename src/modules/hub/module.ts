import { ContainerModule, type ContainerModuleLoadOptions, type ServiceIdentifier } from 'inversify';
import { CloudClient } from '../../clients/cloud/cloud-client.js';
import { hubKeyIn, readCloudLink, type CloudLink } from '../../clients/cloud/cloud-link.js';
import type { TenantId } from '../../kernel/ids.js';
import { SLOW_HASHES } from '../../platform/crypto/tokens.js';
import { CLOSING, PROBLEMS, SETTINGS, type Settings } from '../../platform/http/tokens.js';
import { HubMetrics } from '../../platform/telemetry/hub-metrics.js';
import { LOGGER, METRICS } from '../../platform/telemetry/tokens.js';
import { BACKGROUND_WORK, CLOCK, TRANSACTOR } from '../../platform/tokens.js';
import { Authenticate } from '../access/index.js';
import { DevicesFacade } from '../devices/index.js';
import { TakeBatch } from '../offline-sync/index.js';
import { SessionsFacade } from '../sessions/index.js';
import { LinkedCloud } from './adapters/cloud/linked-cloud.js';
import { KnownHubs } from './adapters/devices/known-hubs.js';
import { hubProblems } from './adapters/http/hub-problems.js';
import { HubStatusController } from './adapters/http/hub-status.controller.js';
import { PinChecksController } from './adapters/http/pin-checks.controller.js';
import { ReplicaController } from './adapters/http/replica.controller.js';
import { OwnMachine } from './adapters/machine/own-machine.js';
import { BatchIntake } from './adapters/offline-sync/batch-intake.js';
import { PostgresHubDatabase } from './adapters/postgres/hub-database.js';
import { PostgresHubStore } from './adapters/postgres/hub-store.js';
import { PostgresReplicaSource } from './adapters/postgres/replica-source.js';
import { PostgresReplicaWriter } from './adapters/postgres/replica-writer.js';
import { ProvedPins } from './adapters/sessions/proved-pins.js';
import { CheckPinForHub } from './application/check-pin-for-hub.js';
import { CloudPins } from './application/cloud-pins.js';
import { FetchEntries } from './application/fetch-entries.js';
import { HubHealth } from './application/hub-health.js';
import { HubPins, NoHubPins } from './application/hub-pins.js';
import { HubRound } from './application/hub-round.js';
import { HubWatch } from './application/hub-watch.js';
import { PullReplica } from './application/pull-replica.js';
import { ReadHubStatus } from './application/read-hub-status.js';
import { RelayEntries } from './application/relay-entries.js';
import { ReplicaReading } from './application/replica-reading.js';

type Bind = ContainerModuleLoadOptions['bind'];

/** What this service is where it is the hub of a shop. */
interface OwnHub {
  readonly link: CloudLink;
  readonly cloud: LinkedCloud;
  readonly writer: PostgresReplicaWriter;
}

/** `null`: this service is no hub. */
const OWN_HUB: ServiceIdentifier<OwnHub | null> = Symbol.for('pos:own-hub');
const HUB_METRICS: ServiceIdentifier<HubMetrics | null> = Symbol.for('pos:hub-metrics');

const EVERY = { everyMs: 30_000, lookMs: 1_000, backoffMs: 2_000, backoffMaxMs: 60_000 } as const;
const MS = 1_000;
const store = new PostgresHubStore();

/** The wiring of the hub: what the cloud gives hubs, and what a hub does, each in its place. */
export const hub = new ContainerModule(({ bind }) => {
  bindCloudSide(bind);
  bindHub(bind);
  bindRound(bind);
  bindWatch(bind);
});

function bindCloudSide(bind: Bind): void {
  bind(KnownHubs).toResolvedValue((devices) => new KnownHubs(devices), [DevicesFacade]);
  bind(ReplicaReading).toResolvedValue(
    (transactor, hubs) => new ReplicaReading(transactor, hubs, new PostgresReplicaSource()),
    [TRANSACTOR, KnownHubs],
  );
  bind(ReplicaController).toResolvedValue((reading) => new ReplicaController(reading), [ReplicaReading]);
  bind(CheckPinForHub).toResolvedValue(
    (transactor, hubs, sessions) => new CheckPinForHub(transactor, hubs, new ProvedPins(sessions)),
    [TRANSACTOR, KnownHubs, SessionsFacade],
  );
  bind(PinChecksController).toResolvedValue((check) => new PinChecksController(check), [CheckPinForHub]);
  bind(PROBLEMS).toConstantValue(hubProblems);
}

function bindHub(bind: Bind): void {
  bind(OWN_HUB).toResolvedValue(ownHub, [SETTINGS, CLOCK]).inSingletonScope();
  bind(CloudPins)
    .toResolvedValue(
      (own, transactor, hashes) =>
        own === null || hashes === undefined ? new NoHubPins() : new HubPins(transactor, store, own.cloud, hashes),
      [OWN_HUB, TRANSACTOR, SLOW_HASHES],
    )
    .inSingletonScope();
  bind(ReadHubStatus).toResolvedValue(
    (own, transactor, { dataDir, hubTlsCert }) => {
      const machine = new OwnMachine(dataDir, hubTlsCert);
      const parts = { transactor, store, database: new PostgresHubDatabase(), machine };
      return new ReadHubStatus(parts, own && identityOf(own.link));
    },
    [OWN_HUB, TRANSACTOR, SETTINGS],
  );
  bind(HubHealth).toResolvedValue(
    (own, transactor) => {
      if (own === null) throw new Error('this service is no hub: it has no uplink');
      return new HubHealth(transactor, store, own.link.tenant.id as TenantId);
    },
    [OWN_HUB, TRANSACTOR],
  );
  bind(HubStatusController).toResolvedValue((read) => new HubStatusController(read), [ReadHubStatus]);
}

function bindRound(bind: Bind): void {
  bind(HUB_METRICS)
    .toResolvedValue(
      (own, metrics, status, now) =>
        own && new HubMetrics(metrics, () => figuresOf(status, own.link.tenant.id as TenantId, now)),
      [OWN_HUB, METRICS, ReadHubStatus, CLOCK],
    )
    .inSingletonScope();
  bind(HubRound).toDynamicValue((context) => {
    const own = context.get(OWN_HUB);
    if (own === null) throw new Error('this service is no hub: nothing is exchanged with a cloud');
    const [transactor, logger, metrics] = [context.get(TRANSACTOR), context.get(LOGGER), context.get(HUB_METRICS)];
    const doors = context.get(Authenticate);
    const { link, cloud, writer } = own;
    const observer = {
      relayed: (entries: number) => metrics?.handedOn(entries),
      refused: (deviceId: string, err: unknown) =>
        logger.error({ err, deviceId }, 'the cloud refuses a device’s queue'),
    };
    return new HubRound({
      ...{ tenant: { id: link.tenant.id as TenantId, slug: link.tenant.slug }, transactor, store, cloud },
      replica: new PullReplica(cloud, writer, { forget: () => doors.forgetAll() }),
      relay: new RelayEntries({ transactor, store, cloud, observer, wait: pause }),
      fetching: new FetchEntries({
        ...{ transactor, store, cloud, intake: new BatchIntake(context.get(TakeBatch)), outletId: link.outlet.id },
      }),
      now: context.get(CLOCK),
    });
  });
}

function bindWatch(bind: Bind): void {
  bind(HubWatch)
    .toDynamicValue((context) => {
      const logger = context.get(LOGGER);
      const round = context.get(OWN_HUB) === null ? null : context.get(HubRound);
      return new HubWatch(round, {
        ...{ ...EVERY, random: Math.random, elapsed: () => performance.now() },
        away: (err) => logger.warn({ err }, 'the cloud cannot be reached; the shop goes on, and it is asked again'),
        failed: (err) => logger.error({ err }, 'the exchange with the cloud failed; it is tried again'),
      });
    })
    .inSingletonScope();
  bind(BACKGROUND_WORK).toService(HubWatch);
  bind(CLOSING).toResolvedValue((own) => ({ close: async () => own?.writer.close() }), [OWN_HUB]);
}

/** @throws Error where a hub has not been linked, or has no database of its own to copy into. */
function ownHub({ hubUplink, dataDir, databaseUrl }: Settings, now: () => number): OwnHub | null {
  if (hubUplink === undefined) return null;
  const link = readCloudLink(dataDir);
  if (link === undefined) throw new Error('this hub is not linked: start it with HUB_LINK_CODE and HUB_BUSINESS');
  if (databaseUrl === undefined) throw new Error('a hub copies into its database as its owner: set DATABASE_URL');
  const { tenant, token } = link;
  const access = { baseUrl: hubUplink.replace(/\/+$/, ''), tenant: tenant.slug, token, key: hubKeyIn(dataDir), now };
  return {
    link,
    cloud: new LinkedCloud(new CloudClient(access)),
    writer: new PostgresReplicaWriter(databaseUrl, tenant.id),
  };
}

function identityOf({ baseUrl, tenant, device, outlet }: CloudLink) {
  return { cloud: baseUrl, tenant: tenant.slug, device, outlet };
}

async function figuresOf(status: ReadHubStatus, tenantId: TenantId, now: () => number) {
  const { uplink, waiting, replica } = await status.execute({ tenantId });
  return {
    uplinkUp: uplink === 'up',
    waiting: waiting.reduce((sum, { entries }) => sum + entries, 0),
    replicaAgeSeconds: replica.checkedAt === null ? null : (now() - replica.checkedAt.getTime()) / MS,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
