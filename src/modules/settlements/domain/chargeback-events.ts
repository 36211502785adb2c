import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { Chargeback, ChargebackId } from './chargeback.js';

/** A chargeback as events show it. */
export interface ChargebackSnapshot {
  readonly id: ChargebackId;
  readonly paymentId: string;
  readonly orderId: string | null;
  readonly outletId: OutletId | null;
  readonly provider: string;
  readonly amount: Money;
  readonly reason: string;
  readonly status: string;
  /**
   * Until when the provider takes evidence.
   * @format date-time
   */
  readonly dueBy: string | null;
  /**
   * How many notes of evidence there are.
   * @asType integer
   */
  readonly evidence: number;
  /** What was said when it ended. */
  readonly outcome: string | null;
  /** @asType integer */
  readonly version: number;
}

/** What a change of a chargeback tells. */
export interface ChargebackChange {
  readonly chargeback: ChargebackSnapshot;
  /** Its status before; null when it was opened. */
  readonly before: string | null;
}

/** The data of the events of chargebacks by their types. */
export interface ChargebackEvents {
  /** A customer's bank took a payment back. */
  'pos.chargeback.opened': ChargebackChange;
  /** Somebody added what speaks for the business. */
  'pos.chargeback.evidence_added': ChargebackChange;
  /** The money stays here. */
  'pos.chargeback.won': ChargebackChange;
  /** The money is gone. */
  'pos.chargeback.lost': ChargebackChange;
}

export type ChargebackEvent = {
  [Type in keyof ChargebackEvents]: DomainEvent<Type, ChargebackEvents[Type]>;
}[keyof ChargebackEvents];

/** The event of a change, placed in the chargeback's own history by its version. */
export function chargebackEvent(
  type: ChargebackEvent['type'],
  after: Chargeback,
  before: Chargeback | null,
): ChargebackEvent {
  const { id, paymentId, orderId, outletId, provider, amount, reason, status, outcome, version } = after;
  const chargeback = {
    ...{ id, paymentId, orderId, outletId, provider, amount, reason, status, outcome, version },
    dueBy: after.dueBy?.toISOString() ?? null,
    evidence: after.evidence.length,
  };
  const place = { aggregate: 'chargebacks', aggregateId: id, sequence: version, outletId };
  return { type, ...place, data: { chargeback, before: before?.status ?? null } };
}
