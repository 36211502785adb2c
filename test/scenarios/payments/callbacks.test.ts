import type { ProviderNotice } from '../../../src/modules/tendering/ports/payment-provider.js';
import { beginPayment, giveUp, type Begun } from './card-sales.js';
import {
  ANSWER_MS,
  KES,
  openWorld,
  startProcess,
  takeCards,
  UNKNOWN_MS,
  type Process,
  type World,
} from './payment-world.js';
import { ProviderDouble, type Fate, type Fault } from './provider-double.js';
import { VirtualClock } from './virtual-clock.js';

let world: World;
let fault: Fault;
let fate: Fate;
let provider: ProviderDouble;
let process: Process;

beforeAll(async () => {
  world = await openWorld(new VirtualClock());
  restart(false);
  await takeCards(world, process);
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  await world.rows('update payment_charges set next_try_at = null where next_try_at is not null');
  [fault, fate] = ['none', 'slow'];
  restart(false);
});

test('a success callback three times and a status query make one payment', async () => {
  const charge = await beginPayment(world, provider, 1250);
  await process.tendering.send(world.context(), charge.paymentId);
  expect(await standing(charge)).toMatchObject({ status: 'pending', book: 'pending' });
  provider.finish();
  for (let times = 0; times < 3; times += 1) await tell(charge, { reference: 'D1' });
  await process.resolve.check(world.context(), charge.paymentId);
  expect(await standing(charge)).toMatchObject({ status: 'captured', book: 'captured', taken: 1250, captures: 1 });
  expect(await strays(charge)).toEqual([]);
  expect(await told(charge)).toEqual(['pos.payment.initiated', 'pos.payment.pending', 'pos.payment.captured']);
});

test('a callback before the answer to our request is matched, and the answer finds it settled', async () => {
  const charge = await beginPayment(world, provider, 900);
  fault = 'late';
  fate = 'captured';
  const sent = process.tendering.send(world.context(), charge.paymentId);
  await sent;
  await tell(charge, { reference: 'D1' });
  await settled(charge);
  expect(await standing(charge)).toMatchObject({ status: 'captured', taken: 900, captures: 1 });
  expect(await strays(charge)).toEqual([]);
});

test('money after the order gave up is unallocated, once, and told of', async () => {
  const charge = await beginPayment(world, provider, 700);
  await process.tendering.send(world.context(), charge.paymentId);
  expect(await giveUp(world, process, charge)).toBe(true);
  for (let times = 0; times < 3; times += 1) await tell(charge, { reference: 'D1', amount: KES(700) });
  expect(await standing(charge)).toMatchObject({ status: 'captured', book: 'failed', taken: 0 });
  expect(await strays(charge)).toEqual([{ reason: 'payment_cancelled', amount: 700, status: 'open' }]);
  expect((await told(charge)).filter((type) => type === 'pos.payment.unallocated')).toHaveLength(1);
});

test('less than was asked leaves the rest due, more is unallocated', async () => {
  const [less, more] = [await beginPayment(world, provider, 1000), await beginPayment(world, provider, 1000)];
  for (const { paymentId } of [less, more]) await process.tendering.send(world.context(), paymentId);
  await tell(less, { amount: KES(400) });
  await tell(more, { amount: KES(1300) });
  expect(await standing(less)).toMatchObject({ status: 'captured', taken: 400 });
  expect(await strays(less)).toEqual([]);
  expect(await standing(more)).toMatchObject({ status: 'captured', taken: 1000 });
  expect(await strays(more)).toEqual([{ reason: 'exceeds_asked', amount: 300, status: 'open' }]);
});

test('no word at all ends unknown, with an owner, and a person resolves it', async () => {
  fate = 'silent';
  const charge = await beginPayment(world, provider, 500);
  await process.tendering.send(world.context(), charge.paymentId);
  for (let ms = 0; ms < UNKNOWN_MS + 30_000; ms += 5_000) {
    world.clock.advance(5_000);
    await process.collector.round();
  }
  expect(await standing(charge)).toMatchObject({ status: 'unknown', book: 'unknown', owner: 'user:anna' });
  const finding = { as: 'captured', amount: null, reference: 'slip 9', reason: 'seen on the statement' } as const;
  await process.resolve.execute(world.context(), charge.paymentId, { ...finding, approvalId: undefined });
  expect(await standing(charge)).toMatchObject({ status: 'captured', book: 'captured', taken: 500, owner: null });
  expect((await told(charge)).slice(-3)).toEqual([
    'pos.payment.unknown',
    'pos.payment.captured',
    'pos.payment.resolved',
  ]);
  const again = process.resolve.execute(world.context(), charge.paymentId, { ...finding, approvalId: undefined });
  await expect(again).rejects.toMatchObject({ code: 'payment_not_in_doubt' });
});

describe('a callback that nobody can prove', () => {
  test('changes nothing by itself: the provider is asked', async () => {
    const charge = await beginPayment(world, provider, 800);
    await process.tendering.send(world.context(), charge.paymentId);
    await tell(charge, { trusted: false });
    expect(await standing(charge)).toMatchObject({ status: 'pending' });
    await process.collector.round();
    expect(await standing(charge)).toMatchObject({ status: 'pending' }); // the provider knows better
    provider.finish();
    await tell(charge, { trusted: false });
    await process.collector.round();
    expect(await standing(charge)).toMatchObject({ status: 'captured', taken: 800 });
  });

  test('with another amount than was asked: flagged once, nothing applied, and a person finds out', async () => {
    const charge = await beginPayment(world, provider, 820);
    await process.tendering.send(world.context(), charge.paymentId);
    for (let times = 0; times < 3; times += 1)
      await tell(charge, { trusted: false, reference: 'D7', amount: KES(82), noticeId: `n-${times}` });
    expect(await standing(charge)).toMatchObject({ status: 'unknown', book: 'unknown', taken: 0 });
    expect(await strays(charge)).toEqual([{ reason: 'amount_differs', amount: 82, status: 'open' }]);
    const flagged = await world.rows(
      `select 1 from events where type = 'pos.payment.unallocated' and data->'unallocated'->>'paymentId' = $1`,
      [charge.paymentId],
    );
    expect(flagged).toHaveLength(1);
    const steps = ['pos.payment.initiated', 'pos.payment.pending', 'pos.payment.unknown', 'pos.payment.unallocated'];
    expect(await told(charge)).toEqual(steps);
    // It is asked all the same, and is the one to be believed.
    provider.finish();
    await process.collector.round();
    expect(await standing(charge)).toMatchObject({ status: 'captured', taken: 820 });
    await tell(charge, { trusted: false, reference: 'D7', amount: KES(82), noticeId: 'late' });
    expect(await strays(charge)).toHaveLength(1);
  });

  test('finds money for what was given up, when the provider says so too', async () => {
    const charge = await beginPayment(world, provider, 810);
    await process.tendering.send(world.context(), charge.paymentId);
    provider.finish();
    fault = 'cut_before';
    await giveUp(world, process, charge);
    await process.collector.round(); // told to stop, it is not heard
    await world.rows(
      `update payment_charges set status = 'cancelled', next_try_at = null, settled_at = now() where payment_id = $1`,
      [charge.paymentId],
    );
    fault = 'none';
    await tell(charge, { trusted: false });
    await process.collector.round();
    expect(await strays(charge)).toEqual([{ reason: 'payment_cancelled', amount: 810, status: 'open' }]);
  });

  test('of a provider that cannot be asked is believed as far as it fits what was asked', async () => {
    restart(true);
    const [fits, differs, other] = [
      await beginPayment(world, provider, 610),
      await beginPayment(world, provider, 620),
      await beginPayment(world, provider, 630),
    ];
    for (const { paymentId } of [fits, differs, other]) await process.tendering.send(world.context(), paymentId);
    await tell(fits, { trusted: false, reference: 'D1', amount: KES(610) });
    await tell(differs, { trusted: false, reference: 'D2', amount: KES(1) });
    await tell(other, { trusted: false, reference: 'FORGED', amount: KES(630) });
    expect(await standing(fits)).toMatchObject({ status: 'captured', taken: 610 });
    expect(await standing(differs)).toMatchObject({ status: 'unknown', taken: 0 });
    expect(await strays(differs)).toEqual([{ reason: 'amount_differs', amount: 1, status: 'open' }]);
    expect(await standing(other)).toMatchObject({ status: 'pending' });
  });
});

test('money for none of our charges is kept, once', async () => {
  const orphan = { key: null, reference: 'TKL0000002', amount: KES(98000), payerHint: '…0006' };
  for (let times = 0; times < 2; times += 1) await tell(undefined, orphan);
  const found = await world.rows(
    `select amount::int, reason, payer_hint from unallocated_payments where payment_id is null`,
  );
  expect(found).toEqual([{ amount: 98000, reason: 'orphan', payer_hint: '…0006' }]);
});

test('money that was taken twice is unallocated once; a chargeback takes the first from the order, until it is won', async () => {
  fate = 'captured';
  const charge = await beginPayment(world, provider, 300);
  await process.tendering.send(world.context(), charge.paymentId);
  await tell(charge, { reference: 'AGAIN', amount: KES(300) });
  expect(await strays(charge)).toEqual([{ reason: 'captured_twice', amount: 300, status: 'open' }]);
  await tell(charge, { about: 'chargeback', outcome: 'charged_back', reason: 'fraud' });
  expect(await standing(charge)).toMatchObject({ status: 'charged_back', book: 'charged_back' });
  for (let times = 0; times < 2; times += 1) await tell(charge, { about: 'chargeback', outcome: 'chargeback_won' });
  expect(await standing(charge)).toMatchObject({ status: 'captured', book: 'captured', taken: 300, captures: 1 });
});

test('a provider that is away fails a charge within the time of the request, and nobody is charged later', async () => {
  const charge = await beginPayment(world, provider, 450);
  provider.away = 30;
  await process.tendering.send(world.context(), charge.paymentId);
  expect(await standing(charge)).toMatchObject({ status: 'failed', book: 'failed', reason: 'provider_unavailable' });
  expect(() => process.tendering.assertReachable('double')).toThrow(
    expect.objectContaining({
      code: 'payment_provider_unavailable',
      facts: expect.objectContaining({ retryAfterSeconds: 30 }),
    }),
  );
});

test('a charge that was never sent is not sent when nobody waits for it any more', async () => {
  const charge = await beginPayment(world, provider, 460);
  world.clock.advance(UNKNOWN_MS);
  await process.collector.round();
  expect(await standing(charge)).toMatchObject({ status: 'failed', reason: 'provider_unavailable' });
  expect(provider.calls).toEqual([]);
});

test('nothing of the payer is in events or in the history', async () => {
  const charge = await beginPayment(world, provider, 470);
  await process.tendering.send(world.context(), charge.paymentId);
  const [row] = await world.rows<{ all: string }>(
    `select (select string_agg(data::text, ' ') from events where aggregate_id = $1::uuid)
         || (select string_agg(s::text, ' ') from payment_charge_steps s where payment_id = $1::uuid) as all`,
    [charge.paymentId],
  );
  expect(row?.all).toContain('pending');
  expect(row?.all).not.toMatch(/tok_secret|254700000001/);
});

function restart(withoutStatus: boolean): void {
  const plan = {
    fault: (): Fault => fault,
    fate: (): Fate => fate,
    outlast: () => {
      world.clock.advance(ANSWER_MS + 1);
      return new Promise<void>((resolve) => setImmediate(resolve));
    },
    die: () => undefined,
  };
  provider = new ProviderDouble(plan, withoutStatus);
  process = startProcess(world, world.transactor, provider);
}

async function tell(charge: Begun | undefined, notice: Partial<ProviderNotice>): Promise<void> {
  const context = world.context('callback');
  await world.transactor.run(context, (tx) =>
    process.hear.execute(tx, context, {
      ...{ provider: 'double', noticeId: null, key: charge === undefined ? null : `charge-${charge.paymentId}` },
      ...{ reference: null, about: 'charge', outcome: 'captured', amount: null, reason: null, trusted: true },
      ...{ payerHint: null, at: context.at, ...notice },
    }),
  );
}

async function standing({ paymentId }: Begun): Promise<object | undefined> {
  const [row] = await world.rows<object>(
    `select c.status, c.reason, c.owner, p.status as book,
            (case when p.status in ('captured', 'charged_back') then p.amount else 0 end)::int as taken,
            (select count(*) from events e where e.aggregate_id = c.order_id and e.type = 'pos.order.payment_captured')::int
              as captures
       from payment_charges c join pos_payments p on p.id = c.payment_id where c.payment_id = $1`,
    [paymentId],
  );
  return row;
}

/** Waits until the answer that came late has been taken down, or is found to change nothing. */
async function settled(charge: Begun): Promise<void> {
  for (let looks = 0; looks < 50; looks += 1) await standing(charge);
}

function strays({ paymentId }: Begun): Promise<object[]> {
  return world.rows(
    'select reason, amount::int as amount, status from unallocated_payments where payment_id = $1 order by arrived_at, id',
    [paymentId],
  );
}

async function told({ paymentId }: Begun): Promise<string[]> {
  const rows = await world.rows<{ type: string }>(
    `select type from events where aggregate_id = $1::uuid
        or aggregate_id in (select id from unallocated_payments where payment_id = $1::uuid) order by events.position`,
    [paymentId],
  );
  return rows.map(({ type }) => type);
}
