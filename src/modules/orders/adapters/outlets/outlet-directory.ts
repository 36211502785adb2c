import type { DigitOverrides } from '../../../../kernel/currencies.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { serviceChargeOn, taxGroupsOn, type Outlet, type OutletsFacade } from '../../../outlets/index.js';
import type { SalesOutlet, SalesOutlets } from '../../ports/sales-outlets.js';

/** Places of sale as the outlets module has them. */
export class OutletDirectory implements SalesOutlets {
  // The outlets that the module hands out are frozen and kept, so what is made of one can be kept with it.
  private readonly made = new WeakMap<Outlet, SalesOutlet>();

  constructor(private readonly outlets: OutletsFacade) {}

  async outlet(tx: Tx, id: OutletId): Promise<SalesOutlet | undefined> {
    const outlet = await this.outlets.outlet(tx, id);
    if (outlet === undefined) return undefined;
    const known = this.made.get(outlet);
    if (known !== undefined) return known;
    const made = {
      ...outlet,
      taxGroupsOn: (localDate: string) => taxGroupsOn(outlet, localDate),
      serviceChargeOn: (...[localDate, channel]: Parameters<SalesOutlet['serviceChargeOn']>) =>
        serviceChargeOn(outlet, localDate, channel),
    };
    this.made.set(outlet, made);
    return made;
  }

  async minorDigits(tx: Tx): Promise<DigitOverrides> {
    return (await this.outlets.tenant(tx)).minorDigits;
  }
}
