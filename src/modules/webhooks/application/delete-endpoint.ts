import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { EndpointId, WebhookEndpoint } from '../domain/endpoint.js';
import { deleteEndpoint } from '../domain/endpoint-lifecycle.js';
import type { DeliveryRepository } from '../ports/delivery-repository.js';
import type { EndpointRepository } from '../ports/endpoint-repository.js';
import type { VersionCheck } from './change-endpoint.js';
import { assertWithinReach } from './create-endpoint.js';

/** Ends an endpoint for good: its secrets are wiped, and what is queued is not sent. */
export class DeleteEndpoint {
  constructor(
    private readonly transactor: Transactor,
    private readonly endpoints: EndpointRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @returns the endpoint as it was last. @throws Refusal `webhook_endpoint_not_found`, or of the version check. */
  execute(
    context: RequestContext,
    { endpointId, checkVersion }: { readonly endpointId: EndpointId; readonly checkVersion: VersionCheck },
  ): Promise<WebhookEndpoint> {
    return this.transactor.run(context, async (tx) => {
      const endpoint = await this.endpoints.get(tx, endpointId);
      assertWithinReach(context.principal, endpoint);
      checkVersion(endpoint.version);
      const { state, events } = deleteEndpoint(endpoint, context.at);
      await this.endpoints.remove(tx, state);
      await this.deliveries.cancelPending(tx, endpointId);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
