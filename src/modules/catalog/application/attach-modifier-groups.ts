import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { ItemId, ItemRefusal } from '../domain/item.js';
import {
  attach,
  type Attachment,
  type AttachmentList,
  type AttachmentListId,
  type AttachmentTarget,
} from '../domain/modifier-attachment.js';
import type { ItemRepository } from '../ports/item-repository.js';
import type { ModifierAttachmentRepository } from '../ports/modifier-attachment-repository.js';
import type { ModifierGroupRepository } from '../ports/modifier-group-repository.js';

export interface AttachModifierGroupsCommand {
  readonly target: AttachmentTarget;
  readonly groups: readonly Attachment[];
  readonly expectedVersion?: number;
}

interface Repositories {
  readonly groups: Pick<ModifierGroupRepository, 'lock' | 'byCodes'>;
  readonly attachments: ModifierAttachmentRepository;
  readonly items: Pick<ItemRepository, 'find'>;
}

/** Says which groups are offered with an item, or with all items of a category, in place of those that were. */
export class AttachModifierGroups {
  constructor(
    private readonly transactor: Transactor,
    private readonly repositories: Repositories,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /** @throws Refusal `item_not_found`, `modifier_attachments_invalid`, `version_mismatch`. */
  execute(
    context: RequestContext,
    { target, groups, expectedVersion }: AttachModifierGroupsCommand,
  ): Promise<AttachmentList> {
    const { groups: repository, attachments } = this.repositories;
    return this.transactor.run(context, async (tx) => {
      await repository.lock(tx);
      const currency = target.itemId === null ? null : await this.currencyOf(tx, target.itemId);
      const present = await attachments.find(tx, target);
      const known = await repository.byCodes(tx, [...new Set(groups.map(({ group }) => group))]);
      const { state, events } = attach(present ?? this.noneYet(target), groups, known, currency, expectedVersion);
      if (events.length > 0) await attachments.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }

  private noneYet(target: AttachmentTarget): AttachmentList {
    const id = (target.itemId ?? this.ids.next<'modifier_attachments'>()) as AttachmentListId;
    return { ...target, id, groups: [], version: 0 };
  }

  private async currencyOf(tx: Tx, itemId: ItemId): Promise<string> {
    const item = await this.repositories.items.find(tx, itemId);
    if (item?.deletedAt !== null) throw new Refusal<ItemRefusal>('item_not_found', { itemId });
    return item.price.currency;
  }
}
