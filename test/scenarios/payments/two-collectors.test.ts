import type { ChargeAnswer, ProviderCharge } from '../../../src/modules/tendering/ports/payment-provider.js';
import { beginPayment, type Begun } from './card-sales.js';
import { MortalLife } from './mortal-life.js';
import { ANSWER_MS, openWorld, startProcess, takeCards, type Process, type World } from './payment-world.js';
import { ProviderDouble, type Fate } from './provider-double.js';
import { VirtualClock } from './virtual-clock.js';

/** What a call may take, and the time to take its outcome down: nobody else takes a charge up within it. */
const LEASE_MS = ANSWER_MS + 10_000;
/** What one collector has in hand at once. */
const IN_HAND = 4;

/** Holds calls back until somebody opens the gate, and notices two for one charge at once. */
class GatedProvider extends ProviderDouble {
  readonly inHand = new Map<string, number>();
  readonly asked: string[] = [];
  most = 0;
  private gate: Promise<void> = Promise.resolve();
  private lift = (): void => undefined;

  constructor(fate: Fate) {
    const nothing = { outlast: () => Promise.resolve(), die: () => undefined };
    super({ fault: () => 'none', fate: () => fate, ...nothing });
  }

  close(): void {
    this.gate = new Promise((resolve) => (this.lift = resolve));
  }

  open(): void {
    this.lift();
  }

  /** Those who had calls in hand are dead. */
  forget(): void {
    this.inHand.clear();
    this.close();
  }

  override charge(wish: ProviderCharge): Promise<ChargeAnswer> {
    return this.held(wish.key, () => super.charge(wish));
  }

  override statusOf(wish: ProviderCharge): Promise<ChargeAnswer> {
    return this.held(wish.key, () => super.statusOf(wish));
  }

  private async held(key: string, call: () => Promise<ChargeAnswer>): Promise<ChargeAnswer> {
    this.asked.push(key);
    const now = (this.inHand.get(key) ?? 0) + 1;
    this.inHand.set(key, now);
    this.most = Math.max(this.most, now);
    await this.gate;
    const answer = await call();
    this.inHand.delete(key);
    return answer;
  }
}

let world: World;
let provider: GatedProvider;
let begun: readonly Begun[];
let other: Process;

beforeAll(async () => {
  world = await openWorld(new VirtualClock());
  await takeCards(world, startProcess(world, world.transactor, new GatedProvider('captured')));
}, 60_000);
afterAll(() => world.close());

/** Payments that are due: nobody was asked for them yet. */
async function begin(fate: Fate): Promise<void> {
  provider = new GatedProvider(fate);
  other = startProcess(world, world.transactor, provider);
  const payments: Begun[] = [];
  for (let amount = 101; amount <= 100 + 3 * IN_HAND; amount += 1)
    payments.push(await beginPayment(world, provider, amount));
  begun = payments;
  world.clock.advance(LEASE_MS);
}

async function untilInHand(calls: number): Promise<void> {
  while (provider.inHand.size < calls) await new Promise<void>((resolve) => setImmediate(resolve));
}

async function untilNothingIsDue(...processes: readonly Process[]): Promise<void> {
  for (let found = 1; found > 0;) {
    const rounds = await Promise.all(processes.map(({ collector }) => collector.round()));
    found = Math.max(...rounds);
  }
}

async function expectAllCapturedOnce(): Promise<void> {
  const keys = begun.map(({ paymentId }) => `charge-${paymentId}`).sort();
  expect([...provider.ledger.keys()].sort()).toEqual(keys);
  expect([...provider.ledger.values()].map(({ moved }) => moved)).toEqual(keys.map(() => 1));
  expect(provider.most).toBe(1);
  const rows = await world.rows<{ status: string; order: string; paid: boolean }>(
    `select c.status, o.status as "order", o.paid = o.total as paid
       from payment_charges c join pos_orders o on o.id = c.order_id where c.payment_id = any($1::uuid[])`,
    [begun.map(({ paymentId }) => paymentId)],
  );
  expect(rows).toEqual(keys.map(() => ({ status: 'captured', order: 'completed', paid: true })));
  expect(await world.brokenInvariants()).toEqual([]);
}

test.each(['wish', 'question'] as const)(
  'collectors at once share what is due: each %s is sent by one of them, once, and none is left',
  async (sent) => {
    await begin(sent === 'wish' ? 'captured' : 'slow');
    if (sent === 'question') {
      await untilNothingIsDue(other);
      provider.finish();
      provider.asked.length = 0;
      world.clock.advance(2_000);
    }
    provider.close();
    const one = startProcess(world, world.transactor, provider);
    const rounds = [one.collector.round(), other.collector.round()];
    await untilInHand(2 * IN_HAND);
    const third = startProcess(world, world.transactor, provider);
    rounds.push(third.collector.round());
    await untilInHand(3 * IN_HAND);
    // What is in hand is nobody else's.
    const fourth = startProcess(world, world.transactor, new GatedProvider('captured'));
    expect(await fourth.collector.round()).toBe(0);
    provider.open();
    expect(await Promise.all(rounds)).toEqual([IN_HAND, IN_HAND, IN_HAND]);
    await untilNothingIsDue(one, other);
    expect(provider.asked.sort()).toEqual(begun.map(({ paymentId }) => `charge-${paymentId}`).sort());
    await expectAllCapturedOnce();
    expect([...one.failures, ...other.failures, ...third.failures]).toEqual([]);
  },
);

test('what a collector has in hand when it dies is taken up by the other one when its lease is over, and not before', async () => {
  await begin('captured');
  provider.close();
  const life = new MortalLife(world.transactor);
  const one = startProcess(world, life.mortal, provider);
  void one.collector.round();
  await untilInHand(IN_HAND);
  const held = new Set(provider.inHand.keys());
  life.die();
  provider.forget();
  provider.open();
  await untilNothingIsDue(other);
  expect([...provider.ledger.keys()].filter((key) => held.has(key))).toEqual([]);
  expect(provider.ledger.size).toBe(begun.length - held.size);
  world.clock.advance(LEASE_MS);
  for (let looks = 0; looks < 5; looks += 1) {
    await untilNothingIsDue(other);
    world.clock.advance(2_000);
  }
  await expectAllCapturedOnce();
  expect(other.failures).toEqual([]);
});
