import type { Money } from '../../kernel/money.js';

/** How a payment stands at the treasury. */
export type TreasuryPaymentStatus =
  'initiated' | 'pending' | 'captured' | 'failed' | 'cancelled' | 'refunded' | 'charged_back';

/** How a refund or a payout stands there. */
export type TreasuryTransferStatus = 'pending' | 'processed' | 'failed';

/** A payment to be collected. */
export interface PaymentRequest {
  /** Our key of it: the treasury makes one payment for a reference, for ever. */
  readonly reference: string;
  readonly amount: Money;
  /** The tender: `card`, `mpesa`. */
  readonly method: string;
  /** What the method needs to know of who pays; never a card number. */
  readonly payer: { readonly phone?: string; readonly token?: string; readonly terminal?: string };
  /** For statements: the order's number. */
  readonly description: string;
  readonly metadata: { readonly orderId: string; readonly outletId: string };
}

/** A payment as the treasury has it. */
export interface TreasuryPayment {
  readonly id: string;
  /** Our key. */
  readonly reference: string;
  readonly status: TreasuryPaymentStatus;
  /** What was asked for. */
  readonly amount: Money;
  /** What came in; `null` until something did. */
  readonly captured: Money | null;
  /** Why not, with `failed` and `cancelled`: a word. */
  readonly reason: string | null;
}

/** Money to be given back. */
export interface RefundRequest {
  readonly reference: string;
  /** Our key of the payment that it is of. */
  readonly paymentReference: string;
  readonly amount: Money;
  readonly reason: string;
}

/** Money to be paid out. */
export interface PayoutRequest {
  readonly reference: string;
  readonly amount: Money;
  /** A phone number, or an account that the treasury knows. */
  readonly payee: string;
  readonly reason: string;
  readonly metadata: { readonly outletId: string };
}

/** A refund or a payout as the treasury has it. */
export interface TreasuryTransfer {
  readonly id: string;
  readonly reference: string;
  readonly status: TreasuryTransferStatus;
  readonly amount: Money;
  /** Why not, with `failed`: a word. */
  readonly reason: string | null;
}

/** What the treasury says: yes with how it stands, or no with a stable word. */
export type TreasuryAnswer<Done> =
  | { readonly said: 'yes'; readonly done: Done }
  | { readonly said: 'no'; readonly status: number; readonly code: string };
