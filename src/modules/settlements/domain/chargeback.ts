import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';

export type ChargebackId = Id<'chargeback'>;

/** Something that is shown to the provider. */
export interface Evidence {
  readonly note: string;
  readonly by: string;
  readonly at: string;
}

/** A payment that a customer's bank took back. */
export interface Chargeback {
  readonly id: ChargebackId;
  readonly paymentId: string;
  readonly orderId: string | null;
  readonly outletId: OutletId | null;
  readonly provider: string;
  /** The provider's name of the payment. */
  readonly reference: string | null;
  readonly amount: Money;
  readonly reason: string;
  readonly status: 'opened' | 'won' | 'lost';
  /** Until when the provider takes evidence. */
  readonly dueBy: Date | null;
  readonly evidence: readonly Evidence[];
  /** What was said when it ended. */
  readonly outcome: string | null;
  readonly openedAt: Date;
  readonly openedBy: string;
  readonly closedAt: Date | null;
  readonly version: number;
}

export type ChargebackRefusal =
  | 'chargeback_not_found'
  | 'chargeback_exists'
  | 'chargeback_closed'
  | 'chargeback_payment_unknown'
  | 'chargeback_exceeds_payment'
  | 'chargeback_evidence_full';

export const EVIDENCE_MAX = 50;
