import { randomUUID } from 'node:crypto';
import { Client, type Pool } from 'pg';
import type { RequestContext } from '../../../src/kernel/context.js';
import type { TenantId } from '../../../src/kernel/ids.js';
import { PostgresInvariantChecks } from '../../../src/modules/invariants/adapters/postgres/postgres-invariant-checks.js';
import {
  INVARIANTS,
  type InvariantCode,
  type InvariantFinding,
  type InvariantScope,
} from '../../../src/modules/invariants/domain/invariant.js';
import { createPool } from '../../../src/platform/postgres/pool.js';
import { PostgresTransactor } from '../../../src/platform/postgres/transactor.js';
import { createTestDatabase, type TestDatabase } from '../../harness/test-database.js';
import { DAY, entry, ID, insert, writeSoundBooks } from './sound-books.js';

const ALL: InvariantScope = { from: null, to: null, outletIds: null };
const tenantId = randomUUID() as TenantId;

let database: TestDatabase;
let pool: Pool;
let owner: Client;
let checks: PostgresInvariantChecks;
beforeAll(async () => {
  database = await createTestDatabase();
  const limits = { max: 2, connectTimeoutMs: 30_000, statementTimeoutMs: 30_000 };
  pool = createPool({ url: database.appUrl, ...limits, applicationName: 'test', onIdleError: () => undefined });
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  // As the superuser who breaks rows: no foreign key and no trigger is in the way.
  await owner.query("set session_replication_role = 'replica'");
  checks = new PostgresInvariantChecks(
    new PostgresTransactor(pool, { retried: () => undefined, replayed: () => undefined }),
    new Set(),
  );
});
beforeEach(() => writeSoundBooks(owner, tenantId));
afterEach(async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not a.attisdropped`,
  );
  for (const { name } of rows) await owner.query(`delete from ${name}`);
});
afterAll(async () => {
  await Promise.all([owner.end(), pool.end()]);
  await database.drop();
});

function contextOf(tenant: TenantId): RequestContext {
  const principal = { kind: 'user', id: 'u', permissions: new Set<string>(), test: false } as const;
  return { tenantId: tenant, tenantSlug: 't', principal, requestId: 'r', at: new Date() };
}
const check = (scope: InvariantScope = ALL, tenant = tenantId): Promise<readonly InvariantFinding[]> =>
  checks.check(contextOf(tenant), scope);
const broken = (findings: readonly InvariantFinding[]): string[] =>
  findings.filter(({ violations }) => violations > 0).map(({ code, violations }) => `${code} ${violations}`);
const run = (text: string, ...values: unknown[]): Promise<unknown> => owner.query(text, values);

test('in sound books every rule has looked at something and found nothing', async () => {
  const findings = await check();
  expect(findings.map(({ code }) => code)).toEqual(INVARIANTS.map(({ code }) => code));
  expect(findings.flatMap(({ examples }) => examples)).toEqual([]);
  expect(broken(findings)).toEqual([]);
  const idle = findings.filter(({ checked }) => checked === 0).map(({ code }) => code);
  expect(idle).toEqual(['payments_waiting']);
});

const SOLD = `tenant_id = '${tenantId}' and id = $1`;
const inDrawer = (more: object) => insert(owner, 'drawer_entries', { tenant_id: tenantId, late: false, ...more });

/** What breaks a rule: each breaks this one and no other. */
const PLANTED: Readonly<Record<InvariantCode, readonly (readonly [what: string, plant: () => Promise<unknown>])[]>> = {
  order_totals: [
    [
      'a subtotal with its line',
      async () => {
        await run(`update pos_orders set subtotal = subtotal + 1 where ${SOLD}`, ID.cashSale);
        await run(`update pos_order_lines set gross = gross + 1 where ${SOLD}`, ID.cashSale);
      },
    ],
    ['a surcharge', () => run(`update pos_orders set surcharge = 44 where ${SOLD}`, ID.cardSale)],
    ['a tax on top', () => run(`update pos_orders set taxes = '[]' where ${SOLD}`, ID.cashSale)],
  ],
  order_lines: [
    ['a line that is gone', () => run(`delete from pos_order_lines where ${SOLD}`, ID.cashSale)],
    ['the discount of a line', () => run(`update pos_order_lines set discount = 99 where ${SOLD}`, ID.cashSale)],
  ],
  order_payments: [
    [
      'payments of two orders that changed places',
      async () => {
        await run(`update pos_payments set amount = amount + 1 where ${SOLD}`, ID.deposit);
        await run(`update pos_payments set amount = amount - 1 where ${SOLD}`, ID.refundedCash);
        await run(`update drawer_entries set amount = 999 where payment_id = $1 and kind = 'sale'`, ID.refundedCash);
      },
    ],
    [
      'a payment more than the order knows',
      () =>
        insert(owner, 'pos_payments', {
          ...{ tenant_id: tenantId, id: randomUUID(), order_id: ID.openOrder, payment_number: 9, tender: 'card' },
          ...{ status: 'captured', amount: 5, refunded: 0, received_at: DAY, change_given: 0, surcharge: 0 },
        }),
    ],
  ],
  order_settled: [
    ['a completed order with something due', () => run(`update pos_orders set due = 1 where ${SOLD}`, ID.cashSale)],
    ['an open order whose due is wrong', () => run(`update pos_orders set due = 599 where ${SOLD}`, ID.openOrder)],
    [
      'a voided order that kept money',
      () => run(`update pos_orders set status = 'voided' where ${SOLD}`, ID.openOrder),
    ],
  ],
  day_money: [
    [
      'a payment that came after its order was settled',
      () => run(`update pos_payments set booked_on = '2026-11-21' where ${SOLD}`, ID.cash),
    ],
  ],
  refund_parts: [
    [
      'a part that was paid out otherwise',
      () =>
        run(`update pos_refunds set payments = '[]', drawer_session_id = null where ${SOLD}`, ID.refund).then(() =>
          run(`delete from drawer_entries where refund_id = $1`, ID.refund),
        ),
    ],
    ['the lines of a refund', () => run(`update pos_refunds set lines = '[]' where ${SOLD}`, ID.refund)],
  ],
  refund_limits: [
    [
      'a payment that gave back what no refund says',
      () => run(`update pos_payments set refunded = 401 where ${SOLD}`, ID.refundedCash),
    ],
    [
      'a line that knows of less',
      () => run(`update pos_order_lines set refunded_amount = 397 where ${SOLD}`, ID.refunded),
    ],
    [
      'cash that gave its change back too',
      async () => {
        await run(`update pos_payments set refunded = 1401 where ${SOLD}`, ID.cash);
      },
    ],
  ],
  payment_returns: [
    [
      'a return of less',
      async () => {
        await run(`update pos_payment_returns set amount = 499 where ${SOLD}`, ID.return);
        await run(`update drawer_entries set amount = 499 where refund_id = $1`, ID.return);
      },
    ],
    [
      'a return that is gone',
      async () => {
        await run(`delete from pos_payment_returns where ${SOLD}`, ID.return);
        await run(`delete from drawer_entries where refund_id = $1`, ID.return);
      },
    ],
  ],
  payment_charges: [
    ['a charge that is gone', () => run('delete from payment_charges where payment_id = $1', ID.card)],
    [
      'a payment that names a provider for nothing',
      () => run(`update pos_payments set provider = 'treasury' where ${SOLD}`, ID.deposit),
    ],
  ],
  charge_money: [
    ['captured money that is nowhere', () => run(`delete from unallocated_payments where ${SOLD}`, ID.stray)],
    [
      'more captured than both have',
      () => run('update payment_charges set amount_captured = 1701 where payment_id = $1', ID.card),
    ],
  ],
  payments_waiting: [
    [
      'a payment that nobody waits for',
      () =>
        insert(owner, 'pos_payments', {
          ...{ tenant_id: tenantId, id: randomUUID(), order_id: ID.openOrder, payment_number: 9, tender: 'card' },
          ...{ status: 'pending', amount: 5, refunded: 0, received_at: DAY, change_given: 0, surcharge: 0 },
        }),
    ],
  ],
  ledger_payments: [
    [
      'a gift card that paid another amount',
      () =>
        run(`update gift_card_transactions set payment_id = $1 where payment_id = $2`, randomUUID(), ID.giftPayment),
    ],
    [
      'a purchase that is on no account',
      () =>
        run(`update house_account_entries set payment_id = $1 where payment_id = $2`, randomUUID(), ID.accountPayment),
    ],
  ],
  report_numbers: [
    ['a report that is gone from the middle', () => run('delete from z_reports where number = 1')],
    ['a report that is gone from the end', () => run('delete from z_reports where number = 2')],
    [
      'a report that names another before it',
      () => run(`update z_reports set previous_hash = $1 where number = 2`, 'c'.repeat(64)),
    ],
  ],
  drawer_expectation: [
    ['an entry that is gone', () => run(`delete from drawer_entries where kind = 'skim'`)],
    ['an entry too many', () => inDrawer(entry('skim', 5, `safe:${ID.outlet}`, `drawer:${ID.closedSession}`))],
  ],
  drawer_payments: [
    [
      'a sale that no drawer has',
      () => run(`delete from drawer_entries where kind = 'sale' and payment_id = $1`, ID.refundedCash),
    ],
    [
      'a sale that nobody made',
      () =>
        inDrawer(
          entry('sale', 5, `drawer:${ID.openSession}`, 'sales', {
            session_id: ID.openSession,
            payment_id: randomUUID(),
          }),
        ),
    ],
    ['a refund of another amount', () => run('update drawer_entries set amount = 399 where refund_id = $1', ID.refund)],
    [
      'cash for an account that no drawer has',
      () => run(`update drawer_entries set category = 'other' where kind = 'paid_in'`),
    ],
    [
      'a payment into a drawer session that does not exist',
      () => run(`update pos_payments set drawer_session_id = $2 where ${SOLD}`, ID.deposit, randomUUID()),
    ],
  ],
  drawer_count: [
    ['a shortage that was not booked', () => run(`delete from drawer_entries where kind = 'count'`)],
    ['cash that stayed in a closed drawer', () => run(`update drawer_entries set amount = 9000 where kind = 'close'`)],
  ],
  drawer_double_entry: [
    [
      'a paying in out of the safe',
      () => run(`update drawer_entries set credit_account = 'safe' where kind = 'paid_in'`),
    ],
    [
      'sides that changed places',
      () =>
        run(
          `update drawer_entries set debit_account = credit_account, credit_account = debit_account where kind = 'float'`,
        ),
    ],
    ['a transfer that never arrived', () => run(`delete from drawer_entries where kind = 'transfer_in'`)],
  ],
  gift_cards: [
    ['a balance', () => run(`update gift_cards set balance = balance + 1 where ${SOLD}`, ID.giftCard)],
    ['an entry that is gone', () => run(`delete from gift_card_transactions where kind = 'activate'`)],
  ],
  house_accounts: [
    ['a balance', () => run(`update house_accounts set balance = balance + 1 where ${SOLD}`, ID.houseAccount)],
  ],
  loyalty_points: [['a balance', () => run(`update loyalty_members set balance = 41 where ${SOLD}`, ID.member)]],
};

describe.each(INVARIANTS.map(({ code }) => code))('%s', (code) => {
  test.each(PLANTED[code])('finds %s, and nothing else does', async (_, plant) => {
    await plant();
    const findings = await check();
    const found = findings.filter(({ violations }) => violations > 0);
    expect(found).toMatchObject([
      { code, examples: expect.arrayContaining([expect.objectContaining({ subject: expect.any(String) })]) },
    ]);
    for (const { subject, expected, actual } of found.flatMap(({ examples }) => examples)) {
      expect([subject, expected, actual].every((text) => /\S/.test(text))).toBe(true);
      expect(expected).not.toBe(actual);
    }
  });
});

test('at most 20 examples are shown, and all are counted', async () => {
  for (let n = 0; n < 25; n += 1)
    await inDrawer(
      entry('sale', 5, `drawer:${ID.openSession}`, 'sales', { session_id: ID.openSession, payment_id: randomUUID() }),
    );
  const found = (await check()).find(({ code }) => code === 'drawer_payments');
  expect(found?.violations).toBe(25);
  expect(found?.examples).toHaveLength(20);
});

test('days, outlets and tenants bound what is looked at', async () => {
  await run(`update pos_orders set due = 1 where ${SOLD}`, ID.cashSale);
  expect(broken(await check({ from: DAY, to: '2026-11-21', outletIds: [ID.outlet] }))).toEqual(['order_settled 1']);
  const apart: InvariantScope[] = [
    { from: '2026-11-21', to: null, outletIds: null },
    { from: null, to: DAY, outletIds: null },
    { from: null, to: null, outletIds: [randomUUID()] },
  ];
  for (const scope of apart) expect(broken(await check(scope))).toEqual([]);
  const elsewhere = await check(ALL, randomUUID() as TenantId);
  expect(elsewhere.map(({ checked }) => checked)).toEqual(INVARIANTS.map(() => 0));
});
