import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { LoyaltyRefusal } from '../domain/loyalty-refusal.js';
import { enrol, type Enrolment } from '../domain/member.js';
import type { Member } from '../domain/membership.js';
import type { LoyaltyRepository } from '../ports/loyalty-repository.js';

/** Takes a customer into the programme. */
export class EnrolMember {
  constructor(
    private readonly transactor: Transactor,
    private readonly loyalty: LoyaltyRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `loyalty_member_invalid`, `loyalty_member_exists`. */
  execute(context: RequestContext, enrolment: Enrolment): Promise<Member> {
    return this.transactor.run(context, async (tx) => {
      const { state, events } = enrol(enrolment, context.at);
      if (!(await this.loyalty.add(tx, state)))
        throw new Refusal<LoyaltyRefusal>('loyalty_member_exists', { customerId: enrolment.customerId });
      this.outbox.append(tx, events);
      return state;
    });
  }
}
