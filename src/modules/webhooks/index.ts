/** The front door of webhooks: what tells other modules of endpoints. */
export type { WebhookEndpointEvent, WebhookEndpointEvents, WebhookEndpointSnapshot } from './domain/endpoint-events.js';
