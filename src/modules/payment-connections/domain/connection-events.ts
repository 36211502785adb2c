import type { OutletId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { ConnectionId, PaymentConnection } from './connection.js';

/** A secret as events show it: that there is one, and the how many-th. Never what it says. */
export interface SecretMark {
  readonly field: string;
  /** @asType integer */
  readonly number: number;
}

/** A setting of a connection. */
export interface ConnectionSetting {
  readonly name: string;
  readonly value: string;
}

/** A connection as events show it. */
export interface PaymentConnectionSnapshot {
  readonly id: ConnectionId;
  readonly provider: string;
  /** The outlet that it is for; null is all that have none of their own. */
  readonly outletId: OutletId | null;
  readonly settings: readonly ConnectionSetting[];
  readonly secrets: readonly SecretMark[];
  readonly active: boolean;
  /** @asType integer */
  readonly version: number;
}

/** What a change of a connection tells. */
export interface PaymentConnectionChange {
  readonly paymentConnection: PaymentConnectionSnapshot;
  /** As it was; null when it was made. */
  readonly before: PaymentConnectionSnapshot | null;
}

/** The data of the events of payment connections by their types. */
export interface PaymentConnectionEvents {
  /** A business was connected to a provider of payments. */
  'pos.payment_connection.created': PaymentConnectionChange;
  /** Settings or secrets changed. */
  'pos.payment_connection.changed': PaymentConnectionChange;
  /** Payments go through it again. */
  'pos.payment_connection.enabled': PaymentConnectionChange;
  /** No new payment goes through it. */
  'pos.payment_connection.disabled': PaymentConnectionChange;
  /** The provider has to call another address from now on. */
  'pos.payment_connection.token_rotated': PaymentConnectionChange;
}

export type PaymentConnectionEvent = {
  [Type in keyof PaymentConnectionEvents]: DomainEvent<Type, PaymentConnectionEvents[Type]>;
}[keyof PaymentConnectionEvents];

/** The event of a change, placed in the connection's own history by its version. */
export function connectionEvent(
  type: PaymentConnectionEvent['type'],
  after: PaymentConnection,
  before: PaymentConnection | null,
): PaymentConnectionEvent {
  return {
    type,
    aggregate: 'payment_connections',
    aggregateId: after.id,
    sequence: after.version,
    outletId: after.outletId,
    data: { paymentConnection: snapshotOf(after), before: before && snapshotOf(before) },
  };
}

function snapshotOf({
  id,
  provider,
  outletId,
  settings,
  secrets,
  active,
  version,
}: PaymentConnection): PaymentConnectionSnapshot {
  const named = Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));
  const marks = Object.entries(secrets).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    id,
    provider,
    outletId,
    settings: named.map(([name, value]) => ({ name, value })),
    secrets: marks.map(([field, { number }]) => ({ field, number })),
    active,
    version,
  };
}
