import type { ClaimedDelivery, TryRecord } from '../../ports/delivery-queue.js';
import { CLAIM, WAITING } from './delivery-queue.js';
import { event, ids, openWebhookDatabase, TENANT, type WebhookDatabase } from './webhook-database.examples.js';
import { removeOldDeliveries } from './webhook-retention.js';

let world: WebhookDatabase;
beforeEach(async () => {
  world = await openWebhookDatabase();
});
afterEach(() => world.close());

const record = (): TryRecord => ({
  ...{ id: ids.next(), at: new Date(), durationMs: 12.4, status: 200, error: undefined, requestHeaders: { a: 'b' } },
  ...{ responseHeaders: {}, responseBody: 'ok', truncated: false },
});

test('what one has in hand nobody else gets until the lease ends; who comes back late changes nothing', async () => {
  await world.addEndpoint();
  await world.fanOut.deliver([await world.log(event())]);
  const [mine] = (await world.claimed()) as [ClaimedDelivery];
  expect(mine).toMatchObject({ tenantSlug: 't', tries: 0, secrets: [{ sealed: 'sealed', number: 1 }] });
  expect(JSON.parse(mine.payload as string)).toMatchObject({
    id: mine.eventId,
    type: 'pos.order.created',
    data: { n: 1 },
  });
  expect(await world.claimed()).toEqual([]);
  await world.owner.query('update webhook_deliveries set claimed_until = now()');
  const [theirs] = (await world.claimed()) as [ClaimedDelivery];
  expect(theirs).toMatchObject({ id: mine.id, eventId: mine.eventId, payload: mine.payload });
  await world.queue.save(mine, { status: 'parked' }, record());
  expect(await world.rows()).toMatchObject([{ status: 'pending', tries: 0, claim: theirs.claim }]);
  await world.queue.save(theirs, { status: 'delivered' }, record());
  expect(await world.rows()).toMatchObject([{ status: 'delivered', tries: 1, claim: null, last_status: 200 }]);
  const tries = await world.owner.query('select duration_ms, request_headers from webhook_attempts');
  expect(tries.rows).toEqual([
    { duration_ms: 12, request_headers: { a: 'b' } },
    { duration_ms: 12, request_headers: { a: 'b' } },
  ]);
});

test('many take together, and nothing is taken twice', async () => {
  await world.addEndpoint();
  await world.addEndpoint();
  await world.fanOut.deliver(await world.logged(50));
  const taken = (await Promise.all(Array.from({ length: 8 }, () => world.claimed({ limit: 30 })))).flat();
  taken.push(...(await world.claimed()));
  expect(taken).toHaveLength(100);
  expect(new Set(taken.map(({ id }) => id)).size).toBe(100);
});

test('each endpoint has its slots, less what is in hand; the doubtful are taken apart from the trusted', async () => {
  const good = await world.addEndpoint();
  const failing = await world.addEndpoint({ failing_since: '2026-06-01T00:00:00Z' });
  const fresh = await world.addEndpoint({ last_success_at: null });
  await world.fanOut.deliver(await world.logged(5));
  const taken = await world.claimed({ slots: 4, inHand: new Map([[good, 1]]) });
  expect(taken.map(({ endpointId }) => endpointId)).toEqual([good, good, good]);
  const doubtful = await world.claimed({ trusted: false, slots: 1 });
  expect(doubtful.map(({ endpointId }) => endpointId)).toEqual([failing, fresh]);
  expect(await world.claimed({ trusted: true, slow: [good] })).toEqual([]);
  expect(await world.claimed({ trusted: false, slow: [good], slots: 1, limit: 1 })).toMatchObject([
    { endpointId: good },
  ]);
});

test('saving says for how long the endpoint has failed; a success ends that', async () => {
  const endpoint = await world.addEndpoint();
  await world.fanOut.deliver(await world.logged(3));
  const [first, second, third] = (await world.claimed()) as [ClaimedDelivery, ClaimedDelivery, ClaimedDelivery];
  const failed = {
    ...record(),
    status: undefined,
    error: 'timeout: x',
    responseHeaders: undefined,
    responseBody: undefined,
  };
  expect(await world.queue.save(first, { status: 'pending', delayMs: 10_000 }, failed)).toBeUndefined();
  await world.owner.query(`update webhook_endpoints set failing_since = now() - interval '2 days' where id = $1`, [
    endpoint,
  ]);
  const failingMs = await world.queue.save(second, { status: 'parked' }, { ...failed, id: ids.next() });
  expect(Math.round((failingMs ?? 0) / 60_000)).toBe(2 * 24 * 60);
  expect(await world.queue.save(third, { status: 'delivered' }, record())).toBeUndefined();
  const { rows: endpoints } = await world.owner.query(
    'select failing_since, last_success_at > created_at as fresh from webhook_endpoints',
  );
  expect(endpoints).toEqual([{ failing_since: null, fresh: true }]);
  const states = await world.rows();
  expect(states.find(({ id }) => id === first.id)).toMatchObject({
    status: 'pending',
    tries: 1,
    last_error: 'timeout: x',
  });
  // What is parked keeps its payload: its event may be gone when somebody wants it sent again.
  expect(states.find(({ id }) => id === second.id)).toMatchObject({ status: 'parked', payload: second.payload });
});

test('an event that was cleared away is told of by its absence; what was given back is due again', async () => {
  await world.addEndpoint();
  await world.fanOut.deliver([event()]);
  const [gone] = (await world.claimed()) as [ClaimedDelivery];
  expect(gone.payload).toBeUndefined();
  await world.queue.giveBack(gone, 60_000, 'our fault');
  expect(await world.claimed()).toEqual([]);
  expect(await world.rows()).toMatchObject([{ status: 'pending', tries: 0, last_error: 'our fault', claim: null }]);
  await world.owner.query('update webhook_deliveries set due_at = now()');
  const [again] = (await world.claimed()) as [ClaimedDelivery];
  await world.queue.abandon(again, 'the event is gone');
  expect(await world.rows()).toMatchObject([{ status: 'cancelled', last_error: 'the event is gone' }]);
});

test('the queue is found by its own index, however much was delivered', async () => {
  const endpoint = await world.addEndpoint();
  await world.owner.query(
    `insert into webhook_deliveries (tenant_id, id, endpoint_id, event_id, event_type, payload, status, due_at, finished_at)
     select $1, gen_random_uuid(), $2, gen_random_uuid(), 'pos.x', '{}', 'delivered', now(), now() from generate_series(1, 20000)`,
    [TENANT, endpoint],
  );
  await world.owner.query('analyze webhook_deliveries');
  const nobody = '00000000-0000-0000-0000-000000000000';
  const waiting = await world.owner.query(
    `explain ${WAITING.replace('$1::uuid, $2::uuid', `'${nobody}', '${nobody}'`)}`,
  );
  const claim = CLAIM.replace(
    '$1::uuid[], $2::uuid[], $3::int[]',
    `array['${TENANT}']::uuid[], array['${endpoint}']::uuid[], array[4]`,
  )
    .replace('$4::uuid[]', `'{}'::uuid[]`)
    .replace('$5::boolean', 'true')
    .replace('$6::int', '10')
    .replace('$7::uuid', `'${nobody}'`)
    .replace('$8', '60000');
  const claiming = await world.owner.query(`explain ${claim}`);
  for (const { rows: plan } of [waiting, claiming]) {
    const text = plan.map((line: Record<string, string>) => line['QUERY PLAN']).join('\n');
    expect(text).toContain('webhook_deliveries_due');
    expect(text).not.toMatch(/Seq Scan on webhook_deliveries/);
  }
});

test('what is done is removed when it is old, with its tries; the young and what waits stay', async () => {
  const endpoint = await world.addEndpoint();
  const cases = [
    ['delivered', 31, false],
    ['delivered', 29, true],
    ['cancelled', 31, false],
    ['parked', 89, true],
    ['parked', 91, false],
    ['pending', 300, true],
  ] as const;
  for (const [status, days] of cases) {
    await world.owner.query(
      `with d as (insert into webhook_deliveries
              (tenant_id, id, endpoint_id, event_id, event_type, payload, status, due_at, finished_at)
            values ($1, gen_random_uuid(), $2, gen_random_uuid(), $3, '{}', $4, now(),
                    case when $4 <> 'pending' then now() - $5 * interval '1 day' end) returning tenant_id, id)
       select from d`,
      [TENANT, endpoint, `pos.${status}.d${days}`, status, days],
    );
  }
  await world.owner.query(
    `insert into webhook_attempts (tenant_id, delivery_id, id, at, duration_ms, request_headers)
     select tenant_id, id, gen_random_uuid(), now(), 1, '{}' from webhook_deliveries`,
  );
  expect(await removeOldDeliveries(world.worker)).toBe(3);
  const kept = cases.filter(([, , stays]) => stays).map(([status, days]) => `pos.${status}.d${days}`);
  expect((await world.rows()).map(({ event_type }) => event_type).sort()).toEqual(kept.sort());
  expect((await world.owner.query('select from webhook_attempts')).rowCount).toBe(3);
});
