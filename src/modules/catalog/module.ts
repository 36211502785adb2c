import { ContainerModule } from 'inversify';
import { CLOSING, PROBLEMS, RAW_ROUTE } from '../../platform/http/tokens.js';
import { STREAM_TOPIC } from '../../platform/sse/tokens.js';
import { LOGGER } from '../../platform/telemetry/tokens.js';
import { IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { OutletsFacade } from '../outlets/index.js';
import { CategoriesController } from './adapters/http/categories.controller.js';
import { catalogProblems } from './adapters/http/catalog-problems.js';
import { ImportRoute } from './adapters/http/import-route.js';
import { ImportSlots } from './adapters/http/import-slots.js';
import { ImportsController } from './adapters/http/imports.controller.js';
import { ItemsController } from './adapters/http/items.controller.js';
import { TenantDigits } from './adapters/outlets/tenant-digits.js';
import { CachedCatalog } from './adapters/postgres/cached-catalog.js';
import { PostgresImportViews, PostgresItemViews } from './adapters/postgres/catalog-views.js';
import { PostgresImportRepository } from './adapters/postgres/import-repository.js';
import { PostgresItemBatches } from './adapters/postgres/item-batches.js';
import { PostgresItemRepository } from './adapters/postgres/item-repository.js';
import { AddItem } from './application/add-item.js';
import { CatalogFacade } from './application/catalog-facade.js';
import { ChangeItem } from './application/change-item.js';
import { PutItem } from './application/put-item.js';
import { RunImport } from './application/run-import.js';
import { StartImport } from './application/start-import.js';

const IMPORT_LIMIT_BYTES = 64 * 1024 * 1024;
const IMPORT_SLOTS = { all: 4, perTenant: 2 };

export const catalog = new ContainerModule(({ bind }) => {
  const items = new PostgresItemRepository();
  const batches = new PostgresItemBatches();
  const imports = new PostgresImportRepository();
  bind(CatalogFacade).toConstantValue(new CachedCatalog());
  bind(PostgresItemViews).toResolvedValue((t) => new PostgresItemViews(t), [TRANSACTOR]);
  bind(PostgresImportViews).toResolvedValue((t) => new PostgresImportViews(t), [TRANSACTOR]);

  bind(AddItem).toResolvedValue((t, o) => new AddItem(t, items, o), [TRANSACTOR, OUTBOX]);
  bind(ChangeItem).toResolvedValue((t, o) => new ChangeItem(t, items, o), [TRANSACTOR, OUTBOX]);
  bind(PutItem).toResolvedValue((t, o) => new PutItem(t, items, o), [TRANSACTOR, OUTBOX]);
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
  bind(ItemsController).toResolvedValue(
    (v, a, c, p, i) => new ItemsController(v, a, c, p, i),
    [PostgresItemViews, AddItem, ChangeItem, PutItem, IDS],
  );
  bind(CategoriesController).toResolvedValue((v) => new CategoriesController(v), [PostgresItemViews]);
  bind(ImportsController).toResolvedValue((v) => new ImportsController(v), [PostgresImportViews]);
  bind(STREAM_TOPIC).toConstantValue({ name: 'catalog', permission: 'catalog:read', types: ['pos.catalog.*'] });
  bind(PROBLEMS).toConstantValue(catalogProblems);
});
