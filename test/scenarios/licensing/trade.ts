import { randomUUID } from 'node:crypto';
import type { Answer } from '../../harness/service.js';
import { USD, type LicensedShop } from '../../../src/modules/licensing/adapters/http/licensing.examples.js';

const reason = 'because of the test';

/** Asks with the key of the business. @throws Error unless it is answered well. */
export async function done(
  { service }: LicensedShop,
  method: string,
  path: string,
  body?: object,
): Promise<Answer['body']> {
  const answer = await service.call(method, path, body === undefined ? {} : { body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}

/** A drawer that is open with a float of 50.00. @returns the id of its session. */
export async function drawerOf(shop: LicensedShop): Promise<string> {
  const drawer = await done(shop, 'POST', '/drawers', {
    outletId: shop.outletId,
    name: `Till ${randomUUID().slice(0, 8)}`,
  });
  return (await done(shop, 'POST', `/drawers/${drawer.id}/sessions`, { float: USD(5000) })).id as string;
}

/** A tea that was ordered and not paid. @returns its id. */
export async function openOrder(shop: LicensedShop): Promise<string> {
  const { status, text, body } = await shop.sell({});
  if (status !== 201) throw new Error(text);
  return body.id as string;
}

/** What a shop does with what it has begun: an open order is paid and settled, half of it is refunded, the drawer counted and closed. */
export async function finish(shop: LicensedShop, orderId: string, drawerSessionId: string): Promise<void> {
  await done(shop, 'POST', `/orders/${orderId}/payments`, { tender: 'cash', amount: USD(1000), drawerSessionId });
  await done(shop, 'POST', `/orders/${orderId}/complete`);
  await done(shop, 'POST', `/orders/${orderId}/refunds`, { amount: USD(500), reason, drawerSessionId });
  await done(shop, 'GET', `/drawer-sessions/${drawerSessionId}/x-report`);
  await done(shop, 'POST', `/drawer-sessions/${drawerSessionId}/count`);
  await done(shop, 'POST', `/drawer-sessions/${drawerSessionId}/close`, { counted: USD(5500) });
  await done(shop, 'POST', `/drawer-sessions/${drawerSessionId}/z-report`);
}

/** What is read of what was: reports, exports, X and Z. */
export async function look(shop: LicensedShop): Promise<void> {
  const today = shop.now().toISOString().slice(0, 10);
  const span = `from=2026-01-01&to=${today}`;
  const reports = [`groupBy=day`, `groupBy=day&format=csv`];
  for (const wish of reports)
    await done(shop, 'GET', `/reports/sales?from=${today}&to=${shop.inDays(1).slice(0, 10)}&${wish}`);
  for (const path of ['/orders', '/z-reports', '/catalog/items', '/drawers', '/licence']) await done(shop, 'GET', path);
  await done(shop, 'GET', `/outlets/${shop.outletId}/x-report`);
  await done(shop, 'GET', `/z-reports/verify?outletId=${shop.outletId}`);
  await done(shop, 'GET', `/z-reports?outletId=${shop.outletId}&${span}`);
}

/** Closes the business day that runs: in the hours after midnight it is still the day before. */
export async function closeDay(shop: LicensedShop): Promise<void> {
  const { businessDate } = await done(shop, 'GET', `/outlets/${shop.outletId}/x-report`);
  await done(shop, 'POST', `/outlets/${shop.outletId}/days/${businessDate}/close`, {});
}

/** A whole day of a shop: what is sold, paid, refunded, counted, closed and read. */
export async function trade(shop: LicensedShop): Promise<void> {
  const drawerSessionId = await drawerOf(shop);
  const { status, text } = await shop.sell();
  if (status !== 201) throw new Error(text);
  await finish(shop, await openOrder(shop), drawerSessionId);
  await look(shop);
  await closeDay(shop);
}
