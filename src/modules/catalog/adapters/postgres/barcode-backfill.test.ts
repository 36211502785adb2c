import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { createEmptyDatabase } from '../../../../../test/harness/test-database.js';
import { migrate } from '../../../../platform/postgres/migrate.js';

const TENANT = '01979f60-0000-7000-8000-000000000001';
const idOf = (item: number): string => `01979f60-0000-7000-8000-00000000010${item}`;

test('barcodes that were there before barcodes were compared without zeros are found again', async () => {
  const database = await createEmptyDatabase();
  const before = mkdtempSync(path.join(tmpdir(), 'pos-migrations-'));
  const client = new Client({ connectionString: database.ownerUrl });
  try {
    for (const file of readdirSync('migrations').filter((name) => name < '0013' && name.endsWith('.sql'))) {
      cpSync(path.join('migrations', file), path.join(before, file));
    }
    await migrate(database.ownerUrl, before);
    await client.connect();
    await client.query("select set_config('app.tenant_id', $1, false)", [TENANT]);
    await client.query("insert into tenants (tenant_id, slug, name, currency) values ($1, 's', 's', 'USD')", [TENANT]);
    const barcodes = ['4006381333931', '012345678905', '0012345678905', '4006381333932', 'shelf-7', null];
    for (const [item, barcode] of barcodes.entries()) {
      await client.query(
        `insert into catalog_items (tenant_id, id, sku, name, category, price, currency, tax_category, barcode)
         values ($1, $2::uuid, $2::uuid::text, 'x', 'c', 1, 'USD', 's', $3)`,
        [TENANT, idOf(item), barcode],
      );
    }
    await migrate(database.ownerUrl, 'migrations');
    const { rows } = await client.query('select code, item_id from catalog_barcodes order by item_id');
    expect(rows.map(({ code, item_id: item }) => [code, Number(String(item).slice(-1))])).toEqual([
      ['04006381333931', 0],
      ['00012345678905', 1],
      ['0012345678905', 2], // the same GTIN on another item: it keeps what was written
      ['4006381333932', 3],
      ['shelf-7', 4],
    ]);
  } finally {
    await client.end();
    await database.drop();
    rmSync(before, { recursive: true });
  }
});
