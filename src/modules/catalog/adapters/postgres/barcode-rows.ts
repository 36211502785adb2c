import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import { gtinKey } from '../../domain/gs1/gtin.js';
import type { Item } from '../../domain/item.js';

const GIVE_UP = `delete from catalog_barcodes where item_id = any($1::uuid[])`;
const TAKE = `insert into catalog_barcodes (tenant_id, code, item_id)
  select $1::uuid, code, item_id from unnest($2::text[], $3::uuid[]) as wanted(code, item_id)
  on conflict do nothing returning code`;

/**
 * Makes the items carry exactly their barcodes; deleted ones carry none. The catalogue is to be locked.
 * @returns the keys (`gtinKey`) that belong to other items and were not taken.
 */
export async function takeBarcodes(
  tx: Tx,
  items: readonly Pick<Item, 'id' | 'barcodes' | 'deletedAt'>[],
): Promise<ReadonlySet<string>> {
  const wanted = items
    .filter(({ deletedAt }) => deletedAt === null)
    .flatMap(({ id, barcodes }) => barcodes.map((barcode) => ({ id, code: gtinKey(barcode) })));
  await runPrepared(tx, 'catalog_barcodes_give_up', GIVE_UP, [items.map(({ id }) => id)]);
  if (wanted.length === 0) return new Set();
  const values = [tenantOf(tx), wanted.map(({ code }) => code), wanted.map(({ id }) => id)];
  const taken = await runPrepared<{ code: string }>(tx, 'catalog_barcodes_take', TAKE, values);
  const mine = new Set(taken.map(({ code }) => code));
  return new Set(wanted.map(({ code }) => code).filter((code) => !mine.has(code)));
}
