import type { LicenceStanding } from '../../../kernel/context.js';
import type { TenantId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Reminder } from '../domain/reminders.js';
import type { Subscription } from '../domain/subscription.js';

/** Keeps what a business has subscribed to, and what the door reads of it. */
export interface SubscriptionRepository {
  /** The business that the transaction is of. */
  businessOf(tx: Tx): TenantId;
  find(tx: Tx): Promise<Subscription | undefined>;
  /**
   * Whoever changes a licence, or makes one more of what it counts, waits here.
   * @param absent kept for the door where nothing was. @returns whether it was.
   */
  lock(tx: Tx, absent: LicenceStanding, at: Date): Promise<boolean>;
  save(tx: Tx, subscription: Subscription, at: Date): Promise<void>;
  /** Only after `lock`, or where there may be nothing to change. @returns whether it is another than before. */
  saveStanding(tx: Tx, standing: LicenceStanding, at: Date): Promise<boolean>;
  /** @returns false when it was sent before. */
  addReminder(tx: Tx, reminder: Reminder, at: Date): Promise<boolean>;
}
