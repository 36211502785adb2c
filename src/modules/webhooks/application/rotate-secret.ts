import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { EndpointId, EndpointRefusal } from '../domain/endpoint.js';
import { rotateSecret } from '../domain/endpoint-lifecycle.js';
import type { EndpointRepository } from '../ports/endpoint-repository.js';
import type { EndpointViews } from '../ports/endpoint-views.js';
import type { SigningSecrets } from '../ports/signing-secrets.js';
import type { EndpointWithSecret } from './create-endpoint.js';
import { assertWithinReach } from './create-endpoint.js';

export interface RotateSecretCommand {
  readonly endpointId: EndpointId;
  /** For how long the present secret goes on signing too. */
  readonly overlapHours: number;
}

/** Gives an endpoint a new secret; messages are signed with both until the overlap is over. */
export class RotateSecret {
  constructor(
    private readonly transactor: Transactor,
    private readonly endpoints: EndpointRepository,
    private readonly views: EndpointViews,
    private readonly outbox: Outbox,
    private readonly secrets: SigningSecrets,
  ) {}

  /** @throws Refusal `webhook_endpoint_not_found`, `webhook_secret_changed`, `secrets_not_configured`. */
  async execute(
    context: RequestContext,
    { endpointId, overlapHours }: RotateSecretCommand,
  ): Promise<EndpointWithSecret> {
    const { secret: present } = await this.views.one(context, endpointId);
    // Sealed before the transaction: the key service may be far away.
    const { text, stored } = await this.secrets.make({ tenantId: context.tenantId, endpointId }, present.number + 1);
    return this.transactor.run(context, async (tx) => {
      const endpoint = await this.endpoints.get(tx, endpointId);
      assertWithinReach(context.principal, endpoint);
      if (endpoint.secret.number !== present.number)
        throw new Refusal<EndpointRefusal>('webhook_secret_changed', { endpointId });
      const { state, events } = rotateSecret(endpoint, stored, { overlapHours, at: context.at });
      await this.endpoints.save(tx, state);
      this.outbox.append(tx, events);
      return { endpoint: state, secret: text };
    });
  }
}
