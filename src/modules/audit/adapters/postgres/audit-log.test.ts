import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Client } from 'pg';
import type { TenantId } from '../../../../kernel/ids.js';
import { eventFor, openAudit, type AuditDatabase } from './audit-database.examples.js';

const LENGTH = 20;

let audit: AuditDatabase;
beforeAll(async () => {
  audit = await openAudit();
});
afterAll(() => audit.close());

const newTenant = (): TenantId => randomUUID() as TenantId;

async function chain(length = LENGTH): Promise<TenantId> {
  const tenant = newTenant();
  await audit.recorded(tenant, length);
  return tenant;
}

test('entries are numbered and linked, an event has one however often it comes', async () => {
  const tenant = newTenant();
  const event = eventFor(tenant);
  await audit.acts.handle(event);
  await Promise.all([audit.acts.handle(event), audit.acts.handle(event), audit.acts.handle(eventFor(tenant))]);
  const { rows } = await audit.owner.query(
    'select number, event_id, payload, previous_hash, hash from audit_entries where tenant_id = $1 order by number',
    [tenant],
  );
  expect(rows).toMatchObject([{ event_id: event.id, previous_hash: '0'.repeat(64) }, { previous_hash: rows[0].hash }]);
  for (const { previous_hash: previous, payload, hash } of rows) {
    expect(createHash('sha256').update(`${previous}${payload}`).digest('hex')).toBe(hash);
  }
  expect(await audit.verify(tenant)).toMatchObject({ entries: 2, faultCount: 0 });
});

test('each tenant has a chain of its own', async () => {
  const [a, b] = [await chain(3), await chain(2)];
  expect([(await audit.head(a)).number, (await audit.head(b)).number]).toEqual([3, 2]);
  expect(await audit.verify(b)).toMatchObject({ entries: 2, faultCount: 0 });
});

test('the service can neither change, delete nor empty what is recorded', async () => {
  const app = new Client({ connectionString: audit.database.appUrl });
  await app.connect();
  for (const statement of [
    `update audit_entries set actor = 'x'`,
    'delete from audit_entries',
    'truncate audit_entries',
    'delete from audit_heads',
    `update audit_heads set tenant_id = '${randomUUID()}'`,
  ])
    await expect(app.query(statement)).rejects.toThrow('permission denied');
  await app.end();
});

// What follows is done as a superuser: somebody who has the database in hand.
const TAMPERING: Readonly<Record<string, (tenant: TenantId, number: number) => Promise<unknown>>> = {
  'edits a column': (tenant, number) =>
    meddle(`update audit_entries set actor = 'user:nobody' where tenant_id = $1 and number = $2`, tenant, number),
  'edits what was before': (tenant, number) =>
    meddle(`update audit_entries set after = '{"forged": true}' where tenant_id = $1 and number = $2`, tenant, number),
  'edits the text': (tenant, number) =>
    meddle(
      `update audit_entries set payload = replace(payload, 'left', 'paid') where tenant_id = $1 and number = $2`,
      tenant,
      number,
    ),
  'edits text and hash': (tenant, number) =>
    meddle(
      `update audit_entries set reason = 'paid', payload = replace(payload, '"reason":"left, «ohne» 🙂"', '"reason":"paid"'),
         hash = encode(sha256(convert_to(previous_hash || replace(payload, '"reason":"left, «ohne» 🙂"', '"reason":"paid"'), 'UTF8')), 'hex')
         where tenant_id = $1 and number = $2`,
      tenant,
      number,
    ),
  'deletes an entry': (tenant, number) =>
    meddle('delete from audit_entries where tenant_id = $1 and number = $2', tenant, number),
  'deletes one and closes the gap': async (tenant, number) => {
    await meddle('delete from audit_entries where tenant_id = $1 and number = $2', tenant, number);
    for (let above = number + 1; above <= LENGTH; above += 1)
      await meddle('update audit_entries set number = number - 1 where tenant_id = $1 and number = $2', tenant, above);
    await meddle(`update audit_heads set number = number - 1 where tenant_id = $1 and $2::int > 0`, tenant, number);
  },
  'swaps two entries': async (tenant, number) => {
    const other = number === LENGTH ? 1 : number + 1;
    await meddle('update audit_entries set number = 1000 where tenant_id = $1 and number = $2', tenant, number);
    await audit.owner.query('update audit_entries set number = $3 where tenant_id = $1 and number = $2', [
      tenant,
      other,
      number,
    ]);
    await audit.owner.query('update audit_entries set number = $2 where tenant_id = $1 and number = 1000', [
      tenant,
      other,
    ]);
  },
  'inserts an entry': async (tenant, number) => {
    for (let above = LENGTH; above >= number; above -= 1)
      await meddle('update audit_entries set number = number + 1 where tenant_id = $1 and number = $2', tenant, above);
    await meddle(
      `insert into audit_entries select (e).* from (select json_populate_record(a, json_build_object(
         'number', $2::int, 'event_id', gen_random_uuid())) as e from audit_entries a where tenant_id = $1 and number = $2 + 1) made`,
      tenant,
      number,
    );
    await meddle(`update audit_heads set number = number + 1 where tenant_id = $1 and $2::int > 0`, tenant, number);
  },
  'cuts the tail': (tenant, number) =>
    meddle('delete from audit_entries where tenant_id = $1 and number >= $2', tenant, number),
};

async function meddle(text: string, tenant: TenantId, number: number): Promise<void> {
  const { rowCount } = await audit.owner.query(text, [tenant, number]);
  if (rowCount === 0) throw new Error('nothing was meddled with');
}

test.each(Object.keys(TAMPERING))('who %s is found, whichever entry it is', async (name) => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: LENGTH }), async (number) => {
      const tenant = await chain();
      expect((await audit.verify(tenant)).faultCount).toBe(0);
      await TAMPERING[name]?.(tenant, number);
      expect((await audit.verify(tenant)).faultCount).toBeGreaterThan(0);
    }),
    { numRuns: 5 },
  );
});

test('who cuts the tail and puts the head back is found by a head that was written down', async () => {
  const tenant = await chain();
  const anchor = await audit.head(tenant);
  await meddle('delete from audit_entries where tenant_id = $1 and number > $2', tenant, 12);
  await meddle(
    `update audit_heads set number = $2, hash = (select hash from audit_entries e where e.tenant_id = $1 and e.number = $2)
      where tenant_id = $1`,
    tenant,
    12,
  );
  expect((await audit.verify(tenant)).faultCount).toBe(0);
  expect((await audit.verify(tenant, anchor)).faults).toMatchObject([{ fault: 'anchor', number: LENGTH }]);
  await audit.recorded(tenant, 10); // it grows past the place, with other entries
  expect((await audit.verify(tenant, anchor)).faults).toMatchObject([{ fault: 'anchor', number: LENGTH }]);
});

test('eight at once make one chain', async () => {
  const tenant = newTenant();
  const events = Array.from({ length: 120 }, () => eventFor(tenant));
  await Promise.all(events.map((event) => audit.acts.handle(event)));
  expect(await audit.verify(tenant)).toMatchObject({ entries: 120, faultCount: 0, head: { number: 120 } });
});

test('an entry whose connection is cut before its commit was never there', async () => {
  const tenant = await chain(3);
  const app = new Client({ connectionString: audit.database.appUrl });
  app.on('error', () => undefined); // it is cut below
  await app.connect();
  const [{ pid }] = (await app.query('select pg_backend_pid() as pid')).rows;
  await app.query('begin');
  await app.query(`select set_config('app.tenant_id', $1, true)`, [tenant]);
  const payload = JSON.stringify({
    eventId: randomUUID(),
    at: new Date(),
    recordedAt: new Date(),
    actor: 'a',
    action: 'b',
    target: 'c',
    outcome: 'allowed',
    requestId: 'r',
  });
  const { rows } = await app.query('select append_audit_entry($1, $2) as number', [tenant, payload]);
  expect(rows).toEqual([{ number: '4' }]);
  const next = audit.acts.handle(eventFor(tenant)); // waits for the head
  await audit.owner.query('select pg_terminate_backend($1)', [pid]);
  await next;
  await app.end().catch(() => undefined);
  expect(await audit.verify(tenant)).toMatchObject({ entries: 4, faultCount: 0 });
});

test('connections that are cut at any moment leave one whole chain, each event in it once', async () => {
  const tenant = newTenant();
  const events = Array.from({ length: 160 }, () => eventFor(tenant));
  let left = events.length;
  const deliver = async (event: (typeof events)[number]): Promise<void> => {
    for (;;) {
      try {
        await audit.acts.handle(event);
        left -= 1;
        return;
      } catch {
        // Told again, as the dispatcher does: maybe the commit arrived and only its answer was lost.
      }
    }
  };
  const killing = (async () => {
    for (let kill = 0; kill < 40 && left > 0; kill += 1) {
      await audit.owner.query(
        `select pg_terminate_backend(pid) from (select pid from pg_stat_activity
          where application_name = 'audit-test' and datname = current_database() and state <> 'idle' order by random() limit 2) victims`,
      );
    }
  })();
  await Promise.all([killing, ...events.map(deliver)]);
  expect(await audit.verify(tenant)).toMatchObject({ entries: events.length, faultCount: 0 });
  const { rows } = await audit.owner.query('select event_id from audit_entries where tenant_id = $1', [tenant]);
  expect(new Set(rows.map(({ event_id: id }) => id as string))).toEqual(new Set(events.map(({ id }) => id)));
});
