import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { CALLBACK_TOKEN, type ConnectionId, type ConnectionRefusal } from '../domain/connection.js';
import { rotateToken } from '../domain/connection-lifecycle.js';
import type { ConnectionRepository } from '../ports/connection-repository.js';
import type { ConnectionSecrets } from '../ports/connection-secrets.js';
import type { ConnectionViews } from '../ports/connection-views.js';
import type { ConnectionWithToken } from './put-connection.js';
import { withinReach } from './within-reach.js';

/** Gives a provider another address to call. Payments under way are found by asking the provider. */
export class RotateCallbackToken {
  constructor(
    private readonly transactor: Transactor,
    private readonly connections: ConnectionRepository,
    private readonly views: ConnectionViews,
    private readonly outbox: Outbox,
    private readonly secrets: ConnectionSecrets,
  ) {}

  /** @throws Refusal `payment_connection_not_found`, `payment_connection_changed`, `payment_secrets_not_configured`. */
  async execute(context: RequestContext, id: ConnectionId): Promise<ConnectionWithToken> {
    const seen = withinReach(context.principal, id, await this.views.find(context, id));
    const number = (seen.secrets[CALLBACK_TOKEN]?.number ?? 0) + 1;
    const token = this.secrets.newToken();
    // Sealed before the transaction: the key service may be far away.
    const stored = await this.secrets.seal(
      { tenantId: context.tenantId, connectionId: id },
      CALLBACK_TOKEN,
      number,
      token,
    );
    return this.transactor.run(context, async (tx) => {
      const connection = withinReach(context.principal, id, await this.connections.find(tx, id));
      if (connection.version !== seen.version)
        throw new Refusal<ConnectionRefusal>('payment_connection_changed', { connectionId: id });
      const { state, events } = rotateToken(connection, { hash: this.secrets.hashOf(token), stored }, context.at);
      await this.connections.save(tx, state);
      this.outbox.append(tx, events);
      return { connection: state, token };
    });
  }
}
