import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../../test/harness/test-database.js';
import type { RequestContext } from '../../../../kernel/context.js';
import { decimal } from '../../../../kernel/decimal.js';
import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import { createPool } from '../../../../platform/postgres/pool.js';
import { PostgresTransactor } from '../../../../platform/postgres/transactor.js';
import { addLines, changeLine, removeLine } from '../../domain/order-lines.js';
import { addPayments } from '../../domain/order-payments.js';
import { refund } from '../../domain/order-refunds.js';
import type { Order, OrderLine } from '../../domain/order-state.js';
import { complete } from '../../domain/order.js';
import {
  exampleId,
  items,
  newLine,
  newPayment,
  noTerms,
  orders,
  refundOf,
  saleOf,
  USD,
} from '../../domain/order.examples.js';
import { PostgresOrderRepository } from './order-repository.js';

const TENANT = '0197a3c2-7b1e-7000-8000-000000000001' as TenantId;
const repository = new PostgresOrderRepository();
let database: TestDatabase;
let pool: pg.Pool;
let transactor: PostgresTransactor;

const context = (): RequestContext => ({
  tenantId: TENANT,
  tenantSlug: 't',
  principal: { kind: 'system', id: 'test', permissions: new Set(), test: true },
  requestId: 'r',
  at: new Date(),
});

beforeEach(async () => {
  database = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`insert into tenants (tenant_id, slug, name, currency) values ('${TENANT}', 't', 'T', 'USD')`);
  const outlets = new Set(Object.values(orders).map(({ outletId }) => outletId));
  for (const [index, outlet] of [...outlets].entries()) await addOutlet(owner, outlet, index);
  await owner.end();
  pool = createPool({
    url: database.appUrl,
    max: 4,
    connectTimeoutMs: 20_000,
    statementTimeoutMs: 20_000,
    applicationName: 'test',
    onIdleError: () => undefined,
  });
  transactor = new PostgresTransactor(pool, { retried: () => undefined, replayed: () => undefined });
});

afterEach(async () => {
  await pool.end();
  await database.drop();
});

async function addOutlet(owner: pg.Client, id: OutletId, index: number): Promise<void> {
  await owner.query(
    `insert into outlets (tenant_id, id, name, currency, time_zone, receipt_prefix, tenders)
     values ($1, $2, 'O', 'USD', 'UTC', $3, '{cash,card}')`,
    [TENANT, id, `A${index}`],
  );
}

function store(order: Order): Promise<void> {
  return transactor.run(context(), async (tx) => repository.add(tx, order, { key: 'k', fingerprint: 'f' }));
}

/** The order as commands read it. */
function load(order: Order): Promise<Order> {
  return transactor.run(context(), (tx) => repository.get(tx, order.id));
}

/** An order as it is read back: of what it came to only the hash was kept. */
function asRead(order: Order): Order {
  return order.pricing === null ? order : { ...order, pricing: { input: order.pricing.input } };
}

/** Saves a command's state the way use cases do, and gives what is then read back. */
async function saved(before: Order, decide: (order: Order) => Order): Promise<[Order, Order]> {
  const after = await transactor.run(context(), async (tx) => {
    const state = decide(await repository.get(tx, before.id));
    repository.save(tx, before, state);
    return state;
  });
  return [asRead(after), await load(after)];
}

test('a whole sale comes back as it was placed', async () => {
  const sale = saleOf();
  const { placed } = { placed: orders.completed };
  await store(placed);
  expect(await load(placed)).toEqual(asRead(placed));
  expect(await transactor.read(context(), (tx) => repository.find(tx, placed.id))).toEqual({
    ...placed,
    pricing: null,
  });
  expect(await transactor.read(context(), (tx) => repository.originOf(tx, sale.id))).toEqual({
    key: 'k',
    fingerprint: 'f',
  });
});

test.each(Object.entries(orders).filter(([status]) => ['open', 'held', 'voided', 'completed'].includes(status)))(
  'an order that is %s comes back in its state',
  async (_status, order) => {
    await store(order);
    expect(await load(order)).toEqual(asRead(order));
  },
);

test('lines that are added, changed and removed, then payments and completion, are kept', async () => {
  await store(orders.open);
  const [withLine] = await saved(
    orders.open,
    (order) => addLines(order, items(newLine(50, { sku: 'tea', listPrice: USD('2.25') })), noTerms).state,
  );
  const [first] = withLine.lines as [OrderLine, ...OrderLine[]];
  const [changed, changedRead] = await saved(
    withLine,
    (order) => changeLine(order, first.id, { quantity: decimal('2.5'), note: 'hot' }, noTerms).state,
  );
  expect(changedRead).toEqual(changed);
  const [removed, removedRead] = await saved(changed, (order) => removeLine(order, exampleId(150), noTerms).state);
  expect(removedRead).toEqual(removed);
  const terms = { tenders: ['cash', 'card'] };
  const pay = [newPayment(7, removed.totals.due, { tender: 'card', reference: 'slip 4' })];
  const [paid] = await saved(removed, (order) => addPayments(order, pay, terms).state);
  const [done, doneRead] = await saved(paid, (order) => complete(order, new Date('2025-03-14T12:00:00Z')).state);
  expect(doneRead).toEqual(done);
});

test('refunds change lines and payments, and are added once', async () => {
  await store(orders.completed);
  const [line] = orders.completed.lines as [OrderLine, ...OrderLine[]];
  const part = refundOf(1, { lines: [{ lineId: line.id, quantity: decimal('0.5') }] });
  const [once, onceRead] = await saved(orders.completed, (order) => refund(order, part).state);
  expect(onceRead).toEqual(once);
  const rest = refundOf(2, {
    amount: { ...once.totals.total, amount: once.totals.total.amount - (once.refunds[0]?.amount.amount ?? 0) },
  });
  const [twice, twiceRead] = await saved(once, (order) => refund(order, rest).state);
  expect(twice.status).toBe('refunded');
  expect(twiceRead).toEqual(twice);
});

test('the second of two commands waits for the first, and sees what it did', async () => {
  await store(orders.open);
  const add = (number: number) =>
    transactor.run(context(), async (tx) => {
      const order = await repository.get(tx, orders.open.id);
      const { state } = addLines(order, items(newLine(number)), noTerms);
      repository.save(tx, order, state);
    });
  await Promise.all([60, 61, 62, 63, 64, 65].map(add));
  const after = await load(orders.open);
  expect(after.lines).toHaveLength(orders.open.lines.length + 6);
  expect(after.version).toBe(orders.open.version + 6);
});

test('an id that is taken is refused in the module’s words', async () => {
  await store(orders.open);
  await expect(store({ ...orders.open, number: 'A-000002' })).rejects.toMatchObject({ code: 'order_id_taken' });
});

test('an order that is not there is refused', async () => {
  const missing = transactor.run(context(), (tx) => repository.get(tx, exampleId(1)));
  await expect(missing).rejects.toMatchObject({ code: 'order_not_found' });
});
