import type { Money } from '../../../kernel/money.js';
import type { PaymentId } from '../domain/order-state.js';
import type { Payer } from '../ports/tender-desk.js';

/** Money received, as the caller tells of it. */
export interface RequestedPayment {
  readonly id: PaymentId | undefined;
  readonly tender: string;
  readonly amount: Money;
  readonly reference: string | null;
  /** The bearer's secret of the card that pays: handed to the ledger, never kept. */
  readonly giftCardCode: string | undefined;
  /** The house account that pays; absent: that of the order's customer. */
  readonly account: string | undefined;
  /** With tenders that a provider collects. */
  readonly payer: Payer;
  /** True: the person knows that another payment may still come. */
  readonly acceptDoubt: boolean;
  /** JSON Pointer to it in the request. */
  readonly pointer: string;
}
