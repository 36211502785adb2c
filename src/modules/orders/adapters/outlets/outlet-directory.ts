import type { DigitOverrides } from '../../../../kernel/currencies.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { OutletsFacade } from '../../../outlets/index.js';
import type { SalesOutlet, SalesOutlets } from '../../ports/sales-outlets.js';

/** Places of sale as the outlets module has them. */
export class OutletDirectory implements SalesOutlets {
  constructor(private readonly outlets: OutletsFacade) {}

  outlet(tx: Tx, id: OutletId): Promise<SalesOutlet | undefined> {
    return this.outlets.outlet(tx, id);
  }

  async minorDigits(tx: Tx): Promise<DigitOverrides> {
    return (await this.outlets.tenant(tx)).minorDigits;
  }
}
