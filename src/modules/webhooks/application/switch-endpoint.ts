import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { DisableReason, EndpointId, WebhookEndpoint } from '../domain/endpoint.js';
import { disableEndpoint, enableEndpoint } from '../domain/endpoint-lifecycle.js';
import type { DeliveryRepository } from '../ports/delivery-repository.js';
import type { EndpointRepository } from '../ports/endpoint-repository.js';
import type { WakeUp } from '../ports/wake-up.js';
import { assertWithinReach } from './create-endpoint.js';

/** Lets events go out to an endpoint, or no more. */
export class SwitchEndpoint {
  constructor(
    private readonly transactor: Transactor,
    private readonly endpoints: EndpointRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly outbox: Outbox,
    private readonly wakeUp: WakeUp,
  ) {}

  /** What waited meanwhile goes out. @throws Refusal `webhook_endpoint_not_found`. */
  async enable(context: RequestContext, endpointId: EndpointId): Promise<WebhookEndpoint> {
    const enabled = await this.transactor.run(context, async (tx) => {
      const endpoint = await this.endpoints.get(tx, endpointId);
      assertWithinReach(context.principal, endpoint);
      const { state, events } = enableEndpoint(endpoint, context.at);
      if (events.length > 0) await this.endpoints.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
    this.wakeUp.now();
    return enabled;
  }

  /** What is queued waits, unless the receiver is gone: then it is cancelled. @throws Refusal `webhook_endpoint_not_found`. */
  disable(context: RequestContext, endpointId: EndpointId, reason: DisableReason): Promise<WebhookEndpoint> {
    return this.transactor.run(context, async (tx) => {
      const endpoint = await this.endpoints.get(tx, endpointId);
      assertWithinReach(context.principal, endpoint);
      const { state, events } = disableEndpoint(endpoint, reason, context.at);
      if (events.length > 0) await this.endpoints.save(tx, state);
      if (reason === 'gone') await this.deliveries.cancelPending(tx, endpointId);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
