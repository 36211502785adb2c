import {
  moneyDto,
  type CurrencyCode,
  type MoneyDto,
  type Timestamp,
  type Uuid,
} from '../../../../platform/http/values.js';
import { formatDecimal } from '../../../../kernel/decimal.js';
import type { TipMoved } from '../../application/pay-tips-out.js';
import type { PoolRun } from '../../domain/pool-run.js';
import type { TipEntry } from '../../domain/tip-entry.js';
import type { TipRules } from '../../domain/tip-rules.js';
import type { DayPool, TipBalance } from '../../ports/tip-views.js';

/**
 * Who is owed: the subject of their sign-in, or the id of their key.
 * @minLength 1
 * @maxLength 200
 * @example "0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e"
 */
export type TipPerson = string;

/**
 * Why; kept in the ledger and told in the event.
 * @minLength 1
 * @maxLength 200
 * @example "end of the evening"
 */
export type TipReason = string;

/**
 * A trading day of the outlet, in its own time zone.
 * @pattern ^\d{4}-\d{2}-\d{2}$ must be a date as YYYY-MM-DD
 * @example "2026-01-31"
 */
export type TipDay = string;

/**
 * Whole minor units, more than nothing.
 * @isInt must be an integer of minor units
 * @minimum 1
 * @maximum 9007199254740991
 */
export type TipUnits = number;

/** An amount that is paid out. */
export interface TipAmount {
  amount: TipUnits;
  currency: CurrencyCode;
}

/** Which tips go to the pool, by what the guest paid with: cash, or anything else. */
export type TipSourcesName = 'all' | 'card' | 'cash';
/** By what the pool is shared. */
export type TipBasisName = 'hours' | 'equal' | 'sales';
export type TipEntryKindName =
  'earned' | 'pool_in' | 'pool_out' | 'paid_cash' | 'paid_payout' | 'payout_returned' | 'adjusted' | 'reversed';

/** How much a job counts. */
export interface JobShareDto {
  /**
   * A job as people clock in for it.
   * @pattern ^[a-z][a-z0-9_]{0,39}$ must be a word of lower-case letters, digits and underscores
   * @example "waiter"
   */
  job: string;
  /**
   * @pattern ^\d{1,6}(\.\d{1,6})?$ must be a decimal string above zero
   * @example "1.5"
   */
  weight: string;
}

export interface TipRulesRequest {
  /**
   * @minLength 1
   * @maxLength 100
   */
  name: string;
  /** false: nothing is pooled; what is in the pool can still be shared out. True when absent. */
  active?: boolean;
  /**
   * How much of a tip goes to the pool; what cannot be parted stays with whoever earned it.
   * @isInt must be an integer
   * @minimum 0
   * @maximum 100
   */
  percent: number;
  sources: TipSourcesName;
  basis: TipBasisName;
  /**
   * Who has a share: a job that is not named gets nothing.
   * @minItems 1
   * @maxItems 50
   */
  shares: JobShareDto[];
}

/** How an outlet pools tips. */
export interface TipRulesResponse extends Required<TipRulesRequest> {
  outletId: Uuid;
  /** @isInt */
  version: number;
}

/** What somebody gets out of a pool. */
export interface PoolShareResponse {
  personId: string;
  /**
   * Worked at jobs that have a share.
   * @isInt
   */
  minutes: number;
  /** What the person sold that day; null where the pool is not shared by it. */
  sales: MoneyDto | null;
  amount: MoneyDto;
}

/** A pool that was shared out. */
export interface PoolRunResponse {
  id: Uuid;
  outletId: Uuid;
  businessDate: TipDay;
  status: 'distributed' | 'reversed';
  amount: MoneyDto;
  /** As they were. */
  rules: TipRulesResponse;
  /** They sum to the amount. */
  shares: PoolShareResponse[];
  madeBy: string;
  madeAt: Timestamp;
  reversedBy: string | null;
  reversedAt: Timestamp | null;
  reverseReason: string | null;
}

/** A day's pool. */
export interface DayPoolResponse {
  businessDate: TipDay;
  /** What went in. */
  collected: MoneyDto;
  /** What is in it now. */
  undistributed: MoneyDto;
}

export interface DayPoolsResponse {
  /** Newest first. */
  data: DayPoolResponse[];
}

export interface ReverseDistributionRequest {
  reason: TipReason;
}

/** Whom an outside provider pays. */
export interface TipPayoutDto {
  /**
   * Who makes the payout.
   * @pattern ^[a-z][a-z0-9_-]{0,39}$ must be a provider's name
   * @example "mpesa"
   */
  provider: string;
  /**
   * Where it goes: a phone, an account.
   * @minLength 1
   * @maxLength 100
   */
  payee: string;
}

/** A payout of a tip; `GET /payouts/{id}` says what became of it. */
export interface TipPayoutResponse extends TipPayoutDto {
  id: Uuid;
}

/** Exactly one of `drawerSessionId` and `payout` is given. */
export interface PayTipsOutRequest {
  outletId: Uuid;
  personId: TipPerson;
  amount: TipAmount;
  /** In cash, out of this drawer session. */
  drawerSessionId?: Uuid;
  /** By a provider, which is asked at once. One that does not pay has the tip owed again. */
  payout?: TipPayoutDto;
  reason: TipReason;
  /** The approval of a second person, for more than is owed or where the rules want one. */
  approvalId?: Uuid;
}

export interface CorrectOwedTipsRequest {
  outletId: Uuid;
  personId: TipPerson;
  /** Above zero, more is owed; below zero, less. */
  amount: MoneyDto;
  reason: TipReason;
}

/** A line of the ledger; never changed. */
export interface TipEntryResponse {
  id: Uuid;
  accountId: Uuid;
  outletId: Uuid;
  /** Null: the pool. */
  personId: string | null;
  businessDate: TipDay;
  kind: TipEntryKindName;
  /** Above zero: more is owed. */
  amount: MoneyDto;
  /** What the guest paid it with; null where no guest did. */
  means: 'cash' | 'card' | null;
  orderId: Uuid | null;
  paymentId: Uuid | null;
  poolRunId: Uuid | null;
  drawerSessionId: Uuid | null;
  payout: TipPayoutResponse | null;
  reason: string | null;
  approvedBy: string | null;
  actor: string;
  at: Timestamp;
}

/** What was written, and what is owed after it. */
export interface TipMovedResponse extends TipEntryResponse {
  owed: MoneyDto;
}

/** What somebody is owed. */
export interface TipBalanceResponse {
  accountId: Uuid;
  outletId: Uuid;
  personId: string;
  /** Below zero: the person got more than was owed. */
  owed: MoneyDto;
}

/** Shows rules. */
export function toRulesResponse(rules: TipRules): TipRulesResponse {
  const { outletId, name, active, percent, sources, basis, version } = rules;
  const shares = rules.shares.map(({ job, weight }) => ({ job, weight: formatDecimal(weight) }));
  return { outletId, name, active, percent, sources, basis, shares, version };
}

/** Shows a pool that was shared out. */
export function toRunResponse(run: PoolRun): PoolRunResponse {
  const { id, outletId, businessDate, status, amount, rules, madeBy, madeAt } = run;
  const isReversed = run.status === 'reversed';
  return {
    ...{ id, outletId, businessDate, status, amount: moneyDto(amount), rules: toRulesResponse(rules) },
    shares: run.shares.map(({ personId, minutes, sales, amount: share }) => {
      return { personId, minutes, sales: sales && moneyDto(sales), amount: moneyDto(share) };
    }),
    ...{ madeBy, madeAt: madeAt.toISOString() },
    reversedBy: isReversed ? run.reversedBy : null,
    reversedAt: isReversed ? run.reversedAt.toISOString() : null,
    reverseReason: isReversed ? run.reverseReason : null,
  };
}

/** Shows a line of the ledger. */
export function toEntryResponse({ source: _source, amount, payout, at, ...entry }: TipEntry): TipEntryResponse {
  return { ...entry, amount: moneyDto(amount), payout: payout && { ...payout }, at: at.toISOString() };
}

/** Shows what was written. */
export function toMovedResponse({ entry, owed }: TipMoved): TipMovedResponse {
  return { ...toEntryResponse(entry), owed: moneyDto(owed) };
}

/** Shows what somebody is owed. */
export function toBalanceResponse({ accountId, outletId, personId, owed }: TipBalance): TipBalanceResponse {
  return { accountId, outletId, personId, owed: moneyDto(owed) };
}

/** Shows a day's pool. */
export function toDayPool({ businessDate, collected, undistributed }: DayPool): DayPoolResponse {
  return { businessDate, collected: moneyDto(collected), undistributed: moneyDto(undistributed) };
}
