import type { Tx } from '../../../kernel/transaction.js';
import type { Delivery, DeliveryId, DeliveryStatus } from '../domain/delivery.js';
import type { EndpointId } from '../domain/endpoint.js';

/** Which deliveries of an endpoint: by state, and by when they were first queued. */
export interface DeliveryRange {
  readonly endpointId: EndpointId;
  readonly statuses: readonly DeliveryStatus[];
  readonly from: Date | undefined;
  readonly to: Date | undefined;
}

/** Keeps deliveries, as far as callers change them. */
export interface DeliveryRepository {
  /** @throws Refusal `webhook_delivery_not_found`. */
  get(tx: Tx, id: DeliveryId): Promise<Delivery>;
  /** What would be sent; `undefined` when the event was cleared away. */
  payloadOf(tx: Tx, id: DeliveryId): Promise<string | undefined>;
  /** Queues a synthetic event. */
  addTest(tx: Tx, test: { readonly delivery: Delivery; readonly payload: string }): Promise<void>;
  /** Queues a delivery once more, from its first try on, due at once. */
  requeue(tx: Tx, id: DeliveryId): Promise<Delivery>;
  count(tx: Tx, range: DeliveryRange, limit: number): Promise<number>;
  /** Queues all of the range whose payload is still there. @returns how many. */
  requeueRange(tx: Tx, range: DeliveryRange): Promise<number>;
  /** @returns how many waited. */
  cancelPending(tx: Tx, endpointId: EndpointId): Promise<number>;
}
