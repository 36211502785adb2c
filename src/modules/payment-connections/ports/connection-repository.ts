import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { ConnectionId, PaymentConnection } from '../domain/connection.js';
import type { ConnectedProvider } from '../domain/provider.js';

/** Keeps connections and their sealed secrets. */
export interface ConnectionRepository {
  /** Locks the connection until the transaction ends. */
  find(tx: Tx, id: ConnectionId): Promise<PaymentConnection | undefined>;
  /** The outlet's own, else the one for all outlets. Locks nothing. */
  forOutlet(tx: Tx, provider: ConnectedProvider, outletId: OutletId): Promise<PaymentConnection | undefined>;
  byId(tx: Tx, id: ConnectionId): Promise<PaymentConnection | undefined>;
  byCallback(tx: Tx, provider: ConnectedProvider, callbackHash: string): Promise<PaymentConnection | undefined>;
  /** @throws Refusal `payment_connection_exists` when the outlet, or the business, has one of the provider. */
  add(tx: Tx, connection: PaymentConnection): Promise<void>;
  save(tx: Tx, connection: PaymentConnection): Promise<void>;
  /** Writes down what a test found; no version, no event. */
  tested(tx: Tx, id: ConnectionId, at: Date, failure: string | null): Promise<void>;
}
