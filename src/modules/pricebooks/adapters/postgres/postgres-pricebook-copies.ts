import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { RevisionCache } from '../../../../platform/postgres/revisions.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import { PricebookCopies, type CopiedEntry, type EntryPage } from '../../application/pricebook-copies.js';
import type { PricebookId, VersionId } from '../../domain/pricebook.js';
import {
  relevantBooks,
  type CopiedBook,
  type CopiedVersion,
  type RelevantBook,
} from '../../domain/relevant-versions.js';
import { toEffect, toTerms, type BookRow, type EntryRow, type VersionRow } from './pricebook-rows.js';

const TENANTS_MAX = 500;
const BOOKS = 'select * from pricebooks order by id';
const VERSIONS = `select v.id, v.pricebook_id, v.number, v.priority, v.outlet_ids, v.channels, v.customer_groups, v.schedule, v.rules,
    v.entry_count, v.effective_at, v.content_revision, b.currency as pricebook_currency
  from pricebook_versions v join pricebooks b on b.id = v.pricebook_id
  where v.state = 'released' order by v.effective_at, v.number`;
// Of each version so many as are wanted altogether, at most: the index gives them in order.
const ENTRIES = `select e.version_id, e.sku, e.kind, e.amount, e.rate, b.currency
  from unnest($1::uuid[]) with ordinality as wanted(version_id, place)
  cross join lateral (select version_id, sku, kind, amount, rate::text as rate from pricebook_entries
    where version_id = wanted.version_id and (wanted.place > 1 or sku > $2) order by sku limit $3) e
  join pricebook_versions v on v.id = wanted.version_id
  join pricebooks b on b.id = v.pricebook_id
  order by wanted.place, e.sku limit $3`;

type ReleasedRow = VersionRow & { content_revision: number };

/** Released pricebooks for those who keep a copy; books in memory, by the tenant's revision of prices. */
export class PostgresPricebookCopies extends PricebookCopies {
  private readonly cache = new RevisionCache<readonly CopiedBook[]>('pricing', TENANTS_MAX);

  async books(
    tx: Tx,
    outlet: { readonly id: OutletId; readonly currency: string },
    from: Date,
  ): Promise<readonly RelevantBook[]> {
    return relevantBooks(await this.cache.get(tx, 'books', () => readBooks(tx)), outlet, from);
  }

  async entries(tx: Tx, { versions, afterSku, limit }: EntryPage): Promise<readonly CopiedEntry[]> {
    type Row = EntryRow & { version_id: VersionId; currency: string };
    const values = [versions, afterSku ?? '', limit];
    const rows = await runPrepared<Row>(tx, 'copies_pricebook_entries', ENTRIES, values);
    return rows.map(({ version_id: versionId, sku, currency, ...effect }) => {
      return { versionId, sku, effect: toEffect(effect, currency) };
    });
  }
}

async function readBooks(tx: Tx): Promise<readonly CopiedBook[]> {
  const rows = await runPrepared<BookRow>(tx, 'copies_pricebooks', BOOKS, []);
  if (rows.length === 0) return [];
  const released = await runPrepared<ReleasedRow>(tx, 'copies_pricebook_versions', VERSIONS, []);
  return rows.map((row) => {
    const { name, currency, archived_at: archivedAt, parent_id: parentId } = row;
    const versions = released.filter((version) => version.pricebook_id === row.id).map(toVersion);
    return {
      ...{ id: row.id as PricebookId, name, currency, archivedAt, versions },
      parentId: parentId as PricebookId | null,
    };
  });
}

function toVersion(row: ReleasedRow): CopiedVersion {
  if (row.effective_at === null) throw new Error(`version ${row.id} is released and does not say when`);
  return {
    ...{ id: row.id as VersionId, number: row.number, effectiveAt: row.effective_at, terms: toTerms(row) },
    ...{ entryCount: row.entry_count, releasedRevision: row.content_revision },
  };
}
