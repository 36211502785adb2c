import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Availability } from '../domain/availability.js';
import type { Combo } from '../domain/combo.js';
import type { LabelRule } from '../domain/gs1/label.js';
import type { Item } from '../domain/item.js';
import type { AttachmentList } from '../domain/modifier-attachment.js';
import type { ModifierGroup } from '../domain/modifier-group.js';

/** Kinds of rows that may be many. */
export interface CatalogRows {
  readonly items: Item;
  readonly modifierGroups: ModifierGroup;
  readonly attachments: AttachmentList;
  readonly combos: Combo;
}
export type CatalogRowKind = keyof CatalogRows;

/** After which change: the tenant's revision that it came with, and the id. */
export interface ChangePoint {
  readonly revision: number;
  readonly id: string;
}

/** A row that has changed. */
export interface ChangedRow<Row> extends ChangePoint {
  readonly row: Row;
  /** It is deleted; or, of attachments and combos, nothing is left in it. */
  readonly gone: boolean;
}

/**
 * What those need who keep a copy of the catalogue, within their own transaction. Rows are read in parts by an index, each part with
 * one question. `catalog` of the tenant's revisions moves with items, `pricing` with all else.
 */
export abstract class CatalogCopies {
  /** How many rows there are. */
  abstract size(tx: Tx, kind: CatalogRowKind): Promise<number>;
  /** What is there, by id. @param after `null`: from the first. */
  abstract page<Kind extends CatalogRowKind>(
    tx: Tx,
    kind: Kind,
    after: string | null,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly row: CatalogRows[Kind] }[]>;
  /** What has changed after a point, in the order of changes. */
  abstract changed<Kind extends CatalogRowKind>(
    tx: Tx,
    kind: Kind,
    after: ChangePoint,
    limit: number,
  ): Promise<readonly ChangedRow<CatalogRows[Kind]>[]>;
  /** How the outlet reads labels of scales; none where nobody has said. From memory. */
  abstract labelRules(tx: Tx, outletId: OutletId): Promise<readonly LabelRule[]>;
  /** What the outlet is out of or counts, by SKU. */
  abstract restricted(tx: Tx, outletId: OutletId): Promise<readonly Availability[]>;
}
