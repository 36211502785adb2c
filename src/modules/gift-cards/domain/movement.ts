import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';

/** What an entry of the ledger is about. */
export type MovementKind =
  'issue' | 'activate' | 'reload' | 'redeem' | 'forfeit' | 'refund' | 'reverse' | 'transfer' | 'expire' | 'adjust';

/** Why and where value moved. */
export interface Circumstances {
  readonly reason: string | null;
  readonly outletId: OutletId | null;
  readonly orderId: string | null;
  readonly lineId: string | null;
  readonly paymentId: string | null;
  readonly refundId: string | null;
  readonly otherCardId: string | null;
}

/** An entry of a card's ledger: made once, changed never. */
export interface Movement extends Circumstances {
  /** Its place in the card's ledger, from 1 without gaps. */
  readonly number: number;
  readonly kind: MovementKind;
  /** Less than zero when value goes off the card. */
  readonly amount: Money;
  /** After it. */
  readonly balance: Money;
  readonly at: Date;
}

export const NO_CIRCUMSTANCES: Circumstances = {
  reason: null,
  outletId: null,
  orderId: null,
  lineId: null,
  paymentId: null,
  refundId: null,
  otherCardId: null,
};

/** An entry that is to be made. */
export interface Entry extends Partial<Circumstances> {
  readonly kind: MovementKind;
  readonly amount: Money;
  readonly at: Date;
}
