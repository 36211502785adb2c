import type { TenantId } from '../../../../kernel/ids.js';
import type { Business, BusinessStatus } from '../../domain/business.js';
import type { Industry } from '../../domain/registration.js';
import type { ActivityFigures } from '../../ports/business-activity.js';

export interface BusinessRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly time_zone: string | null;
  readonly industry: Industry | null;
  readonly contact: string | null;
  readonly notes: string | null;
  readonly status: BusinessStatus;
  readonly status_reason: string | null;
  readonly status_since: Date;
  readonly registered_at: Date;
  readonly tenant_version: number;
  readonly carry_over_at: Date | null;
  readonly decided_by: string | null;
  readonly version: number;
}

export interface ActivityRow {
  readonly business_id: string;
  readonly collected_at: Date | null;
  readonly due_at: Date;
  readonly last_activity_at: Date | null;
  readonly last_order_at: Date | null;
  readonly last_sync_at: Date | null;
  readonly orders_7_days: number;
  readonly orders_30_days: number;
  readonly devices_active: number;
  readonly devices: number | null;
  readonly staff: number | null;
  readonly stored_events: number;
  readonly plan: string | null;
  readonly licence_status: string | null;
  readonly plan_ends_at: Date | null;
}

export interface BusinessTables {
  businesses: BusinessRow & { readonly tenant_id: string };
  business_activity: ActivityRow & { readonly tenant_id: string };
}

// prettier-ignore
export const BUSINESS_COLUMNS = [
  'id', 'slug', 'name', 'currency', 'country', 'region', 'time_zone', 'industry', 'contact', 'notes', 'status',
  'status_reason', 'status_since', 'registered_at', 'tenant_version', 'carry_over_at', 'decided_by', 'version',
] as const;

/** The business that a row tells of. */
export function toBusiness(row: BusinessRow): Business {
  const { carry_over_at: at, decided_by: decidedBy } = row;
  return {
    ...{ id: row.id as TenantId, slug: row.slug, name: row.name, currency: row.currency, country: row.country },
    ...{ region: row.region, timeZone: row.time_zone, industry: row.industry, contact: row.contact, notes: row.notes },
    ...{ status: row.status, statusReason: row.status_reason, statusSince: row.status_since },
    ...{ registeredAt: row.registered_at, tenantVersion: row.tenant_version, version: row.version },
    carryOver: at === null || decidedBy === null ? null : { at, decidedBy },
  };
}

/** The row of a business. */
export function fromBusiness(business: Business): BusinessRow {
  const { id, slug, name, currency, country, region, industry, contact, notes, status, version, carryOver } = business;
  return {
    ...{ id, slug, name, currency, country, region, industry, contact, notes, status, version },
    ...{ time_zone: business.timeZone, status_reason: business.statusReason, status_since: business.statusSince },
    ...{ registered_at: business.registeredAt, tenant_version: business.tenantVersion },
    ...{ carry_over_at: carryOver?.at ?? null, decided_by: carryOver?.decidedBy ?? null },
  };
}

/** The figures as a row has them. */
export function fromFigures(figures: ActivityFigures): Omit<ActivityRow, 'business_id' | 'collected_at' | 'due_at'> {
  const { devices, staff, plan } = figures;
  return {
    ...{ devices, staff, plan, last_activity_at: figures.lastActivityAt, last_order_at: figures.lastOrderAt },
    ...{ last_sync_at: figures.lastSyncAt, orders_7_days: figures.orders7Days, orders_30_days: figures.orders30Days },
    ...{ devices_active: figures.devicesActive, stored_events: figures.storedEvents },
    ...{ licence_status: figures.licenceStatus, plan_ends_at: figures.planEndsAt },
  };
}

/** What a row tells of a business's activity. */
export function toFigures(row: Omit<ActivityRow, 'business_id' | 'due_at'>): ActivityFigures {
  const { devices, staff, plan } = row;
  return {
    ...{ devices, staff, plan, lastActivityAt: row.last_activity_at, lastOrderAt: row.last_order_at },
    ...{ lastSyncAt: row.last_sync_at, orders7Days: row.orders_7_days, orders30Days: row.orders_30_days },
    ...{ devicesActive: row.devices_active, storedEvents: row.stored_events },
    ...{ licenceStatus: row.licence_status, planEndsAt: row.plan_ends_at },
  };
}
