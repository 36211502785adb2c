import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { OfflineOrders } from '../../../orders/index.js';
import type { ReceiptNumbers } from '../../ports/receipt-numbers.js';

/** Receipt numbers as orders have them. */
export class PrintedReceipts implements ReceiptNumbers {
  constructor(private readonly orders: OfflineOrders) {}

  last(tx: Tx, outletId: OutletId, series: string): Promise<number> {
    return this.orders.lastReceiptOf(tx, outletId, series);
  }
}
