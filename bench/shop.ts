import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { readConfig } from '../src/app/config.js';
import { compose } from '../src/app/container.js';
import type { RequestContext } from '../src/kernel/context.js';
import { UuidV7Source, type OutletId, type TenantId } from '../src/kernel/ids.js';
import { CreateApiKey, createFirstApiKey } from '../src/modules/access/index.js';
import { OpenOutlet, RegisterTenant } from '../src/modules/outlets/index.js';
import { migrate } from '../src/platform/postgres/migrate.js';
import { createLogger } from '../src/platform/telemetry/logger.js';

/** A shop to ring up sales in. */
export interface Shop {
  readonly ownerUrl: string;
  readonly tenantId: TenantId;
  readonly tenantSlug: string;
  readonly outletId: OutletId;
  readonly apiKey: string;
  readonly skus: readonly string[];
}

const ITEMS = 200;
const SLUG = 'bench';

/** Makes a fresh database with one tenant, one outlet with 16 % inclusive tax, and 200 items at 1.00. */
export async function prepareShop(serverUrl: string): Promise<Shop> {
  const server = new Client({ connectionString: serverUrl });
  await server.connect();
  await server.query('drop database if exists pos_bench with (force)');
  await server.query('create database pos_bench');
  await server.end();
  const ownerUrl = serverUrl.replace(/\/postgres$/, '/pos_bench');
  await migrate(ownerUrl, 'migrations');
  const ids = new UuidV7Source(Date.now, (size) => randomBytes(size));
  const [tenantId, outletId] = [ids.next<'tenant'>(), ids.next<'outlet'>()];
  const apiKey = await openShop(ownerUrl, tenantId, outletId);
  return { ownerUrl, tenantId, tenantSlug: SLUG, outletId, apiKey, skus: await stock(ownerUrl, tenantId, ids) };
}

async function openShop(ownerUrl: string, tenantId: TenantId, outletId: OutletId): Promise<string> {
  const { container, close } = compose(readConfig({ DATABASE_URL: ownerUrl }), createLogger('fatal'));
  const context: RequestContext = {
    ...{ tenantId, tenantSlug: SLUG, requestId: 'bench', at: new Date() },
    principal: { kind: 'system', id: 'bench', permissions: new Set(), test: true },
  };
  await container.get(RegisterTenant).execute(context, { slug: SLUG, name: 'Bench', currency: 'USD', minorDigits: {} });
  await container.get(OpenOutlet).execute(context, {
    ...{
      id: outletId,
      name: 'Bench',
      timeZone: 'America/New_York',
      locale: 'en',
      dayCutMinutes: 240,
      receiptPrefix: 'B',
    },
    ...{ tenders: ['cash', 'card'], taxRounding: 'receipt', cashRounding: null, openingHours: {} },
    receipt: { addressLines: [], taxNumber: null, header: null, footer: null },
    taxGroups: [
      {
        code: 'standard',
        name: 'Standard',
        mode: 'inclusive',
        taxes: [{ code: 'VAT', name: 'VAT', rate: '16', compound: false }],
      },
    ],
  });
  const { key } = await createFirstApiKey(container.get(CreateApiKey), context, { name: 'bench', mode: 'live' });
  await close();
  return key;
}

async function stock(ownerUrl: string, tenantId: TenantId, ids: UuidV7Source): Promise<string[]> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const skus = Array.from({ length: ITEMS }, (_, index) => `item-${index}`);
  const insert = `insert into catalog_items (tenant_id, id, sku, name, category, price, currency, tax_category)
    select $1, id, sku, 'Item ' || sku, 'Bench', 100, 'USD', 'standard' from unnest($2::uuid[], $3::text[]) as n (id, sku)`;
  await owner.query(insert, [tenantId, skus.map(() => ids.next()), skus]);
  await owner.end();
  return skus;
}
