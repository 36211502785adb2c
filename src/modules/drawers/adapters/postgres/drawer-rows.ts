import type { OutletId } from '../../../../kernel/ids.js';
import { money } from '../../../../kernel/money.js';
import type { BankDeposit, DepositId } from '../../domain/bank-deposit.js';
import type { DrawerPolicy } from '../../domain/drawer-policy.js';
import type { Drawer, DrawerId, Tray, TrayId } from '../../domain/drawer.js';
import type { CountRow, EntryRow, SessionRow } from './session-rows.js';

/** The tables of this module, for kysely. */
export interface DrawerTables {
  drawers: OfTenant<DrawerRow>;
  drawer_trays: OfTenant<TrayRow>;
  drawer_policies: OfTenant<PolicyRow>;
  drawer_sessions: OfTenant<SessionRow>;
  drawer_entries: OfTenant<EntryRow>;
  drawer_counts: OfTenant<CountRow>;
  bank_deposits: OfTenant<DepositRow>;
}

type OfTenant<Row> = Row & { tenant_id: string };

export interface DrawerRow {
  id: string;
  outlet_id: string;
  name: string;
  device_id: string | null;
  active: boolean;
  sessions: number;
  version: number;
  created_at: Date;
}

export interface TrayRow {
  id: string;
  outlet_id: string;
  name: string;
  owner: string | null;
  active: boolean;
  version: number;
  created_at: Date;
}

export interface PolicyRow {
  outlet_id: string;
  session_required: boolean;
  variance_limit: number;
  cash_limit: number | null;
  /** Written as JSON text, read as an array. */
  denominations: string | readonly number[] | null;
  blind_count: boolean;
  forced_count_sales: number | null;
  forced_count_minutes: number | null;
  float_default: number;
  version: number;
}

export interface DepositRow {
  id: string;
  outlet_id: string;
  currency: string;
  amount: number;
  reference: string | null;
  status: BankDeposit['status'];
  counted_amount: number | null;
  difference: number | null;
  prepared_at: Date;
  prepared_by: string;
  deposited_at: Date | null;
  deposited_by: string | null;
  ended_at: Date | null;
  ended_by: string | null;
  version: number;
}

/** The drawer that a row tells of. */
export function toDrawer(row: DrawerRow): Drawer {
  const { id, outlet_id: outletId, name, device_id: deviceId, active, sessions, version, created_at: createdAt } = row;
  return {
    ...{ id: id as DrawerId, outletId: outletId as OutletId, name, deviceId, active, sessions, version, createdAt },
  };
}

/** The row of a drawer. */
export function fromDrawer({ id, outletId, name, deviceId, active, sessions, version, createdAt }: Drawer): DrawerRow {
  return {
    ...{ id, outlet_id: outletId, name, device_id: deviceId, active, sessions, version, created_at: createdAt },
  };
}

/** The tray that a row tells of. */
export function toTray(row: TrayRow): Tray {
  const { id, outlet_id: outletId, name, owner, active, version, created_at: createdAt } = row;
  return { id: id as TrayId, outletId: outletId as OutletId, name, owner, active, version, createdAt };
}

/** The row of a tray. */
export function fromTray({ id, outletId, name, owner, active, version, createdAt }: Tray): TrayRow {
  return { id, outlet_id: outletId, name, owner, active, version, created_at: createdAt };
}

/** The policy that a row tells of. */
export function toPolicy(row: PolicyRow): DrawerPolicy {
  return {
    ...{ outletId: row.outlet_id as OutletId, sessionRequired: row.session_required, version: row.version },
    ...{ varianceLimit: row.variance_limit, cashLimit: row.cash_limit, blindCount: row.blind_count },
    denominations: row.denominations as readonly number[] | null,
    forcedCountEvery: { sales: row.forced_count_sales, minutes: row.forced_count_minutes },
    floatDefault: row.float_default,
  };
}

/** The row of a policy. */
export function fromPolicy(policy: DrawerPolicy): PolicyRow {
  const { denominations, forcedCountEvery } = policy;
  return {
    ...{ outlet_id: policy.outletId, session_required: policy.sessionRequired, version: policy.version },
    ...{ variance_limit: policy.varianceLimit, cash_limit: policy.cashLimit, blind_count: policy.blindCount },
    denominations: denominations && JSON.stringify(denominations),
    ...{ forced_count_sales: forcedCountEvery.sales, forced_count_minutes: forcedCountEvery.minutes },
    float_default: policy.floatDefault,
  };
}

/** The deposit that a row tells of. A row that contradicts its status is a defect. */
export function toDeposit(row: DepositRow): BankDeposit {
  const { status, currency, ended_at: endedAt, ended_by: endedBy, counted_amount: counted, difference } = row;
  const deposited = row.deposited_at && row.deposited_by ? { at: row.deposited_at, by: row.deposited_by } : null;
  const base = {
    ...{ id: row.id as DepositId, outletId: row.outlet_id as OutletId, amount: money(row.amount, currency) },
    ...{ reference: row.reference, preparedAt: row.prepared_at, preparedBy: row.prepared_by, deposited },
    version: row.version,
  };
  if (status === 'prepared' || status === 'deposited') return { ...base, status };
  if (endedAt !== null && endedBy !== null) {
    if (status === 'cancelled') return { ...base, status, endedAt, endedBy };
    if (counted !== null && difference !== null) {
      const said = { countedAmount: money(counted, currency), difference: money(difference, currency) };
      return { ...base, status, endedAt, endedBy, ...said };
    }
  }
  throw new Error(`the row of the bank deposit ${row.id} contradicts itself`);
}

/** The row of a deposit. */
export function fromDeposit(deposit: BankDeposit): DepositRow {
  const { id, outletId, amount, reference, status, deposited, preparedAt, preparedBy, version } = deposit;
  const confirmed = status === 'confirmed' ? deposit : undefined;
  const ended = status === 'confirmed' || status === 'cancelled' ? deposit : undefined;
  return {
    ...{ id, outlet_id: outletId, currency: amount.currency, amount: amount.amount, reference, status, version },
    ...{ prepared_at: preparedAt, prepared_by: preparedBy },
    ...{ deposited_at: deposited?.at ?? null, deposited_by: deposited?.by ?? null },
    ...{ ended_at: ended?.endedAt ?? null, ended_by: ended?.endedBy ?? null },
    ...{ counted_amount: confirmed?.countedAmount.amount ?? null, difference: confirmed?.difference.amount ?? null },
  };
}
