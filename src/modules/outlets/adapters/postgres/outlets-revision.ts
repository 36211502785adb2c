import type { Tx } from '../../../../kernel/transaction.js';
import { raiseRevision } from '../../../../platform/postgres/revisions.js';

/** Makes what caches of every process hold about this tenant's outlets stale, from this transaction's commit on. */
export function raiseOutletsRevision(tx: Tx): Promise<void> {
  return raiseRevision(tx, 'outlets');
}
