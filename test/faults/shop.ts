import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { TenantId } from '../../src/kernel/ids.js';
import { PERMISSIONS } from '../../src/modules/access/domain/permissions.js';
import { SECRET_BYTES, writeToken } from '../../src/modules/access/domain/token-text.js';

/** Something that the shop sells; the price is in minor units. */
export interface ShopItem {
  readonly sku: string;
  readonly price: number;
  readonly taxCategory: 'standard' | 'reduced' | 'on_top';
  readonly active: boolean;
}

export interface ShopOutlet {
  readonly id: string;
  readonly receiptPrefix: string;
}

/** A tenant with outlets, goods and a key that may do everything. */
export interface Shop {
  readonly tenantId: string;
  readonly slug: string;
  readonly currency: string;
  readonly apiKey: string;
  readonly outlets: readonly [ShopOutlet, ...ShopOutlet[]];
  readonly items: readonly ShopItem[];
}

/** Who is already there: then only outlets and goods are added. */
export interface ShopOwner {
  readonly id: string;
  readonly slug: string;
  readonly apiKey: string;
}

export interface ShopWish {
  readonly currency?: string;
  readonly outlets?: number;
  readonly owner?: ShopOwner;
}

/** Two rates inside the price and one on top of it; `switched_off` is not for sale. */
export const ITEMS: readonly ShopItem[] = [
  { sku: 'coffee', price: 300, taxCategory: 'standard', active: true },
  { sku: 'croissant', price: 290, taxCategory: 'reduced', active: true },
  { sku: 'juice', price: 455, taxCategory: 'standard', active: true },
  { sku: 'bananas', price: 199, taxCategory: 'reduced', active: true },
  { sku: 'poster', price: 1999, taxCategory: 'on_top', active: true },
  { sku: 'switched_off', price: 100, taxCategory: 'standard', active: false },
];

const TAX_GROUPS = [
  { code: 'standard', mode: 'inclusive', rate: '16.0' },
  { code: 'reduced', mode: 'inclusive', rate: '8.0' },
  { code: 'on_top', mode: 'exclusive', rate: '5.25' },
];

/** Opens a shop by SQL as the owner of the database: needs no running service, so it works before and beside one. */
export async function openShop(
  ownerUrl: string,
  { currency = 'USD', outlets = 2, owner }: ShopWish = {},
): Promise<Shop> {
  const tenantId = owner?.id ?? randomUUID();
  const slug = owner?.slug ?? `shop-${tenantId.slice(0, 8)}`;
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
    const apiKey = owner?.apiKey ?? (await addTenant(client, tenantId, slug, currency));
    const opened: ShopOutlet[] = [];
    for (let index = 0; index < outlets; index += 1) opened.push(await addOutlet(client, tenantId, currency, index));
    for (const item of ITEMS) await addItem(client, tenantId, currency, item);
    await client.query(
      'update master_data_revisions set catalog = catalog + 1, outlets = outlets + 1 where tenant_id = $1',
      [tenantId],
    );
    await client.query('commit');
    const [first, ...others] = opened;
    if (first === undefined) throw new RangeError('a shop has at least one outlet');
    return { tenantId, slug, currency, apiKey, outlets: [first, ...others], items: ITEMS };
  } finally {
    await client.end();
  }
}

async function addTenant(client: Client, tenantId: string, slug: string, currency: string): Promise<string> {
  const apiKey = writeToken('live', tenantId as TenantId, randomBytes(SECRET_BYTES));
  await client.query('insert into tenants (tenant_id, slug, name, currency) values ($1, $2, $2, $3)', [
    tenantId,
    slug,
    currency,
  ]);
  await client.query('insert into master_data_revisions (tenant_id) values ($1)', [tenantId]);
  await client.query(
    `insert into api_keys (tenant_id, id, name, mode, secret_hash, hint, permissions, created_by)
     values ($1, $2, 'till', 'live', $3, $4, $5, 'test')`,
    [tenantId, randomUUID(), createHash('sha256').update(apiKey).digest(), apiKey.slice(-4), [...PERMISSIONS]],
  );
  return apiKey;
}

async function addOutlet(client: Client, tenantId: string, currency: string, index: number): Promise<ShopOutlet> {
  const id = randomUUID();
  const receiptPrefix = `S${index}`;
  await client.query(
    `insert into outlets (tenant_id, id, name, currency, time_zone, receipt_prefix, tenders)
     values ($1, $2, $3, $4, 'America/New_York', $5, $6)`,
    [tenantId, id, `Outlet ${index}`, currency, receiptPrefix, ['cash', 'card', 'voucher']],
  );
  for (const { code, mode, rate } of TAX_GROUPS) {
    await client.query(
      'insert into tax_groups (tenant_id, outlet_id, code, name, mode, taxes) values ($1, $2, $3, $3, $4, $5)',
      [tenantId, id, code, mode, JSON.stringify([{ code: 'VAT', name: 'VAT', rate, compound: false }])],
    );
  }
  return { id, receiptPrefix };
}

async function addItem(client: Client, tenantId: string, currency: string, item: ShopItem): Promise<void> {
  await client.query(
    `insert into catalog_items (tenant_id, id, sku, name, category, price, currency, tax_category, active)
     values ($1, $2, $3, $3, 'goods', $4, $5, $6, $7)`,
    [tenantId, randomUUID(), item.sku, item.price, currency, item.taxCategory, item.active],
  );
}
