import type { Tx } from '../../../kernel/transaction.js';
import type { EndpointId, WebhookEndpoint } from '../domain/endpoint.js';

/** Keeps endpoints. A deleted one is as absent as one that never was, but its id is not used again. */
export interface EndpointRepository {
  /** Locks the endpoint until the transaction ends. @throws Refusal `webhook_endpoint_not_found`. */
  get(tx: Tx, id: EndpointId): Promise<WebhookEndpoint>;
  /** How many there are; nobody else adds one before the transaction ends. */
  countForAdding(tx: Tx): Promise<number>;
  /** @throws Refusal `webhook_endpoint_already_exists` when the id was ever taken. */
  add(tx: Tx, endpoint: WebhookEndpoint): Promise<void>;
  save(tx: Tx, endpoint: WebhookEndpoint): Promise<void>;
  /** Ends the endpoint: its secrets and address are wiped. */
  remove(tx: Tx, endpoint: WebhookEndpoint): Promise<void>;
}
