import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import { add, sum } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { earn, type TipGiven } from '../domain/earning.js';
import { accountEvent, entrySnapshot } from '../domain/tip-events.js';
import type { TipOutlets } from '../ports/neighbours.js';
import { POOL, type TipLedger, type TipRulesRepository } from '../ports/tip-ledger.js';
import { actorOf } from './tip-workplace.js';

/** Writes down what a guest gave, once, to whoever earned it, and the pool's part to the pool. */
export class EarnTip {
  constructor(
    private readonly transactor: Transactor,
    private readonly ledger: TipLedger,
    private readonly rules: TipRulesRepository,
    private readonly outlets: TipOutlets,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /** Told twice of the same event, it writes once. Rules of the moment decide what is pooled. */
  execute(context: RequestContext, given: TipGiven): Promise<void> {
    return this.transactor.run(context, async (tx) => {
      const outlet = await this.outlets.outlet(tx, given.outletId);
      if (outlet === undefined || given.amount.amount === 0) return;
      const rules = await this.rules.find(tx, given.outletId);
      const pools = rules?.active === true && rules.percent > 0;
      const accounts = await this.ledger.accounts(tx, outlet, [...(pools ? [POOL] : []), given.personId]);
      // Under the person's lock: whoever was told of the same event at the same time has written by now.
      if (await this.ledger.isKnown(tx, given.eventId)) return;
      const found = accounts.get(given.personId);
      if (found === undefined) throw new Error(`no account was opened for ${given.personId}`);
      const person = { ...found, eventSequence: found.eventSequence + 1 };
      const written = { ids: this.ids, actor: actorOf(context), at: context.at };
      const entries = earn(given, { person, pool: accounts.get(POOL) }, rules, written);
      const own = entries.filter(({ accountId }) => accountId === person.id);
      const moved = sum(
        own.map(({ amount }) => amount),
        outlet.currency,
      );
      const owed = add(await this.ledger.sum(tx, person), moved);
      await this.ledger.add(tx, entries, [person]);
      this.outbox.append(tx, [accountEvent('pos.tip.earned', person, owed, { entries: own.map(entrySnapshot) })]);
    });
  }
}
