import type { RequestContext } from '../../../kernel/context.js';
import type { DigitOverrides } from '../../../kernel/currencies.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { advanceSync, startOver, type RunningSync, type SyncProgress } from '../domain/catalog-sync.js';
import { planBatch, type DeferredRow } from '../domain/import-batch.js';
import type { ImportRow } from '../domain/import-row.js';
import { SourceFailed, SourceForgot, SyncStopped } from '../domain/source-failed.js';
import { readBatch, toSyncError, type SourceItem, type SyncBatch } from '../domain/source-item.js';
import type { CatalogueSource, SourcePage } from '../ports/catalogue-source.js';
import type { ItemBatches } from '../ports/item-repository.js';
import type { SyncedItems, SyncRepository } from '../ports/sync-repository.js';
import { pagesOf } from './source-pages.js';

/** What a run works with. */
export interface SyncMeans {
  readonly transactor: Transactor;
  readonly source: CatalogueSource;
  readonly items: ItemBatches;
  readonly synced: SyncedItems;
  readonly syncs: SyncRepository;
  readonly ids: IdSource;
  readonly now: () => Date;
}

const BATCH_ITEMS = 1000;
const DEFERRED_MAX = 20_000;
/** In a full run each SKU is remembered, to find what the source has no more. */
const ITEMS_MAX = 500_000;

/** One run while it fetches: what waits for others, and how far it has come. The source is asked between transactions. */
export class SyncRun {
  private readonly there = new Set<string>();
  private deferred: DeferredRow[] = [];

  constructor(
    private readonly context: RequestContext,
    private progress: RunningSync,
    private readonly digits: DigitOverrides,
    private readonly means: SyncMeans,
    private readonly isStopping: () => boolean,
  ) {}

  /** How far the run has come, as its row in the database says it, too. */
  get state(): RunningSync {
    return this.progress;
  }

  /**
   * Takes in what the source sends. Where it has forgotten the revision, everything is fetched instead.
   * @returns the source's revision that the local copy has then.
   * @throws SourceFailed; what the transactor throws.
   */
  async take(first?: SourcePage): Promise<string> {
    try {
      return await this.follow(first);
    } catch (error) {
      if (!(error instanceof SourceForgot) || this.progress.mode === 'full') throw error;
      this.progress = startOver(this.progress);
      this.deferred = [];
      return this.follow();
    }
  }

  private async follow(first?: SourcePage): Promise<string> {
    const { mode, fromRevision } = this.progress;
    const question = { tenantSlug: this.context.tenantSlug, since: fromRevision };
    const before = this.progress.fetched;
    let revision: string | undefined;
    for await (const page of pagesOf(this.means.source, question, first)) {
      // That of the first page: what changes while pages are fetched comes again with the next run.
      revision ??= page.revision;
      for (let at = 0; at < page.items.length; at += BATCH_ITEMS)
        await this.accept(page.items.slice(at, at + BATCH_ITEMS));
      if (this.isStopping()) throw new SyncStopped();
    }
    if (revision === undefined) throw new SourceFailed('the source sent no page', false);
    if (mode === 'full') await this.removeAbsent(this.progress.fetched - before);
    await this.settleDeferred();
    return revision;
  }

  private async accept(items: readonly SourceItem[]): Promise<void> {
    const { fetched, mode } = this.progress;
    if (fetched + items.length > ITEMS_MAX) throw new SourceFailed(`a run fetches ${ITEMS_MAX} items at most`, false);
    const batch = readBatch(items, fetched + 1, this.digits);
    if (mode === 'full') {
      for (const sku of batch.there) this.there.add(sku);
      for (const sku of batch.tombstones) this.there.delete(sku);
    }
    const said = new Set([...batch.tombstones, ...batch.rows.map(({ item }) => item.sku)]);
    const waiting = this.deferred.filter(({ item }) => !said.has(item.sku));
    const unchanged = batch.superseded + this.deferred.length - waiting.length;
    const { rejected, errors } = batch;
    const deferred = await this.write(batch, { fetched: items.length, unchanged, rejected, errors });
    this.deferred = [...waiting, ...deferred];
    if (this.deferred.length > DEFERRED_MAX) await this.rejectDeferred();
  }

  /** Tombstones come first: what they free may be taken by a row of the same batch. */
  private async write(
    { rows, tombstones }: Pick<SyncBatch, 'rows' | 'tombstones'>,
    read: Partial<SyncProgress>,
  ): Promise<readonly DeferredRow[]> {
    const { transactor, items, synced, source, ids, now } = this.means;
    return this.advanced(read, (work) =>
      transactor.run(this.context, async (tx) => {
        await items.lock(tx);
        const deleted = await synced.remove(tx, source.name, tombstones, now());
        const plan = planBatch(rows, await items.sharing(tx, rows), () => ids.next<'item'>());
        await items.write(tx, plan.writes);
        await synced.mark(tx, source.name, skusBut(rows, plan.deferred));
        const unchanged = plan.unchanged + tombstones.length - deleted;
        return work(tx, { created: plan.created, updated: plan.updated, unchanged, deleted }, plan.deferred);
      }),
    );
  }

  /** In a full run what came from the source before and was not sent now is gone there. */
  private async removeAbsent(fetched: number): Promise<void> {
    for (let after: string | null = null; ;) {
      const page = await this.ofSource(after);
      // A source that lost everything, or looks at the wrong place, must not empty the tills.
      if (page.length > 0 && fetched === 0)
        throw new SourceFailed('the source sent no items at all, so nothing was deleted', false);
      await this.remove(page.map(({ sku }) => sku).filter((sku) => !this.there.has(sku)));
      after = page.at(-1)?.id ?? null;
      if (page.length < BATCH_ITEMS) return;
    }
  }

  private ofSource(after: string | null): ReturnType<SyncedItems['after']> {
    const { transactor, synced, source } = this.means;
    return transactor.read(this.context, (tx) => synced.after(tx, source.name, after, BATCH_ITEMS));
  }

  private async remove(skus: readonly string[]): Promise<void> {
    if (skus.length === 0) return;
    const { transactor, items, synced, source, now } = this.means;
    await this.advanced({}, (work) =>
      transactor.run(this.context, async (tx) => {
        await items.lock(tx);
        return work(tx, { deleted: await synced.remove(tx, source.name, skus, now()) }, []);
      }),
    );
  }

  /** Tries deferred rows again for as long as that frees codes; what then still collides is rejected. */
  private async settleDeferred(): Promise<void> {
    for (let before = Infinity; this.deferred.length > 0 && this.deferred.length < before;) {
      before = this.deferred.length;
      const waiting = this.deferred;
      this.deferred = [];
      for (let at = 0; at < waiting.length; at += BATCH_ITEMS) {
        const rows = waiting.slice(at, at + BATCH_ITEMS);
        this.deferred.push(...(await this.write({ rows, tombstones: [] }, {})));
      }
    }
    if (this.deferred.length > 0) await this.rejectDeferred();
  }

  private async rejectDeferred(): Promise<void> {
    const errors = this.deferred.map(({ error, item }) => toSyncError(error, item.sku));
    await this.advanced({ rejected: this.deferred.length, errors }, (work) =>
      this.means.transactor.run(this.context, (tx) => work(tx, {}, [])),
    );
    this.deferred = [];
  }

  /** Saves progress in the transaction of the effects, and believes in it once that has committed. */
  private async advanced(
    read: Partial<SyncProgress>,
    run: (work: Work) => Promise<Advance>,
  ): Promise<Advance['deferred']> {
    const { next, deferred } = await run(async (tx, done, waiting) => {
      const after = advanceSync(advanceSync(this.progress, read), done);
      if (!(await this.means.syncs.save(tx, after)))
        throw new Error('the run was given up for dead while it was running');
      return { next: after, deferred: waiting };
    });
    this.progress = next;
    return deferred;
  }
}

interface Advance {
  readonly next: RunningSync;
  readonly deferred: readonly DeferredRow[];
}
type Work = (tx: Tx, done: Partial<SyncProgress>, deferred: readonly DeferredRow[]) => Promise<Advance>;

function skusBut(rows: readonly ImportRow[], deferred: readonly DeferredRow[]): string[] {
  const waiting = new Set(deferred.map(({ item }) => item.sku));
  return rows.map(({ item }) => item.sku).filter((sku) => !waiting.has(sku));
}
