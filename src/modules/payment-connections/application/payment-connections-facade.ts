import type { OutletId, TenantId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { ConnectionId } from '../domain/connection.js';
import type { ConnectedProvider } from '../domain/provider.js';
import type { RequestState } from '../domain/provider-request.js';

/** Whose connection is wanted, and for which charge. */
export interface ConnectionPlace {
  readonly tenantId: TenantId;
  readonly tenantSlug: string;
  readonly outletId: OutletId;
  readonly provider: ConnectedProvider;
  /** Our key of the charge. */
  readonly key: string;
}

/** A connection with its secrets in clear. Never stored, logged or shown. */
export interface ConnectedAccount {
  readonly connectionId: ConnectionId;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** False: no new payment may go through it. */
  readonly active: boolean;
  /** What the provider is told as our id. */
  readonly requestId: string;
  /** Where the provider is to call for this charge; empty where the connection has no `callbackBase`. */
  readonly callbackUrl: string;
}

/** What is known of a request to a provider. */
export interface KnownRequest {
  readonly state: RequestState;
  readonly amount: Money;
  readonly reference: string | null;
  readonly receipt: string | null;
  readonly paymentUrl: string | null;
  /** A callback that nobody signed told another amount: only people may decide. */
  readonly doubtful: boolean;
}

/** What the provider answered to a request. */
export interface RequestAnswer {
  readonly state: RequestState;
  readonly reference?: string;
  readonly receipt?: string;
  /** The word that its callback will bring. Kept as a hash. */
  readonly notifyToken?: string;
  readonly paymentUrl?: string;
}

/** What other modules may ask about connections to providers. Each call is a transaction of its own: never within one. */
export abstract class PaymentConnectionsFacade {
  /** The connection that the charge was asked through, else the outlet's, else the one for all outlets. */
  abstract account(place: ConnectionPlace): Promise<ConnectedAccount | undefined>;
  /**
   * Commits the intent to ask (GUARANTEES G2). @returns `undefined` when the call may be made now; else what is known of an
   * earlier one under the same key, which must not be made again.
   */
  abstract intend(place: ConnectionPlace, connectionId: ConnectionId, amount: Money): Promise<KnownRequest | undefined>;
  /** Commits what came of it. */
  abstract answered(place: ConnectionPlace, answer: RequestAnswer): Promise<void>;
  abstract known(place: Pick<ConnectionPlace, 'tenantId' | 'tenantSlug' | 'key'>): Promise<KnownRequest | undefined>;
}
