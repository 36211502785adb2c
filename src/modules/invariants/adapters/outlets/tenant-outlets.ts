import type { RequestContext } from '../../../../kernel/context.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import type { OutletsFacade } from '../../../outlets/index.js';
import type { KnownOutlets } from '../../ports/known-outlets.js';

/** The outlets of the tenant, open or not. */
export class TenantOutlets implements KnownOutlets {
  constructor(
    private readonly transactor: Transactor,
    private readonly outlets: OutletsFacade,
  ) {}

  exists(context: RequestContext, id: OutletId): Promise<boolean> {
    return this.transactor.read(context, async (tx) => (await this.outlets.outlet(tx, id)) !== undefined);
  }
}
