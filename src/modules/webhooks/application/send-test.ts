import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { TEST_EVENT_TYPE, type Delivery } from '../domain/delivery.js';
import type { EndpointId } from '../domain/endpoint.js';
import { assertEnabled } from '../domain/endpoint-lifecycle.js';
import type { DeliveryRepository } from '../ports/delivery-repository.js';
import type { EndpointRepository } from '../ports/endpoint-repository.js';
import type { TestPayload } from '../ports/test-payload.js';
import type { WakeUp } from '../ports/wake-up.js';
import { assertWithinReach } from './create-endpoint.js';

/** Sends an event that did not happen, marked as a test, whatever the endpoint asks for. */
export class SendTest {
  constructor(
    private readonly transactor: Transactor,
    private readonly endpoints: EndpointRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly ids: IdSource,
    private readonly payloads: TestPayload,
    private readonly wakeUp: WakeUp,
  ) {}

  /** @throws Refusal `webhook_endpoint_not_found`, `webhook_endpoint_disabled`. */
  async execute(
    context: RequestContext,
    { endpointId, type = TEST_EVENT_TYPE }: { readonly endpointId: EndpointId; readonly type: string | undefined },
  ): Promise<Delivery> {
    const sent = await this.transactor.run(context, async (tx) => {
      const endpoint = await this.endpoints.get(tx, endpointId);
      assertWithinReach(context.principal, endpoint);
      assertEnabled(endpoint);
      const delivery = this.deliveryOf(context, endpointId, type);
      const payload = this.payloads.render(context, delivery);
      await this.deliveries.addTest(tx, { delivery, payload });
      return delivery;
    });
    this.wakeUp.now();
    return sent;
  }

  private deliveryOf({ at }: RequestContext, endpointId: EndpointId, eventType: string): Delivery {
    return {
      id: this.ids.next<'webhook-delivery'>(),
      endpointId,
      eventId: this.ids.next(),
      eventType,
      test: true,
      status: 'pending',
      tries: 0,
      replays: 0,
      dueAt: at,
      lastStatus: null,
      lastError: null,
      createdAt: at,
      finishedAt: null,
    };
  }
}
