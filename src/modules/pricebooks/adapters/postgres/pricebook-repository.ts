import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { violatedConstraint } from '../../../../platform/postgres/database-errors.js';
import { lockRevision, raiseRevision } from '../../../../platform/postgres/revisions.js';
import { runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Pricebook, PricebookId, PricebookRefusal, Version, VersionId } from '../../domain/pricebook.js';
import type { HeldPricebook, PricebookRepository } from '../../ports/pricebook-repository.js';
import { momentOf, withLiveVersions } from './live-versions.js';
import {
  fromBook,
  fromVersion,
  toVersion,
  VERSION_COLUMNS,
  type BookRow,
  type PricebookTables,
  type VersionRow,
} from './pricebook-rows.js';

const HOLD = 'select * from pricebooks where id = $1 for no key update'; // new entries and heirs only refer to it
const FAMILY = `select id, parent_id, currency from pricebooks where status <> 'archived'`;
const VERSION = `select ${VERSION_COLUMNS} from pricebook_versions v join pricebooks b on b.id = v.pricebook_id
  where v.pricebook_id = $1 and v.number = $2`;
const BEFORE = `select ${VERSION_COLUMNS} from pricebook_versions v join pricebooks b on b.id = v.pricebook_id
  where v.pricebook_id = $1 and v.state = 'released' and (v.effective_at, v.number) < ($2::timestamptz, $3::int)
  order by v.effective_at desc, v.number desc limit 1`;
const COPY = `insert into pricebook_entries (tenant_id, version_id, sku, kind, amount, rate)
  select tenant_id, $2, sku, kind, amount, rate from pricebook_entries where version_id = $1`;
const ANNOUNCED = `update pricebook_versions set announced_at = $2
  where id = $1 and state = 'released' and announced_at is null returning 1`;

/** Pricebooks in PostgreSQL. */
export class PostgresPricebookRepository implements PricebookRepository {
  lockPrices(tx: Tx): Promise<void> {
    return lockRevision(tx, 'pricing');
  }

  pricesChanged(tx: Tx): Promise<void> {
    return raiseRevision(tx, 'pricing');
  }

  async family(tx: Tx): ReturnType<PricebookRepository['family']> {
    type Row = Pick<BookRow, 'parent_id' | 'currency'> & { id: PricebookId };
    const rows = await runPrepared<Row>(tx, 'pricebook_family', FAMILY, []);
    return {
      family: new Map(rows.map(({ id, parent_id: parentId }) => [id, parentId as PricebookId | null])),
      currencies: new Map(rows.map(({ id, currency }) => [id, currency])),
    };
  }

  async hold(tx: Tx, id: PricebookId, at: Date): Promise<HeldPricebook> {
    const [row] = await runPrepared<BookRow>(tx, 'pricebook_hold', HOLD, [id]);
    if (row === undefined) throw new Refusal<PricebookRefusal>('pricebook_not_found', { pricebookId: id });
    const [book] = await withLiveVersions(tx, [row], at);
    return { book: book as Pricebook, at: momentOf(row, at) };
  }

  async version(tx: Tx, id: PricebookId, number: number, at: Date): Promise<Version> {
    const [row] = await runPrepared<VersionRow>(tx, 'pricebook_version', VERSION, [id, number]);
    if (row === undefined) throw new Refusal<PricebookRefusal>('pricebook_version_not_found', { number });
    return toVersion(row, at);
  }

  async before(tx: Tx, id: PricebookId, version: Version, at: Date): Promise<Version | null> {
    if (version.status === 'draft' || version.release === null) return null;
    const values = [id, version.release.effectiveAt, version.number];
    const [row] = await runPrepared<VersionRow>(tx, 'pricebook_before', BEFORE, values);
    return row === undefined ? null : toVersion(row, at);
  }

  async add(tx: Tx, book: Pricebook): Promise<void> {
    const row = { ...fromBook(book), tenant_id: tenantOf(tx) };
    const { numInsertedOrUpdatedRows } = await explained(book, () =>
      transactionOf<PricebookTables>(tx)
        .insertInto('pricebooks')
        .values(row)
        .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
        .executeTakeFirst(),
    );
    if (numInsertedOrUpdatedRows !== 1n)
      throw new Refusal<PricebookRefusal>('pricebook_already_exists', { pricebookId: book.id });
    if (book.draft !== null) await this.insert(tx, book.id, fromVersion(book.draft));
  }

  async save(tx: Tx, book: Pricebook): Promise<void> {
    const { numUpdatedRows } = await explained(book, () =>
      transactionOf<PricebookTables>(tx)
        .updateTable('pricebooks')
        .set(fromBook(book))
        .where('id', '=', book.id)
        .executeTakeFirst(),
    );
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} pricebooks instead of one`);
  }

  async addVersion(tx: Tx, id: PricebookId, version: Version, contentOf: VersionId): Promise<void> {
    const columns = fromVersion(version);
    // The database lets no entry into a released version: it is filled first.
    const unreleased = { released_by: null, released_at: null, effective_at: null, announced_at: null };
    await this.insert(tx, id, { ...columns, ...unreleased, state: 'filling' });
    if (version.entryCount > 0) await runPrepared(tx, 'pricebook_copy', COPY, [contentOf, version.id]);
    await this.saveVersion(tx, version);
  }

  async saveVersion(tx: Tx, version: Version): Promise<void> {
    const { numUpdatedRows } = await transactionOf<PricebookTables>(tx)
      .updateTable('pricebook_versions')
      .set(fromVersion(version))
      .where('id', '=', version.id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} versions of pricebooks instead of one`);
  }

  async markAnnounced(tx: Tx, id: VersionId, at: Date): Promise<boolean> {
    return (await runPrepared(tx, 'pricebook_announced', ANNOUNCED, [id, at])).length === 1;
  }

  private async insert(tx: Tx, id: PricebookId, columns: ReturnType<typeof fromVersion>): Promise<void> {
    await transactionOf<PricebookTables>(tx)
      .insertInto('pricebook_versions')
      .values({ ...columns, tenant_id: tenantOf(tx), pricebook_id: id })
      .execute();
  }
}

async function explained<Result>({ code }: Pricebook, statement: () => Promise<Result>): Promise<Result> {
  try {
    return await statement();
  } catch (error) {
    if (violatedConstraint(error) !== 'pricebooks_code_key') throw error;
    throw new Refusal<PricebookRefusal>('pricebook_code_taken', { code }, [
      { pointer: '/code', message: 'belongs to another pricebook' },
    ]);
  }
}
