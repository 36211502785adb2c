export { OutletsFacade } from './application/outlets-facade.js';
export { RegisterTenant } from './application/register-tenant.js';
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
export type { OutletEvent, OutletEvents } from './domain/outlet-events.js';
export type { ChannelSwitch, SalesChannel, Tax, TaxGroup, TaxGroupDraft, TaxMode } from './domain/tax-group.js';
export type { Tenant, TenantEvent, TenantEvents, TenantRefusal } from './domain/tenant.js';
