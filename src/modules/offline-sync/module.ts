import {
  ContainerModule,
  type ContainerModuleLoadOptions,
  type ResolutionContext,
  type ServiceIdentifier,
} from 'inversify';
import { PROBLEMS, SETTINGS } from '../../platform/http/tokens.js';
import { CHORE, WORKER_POOL } from '../../platform/postgres/tokens.js';
import { STREAM_TOPIC } from '../../platform/sse/tokens.js';
import { SyncMetrics } from '../../platform/telemetry/sync-metrics.js';
import { LOGGER, METRICS } from '../../platform/telemetry/tokens.js';
import { BACKGROUND_WORK, CLOCK, IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { RuleCopies } from '../approvals/index.js';
import { CatalogCopies } from '../catalog/index.js';
import { DeviceCopies, DevicesFacade, DeviceSyncs } from '../devices/index.js';
import { DrawerCopies, OfflineDrawers } from '../drawers/index.js';
import { assertNoPaymentCard } from '../gift-cards/index.js';
import { LicensingFacade } from '../licensing/index.js';
import { OfflineOrders } from '../orders/index.js';
import { OutletsFacade } from '../outlets/index.js';
import { PeopleFacade, StaffRoster } from '../people/index.js';
import { PricebookCopies } from '../pricebooks/index.js';
import { PromotionCopies } from '../promotions/index.js';
import { OfflineShifts } from '../shifts/index.js';
import { TableCopies } from '../tables/index.js';
import { TenderingFacade } from '../tendering/index.js';
import { ApprovalRuleSection } from './adapters/approvals/approval-rule-section.js';
import { catalogRowSources } from './adapters/catalog/catalog-rows.js';
import { AvailabilitySection, LabelRulesSection } from './adapters/catalog/catalog-sections.js';
import { NodeSeals } from './adapters/crypto/node-seals.js';
import { shortDigest } from './adapters/crypto/short-digest.js';
import { DeviceSection, KnownDevices } from './adapters/devices/device-section.js';
import { FleetDevices } from './adapters/devices/fleet-devices.js';
import { DrawerEntries } from './adapters/drawers/drawer-entries.js';
import { DrawerPolicySection, DrawerSection } from './adapters/drawers/drawer-sections.js';
import { HiddenCardNumbers } from './adapters/gift-cards/hidden-card-numbers.js';
import { AnsweredRefusals } from './adapters/http/answered-refusals.js';
import { masterDataProblems } from './adapters/http/master-data-problems.js';
import { SyncBatchesController } from './adapters/http/sync-batches.controller.js';
import { SyncConflictsController } from './adapters/http/sync-conflicts.controller.js';
import { SyncMasterDataController } from './adapters/http/sync-master-data.controller.js';
import { syncProblems } from './adapters/http/sync-problems.js';
import { SyncQueuesController } from './adapters/http/sync-queues.controller.js';
import { LicenceForDevices } from './adapters/licensing/licence-for-devices.js';
import { DeviceSales } from './adapters/orders/device-sales.js';
import { OfflineOrderEntries } from './adapters/orders/offline-order-entries.js';
import { BusinessSection, KnownOutlets, OutletSection } from './adapters/outlets/outlet-sections.js';
import { TradingDays } from './adapters/outlets/trading-days.js';
import { StaffSection } from './adapters/people/staff-section.js';
import { StaffWorkforce } from './adapters/people/staff-workforce.js';
import { bodyRetention } from './adapters/postgres/body-retention.js';
import { PostgresDueSyncs } from './adapters/postgres/due-syncs.js';
import { PostgresEntryQueue } from './adapters/postgres/entry-queue.js';
import { PostgresSyncConflicts } from './adapters/postgres/sync-conflicts.js';
import { PostgresSyncDevices } from './adapters/postgres/sync-devices.js';
import { PostgresSyncFigures } from './adapters/postgres/sync-figures.js';
import { PostgresSyncMarks } from './adapters/postgres/sync-marks.js';
import { PostgresSyncViews } from './adapters/postgres/sync-views.js';
import { PricebookEntrySource } from './adapters/pricebooks/pricebook-entries.js';
import { OutletPricebooks, PricebookSection } from './adapters/pricebooks/pricebook-sections.js';
import { PromotionSection } from './adapters/promotions/promotion-section.js';
import { ShiftEntries } from './adapters/shifts/shift-entries.js';
import { SyncTelemetry } from './adapters/telemetry/sync-telemetry.js';
import { TableSection } from './adapters/tables/table-section.js';
import { TenderSection } from './adapters/tendering/tender-section.js';
import { DecideOnConflict } from './application/decide-on-conflict.js';
import { DecideOnEntry } from './application/decide-on-entry.js';
import { DeviceTurns } from './application/device-turns.js';
import { EntrySettling } from './application/entry-settling.js';
import { FinishBatch } from './application/finish-batch.js';
import { LookAfterQueues } from './application/look-after-queues.js';
import { MasterData } from './application/master-data.js';
import { PrepareEntries } from './application/prepare-entries.js';
import { QueueWatch } from './application/queue-watch.js';
import { ReadChanges } from './application/read-changes.js';
import { ReadSnapshot } from './application/read-snapshot.js';
import { RetryHeld } from './application/retry-held.js';
import { ShowSyncDevice } from './application/show-sync-device.js';
import { SyncPlaces } from './application/sync-place.js';
import { TakeBatch } from './application/take-batch.js';
import { TakeEntry } from './application/take-entry.js';
import type { EntryHandler } from './ports/entry-handler.js';
import type { AnyGrowingSource, AnyWholeSource } from './ports/master-data.js';

type Bind = ContainerModuleLoadOptions['bind'];

/** The parts of the program in which entries take effect. */
export const ENTRY_HANDLER: ServiceIdentifier<EntryHandler> = Symbol.for('pos:entry-handler');

const LOOK_AFTER_MS = 30_000;
const devices = new PostgresSyncDevices();
const conflicts = new PostgresSyncConflicts();

const PRICEBOOKS: ServiceIdentifier<OutletPricebooks> = Symbol.for('pos:outlet-pricebooks');

/** Events that change what a device sells from: it then asks what has changed. */
const MASTER_DATA_EVENTS = [
  'pos.approval_rule.*',
  'pos.branding.changed',
  'pos.catalog.*',
  'pos.day.closed',
  'pos.device.changed',
  'pos.device_policy.changed',
  'pos.drawer.*',
  'pos.drawer_policy.changed',
  'pos.licence.*',
  'pos.outlet.*',
  'pos.pricebook.*',
  'pos.promotion.*',
  'pos.role.*',
  'pos.staff.*',
  'pos.table.*',
  'pos.tender.*',
  'pos.tenant.changed',
];

/** The wiring of offline sync: what devices fetch to sell from, and what they send when they have. */
export const offlineSync = new ContainerModule(({ bind }) => {
  bindMasterData(bind);
  bindQueues(bind);
});

function bindMasterData(bind: Bind): void {
  bind(PRICEBOOKS).toResolvedValue(
    (copies, outlets, now) => new OutletPricebooks(copies, new KnownOutlets(outlets), () => new Date(now())),
    [PricebookCopies, OutletsFacade, CLOCK],
  );
  bind(MasterData)
    .toDynamicValue((context) => {
      const [outlets, devices] = [context.get(OutletsFacade), context.get(DevicesFacade)];
      return new MasterData({
        ...{ whole: wholeSources(context), growing: growingSources(context), marks: new PostgresSyncMarks() },
        places: new SyncPlaces(new KnownDevices(devices), new KnownOutlets(outlets)),
        digest: shortDigest,
      });
    })
    .inSingletonScope();
  bind(ReadSnapshot).toResolvedValue(
    (t, data, now) => new ReadSnapshot(t, data, () => Math.floor(now() / 1000)),
    [TRANSACTOR, MasterData, CLOCK],
  );
  bind(ReadChanges).toResolvedValue(
    (t, data, now) => new ReadChanges(t, data, () => Math.floor(now() / 1000)),
    [TRANSACTOR, MasterData, CLOCK],
  );
  bind(SyncMasterDataController).toResolvedValue(
    (snapshots, changes) => new SyncMasterDataController(snapshots, changes),
    [ReadSnapshot, ReadChanges],
  );
  bind(STREAM_TOPIC).toConstantValue({
    ...{ name: 'sync', permission: 'sync:master_data', types: MASTER_DATA_EVENTS, hints: true },
  });
  bind(PROBLEMS).toConstantValue(masterDataProblems);
}

function wholeSources(context: ResolutionContext): AnyWholeSource[] {
  const [outlets, catalog] = [context.get(OutletsFacade), context.get(CatalogCopies)];
  const [drawers, now] = [context.get(DrawerCopies), context.get<() => number>(CLOCK)];
  const licence = new LicenceForDevices(context.get(LicensingFacade));
  return [
    new BusinessSection(outlets),
    new OutletSection(outlets),
    new DeviceSection(context.get(DevicesFacade), context.get(DeviceCopies), licence),
    new StaffSection(context.get(StaffRoster)),
    new TenderSection(context.get(TenderingFacade)),
    new DrawerSection(drawers),
    new TableSection(context.get(TableCopies)),
    new DrawerPolicySection(drawers),
    new ApprovalRuleSection(context.get(RuleCopies)),
    new LabelRulesSection(catalog),
    new AvailabilitySection(catalog),
    new PricebookSection(context.get(PRICEBOOKS)),
    new PromotionSection(context.get(PromotionCopies), () => new Date(now())),
  ];
}

function growingSources(context: ResolutionContext): AnyGrowingSource[] {
  const prices = new PricebookEntrySource(context.get(PricebookCopies), context.get(PRICEBOOKS));
  return [...catalogRowSources(context.get(CatalogCopies)), prices];
}

function bindQueues(bind: Bind): void {
  bindHandlers(bind);
  bindEntries(bind);
  bindBatches(bind);
  bindDecisions(bind);
  bindWatch(bind);
  bind(PROBLEMS).toConstantValue(syncProblems);
  bind(STREAM_TOPIC).toConstantValue({ name: 'queues', permission: 'sync:read', types: ['pos.sync.*'] });
}

function bindHandlers(bind: Bind): void {
  bind(ENTRY_HANDLER).toResolvedValue((orders) => new OfflineOrderEntries(orders), [OfflineOrders]);
  bind(ENTRY_HANDLER).toResolvedValue((drawers) => new DrawerEntries(drawers), [OfflineDrawers]);
  bind(ENTRY_HANDLER).toResolvedValue((shifts) => new ShiftEntries(shifts), [OfflineShifts]);
}

function bindEntries(bind: Bind): void {
  bind(PostgresEntryQueue).toResolvedValue((ids) => new PostgresEntryQueue(ids), [IDS]);
  bind(FleetDevices).toResolvedValue((fleet, syncs) => new FleetDevices(fleet, syncs), [DevicesFacade, DeviceSyncs]);
  bind(SyncTelemetry)
    .toResolvedValue(
      (metrics, logger, pool) => {
        const telemetry = new SyncTelemetry(new SyncMetrics(metrics.registry), logger);
        telemetry.watch(metrics, new PostgresSyncFigures(pool));
        return telemetry;
      },
      [METRICS, LOGGER, WORKER_POOL],
    )
    .inSingletonScope();
  bind(EntrySettling).toResolvedValue(
    (queue, outbox, ids, observer) => new EntrySettling(queue, devices, conflicts, outbox, ids, observer),
    [PostgresEntryQueue, OUTBOX, IDS, SyncTelemetry],
  );
  bind(AnsweredRefusals)
    .toDynamicValue((context) => new AnsweredRefusals(context.getAll(PROBLEMS)))
    .inSingletonScope();
  bind(TakeEntry).toDynamicValue(
    (context) =>
      new TakeEntry({
        ...{ transactor: context.get(TRANSACTOR), queue: context.get(PostgresEntryQueue), devices },
        ...{ settling: context.get(EntrySettling), handlers: context.getAll(ENTRY_HANDLER) },
        ...{ words: context.get(AnsweredRefusals), observer: context.get(SyncTelemetry), ids: context.get(IDS) },
      }),
  );
  bind(PrepareEntries).toResolvedValue(
    (people, outlets, ids) =>
      new PrepareEntries(new StaffWorkforce(people), new TradingDays(outlets), new HiddenCardNumbers(), ids),
    [PeopleFacade, OutletsFacade, IDS],
  );
  bind(RetryHeld).toResolvedValue(
    (transactor, queue, fleet, prepare, take) =>
      new RetryHeld({ transactor, queue, syncDevices: devices, devices: fleet, prepare, take }),
    [TRANSACTOR, PostgresEntryQueue, FleetDevices, PrepareEntries, TakeEntry],
  );
}

function bindBatches(bind: Bind): void {
  // One for the process: it knows which devices send now.
  bind(DeviceTurns).toConstantValue(new DeviceTurns());
  bind(FinishBatch).toResolvedValue(
    (transactor, queue, fleet, outbox, turns) =>
      new FinishBatch({ transactor, queue, syncDevices: devices, conflicts, devices: fleet, outbox, turns }),
    [TRANSACTOR, PostgresEntryQueue, FleetDevices, OUTBOX, DeviceTurns],
  );
  bind(TakeBatch).toResolvedValue(
    (transactor, fleet, queue, prepare, take, retry, finish, turns) =>
      new TakeBatch({
        ...{ transactor, devices: fleet, syncDevices: devices, queue, seals: new NodeSeals() },
        ...{ prepare, take, retry, finish, turns, elapsed: () => performance.now() },
      }),
    [TRANSACTOR, FleetDevices, PostgresEntryQueue, PrepareEntries, TakeEntry, RetryHeld, FinishBatch, DeviceTurns],
  );
  bind(SyncBatchesController).toResolvedValue((take) => new SyncBatchesController(take), [TakeBatch]);
}

function bindDecisions(bind: Bind): void {
  bind(PostgresSyncViews).toResolvedValue((t) => new PostgresSyncViews(t), [TRANSACTOR]);
  bind(DecideOnEntry).toResolvedValue(
    (t, queue, retry, outbox) => new DecideOnEntry(t, queue, devices, retry, outbox, assertNoPaymentCard),
    [TRANSACTOR, PostgresEntryQueue, RetryHeld, OUTBOX],
  );
  bind(DecideOnConflict).toResolvedValue(
    (t, outbox) => new DecideOnConflict(t, conflicts, outbox, assertNoPaymentCard),
    [TRANSACTOR, OUTBOX],
  );
  bind(ShowSyncDevice).toResolvedValue(
    (t, views, outlets, orders) => new ShowSyncDevice(t, views, new TradingDays(outlets), new DeviceSales(orders)),
    [TRANSACTOR, PostgresSyncViews, OutletsFacade, OfflineOrders],
  );
  bind(SyncQueuesController).toResolvedValue(
    (views, decide, show) => new SyncQueuesController(views, decide, show),
    [PostgresSyncViews, DecideOnEntry, ShowSyncDevice],
  );
  bind(SyncConflictsController).toResolvedValue(
    (views, decide) => new SyncConflictsController(views, decide),
    [PostgresSyncViews, DecideOnConflict],
  );
}

function bindWatch(bind: Bind): void {
  bind(LookAfterQueues).toResolvedValue(
    (transactor, pool, queue, retry, outbox) =>
      new LookAfterQueues({ transactor, due: new PostgresDueSyncs(pool), queue, devices, retry, outbox }),
    [TRANSACTOR, WORKER_POOL, PostgresEntryQueue, RetryHeld, OUTBOX],
  );
  bind(QueueWatch)
    .toResolvedValue(
      (lookAfter, now, logger) =>
        new QueueWatch(lookAfter, {
          ...{ everyMs: LOOK_AFTER_MS, now },
          failed: (err) => logger.warn({ err }, 'queues of devices could not be looked after; the next look is soon'),
        }),
      [LookAfterQueues, CLOCK, LOGGER],
    )
    .inSingletonScope();
  bind(BACKGROUND_WORK).toService(QueueWatch);
  bind(CHORE).toResolvedValue(({ syncBodyDays }) => bodyRetention(syncBodyDays), [SETTINGS]);
}
