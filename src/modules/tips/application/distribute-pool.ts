import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import { negate, type Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { reverseRun, sharePool, type DistributedRun, type PoolRun } from '../domain/pool-run.js';
import { entryOf, type TipAccount, type TipEntry } from '../domain/tip-entry.js';
import { runEvent } from '../domain/tip-events.js';
import type { TipRefusal } from '../domain/tip-refusal.js';
import type { TipRules } from '../domain/tip-rules.js';
import type { TipOutlet, TipOutlets, WorkedTimes } from '../ports/neighbours.js';
import type { TextScreen } from '../ports/text-screen.js';
import { POOL, type TipLedger, type TipRulesRepository } from '../ports/tip-ledger.js';
import { actorOf, workplace } from './tip-workplace.js';

/** Whose pool, of which trading day. */
export interface PoolOfDay {
  readonly outletId: OutletId;
  readonly businessDate: string;
}

/** What the pool is shared with. */
export interface PoolNeighbours {
  readonly outlets: TipOutlets;
  readonly times: WorkedTimes;
  readonly screen: TextScreen;
}

/** Shares the pool of a day out, and takes it back. */
export class DistributePool {
  constructor(
    private readonly transactor: Transactor,
    private readonly ledger: TipLedger,
    private readonly rules: TipRulesRepository,
    private readonly neighbours: PoolNeighbours,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /**
   * Shows who would get what; shifts that go on count up to now.
   * @throws Refusal as `execute`, but for `tip_pool_shifts_open`.
   */
  preview(context: RequestContext, pool: PoolOfDay): Promise<DistributedRun> {
    // All that it may leave is the pool's account, opened: the lock on it keeps the figures from moving.
    return this.transactor.run(withoutKey(context), async (tx) => {
      const { run } = await this.planned(tx, context, pool, true);
      return run;
    });
  }

  /**
   * @throws Refusal `tip_outlet_not_found`, `tip_rules_not_set`, `tip_pool_distributed`, `tip_pool_empty`, `tip_pool_shifts_open`,
   * `tip_pool_nobody`.
   */
  execute(context: RequestContext, pool: PoolOfDay): Promise<PoolRun> {
    return this.transactor.run(context, async (tx) => {
      const { run, outlet, account } = await this.planned(tx, context, pool, false);
      this.ledger.addRun(tx, run);
      await this.ledger.add(tx, await this.entriesOf(tx, context, run, outlet, account), []);
      this.outbox.append(tx, [runEvent('pos.tip.distributed', run, {})]);
      return run;
    });
  }

  /** Takes a distribution back, so that the pool can be shared out again. @throws Refusal `tip_pool_run_not_found`. */
  reverse(context: RequestContext, { outletId, businessDate }: PoolOfDay, reason: string): Promise<PoolRun> {
    this.neighbours.screen.assertHarmless(reason, '/reason');
    return this.transactor.run(context, async (tx) => {
      const outlet = await workplace(tx, context, this.neighbours.outlets, outletId);
      await this.ledger.accounts(tx, outlet, [POOL]);
      const active = await this.ledger.activeRun(tx, outletId, businessDate);
      if (active === undefined) throw new Refusal<TipRefusal>('tip_pool_run_not_found', { outletId, businessDate });
      const run = reverseRun(active, actorOf(context), reason, context.at);
      const back = (await this.ledger.entriesOf(tx, run.id)).map((entry): TipEntry => ({
        ...entry,
        id: this.ids.next(),
        kind: 'reversed',
        amount: negate(entry.amount),
        source: `reversed:${entry.id}`,
        reason,
        actor: actorOf(context),
        at: context.at,
      }));
      await this.ledger.saveReversed(tx, run);
      await this.ledger.add(tx, back, []);
      this.outbox.append(tx, [runEvent('pos.tip.distribution_reversed', run, { reason })]);
      return run;
    });
  }

  private async planned(tx: Tx, context: RequestContext, { outletId, businessDate }: PoolOfDay, isPreview: boolean) {
    const outlet = await workplace(tx, context, this.neighbours.outlets, outletId);
    const rules = await this.rules.find(tx, outletId);
    if (rules === undefined) throw new Refusal<TipRefusal>('tip_rules_not_set', { outletId });
    const account = (await this.ledger.accounts(tx, outlet, [POOL])).get(POOL);
    if (account === undefined) throw new Error(`no account was opened for the pool of ${outletId}`);
    if ((await this.ledger.activeRun(tx, outletId, businessDate)) !== undefined)
      throw new Refusal<TipRefusal>('tip_pool_distributed', { outletId, businessDate });
    const amount = await this.ledger.sum(tx, account, businessDate);
    if (amount.amount <= 0) throw new Refusal<TipRefusal>('tip_pool_empty', { outletId, businessDate });
    const run = await this.runOf(tx, context, { outlet, businessDate, amount, rules, isPreview });
    return { run, outlet, account };
  }

  private async runOf(
    tx: Tx,
    context: RequestContext,
    { outlet, businessDate, amount, rules, isPreview }: Plan,
  ): Promise<DistributedRun> {
    const work = await this.neighbours.times.workedOn(tx, outlet.id, businessDate, context.at);
    const going = [...new Set(work.filter(({ ended }) => !ended).map(({ personId }) => personId))];
    if (going.length > 0 && !isPreview) throw new Refusal<TipRefusal>('tip_pool_shifts_open', { people: going });
    const sales =
      rules.basis === 'sales' ? await this.ledger.salesOf(tx, outlet, businessDate) : new Map<string, Money>();
    return {
      ...{ id: this.ids.next(), outletId: outlet.id, businessDate, status: 'distributed', amount, rules },
      shares: sharePool(amount, rules, work, sales),
      ...{ madeBy: actorOf(context), madeAt: context.at, eventSequence: 1 },
    };
  }

  private async entriesOf(
    tx: Tx,
    context: RequestContext,
    run: DistributedRun,
    outlet: TipOutlet,
    pool: TipAccount,
  ): Promise<TipEntry[]> {
    const shares = run.shares.filter(({ amount }) => amount.amount !== 0);
    const people = await this.ledger.accounts(
      tx,
      outlet,
      shares.map(({ personId }) => personId),
    );
    const { id: poolRunId, businessDate } = run;
    const beside = { kind: 'pool_out', businessDate, poolRunId, actor: actorOf(context), at: context.at } as const;
    const out = entryOf(pool, {
      ...{ ...beside, id: this.ids.next(), amount: negate(run.amount), source: `pool-out:${poolRunId}` },
    });
    const got = shares.map(({ personId, amount }) => {
      const account = people.get(personId);
      if (account === undefined) throw new Error(`no account was opened for ${personId}`);
      return entryOf(account, { ...beside, id: this.ids.next(), amount, source: `share:${poolRunId}:${account.id}` });
    });
    return [out, ...got];
  }
}

interface Plan {
  readonly outlet: TipOutlet;
  readonly businessDate: string;
  readonly amount: Money;
  readonly rules: TipRules;
  readonly isPreview: boolean;
}

/** A preview is made anew each time: nothing of it is kept under a key. */
function withoutKey({ idempotency: _idempotency, ...context }: RequestContext): RequestContext {
  return context;
}
