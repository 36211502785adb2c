import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { OutletsFacade } from '../../../outlets/index.js';
import type { AccountOutlets } from '../../ports/account-outlets.js';

/** The outlets of the tenant, open or not. */
export class TenantOutlets implements AccountOutlets {
  constructor(private readonly outlets: OutletsFacade) {}

  async all(tx: Tx): Promise<readonly OutletId[]> {
    return (await this.outlets.list(tx)).map(({ id }) => id);
  }
}
