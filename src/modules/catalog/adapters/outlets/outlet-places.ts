import { minorDigitsOf } from '../../../../kernel/currencies.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { OutletsFacade } from '../../../outlets/index.js';
import type { SellingPlace, SellingPlaces } from '../../ports/selling-places.js';

/** Outlets as the outlets module has them. */
export class OutletPlaces implements SellingPlaces {
  constructor(private readonly outlets: OutletsFacade) {}

  async place(tx: Tx, outletId: OutletId): Promise<SellingPlace | undefined> {
    const outlet = await this.outlets.outlet(tx, outletId);
    if (outlet === undefined) return undefined;
    const { minorDigits } = await this.outlets.tenant(tx);
    const { currency, timeZone } = outlet;
    return { currency, timeZone, digits: minorDigitsOf(currency, minorDigits) ?? 0 };
  }
}
