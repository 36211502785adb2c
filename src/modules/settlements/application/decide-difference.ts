import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { explain, reopen, type Difference, type DifferenceId } from '../domain/difference.js';
import type { SettlementRefusal } from '../domain/settlement.js';
import { decisionEvent } from '../domain/settlement-events.js';
import type { SettlementRepository } from '../ports/settlement-repository.js';
import { settlementWithinReach } from './reconcile-settlement.js';

/** Takes down why there is a difference, or takes that back. */
export class DecideDifference {
  constructor(
    private readonly transactor: Transactor,
    private readonly settlements: SettlementRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `settlement_difference_not_found`, `settlement_difference_explained`. */
  explain(context: RequestContext, id: DifferenceId, reason: string): Promise<Difference> {
    return this.decide(context, id, (difference) => explain(difference, reason, context.principal.id, context.at));
  }

  /** @throws Refusal `settlement_difference_not_found`, `settlement_difference_open`. */
  reopen(context: RequestContext, id: DifferenceId): Promise<Difference> {
    return this.decide(context, id, reopen);
  }

  private decide(
    context: RequestContext,
    id: DifferenceId,
    decision: (difference: Difference) => Difference,
  ): Promise<Difference> {
    return this.transactor.run(context, async (tx) => {
      // The batch first: whoever reconciles it locks in that order.
      const { settlementId } = presentOr(id, await this.settlements.difference(tx, id));
      const settlement = await this.settlements.find(tx, settlementId);
      const reachable = settlementWithinReach(context.principal, settlementId, settlement);
      const before = presentOr(id, await this.settlements.difference(tx, id));
      const after = decision(before);
      const eventSequence = reachable.eventSequence + 1;
      const state = { ...reachable, eventSequence, version: reachable.version + 1 };
      await this.settlements.save(tx, state);
      await this.settlements.saveDifferences(tx, [after]);
      this.outbox.append(tx, [decisionEvent(state, after, before)]);
      return after;
    });
  }
}

function presentOr(id: DifferenceId, difference: Difference | undefined): Difference {
  if (difference === undefined)
    throw new Refusal<SettlementRefusal>('settlement_difference_not_found', { differenceId: id });
  return difference;
}
