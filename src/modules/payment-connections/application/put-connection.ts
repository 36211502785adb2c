import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import {
  assertComplete,
  CALLBACK_TOKEN,
  newSecrets,
  type ConnectionId,
  type ConnectionRefusal,
  type PaymentConnection,
  type StoredSecret,
} from '../domain/connection.js';
import {
  changeConnection,
  createConnection,
  type CallbackToken,
  type ConnectionWish,
} from '../domain/connection-lifecycle.js';
import type { ConnectionRepository } from '../ports/connection-repository.js';
import type { ConnectionSecrets } from '../ports/connection-secrets.js';
import type { ConnectionViews } from '../ports/connection-views.js';
import type { IntegrationAllowance } from '../ports/integration-allowance.js';
import type { UrlCheck } from '../ports/providers.js';
import { isWithinReach, withinReach } from './within-reach.js';

export interface PutConnectionCommand extends ConnectionWish {
  readonly id: ConnectionId;
  /** In clear; a mask keeps what is stored, as does what is left out. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Throws when the caller saw another version; not called for a new connection. */
  readonly checkVersion: (currentVersion: number) => void;
}

/** A connection, and the word in the provider's address where it was just made: the only time that it is told. */
export interface ConnectionWithToken {
  readonly connection: PaymentConnection;
  readonly token: string | null;
}

/** Connects a business to a provider, or changes how. */
export class PutConnection {
  constructor(
    private readonly transactor: Transactor,
    private readonly connections: ConnectionRepository,
    private readonly views: ConnectionViews,
    private readonly outbox: Outbox,
    private readonly secrets: ConnectionSecrets,
    private readonly urls: UrlCheck,
    private readonly allowance: IntegrationAllowance,
  ) {}

  /** @throws Refusal of `ConnectionRefusal`, `payment_secrets_not_configured`, `entitlement_exceeded`, or of the version check. */
  async execute(context: RequestContext, command: PutConnectionCommand): Promise<ConnectionWithToken> {
    const { id, provider, outletId, settings } = command;
    const seen = await this.views.find(context, id);
    if (!isWithinReach(context.principal, { outletId }))
      throw new Refusal<ConnectionRefusal>('payment_connection_not_found', { connectionId: id });
    const fresh = newSecrets(command.secrets, seen?.secrets ?? {});
    const present = new Set(Object.keys(seen?.secrets ?? {}));
    assertComplete(provider, { settings, secrets: fresh }, present, (url) => this.urls.refusalOf(url));
    // Sealed before the transaction: the key service may be far away.
    const sealed = await this.sealAll(context, id, fresh, seen);
    const token = seen === undefined ? this.secrets.newToken() : null;
    const made = token === null ? undefined : await this.sealToken(context, id, token);
    return this.transactor.run(context, async (tx) => {
      const connection = await this.connections.find(tx, id);
      if (connection?.version !== seen?.version)
        throw new Refusal<ConnectionRefusal>('payment_connection_changed', { connectionId: id });
      if (connection === undefined) {
        const making = { id, secrets: sealed, token: made as CallbackToken, by: context.principal.id, at: context.at };
        const { state, events } = createConnection({ provider, outletId, settings }, making);
        await this.allowance.reserve(tx);
        await this.connections.add(tx, state);
        this.outbox.append(tx, events);
        return { connection: state, token };
      }
      withinReach(context.principal, id, connection);
      command.checkVersion(connection.version);
      const { state, events } = changeConnection(connection, { provider, outletId, settings }, sealed, context.at);
      if (events.length > 0) await this.connections.save(tx, state);
      this.outbox.append(tx, events);
      return { connection: state, token: null };
    });
  }

  private async sealAll(
    { tenantId }: RequestContext,
    connectionId: ConnectionId,
    fresh: Readonly<Record<string, string>>,
    seen: PaymentConnection | undefined,
  ): Promise<Readonly<Record<string, StoredSecret>>> {
    const sealing = Object.entries(fresh).map(async ([field, text]) => {
      const number = (seen?.secrets[field]?.number ?? 0) + 1;
      return [field, await this.secrets.seal({ tenantId, connectionId }, field, number, text)] as const;
    });
    return Object.fromEntries(await Promise.all(sealing));
  }

  private async sealToken(
    { tenantId }: RequestContext,
    connectionId: ConnectionId,
    token: string,
  ): Promise<CallbackToken> {
    const stored = await this.secrets.seal({ tenantId, connectionId }, CALLBACK_TOKEN, 1, token);
    return { hash: this.secrets.hashOf(token), stored };
  }
}
