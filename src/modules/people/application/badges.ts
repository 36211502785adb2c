import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import { BADGES_MAX, type Badge, type StaffRefusal } from '../domain/staff.js';
import { bookBadge, bookBadgeRemoval } from '../domain/staff-lifecycle.js';
import type { BadgeHashes } from '../ports/badge-hashes.js';
import type { BadgeRepository } from '../ports/badge-repository.js';
import { managedPerson, type PeopleMakers, type PersonCommand } from './people-makers.js';
import type { ReasonedCommand } from './change-staff.js';

export interface AddBadgeCommand extends PersonCommand {
  /** As the reader gives it. */
  readonly badge: string;
  readonly label: string;
}

/** Gives people badges and takes them away. */
export class Badges {
  constructor(
    private readonly use: PeopleMakers & { readonly badges: BadgeRepository; readonly badgeHashes: BadgeHashes },
  ) {}

  /**
   * @throws Refusal `person_not_found`, `rights_exceed_caller`, `person_disabled`, `badge_taken`, `too_many_badges`,
   * `secrets_not_configured`, `card_data_not_allowed`.
   */
  async add(context: RequestContext, command: AddBadgeCommand): Promise<Badge> {
    const { transactor, badges, badgeHashes, staff, outbox, ids, screen } = this.use;
    screen.assertHarmless(command.label, '/label');
    const hashes = badgeHashes.of(context.tenantId, command.badge);
    return transactor.run(context, async (tx) => {
      const person = await managedPerson(tx, this.use, context, command);
      const { principal, at } = context;
      const badge: Badge = {
        ...{ id: ids.next<'badge'>(), personId: person.id, label: command.label },
        ...{ addedBy: `${principal.kind}:${principal.id}`, addedAt: at, lastUsedAt: null },
      };
      const { state, events } = bookBadge(person, badge, at);
      if ((await badges.list(tx, person.id)).length >= BADGES_MAX)
        throw new Refusal<StaffRefusal>('too_many_badges', { limit: BADGES_MAX });
      if (await badges.isKnown(tx, hashes)) throw new Refusal<StaffRefusal>('badge_taken');
      await badges.add(tx, badge, hashes[0]);
      await staff.save(tx, state);
      outbox.append(tx, events);
      return badge;
    });
  }

  /** @throws Refusal `person_not_found`, `badge_not_found`, `rights_exceed_caller`, `card_data_not_allowed`. */
  async remove(context: RequestContext, command: ReasonedCommand & { readonly badgeId: string }): Promise<Badge> {
    const { transactor, badges, staff, outbox, recall, screen } = this.use;
    screen.assertHarmless(command.reason, '/query/reason');
    const badge = await transactor.run(context, async (tx) => {
      const person = await managedPerson(tx, this.use, context, command);
      const removed = await badges.remove(tx, person.id, command.badgeId);
      const { state, events } = bookBadgeRemoval(person, removed, { at: context.at, reason: command.reason });
      await staff.save(tx, state);
      outbox.append(tx, events);
      return removed;
    });
    recall.recall(`staff:${badge.personId}`);
    return badge;
  }
}
