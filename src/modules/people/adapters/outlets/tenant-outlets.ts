import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { OutletsFacade } from '../../../outlets/index.js';
import type { KnownOutlets } from '../../ports/known-outlets.js';

/** The outlets of the business, open or not. */
export class TenantOutlets implements KnownOutlets {
  constructor(private readonly outlets: OutletsFacade) {}

  async unknown(tx: Tx, ids: readonly OutletId[]): Promise<readonly OutletId[]> {
    if (ids.length === 0) return [];
    const known = new Set((await this.outlets.list(tx)).map(({ id }) => id));
    return ids.filter((id) => !known.has(id));
  }
}
