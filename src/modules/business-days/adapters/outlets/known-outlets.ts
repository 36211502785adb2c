import { minorDigitsOf } from '../../../../kernel/currencies.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { OutletsFacade } from '../../../outlets/index.js';
import type { DayOutlet, DayOutlets } from '../../ports/day-outlets.js';

/** Outlets as the outlets module has them. */
export class KnownOutlets implements DayOutlets {
  constructor(private readonly outlets: OutletsFacade) {}

  outlet(tx: Tx, id: OutletId): Promise<DayOutlet | undefined> {
    return this.outlets.outlet(tx, id);
  }

  async minorDigits(tx: Tx, currency: string): Promise<number> {
    const { minorDigits } = await this.outlets.tenant(tx);
    const digits = minorDigitsOf(currency, minorDigits);
    if (digits === undefined) throw new Error(`the outlet's currency ${currency} has no minor units`);
    return digits;
  }

  closeThrough(tx: Tx, id: OutletId, businessDate: string): Promise<void> {
    return this.outlets.closeThrough(tx, id, businessDate);
  }

  setClosureDue(tx: Tx, id: OutletId, businessDate: string | null): Promise<void> {
    return this.outlets.setClosureDue(tx, id, businessDate);
  }
}
