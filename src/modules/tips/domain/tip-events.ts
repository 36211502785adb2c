import { formatDecimal } from '../../../kernel/decimal.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { PoolRun } from './pool-run.js';
import type { Payout, PoolRunId, TipAccount, TipEntry, TipEntryId } from './tip-entry.js';
import type { TipRules } from './tip-rules.js';

/** Whom an outlet owes tips, and how much after what is told of. */
export interface TipBalanceSnapshot {
  readonly outletId: OutletId;
  readonly personId: string;
  /** Below zero: the person got more than was owed. */
  readonly owed: Money;
}

/** A line of the ledger as events show it. */
export interface TipEntrySnapshot {
  readonly id: TipEntryId;
  readonly kind: string;
  /** Above zero: more is owed. */
  readonly amount: Money;
  /** @format date */
  readonly businessDate: string;
  /** `cash` or `card`: what the guest paid it with; null where no guest did. */
  readonly means: string | null;
  readonly orderId: string | null;
  readonly paymentId: string | null;
  readonly drawerSessionId: string | null;
}

/** Where a tip was paid out to by somebody else than a drawer. */
export interface TipPayoutSnapshot {
  /** `pos.payout.paid` and `pos.payout.failed` tell of it by this id. */
  readonly id: string;
  readonly provider: string;
}

/** How much a job counts, as events show it. */
export interface JobShareSnapshot {
  readonly job: string;
  /** @pattern ^-?\d+(\.\d+)?$ */
  readonly weight: string;
}

/** How an outlet pools tips, as events show it. */
export interface TipRulesSnapshot {
  readonly outletId: OutletId;
  readonly name: string;
  readonly active: boolean;
  /**
   * How much of a tip goes to the pool.
   * @asType integer
   */
  readonly percent: number;
  /** `all`, `card` or `cash`: which tips do. */
  readonly sources: string;
  /** `hours`, `equal` or `sales`: by what the pool is shared. */
  readonly basis: string;
  readonly shares: readonly JobShareSnapshot[];
  /** @asType integer */
  readonly version: number;
}

/** What somebody got out of a pool. */
export interface PoolShareSnapshot {
  readonly personId: string;
  /** @asType integer */
  readonly minutes: number;
  readonly sales: Money | null;
  readonly amount: Money;
}

/** A pool that was shared out, as events show it. */
export interface PoolRunSnapshot {
  readonly id: PoolRunId;
  readonly outletId: OutletId;
  /** @format date */
  readonly businessDate: string;
  readonly status: string;
  readonly amount: Money;
  readonly rules: TipRulesSnapshot;
  readonly shares: readonly PoolShareSnapshot[];
}

/** The data of events about tips by their types. */
export interface TipEvents {
  /** A guest gave somebody a tip; a part of it may have gone on to the pool. */
  'pos.tip.earned': { readonly balance: TipBalanceSnapshot; readonly entries: readonly TipEntrySnapshot[] };
  /** The pool of a day was shared out. */
  'pos.tip.distributed': { readonly run: PoolRunSnapshot };
  /** A pool that had been shared out was taken back; it can be shared out again. */
  'pos.tip.distribution_reversed': { readonly run: PoolRunSnapshot; readonly reason: string };
  /** Tips were paid to whom they are owed: out of a drawer, or by a payout that its provider makes. */
  'pos.tip.paid_out': {
    readonly balance: TipBalanceSnapshot;
    readonly entry: TipEntrySnapshot;
    /** What was owed before. */
    readonly before: Money;
    readonly payout: TipPayoutSnapshot | null;
    readonly reason: string;
    readonly approvedBy: string | null;
  };
  /** What is owed was corrected: by hand, or because the provider of a payout did not pay. */
  'pos.tip.adjusted': {
    readonly balance: TipBalanceSnapshot;
    readonly entry: TipEntrySnapshot;
    /** What was owed before. */
    readonly before: Money;
    readonly reason: string;
  };
  /** The rules of an outlet's pool were set. */
  'pos.tip_rules.changed': { readonly rules: TipRulesSnapshot; readonly before: TipRulesSnapshot | null };
}

export type TipEvent = { [Type in keyof TipEvents]: DomainEvent<Type, TipEvents[Type]> }[keyof TipEvents];

type AccountEventType = 'pos.tip.earned' | 'pos.tip.paid_out' | 'pos.tip.adjusted';
type RunEventType = 'pos.tip.distributed' | 'pos.tip.distribution_reversed';

/** The event of a person's account. @param account with the event counted. @param owed after it. */
export function accountEvent<Type extends AccountEventType>(
  type: Type,
  { id, outletId, personId, eventSequence }: TipAccount,
  owed: Money,
  details: Omit<TipEvents[Type], 'balance'>,
): TipEvent {
  return {
    type,
    aggregate: 'tips',
    aggregateId: id,
    sequence: eventSequence,
    outletId,
    data: { balance: { outletId, personId, owed }, ...details },
  } as unknown as TipEvent;
}

/** The event of a pool that was shared out or taken back. */
export function runEvent<Type extends RunEventType>(
  type: Type,
  run: PoolRun,
  details: Omit<TipEvents[Type], 'run'>,
): TipEvent {
  return {
    type,
    aggregate: 'tips',
    aggregateId: run.id,
    sequence: run.eventSequence,
    outletId: run.outletId,
    data: { run: runSnapshot(run), ...details },
  } as unknown as TipEvent;
}

/** The event of changed rules. */
export function rulesChanged(rules: TipRules, before: TipRules | null): TipEvent {
  return {
    type: 'pos.tip_rules.changed',
    aggregate: 'tip_rules',
    aggregateId: rules.outletId,
    sequence: rules.version,
    outletId: rules.outletId,
    data: { rules: rulesSnapshot(rules), before: before && rulesSnapshot(before) },
  };
}

/** A payout as JSON shows it: never to where it went. */
export function payoutSnapshot({ id, provider }: Payout): TipPayoutSnapshot {
  return { id, provider };
}

/** A line of the ledger as JSON shows it. */
export function entrySnapshot(entry: TipEntry): TipEntrySnapshot {
  const { id, kind, amount, businessDate, means, orderId, paymentId, drawerSessionId } = entry;
  return { id, kind, amount, businessDate, means, orderId, paymentId, drawerSessionId };
}

/** Rules as JSON shows them. */
export function rulesSnapshot(rules: TipRules): TipRulesSnapshot {
  const { outletId, name, active, percent, sources, basis, shares, version } = rules;
  const shown = shares.map(({ job, weight }) => ({ job, weight: formatDecimal(weight) }));
  return { outletId, name, active, percent, sources, basis, shares: shown, version };
}

/** A pool that was shared out as JSON shows it. */
export function runSnapshot({ id, outletId, businessDate, status, amount, rules, shares }: PoolRun): PoolRunSnapshot {
  return { id, outletId, businessDate, status, amount, rules: rulesSnapshot(rules), shares };
}
