import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { SyncRefusal } from '../../domain/catalog-sync.js';

/** How the refusals of syncs look to a caller. */
export const syncProblems: ProblemTable<SyncRefusal> = {
  catalog_source_not_configured: {
    status: 409,
    title: 'There is no source of the catalogue',
    detail: 'The catalogue here is the truth. Whoever operates the service may name a source with INVENTORY_URL.',
    howToProvoke: 'POST …/catalog/syncs where INVENTORY_URL is not set.',
  },
  sync_not_found: {
    status: 404,
    title: 'There is no such sync',
    detail: 'Check the id; GET …/catalog/syncs lists all.',
  },
  sync_running: {
    status: 409,
    title: 'The catalogue of this business is being synchronised',
    detail: 'Wait until the sync that runs has ended; GET …/catalog/syncs shows it.',
    howToProvoke: 'Start two syncs at once.',
  },
  catalog_revision_unknown: {
    status: 410,
    title: 'The catalogue never had that revision',
    detail: ({ revision }) => `Ask with since=0 for everything; the catalogue is at ${String(revision)}.`,
    howToProvoke: 'GET …/catalog/changes?since=9007199254740991.',
  },
};
