import type { Money } from '../../kernel/money.js';
import type { Body } from './demo-offers.js';
import type { DemoTill, SeedSale, SeedSetting } from './demo-till.js';
import { sellsMenu } from './fill-prices.js';
import { fillTables } from './fill-tables.js';
import type { SeedDoor } from './seed-door.js';

const DAY_MS = 86_400_000;
/** Late morning in the demo's time zone, whatever the season. */
const MORNING = '15:30:00Z';

/**
 * Brings the demo's tables, drawers, tenders, rules, house account and a closed yesterday to a tenant. What is there stays as it is,
 * and where all of it was there once, two questions say so. Books that others have written in get no invented sales.
 * @returns whether something was to be done.
 */
export async function fillTill(door: SeedDoor, till: DemoTill): Promise<boolean> {
  const { session } = till;
  const tablesFilled = await fillTables(door, till.tables);
  if ((await door.find<object>(`/drawer-sessions/${session.body.id}`)) !== undefined) return tablesFilled;
  await takeTenders(door, till);
  for (const setting of till.settings) await putOnce(door, setting);
  for (const drawer of till.drawers) await makeAbsent(door, '/drawers', drawer, 'drawer_name_taken');
  for (const tray of till.trays) await makeAbsent(door, '/drawer-trays', tray, 'drawer_tray_name_taken');
  const taken = ['house_account_number_taken', 'house_account_customer_taken'];
  await makeAbsent(door, '/house-accounts', till.houseAccount, ...taken);
  if (await hasOwnBooks(door, till)) await sellYesterday(door, till);
  await makeAbsent(door, '/shifts', till.shift, 'shift_already_open');
  await openSession(door, till);
  return true;
}

async function takeTenders(door: SeedDoor, { outletId, tenders }: DemoTill): Promise<void> {
  const path = `/outlets/${outletId}`;
  const outlet = await door.find<{ tenders: readonly string[] }>(path);
  if (outlet === undefined) throw new Error('the demo has lost its café');
  const missing = tenders.filter((tender) => !outlet.tenders.includes(tender));
  if (missing.length > 0) await door.send('PATCH', path, { tenders: [...outlet.tenders, ...missing] });
}

/** Sets what nobody has set before. */
async function putOnce(door: SeedDoor, { path, body }: SeedSetting): Promise<void> {
  const said = await door.find<{ version: number }>(path, 'tip_rules_not_set');
  if (said === undefined || said.version === 0) await door.send('PUT', path, body);
}

async function makeAbsent(
  door: SeedDoor,
  list: string,
  thing: Body & { id: string },
  ...accepted: string[]
): Promise<void> {
  if ((await door.find<object>(`${list}/${thing.id}`)) === undefined) await door.send('POST', list, thing, ...accepted);
}

/** Whether the outlet sold nothing yet but what seeding sold before it broke off, and sells what the demo's menu says. */
async function hasOwnBooks(door: SeedDoor, { outletId, sales, menu }: DemoTill): Promise<boolean> {
  const orders = await door.find<{ data: readonly { id: string }[] }>(
    `/orders?outletId=${outletId}&limit=${sales.length + 1}`,
  );
  const own = new Set(sales.map(({ order }) => order.id));
  return (orders?.data ?? []).every(({ id }) => own.has(id)) && (await sellsMenu(door, menu));
}

async function sellYesterday(door: SeedDoor, { outletId, sales }: DemoTill): Promise<void> {
  const running = await door.find<{ businessDate: string }>(`/outlets/${outletId}/x-report`);
  const today = Date.parse(`${running?.businessDate ?? ''}T00:00:00Z`);
  const yesterday = new Date(today - DAY_MS).toISOString().slice(0, 10);
  for (const sale of sales) await sell(door, sale, `${yesterday}T${MORNING}`);
  const close = `/outlets/${outletId}/days/${yesterday}/close`;
  await door.send('POST', close, { reason: 'end of the day' }, 'day_already_closed');
}

/** Asks for the price first: prices may have been changed since. */
async function sell(door: SeedDoor, { order, payment }: SeedSale, placedAt: string): Promise<void> {
  if ((await door.find<object>(`/orders/${order.id}`)) !== undefined) return;
  const { id, ...basket } = { ...order, placedAt };
  const quote = await door.send<{ totals: { total: Money } }>('POST', '/quotes', basket);
  const payments = [{ ...payment, amount: quote?.totals.total }];
  await door.send('POST', '/orders', { id, ...basket, payments, complete: true });
}

/** A drawer or tray that people have given another use stays with them. */
async function openSession(door: SeedDoor, { session: { drawerId, body } }: DemoTill): Promise<void> {
  const path = `/drawers/${drawerId}/sessions`;
  const ofDrawer = ['drawer_not_found', 'drawer_inactive', 'drawer_already_open'];
  await door.send(
    'POST',
    path,
    body,
    ...ofDrawer,
    'drawer_tray_not_found',
    'drawer_tray_inactive',
    'drawer_tray_in_use',
  );
}
