import { Client } from 'pg';
import { createTestDatabase } from '../harness/test-database.js';
import { startService, type TestService } from '../harness/service.js';
import { Cashier } from './cashier.js';
import { Chance } from './chance.js';
import { check } from './checker.js';
import { Ledger } from './receipts.js';
import { openShop, type Shop } from './shop.js';
import { TillClient, Wires } from './till-client.js';
import { Till } from './till.js';

const SALES = 25;
let service: TestService;
let shop: Shop;
let ledger: Ledger;

beforeAll(async () => {
  service = await startService();
  shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
  ledger = new Ledger();
  const chance = new Chance(1);
  const client = new TillClient([service.baseUrl], new Wires(), chance.branch('waits'));
  const closing = new AbortController();
  const till = new Till('till', shop, ledger, chance.branch('till'), client);
  const cashier = new Cashier(till, 0);
  const working = cashier.work(closing.signal);
  while (cashier.sales < SALES) await new Promise((resolve) => setTimeout(resolve, 5));
  closing.abort();
  await working;
  client.close();
});
afterAll(() => service.close());

/** The findings in a copy of the database in which something was spoilt. */
async function findingsAfter(spoil: string, change: (copy: Ledger) => void = () => undefined): Promise<string[]> {
  const copy = await createTestDatabase();
  const client = new Client({ connectionString: copy.ownerUrl });
  await client.connect();
  try {
    await copyRows(client);
    await client.query("select set_config('app.tenant_id', $1, false)", [shop.tenantId]);
    await client.query(spoil);
    const changed = Object.assign(new Ledger(), structuredClone(ledger));
    change(changed);
    const findings = await check(copy.ownerUrl, { tenantId: shop.tenantId, ledger: changed });
    return [...new Set(findings.map(({ check: name }) => name))];
  } finally {
    await client.end();
    await copy.drop();
  }
}

const TABLES = [
  'tenants',
  'outlets',
  'order_number_counters',
  'pos_orders',
  'pos_order_lines',
  'pos_payments',
  'pos_refunds',
  'events',
  'idempotency_keys',
];

async function copyRows(target: Client): Promise<void> {
  const source = new Client({ connectionString: service.database.ownerUrl });
  await source.connect();
  try {
    for (const table of TABLES) {
      const { rows } = await source.query<{ all: string }>(
        `select coalesce(json_agg(t), '[]')::text as all from ${table} t`,
      );
      await target.query("select set_config('app.tenant_id', $1, false)", [shop.tenantId]);
      // The vendor's own rows are in every database from the beginning.
      await target.query(
        `insert into ${table} select * from json_populate_recordset(null::${table}, $1) on conflict do nothing`,
        [rows[0]?.all],
      );
    }
  } finally {
    await source.end();
  }
}

const A_SALE = `(select id from pos_orders where status = 'completed' order by number limit 1)`;

test('nothing is found where nothing is wrong', async () => {
  expect(await findingsAfter('select 1')).toEqual([]);
});

test.each([
  {
    title: 'a doubled sale',
    spoil: `insert into pos_orders select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'number', 'S0-000000'))).*
            from pos_orders o where id = ${A_SALE}`,
    found: 'no sale is there twice',
  },
  {
    title: 'a lost sale',
    spoil: `with gone as (delete from pos_order_lines where order_id = ${A_SALE}), paid as (delete from pos_payments where order_id = ${A_SALE})
            delete from pos_orders where id = ${A_SALE}`,
    found: 'every answered sale is there exactly as answered',
  },
  {
    title: 'a missing event',
    spoil: `delete from events where aggregate_id = ${A_SALE} and sequence = 1`,
    found: 'every order has its events 1 to n',
  },
  {
    title: 'a doubled event id',
    spoil: `update events set id = (select id from events order by position limit 1) where aggregate_id = ${A_SALE}`,
    found: 'no event id is there twice',
  },
  {
    title: 'a wrong total',
    spoil: `update pos_orders set total = total + 1 where id = ${A_SALE}`,
    found: 'totals are the sum of their parts',
  },
  {
    title: 'a total that is wrong everywhere in the database',
    spoil: `update pos_orders set total = total + 1, subtotal = subtotal + 1, change_given = change_given - 1 where id = ${A_SALE}`,
    found: 'every answered sale is there exactly as answered',
  },
  {
    title: 'money that came from nowhere',
    spoil: `update pos_orders set change_given = change_given - 1 where id = ${A_SALE}`,
    found: 'I1: ',
  },
  { title: 'a lost payment', spoil: `delete from pos_payments where order_id = ${A_SALE}`, found: 'payments add up' },
  {
    title: 'a doubled refund',
    spoil: `insert into pos_refunds select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid()))).* from pos_refunds r limit 1`,
    found: 'lines and payments know their refunds',
  },
  {
    title: 'an order number given twice',
    spoil: `alter table pos_orders drop constraint pos_orders_number_key;
            update pos_orders set outlet_id = (select outlet_id from pos_orders order by number limit 1),
              number = (select number from pos_orders order by number limit 1) where id = (select id from pos_orders order by number desc limit 1)`,
    found: 'no order number is given twice',
  },
  {
    title: 'an effect whose answer was not stored',
    spoil: `delete from idempotency_keys where body::json ->> 'id' = ${A_SALE}::text`,
    found: 'the key that created an order has its answer',
  },
  {
    title: 'a stored answer that is not what was sent',
    spoil: `update idempotency_keys set body = body || ' ' where body::json ->> 'id' = ${A_SALE}::text`,
    found: 'every answer is stored under its key to the byte',
  },
  {
    title: 'a command that took effect twice',
    spoil: `update pos_orders set version = version + 1 where id = ${A_SALE}`,
    found: 'every command had its effect exactly once',
  },
])('$title is found', async ({ spoil, found }) => {
  expect(await findingsAfter(spoil)).toEqual(expect.arrayContaining([expect.stringContaining(found)]));
});

test('a sale that nobody made, and what clients complain of, are found', async () => {
  const found = await findingsAfter('select 1', (copy) => {
    copy.sales.splice(0, 1);
    copy.complaints.push('the change was short');
  });
  expect(found).toEqual(
    expect.arrayContaining(['every order is a sale that some client made', 'clients have nothing to complain of']),
  );
});

test('an event that never left is found', async () => {
  const findings = await check(service.database.ownerUrl, {
    tenantId: shop.tenantId,
    delivered: new Set(),
    dispatched: true,
  });
  expect(findings.map(({ check: name }) => name)).toEqual(
    expect.arrayContaining(['I5: every event left through the log', 'I5: everything was dispatched']),
  );
});
