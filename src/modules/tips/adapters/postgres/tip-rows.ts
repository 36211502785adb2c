import { decimal, formatDecimal } from '../../../../kernel/decimal.js';
import type { OutletId } from '../../../../kernel/ids.js';
import { money } from '../../../../kernel/money.js';
import type { PoolRun, PoolShare } from '../../domain/pool-run.js';
import type {
  Payout,
  PoolRunId,
  TipAccount,
  TipAccountId,
  TipEntry,
  TipEntryId,
  TipEntryKind,
} from '../../domain/tip-entry.js';
import type { TipBasis, TipMeans, TipRules, TipSources } from '../../domain/tip-rules.js';

export interface RulesRow {
  outlet_id: string;
  name: string;
  active: boolean;
  percent: number;
  sources: TipSources;
  basis: TipBasis;
  shares: { job: string; weight: string }[];
  version: number;
}

export interface AccountRow {
  id: string;
  outlet_id: string;
  person_id: string | null;
  currency: string;
  event_sequence: number;
}

export interface EntryRow {
  id: string;
  account_id: string;
  outlet_id: string;
  person_id: string | null;
  business_date: string;
  kind: TipEntryKind;
  amount: number;
  means: TipMeans | null;
  source: string;
  order_id: string | null;
  payment_id: string | null;
  pool_run_id: string | null;
  drawer_session_id: string | null;
  payout: Payout | null;
  reason: string | null;
  approved_by: string | null;
  actor: string;
  at: Date;
}

interface ShareJson {
  personId: string;
  minutes: number;
  sales: number | null;
  amount: number;
}

export interface RunRow {
  id: string;
  outlet_id: string;
  business_date: string;
  status: PoolRun['status'];
  currency: string;
  amount: number;
  rules: RulesRow;
  shares: ShareJson[];
  made_by: string;
  made_at: Date;
  reversed_by: string | null;
  reversed_at: Date | null;
  reverse_reason: string | null;
  event_sequence: number;
}

// prettier-ignore
export const ENTRY_COLUMNS = [
  'id', 'account_id', 'outlet_id', 'person_id', 'business_date', 'kind', 'amount', 'means', 'source', 'order_id', 'payment_id',
  'pool_run_id', 'drawer_session_id', 'payout', 'reason', 'approved_by', 'actor', 'at',
] as const;
// prettier-ignore
export const RUN_COLUMNS = [
  'id', 'outlet_id', 'business_date', 'status', 'currency', 'amount', 'rules', 'shares', 'made_by', 'made_at', 'reversed_by',
  'reversed_at', 'reverse_reason', 'event_sequence',
] as const;
export const RULES_COLUMNS = 'outlet_id, name, active, percent, sources, basis, shares, version';
export const ACCOUNT_COLUMNS = 'id, outlet_id, person_id, currency, event_sequence';

/** The rules that a row tells of. */
export function toRules({ outlet_id: outletId, shares, ...row }: RulesRow): TipRules {
  const { name, active, percent, sources, basis, version } = row;
  const read = shares.map(({ job, weight }) => ({ job, weight: decimal(weight) }));
  return { outletId: outletId as OutletId, name, active, percent, sources, basis, shares: read, version };
}

/** The columns of rules. */
export function fromRules({ outletId, shares, ...rules }: TipRules): RulesRow {
  const { name, active, percent, sources, basis, version } = rules;
  const written = shares.map(({ job, weight }) => ({ job, weight: formatDecimal(weight) }));
  return { outlet_id: outletId, name, active, percent, sources, basis, shares: written, version };
}

/** The account that a row tells of. */
export function toAccount(row: AccountRow): TipAccount {
  const { id, outlet_id: outletId, person_id: personId, currency, event_sequence: eventSequence } = row;
  return { id: id as TipAccountId, outletId: outletId as OutletId, personId, currency, eventSequence };
}

/** The entry that a row tells of. */
export function toEntry(row: EntryRow, currency: string): TipEntry {
  return {
    ...{ id: row.id as TipEntryId, accountId: row.account_id as TipAccountId, outletId: row.outlet_id as OutletId },
    ...{ personId: row.person_id, businessDate: row.business_date, kind: row.kind, means: row.means },
    ...{ amount: money(row.amount, currency), source: row.source, orderId: row.order_id, paymentId: row.payment_id },
    ...{ poolRunId: row.pool_run_id as PoolRunId | null, drawerSessionId: row.drawer_session_id, payout: row.payout },
    ...{ reason: row.reason, approvedBy: row.approved_by, actor: row.actor, at: row.at },
  };
}

/** The columns of an entry. */
export function fromEntry(entry: TipEntry): EntryRow {
  return {
    ...{ id: entry.id, account_id: entry.accountId, outlet_id: entry.outletId, person_id: entry.personId },
    ...{ business_date: entry.businessDate, kind: entry.kind, amount: entry.amount.amount, means: entry.means },
    ...{ source: entry.source, order_id: entry.orderId, payment_id: entry.paymentId, pool_run_id: entry.poolRunId },
    ...{ drawer_session_id: entry.drawerSessionId, payout: entry.payout, reason: entry.reason },
    ...{ approved_by: entry.approvedBy, actor: entry.actor, at: entry.at },
  };
}

/** The run that a row tells of. A row that contradicts its status is a defect. */
export function toRun(row: RunRow): PoolRun {
  const { currency, status, reversed_by: reversedBy, reversed_at: reversedAt, reverse_reason: reverseReason } = row;
  const base = {
    ...{ id: row.id as PoolRunId, outletId: row.outlet_id as OutletId, businessDate: row.business_date },
    ...{ amount: money(row.amount, currency), rules: toRules(row.rules) },
    shares: row.shares.map((share): PoolShare => {
      const sales = share.sales === null ? null : money(share.sales, currency);
      return { personId: share.personId, minutes: share.minutes, sales, amount: money(share.amount, currency) };
    }),
    ...{ madeBy: row.made_by, madeAt: row.made_at, eventSequence: row.event_sequence },
  };
  if (status === 'distributed') return { ...base, status };
  if (reversedBy === null || reversedAt === null || reverseReason === null)
    throw new Error(`the row of the tip pool run ${row.id} contradicts itself`);
  return { ...base, status, reversedBy, reversedAt, reverseReason };
}

/** The columns of a run. */
export function fromRun(run: PoolRun): RunRow {
  const isReversed = run.status === 'reversed';
  return {
    ...{ id: run.id, outlet_id: run.outletId, business_date: run.businessDate, status: run.status },
    ...{ currency: run.amount.currency, amount: run.amount.amount, rules: fromRules(run.rules) },
    shares: run.shares.map(({ personId, minutes, sales, amount }) => {
      return { personId, minutes, sales: sales?.amount ?? null, amount: amount.amount };
    }),
    ...{ made_by: run.madeBy, made_at: run.madeAt, event_sequence: run.eventSequence },
    reversed_by: isReversed ? run.reversedBy : null,
    reversed_at: isReversed ? run.reversedAt : null,
    reverse_reason: isReversed ? run.reverseReason : null,
  };
}
