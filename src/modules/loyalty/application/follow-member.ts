import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Tx } from '../../../kernel/transaction.js';
import { followAnnounced, type AnnouncedMember } from '../domain/announced-member.js';
import type { Member, MemberId } from '../domain/membership.js';
import type { LoyaltyRepository } from '../ports/loyalty-repository.js';

/** Keeps the copy of a member as the sibling's ledger has it: prices ask the copy. Joins its caller's transaction. */
export class FollowMember {
  constructor(
    private readonly loyalty: LoyaltyRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /** @param id of the copy, if there is none yet. @throws Refusal `loyalty_member_invalid`. */
  async execute(tx: Tx, told: AnnouncedMember, at: Date, id?: MemberId): Promise<Member> {
    const known = await this.loyalty.find(tx, told.customerId);
    if (known === undefined) {
      const { state, events } = followAnnounced(undefined, told, id ?? this.ids.next(), at);
      if (await this.loyalty.add(tx, state)) {
        this.outbox.append(tx, events);
        return state;
      }
    }
    const present = await this.loyalty.get(tx, told.customerId);
    const { state, events } = followAnnounced(present, told, present.id, at);
    if (events.length > 0) await this.loyalty.save(tx, state);
    this.outbox.append(tx, events);
    return state;
  }
}
