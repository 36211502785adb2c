import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';

/** What a device sold in a business day and currency. */
export interface DeviceDay {
  readonly businessDate: string;
  readonly currency: string;
  readonly sales: number;
  readonly total: Money;
  readonly paid: Money;
  readonly refunded: Money;
}

/** Sums over what devices rang up, and the numbers they printed. */
export interface DeviceSums {
  /** By the business dates of settled orders; both days inclusive. */
  ofDays(tx: Tx, deviceId: string, from: string, to: string): Promise<readonly DeviceDay[]>;
  /** The highest number of a series that is on an order of the outlet; 0 when there is none. */
  lastReceipt(tx: Tx, outletId: string, series: string): Promise<number>;
}
