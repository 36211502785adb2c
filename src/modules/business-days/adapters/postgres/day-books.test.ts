import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../../test/harness/test-database.js';
import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import { createPool } from '../../../../platform/postgres/pool.js';
import { PostgresTransactor } from '../../../../platform/postgres/transactor.js';
import type { DayFigures } from '../../domain/day-figures.js';
import { figuresOf } from '../../domain/figures-of.js';
import { PostgresDayBooks } from './day-books.js';
import { randomBooks, type RandomBooks } from './random-days.examples.js';
import { recount, together, type Recounted } from './recounted.examples.js';
import { writeBooks } from './written-books.examples.js';

let database: TestDatabase;
let writer: Client;
let pool: ReturnType<typeof createPool>;
let transactor: PostgresTransactor;
const books = new PostgresDayBooks();
const DAYS = ['2026-03-28', '2026-03-29', '2026-03-30'];

beforeAll(async () => {
  database = await createTestDatabase();
  writer = new Client({ connectionString: database.appUrl });
  await writer.connect();
  const limits = { max: 2, connectTimeoutMs: 30_000, statementTimeoutMs: 30_000 };
  pool = createPool({ url: database.appUrl, ...limits, applicationName: 'test', onIdleError: () => undefined });
  transactor = new PostgresTransactor(pool, { retried: () => undefined, replayed: () => undefined });
});
afterAll(async () => {
  await writer.end();
  await pool.end();
  await database.drop();
});

async function written(seed: number, size: number): Promise<{ tenantId: TenantId; of: RandomBooks }> {
  const tenantId = randomUUID() as TenantId;
  const of = randomBooks(seed, size);
  await writeBooks(writer, tenantId, of);
  return { tenantId, of };
}

async function figures(tenantId: TenantId, outletId: string, businessDate: string, sessionId: string | null = null) {
  const name = sessionId === null ? 'day' : 'drawer_session';
  const scope = { name, outletId: outletId as OutletId, currency: 'EUR', businessDate, sessionId } as const;
  const facts = await transactor.read({ tenantId }, (tx) => books.facts(tx, scope));
  return { facts, figures: figuresOf(facts, 'EUR') };
}

function asRecounted({ orders, sales, taxes, tenders, refunds, voids }: DayFigures): Recounted {
  const some = (pick: 'received' | 'refunded' | 'returned'): Record<string, bigint> =>
    Object.fromEntries(tenders.map((one) => [one.tender, BigInt(one[pick].amount)]));
  return {
    orders: BigInt(orders.count),
    gross: BigInt(sales.gross.amount),
    discounts: BigInt(sales.discounts.amount),
    tax: BigInt(sales.tax.amount),
    tips: BigInt(sales.tips.amount),
    surcharges: BigInt(sales.surcharges.amount),
    rounding: BigInt(sales.rounding.amount),
    total: BigInt(sales.total.amount),
    voided: BigInt(voids.amount.amount),
    taxes: Object.fromEntries(
      taxes.map(({ rate, mode, amount }) => [`${rate.replace(/\.0$/, '')} ${mode}`, BigInt(amount.amount)]),
    ),
    received: some('received'),
    refunded: some('refunded'),
    returned: some('returned'),
    refunds: BigInt(refunds.amount.amount),
    refundsOfEarlierDays: BigInt(refunds.ofEarlierDays.amount.amount),
  };
}

/** Without tenders that came to nothing: one list has them, the other has not. */
function compact(counted: Recounted): object {
  const entries = Object.entries(counted) as [string, bigint | Record<string, bigint>][];
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      typeof value === 'bigint'
        ? value
        : Object.fromEntries(Object.entries(value).filter(([, amount]) => amount !== 0n)),
    ]),
  );
}

test.each([1, 2, 3, 20_261_121])(
  'books of seed %i: days, and what sessions took, are as recounted row by row',
  async (seed) => {
    const { tenantId, of } = await written(seed, 120);
    for (const [index, day] of DAYS.entries()) {
      const { facts, figures: found } = await figures(tenantId, of.outletId, day);
      expect(compact(asRecounted(found))).toEqual(compact(recount(of, day)));
      expect(found.bridge.unexplained.amount).toBe(0);
      expect(facts.oddOrders).toEqual([]);
      const sessions = of.sessions.slice(index * 2, index * 2 + 2);
      const parts: Recounted[] = [recount(of, day, null)];
      for (const session of sessions) {
        const part = asRecounted((await figures(tenantId, of.outletId, day, session)).figures);
        expect(compact(part)).toEqual(compact(recount(of, day, session)));
        parts.push(part);
      }
      // A day is its sessions and what was taken outside of any, to the minor unit.
      expect(compact(asRecounted(found))).toEqual(compact(together(parts)));
    }
  },
);

test('what days came to together is what all orders came to: none is in two days, none in none', async () => {
  const { tenantId, of } = await written(7, 150);
  const found: Recounted[] = [];
  for (const day of DAYS) found.push(asRecounted((await figures(tenantId, of.outletId, day)).figures));
  const sold = of.orders.filter(({ status }) => status !== 'open' && status !== 'voided');
  expect(together(found)).toMatchObject({
    orders: BigInt(sold.length),
    total: sold.reduce((sum, { total }) => sum + BigInt(total), 0n),
  });
});

test('the books of another tenant and another outlet are not counted', async () => {
  const { of } = await written(11, 20);
  const { tenantId } = await written(12, 5);
  const { figures: found } = await figures(tenantId, of.outletId, DAYS[0] ?? '');
  expect(found.orders).toEqual({ count: 0, first: null, last: null });
  expect(found.tenders).toEqual([]);
});

test('an order whose figures contradict each other is named, and the rest is counted', async () => {
  const { tenantId, of } = await written(13, 40);
  const [bad] = of.orders.filter(({ status, booked_on: booked }) => status === 'completed' && booked === null);
  await writer.query('begin');
  await writer.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
  await writer.query('update pos_orders set total = total + 5, discount = discount + 1 where id = $1', [bad?.id]);
  await writer.query('commit');
  const { facts, figures: found } = await figures(tenantId, of.outletId, bad?.business_date ?? '');
  const odd = facts.oddOrders.filter(({ orderId }) => orderId === bad?.id).map(({ what }) => what);
  expect(odd.sort()).toEqual(['discounts', 'payments', 'totals']);
  expect(facts.oddOrders).toHaveLength(3);
  expect(found.bridge.unexplained.amount).toBe(-5);
});
