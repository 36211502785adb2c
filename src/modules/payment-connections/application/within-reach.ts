import { mayActFor, type Principal } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { ConnectionId, ConnectionRefusal, PaymentConnection } from '../domain/connection.js';

/** True for connections of outlets that the caller may act for; the one for all outlets is for who may act for all. */
export function isWithinReach(by: Principal, { outletId }: Pick<PaymentConnection, 'outletId'>): boolean {
  return outletId === null ? by.outlets === undefined : mayActFor(by, outletId);
}

/** The connection, where there is one and the caller may touch it. @throws Refusal `payment_connection_not_found`. */
export function withinReach(
  by: Principal,
  id: ConnectionId,
  connection: PaymentConnection | undefined,
): PaymentConnection {
  if (connection === undefined || !isWithinReach(by, connection))
    throw new Refusal<ConnectionRefusal>('payment_connection_not_found', { connectionId: id });
  return connection;
}
