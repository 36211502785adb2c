import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { ConnectionId, PaymentConnection } from '../domain/connection.js';
import type { ConnectedProvider } from '../domain/provider.js';
import type { ConnectionRepository } from '../ports/connection-repository.js';
import type { ConnectionSecrets } from '../ports/connection-secrets.js';
import type { ConnectionViews } from '../ports/connection-views.js';
import type { ProviderDoor } from '../ports/providers.js';
import { withinReach } from './within-reach.js';

const FAILURE_MAX = 300;

/** Finds out whether the provider accepts what the connection has. */
export class TestConnection {
  constructor(
    private readonly transactor: Transactor,
    private readonly connections: ConnectionRepository,
    private readonly views: ConnectionViews,
    private readonly secrets: ConnectionSecrets,
    private readonly doors: ReadonlyMap<ConnectedProvider, ProviderDoor>,
  ) {}

  /** @returns the connection, with what the test found. @throws Refusal `payment_connection_not_found`. */
  async execute(context: RequestContext, id: ConnectionId): Promise<PaymentConnection> {
    const connection = withinReach(context.principal, id, await this.views.find(context, id));
    const { settings, provider } = connection;
    const secrets = await this.secrets.open({ tenantId: context.tenantId, connectionId: id }, connection.secrets);
    const failure = (await this.doors.get(provider)?.check({ settings, secrets })) ?? null;
    const testFailure = failure?.slice(0, FAILURE_MAX) ?? null;
    return this.transactor.run(context, async (tx) => {
      await this.connections.tested(tx, id, context.at, testFailure);
      return { ...connection, testedAt: context.at, testFailure };
    });
  }
}
