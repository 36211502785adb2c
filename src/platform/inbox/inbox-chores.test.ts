import { randomUUID } from 'node:crypto';
import { Client, Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/test-database.js';
import { INBOX_CHORES } from './inbox-chores.js';

let database: TestDatabase;
let worker: Pool;
let owner: Client;
const tenantId = randomUUID();

beforeAll(async () => {
  database = await createTestDatabase();
  worker = new Pool({ connectionString: database.workerUrl, max: 1 });
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
});
afterAll(async () => {
  await Promise.all([worker.end(), owner.end()]);
  await database.drop();
});

test.each([
  {
    name: 'inbox messages',
    days: 30,
    insert: `insert into inbox_messages (tenant_id, source, event_id, type, via, received_at) values ($1, 'auth', $2, 't', 'kafka', $3)`,
    left: 'select event_id as key from inbox_messages',
  },
  {
    name: 'inbox subjects',
    days: 180,
    insert: `insert into inbox_subjects (tenant_id, source, subject, updated_at) values ($1, 'auth', $2, $3)`,
    left: 'select subject as key from inbox_subjects',
  },
  {
    name: 'inbox dead letters',
    days: 90,
    insert: `insert into inbox_dead_letters (tenant_id, id, source, event_id, via, envelope, reason, attempts, received_at)
      values ($1, gen_random_uuid(), 'auth', $2, 'kafka', '{}', 'x', 5, $3)`,
    left: 'select event_id as key from inbox_dead_letters',
  },
])('$name are removed after $days days, and no younger ones', async ({ name, days, insert, left }) => {
  const daysAgo = (count: number): Date => new Date(Date.now() - count * 86_400_000);
  for (let index = 0; index < 3; index++) await owner.query(insert, [tenantId, `old-${index}`, daysAgo(days + 1)]);
  await owner.query(insert, [tenantId, 'young', daysAgo(days - 1)]);
  const chore = INBOX_CHORES.find((one) => one.name === name);
  expect(await chore?.run(worker)).toBe(3);
  expect((await owner.query(left)).rows).toEqual([{ key: 'young' }]);
  expect(await chore?.run(worker)).toBe(0);
});
