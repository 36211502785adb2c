import type { Receipt } from '../../../../sdk/src/contract/models.js';
import type { Money } from '../../../../sdk/src/money.js';
import type { PricedDraft } from '../../../../sdk/src/register/register.js';
import type { SaleDraft } from '../../../../sdk/src/register/sale-draft.js';
import type { TillPerson } from '../till.js';

/** A basket that somebody wants to pay, as selling hands it over. */
export interface SaleToPay {
  /** With its `id`, made when the basket began: it becomes the order's. */
  readonly draft: SaleDraft;
  /** What the register made of exactly this draft. */
  readonly order: PricedDraft['order'];
  /** Who stood for a discount or a price, if anybody. */
  readonly approver: TillPerson | null;
  readonly customer: { readonly id: string; readonly name: string; readonly phone: string | null } | null;
  /** The order that the basket is already, with all its rows; `null`: it is none yet. */
  readonly placed: PlacedOrder | null;
  /** The sale is safe: the basket is emptied. */
  sold(): void;
  /** The order that was placed is void: the basket goes on under another id. @returns it. */
  renew(): string;
}

/** An order that the service has, or that waits in the queue for it. */
export interface PlacedOrder {
  readonly id: string;
  readonly number: string | null;
  readonly receiptNumber: string | null;
  /** The last entry of the queue about it: the next waits for it. `null`: the service knows it already. */
  readonly entryId: string | null;
}

/** A payment that somebody else collects. */
export interface LivePayment {
  readonly id: string;
  readonly tender: string;
  /** With what the tender adds. */
  readonly amount: Money;
  /**
   * `asking`: on its way. `pending`: the provider has it. `unknown`: nobody can say. `no_answer`: the service did not answer, so it
   * may never have heard of it.
   */
  readonly state: 'asking' | 'pending' | 'unknown' | 'no_answer';
}

/** A bill that is paid. */
export interface PaidSale {
  readonly orderId: string;
  readonly total: Money;
  readonly change: Money;
  /** `null` where the service alone can write it, and is away. */
  readonly receipt: Receipt | null;
  readonly receiptNumber: string | null;
}
