import type { Tx } from '../../../kernel/transaction.js';
import type { ConnectionId } from '../domain/connection.js';
import type { PaymentNotice } from '../domain/heard-callback.js';
import type { ConnectedProvider } from '../domain/provider.js';
import type { ProviderRequest } from '../domain/provider-request.js';

/** By what a callback may name a request. */
export interface RequestNames {
  readonly requestId: string | null;
  readonly reference: string | null;
  readonly notifyHash: string | null;
}

export interface HeardNotice extends PaymentNotice {
  readonly digest: string;
  readonly connectionId: ConnectionId;
  readonly receivedAt: Date;
}

/** Keeps what was asked of providers, and what they told. */
export interface RequestRepository {
  /** Adds the request. @returns false when there is one of that key. */
  add(tx: Tx, request: ProviderRequest): Promise<boolean>;
  /** Locks nothing. */
  find(tx: Tx, key: string): Promise<ProviderRequest | undefined>;
  /** Locks the request until the transaction ends. */
  byKey(tx: Tx, key: string): Promise<ProviderRequest | undefined>;
  /** By the first name that leads to one; locks it. */
  byNames(tx: Tx, provider: ConnectedProvider, names: RequestNames): Promise<ProviderRequest | undefined>;
  save(tx: Tx, request: ProviderRequest): Promise<void>;
  /** @returns false when the same was heard before. Whoever hears it at the same time waits for this transaction. */
  heard(tx: Tx, notice: HeardNotice): Promise<boolean>;
}
