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
import { assertUnused, changeGroup } from '../domain/modifier-group-lifecycle.js';
import { assertNesting } from '../domain/modifier-nesting.js';
import type { ModifierGroupRepository } from '../ports/modifier-group-repository.js';

export interface ChangeModifierGroupCommand {
  readonly groupId: ModifierGroupId;
  /** `modifiers` replaces the list as a whole. */
  readonly changes: Partial<ModifierGroupDetails>;
  readonly expectedVersion?: number;
}

/** Changes some of what is said of a group. */
export class ChangeModifierGroup {
  constructor(
    private readonly transactor: Transactor,
    private readonly groups: ModifierGroupRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /**
   * @throws Refusal `modifier_group_not_found`, `modifier_group_invalid`, `modifier_group_code_taken`, `version_mismatch`;
   * `modifier_group_in_use` when the code would change although something refers to it.
   */
  execute(
    context: RequestContext,
    { groupId, changes, expectedVersion }: ChangeModifierGroupCommand,
  ): Promise<ModifierGroup> {
    return this.transactor.run(context, async (tx) => {
      await this.groups.lock(tx);
      const present = await this.groups.find(tx, groupId);
      if (present?.deleted !== false) throw new Refusal<ModifierGroupRefusal>('modifier_group_not_found', { groupId });
      const { group } = present;
      const { state, events } = changeGroup(group, changes, () => this.ids.next<'modifier'>(), expectedVersion);
      if (events.length === 0) return state;
      if (state.code !== group.code) assertUnused(group, await this.groups.usersOf(tx, group.code));
      assertNesting(state, await this.groups.nestingBeside(tx, groupId));
      await this.groups.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
