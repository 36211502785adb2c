import type { Money } from '../../../kernel/money.js';
import type { PaymentId } from '../domain/order-state.js';

/** Money received, as the caller tells of it. */
export interface RequestedPayment {
  readonly id: PaymentId | undefined;
  readonly tender: string;
  readonly amount: Money;
  readonly reference: string | null;
  /** The bearer's secret of the card that pays: handed to the ledger, never kept. */
  readonly giftCardCode: string | undefined;
  /** JSON Pointer to it in the request. */
  readonly pointer: string;
}
