import { SinkUnavailable, type EventSink, type LoggedEvent } from '../../kernel/outbox.js';
import { removeOldEvents } from './event-retention.js';
import { firstOfEach, newAggregates, Outboxes, Recorder, until } from './outboxes.examples.js';
import { Subscribers } from './subscribers.js';

let outboxes: Outboxes;

beforeEach(async () => {
  outboxes = await Outboxes.open();
});

afterEach(() => outboxes.close());

function assertWholeAndOrdered(seen: readonly LoggedEvent[], aggregates: readonly string[], each: number): void {
  for (const aggregate of aggregates) {
    const sequences = seen.filter(({ aggregateId }) => aggregateId === aggregate).map(({ sequence }) => sequence);
    expect(sequences).toEqual(Array.from({ length: each }, (_, index) => index + 1));
  }
}

test('no commit is skipped or reordered, however late it comes and however transactions overlap', async () => {
  const aggregates = newAggregates(6);
  const recorder = new Recorder('recorder');
  outboxes.dispatchTo([recorder]);
  await Promise.all(
    aggregates.flatMap((id) => Array.from({ length: 30 }, () => outboxes.change(id, () => Math.random() * 12))),
  );
  await until(() => recorder.seen.length >= 180);
  assertWholeAndOrdered(recorder.seen, aggregates, 30);
  expect(new Set(recorder.seen.map(({ id }) => id)).size).toBe(180);
});

test('a sink that is away gets the same events again, for as long as it takes, and delays only itself', async () => {
  const aggregates = newAggregates(3);
  await outboxes.happen(aggregates, 10);
  const steady = new Recorder('steady');
  const shaky = new Recorder('shaky');
  const told: string[] = [];
  let failures = 40; // more than any number of tries: an outage is nobody's fault
  const flaky: EventSink = {
    name: 'shaky',
    deliver: async (events) => {
      if (failures-- > 0) throw new SinkUnavailable('not now', 'timeout');
      await shaky.deliver(events);
    },
  };
  outboxes.dispatchTo([flaky, steady], { unavailable: (sink, reason) => void told.push(`${sink} ${reason}`) });
  await until(() => shaky.seen.length >= 30 && steady.seen.length >= 30);
  assertWholeAndOrdered(shaky.seen, aggregates, 10);
  assertWholeAndOrdered(steady.seen, aggregates, 10);
  expect(new Set(told)).toEqual(new Set(['shaky timeout']));
  expect(await outboxes.figuresOf('shaky')).toMatchObject({ blocked: 0, deadLetters: 0 });
});

test('a poison event stops only its aggregate, and after bounded tries only itself', async () => {
  const [poisoned, ...healthy] = newAggregates(5) as [string, ...string[]];
  const recorder = new Recorder('picky', (one) => one.aggregateId === poisoned && one.sequence === 3);
  const attempts: number[] = [];
  outboxes.dispatchTo([recorder], { refused: (_sink, _event, attempt) => void attempts.push(attempt) });
  await outboxes.happen([poisoned, ...healthy], 6);
  await until(
    async () => (await outboxes.figuresOf('picky'))?.deadLetters === 1 && recorder.seen.some(isSixthOf(poisoned)),
  );
  await until(() => healthy.every((id) => recorder.seen.some(isSixthOf(id))));
  assertWholeAndOrdered(firstOfEach(recorder.seen), healthy, 6);
  const left = firstOfEach(recorder.seen).filter(({ aggregateId }) => aggregateId === poisoned);
  expect(left.map(({ sequence }) => sequence)).toEqual([1, 2, 4, 5, 6]);
  expect(attempts).toEqual([1, 2, 3]);
  expect(recorder.buried).toMatchObject([
    { attempts: 3, reason: 'this event cannot be taken', event: { sequence: 3 } },
  ]);
  await until(async () => (await outboxes.figuresOf('picky'))?.blocked === 0);
});

test('while an event is tried again, later events of its aggregate wait, also over a restart', async () => {
  const [id] = newAggregates(1) as [string];
  let refusing = true;
  const recorder = new Recorder('patient', (one) => refusing && one.sequence === 2);
  const first = outboxes.dispatchTo([recorder], {}, 1_000);
  await outboxes.happen([id], 4);
  await until(async () => (await outboxes.figuresOf('patient'))?.blocked === 1);
  expect(recorder.seen.every(({ sequence }) => sequence < 2)).toBe(true);
  await first.stop();
  refusing = false;
  outboxes.dispatchTo([recorder], {}, 1_000);
  await until(() => recorder.seen.some(({ sequence }) => sequence === 4));
  assertWholeAndOrdered(firstOfEach(recorder.seen), [id], 4);
});

test('a dead letter that is queued again is delivered with its old id', async () => {
  const [id] = newAggregates(1) as [string];
  let refusing = true;
  const recorder = new Recorder('mended', (one) => refusing && one.sequence === 1);
  outboxes.dispatchTo([recorder]);
  await outboxes.happen([id], 2);
  await until(async () => (await outboxes.figuresOf('mended'))?.deadLetters === 1);
  const queue = (): Promise<unknown> => outboxes.owner.query(`update outbox_dead_letters set status = 'queued'`);
  await queue();
  await until(async () => (await statusOfLetters()).join() === 'dead 4');
  refusing = false;
  await queue();
  await until(async () => (await statusOfLetters()).join() === 'redriven 4');
  const [event] = (await outboxes.owner.query<{ id: string }>('select id from events where sequence = 1')).rows;
  expect(recorder.seen.filter((one) => one.id === event?.id)).toHaveLength(1);
});

test('several dispatchers share the shards; when one is killed the others take over', async () => {
  const aggregates = newAggregates(8);
  const recorders = [new Recorder('shared'), new Recorder('shared')];
  for (const recorder of recorders) outboxes.dispatchTo([recorder]);
  await until(async () => (await shardsByOwner()).join() === '2,2');
  const seen = (): LoggedEvent[] => recorders.flatMap((recorder) => recorder.seen);
  for (let n = 0; n < 30; n++) {
    await outboxes.happen(aggregates, 1);
    if (n % 10 === 5)
      await outboxes.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'pos_worker'
      and datname = current_database()`);
  }
  await until(() => aggregates.every((id) => seen().some((one) => one.aggregateId === id && one.sequence === 30)));
  for (const id of aggregates)
    expect(
      new Set(
        seen()
          .filter((one) => one.aggregateId === id)
          .map(idOf),
      ).size,
    ).toBe(30);
  await outboxes.running.shift()?.stop();
  await until(async () => (await shardsByOwner()).join() === '4');
});

test('subscribers hear what they asked for, with everything the envelope needs', async () => {
  const [aggregate] = newAggregates(1) as [string];
  await outboxes.change(aggregate);
  const heard: string[] = [];
  const subscribers = new Subscribers([
    {
      pattern: 'pos.test.*',
      handle: async (one) =>
        void heard.push(`${one.type} ${one.sequence} ${one.actor} ${one.tenantSlug} ${JSON.stringify(one.data)}`),
    },
    { pattern: 'pos.other', handle: async () => void heard.push('never') },
  ]);
  outboxes.dispatchTo([subscribers]);
  await until(() => heard.length > 0);
  expect(heard).toEqual(['pos.test.happened 1 system:test t {"sequence":1}']);
});

test('an idle dispatcher writes no positions', async () => {
  await outboxes.happen(newAggregates(1), 1);
  const idle = new Recorder('idle');
  outboxes.dispatchTo([idle]);
  await until(async () => (await outboxes.figuresOf('idle'))?.behind === 0);
  const shards = async () =>
    (await outboxes.owner.query('select sink, shard, position, updated_at from outbox_shards order by 2')).rows;
  const before = await shards();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(await shards()).toEqual(before);
});

test('old events leave when every sink has had them; waiting and dead ones stay', async () => {
  const [old, dead] = newAggregates(2) as [string, string];
  await outboxes.happen([old, dead], 2);
  await outboxes.owner.query(`update events set occurred_at = now() - interval '30 days'`);
  expect(await removeOldEvents(outboxes.workerPool, 9)).toBe(0); // no sink has had any
  const recorder = new Recorder('keeper', (one) => one.aggregateId === dead && one.sequence === 1);
  const dispatcher = outboxes.dispatchTo([recorder]);
  await until(async () => (await outboxes.figuresOf('keeper'))?.deadLetters === 1);
  await until(async () => (await outboxes.figuresOf('keeper'))?.behind === 0);
  await dispatcher.stop();
  expect(await removeOldEvents(outboxes.workerPool, 60)).toBe(0);
  expect(await removeOldEvents(outboxes.workerPool, 9)).toBe(3);
  const { rows } = await outboxes.owner.query('select aggregate_id, sequence from events');
  expect(rows).toEqual([{ aggregate_id: dead, sequence: 1 }]);
  await outboxes.owner.query('update events set occurred_at = now()');
  await expect(outboxes.workerPool.query('delete from events')).resolves.toMatchObject({ rowCount: 0 });
});

function isSixthOf(aggregateId: string): (one: LoggedEvent) => boolean {
  return (one) => one.aggregateId === aggregateId && one.sequence === 6;
}

function idOf({ id }: LoggedEvent): string {
  return id;
}

async function statusOfLetters(): Promise<string[]> {
  const { rows } = await outboxes.owner.query<{ status: string; attempts: number }>(
    'select status, attempts from outbox_dead_letters',
  );
  return rows.map(({ status, attempts }) => `${status} ${attempts}`);
}

/** How many shards each owner has, most first. */
async function shardsByOwner(): Promise<number[]> {
  const { rows } = await outboxes.owner.query<{ shards: number }>(
    'select count(*)::int as shards from outbox_shards where owner is not null group by owner order by 1 desc',
  );
  return rows.map(({ shards }) => shards);
}
