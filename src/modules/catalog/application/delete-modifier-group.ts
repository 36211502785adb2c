import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { ModifierGroup, ModifierGroupId, ModifierGroupRefusal } from '../domain/modifier-group.js';
import { deleteGroup } from '../domain/modifier-group-lifecycle.js';
import type { ModifierGroupRepository } from '../ports/modifier-group-repository.js';

/** Deletes a group to which nothing refers any more. What was sold with it keeps its copies (DOMAIN P8). */
export class DeleteModifierGroup {
  constructor(
    private readonly transactor: Transactor,
    private readonly groups: ModifierGroupRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @returns the group as it was last. @throws Refusal `modifier_group_not_found`, `modifier_group_in_use`, `version_mismatch`. */
  execute(
    context: RequestContext,
    { groupId, expectedVersion }: { readonly groupId: ModifierGroupId; readonly expectedVersion?: number },
  ): Promise<ModifierGroup> {
    return this.transactor.run(context, async (tx) => {
      await this.groups.lock(tx);
      const present = await this.groups.find(tx, groupId);
      if (present?.deleted !== false) throw new Refusal<ModifierGroupRefusal>('modifier_group_not_found', { groupId });
      const { group } = present;
      const { state, events } = deleteGroup(group, await this.groups.usersOf(tx, group.code), expectedVersion);
      await this.groups.remove(tx, state);
      this.outbox.append(tx, events);
      return group;
    });
  }
}
