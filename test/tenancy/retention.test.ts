import { randomUUID } from 'node:crypto';
import { Client, Pool } from 'pg';
import { NOTICE_RETENTION } from '../../src/modules/notices/adapters/postgres/notice-retention.js';
import { SESSION_RETENTION } from '../../src/modules/sessions/adapters/postgres/session-chores.js';
import { CALLBACK_RETENTION } from '../../src/modules/payment-connections/adapters/postgres/callback-retention.js';
import { SIMULATOR_RETENTION } from '../../src/modules/tendering/adapters/simulator/simulator-retention.js';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.js';
import { insertRow, oneOfEach } from './one-of-each.js';

// What is kept no longer than it is of use (GUARANTEES G13), removed by the worker's role, for all tenants.

const CHORES = [...CALLBACK_RETENTION, NOTICE_RETENTION, ...SESSION_RETENTION, SIMULATOR_RETENTION];
const TENANTS = [randomUUID(), randomUUID()] as const;
const rows = new Map(oneOfEach(TENANTS[0], 'any'));

let database: TestDatabase;
let worker: Pool;
let owner: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  worker = new Pool({ connectionString: database.workerUrl, max: 1 });
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await Promise.all([worker.end(), owner.end()]);
  await database.drop();
});

const daysAgo = (count: number): Date => new Date(Date.now() - count * 86_400_000);

async function add(table: string, row: object, tenantId: string = TENANTS[0]): Promise<void> {
  await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
  await insertRow(owner, [table, { ...rows.get(table), ...row, tenant_id: tenantId }]);
}

/** What is there of all tenants: nothing is hidden from the owner of the database. */
async function left(table: string, column: string): Promise<unknown[]> {
  const found = await owner.query<{ key: unknown }>(`select ${column} as key from ${table} order by ${column}`);
  return found.rows.map(({ key }) => key);
}

async function tidy(name: string): Promise<number> {
  const chore = CHORES.find((one) => one.name === name);
  if (chore === undefined) throw new Error(`there is no chore ${name}`);
  const removed = await chore.run(worker);
  expect(await chore.run(worker)).toBe(0);
  return removed;
}

/** A charge of ours; settled or not. */
async function charge(settledAt: Date | null): Promise<string> {
  const id = randomUUID();
  await add('payment_charges', { payment_id: id, source: id, settled_at: settledAt, next_try_at: null });
  return `charge-${id}`;
}

test('simulated payments are removed after 30 days, and no younger ones', async () => {
  await add('simulator_transactions', { key: 'old', created_at: daysAgo(31) });
  await add('simulator_transactions', { key: 'old', created_at: daysAgo(31) }, TENANTS[1]);
  await add('simulator_transactions', { key: 'young', created_at: daysAgo(29) });
  expect(await tidy('simulated payments')).toBe(2);
  expect(await left('simulator_transactions', 'key')).toEqual(['young']);
});

test('sessions are removed 400 days after their end, and counts of wrong tries after eight days', async () => {
  const ended = (days: number) => {
    const told = { ended_at: daysAgo(days), ended_by: 'test', ended_why: 'forced' };
    const times = { begun_at: daysAgo(500), expires_at: daysAgo(499), touched_at: daysAgo(500) };
    return { id: randomUUID(), token_hash: randomUUID().replaceAll('-', '').repeat(2), ...times, ...told };
  };
  const young = ended(399);
  for (const session of [ended(401), young]) await add('staff_sessions', session);
  expect(await tidy('ended sessions')).toBe(1);
  expect(await left('staff_sessions', 'id')).toEqual([young.id]);
  for (const days of [7, 9]) {
    await add('sign_in_counts', { key: `person:${days}`, id: randomUUID(), tried_at: daysAgo(days) });
  }
  expect(await tidy('old counts of wrong tries')).toBe(1);
  expect(await left('sign_in_counts', 'key')).toEqual(['person:7']);
});

test('notices that somebody has seen are removed after 400 days; open ones never', async () => {
  const seen = (days: number) => ({
    ...{ id: randomUUID(), event_id: randomUUID(), status: 'acknowledged', acknowledged_by: 'user:ann' },
    acknowledged_at: daysAgo(days),
  });
  const open = { id: randomUUID(), event_id: randomUUID(), raised_at: daysAgo(900), occurred_at: daysAgo(900) };
  const young = seen(399);
  for (const notice of [seen(401), young, open]) await add('notices', notice);
  expect(await tidy('acknowledged notices')).toBe(1);
  expect(await left('notices', 'id')).toEqual([young.id, open.id].sort());
});

describe('callbacks and requests of mobile money', () => {
  let settled: string;
  let open: string;

  beforeAll(async () => {
    settled = await charge(daysAgo(95));
    open = await charge(null);
    await add('payment_connections', { id: rows.get('provider_requests')?.['connection_id'] });
  });

  test('are removed after 90 days, and requests no sooner than their charge is settled', async () => {
    const request = (key: string, days: number) => ({ key, request_id: key.slice(-30), asked_at: daysAgo(days) });
    const young = await charge(daysAgo(80));
    for (const [key, days] of [
      [settled, 95],
      [open, 95],
      [young, 89],
    ] as const)
      await add('provider_requests', request(key, days));
    expect(await tidy('requests to payment providers')).toBe(1);
    expect(await left('provider_requests', 'key')).toEqual([open, young].sort());
  });

  test('so are callbacks, those for nothing of ours included', async () => {
    const notice = (digest: string, key: string | null, days: number) => {
      return { digest, request_key: key, received_at: daysAgo(days) };
    };
    await add('provider_notices', notice('settled', settled, 91));
    await add('provider_notices', notice('stranger', null, 91));
    await add('provider_notices', notice('open', open, 91));
    await add('provider_notices', notice('young', settled, 89));
    expect(await tidy('callbacks of payment providers')).toBe(2);
    expect(await left('provider_notices', 'digest')).toEqual(['open', 'young']);
  });
});

test('the worker cannot remove what is young or open, whatever it asks for', async () => {
  for (const { table, column } of [
    { table: 'provider_notices', column: 'received_at' },
    { table: 'provider_requests', column: 'asked_at' },
    { table: 'simulator_transactions', column: 'created_at' },
    { table: 'notices', column: 'raised_at' },
  ]) {
    await add(table, { ...fresh(table), [column]: new Date() });
    const before = (await left(table, column)).length;
    await worker.query(`delete from ${table} where ${column} > now() - interval '1 day'`);
    expect(await left(table, column)).toHaveLength(before);
  }
});

function fresh(table: string): object {
  const id = randomUUID();
  if (table === 'notices') return { id, event_id: id };
  if (table === 'provider_notices') return { digest: id };
  return table === 'provider_requests' ? { key: `charge-${id}`, request_id: id } : { key: id };
}
