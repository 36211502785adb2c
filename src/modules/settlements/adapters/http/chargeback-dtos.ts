import {
  badValue,
  moneyDto,
  moneyFrom,
  timeFrom,
  type MoneyDto,
  type Timestamp,
  type Uuid,
} from '../../../../platform/http/values.js';
import type { OpenChargebackCommand } from '../../application/keep-chargebacks.js';
import type { Chargeback, ChargebackId } from '../../domain/chargeback.js';
import type { TextScreen } from '../../ports/text-screen.js';

export type ChargebackStatus = 'opened' | 'won' | 'lost';

/** A payment that a customer's bank took back. */
export interface OpenChargebackRequest {
  /** Your own id for it; it then also serves as the Idempotency-Key. */
  id?: Uuid;
  paymentId: Uuid;
  /** All of the payment when absent. */
  amount?: MoneyDto;
  /**
   * What the bank says.
   * @minLength 1
   * @maxLength 500
   */
  reason: string;
  /** Until when the provider takes evidence. */
  dueBy?: Timestamp | null;
}

/** What speaks for the business. */
export interface AddEvidenceRequest {
  /**
   * @minLength 1
   * @maxLength 2000
   */
  note: string;
}

/** How it ended. */
export interface CloseChargebackRequest {
  outcome: 'won' | 'lost';
  /**
   * What was said.
   * @maxLength 500
   */
  note?: string | null;
}

/** A note of evidence. */
export interface EvidenceResponse {
  note: string;
  by: string;
  at: Timestamp;
}

/** A chargeback. */
export interface ChargebackResponse {
  id: Uuid;
  paymentId: Uuid;
  orderId: Uuid | null;
  outletId: Uuid | null;
  provider: string;
  /** The provider's name of the payment. */
  reference: string | null;
  amount: MoneyDto;
  reason: string;
  status: ChargebackStatus;
  dueBy: Timestamp | null;
  evidence: EvidenceResponse[];
  /** What was said when it ended. */
  outcome: string | null;
  openedAt: Timestamp;
  openedBy: string;
  closedAt: Timestamp | null;
  /** @isInt */
  version: number;
}

/** Reads what was taken back. */
export function openingFrom(body: OpenChargebackRequest, screen: TextScreen): OpenChargebackCommand {
  const { id, paymentId, amount, reason, dueBy } = body;
  return {
    id: id as ChargebackId | undefined,
    paymentId,
    amount: amount === undefined ? null : positive(amount),
    reason: screen(reason, '/reason'),
    dueBy: dueBy == null ? null : timeFrom(dueBy, '/dueBy'),
  };
}

function positive(dto: MoneyDto): OpenChargebackCommand['amount'] {
  const amount = moneyFrom(dto, '/amount');
  if (amount.amount <= 0) throw badValue('/amount/amount', 'must be at least 1');
  return amount;
}

/** Shows a chargeback. */
export function toChargebackResponse(chargeback: Chargeback): ChargebackResponse {
  const { id, paymentId, orderId, outletId, provider, reference, reason, status, outcome, openedBy, version } =
    chargeback;
  return {
    ...{ id, paymentId, orderId, outletId, provider, reference, reason, status, outcome, openedBy, version },
    amount: moneyDto(chargeback.amount),
    dueBy: chargeback.dueBy?.toISOString() ?? null,
    evidence: chargeback.evidence.map((evidence) => ({ ...evidence })),
    openedAt: chargeback.openedAt.toISOString(),
    closedAt: chargeback.closedAt?.toISOString() ?? null,
  };
}
