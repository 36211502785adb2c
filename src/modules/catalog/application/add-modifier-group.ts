import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type {
  ModifierGroup,
  ModifierGroupDetails,
  ModifierGroupId,
  ModifierGroupRefusal,
} from '../domain/modifier-group.js';
import { addGroup, isSameGroup } from '../domain/modifier-group-lifecycle.js';
import { assertNesting } from '../domain/modifier-nesting.js';
import type { ModifierGroupRepository } from '../ports/modifier-group-repository.js';

/** Adds a modifier group. The same id with the same content gives the group that is there, with other content a refusal. */
export class AddModifierGroup {
  constructor(
    private readonly transactor: Transactor,
    private readonly groups: ModifierGroupRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /** @throws Refusal `modifier_group_invalid`, `modifier_group_id_taken`, `modifier_group_code_taken`. */
  execute(
    context: RequestContext,
    { groupId, details }: { readonly groupId: ModifierGroupId; readonly details: ModifierGroupDetails },
  ): Promise<ModifierGroup> {
    return this.transactor.run(context, async (tx) => {
      const { state, events } = addGroup(groupId, details, () => this.ids.next<'modifier'>());
      await this.groups.lock(tx);
      const present = await this.groups.find(tx, groupId);
      if (present?.deleted === false && isSameGroup(present.group, details)) return present.group;
      if (present !== undefined) throw new Refusal<ModifierGroupRefusal>('modifier_group_id_taken', { groupId });
      assertNesting(details, await this.groups.nestingBeside(tx, groupId));
      await this.groups.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
