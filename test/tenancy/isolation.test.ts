import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.js';
import { insertRow, oneOfEach, refusalOf, tenantTables, type OneOfEach } from './one-of-each.js';
import { connected, undone } from './sessions.js';

const A = '01979f60-0000-7000-8000-00000000000a';
const B = '01979f60-0000-7000-8000-00000000000b';
const rowsOf: Record<string, OneOfEach> = { [A]: oneOfEach(A, 'alpha'), [B]: oneOfEach(B, 'beta') };

let database: TestDatabase;
let app: Client;
let tables: string[];

// Both tenants' rows go in here, as the role that writes them: the same ids in both, so no key leaves the tenant out.
beforeAll(async () => {
  database = await createTestDatabase();
  app = new Client({ connectionString: database.appUrl });
  await app.connect();
  await connected(database.workerUrl, async (worker) => {
    for (const tenant of [A, B]) {
      for (const row of rowsOf[tenant] ?? []) {
        const writer = (await may(row[0], 'insert')) ? app : worker;
        await writer.query('begin');
        await writer.query(`select set_config('app.tenant_id', $1, true)`, [tenant]);
        await insertRow(writer, row);
        await writer.query('commit');
      }
    }
  });
  tables = await connected(database.ownerUrl, tenantTables);
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

const rowOf = (tenant: string, table: string): OneOfEach[number] => {
  const found = rowsOf[tenant]?.find(([name]) => name === table);
  if (found === undefined) throw new Error(`one-of-each.ts has no row for ${table}`);
  return found;
};
const tenantsSeen = async (table: string): Promise<unknown[]> =>
  (await app.query(`select tenant_id from ${table}`)).rows;
const may = async (table: string, privilege: string): Promise<boolean> =>
  (await app.query<{ may: boolean }>('select has_table_privilege($1, $2) as may', [table, privilege])).rows[0]?.may ===
  true;
const DENIED = /permission denied|row-level security/;
/** Tables that the worker's role serves for all tenants; it reads no other. */
const OF_WORKER = [
  'events',
  'tenants',
  'idempotency_keys',
  'outbox_blocked',
  'outbox_dead_letters',
  'inbox_messages',
  'inbox_subjects',
  'inbox_dead_letters',
  'webhook_endpoints',
  'webhook_deliveries',
  'pricebook_versions',
  'gift_cards',
  'approvals',
  'api_keys',
  'staff_sessions',
  'sign_in_counts',
  'catalog_sync_states',
  'loyalty_intents',
  'payment_charges',
  'provider_refunds',
  ...['payouts', 'simulator_transactions'],
  'payment_connection_secrets',
  'provider_notices',
  'provider_requests',
  'settlement_batches',
  'shifts',
  'notices',
  'day_policies',
  'licence_watches',
  'device_states',
  'logins',
  'login_tokens',
  'login_guesses',
  'outlet_discoveries',
  ...['offline_event_queue', 'sync_devices', 'sync_conflicts'],
];
/** Tries each table and tells of those whose outcome is another. */
const everywhere = async <Outcome>(expected: Outcome, attempt: (table: string) => Promise<Outcome>): Promise<void> => {
  const outcomes: Record<string, Outcome> = {};
  for (const table of tables) outcomes[table] = await attempt(table);
  expect(outcomes).toEqual(Object.fromEntries(tables.map((table) => [table, expected])));
};

test('every table with a tenant has an example row, and no other has', () => {
  expect(
    oneOfEach(A, 'a')
      .map(([table]) => table)
      .sort(),
  ).toEqual(tables);
});

test('a tenant sees its own row in every table and none of another', async () => {
  await everywhere([{ tenant_id: A }], (table) => undone(app, A, () => tenantsSeen(table)));
  await everywhere([{ tenant_id: B }], (table) => undone(app, B, () => tenantsSeen(table)));
});

test('asked for by name, the rows of another tenant are not there either', async () => {
  await everywhere(0, (table) =>
    undone(app, A, async () => (await app.query(`select from ${table} where tenant_id = $1`, [B])).rowCount),
  );
});

test.each([null, '', '01979f60-0000-7000-8000-00000000000c'])(
  'under the tenant %j nothing is seen in any table',
  async (tenant) => {
    await everywhere([], (table) => undone(app, tenant, () => tenantsSeen(table)));
  },
);

test('a setting that is no tenant is an error, never everything', async () => {
  await everywhere(
    'invalid input syntax for type uuid: "*"',
    (table) => refusalOf(app, '*', () => tenantsSeen(table)) as Promise<string>,
  );
});

test.each([A, null, ''])('under the tenant %j no row of another goes in', async (tenant) => {
  for (const table of tables) {
    const refusal = await refusalOf(app, tenant, () => insertRow(app, rowOf(B, table)));
    expect(refusal).toBe(
      (await may(table, 'insert'))
        ? `new row violates row-level security policy for table "${table}"`
        : `permission denied for table ${table}`,
    );
  }
});

test('no row is handed to another tenant', async () => {
  for (const table of tables) {
    const allowed = await may(table, 'update');
    const refusal = await refusalOf(app, A, () => app.query(`update ${table} set tenant_id = $1`, [B]));
    expect(refusal).toBe(
      allowed
        ? `new row violates row-level security policy for table "${table}"`
        : `permission denied for table ${table}`,
    );
  }
});

test('updates and deletes do not reach the rows of another tenant', async () => {
  for (const [privilege, statement] of [
    ['update', 'update T set tenant_id = tenant_id where tenant_id = $1'],
    ['delete', 'delete from T where tenant_id = $1'],
  ] as const) {
    for (const table of tables) {
      const attempt = () => app.query(statement.replace('T', table), [B]);
      if (await may(table, privilege)) expect(await undone(app, A, async () => (await attempt()).rowCount)).toBe(0);
      else expect(await refusalOf(app, A, attempt)).toBe(`permission denied for table ${table}`);
    }
  }
});

test('an upsert cannot be used to overwrite the row of another tenant', async () => {
  for (const table of tables) {
    const [, row] = rowOf(B, table);
    const statement = `insert into ${table} (${Object.keys(row).join()}) select ${Object.keys(row).join()} from json_populate_record(null::${table}, $1)
      on conflict do nothing`;
    expect(await refusalOf(app, A, () => app.query(statement, [JSON.stringify(row)]))).toMatch(DENIED);
  }
});

test('the service cannot empty, alter or drop a table, switch row security off, or make objects', async () => {
  for (const table of tables) {
    for (const statement of [
      `truncate ${table}`,
      `alter table ${table} disable row level security`,
      `drop table ${table}`,
      `drop policy tenant_isolation on ${table}`,
    ]) {
      expect(await refusalOf(app, A, () => app.query(statement))).toMatch(/permission denied|must be owner/);
    }
  }
  for (const statement of [
    'create table public.mine ()',
    'create schema mine',
    'set role postgres',
    'set session authorization pos_worker',
  ]) {
    expect(await refusalOf(app, A, () => app.query(statement))).toMatch(/permission denied/);
  }
  const off = refusalOf(app, A, async () => {
    await app.query('set local row_security = off');
    await app.query('select from outlets');
  });
  expect(await off).toMatch(/row-level security/);
});

describe('tenant_by_slug', () => {
  const asked = async (slug: string | null): Promise<unknown[]> =>
    (await app.query('select tenant_id, slug from tenant_by_slug($1)', [slug])).rows;

  test.each(['ALPHA', 'alph', 'alpha ', '%', 'a%', '', null, `alpha' or true --`])(
    'answers nothing for %j',
    async (slug) => {
      expect(await undone(app, null, () => asked(slug))).toEqual([]);
    },
  );

  test('answers for an exact slug, and opens nothing else', async () => {
    await undone(app, null, async () => {
      expect(await asked('alpha')).toEqual([{ tenant_id: A, slug: 'alpha' }]);
      expect(await tenantsSeen('tenants')).toEqual([]);
    });
    await undone(app, B, async () => {
      expect(await asked('alpha')).toEqual([{ tenant_id: A, slug: 'alpha' }]);
      expect(await tenantsSeen('tenants')).toEqual([{ tenant_id: B }]);
    });
  });

  test('the setting by which it looks gives the service nothing', async () => {
    await undone(app, null, async () => {
      await app.query(`select set_config('app.tenant_lookup', 'alpha', true)`);
      expect(await tenantsSeen('tenants')).toEqual([]);
    });
  });

  test('is not for the worker', async () => {
    await connected(database.workerUrl, (worker) =>
      expect(worker.query(`select from tenant_by_slug('alpha')`)).rejects.toThrow(
        'permission denied for function tenant_by_slug',
      ),
    );
  });

  // Row security does not bind a superuser, who owns the tables of most tests; it does bind an owner of any other kind.
  test('answers alike when the owner of the tables is an ordinary role', async () => {
    await connected(database.ownerUrl, (owner) =>
      undone(owner, null, async () => {
        await owner.query(`create role plain_owner nologin; grant usage, create on schema public to plain_owner;
          alter table tenants owner to plain_owner; alter function tenant_by_slug(text) owner to plain_owner;
          drop policy tenant_lookup on tenants; set local role plain_owner;
          create policy tenant_lookup on tenants for select to current_user using (slug = nullif(current_setting('app.tenant_lookup', true), ''))`);
        expect((await owner.query('select from tenants')).rowCount).toBe(0);
        expect((await owner.query(`select slug from tenant_by_slug('beta')`)).rows).toEqual([{ slug: 'beta' }]);
        expect((await owner.query(`select slug from tenant_by_slug('bet')`)).rows).toEqual([]);
      }),
    );
  });
});

describe('the worker', () => {
  test('reads the events of all tenants and their slugs, and nothing else of anybody', async () => {
    await connected(database.workerUrl, async (worker) => {
      expect((await worker.query('select tenant_id from events order by 1')).rows).toEqual([
        { tenant_id: A },
        { tenant_id: B },
      ]);
      expect((await worker.query('select slug from tenants order by 1')).rows).toEqual([
        { slug: 'alpha' },
        { slug: 'beta' },
        { slug: 'platform' },
      ]);
      await expect(worker.query('select name from tenants')).rejects.toThrow('permission denied');
      for (const table of tables.filter((name) => !OF_WORKER.includes(name))) {
        await expect(worker.query(`select from ${table} where tenant_id is not null`)).rejects.toThrow(
          'permission denied',
        );
      }
      expect((await worker.query("delete from events where occurred_at > now() - interval '8 days'")).rowCount).toBe(0);
      for (const statement of [
        `update events set actor = 'x'`,
        `update tenants set slug = 'x'`,
        'select body from idempotency_keys',
        'select points from loyalty_intents',
        `update loyalty_intents set status = 'held'`,
        'select payer from payment_charges',
        `update payment_charges set status = 'captured'`,
        'select payee from payouts',
        'select secret_hash from api_keys',
        'select name from api_keys',
      ]) {
        await expect(worker.query(statement)).rejects.toThrow('permission denied');
      }
    });
  });

  test('sees and removes idempotency keys only when they have expired, whatever it asks for', async () => {
    await connected(database.ownerUrl, (owner) =>
      undone(owner, null, async () => {
        await owner.query(`update idempotency_keys set created_at = now() - interval '8 days' where tenant_id = $1`, [
          A,
        ]);
        await owner.query('set local role pos_worker');
        expect((await owner.query('select tenant_id from idempotency_keys')).rows).toEqual([{ tenant_id: A }]);
        expect(
          (await owner.query(`delete from idempotency_keys where created_at < now() + interval '1 year'`)).rowCount,
        ).toBe(1);
      }),
    );
  });
});
