import { ContainerModule, type ContainerModuleLoadOptions, type ServiceIdentifier } from 'inversify';
import { PROBLEMS, RAW_ROUTE } from '../../platform/http/tokens.js';
import { CHORE, WORKER_POOL } from '../../platform/postgres/tokens.js';
import { IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { CatalogFacade } from '../catalog/index.js';
import { OutletsFacade } from '../outlets/index.js';
import { CatalogPrices } from './adapters/catalog/catalog-prices.js';
import { EntryExportRoute, EntryImportRoute } from './adapters/http/entry-file-routes.js';
import { pricebookProblems } from './adapters/http/pricebook-problems.js';
import { PricebookVersionsController } from './adapters/http/pricebook-versions.controller.js';
import { PricebooksController } from './adapters/http/pricebooks.controller.js';
import { OutletPlaces } from './adapters/outlets/outlet-places.js';
import { CachedPricebooks } from './adapters/postgres/cached-pricebooks.js';
import { PostgresDuePublications } from './adapters/postgres/due-publications.js';
import { PostgresEntryRepository } from './adapters/postgres/entry-repository.js';
import { PostgresPricebookCopies } from './adapters/postgres/postgres-pricebook-copies.js';
import { PostgresPricebookRepository } from './adapters/postgres/pricebook-repository.js';
import { PostgresPricebookViews } from './adapters/postgres/pricebook-views.js';
import { ReleasedPricebooks } from './adapters/postgres/released-pricebooks.js';
import { AnnouncePublications } from './application/announce-publications.js';
import { ArchivePricebook } from './application/archive-pricebook.js';
import { ChangeDraft } from './application/change-draft.js';
import { ChangePricebook } from './application/change-pricebook.js';
import { CreatePricebook } from './application/create-pricebook.js';
import { EditEntries } from './application/edit-entries.js';
import { ExportEntries } from './application/export-entries.js';
import { ImportEntries } from './application/import-entries.js';
import { OpenDraft } from './application/open-draft.js';
import type { CommandMeans } from './application/pricebook-commands.js';
import { PricebookCopies } from './application/pricebook-copies.js';
import { PricebooksFacade } from './application/pricebooks-facade.js';
import { PublishPricebook } from './application/publish-pricebook.js';
import { RollBackPricebook } from './application/roll-back-pricebook.js';
import { ShowEffectivePrice } from './application/show-effective-price.js';
import { WithdrawVersion } from './application/withdraw-version.js';

type Bind = ContainerModuleLoadOptions['bind'];
const MEANS: ServiceIdentifier<CommandMeans> = Symbol.for('pos:pricebook-means');

/** The wiring of pricebooks. */
export const pricebooks = new ContainerModule(({ bind }) => {
  bindReading(bind);
  bindCommands(bind);
  bindRoutes(bind);
  bind(PostgresDuePublications).toResolvedValue((pool) => new PostgresDuePublications(pool), [WORKER_POOL]);
  bind(CHORE).toResolvedValue(
    (means: CommandMeans, due: PostgresDuePublications) => {
      const publications = new AnnouncePublications(means, due, () => new Date());
      return { name: 'publications of pricebooks that nobody was told of', run: () => publications.execute() };
    },
    [MEANS, PostgresDuePublications],
  );
});

function bindReading(bind: Bind): void {
  bind(ReleasedPricebooks).toConstantValue(new ReleasedPricebooks());
  bind(PricebooksFacade).toResolvedValue((released) => new CachedPricebooks(released), [ReleasedPricebooks]);
  bind(PricebookCopies).toConstantValue(new PostgresPricebookCopies());
  bind(PostgresPricebookViews).toResolvedValue((t) => new PostgresPricebookViews(t), [TRANSACTOR]);
  bind(OutletPlaces).toResolvedValue((outlets) => new OutletPlaces(outlets), [OutletsFacade]);
  bind(ShowEffectivePrice).toResolvedValue(
    (t, released, catalog, places) => new ShowEffectivePrice(t, released, new CatalogPrices(catalog), places),
    [TRANSACTOR, ReleasedPricebooks, CatalogFacade, OutletPlaces],
  );
  bind(ExportEntries).toResolvedValue(
    (t, views, places) => new ExportEntries(t, views, places),
    [TRANSACTOR, PostgresPricebookViews, OutletPlaces],
  );
}

function bindCommands(bind: Bind): void {
  const [books, entries] = [new PostgresPricebookRepository(), new PostgresEntryRepository()];
  bind(MEANS).toResolvedValue(
    (transactor, places, outbox) => ({ transactor, books, entries, places, outbox }),
    [TRANSACTOR, OutletPlaces, OUTBOX],
  );
  bind(CreatePricebook).toResolvedValue((means, ids) => new CreatePricebook(means, ids), [MEANS, IDS]);
  bind(ChangePricebook).toResolvedValue((means) => new ChangePricebook(means), [MEANS]);
  bind(ChangeDraft).toResolvedValue((means) => new ChangeDraft(means), [MEANS]);
  bind(EditEntries).toResolvedValue((means) => new EditEntries(means), [MEANS]);
  bind(ImportEntries).toResolvedValue((means) => new ImportEntries(means), [MEANS]);
  bind(OpenDraft).toResolvedValue((means, ids) => new OpenDraft(means, ids), [MEANS, IDS]);
  bind(PublishPricebook).toResolvedValue((means) => new PublishPricebook(means), [MEANS]);
  bind(RollBackPricebook).toResolvedValue((means, ids) => new RollBackPricebook(means, ids), [MEANS, IDS]);
  bind(WithdrawVersion).toResolvedValue((means) => new WithdrawVersion(means), [MEANS]);
  bind(ArchivePricebook).toResolvedValue((means) => new ArchivePricebook(means), [MEANS]);
}

function bindRoutes(bind: Bind): void {
  bind(PricebooksController).toResolvedValue(
    (create, change, publish, rollBack, archive, effective, views) =>
      new PricebooksController({ create, change, publish, rollBack, archive, effective }, views),
    [
      CreatePricebook,
      ChangePricebook,
      PublishPricebook,
      RollBackPricebook,
      ArchivePricebook,
      ShowEffectivePrice,
      PostgresPricebookViews,
    ],
  );
  bind(PricebookVersionsController).toResolvedValue(
    (open, change, edit, withdraw, views) => new PricebookVersionsController({ open, change, edit, withdraw }, views),
    [OpenDraft, ChangeDraft, EditEntries, WithdrawVersion, PostgresPricebookViews],
  );
  bind(RAW_ROUTE)
    .toResolvedValue((importEntries) => new EntryImportRoute(importEntries), [ImportEntries])
    .inSingletonScope();
  bind(RAW_ROUTE)
    .toResolvedValue((exportEntries) => new EntryExportRoute(exportEntries), [ExportEntries])
    .inSingletonScope();
  bind(PROBLEMS).toConstantValue(pricebookProblems);
}
