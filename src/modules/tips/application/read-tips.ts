import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { PoolRun } from '../domain/pool-run.js';
import type { PoolRunId, TipEntry } from '../domain/tip-entry.js';
import type { TipRefusal } from '../domain/tip-refusal.js';
import { tipReport, type TipReport } from '../domain/tip-report.js';
import type { TipOutlets } from '../ports/neighbours.js';
import type { BalanceQuery, DayPool, Days, EntryQuery, RunQuery, TipBalance, TipViews } from '../ports/tip-views.js';
import { workplace } from './tip-workplace.js';

const DAYS_MAX = 366;
const DAY_MS = 86_400_000;

/** A question, with the outlet that it is about, if it is about one. */
export type AboutOutlet<Query> = Omit<Query, 'outletIds'> & { readonly outletId: OutletId | undefined };

/** Answers what callers ask about tips. Nothing is changed by it. */
export class ReadTips {
  constructor(
    private readonly transactor: Transactor,
    private readonly views: TipViews,
    private readonly outlets: TipOutlets,
  ) {}

  /** @throws Refusal `tip_outlet_not_found`. */
  balances(context: RequestContext, { outletId, ...query }: AboutOutlet<BalanceQuery>): Promise<readonly TipBalance[]> {
    const scope = { ...query, outletIds: outletsOf(context, outletId) };
    return this.transactor.read(context, (tx) => this.views.balances(tx, scope));
  }

  /** What the caller is owed, wherever. */
  mine(context: RequestContext, page: Pick<BalanceQuery, 'limit' | 'after'>): Promise<readonly TipBalance[]> {
    const query = { ...page, personId: context.principal.id, outletIds: null };
    return this.transactor.read(context, (tx) => this.views.balances(tx, query));
  }

  /** @throws Refusal `tip_outlet_not_found`. */
  entries(context: RequestContext, { outletId, ...query }: AboutOutlet<EntryQuery>): Promise<readonly TipEntry[]> {
    const scope = { ...query, outletIds: outletsOf(context, outletId) };
    return this.transactor.read(context, (tx) => this.views.entries(tx, scope));
  }

  /** @throws Refusal `tip_outlet_not_found`. */
  runs(context: RequestContext, { outletId, ...query }: AboutOutlet<RunQuery>): Promise<readonly PoolRun[]> {
    const scope = { ...query, outletIds: outletsOf(context, outletId) };
    return this.transactor.read(context, (tx) => this.views.runs(tx, scope));
  }

  /** @throws Refusal `tip_pool_run_not_found`. */
  run(context: RequestContext, id: PoolRunId): Promise<PoolRun> {
    return this.transactor.read(context, async (tx) => {
      const run = await this.views.run(tx, id);
      if (mayActFor(context.principal, run.outletId)) return run;
      throw new Refusal<TipRefusal>('tip_pool_run_not_found', { poolRunId: id });
    });
  }

  /** @throws Refusal `tip_outlet_not_found`, `tip_period_invalid`. */
  pools(context: RequestContext, outletId: OutletId, days: Days): Promise<readonly DayPool[]> {
    assertPeriod(days);
    return this.transactor.read(context, async (tx) => {
      await workplace(tx, context, this.outlets, outletId);
      return this.views.pools(tx, outletId, days);
    });
  }

  /** @throws Refusal `tip_outlet_not_found`, `tip_period_invalid`. */
  report(context: RequestContext, outletId: OutletId | undefined, days: Days): Promise<TipReport> {
    assertPeriod(days);
    const scope = { ...days, outletIds: outletsOf(context, outletId) };
    return this.transactor.read(context, async (tx) => tipReport(await this.views.report(tx, scope)));
  }
}

function assertPeriod({ from, to }: Days): void {
  if (from < to && Date.parse(to) - Date.parse(from) <= DAYS_MAX * DAY_MS) return;
  const field = { pointer: '/query/to', message: `must be after from, by ${DAYS_MAX} days at most` };
  throw new Refusal<TipRefusal>('tip_period_invalid', { from, to }, [field]);
}

function outletsOf({ principal }: RequestContext, outletId: OutletId | undefined): readonly string[] | null {
  if (outletId === undefined) return principal.outlets === undefined ? null : [...principal.outlets];
  if (!mayActFor(principal, outletId)) throw new Refusal<TipRefusal>('tip_outlet_not_found', { outletId });
  return [outletId];
}
