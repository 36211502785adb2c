import type { Tx } from '../../../../kernel/transaction.js';
import type { CatalogCopies, CatalogRowKind, CatalogRows } from '../../../catalog/index.js';
import {
  recordKey,
  type AttachmentsRecord,
  type ComboRecord,
  type GrowingSection,
  type ItemRecord,
  type ModifierGroupRecord,
  type SectionRecords,
} from '../../domain/snapshot.js';
import type { Mark, RowPosition } from '../../domain/sync-position.js';
import type { AnyGrowingSource, ChangedRows, GrowingSource, RowsPage, SyncPlace } from '../../ports/master-data.js';

/** A section of which the catalogue keeps one row a record. */
interface Mapping<Name extends GrowingSection, Kind extends CatalogRowKind> {
  readonly section: Name;
  readonly kind: Kind;
  readonly mark: Mark;
  readonly toRecord: (row: CatalogRows[Kind]) => SectionRecords[Name] | null;
  /** The key of a row of which nothing is left. */
  readonly keyOf: (row: CatalogRows[Kind]) => string;
}

/** After every id: what has the revision is all there. */
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Rows of the catalogue, which belong to all outlets. */
class CatalogRowSource<Name extends GrowingSection, Kind extends CatalogRowKind> implements GrowingSource<Name> {
  readonly section: Name;
  readonly mark: Mark;

  constructor(
    private readonly copies: CatalogCopies,
    private readonly mapping: Mapping<Name, Kind>,
  ) {
    this.section = mapping.section;
    this.mark = mapping.mark;
  }

  size(tx: Tx): Promise<number> {
    return this.copies.size(tx, this.mapping.kind);
  }

  async page(tx: Tx, _place: SyncPlace, after: readonly string[] | null, limit: number): Promise<RowsPage<Name>> {
    const { kind, toRecord } = this.mapping;
    const rows = await this.copies.page(tx, kind, after?.[0] ?? null, limit);
    const last = rows.length < limit ? undefined : rows.at(-1);
    const records = rows.map(({ row }) => toRecord(row)).filter((record) => record !== null);
    return { records, after: last === undefined ? null : [last.id] };
  }

  async changed(tx: Tx, _place: SyncPlace, since: RowPosition, limit: number): Promise<ChangedRows<Name>> {
    const { kind, toRecord, keyOf } = this.mapping;
    const after = { revision: since.revision, id: since.after?.[0] ?? LAST };
    const rows = await this.copies.changed(tx, kind, after, limit);
    const records: SectionRecords[Name][] = [];
    const removed: string[] = [];
    for (const { row, gone } of rows) {
      const record = gone ? null : toRecord(row);
      if (record === null) removed.push(keyOf(row));
      else records.push(record);
    }
    const last = rows.length < limit ? undefined : rows.at(-1);
    return { records, removed, position: last === undefined ? null : { revision: last.revision, after: [last.id] } };
  }
}

/** The sections that the catalogue has row by row. */
export function catalogRowSources(copies: CatalogCopies): AnyGrowingSource[] {
  return [
    new CatalogRowSource(copies, {
      ...{ section: 'items', kind: 'items', mark: 'catalog', toRecord: toItemRecord },
      keyOf: ({ id }) => id,
    }),
    new CatalogRowSource(copies, {
      ...{ section: 'modifierGroups', kind: 'modifierGroups', mark: 'pricing', toRecord: toGroupRecord },
      keyOf: ({ id }) => id,
    }),
    new CatalogRowSource(copies, {
      ...{ section: 'modifierAttachments', kind: 'attachments', mark: 'pricing', toRecord: toAttachmentsRecord },
      keyOf: (row) => recordKey('modifierAttachments', toAttachmentsRecord(row)),
    }),
    new CatalogRowSource(copies, {
      ...{ section: 'combos', kind: 'combos', mark: 'pricing', toRecord: toComboRecord },
      keyOf: ({ itemId }) => itemId,
    }),
  ];
}

/** What no till sells by stays out: a catalogue is large. */
function toItemRecord(item: CatalogRows['items']): ItemRecord {
  const { version: _version, deletedAt: _deletedAt, nutrition: _nutrition, description: _text, ...record } = item;
  return record;
}

function toGroupRecord({ version: _, ...group }: CatalogRows['modifierGroups']): ModifierGroupRecord {
  return group;
}

function toAttachmentsRecord({ itemId, category, groups }: CatalogRows['attachments']): AttachmentsRecord {
  return { itemId, category, groups };
}

function toComboRecord({ itemId, definition }: CatalogRows['combos']): ComboRecord | null {
  return definition === null ? null : { itemId, pricing: definition.pricing, slots: definition.slots };
}
