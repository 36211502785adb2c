import { businessTimeOf } from '../../../../kernel/business-time.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { OutletsFacade } from '../../../outlets/index.js';
import type { SyncOutlets } from '../../ports/sync-surroundings.js';

/** Trading days by the outlets' own clocks. */
export class TradingDays implements SyncOutlets {
  constructor(private readonly outlets: OutletsFacade) {}

  async businessDate(tx: Tx, outletId: OutletId, at: Date): Promise<string> {
    const outlet = await this.outlets.outlet(tx, outletId);
    if (outlet === undefined) throw new Error(`the outlet ${outletId} of a device is gone`);
    return businessTimeOf(at, outlet.timeZone, outlet.dayCutMinutes).businessDate;
  }
}
