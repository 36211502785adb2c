import { DayKeeper } from '../../../src/modules/business-days/application/day-keeper.js';
import { LookAfterDays } from '../../../src/modules/business-days/application/look-after-days.js';
import { PostgresDueOutlets } from '../../../src/modules/business-days/adapters/postgres/due-outlets.js';
import { WORKER_POOL } from '../../../src/platform/postgres/tokens.js';
import { startService, type TestService } from '../../harness/service.js';
import { dayAfter, openDayShop, type DayShop } from './day-shop.js';

let service: TestService;
let shop: DayShop;
const failures: unknown[] = [];

beforeAll(async () => {
  service = await startService({ OUTBOX_DISPATCH: 'off' });
  shop = await openDayShop(service);
});
afterAll(() => service.close());
afterEach(() => expect(failures).toEqual([]));

/** Looks after all days as the worker does, at a moment. */
function lookAt(at: string): Promise<number> {
  const { container } = service.api;
  const observer = { failed: (...failed: unknown[]) => void failures.push(failed) };
  const outlets = new PostgresDueOutlets(container.get(WORKER_POOL));
  return new DayKeeper(outlets, container.get(LookAfterDays), observer, () => new Date(at)).round();
}

const dueNow = (): Promise<unknown[]> => shop.sql('update day_policies set next_look_at = now()');
const policy = (closure: string): Promise<unknown> =>
  shop.ok('PUT', `/outlets/${shop.outletId}/day-policy`, { closure, graceMinutes: 60 });
const outlet = async () =>
  (
    await shop.sql<{ through: string | null; due: string | null }>(
      'select closed_through::text as through, closure_due::text as due from outlets where id = $1',
      [shop.outletId],
    )
  )[0];

test('automatic: a day closes after its cut and the grace, not before, and earlier ones with it', async () => {
  const { today } = shop;
  const tomorrow = dayAfter(today, 1);
  for (const day of [-2, 0]) await shop.sell({ on: dayAfter(today, day) });
  await policy('automatic');
  expect(await lookAt(`${tomorrow}T00:30:00Z`)).toBe(1);
  expect(await outlet()).toEqual({ through: dayAfter(today, -2), due: null });
  expect(await lookAt(`${tomorrow}T00:30:00Z`)).toBe(0); // not due again before the next cut
  await dueNow();
  await lookAt(`${tomorrow}T01:00:00Z`);
  expect(await outlet()).toEqual({ through: today, due: null });
  const { data } = await shop.ok('GET', '/z-reports');
  expect(data.map(({ businessDate, madeBy, total }: Record<string, unknown>) => [businessDate, madeBy, total])).toEqual(
    [
      [today, 'business-days', { amount: 300, currency: 'USD' }],
      [dayAfter(today, -2), 'business-days', { amount: 300, currency: 'USD' }],
    ],
  );
});

test('required: a day that is not closed in time is due until it is closed, and told of once', async () => {
  const tenant = await service.createTenant();
  const { call } = service;
  shop = await openDayShop({
    ...service,
    tenant,
    call: (method, path, options) => call(method, path, { tenant, ...options }),
  });
  const { today } = shop;
  await shop.sell({ on: dayAfter(today, -1) });
  await policy('required');
  await lookAt(`${today}T02:00:00Z`);
  await dueNow();
  await lookAt(`${today}T02:10:00Z`);
  expect((await outlet())?.due).toBe(dayAfter(today, -1));
  const events = await shop.sql<object>(
    `select sequence, data from events where type = 'pos.report.closure_due' and tenant_id = current_setting('app.tenant_id')::uuid`,
  );
  expect(events).toEqual([{ sequence: 2, data: { outletId: shop.outletId, businessDate: dayAfter(today, -1) } }]);
  expect((await shop.close(dayAfter(today, -1))).status).toBe(201);
  expect(await outlet()).toEqual({ through: dayAfter(today, -1), due: null });
});

test('a policy that no longer requires it lets sales go on', async () => {
  const { today, outletId } = shop;
  await shop.sql('update outlets set closure_due = $2 where id = $1', [outletId, today]);
  await shop.sql(
    `update master_data_revisions set outlets = outlets + 1 where tenant_id = current_setting('app.tenant_id')::uuid`,
  );
  await policy('off');
  expect((await outlet())?.due).toBeNull();
  await dueNow();
  expect(await lookAt(`${dayAfter(today, 2)}T12:00:00Z`)).toBe(1); // the other outlet's; this one is not looked after
});
