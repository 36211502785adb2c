import type { Tx } from '../../../../kernel/transaction.js';
import { raiseRevision } from '../../../../platform/postgres/revisions.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { ItemId } from '../../domain/item.js';
import type {
  Attachment,
  AttachmentList,
  AttachmentListId,
  AttachmentTarget,
} from '../../domain/modifier-attachment.js';
import type { ModifierAttachmentRepository } from '../../ports/modifier-attachment-repository.js';

/** A list of attachments as its row has it. */
export interface AttachmentRow {
  id: string;
  item_id: string | null;
  category: string | null;
  groups: readonly Attachment[];
  version: number;
}

export const ATTACHMENT_COLUMNS = 'id, item_id, category, groups, version';
const OF_ITEM = `select ${ATTACHMENT_COLUMNS} from modifier_attachments where item_id = $1`;
const OF_CATEGORY = `select ${ATTACHMENT_COLUMNS} from modifier_attachments where category = $1`;
const SAVE = `insert into modifier_attachments (tenant_id, id, item_id, category, groups, codes, version)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (tenant_id, id) do update set groups = excluded.groups, codes = excluded.codes, version = excluded.version,
    updated_at = now()`;

/** What is attached to items and categories, in PostgreSQL. */
export class PostgresModifierAttachmentRepository implements ModifierAttachmentRepository {
  find(tx: Tx, target: AttachmentTarget): Promise<AttachmentList | undefined> {
    return findAttachments(tx, target);
  }

  async save(tx: Tx, { id, itemId, category, groups, version }: AttachmentList): Promise<void> {
    const codes = groups.map(({ group }) => group);
    const values = [tenantOf(tx), id, itemId, category, JSON.stringify(groups), codes, version];
    await runPrepared(tx, 'modifier_attachments_save', SAVE, values);
    await raiseRevision(tx, 'pricing');
  }
}

/** What is attached to an item or a category; `undefined` where nothing ever was. */
export async function findAttachments(tx: Tx, target: AttachmentTarget): Promise<AttachmentList | undefined> {
  const [row] =
    target.itemId === null
      ? await runPrepared<AttachmentRow>(tx, 'modifier_attachments_of_category', OF_CATEGORY, [target.category])
      : await runPrepared<AttachmentRow>(tx, 'modifier_attachments_of_item', OF_ITEM, [target.itemId]);
  return row === undefined ? undefined : toAttachments(row);
}

/** The list that a row tells of. @throws Error when the row is of no one. */
export function toAttachments({ id, item_id: itemId, category, version, groups }: AttachmentRow): AttachmentList {
  const list = { id: id as AttachmentListId, groups: groups.map(toAttachment), version };
  if (itemId !== null) return { ...list, itemId: itemId as ItemId, category: null };
  if (category === null) throw new Error(`the attachments ${id} are of no item and of no category`);
  return { ...list, itemId: null, category };
}

/** An attachment as a row has it. */
export function toAttachment({ group, position, min, max }: Attachment): Attachment {
  return { group, position, min, max };
}
