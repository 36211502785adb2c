import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { OutletId, TenantId } from '../../src/kernel/ids.js';
import type { LoggedEvent } from '../../src/kernel/outbox.js';
import { PERMISSIONS } from '../../src/modules/access/index.js';
import { RegisterTenant } from '../../src/modules/outlets/index.js';
import { openShop } from '../faults/shop.js';
import type { Answer, TestService } from '../harness/service.js';
import { walkAccess } from './access-walk.js';
import { walkApprovals } from './approvals-walk.js';
import { walkBusinessDays } from './business-day-walk.js';
import { walkChoices } from './choices-walk.js';
import { walkDevices } from './device-walk.js';
import { walkDrawers } from './drawer-walk.js';
import { walkGiftCards } from './gift-card-walk.js';
import { walkHouseAccounts } from './house-account-walk.js';
import { walkIdentity } from './identity-walk.js';
import { walkItems } from './item-walk.js';
import { walkLicensing } from './licensing-walk.js';
import { walkLoyalty } from './loyalty-walk.js';
import { walkNotices } from './notice-walk.js';
import { walkOrderMoney } from './order-money-walk.js';
import { walkOrderPrices } from './order-pricing-walk.js';
import { walkPromotions } from './promotion-walk.js';
import { walkProviders } from './provider-walk.js';
import { walkSessions } from './session-walk.js';
import { walkOfflineSync } from './offline-sync-walk.js';
import { walkShiftsAndTips } from './shift-and-tip-walk.js';
import { walkStaff } from './staff-walk.js';
import { walkTables } from './table-walk.js';
import { walkTendering } from './tendering-walk.js';

const USD = (amount: number): object => ({ amount, currency: 'USD' });
const LOOKS_MAX = 600;
const LOOK_EVERY_MS = 50;

/** Does once, over HTTP, everything that the service tells an event of. */
export async function walk(service: TestService): Promise<void> {
  const shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
  await sell(service, shop.outlets[0].id);
  await changeMasterData(service);
  await walkItems(service, shop.outlets[0].id);
  await walkChoices(service);
  await changePricebooks(service);
  await changeKeys(service);
  await walkAccess(service);
  await redrive(service);
  await changeWebhooks(service);
  await walkGiftCards(service, shop.outlets[0].id);
  await walkDrawers(service, shop.outlets[0].id);
  await walkTables(service, shop.outlets[0].id);
  await walkHouseAccounts(service, shop.outlets[0].id);
  await walkPromotions(service);
  await walkLoyalty(service);
  await walkOrderPrices(service, shop.outlets[0].id);
  await walkOrderMoney(service, shop.outlets[0].id);
  await walkProviders(service, shop.outlets[0].id);
  await walkNotices(service);
  await walkIdentity(service);
  await walkApprovals(service, shop.outlets[0].id);
  await walkShiftsAndTips(service, shop.outlets[0].id);
  await walkStaff(service, shop.outlets[0].id);
  await walkSessions(service, shop.outlets[0].id);
  await walkBusinessDays(service);
  await walkTendering(service, shop.outlets[0].id);
  await walkOfflineSync(service, shop.outlets[0].id);
  // It ends with so many wrong codes that nothing is linked for a while.
  await walkDevices(service, shop.outlets[0].id);
  await walkLicensing(service);
  await registerTenant(service);
}

async function sell(service: TestService, outletId: string): Promise<void> {
  const order = await posted(service, '/orders', {
    outletId,
    channel: 'dine_in',
    tableId: 'T7',
    note: 'by the window',
  });
  const path = `/orders/${order.id}`;
  const { lines } = await posted(service, `${path}/lines`, {
    lines: [{ sku: 'coffee', quantity: '2' }, { sku: 'poster' }],
  });
  await done(service, 'PATCH', `${path}/lines/${lines[0].id}`, { quantity: '3', note: 'oat milk' });
  await posted(service, `${path}/fire`);
  await done(service, 'DELETE', `${path}/lines/${lines[1].id}`);
  await posted(service, `${path}/hold`);
  await posted(service, `${path}/recall`);
  await posted(service, `${path}/payments`, { tender: 'card', amount: USD(400), reference: 'slip 17' });
  await posted(service, `${path}/payments`, { tender: 'cash', amount: USD(1000) });
  const sold = await posted(service, `${path}/complete`);
  await posted(service, `${path}/refunds`, { lines: [{ lineId: sold.lines[0].id, quantity: '1' }], reason: 'cold' });
  await posted(service, `${path}/refunds`, { amount: USD(600), reason: 'all of it' });
  const atOnce = { lines: [{ sku: 'bananas', quantity: '0.482' }], payments: [{ tender: 'cash', amount: USD(100) }] };
  await posted(service, '/orders', { outletId, placedAt: '2026-11-20T12:04:31Z', ...atOnce, complete: true });
  const left = await posted(service, '/orders', { outletId, lines: [{ sku: 'juice' }] });
  await posted(service, `/orders/${left.id}/void`, { reason: 'left' });
}

async function changeMasterData(service: TestService): Promise<void> {
  const price = USD(250);
  const details = { name: 'Espresso', category: 'Coffee', taxCategory: 'standard', unit: 'each', active: true };
  const item = await posted(service, '/catalog/items', {
    sku: 'espresso',
    price,
    barcode: '4006381333931',
    ...details,
  });
  await done(service, 'PATCH', `/catalog/items/${item.id}`, { active: false });
  const taxes = [{ code: 'VAT', name: 'VAT', rate: '16.0' }];
  const channelSwitch = { channels: ['takeaway'], taxes: [{ ...taxes[0], rate: '8' }], policy: 'keep_gross' };
  const outlet = await posted(service, '/outlets', {
    name: 'Main street',
    timeZone: 'Africa/Nairobi',
    receiptPrefix: 'M',
    cashRounding: { stepMinor: 5, mode: 'half-up' },
    openingHours: { mon: [{ from: '18:00', to: '02:00' }] },
    taxGroups: [{ code: 'standard', name: 'Standard', mode: 'inclusive', taxes, channelSwitch }],
  });
  const path = `/outlets/${outlet.id}`;
  await done(service, 'PATCH', path, { name: 'Side street' });
  await done(service, 'PUT', `${path}/tax-groups/reduced`, { name: 'Reduced', mode: 'exclusive', taxes });
  await done(service, 'DELETE', `${path}/tax-groups/reduced`);
  await done(service, 'PATCH', path, { active: false });
  await done(service, 'PATCH', path, { active: true });
  await done(service, 'PATCH', '/tenant', { name: 'Another name' });
  await importCatalogue(service);
}

async function importCatalogue(service: TestService): Promise<void> {
  const body =
    'sku,name,category,price,currency,taxCategory,barcode,unit,active\ntea,Tea,Tea,2.50,USD,standard,,each,true\nbad\n';
  const { id } = answered(
    await service.call('POST', '/catalog/imports', { body, headers: { 'Content-Type': 'text/csv' } }),
  );
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    if ((await service.call('GET', `/catalog/imports/${id}`)).body.status !== 'running') return;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error('the import does not end');
}

async function changePricebooks(service: TestService): Promise<void> {
  const schedule = { startsOn: '2026-01-01', windows: [{ weekdays: [5, 6], from: '22:00', to: '02:00' }] };
  const rules = [{ category: 'Coffee', kind: 'percent', rate: '-10' }];
  const scope = { channels: ['kiosk'], customerGroups: ['staff'], schedule };
  const book = await posted(service, '/pricebooks', { code: 'late', name: 'Late', currency: 'USD', scope, rules });
  const path = `/pricebooks/${book.id}`;
  await done(service, 'PATCH', `${path}/draft/entries`, {
    set: [{ sku: 'coffee', kind: 'absolute', amount: USD(250) }],
  });
  await posted(service, `${path}/publish`);
  await posted(service, `${path}/versions`);
  await done(service, 'PATCH', `${path}/draft/entries`, { remove: ['coffee'] });
  await posted(service, `${path}/publish`);
  await posted(service, `${path}/rollback`, { to: 1 });
  await posted(service, `${path}/archive`);
}

async function changeKeys(service: TestService): Promise<void> {
  const [outlet] = (await service.call('GET', '/outlets')).body.data;
  const wish = { name: 'web shop', mode: 'test', permissions: ['orders:read', 'orders:write'] };
  const restricted = { ...wish, outlets: [outlet.id], expiresAt: '2030-01-01T00:00:00Z' };
  const key = await posted(service, '/api-keys', restricted);
  await posted(service, `/api-keys/${key.id}/rotate`);
  await done(service, 'DELETE', `/api-keys/${key.id}`);
}

async function changeWebhooks(service: TestService): Promise<void> {
  const wish = { url: 'https://hooks.example.com/pos', eventTypes: ['pos.order.*'], description: 'the web shop' };
  const { id } = await posted(service, '/webhooks/endpoints', wish);
  const path = `/webhooks/endpoints/${id}`;
  await done(service, 'PATCH', path, { eventTypes: ['*'] });
  await posted(service, `${path}/rotate`);
  await posted(service, `${path}/disable`);
  await posted(service, `${path}/enable`);
  await done(service, 'DELETE', path);
}

/** Nothing fails by itself here: the letter is written as the dispatcher would. */
async function redrive(service: TestService): Promise<void> {
  const id = randomUUID();
  const client = new Client({ connectionString: service.database.workerUrl });
  await client.connect();
  try {
    await client.query(
      `insert into outbox_dead_letters (tenant_id, id, sink, shard, event_id, type, aggregate, aggregate_id, sequence,
         position, reason, attempts)
       values ($1, $2, 'kafka', 0, $3, 'pos.order.completed', 'orders', $4, 2, 7, 'the broker says it is too large', 8)`,
      [service.tenant.id, id, randomUUID(), randomUUID()],
    );
  } finally {
    await client.end();
  }
  await posted(service, `/outbox/dead-letters/${id}/redrive`);
}

async function registerTenant({ api }: TestService): Promise<void> {
  const id = randomUUID() as TenantId;
  const principal = { kind: 'system', id: 'test', permissions: new Set<string>(PERMISSIONS), test: false } as const;
  const slug = `new-${id.slice(0, 8)}`;
  const context = { tenantId: id, tenantSlug: slug, principal, requestId: 'test', at: new Date() };
  const draft = { slug, name: 'A new business', currency: 'TWD', minorDigits: { TWD: 0 } };
  await api.container.get(RegisterTenant).execute(context, draft);
}

/** All that is in the log, in the order in which it happened. */
export async function loggedEvents({ database }: TestService): Promise<LoggedEvent[]> {
  const client = new Client({ connectionString: database.workerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      'select e.*, e.data::text as json, t.slug from events e join tenants t using (tenant_id) order by e.position',
    );
    return rows.map((row) => ({
      id: row.id as string,
      type: row.type as string,
      aggregate: row.aggregate as string,
      aggregateId: row.aggregate_id as string,
      sequence: row.sequence as number,
      outletId: row.outlet_id as OutletId | null,
      tenantId: row.tenant_id as TenantId,
      tenantSlug: row.slug as string,
      occurredAt: row.occurred_at as Date,
      actor: row.actor as string,
      requestId: row.request_id as string,
      traceParent: row.trace_parent as string | null,
      json: row.json as string,
      position: Number(row.position),
    }));
  } finally {
    await client.end();
  }
}

async function posted(service: TestService, path: string, body: object = {}): Promise<Answer['body']> {
  return answered(await service.call('POST', path, { body }));
}

async function done(service: TestService, method: string, path: string, body?: object): Promise<Answer['body']> {
  return answered(await service.call(method, path, { body }));
}

function answered({ status, body, text }: Answer): Answer['body'] {
  if (status >= 300) throw new Error(`the service answered ${status}: ${text}`);
  return body;
}
