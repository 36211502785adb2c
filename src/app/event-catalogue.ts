import type { DomainEvent } from '../kernel/outbox.js';
import type { ApiKeyEvent, ApiKeyEvents } from '../modules/access/index.js';
import type {
  AttachmentEvent,
  AttachmentEvents,
  AvailabilityEvent,
  AvailabilityEvents,
  CatalogImported,
  CatalogSynced,
  ComboEvent,
  ComboEvents,
  ImportEvents,
  ItemEvent,
  ItemEvents,
  LabelRulesEvent,
  LabelRulesEvents,
  ModifierGroupEvent,
  ModifierGroupEvents,
  SyncEvents,
} from '../modules/catalog/index.js';
import type { DeadLetterEvents, RedriveEvent } from '../modules/dead-letters/index.js';
import type { GiftCardEvent, GiftCardEvents } from '../modules/gift-cards/index.js';
import type { LoyaltyEvent, LoyaltyEvents } from '../modules/loyalty/index.js';
import type { OrderEvent, OrderEvents } from '../modules/orders/index.js';
import type { OutletEvent, OutletEvents, TenantEvent, TenantEvents } from '../modules/outlets/index.js';
import type { PricebookEvent, PricebookEvents } from '../modules/pricebooks/index.js';
import type { PromotionEvent, PromotionEvents } from '../modules/promotions/index.js';
import type { WebhookEndpointEvent, WebhookEndpointEvents } from '../modules/webhooks/index.js';

/**
 * All events by their types, and what their data is. The one source of the contract: the schemas in `openapi/schemas/events`
 * and the document `openapi/events.yaml` are made from it.
 */
export interface EventCatalogue
  extends
    OrderEvents,
    GiftCardEvents,
    LoyaltyEvents,
    PricebookEvents,
    PromotionEvents,
    ItemEvents,
    AvailabilityEvents,
    LabelRulesEvents,
    ModifierGroupEvents,
    AttachmentEvents,
    ComboEvents,
    ImportEvents,
    SyncEvents,
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
  | GiftCardEvent
  | LoyaltyEvent
  | PricebookEvent
  | PromotionEvent
  | ItemEvent
  | AvailabilityEvent
  | LabelRulesEvent
  | ModifierGroupEvent
  | AttachmentEvent
  | ComboEvent
  | CatalogImported
  | CatalogSynced
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
  'pos.order.price_overridden': 'orders',
  'pos.order.discount_given': 'orders',
  'pos.order.discount_removed': 'orders',
  'pos.order.promo_code_added': 'orders',
  'pos.order.promo_code_removed': 'orders',
  'pos.order.tip_changed': 'orders',
  'pos.order.line_changed': 'orders',
  'pos.order.line_removed': 'orders',
  'pos.order.payment_captured': 'orders',
  'pos.order.completed': 'orders',
  'pos.order.voided': 'orders',
  'pos.order.held': 'orders',
  'pos.order.recalled': 'orders',
  'pos.order.refunded': 'orders',
  'pos.gift_card.issued': 'gift_cards',
  'pos.gift_card.activated': 'gift_cards',
  'pos.gift_card.reloaded': 'gift_cards',
  'pos.gift_card.redeemed': 'gift_cards',
  'pos.gift_card.refunded': 'gift_cards',
  'pos.gift_card.reversed': 'gift_cards',
  'pos.gift_card.blocked': 'gift_cards',
  'pos.gift_card.unblocked': 'gift_cards',
  'pos.gift_card.transferred': 'gift_cards',
  'pos.gift_card.expired': 'gift_cards',
  'pos.gift_card.extended': 'gift_cards',
  'pos.gift_card.adjusted': 'gift_cards',
  'pos.loyalty.enrolled': 'loyalty_members',
  'pos.loyalty.member_changed': 'loyalty_members',
  'pos.loyalty.points_moved': 'loyalty_members',
  'pos.loyalty.programme_changed': 'loyalty_programmes',
  'pos.loyalty.movement_failed': 'loyalty_intents',
  'pos.pricebook.created': 'pricebooks',
  'pos.pricebook.changed': 'pricebooks',
  'pos.pricebook.published': 'pricebooks',
  'pos.pricebook.rolled_back': 'pricebooks',
  'pos.pricebook.archived': 'pricebooks',
  'pos.promotion.created': 'promotions',
  'pos.promotion.changed': 'promotions',
  'pos.promotion.activated': 'promotions',
  'pos.promotion.paused': 'promotions',
  'pos.promotion.ended': 'promotions',
  'pos.promotion.codes_issued': 'promotions',
  'pos.promotion.code_switched': 'promotions',
  'pos.promotion.exhausted': 'promotions',
  'pos.catalog.item_changed': 'items',
  'pos.catalog.item_deleted': 'items',
  'pos.catalog.item_restored': 'items',
  'pos.catalog.availability_changed': 'availability',
  'pos.catalog.label_rules_changed': 'label_rules',
  'pos.catalog.imported': 'catalog_imports',
  'pos.catalog.synced': 'catalog_syncs',
  'pos.catalog.modifier_group_changed': 'modifier_groups',
  'pos.catalog.modifier_group_deleted': 'modifier_groups',
  'pos.catalog.modifier_groups_attached': 'modifier_attachments',
  'pos.catalog.combo_changed': 'combos',
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
