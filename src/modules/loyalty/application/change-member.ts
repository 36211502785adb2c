import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { changeMember, type MemberChanges } from '../domain/member.js';
import type { Member } from '../domain/membership.js';
import type { LoyaltyRepository } from '../ports/loyalty-repository.js';

/** Changes what a member belongs to and is entitled to. */
export class ChangeMember {
  constructor(
    private readonly transactor: Transactor,
    private readonly loyalty: LoyaltyRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `loyalty_not_enrolled`, `loyalty_member_invalid`, `version_mismatch`. */
  execute(
    context: RequestContext,
    customerId: string,
    changes: MemberChanges,
    expectedVersion?: number,
  ): Promise<Member> {
    return this.transactor.run(context, async (tx) => {
      const { state, events } = changeMember(await this.loyalty.get(tx, customerId), changes, expectedVersion);
      if (events.length > 0) await this.loyalty.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
