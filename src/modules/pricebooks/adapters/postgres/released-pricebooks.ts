import type { Tx } from '../../../../kernel/transaction.js';
import { RevisionCache } from '../../../../platform/postgres/revisions.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import { releasedVersion, type ReleasedVersion, type TimedBook, type TimedBooks } from '../../domain/book-in-force.js';
import type { EntryLookup } from '../../domain/price-choice.js';
import type { PriceEffect } from '../../domain/price-effect.js';
import type { PricebookId, VersionId } from '../../domain/pricebook.js';
import type { ReleasedBooks, WantedEntry } from '../../ports/released-books.js';
import { toEffect, toTerms, type BookRow, type EntryRow, type VersionRow } from './pricebook-rows.js';

const TENANTS_MAX = 2_000;
// About 250 bytes an entry: 50 MB when full.
const ENTRIES_MAX = 200_000;

const BOOKS = 'select * from pricebooks order by id';
const VERSIONS = `select v.id, v.pricebook_id, v.number, v.priority, v.outlet_ids, v.channels, v.customer_groups, v.schedule, v.rules,
    v.entry_count, v.effective_at, b.currency as pricebook_currency
  from pricebook_versions v join pricebooks b on b.id = v.pricebook_id
  where v.state = 'released' order by v.effective_at, v.number`;
// One look-up in the index for each, whatever the planner believes.
const ENTRIES = `select wanted.version_id, e.sku, e.kind, e.amount, e.rate, b.currency
  from unnest($1::uuid[], $2::text[]) as wanted(version_id, sku)
  cross join lateral (select sku, kind, amount, rate::text as rate from pricebook_entries
    where version_id = wanted.version_id and sku = wanted.sku limit 1) e
  join pricebook_versions v on v.id = wanted.version_id
  join pricebooks b on b.id = v.pricebook_id`;

/**
 * Released pricebooks in memory, over all tenants. Books are kept by the tenant's revision of prices, which every transaction
 * learns as it begins. Entries are kept by their version: what was released never changes, so no revision makes them stale.
 */
export class ReleasedPricebooks implements ReleasedBooks {
  private readonly books: RevisionCache<TimedBooks>;
  /** `null`: known to say nothing. */
  private readonly effects = new Map<string, PriceEffect | null>();

  constructor(
    tenantsMax: number = TENANTS_MAX,
    private readonly entriesMax: number = ENTRIES_MAX,
  ) {
    this.books = new RevisionCache('pricing', tenantsMax);
  }

  all(tx: Tx): Promise<TimedBooks> {
    return this.books.get(tx, 'pricebooks', () => readBooks(tx));
  }

  async entries(tx: Tx, wanted: readonly WantedEntry[]): Promise<EntryLookup> {
    const known = new Map<string, PriceEffect | null>();
    const missing = new Map<string, WantedEntry>();
    for (const one of wanted) {
      const key = keyOf(tx, one.versionId, one.sku);
      const effect = this.recall(key);
      if (effect === undefined) missing.set(key, one);
      else known.set(key, effect);
    }
    if (missing.size > 0) {
      const found = await readEntries(tx, [...missing.values()]);
      for (const key of missing.keys()) {
        const effect = found.get(key) ?? null;
        known.set(key, effect);
        this.remember(key, effect);
      }
    }
    return (versionId, sku) => known.get(keyOf(tx, versionId, sku)) ?? undefined;
  }

  private recall(key: string): PriceEffect | null | undefined {
    const effect = this.effects.get(key);
    if (effect === undefined) return undefined;
    this.effects.delete(key);
    this.effects.set(key, effect); // last in order: the most recently used
    return effect;
  }

  private remember(key: string, effect: PriceEffect | null): void {
    this.effects.set(key, effect);
    for (const oldest of this.effects.keys()) {
      if (this.effects.size <= this.entriesMax) break;
      this.effects.delete(oldest);
    }
  }
}

async function readBooks(tx: Tx): Promise<TimedBooks> {
  const rows = await runPrepared<BookRow>(tx, 'pricebooks_timed', BOOKS, []);
  if (rows.length === 0) return new Map();
  const versions = new Map<string, ReleasedVersion[]>();
  for (const row of await runPrepared<VersionRow>(tx, 'pricebooks_released', VERSIONS, [])) {
    if (row.effective_at === null) throw new Error(`version ${row.id} is released and does not say when`);
    const key = { id: row.id as VersionId, number: row.number, effectiveAt: row.effective_at };
    const version = releasedVersion(key, toTerms(row), row.entry_count > 0);
    const own = versions.get(row.pricebook_id);
    if (own === undefined) versions.set(row.pricebook_id, [version]);
    else own.push(version);
  }
  return new Map(rows.map((row) => [row.id as PricebookId, toTimedBook(row, versions.get(row.id) ?? [])]));
}

function toTimedBook(row: BookRow, versions: readonly ReleasedVersion[]): TimedBook {
  const { name, currency, archived_at: archivedAt } = row;
  return {
    id: row.id as PricebookId,
    parentId: row.parent_id as PricebookId | null,
    name,
    currency,
    archivedAt,
    versions,
  };
}

async function readEntries(tx: Tx, wanted: readonly WantedEntry[]): Promise<Map<string, PriceEffect>> {
  type Row = EntryRow & { version_id: VersionId; currency: string };
  const values = [wanted.map(({ versionId }) => versionId), wanted.map(({ sku }) => sku)];
  const rows = await runPrepared<Row>(tx, 'pricebook_entries_wanted', ENTRIES, values);
  return new Map(
    rows.map(({ version_id: versionId, sku, currency, ...effect }) => [
      keyOf(tx, versionId, sku),
      Object.freeze(toEffect(effect, currency)),
    ]),
  );
}

function keyOf(tx: Tx, versionId: VersionId, sku: string): string {
  return `${tenantOf(tx)} ${versionId} ${sku}`;
}
