import { ContainerModule, type ContainerModuleLoadOptions, type ServiceIdentifier } from 'inversify';
import { InventoryClient } from '../../clients/inventory/inventory-client.js';
import { CLOSING, PROBLEMS, RAW_ROUTE, SETTINGS, type Closing } from '../../platform/http/tokens.js';
import { INBOX_HANDLER } from '../../platform/inbox/tokens.js';
import { WORKER_POOL } from '../../platform/postgres/tokens.js';
import { SIBLING_OBSERVER } from '../../platform/sibling-http/tokens.js';
import { STREAM_TOPIC } from '../../platform/sse/tokens.js';
import { CatalogSyncMetrics } from '../../platform/telemetry/catalog-sync-metrics.js';
import { LOGGER, METRICS } from '../../platform/telemetry/tokens.js';
import { BACKGROUND_WORK, HEALTH_PART, IDS, OUTBOX, TRANSACTOR, type HealthPart } from '../../platform/tokens.js';
import { OutletsFacade } from '../outlets/index.js';
import { AvailabilityController } from './adapters/http/availability.controller.js';
import { CategoriesController } from './adapters/http/categories.controller.js';
import { CategoryModifiersController } from './adapters/http/category-modifiers.controller.js';
import { catalogProblems } from './adapters/http/catalog-problems.js';
import { ChangesController } from './adapters/http/changes.controller.js';
import { choiceProblems } from './adapters/http/choice-problems.js';
import { CombosController } from './adapters/http/combos.controller.js';
import { ImportRoute } from './adapters/http/import-route.js';
import { ImportSlots } from './adapters/http/import-slots.js';
import { ImportsController } from './adapters/http/imports.controller.js';
import { ItemModifiersController } from './adapters/http/item-modifiers.controller.js';
import { ItemsController } from './adapters/http/items.controller.js';
import { LabelRulesController } from './adapters/http/label-rules.controller.js';
import { LookupController } from './adapters/http/lookup.controller.js';
import { ModifierGroupsController } from './adapters/http/modifier-groups.controller.js';
import { offerProblems } from './adapters/http/offer-problems.js';
import { syncProblems } from './adapters/http/sync-problems.js';
import { SyncsController } from './adapters/http/syncs.controller.js';
import { InventoryAnnouncements } from './adapters/inventory/inventory-announcements.js';
import { InventorySource } from './adapters/inventory/inventory-source.js';
import { OwnCatalogue } from './adapters/local/own-catalogue.js';
import { OutletPlaces } from './adapters/outlets/outlet-places.js';
import { TenantDigits } from './adapters/outlets/tenant-digits.js';
import { PostgresAvailability } from './adapters/postgres/availability-repository.js';
import { PostgresAvailabilityViews } from './adapters/postgres/availability-views.js';
import { CachedCatalog } from './adapters/postgres/cached-catalog.js';
import { CachedChoices } from './adapters/postgres/cached-choices.js';
import { CachedItems } from './adapters/postgres/cached-items.js';
import { CachedStock } from './adapters/postgres/cached-stock.js';
import { PostgresImportViews, PostgresItemViews } from './adapters/postgres/catalog-views.js';
import { PostgresChoiceViews } from './adapters/postgres/choice-views.js';
import { PostgresCatalogCopies } from './adapters/postgres/postgres-catalog-copies.js';
import { PostgresComboRepository } from './adapters/postgres/combo-repository.js';
import { PostgresImportRepository } from './adapters/postgres/import-repository.js';
import { PostgresItemBatches } from './adapters/postgres/item-batches.js';
import { PostgresItemFinder } from './adapters/postgres/item-finder.js';
import { PostgresItemRepository } from './adapters/postgres/item-repository.js';
import { CachedLabelRules } from './adapters/postgres/label-rules-repository.js';
import { PostgresModifierAttachmentRepository } from './adapters/postgres/modifier-attachment-repository.js';
import { PostgresModifierGroupRepository } from './adapters/postgres/modifier-group-repository.js';
import { PostgresSyncRepository } from './adapters/postgres/sync-repository.js';
import { PostgresSyncStates } from './adapters/postgres/sync-states.js';
import { PostgresSyncTurns } from './adapters/postgres/sync-turns.js';
import { PostgresChangeViews, PostgresSyncViews } from './adapters/postgres/sync-views.js';
import { PostgresSyncedItems } from './adapters/postgres/synced-items.js';
import { SyncTelemetry } from './adapters/telemetry/sync-telemetry.js';
import { AddItem } from './application/add-item.js';
import { AddModifierGroup } from './application/add-modifier-group.js';
import { AttachModifierGroups } from './application/attach-modifier-groups.js';
import { CatalogCopies } from './application/catalog-copies.js';
import { CatalogFacade } from './application/catalog-facade.js';
import { ChangeItem } from './application/change-item.js';
import { ChangeModifierGroup } from './application/change-modifier-group.js';
import { DefineCombo } from './application/define-combo.js';
import { DeleteItem } from './application/delete-item.js';
import { DeleteModifierGroup } from './application/delete-modifier-group.js';
import { LookUpItem } from './application/look-up-item.js';
import { OfferItems } from './application/offer-items.js';
import { PutItem } from './application/put-item.js';
import { PutModifierGroup } from './application/put-modifier-group.js';
import { RemoveCombo } from './application/remove-combo.js';
import { RequestSync } from './application/request-sync.js';
import { RunImport } from './application/run-import.js';
import { SayAvailability } from './application/say-availability.js';
import { SayLabelRules } from './application/say-label-rules.js';
import { StartImport } from './application/start-import.js';
import { Syncing } from './application/syncing.js';
import type { CatalogueSource } from './ports/catalogue-source.js';

const IMPORT_LIMIT_BYTES = 64 * 1024 * 1024;
const IMPORT_SLOTS = { all: 4, perTenant: 2 };
const SOURCE: ServiceIdentifier<CatalogueSource & HealthPart & Closing> = Symbol.for('pos:catalogue-source');

/** What a screen that shows items and prices has to know: a new pricebook makes what it shows as old as a changed item does. */
const CATALOG_EVENTS = [
  'pos.catalog.*',
  'pos.pricebook.published',
  'pos.pricebook.rolled_back',
  'pos.pricebook.archived',
];

export const catalog = new ContainerModule(({ bind }) => {
  const items = new PostgresItemRepository();
  const cached = new CachedItems();
  const choices = new CachedChoices(cached);
  bind(CatalogFacade)
    .toResolvedValue(
      (outbox) =>
        new CachedCatalog(cached, choices, new OfferItems(cached, new CachedStock(), outbox, () => new Date())),
      [OUTBOX],
    )
    .inSingletonScope();
  bindItems(bind, items);
  bindImports(bind);
  bindSyncs(bind);
  bindOffers(bind);
  bindModifierGroups(bind);
  bindChoices(bind, items, choices);
  bind(STREAM_TOPIC).toConstantValue({ name: 'catalog', permission: 'catalog:read', types: CATALOG_EVENTS });
  bind(PROBLEMS).toConstantValue(catalogProblems);
});

type Bind = ContainerModuleLoadOptions['bind'];

function bindItems(bind: Bind, items: PostgresItemRepository): void {
  bind(PostgresItemViews).toResolvedValue((t) => new PostgresItemViews(t), [TRANSACTOR]);
  bind(AddItem).toResolvedValue((t, o) => new AddItem(t, items, o), [TRANSACTOR, OUTBOX]);
  bind(ChangeItem).toResolvedValue((t, o) => new ChangeItem(t, items, o), [TRANSACTOR, OUTBOX]);
  bind(PutItem).toResolvedValue((t, o) => new PutItem(t, items, o), [TRANSACTOR, OUTBOX]);
  bind(DeleteItem).toResolvedValue((t, o) => new DeleteItem(t, items, o), [TRANSACTOR, OUTBOX]);
  bind(ItemsController).toResolvedValue(
    (v, a, c, p, d, i) => new ItemsController(v, a, c, p, d, i),
    [PostgresItemViews, AddItem, ChangeItem, PutItem, DeleteItem, IDS],
  );
  bind(CategoriesController).toResolvedValue((v) => new CategoriesController(v), [PostgresItemViews]);
}

function bindImports(bind: Bind): void {
  const batches = new PostgresItemBatches();
  const imports = new PostgresImportRepository();
  bind(PostgresImportViews).toResolvedValue((t) => new PostgresImportViews(t), [TRANSACTOR]);
  bind(StartImport).toResolvedValue((t, o) => new StartImport(t, imports, o), [TRANSACTOR, OUTBOX]);
  bind(RunImport).toResolvedValue(
    (transactor, outlets, outbox, ids) =>
      new RunImport({ transactor, items: batches, imports, ids }, new TenantDigits(outlets), outbox, () => new Date()),
    [TRANSACTOR, OutletsFacade, OUTBOX, IDS],
  );
  bind(ImportRoute)
    .toResolvedValue(
      (start, run, ids, logger) =>
        new ImportRoute(start, run, ids, {
          limitBytes: IMPORT_LIMIT_BYTES,
          slots: new ImportSlots(IMPORT_SLOTS),
          onError: (err, importId) => logger.error({ err, importId }, 'an import could not go on'),
        }),
      [StartImport, RunImport, IDS, LOGGER],
    )
    .inSingletonScope();
  bind(RAW_ROUTE).toService(ImportRoute);
  bind(CLOSING).toService(ImportRoute);
  bind(ImportsController).toResolvedValue((v) => new ImportsController(v), [PostgresImportViews]);
}

/** Items that an inventory service owns, and what tills fetch of ours. */
function bindSyncs(bind: Bind): void {
  const states = new PostgresSyncStates();
  bindSource(bind);
  const stores = { items: new PostgresItemBatches(), synced: new PostgresSyncedItems(), states };
  const fixed = { ...stores, syncs: new PostgresSyncRepository(), now: () => new Date() };
  bind(Syncing)
    .toResolvedValue(
      (transactor, source, outlets, outbox, ids, observer) =>
        new Syncing({ ...fixed, transactor, source, digits: new TenantDigits(outlets), outbox, ids, observer }),
      [TRANSACTOR, SOURCE, OutletsFacade, OUTBOX, IDS, SyncTelemetry],
    )
    .inSingletonScope();
  bind(BACKGROUND_WORK).toResolvedValue(
    (syncing, turns, { catalogSyncMs }) => syncing.schedule(turns, catalogSyncMs),
    [Syncing, PostgresSyncTurns, SETTINGS],
  );
  bind(INBOX_HANDLER).toResolvedValue((s) => new InventoryAnnouncements(new RequestSync(states, s)), [SOURCE]);
  bind(CLOSING).toResolvedValue(({ runner }) => runner, [Syncing]);
  bind(CLOSING).toService(SOURCE);
  bind(SyncsController).toResolvedValue(
    (transactor, source, { start, runner }, ids) =>
      new SyncsController(new PostgresSyncViews(transactor, states, source), start, runner, ids),
    [TRANSACTOR, SOURCE, Syncing, IDS],
  );
  bind(ChangesController).toResolvedValue((t) => new ChangesController(new PostgresChangeViews(t)), [TRANSACTOR]);
  bind(PROBLEMS).toConstantValue(syncProblems);
}

function bindSource(bind: Bind): void {
  bind(SOURCE)
    .toResolvedValue(
      ({ inventoryUrl: baseUrl, inventoryToken: token, siblingTimeoutMs: timeoutMs }, observer) =>
        baseUrl === undefined
          ? new OwnCatalogue()
          : new InventorySource(new InventoryClient({ baseUrl, token, timeoutMs }, observer)),
      [SETTINGS, SIBLING_OBSERVER],
    )
    .inSingletonScope();
  bind(HEALTH_PART).toService(SOURCE);
  bind(PostgresSyncTurns).toResolvedValue((pool) => new PostgresSyncTurns(pool), [WORKER_POOL]);
  bind(SyncTelemetry)
    .toResolvedValue(
      (metrics, logger, turns) => {
        const telemetry = new SyncTelemetry(new CatalogSyncMetrics(metrics.registry), logger);
        telemetry.watch(() => turns.lagSeconds());
        return telemetry;
      },
      [METRICS, LOGGER, PostgresSyncTurns],
    )
    .inSingletonScope();
}

/** Lookup by codes, labels of scales, and what outlets are out of. */
function bindOffers(bind: Bind): void {
  const labelRules = new CachedLabelRules();
  const stock = new PostgresAvailability();
  const finder = new PostgresItemFinder();
  bind(CatalogCopies).toConstantValue(new PostgresCatalogCopies(labelRules));
  bind(OutletPlaces).toResolvedValue((outlets) => new OutletPlaces(outlets), [OutletsFacade]);
  bind(PostgresAvailabilityViews).toResolvedValue(
    (t, places) => new PostgresAvailabilityViews(t, places),
    [TRANSACTOR, OutletPlaces],
  );
  bind(SayAvailability).toResolvedValue(
    (t, places, o, ids) => new SayAvailability(t, stock, places, o, ids),
    [TRANSACTOR, OutletPlaces, OUTBOX, IDS],
  );
  bind(SayLabelRules).toResolvedValue(
    (t, places, o, ids) => new SayLabelRules(t, labelRules, places, o, ids),
    [TRANSACTOR, OutletPlaces, OUTBOX, IDS],
  );
  bind(LookUpItem).toResolvedValue(
    (t, places) => new LookUpItem(t, finder, labelRules, places),
    [TRANSACTOR, OutletPlaces],
  );
  bind(AvailabilityController).toResolvedValue(
    (v, say) => new AvailabilityController(v, say),
    [PostgresAvailabilityViews, SayAvailability],
  );
  bind(LabelRulesController).toResolvedValue((say) => new LabelRulesController(say), [SayLabelRules]);
  bind(LookupController).toResolvedValue((look) => new LookupController(look), [LookUpItem]);
  bind(PROBLEMS).toConstantValue(offerProblems);
}

function bindModifierGroups(bind: Bind): void {
  const groups = new PostgresModifierGroupRepository();
  bind(ModifierGroupsController).toResolvedValue(
    (views, transactor, outbox, ids) =>
      new ModifierGroupsController(
        views,
        {
          add: new AddModifierGroup(transactor, groups, outbox, ids),
          put: new PutModifierGroup(transactor, groups, outbox, ids),
          change: new ChangeModifierGroup(transactor, groups, outbox, ids),
          remove: new DeleteModifierGroup(transactor, groups, outbox),
        },
        ids,
      ),
    [PostgresChoiceViews, TRANSACTOR, OUTBOX, IDS],
  );
  bind(PROBLEMS).toConstantValue(choiceProblems);
}

/** What is attached to items and categories, and what is in combos. */
function bindChoices(bind: Bind, items: PostgresItemRepository, choices: CachedChoices): void {
  const groups = new PostgresModifierGroupRepository();
  const attached = { groups, attachments: new PostgresModifierAttachmentRepository(), items };
  const combos = { master: groups, combos: new PostgresComboRepository(), items };
  bind(PostgresChoiceViews).toResolvedValue(
    (t) => new PostgresChoiceViews(t, { groups, items, choices }),
    [TRANSACTOR],
  );
  bind(AttachModifierGroups).toResolvedValue(
    (transactor, outbox, ids) => new AttachModifierGroups(transactor, attached, outbox, ids),
    [TRANSACTOR, OUTBOX, IDS],
  );
  bind(ItemModifiersController).toResolvedValue(
    (views, attach) => new ItemModifiersController(views, attach),
    [PostgresChoiceViews, AttachModifierGroups],
  );
  bind(CategoryModifiersController).toResolvedValue(
    (views, attach) => new CategoryModifiersController(views, attach),
    [PostgresChoiceViews, AttachModifierGroups],
  );
  bind(CombosController).toResolvedValue(
    (views, transactor, catalog, outbox) =>
      new CombosController(
        views,
        new DefineCombo(transactor, combos, catalog, outbox),
        new RemoveCombo(transactor, combos, outbox),
      ),
    [PostgresChoiceViews, TRANSACTOR, CatalogFacade, OUTBOX],
  );
}
