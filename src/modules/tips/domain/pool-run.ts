import { allocate } from '../../../kernel/allocation.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { PoolRunId } from './tip-entry.js';
import type { TipRefusal } from './tip-refusal.js';
import type { TipRules } from './tip-rules.js';

/** What somebody did on the day at one job. */
export interface WorkDone {
  readonly personId: string;
  readonly job: string;
  readonly minutes: number;
}

/** What somebody gets out of the pool. */
export interface PoolShare {
  readonly personId: string;
  /** Whole minutes at jobs that have a share. */
  readonly minutes: number;
  /** What the person sold that day, net; null where the pool is not shared by it. */
  readonly sales: Money | null;
  readonly amount: Money;
}

interface RunBase {
  readonly id: PoolRunId;
  readonly outletId: OutletId;
  readonly businessDate: string;
  readonly amount: Money;
  readonly rules: TipRules;
  readonly shares: readonly PoolShare[];
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly eventSequence: number;
}
export interface DistributedRun extends RunBase {
  readonly status: 'distributed';
}
export interface ReversedRun extends RunBase {
  readonly status: 'reversed';
  readonly reversedBy: string;
  readonly reversedAt: Date;
  readonly reverseReason: string;
}
/** A pool that was shared out; taken back, it may be shared out again, and both are kept. */
export type PoolRun = DistributedRun | ReversedRun;

/**
 * Shares a pool out (DOMAIN P4): each gets in proportion to minutes, heads or sales, times the weight of the job; what is left of
 * the division goes to the largest fractions, ties to the person whose id comes first. The shares sum to the pool.
 * Who worked no minute, or at a job without a share, gets nothing. Where all weights are zero, such as sales on a day without any,
 * those who worked get equal parts.
 * @param salesOf net sales of a person, asked for only where the pool is shared by sales.
 * @throws Refusal `tip_pool_nobody` when nobody may get anything.
 */
export function sharePool(
  pool: Money,
  { basis, shares }: Pick<TipRules, 'basis' | 'shares'>,
  work: readonly WorkDone[],
  salesOf: ReadonlyMap<string, Money>,
): PoolShare[] {
  const weightOf = new Map(shares.map(({ job, weight }) => [job, weight]));
  const eligible = work.filter(({ job, minutes }) => weightOf.has(job) && minutes > 0);
  const people = [...new Set(eligible.map(({ personId }) => personId))].sort(byCodeUnits);
  if (people.length === 0) throw new Refusal<TipRefusal>('tip_pool_nobody');
  const ofPerson = people.map((personId) => eligible.filter((done) => done.personId === personId));
  const soldBy = (personId: string): Money => salesOf.get(personId) ?? { amount: 0, currency: pool.currency };
  const weights = ofPerson.map((done, index) => {
    const best = done.reduce((most, { job }) => larger(most, weightOf.get(job) ?? 0n), 0n);
    if (basis === 'equal') return best;
    if (basis === 'sales') return best * BigInt(Math.max(0, soldBy(people[index] as string).amount));
    return done.reduce((sum, { job, minutes }) => sum + BigInt(minutes) * (weightOf.get(job) ?? 0n), 0n);
  });
  const amounts = allocate(pool, weights);
  return people.map((personId, index) => ({
    personId,
    minutes: (ofPerson[index] ?? []).reduce((sum, { minutes }) => sum + minutes, 0),
    sales: basis === 'sales' ? soldBy(personId) : null,
    amount: amounts[index] as Money,
  }));
}

/** Takes a run back. @throws Refusal `tip_pool_run_reversed`. */
export function reverseRun(run: PoolRun, by: string, reason: string, at: Date): ReversedRun {
  if (run.status === 'reversed') throw new Refusal<TipRefusal>('tip_pool_run_reversed', { poolRunId: run.id });
  return {
    ...run,
    status: 'reversed',
    reversedBy: by,
    reversedAt: at,
    reverseReason: reason,
    eventSequence: run.eventSequence + 1,
  };
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

// By code units: the same on every machine, whatever its locale.
function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
