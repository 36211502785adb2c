import type { DomainEvent } from '../kernel/outbox.js';
import type { ApiKeyEvent, ApiKeyEvents } from '../modules/access/index.js';
import type { CatalogImported, ImportEvents, ItemEvent, ItemEvents } from '../modules/catalog/index.js';
import type { DeadLetterEvents, RedriveEvent } from '../modules/dead-letters/index.js';
import type { OrderEvent, OrderEvents } from '../modules/orders/index.js';
import type { OutletEvent, OutletEvents, TenantEvent, TenantEvents } from '../modules/outlets/index.js';
import type { WebhookEndpointEvent, WebhookEndpointEvents } from '../modules/webhooks/index.js';

/**
 * All events by their types, and what their data is. The one source of the contract: the schemas in `openapi/schemas/events`
 * and the document `openapi/events.yaml` are made from it.
 */
export interface EventCatalogue
  extends
    OrderEvents,
    ItemEvents,
    ImportEvents,
    OutletEvents,
    TenantEvents,
    ApiKeyEvents,
    DeadLetterEvents,
    WebhookEndpointEvents {}

export type EventType = keyof EventCatalogue;

type CataloguedEvent = { [Type in EventType]: DomainEvent<Type, EventCatalogue[Type]> }[EventType];
type Catalogued<Event extends CataloguedEvent> = Event;

/** Every event of every module. One that the catalogue does not have, or has with other data, does not compile here. */
export type EmittedEvent = Catalogued<
  | OrderEvent
  | ItemEvent
  | CatalogImported
  | OutletEvent
  | TenantEvent
  | ApiKeyEvent
  | RedriveEvent
  | WebhookEndpointEvent
>;

/** The aggregate that each event belongs to; `pos.<aggregate>` is its topic. */
export const AGGREGATE_OF: Readonly<Record<EventType, string>> = {
  'pos.order.created': 'orders',
  'pos.order.line_added': 'orders',
  'pos.order.line_changed': 'orders',
  'pos.order.line_removed': 'orders',
  'pos.order.payment_captured': 'orders',
  'pos.order.completed': 'orders',
  'pos.order.voided': 'orders',
  'pos.order.held': 'orders',
  'pos.order.recalled': 'orders',
  'pos.order.refunded': 'orders',
  'pos.catalog.item_changed': 'items',
  'pos.catalog.imported': 'catalog_imports',
  'pos.outlet.opened': 'outlets',
  'pos.outlet.changed': 'outlets',
  'pos.outlet.closed': 'outlets',
  'pos.tenant.registered': 'tenants',
  'pos.tenant.changed': 'tenants',
  'pos.api_key.created': 'api_keys',
  'pos.api_key.revoked': 'api_keys',
  'pos.dead_letter.redrive_requested': 'dead_letters',
  'pos.webhook_endpoint.created': 'webhook_endpoints',
  'pos.webhook_endpoint.changed': 'webhook_endpoints',
  'pos.webhook_endpoint.rotated': 'webhook_endpoints',
  'pos.webhook_endpoint.enabled': 'webhook_endpoints',
  'pos.webhook_endpoint.disabled': 'webhook_endpoints',
  'pos.webhook_endpoint.deleted': 'webhook_endpoints',
};
