import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openShop, type Shop } from '../../faults/shop.js';
import type { Answer, TestService } from '../../harness/service.js';

const DAY_MS = 86_400_000;
export const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });

/** A calendar day some days after another. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

const AHEAD_MS = new Date().setUTCHours(12, 30, 0, 0) - Date.now();

/** A clock of the server: half past noon, UTC, when the tests begin, so that no day ends while they run, at whatever hour. */
export const afterNoon = (): number => Date.now() + AHEAD_MS;

/** A shop in UTC whose business day is the calendar's, and what a manager and a till do there. */
export interface DayShop {
  readonly outletId: string;
  readonly shop: Shop;
  /** The running business day. */
  readonly today: string;
  ok(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer['body']>;
  /** Sells for cash: coffees at 3.00 of the server's now, or at noon of another day. */
  sell(wish?: { readonly coffees?: number; readonly on?: string; readonly more?: object }): Promise<Answer['body']>;
  close(date: string, body?: object): Promise<Answer>;
  sql<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** Opens it. @param service best by the clock `afterNoon`. */
export async function openDayShop(service: TestService): Promise<DayShop> {
  const shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
  const outletId = shop.outlets[0].id;
  const ok: DayShop['ok'] = async (method, path, body, headers) => {
    const answer = await patiently(service, method, path, body, headers);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  await ok('PATCH', `/outlets/${outletId}`, { timeZone: 'UTC', dayCut: '00:00' });
  const sell: DayShop['sell'] = ({ coffees = 1, on, more = {} } = {}) =>
    ok('POST', '/orders', {
      ...{ id: randomUUID(), outletId, lines: [{ sku: 'coffee', quantity: String(coffees) }] },
      ...{ payments: [{ tender: 'cash', amount: USD(coffees * 300) }], complete: true },
      ...(on !== undefined && { placedAt: `${on}T12:00:00Z` }),
      ...more,
    });
  return {
    ...{ outletId, shop, ok, sell, today: new Date(afterNoon()).toISOString().slice(0, 10) },
    close: (date, body = {}) => patiently(service, 'POST', `/outlets/${outletId}/days/${date}/close`, body),
    sql: (text, values) => asOwner(service, text, values),
  };
}

/** As tills do: what a busy database did not do is sent again under its key. */
async function patiently(
  service: TestService,
  method: string,
  path: string,
  body: unknown,
  own: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const headers = { ...(method === 'POST' && { 'Idempotency-Key': randomUUID() }), ...own };
  for (;;) {
    const answer = await service.call(method, path, { body, headers });
    if (answer.body?.code !== 'database_unavailable') return answer;
  }
}

async function asOwner<Row>(
  { database, tenant }: TestService,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [tenant.id]);
    return (await client.query(text, [...values])).rows as Row[];
  } finally {
    await client.end();
  }
}
