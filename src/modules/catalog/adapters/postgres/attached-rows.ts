import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import type { Attachment } from '../../domain/modifier-attachment.js';
import type { ModifierGroup } from '../../domain/modifier-group.js';
import { toAttachment } from './modifier-attachment-repository.js';
import { GROUP_COLUMNS, toGroup, type ModifierGroupRow } from './modifier-group-rows.js';

/** What groups may be attached to. */
export type AttachmentKey = { readonly itemId: string } | { readonly category: string };

/** The key of an item or a category in a map. */
export function targetKey(key: AttachmentKey): string {
  return 'itemId' in key ? `item ${key.itemId}` : `category ${key.category}`;
}

// One look-up in an index for each value, whatever the planner believes of arrays (item-rows.ts); then every group that can be
// reached from those attached, each once.
const READ = `with recursive attached as (
    select a.* from unnest($1::uuid[]) as wanted(id)
      cross join lateral (select item_id, category, groups, codes from modifier_attachments where item_id = wanted.id limit 1) as a
    union all
    select a.* from unnest($2::text[]) as wanted(name)
      cross join lateral (select item_id, category, groups, codes from modifier_attachments where category = wanted.name limit 1) as a
  ), reached(code) as (
    select c.code from attached cross join lateral unnest(codes) as c(code)
    union
    select n.code from reached
      cross join lateral (select nested from modifier_groups where code = reached.code and deleted_at is null limit 1) as g
      cross join lateral unnest(g.nested) as n(code)
  )
  select item_id, category, groups, null::json as "group" from attached
  union all
  select null, null, null, row_to_json(g) from reached
    cross join lateral (
      select ${GROUP_COLUMNS}
        from modifier_groups where code = reached.code and deleted_at is null limit 1
    ) as g`;

interface Row {
  item_id: string | null;
  category: string | null;
  groups: readonly Attachment[] | null;
  group: ModifierGroupRow | null;
}

/** What is attached to items and categories by `targetKey`, and by their codes all groups that can be reached from there. */
export async function readAttached(
  tx: Tx,
  keys: readonly AttachmentKey[],
): Promise<{
  readonly attached: ReadonlyMap<string, readonly Attachment[]>;
  readonly groups: ReadonlyMap<string, ModifierGroup>;
}> {
  const itemIds = keys.flatMap((key) => ('itemId' in key ? [key.itemId] : []));
  const categories = keys.flatMap((key) => ('itemId' in key ? [] : [key.category]));
  const attached = new Map<string, readonly Attachment[]>();
  const groups = new Map<string, ModifierGroup>();
  for (const row of await runPrepared<Row>(tx, 'modifiers_attached', READ, [itemIds, categories])) {
    if (row.group !== null) groups.set(row.group.code, toGroup(row.group));
    else if (row.item_id !== null)
      attached.set(targetKey({ itemId: row.item_id }), (row.groups ?? []).map(toAttachment));
    else if (row.category !== null)
      attached.set(targetKey({ category: row.category }), (row.groups ?? []).map(toAttachment));
  }
  return { attached, groups };
}
