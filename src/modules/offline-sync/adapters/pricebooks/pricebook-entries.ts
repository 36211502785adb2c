import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { describeEffect, type PricebookCopies, type RelevantVersion } from '../../../pricebooks/index.js';
import type { PriceRecord } from '../../domain/snapshot.js';
import type { RowPosition } from '../../domain/sync-position.js';
import type { ChangedRows, GrowingSource, RowsPage, SyncPlace } from '../../ports/master-data.js';
import type { OutletPricebooks } from './pricebook-sections.js';

type Section = 'pricebookEntries';

/**
 * What released versions say of single items. Their entries never change, so that only those of versions come that have begun to
 * matter; a position names the version and the last SKU of it.
 */
export class PricebookEntrySource implements GrowingSource<Section> {
  readonly section = 'pricebookEntries';
  readonly mark = 'pricing';

  constructor(
    private readonly copies: PricebookCopies,
    private readonly books: OutletPricebooks,
  ) {}

  async size(tx: Tx, { outletId }: SyncPlace): Promise<number> {
    return (await this.versions(tx, outletId)).reduce((sum, { entryCount }) => sum + entryCount, 0);
  }

  async page(tx: Tx, place: SyncPlace, after: readonly string[] | null, limit: number): Promise<RowsPage<Section>> {
    const versions = (await this.versions(tx, place.outletId)).sort(byId);
    const [versionId = '', sku = null] = after ?? [];
    const left = versions.filter(({ id }) => id >= versionId);
    const { records, last } = await this.read(tx, left, left[0]?.id === versionId ? sku : null, limit);
    return { records, after: last === null ? null : [last.versionId, last.sku] };
  }

  async changed(tx: Tx, place: SyncPlace, since: RowPosition, limit: number): Promise<ChangedRows<Section>> {
    const versions = (await this.versions(tx, place.outletId)).sort((a, b) => a.since - b.since || byId(a, b));
    const [versionId, sku = null] = since.after ?? [];
    const left = versions.filter((version) => {
      if (version.since !== since.revision) return version.since > since.revision;
      return versionId !== undefined && version.id >= versionId;
    });
    const { records, last } = await this.read(tx, left, left[0]?.id === versionId ? sku : null, limit);
    const reached = left.find(({ id }) => id === last?.versionId);
    if (last === null || reached === undefined) return { records, removed: [], position: null };
    return { records, removed: [], position: { revision: reached.since, after: [last.versionId, last.sku] } };
  }

  private async versions(tx: Tx, outletId: OutletId): Promise<RelevantVersion[]> {
    const books = await this.books.of(tx, outletId);
    return books.flatMap(({ versions }) => versions.filter(({ entryCount }) => entryCount > 0));
  }

  /** @param afterSku of the first version. @returns `last` when there may be more. */
  private async read(tx: Tx, versions: readonly RelevantVersion[], afterSku: string | null, limit: number) {
    const wanted = enough(versions, limit);
    if (wanted.length === 0) return { records: [], last: null };
    const page = { versions: wanted.map(({ id }) => id), afterSku, limit };
    const entries = await this.copies.entries(tx, page);
    const records = entries.map(({ versionId, sku, effect }): PriceRecord => {
      return { versionId, sku, effect: describeEffect(effect) };
    });
    return { records, last: (entries.length === limit ? entries.at(-1) : undefined) ?? null };
  }
}

/** As many versions as may be needed: the first may have been read already, but for one entry. */
function enough(versions: readonly RelevantVersion[], limit: number): readonly RelevantVersion[] {
  let sum = 0;
  const end = versions.findIndex(({ entryCount }, index) => (sum += index === 0 ? 0 : entryCount) >= limit);
  return end === -1 ? versions : versions.slice(0, end + 1);
}

function byId(a: RelevantVersion, b: RelevantVersion): number {
  return a.id < b.id ? -1 : 1;
}
