import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import {
  assertPayload,
  REPLAY_MAX,
  type Delivery,
  type DeliveryId,
  type DeliveryRefusal,
  type DeliveryStatus,
} from '../domain/delivery.js';
import type { EndpointId, EndpointRefusal, WebhookEndpoint } from '../domain/endpoint.js';
import { assertEnabled } from '../domain/endpoint-lifecycle.js';
import type { DeliveryRepository } from '../ports/delivery-repository.js';
import type { EndpointRepository } from '../ports/endpoint-repository.js';
import type { WakeUp } from '../ports/wake-up.js';
import { assertWithinReach } from './create-endpoint.js';

/** What is sent again: all that was parked, or all that is there, of a time. */
export interface ReplayRange {
  readonly endpointId: EndpointId;
  readonly status: 'parked' | 'all';
  readonly from: Date | undefined;
  readonly to: Date | undefined;
}

const STATUSES: Readonly<Record<ReplayRange['status'], readonly DeliveryStatus[]>> = {
  parked: ['parked'],
  all: ['parked', 'delivered', 'cancelled'],
};

/** Sends again what was sent before, under the same `webhook-id`. */
export class ReplayDelivery {
  constructor(
    private readonly transactor: Transactor,
    private readonly endpoints: EndpointRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly wakeUp: WakeUp,
  ) {}

  /** @throws Refusal `webhook_delivery_not_found`, `webhook_endpoint_disabled`, `webhook_event_gone`. */
  async one(context: RequestContext, deliveryId: DeliveryId): Promise<Delivery> {
    const queued = await this.transactor.run(context, async (tx) => {
      const delivery = await this.deliveries.get(tx, deliveryId);
      assertEnabled(await this.endpointOf(tx, context, delivery));
      assertPayload(delivery, await this.deliveries.payloadOf(tx, deliveryId));
      return this.deliveries.requeue(tx, deliveryId);
    });
    this.wakeUp.now();
    return queued;
  }

  /**
   * Sends all of a range again, but for those whose event was cleared away.
   * @returns how many. @throws Refusal `webhook_endpoint_not_found`, `webhook_endpoint_disabled`, `webhook_replay_too_large`.
   */
  async range(context: RequestContext, { endpointId, status, from, to }: ReplayRange): Promise<{ queued: number }> {
    if (from !== undefined && to !== undefined && from >= to)
      throw new Refusal<DeliveryRefusal>('webhook_replay_period_invalid', {}, [
        { pointer: '/to', message: 'must be after from' },
      ]);
    const result = await this.transactor.run(context, async (tx) => {
      const endpoint = await this.endpoints.get(tx, endpointId);
      assertWithinReach(context.principal, endpoint);
      assertEnabled(endpoint);
      const range = { endpointId, statuses: STATUSES[status], from, to };
      if ((await this.deliveries.count(tx, range, REPLAY_MAX + 1)) > REPLAY_MAX)
        throw new Refusal<DeliveryRefusal>('webhook_replay_too_large', { limit: REPLAY_MAX });
      return { queued: await this.deliveries.requeueRange(tx, range) };
    });
    this.wakeUp.now();
    return result;
  }

  /** To somebody who may not see the endpoint, or when it was deleted, its deliveries are as absent. */
  private async endpointOf(tx: Tx, { principal }: RequestContext, delivery: Delivery): Promise<WebhookEndpoint> {
    try {
      const endpoint = await this.endpoints.get(tx, delivery.endpointId);
      assertWithinReach(principal, endpoint);
      return endpoint;
    } catch (error) {
      const absent =
        error instanceof Refusal && error.code === ('webhook_endpoint_not_found' satisfies EndpointRefusal);
      throw absent ? new Refusal<DeliveryRefusal>('webhook_delivery_not_found', { deliveryId: delivery.id }) : error;
    }
  }
}
