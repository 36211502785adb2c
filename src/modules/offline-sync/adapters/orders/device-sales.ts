import type { Tx } from '../../../../kernel/transaction.js';
import type { OfflineOrders } from '../../../orders/index.js';
import type { DeviceDay, DeviceDays } from '../../ports/sync-views.js';

/** Sums of devices over the orders that are in the books, however they came there. */
export class DeviceSales implements DeviceDays {
  constructor(private readonly orders: OfflineOrders) {}

  of(tx: Tx, deviceId: string, from: string, to: string): Promise<readonly DeviceDay[]> {
    return this.orders.totalsOf(tx, deviceId, from, to);
  }
}
