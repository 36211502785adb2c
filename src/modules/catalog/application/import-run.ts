import type { RequestContext } from '../../../kernel/context.js';
import type { DigitOverrides } from '../../../kernel/currencies.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { advance, ROWS_MAX, type ImportProgress, type RunningImport } from '../domain/catalog-import.js';
import { planBatch, type DeferredRow } from '../domain/import-batch.js';
import { readRow, UnreadableFile, type FileRow, type ImportRow, type RowError } from '../domain/import-row.js';
import type { ImportRepository } from '../ports/import-repository.js';
import type { ItemBatches } from '../ports/item-repository.js';

/** What a run works with. */
export interface ImportMeans {
  readonly transactor: Transactor;
  readonly items: ItemBatches;
  readonly imports: ImportRepository;
  readonly ids: IdSource;
}

const BATCH_ROWS = 1000;
const DEFERRED_MAX = 20_000;

/** One import while it runs: what was read and not yet written, and how far it has come. */
export class ImportRun {
  private readonly rowBySku = new Map<string, number>();
  private rows: ImportRow[] = [];
  private rejected: RowError[] = [];
  private deferred: DeferredRow[] = [];
  private unwritten = 0;
  private rejectedRows = 0;

  constructor(
    private readonly context: RequestContext,
    private progress: RunningImport,
    private readonly digits: DigitOverrides,
    private readonly means: ImportMeans,
  ) {}

  /** How far the import has come, as its row in the database says it, too. */
  get state(): RunningImport {
    return this.progress;
  }

  /** Takes the whole file in. @throws UnreadableFile; what the transactor throws. */
  async take(file: AsyncIterable<FileRow>): Promise<void> {
    const broken = await this.read(file);
    await this.flush();
    await this.settleDeferred();
    if (broken !== undefined) throw broken;
  }

  private async read(file: AsyncIterable<FileRow>): Promise<UnreadableFile | undefined> {
    try {
      for await (const row of file) {
        this.accept(row);
        if (this.unwritten >= BATCH_ROWS) await this.flush();
      }
      return undefined;
    } catch (error) {
      if (error instanceof UnreadableFile) return error; // the rows before it are sound and go in
      throw error;
    }
  }

  private accept(fileRow: FileRow): void {
    if (this.progress.total + this.unwritten >= ROWS_MAX) {
      throw new UnreadableFile(`a file may have ${ROWS_MAX} rows; split it and import the parts`, fileRow.row);
    }
    this.unwritten += 1;
    const read = readRow(fileRow, this.digits);
    if (!('item' in read)) {
      this.reject(read);
      return;
    }
    const { row, item } = read;
    const earlier = this.rowBySku.get(item.sku);
    if (earlier !== undefined) {
      this.reject([{ row, column: 'sku', message: `is in row ${earlier} already` }]);
      return;
    }
    this.rowBySku.set(item.sku, row);
    this.rows.push(read);
  }

  private reject(errors: readonly RowError[]): void {
    this.rejectedRows += 1;
    this.rejected.push(...errors);
  }

  /** Writes the batch that was read. */
  private async flush(): Promise<void> {
    if (this.unwritten === 0) return;
    const read = { total: this.unwritten, rejected: this.rejectedRows, errors: this.rejected };
    this.deferred.push(...(await this.write(this.rows, read)));
    this.rows = [];
    this.rejected = [];
    this.unwritten = 0;
    this.rejectedRows = 0;
    if (this.deferred.length > DEFERRED_MAX) await this.rejectDeferred();
  }

  private async write(rows: readonly ImportRow[], read: Partial<ImportProgress>): Promise<readonly DeferredRow[]> {
    const { transactor, items, ids } = this.means;
    const { next, deferred } = await transactor.run(this.context, async (tx) => {
      await items.lock(tx);
      const plan = planBatch(rows, await items.sharing(tx, rows), () => ids.next<'item'>());
      await items.write(tx, plan.writes);
      const { created, updated, unchanged } = plan;
      const advanced = advance(this.progress, { ...read, created, updated, unchanged });
      await this.save(tx, advanced);
      return { next: advanced, deferred: plan.deferred };
    });
    this.progress = next;
    return deferred;
  }

  /** Tries deferred rows again for as long as that frees barcodes; what then still collides is rejected. */
  private async settleDeferred(): Promise<void> {
    for (let before = Infinity; this.deferred.length > 0 && this.deferred.length < before;) {
      before = this.deferred.length;
      const waiting = this.deferred;
      this.deferred = [];
      for (let at = 0; at < waiting.length; at += BATCH_ROWS) {
        this.deferred.push(...(await this.write(waiting.slice(at, at + BATCH_ROWS), {})));
      }
    }
    if (this.deferred.length > 0) await this.rejectDeferred();
  }

  private async rejectDeferred(): Promise<void> {
    const errors = this.deferred.map(({ error }) => error);
    const advanced = advance(this.progress, { rejected: errors.length, errors });
    await this.means.transactor.run(this.context, (tx) => this.save(tx, advanced));
    this.progress = advanced;
    this.deferred = [];
  }

  private async save(...[tx, state]: Parameters<ImportRepository['save']>): Promise<void> {
    if (!(await this.means.imports.save(tx, state)))
      throw new Error('the import was given up for dead while it was running');
  }
}
