import type { Entry, EntryId, EntryKind, Member, MemberId } from '../../domain/membership.js';
import type { Programme } from '../../domain/programme.js';
import type { IntentTable } from './intent-rows.js';

/** The tables that this module owns. */
export interface LoyaltyTables {
  loyalty_programmes: ProgrammeRow & { tenant_id: string; updated_at: Date };
  loyalty_members: MemberRow & { tenant_id: string };
  loyalty_entries: EntryRow & { tenant_id: string; actor: string };
  loyalty_intents: IntentTable;
}

export interface ProgrammeRow {
  name: string;
  currency: string;
  active: boolean;
  earn_points: number;
  earn_per: number;
  burn_points: number;
  burn_worth: number;
  version: number;
}

export interface MemberRow {
  id: string;
  customer_id: string;
  status: Member['status'];
  groups: readonly string[];
  entitlements: readonly string[];
  balance: number;
  enrolled_at: Date;
  version: number;
}

export interface EntryRow {
  id: string;
  member_id: string;
  kind: EntryKind;
  points: number;
  balance: number;
  source: string;
  order_id: string | null;
  worth: number | null;
  reason: string | null;
  at: Date;
}

export const MEMBER_COLUMNS = 'id, customer_id, status, groups, entitlements, balance, enrolled_at, version';
export const ENTRY_COLUMNS =
  'e.id, e.member_id, e.kind, e.points, e.balance, e.source, e.order_id, e.worth, e.reason, e.at';

/** The programme that a row tells of. */
export function toProgramme(row: ProgrammeRow): Programme {
  const { name, currency, active, version } = row;
  const earn = { points: row.earn_points, per: row.earn_per };
  const burn = { points: row.burn_points, worth: row.burn_worth };
  return { name, currency, active, earn, burn, version };
}

/** The columns of a programme. */
export function fromProgramme({ name, currency, active, earn, burn, version }: Programme): ProgrammeRow {
  return {
    ...{ name, currency, active, version },
    ...{ earn_points: earn.points, earn_per: earn.per, burn_points: burn.points, burn_worth: burn.worth },
  };
}

/** The member that a row tells of. */
export function toMember(row: MemberRow): Member {
  const { id, status, groups, entitlements, balance, version } = row;
  const [customerId, enrolledAt] = [row.customer_id, row.enrolled_at];
  return { id: id as MemberId, customerId, status, groups, entitlements, balance, enrolledAt, version };
}

/** The columns of a member. */
export function fromMember(member: Member): MemberRow {
  const { id, customerId, status, groups, entitlements, balance, enrolledAt, version } = member;
  return { id, customer_id: customerId, status, groups, entitlements, balance, enrolled_at: enrolledAt, version };
}

/** The movement that a row tells of. */
export function toEntry(row: EntryRow): Entry {
  const { id, kind, points, balance, source, worth, reason, at } = row;
  const [memberId, orderId] = [row.member_id as MemberId, row.order_id];
  return { id: id as EntryId, memberId, kind, points, balance, source, orderId, worth, reason, at };
}

/** The columns of a movement. */
export function fromEntry({
  id,
  memberId,
  kind,
  points,
  balance,
  source,
  orderId,
  worth,
  reason,
  at,
}: Entry): EntryRow {
  return { id, member_id: memberId, kind, points, balance, source, order_id: orderId, worth, reason, at };
}
