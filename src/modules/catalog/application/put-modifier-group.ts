import type { RequestContext } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type {
  ModifierGroup,
  ModifierGroupDetails,
  ModifierGroupEvent,
  ModifierGroupId,
} from '../domain/modifier-group.js';
import { addGroup, assertUnused, changeGroup } from '../domain/modifier-group-lifecycle.js';
import { assertNesting } from '../domain/modifier-nesting.js';
import type { ModifierGroupRepository } from '../ports/modifier-group-repository.js';

export interface PutModifierGroupCommand {
  readonly groupId: ModifierGroupId;
  readonly details: ModifierGroupDetails;
  readonly expectedVersion?: number;
}

/** Makes the group what the caller says, whether it was there, was deleted, or not. */
export class PutModifierGroup {
  constructor(
    private readonly transactor: Transactor,
    private readonly groups: ModifierGroupRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /**
   * @throws Refusal `modifier_group_invalid`, `modifier_group_code_taken`, `version_mismatch`; `modifier_group_in_use` when the
   * code would change although something refers to it.
   */
  execute(context: RequestContext, command: PutModifierGroupCommand): Promise<ModifierGroup> {
    return this.transactor.run(context, async (tx) => {
      await this.groups.lock(tx);
      const { state, events } = await this.decide(tx, command);
      if (events.length > 0) {
        assertNesting(state, await this.groups.nestingBeside(tx, state.id));
        await this.groups.save(tx, state);
      }
      this.outbox.append(tx, events);
      return state;
    });
  }

  private async decide(
    tx: Tx,
    { groupId, details, expectedVersion }: PutModifierGroupCommand,
  ): Promise<Decision<ModifierGroup, ModifierGroupEvent>> {
    const nextId = () => this.ids.next<'modifier'>();
    const present = await this.groups.find(tx, groupId);
    if (present?.deleted === false) {
      const { group } = present;
      const decision = changeGroup(group, details, nextId, expectedVersion);
      if (details.code !== group.code) assertUnused(group, await this.groups.usersOf(tx, group.code));
      return decision;
    }
    if (expectedVersion !== undefined) throw new Refusal('version_mismatch', { currentVersion: 0 });
    return addGroup(groupId, details, nextId, present?.group.version);
  }
}
