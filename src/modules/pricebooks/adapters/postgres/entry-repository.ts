import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import { CHANGES_SHOWN, changeOf, type EntryChange, type EntryChanges } from '../../domain/entry-changes.js';
import type { Entry, PriceEffect } from '../../domain/price-effect.js';
import { LIMITS, type VersionId } from '../../domain/pricebook.js';
import type { EntryRepository } from '../../ports/pricebook-repository.js';
import { fromEffect, toEffect, toEntry, type EntryRow } from './pricebook-rows.js';

const CURRENCY = `select b.currency from pricebook_versions v join pricebooks b on b.id = v.pricebook_id where v.id = $1`;
const AMONG = `select e.* from unnest($2::text[]) as wanted(sku)
  cross join lateral (select sku, kind, amount, rate::text as rate from pricebook_entries
    where version_id = $1 and sku = wanted.sku limit 1) e`;
const ALL = `select sku, kind, amount, rate::text as rate from pricebook_entries where version_id = $1 order by sku limit $2`;
const SET = `insert into pricebook_entries (tenant_id, version_id, sku, kind, amount, rate)
  select $1, $2, * from unnest($3::text[], $4::text[], $5::bigint[], $6::numeric[])
  on conflict (tenant_id, version_id, sku) do update set kind = excluded.kind, amount = excluded.amount, rate = excluded.rate`;
const REMOVE = 'delete from pricebook_entries where version_id = $1 and sku = any($2::text[])';

/** Entries that differ between two versions `$1` and `$2`. */
export const DIFFERENT = `
  select coalesce(a.sku, b.sku) as sku, a.kind as a_kind, a.amount as a_amount, a.rate::text as a_rate,
         b.kind as b_kind, b.amount as b_amount, b.rate::text as b_rate
    from (select * from pricebook_entries where version_id = $1) a
    full join (select * from pricebook_entries where version_id = $2) b on b.sku = a.sku
   where (a.kind, a.amount, a.rate) is distinct from (b.kind, b.amount, b.rate)`;
const COUNTS = `select count(*) filter (where a_kind is null) as added, count(*) filter (where b_kind is null) as removed,
    count(*) filter (where a_kind is not null and b_kind is not null) as changed from (${DIFFERENT}) d`;
const FIRST = `select * from (${DIFFERENT}) d order by sku limit ${CHANGES_SHOWN}`;

/** A row of `DIFFERENT`. */
export interface DifferenceRow {
  sku: string;
  a_kind: PriceEffect['kind'] | null;
  a_amount: number | null;
  a_rate: string | null;
  b_kind: PriceEffect['kind'] | null;
  b_amount: number | null;
  b_rate: string | null;
}

/** The change that a row tells of. */
export function toEntryChange(row: DifferenceRow, currency: string): EntryChange {
  const side = (
    kind: PriceEffect['kind'] | null,
    amount: number | null,
    rate: string | null,
  ): PriceEffect | undefined => (kind === null ? undefined : toEffect({ kind, amount, rate }, currency));
  const before = side(row.a_kind, row.a_amount, row.a_rate);
  const change = changeOf(row.sku, before, side(row.b_kind, row.b_amount, row.b_rate));
  if (change === undefined) throw new Error(`the entries of ${row.sku} were found to differ and are the same`);
  return change;
}

/** Entries in PostgreSQL. */
export class PostgresEntryRepository implements EntryRepository {
  async among(tx: Tx, id: VersionId, skus: readonly string[]): Promise<Entry[]> {
    if (skus.length === 0) return [];
    return this.entriesOf(tx, id, await runPrepared<EntryRow>(tx, 'pricebook_entries_among', AMONG, [id, skus]));
  }

  async all(tx: Tx, id: VersionId): Promise<Entry[]> {
    const rows = await runPrepared<EntryRow>(tx, 'pricebook_entries_all', ALL, [id, LIMITS.entries]);
    return this.entriesOf(tx, id, rows);
  }

  async write(tx: Tx, id: VersionId, set: readonly Entry[], remove: readonly string[]): Promise<void> {
    if (remove.length > 0) await runPrepared(tx, 'pricebook_entries_remove', REMOVE, [id, remove]);
    if (set.length === 0) return;
    const columns = set.map(({ effect }) => fromEffect(effect));
    await runPrepared(tx, 'pricebook_entries_set', SET, [
      tenantOf(tx),
      id,
      set.map(({ sku }) => sku),
      columns.map(({ kind }) => kind),
      columns.map(({ amount }) => amount),
      columns.map(({ rate }) => rate),
    ]);
  }

  async changes(tx: Tx, from: VersionId | null, to: VersionId, currency: string): Promise<EntryChanges> {
    const values = [from, to];
    const [counts] = await runPrepared<Omit<EntryChanges, 'first'>>(tx, 'pricebook_change_counts', COUNTS, values);
    if (counts === undefined) throw new Error('changes were counted and there is no count');
    const rows = await runPrepared<DifferenceRow>(tx, 'pricebook_first_changes', FIRST, values);
    return { ...counts, first: rows.map((row) => toEntryChange(row, currency)) };
  }

  private async entriesOf(tx: Tx, id: VersionId, rows: readonly EntryRow[]): Promise<Entry[]> {
    if (rows.length === 0) return [];
    const [book] = await runPrepared<{ currency: string }>(tx, 'pricebook_entries_currency', CURRENCY, [id]);
    if (book === undefined) throw new Error('entries belong to a version of no pricebook');
    return rows.map((row) => toEntry(row, book.currency));
  }
}
