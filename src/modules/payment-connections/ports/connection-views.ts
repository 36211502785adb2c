import type { RequestContext } from '../../../kernel/context.js';
import type { ConnectionId, PaymentConnection } from '../domain/connection.js';
import type { ConnectedProvider } from '../domain/provider.js';

export interface ConnectionPage {
  readonly limit: number;
  /** The last one seen. */
  readonly after: ConnectionId | undefined;
  readonly provider: ConnectedProvider | undefined;
  readonly outletId: string | undefined;
  readonly active: boolean | undefined;
}

/** Questions about connections that change nothing. Callers for some outlets see connections of only those. */
export interface ConnectionViews {
  /** Oldest first; one more than `limit` may come back. */
  list(context: RequestContext, page: ConnectionPage): Promise<PaymentConnection[]>;
  find(context: RequestContext, id: ConnectionId): Promise<PaymentConnection | undefined>;
}
