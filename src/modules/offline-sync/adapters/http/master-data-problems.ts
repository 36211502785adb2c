import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { SyncPlaceRefusal } from '../../application/sync-place.js';

/** How the refusals of snapshots and changes look to a caller. */
export const masterDataProblems: ProblemTable<SyncPlaceRefusal | 'cursor_gone'> = {
  sync_outlet_required: {
    status: 422,
    title: 'It is not said for which outlet',
    detail: 'A device gets what its own outlet sells from. Others name the outlet with outletId.',
    howToProvoke: 'GET …/sync/snapshot with an API key and without outletId.',
  },
  sync_outlet_not_found: {
    status: 404,
    title: 'There is no such outlet',
    detail: 'Check outletId. An outlet that you may not act for looks absent, too; a device has its own outlet only.',
  },
  cursor_gone: {
    status: 410,
    title: 'Changes since this cursor are not known any more',
    detail:
      'The device was moved to another outlet, or the database was restored. Fetch a snapshot: what the device has is not certain.',
    tellTheCashier: 'Prices and items are being fetched anew.',
    howToProvoke: 'Use the cursor of another device.',
  },
};
