import { sql, type RawBuilder } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { runPrepared, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { EntryChange } from '../../domain/entry-changes.js';
import type { Entry } from '../../domain/price-effect.js';
import type { Pricebook, PricebookId, PricebookRefusal, Version } from '../../domain/pricebook.js';
import type { PricebookQuery, PricebookViews } from '../../ports/pricebook-views.js';
import { DIFFERENT, toEntryChange, type DifferenceRow } from './entry-repository.js';
import { momentOf, withLiveVersions } from './live-versions.js';
import {
  toEntry,
  toVersion,
  VERSION_COLUMNS,
  type BookRow,
  type EntryRow,
  type PricebookTables,
  type VersionRow,
} from './pricebook-rows.js';

const BOOK = 'select * from pricebooks where id = $1';
const VERSION = `select ${VERSION_COLUMNS} from pricebook_versions v join pricebooks b on b.id = v.pricebook_id
  where v.pricebook_id = $1 and v.number = $2`;
const VERSIONS = `select ${VERSION_COLUMNS} from pricebook_versions v join pricebooks b on b.id = v.pricebook_id
  where v.pricebook_id = $1 and ($2::int is null or v.number < $2) order by v.number desc limit $3`;
const ENTRIES = `select sku, kind, amount, rate::text as rate from pricebook_entries
  where version_id = $1 and ($2::text is null or sku > $2) and ($3::text is null or sku = $3) order by sku limit $4`;
const DIFF = `select * from (${DIFFERENT}) d where $3::text is null or sku > $3 order by sku limit $4`;

/** Answers questions about pricebooks. */
export class PostgresPricebookViews implements PricebookViews {
  constructor(private readonly transactor: Transactor) {}

  book(context: RequestContext, id: PricebookId): Promise<Pricebook> {
    return this.transactor.read(context, async (tx) => {
      const [book] = await withLiveVersions(tx, [await rowOf(tx, id)], context.at);
      return book as Pricebook;
    });
  }

  books(context: RequestContext, query: PricebookQuery): Promise<readonly Pricebook[]> {
    const where = sql.join(conditionsOf(query, context.at), sql` and `);
    const select = sql<BookRow>`select * from pricebooks b where ${where} order by name, id limit ${query.limit + 1}`;
    return this.transactor.read(context, async (tx) => {
      const { rows } = await select.execute(transactionOf<PricebookTables>(tx));
      return withLiveVersions(tx, rows, context.at);
    });
  }

  version(context: RequestContext, id: PricebookId, number: number): Promise<Version> {
    return this.transactor.read(context, (tx) => versionOf(tx, id, number, context.at));
  }

  versions(
    context: RequestContext,
    id: PricebookId,
    { limit, after }: Parameters<PricebookViews['versions']>[2],
  ): Promise<readonly Version[]> {
    return this.transactor.read(context, async (tx) => {
      const at = momentOf(await rowOf(tx, id), context.at);
      const rows = await runPrepared<VersionRow>(tx, 'pricebook_versions', VERSIONS, [id, after ?? null, limit + 1]);
      return rows.map((row) => toVersion(row, at));
    });
  }

  entries(
    context: RequestContext,
    id: PricebookId,
    number: number,
    { limit, after, sku }: Parameters<PricebookViews['entries']>[3],
  ): Promise<readonly Entry[]> {
    return this.transactor.read(context, async (tx) => {
      const { currency } = await rowOf(tx, id);
      const version = await versionOf(tx, id, number, context.at);
      const values = [version.id, after ?? null, sku ?? null, limit + 1];
      const rows = await runPrepared<EntryRow>(tx, 'pricebook_entries_page', ENTRIES, values);
      return rows.map((row) => toEntry(row, currency));
    });
  }

  entryChanges(
    context: RequestContext,
    id: PricebookId,
    numbers: { readonly from: number; readonly to: number },
    { limit, after }: Parameters<PricebookViews['entryChanges']>[3],
  ): Promise<{ from: Version; to: Version; changes: readonly EntryChange[] }> {
    return this.transactor.read(context, async (tx) => {
      const { currency } = await rowOf(tx, id);
      const from = await versionOf(tx, id, numbers.from, context.at);
      const to = await versionOf(tx, id, numbers.to, context.at);
      const values = [from.id, to.id, after ?? null, limit + 1];
      const rows = await runPrepared<DifferenceRow>(tx, 'pricebook_diff', DIFF, values);
      return { from, to, changes: rows.map((row) => toEntryChange(row, currency)) };
    });
  }
}

async function rowOf(tx: Tx, id: PricebookId): Promise<BookRow> {
  const [row] = await runPrepared<BookRow>(tx, 'pricebook', BOOK, [id]);
  if (row === undefined) throw new Refusal<PricebookRefusal>('pricebook_not_found', { pricebookId: id });
  return row;
}

async function versionOf(tx: Tx, id: PricebookId, number: number, at: Date): Promise<Version> {
  const book = await rowOf(tx, id);
  const [row] = await runPrepared<VersionRow>(tx, 'pricebook_version', VERSION, [id, number]);
  if (row === undefined) throw new Refusal<PricebookRefusal>('pricebook_version_not_found', { number });
  return toVersion(row, momentOf(book, at));
}

function conditionsOf({ q, status, outletId, after }: PricebookQuery, at: Date): RawBuilder<unknown>[] {
  const conditions = [sql`true`];
  if (q !== undefined) {
    const pattern = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    conditions.push(sql`(name ilike ${pattern} or code ilike ${pattern})`);
  }
  if (status !== undefined) conditions.push(sql`status = ${status}`);
  if (outletId !== undefined) {
    conditions.push(sql`exists (select from pricebook_versions v where v.pricebook_id = b.id
      and (v.outlet_ids is null or ${outletId}::uuid = any(v.outlet_ids))
      and (v.state = 'draft' or v.state = 'released' and not exists (select from pricebook_versions n
        where n.pricebook_id = b.id and n.state = 'released' and n.effective_at <= greatest(${at}::timestamptz, b.updated_at)
          and (n.effective_at, n.number) > (v.effective_at, v.number))))`);
  }
  if (after !== undefined) conditions.push(sql`(name, id) > (${after[0]}, ${after[1]}::uuid)`);
  return conditions;
}
