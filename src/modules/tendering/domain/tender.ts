import type { Decimal } from '../../../kernel/decimal.js';
import type { Money } from '../../../kernel/money.js';

/** What kind of money a tender is; decides how it is processed, counted and refunded. */
export type TenderKind =
  | 'cash'
  | 'card'
  | 'eftpos'
  | 'mobile_money'
  | 'bank_transfer'
  | 'house_account'
  | 'gift_card'
  | 'voucher'
  | 'loyalty'
  | 'custom';

/** What a tender adds to the amount that it pays: a part of it, or so much once. */
export type Surcharge =
  { readonly kind: 'percent'; readonly rate: Decimal } | { readonly kind: 'amount'; readonly amount: Money };

/** How an outlet takes a tender. Only those that are switched on there have rules. */
export interface TenderRules {
  /** As in `payments[].tender`: `cash`, `card`, `mpesa`. */
  readonly code: string;
  readonly name: string;
  readonly kind: TenderKind;
  /** Who processes payments with it; `null`: they are recorded by hand, or the ledger of ours that it names keeps them. */
  readonly provider: string | null;
  readonly surcharge: Surcharge | null;
  /** True when a payment must carry a reference, such as the number of a slip. */
  readonly referenceRequired: boolean;
  /** Least and most of one payment. */
  readonly minimum: Money | null;
  readonly maximum: Money | null;
  /** False: money paid with it goes back by another tender. */
  readonly refundable: boolean;
}
