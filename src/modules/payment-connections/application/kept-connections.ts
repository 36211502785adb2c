import type { RequestContext } from '../../../kernel/context.js';
import type { Money } from '../../../kernel/money.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { CALLBACK_TOKEN, type ConnectionId, type PaymentConnection } from '../domain/connection.js';
import { requestIdOf, type ProviderRequest } from '../domain/provider-request.js';
import type { ConnectionRepository } from '../ports/connection-repository.js';
import type { ConnectionSecrets } from '../ports/connection-secrets.js';
import type { RequestRepository } from '../ports/request-repository.js';
import {
  PaymentConnectionsFacade,
  type ConnectedAccount,
  type ConnectionPlace,
  type KnownRequest,
  type RequestAnswer,
} from './payment-connections-facade.js';

/** Connections and requests as they are kept here. */
export class KeptConnections extends PaymentConnectionsFacade {
  constructor(
    private readonly transactor: Transactor,
    private readonly connections: ConnectionRepository,
    private readonly requests: RequestRepository,
    private readonly secrets: ConnectionSecrets,
    private readonly now: () => Date,
  ) {
    super();
  }

  async account(place: ConnectionPlace): Promise<ConnectedAccount | undefined> {
    const { tenantId, provider, outletId, key } = place;
    const connection = await this.transactor.run(this.contextOf(place), async (tx) => {
      const asked = await this.requests.byKey(tx, key);
      if (asked !== undefined && asked.state !== 'absent') return this.connections.byId(tx, asked.connectionId);
      return this.connections.forOutlet(tx, provider, outletId);
    });
    if (connection === undefined) return undefined;
    const { id: connectionId, settings, active } = connection;
    const { [CALLBACK_TOKEN]: token = '', ...secrets } = await this.secrets.open(
      { tenantId, connectionId },
      connection.secrets,
    );
    const requestId = requestIdOf(key);
    const callbackUrl = callbackUrlOf(place, connection, token, requestId);
    return { connectionId, settings, secrets, active, requestId, callbackUrl };
  }

  intend(place: ConnectionPlace, connectionId: ConnectionId, amount: Money): Promise<KnownRequest | undefined> {
    const { provider, key } = place;
    const request: ProviderRequest = {
      ...{ key, provider, connectionId, amount, requestId: requestIdOf(key), state: 'asked', askedAt: this.now() },
      ...{ reference: null, receipt: null, notifyHash: null, paymentUrl: null, doubtful: false },
    };
    return this.transactor.run(this.contextOf(place), async (tx) => {
      if (await this.requests.add(tx, request)) return undefined;
      const known = await this.requests.byKey(tx, key);
      if (known?.state !== 'absent') return known;
      await this.requests.save(tx, { ...known, state: 'asked', connectionId, askedAt: request.askedAt });
      return undefined;
    });
  }

  answered(place: ConnectionPlace, { state, notifyToken, ...answer }: RequestAnswer): Promise<void> {
    return this.transactor.run(this.contextOf(place), async (tx) => {
      const request = await this.requests.byKey(tx, place.key);
      if (request === undefined) throw new Error('an answer came for what was never asked');
      const notifyHash = notifyToken === undefined ? request.notifyHash : this.secrets.hashOf(notifyToken);
      await this.requests.save(tx, { ...request, ...answer, state, notifyHash });
    });
  }

  known(place: Pick<ConnectionPlace, 'tenantId' | 'tenantSlug' | 'key'>): Promise<KnownRequest | undefined> {
    return this.transactor.read(this.contextOf(place), (tx) => this.requests.find(tx, place.key));
  }

  private contextOf({ tenantId, tenantSlug }: Pick<ConnectionPlace, 'tenantId' | 'tenantSlug'>): RequestContext {
    const principal = { kind: 'system', id: 'payments', permissions: new Set<string>(), test: false } as const;
    return { tenantId, tenantSlug, principal, requestId: 'payments', at: this.now() };
  }
}

function callbackUrlOf(
  { tenantSlug, provider }: ConnectionPlace,
  { settings }: PaymentConnection,
  token: string,
  requestId: string,
): string {
  const base = settings['callbackBase'];
  if (base === undefined) return '';
  return `${base.replace(/\/+$/, '')}/v1/${tenantSlug}/integrations/payments/${provider}/${token}/${requestId}`;
}
