import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import {
  CatalogCopies,
  type CatalogRowKind,
  type CatalogRows,
  type ChangedRow,
  type ChangePoint,
} from '../../application/catalog-copies.js';
import type { Availability } from '../../domain/availability.js';
import type { Combo, ComboDefinition } from '../../domain/combo.js';
import type { LabelRule } from '../../domain/gs1/label.js';
import type { ItemId } from '../../domain/item.js';
import type { LabelRulesRepository } from '../../ports/label-rules.js';
import { AVAILABILITY_COLUMNS, toAvailability, type AvailabilityRow } from './availability-rows.js';
import { ITEM_COLUMNS, toItem, type ItemRow } from './item-rows.js';
import { ATTACHMENT_COLUMNS, toAttachments, type AttachmentRow } from './modifier-attachment-repository.js';
import { GROUP_COLUMNS, toGroup, type ModifierGroupRow } from './modifier-group-rows.js';

/** How rows of a kind are read. */
interface Reading<Stored, Row> {
  readonly table: string;
  readonly key: string;
  readonly columns: string;
  /** What is there, and not deleted. */
  readonly there: string;
  readonly toRow: (stored: Stored) => Row;
  readonly isGone: (stored: Stored) => boolean;
}

interface ComboRow {
  item_id: string;
  definition: ComboDefinition | null;
  version: number;
}

type Readings = { readonly [Kind in CatalogRowKind]: Reading<never, CatalogRows[Kind]> };

const READINGS = {
  items: {
    ...{ table: 'catalog_items', key: 'id', columns: ITEM_COLUMNS, there: 'deleted_at is null' },
    toRow: toItem,
    isGone: (row: ItemRow) => row.deleted_at !== null,
  },
  modifierGroups: {
    ...{ table: 'modifier_groups', key: 'id', columns: GROUP_COLUMNS, there: 'deleted_at is null' },
    toRow: toGroup,
    isGone: (row: ModifierGroupRow) => row.deleted_at !== null,
  },
  attachments: {
    ...{ table: 'modifier_attachments', key: 'id', columns: ATTACHMENT_COLUMNS, there: 'cardinality(codes) > 0' },
    toRow: toAttachments,
    isGone: ({ groups }: AttachmentRow) => groups.length === 0,
  },
  combos: {
    ...{ table: 'catalog_combos', key: 'item_id', columns: 'item_id, definition, version' },
    there: 'definition is not null',
    toRow: ({ item_id: itemId, definition, version }: ComboRow): Combo => {
      return { itemId: itemId as ItemId, definition, version };
    },
    isGone: ({ definition }: ComboRow) => definition === null,
  },
} satisfies Readings;

/** Before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';
const RESTRICTED = `select ${AVAILABILITY_COLUMNS} from item_availability
  where outlet_id = $1 and (not available or remaining is not null) order by sku`;

/** Rows of the catalogue in the order of their keys or of their changes. */
export class PostgresCatalogCopies extends CatalogCopies {
  constructor(private readonly labels: Pick<LabelRulesRepository, 'known'>) {
    super();
  }

  async size(tx: Tx, kind: CatalogRowKind): Promise<number> {
    const { table, there } = READINGS[kind];
    const text = `select count(*)::int as count from ${table} where ${there}`;
    const [row] = await runPrepared<{ count: number }>(tx, `copies_${kind}_size`, text, []);
    return row?.count ?? 0;
  }

  async page<Kind extends CatalogRowKind>(tx: Tx, kind: Kind, after: string | null, limit: number) {
    const { table, key, columns, there, toRow } = readingOf(kind);
    const text = `select ${key} as copied_id, ${columns} from ${table} where ${there} and ${key} > $1::uuid order by ${key} limit $2`;
    const rows = await runPrepared<Copied>(tx, `copies_${kind}_page`, text, [after ?? FIRST, limit]);
    return rows.map((row) => ({ id: row.copied_id, row: toRow(row) }));
  }

  async changed<Kind extends CatalogRowKind>(
    tx: Tx,
    kind: Kind,
    after: ChangePoint,
    limit: number,
  ): Promise<readonly ChangedRow<CatalogRows[Kind]>[]> {
    const { table, key, columns, toRow, isGone } = readingOf(kind);
    // The first condition is the index's own.
    const text = `select ${key} as copied_id, content_revision, ${columns} from ${table}
      where content_revision > 0 and (content_revision, ${key}) > ($1::bigint, $2::uuid)
      order by content_revision, ${key} limit $3`;
    const rows = await runPrepared<Copied>(tx, `copies_${kind}_changed`, text, [after.revision, after.id, limit]);
    return rows.map((row) => {
      return { id: row.copied_id, revision: row.content_revision, row: toRow(row), gone: isGone(row) };
    });
  }

  async labelRules(tx: Tx, outletId: OutletId): Promise<readonly LabelRule[]> {
    return (await this.labels.known(tx, outletId))?.rules ?? [];
  }

  async restricted(tx: Tx, outletId: OutletId): Promise<readonly Availability[]> {
    const rows = await runPrepared<AvailabilityRow>(tx, 'copies_restricted', RESTRICTED, [outletId]);
    return rows.map(toAvailability);
  }
}

/** A row as it is stored, which only its own reading understands. */
interface Copied {
  readonly copied_id: string;
  readonly content_revision: number;
}

function readingOf<Kind extends CatalogRowKind>(kind: Kind): Reading<Copied, CatalogRows[Kind]> {
  return READINGS[kind] as unknown as Reading<Copied, CatalogRows[Kind]>;
}
