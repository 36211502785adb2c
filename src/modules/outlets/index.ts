export { OutletDiscovery } from './application/outlet-discovery.js';
export { OutletsFacade } from './application/outlets-facade.js';
export { RegisterTenant } from './application/register-tenant.js';
export { TurnTenant, type TurnTenantCommand } from './application/turn-tenant.js';
export { FollowTenant, type AnnouncedTenant } from './application/follow-tenant.js';
export { OpenOutlet, type OpenOutletCommand } from './application/open-outlet.js';
export type {
  CashRounding,
  OpeningHours,
  Outlet,
  OutletRefusal,
  OutletSettings,
  ReceiptTexts,
  TimeRange,
  Weekday,
} from './domain/outlet.js';
export { serviceChargeOn, type AppliedServiceCharge, type ServiceChargeRule } from './domain/service-charge.js';
export { taxGroupsOn } from './domain/tax-calendar.js';
export type { DiscoveryEvent, DiscoveryEvents } from './domain/discovery.js';
export { describeOutlet, type OutletEvent, type OutletEvents } from './domain/outlet-events.js';
export type { ChannelSwitch, SalesChannel, Tax, TaxGroup, TaxGroupDraft, TaxMode } from './domain/tax-group.js';
export { isClosedForGood, PLATFORM_ID } from './domain/tenant.js';
export type { Tenant, TenantEvent, TenantEvents, TenantRefusal, TenantStatus } from './domain/tenant.js';
