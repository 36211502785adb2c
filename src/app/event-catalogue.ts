import type { DomainEvent } from '../kernel/outbox.js';
import type {
  ApiKeyEvent,
  ApiKeyEvents,
  RenewalEvent,
  RenewalEvents,
  RoleEvent,
  RoleEvents,
} from '../modules/access/index.js';
import type { ApprovalEvent, ApprovalEvents, ApprovalRuleChanged } from '../modules/approvals/index.js';
import type { AccessEvent, AccessEvents } from '../modules/audit/index.js';
import type { DayEvent, DayEvents } from '../modules/business-days/index.js';
import type {
  BusinessEvent,
  BusinessEvents,
  RegistrationEvent,
  RegistrationEvents,
} from '../modules/businesses/index.js';
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
import type {
  DeviceEvent,
  DeviceEvents,
  DeviceSettingEvent,
  DeviceSettingEvents,
  LinkEvent,
  LinkEvents,
} from '../modules/devices/index.js';
import type { DrawerEvent, DrawerEvents } from '../modules/drawers/index.js';
import type { GiftCardEvent, GiftCardEvents } from '../modules/gift-cards/index.js';
import type { HouseAccountEvent, HouseAccountEvents } from '../modules/house-accounts/index.js';
import type {
  AttemptEvent,
  AttemptEvents,
  IdentityPolicyEvent,
  IdentityPolicyEvents,
  LoginEvent,
  LoginEvents,
} from '../modules/identity/index.js';
import type {
  LicenceEvent,
  LicenceEvents,
  LicenceInvoiceEvent,
  LicenceInvoiceEvents,
  PlanEvent,
  PlanEvents,
  PlanRequestEvent,
  PlanRequestEvents,
} from '../modules/licensing/index.js';
import type { LoyaltyEvent, LoyaltyEvents } from '../modules/loyalty/index.js';
import type { NoticeEvent, NoticeEvents } from '../modules/notices/index.js';
import type {
  SyncConflictEvent,
  SyncConflictEvents,
  SyncDeviceEvent,
  SyncDeviceEvents,
} from '../modules/offline-sync/index.js';
import type { OrderEvent, OrderEvents } from '../modules/orders/index.js';
import type {
  DiscoveryEvent,
  DiscoveryEvents,
  OutletEvent,
  OutletEvents,
  TenantEvent,
  TenantEvents,
} from '../modules/outlets/index.js';
import type { PaymentConnectionEvent, PaymentConnectionEvents } from '../modules/payment-connections/index.js';
import type { StaffEvent, StaffEvents } from '../modules/people/index.js';
import type { PricebookEvent, PricebookEvents } from '../modules/pricebooks/index.js';
import type { PromotionEvent, PromotionEvents } from '../modules/promotions/index.js';
import type { SessionEvent, SessionEvents } from '../modules/sessions/index.js';
import type { ShiftEvent, ShiftEvents } from '../modules/shifts/index.js';
import type { TableEvent, TableEvents } from '../modules/tables/index.js';
import type { TenderingEvent, TenderingEvents } from '../modules/tendering/index.js';
import type { TipEvent, TipEvents } from '../modules/tips/index.js';
import type {
  ChargebackEvent,
  ChargebackEvents,
  SettlementEvent,
  SettlementEvents,
} from '../modules/settlements/index.js';
import type { WebhookEndpointEvent, WebhookEndpointEvents } from '../modules/webhooks/index.js';

/**
 * All events by their types, and what their data is. The one source of the contract: the schemas in `openapi/schemas/events`
 * and the document `openapi/events.yaml` are made from it.
 */
export interface EventCatalogue
  extends
    OrderEvents,
    DrawerEvents,
    DeviceEvents,
    LinkEvents,
    DeviceSettingEvents,
    GiftCardEvents,
    HouseAccountEvents,
    LicenceEvents,
    LicenceInvoiceEvents,
    PlanEvents,
    PlanRequestEvents,
    LoyaltyEvents,
    PricebookEvents,
    PromotionEvents,
    SessionEvents,
    ShiftEvents,
    TableEvents,
    TenderingEvents,
    TipEvents,
    ItemEvents,
    AvailabilityEvents,
    LabelRulesEvents,
    ModifierGroupEvents,
    AttachmentEvents,
    ComboEvents,
    ImportEvents,
    SyncEvents,
    SyncDeviceEvents,
    SyncConflictEvents,
    DayEvents,
    OutletEvents,
    DiscoveryEvents,
    TenantEvents,
    ApiKeyEvents,
    RenewalEvents,
    RoleEvents,
    ApprovalEvents,
    AccessEvents,
    NoticeEvents,
    LoginEvents,
    AttemptEvents,
    IdentityPolicyEvents,
    DeadLetterEvents,
    PaymentConnectionEvents,
    SettlementEvents,
    StaffEvents,
    ChargebackEvents,
    BusinessEvents,
    RegistrationEvents,
    WebhookEndpointEvents {}

export type EventType = keyof EventCatalogue;

type CataloguedEvent = { [Type in EventType]: DomainEvent<Type, EventCatalogue[Type]> }[EventType];
type Catalogued<Event extends CataloguedEvent> = Event;

/** Every event of every module. One that the catalogue does not have, or has with other data, does not compile here. */
export type EmittedEvent = Catalogued<
  | OrderEvent
  | DrawerEvent
  | DeviceEvent
  | LinkEvent
  | DeviceSettingEvent
  | GiftCardEvent
  | HouseAccountEvent
  | LicenceEvent
  | LicenceInvoiceEvent
  | PlanEvent
  | PlanRequestEvent
  | LoyaltyEvent
  | PricebookEvent
  | PromotionEvent
  | SessionEvent
  | ShiftEvent
  | TableEvent
  | TenderingEvent
  | TipEvent
  | ItemEvent
  | AvailabilityEvent
  | LabelRulesEvent
  | ModifierGroupEvent
  | AttachmentEvent
  | ComboEvent
  | CatalogImported
  | CatalogSynced
  | SyncDeviceEvent
  | SyncConflictEvent
  | DayEvent
  | OutletEvent
  | DiscoveryEvent
  | TenantEvent
  | ApiKeyEvent
  | RenewalEvent
  | RoleEvent
  | ApprovalEvent
  | ApprovalRuleChanged
  | AccessEvent
  | NoticeEvent
  | LoginEvent
  | AttemptEvent
  | IdentityPolicyEvent
  | RedriveEvent
  | PaymentConnectionEvent
  | SettlementEvent
  | StaffEvent
  | ChargebackEvent
  | BusinessEvent
  | RegistrationEvent
  | WebhookEndpointEvent
>;
