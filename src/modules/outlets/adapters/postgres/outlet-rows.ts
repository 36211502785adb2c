import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import type { CashRounding, OpeningHours, Outlet, ReceiptTexts, TillKeys } from '../../domain/outlet.js';
import { describeTaxGroup } from '../../domain/outlet-events.js';
import type { ServiceChargeRule } from '../../domain/service-charge.js';
import { taxGroupFrom, type TaxGroup, type TaxGroupDraft } from '../../domain/tax-group.js';
import type { Tenant, TenantStatus } from '../../domain/tenant.js';

/** The tables that this module owns. JSON goes in as text, because the driver takes arrays for PostgreSQL's own. */
export interface OutletTables {
  tenants: {
    tenant_id: string;
    slug: string;
    name: string;
    currency: string;
    status: string;
    settings: string;
    closed_at: Date | null;
    version: number;
    updated_at: Date;
  };
  outlets: {
    tenant_id: string;
    id: string;
    name: string;
    currency: string;
    time_zone: string;
    locale: string;
    day_cut_minutes: number;
    receipt_prefix: string;
    tenders: readonly string[];
    tax_rounding: string;
    cash_rounding: string | null;
    opening_hours: string;
    receipt: string;
    service_charges: string;
    till_keys: string;
    active: boolean;
    closed_through: string | null;
    closure_due: string | null;
    version: number;
    updated_at: Date;
  };
  tax_groups: {
    tenant_id: string;
    outlet_id: string;
    code: string;
    name: string;
    mode: string;
    taxes: string;
    channel_switch: string | null;
  };
  master_data_revisions: { tenant_id: string; outlets: number };
}

export interface TenantRow {
  tenant_id: string;
  slug: string;
  name: string;
  currency: string;
  status: TenantStatus;
  settings: { minorDigits?: Record<string, number> };
  closed_at: Date | null;
  version: number;
}

export interface OutletRow {
  id: string;
  name: string;
  currency: string;
  time_zone: string;
  locale: string;
  day_cut_minutes: number;
  receipt_prefix: string;
  tenders: string[];
  tax_rounding: Outlet['taxRounding'];
  cash_rounding: CashRounding | null;
  opening_hours: OpeningHours;
  receipt: Partial<ReceiptTexts>;
  service_charges: ServiceChargeRule[];
  till_keys: TillKeys;
  active: boolean;
  closed_through: string | null;
  closure_due: string | null;
  version: number;
  tax_groups: (Omit<TaxGroupDraft, 'channelSwitch'> & { channelSwitch: TaxGroupDraft['channelSwitch'] | null })[];
}

export const TENANT_COLUMNS = 'tenant_id, slug, name, currency, status, settings, closed_at, version';

export const OUTLET_COLUMNS = `o.id, o.name, o.currency, o.time_zone, o.locale, o.day_cut_minutes, o.receipt_prefix, o.tenders,
  o.tax_rounding, o.cash_rounding, o.opening_hours, o.receipt, o.service_charges, o.till_keys, o.active, o.version,
  to_char(o.closed_through, 'YYYY-MM-DD') as closed_through, to_char(o.closure_due, 'YYYY-MM-DD') as closure_due,
  coalesce((select jsonb_agg(jsonb_build_object('code', g.code, 'name', g.name, 'mode', g.mode, 'taxes', g.taxes,
      'channelSwitch', g.channel_switch) order by g.code)
    from tax_groups g where g.tenant_id = o.tenant_id and g.outlet_id = o.id), '[]') as tax_groups`;

/** The tenant that a row tells of. */
export function toTenant(row: TenantRow): Tenant {
  const { slug, name, currency, status, version } = row;
  const minorDigits = Object.freeze({ ...row.settings.minorDigits });
  const closedAt = row.closed_at;
  return Object.freeze({ id: row.tenant_id as TenantId, slug, name, currency, status, minorDigits, closedAt, version });
}

/** The outlet that a row tells of, frozen. */
export function toOutlet(row: OutletRow): Outlet {
  const { addressLines = [], taxNumber = null, header = null, footer = null } = row.receipt;
  return deepFreeze({
    id: row.id as OutletId,
    name: row.name,
    currency: row.currency,
    timeZone: row.time_zone,
    locale: row.locale,
    dayCutMinutes: row.day_cut_minutes,
    receiptPrefix: row.receipt_prefix,
    tenders: row.tenders,
    taxRounding: row.tax_rounding,
    cashRounding: row.cash_rounding,
    openingHours: row.opening_hours,
    receipt: { addressLines, taxNumber, header, footer },
    serviceCharges: row.service_charges,
    tillKeys: row.till_keys,
    active: row.active,
    taxGroups: new Map(row.tax_groups.map((group) => [group.code, toTaxGroup(group)])),
    closedThrough: row.closed_through,
    closureDue: row.closure_due,
    version: row.version,
  });
}

/** The columns of an outlet that a change writes; days are closed by a statement of its own. */
export function fromOutlet(
  outlet: Outlet,
): Omit<OutletTables['outlets'], 'tenant_id' | 'id' | 'updated_at' | 'closed_through' | 'closure_due'> {
  return {
    name: outlet.name,
    currency: outlet.currency,
    time_zone: outlet.timeZone,
    locale: outlet.locale,
    day_cut_minutes: outlet.dayCutMinutes,
    receipt_prefix: outlet.receiptPrefix,
    tenders: outlet.tenders,
    tax_rounding: outlet.taxRounding,
    cash_rounding: outlet.cashRounding === null ? null : JSON.stringify(outlet.cashRounding),
    opening_hours: JSON.stringify(outlet.openingHours),
    receipt: JSON.stringify(outlet.receipt),
    service_charges: JSON.stringify(outlet.serviceCharges),
    till_keys: JSON.stringify(outlet.tillKeys),
    active: outlet.active,
    version: outlet.version,
  };
}

/** The row of a tax group. */
export function fromTaxGroup(group: TaxGroup): Omit<OutletTables['tax_groups'], 'tenant_id' | 'outlet_id'> {
  const { code, name, mode, taxes, channelSwitch } = describeTaxGroup(group);
  const channel_switch = channelSwitch === undefined ? null : JSON.stringify(channelSwitch);
  return { code, name, mode, taxes: JSON.stringify(taxes), channel_switch };
}

function toTaxGroup({ channelSwitch, ...group }: OutletRow['tax_groups'][number]): TaxGroup {
  return deepFreeze(taxGroupFrom(channelSwitch == null ? group : { ...group, channelSwitch }));
}

function deepFreeze<Value extends object>(value: Value): Value {
  for (const member of Object.values(value) as unknown[]) {
    if (typeof member === 'object' && member !== null && !Object.isFrozen(member)) deepFreeze(member);
  }
  return Object.freeze(value);
}
