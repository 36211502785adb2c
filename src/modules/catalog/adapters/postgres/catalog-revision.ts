import type { Tx } from '../../../../kernel/transaction.js';
import { lockRevision, raiseRevision } from '../../../../platform/postgres/revisions.js';

/** Keeps every other writer of this tenant's catalogue out until the transaction ends. */
export function lockCatalog(tx: Tx): Promise<void> {
  return lockRevision(tx, 'catalog');
}

/** Makes what caches of every process hold about this tenant's items stale, from this transaction's commit on. */
export function raiseCatalogRevision(tx: Tx): Promise<void> {
  return raiseRevision(tx, 'catalog');
}
