import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { ConnectionId, PaymentConnection } from '../domain/connection.js';
import { switchConnection } from '../domain/connection-lifecycle.js';
import type { ConnectionRepository } from '../ports/connection-repository.js';
import type { IntegrationAllowance } from '../ports/integration-allowance.js';
import { withinReach } from './within-reach.js';

/** Lets payments go through a connection, or no new ones. */
export class SwitchConnection {
  constructor(
    private readonly transactor: Transactor,
    private readonly connections: ConnectionRepository,
    private readonly outbox: Outbox,
    private readonly allowance: IntegrationAllowance,
  ) {}

  /** @throws Refusal `payment_connection_not_found`; `entitlement_exceeded` where one more would be in use. */
  execute(context: RequestContext, id: ConnectionId, active: boolean): Promise<PaymentConnection> {
    return this.transactor.run(context, async (tx) => {
      const connection = withinReach(context.principal, id, await this.connections.find(tx, id));
      const { state, events } = switchConnection(connection, active, context.at);
      if (state.active && !connection.active) await this.allowance.reserve(tx);
      if (events.length > 0) await this.connections.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
