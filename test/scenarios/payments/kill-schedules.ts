import type { Id } from '../../../src/kernel/ids.js';
import { answered, paymentOf, saleOf } from './card-sales.js';
import { MortalLife } from './mortal-life.js';
import {
  ANSWER_MS,
  idempotency,
  KES,
  newKey,
  startProcess,
  takeCards,
  type Process,
  type World,
} from './payment-world.js';
import { ProviderDouble, type Fate, type Fault } from './provider-double.js';
import { disagreements, isUnderWay, noticeOf } from './two-ledgers.js';

/** Numbers from a seed, the same every time. */
export function seeded(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

const FAULTS: readonly Fault[] = [
  ...(['none', 'none', 'none', 'refused', 'cut_before', 'cut_after'] as const),
  ...(['late', 'dies_before', 'dies_during', 'dies_after'] as const),
];
const FATES: readonly Fate[] = [
  ...(['captured', 'captured', 'captured', 'declined'] as const),
  ...(['slow', 'slow', 'slow_declined', 'silent'] as const),
];
const ROUNDS_MAX = 400;

/** What a till may be told beside that it is done: all of it is true of an order whose payment took its time, or came. */
const FAIR_ANSWERS: ReadonlySet<string> = new Set([
  ...['done', 'replayed', 'payment_in_doubt', 'payment_due', 'payment_exceeds_due', 'payment_not_pending'],
  ...['order_not_open', 'order_already_paid', 'order_has_payments'],
]);

/** What became of a schedule. */
export interface Ended {
  readonly problems: readonly string[];
  readonly deaths: number;
  readonly calls: number;
}

type Request = (process: Process, key: string) => Promise<unknown>;

/**
 * One shop, one provider, and a process that dies whenever the seed says so; then another takes up what it left, and the till may
 * ask again. Ends when nothing is under way any more, but what the provider is silent about.
 */
export class KillSchedule {
  private readonly random: () => number;
  private readonly provider: ProviderDouble;
  private readonly asked = new Map<Id<'order'>, number>();
  private readonly problems: string[] = [];
  private life: MortalLife;
  private process: Process;
  private faults = true;
  private deaths = 0;

  constructor(
    private readonly world: World,
    seed: number,
  ) {
    this.random = seeded(seed);
    world.clock.chances(seeded(seed + 0.5));
    this.provider = new ProviderDouble({
      fault: () => (this.faults ? this.pick(FAULTS) : 'none'),
      fate: () => this.pick(FATES),
      outlast: async () => {
        world.clock.advance(ANSWER_MS + 1);
        await ticks();
      },
      die: (afterAnswer) => (afterAnswer ? this.life.dieWithNext('is undone') : this.life.die()),
    });
    [this.life, this.process] = this.spawned();
  }

  /** Runs to the end. */
  async run(): Promise<Ended> {
    for (let sales = this.upTo(3); sales > 0; sales -= 1) {
      const orderId = await this.sell();
      if (this.random() < 0.4) await this.interfere(orderId);
      if (this.random() < 0.4) await this.tell();
      if (this.random() < 0.5) await this.work();
    }
    if (this.random() < 0.6) for (const orderId of this.asked.keys()) await this.giveBack(orderId);
    await this.untilQuiet();
    const problems = [...this.problems, ...(await disagreements(this.world, this.asked, this.provider.ledger))];
    return { problems, deaths: this.deaths, calls: this.provider.calls.length };
  }

  /** Sells something by one card or by two, with the sale or on an open order. */
  private async sell(): Promise<Id<'order'>> {
    const id = this.world.ids.next<'order'>();
    const total = 100 + this.upTo(9_900);
    const first = this.random() < 0.3 ? this.upTo(total - 1) : total;
    const cards = [first, total - first].filter((amount) => amount > 0).map((amount) => paymentOf('card', KES(amount)));
    this.asked.set(id, cards.length);
    if (this.random() < 0.5) {
      const sale = saleOf(this.world, id, total, cards);
      await this.ask((process, key) => process.place.execute(this.context(key), sale));
      return id;
    }
    await this.world.place(this.context(newKey()), saleOf(this.world, id, total));
    for (const payment of cards) {
      const wish = { payment, drawerSessionId: null, completeWhenPaid: true };
      await this.ask((process, key) => process.orders.addPayment.execute(this.context(key), { orderId: id }, wish));
    }
    return id;
  }

  /** Somebody does not wait: gives a payment up, or the order, or takes cash. */
  private async interfere(orderId: Id<'order'>): Promise<void> {
    const [live] = await this.world.rows<{ id: Id<'payment'>; total: string }>(
      `select p.id, o.total from pos_payments p join pos_orders o on o.id = p.order_id
        where o.id = $1 and p.status in ('initiated', 'pending', 'unknown') order by p.id limit 1`,
      [orderId],
    );
    if (live === undefined) return;
    const what = this.random();
    if (what < 0.4) {
      return this.ask(({ orders }, key) => orders.cancel.execute(this.context(key), { orderId }, live.id));
    }
    if (what < 0.6) {
      const why = { reason: 'guest left', approvalId: undefined };
      return this.ask(({ orders }, key) => orders.void.execute(this.context(key), { orderId }, why));
    }
    const cash = {
      payment: paymentOf('cash', KES(Number(live.total))),
      drawerSessionId: null,
      completeWhenPaid: false,
    };
    await this.ask(({ orders }, key) => orders.addPayment.execute(this.context(key), { orderId }, cash));
    await this.ask(({ orders }, key) => orders.complete.execute(this.context(key), { orderId }));
  }

  /** Of a settled order all or a part goes back, of an open one a payment. */
  private async giveBack(orderId: Id<'order'>): Promise<void> {
    const [paid] = await this.world.rows<{ id: Id<'payment'>; amount: string; status: string }>(
      `select p.id, p.amount, o.status from pos_payments p join pos_orders o on o.id = p.order_id
        where o.id = $1 and p.status = 'captured' and p.provider is not null order by p.id limit 1`,
      [orderId],
    );
    if (paid === undefined) return;
    const rest = { reason: 'cold', drawerSessionId: null, approvalId: undefined };
    if (paid.status === 'open') {
      const wish = { id: undefined, paymentId: paid.id, ...rest };
      return this.ask(({ orders }, key) => orders.giveBack.execute(this.context(key), { orderId }, wish));
    }
    const amount = this.random() < 0.5 ? Number(paid.amount) : this.upTo(Number(paid.amount));
    const wish = { id: undefined, of: { amount: KES(amount) }, tender: undefined, ...rest };
    await this.ask(({ orders }, key) => orders.refund.execute(this.context(key), { orderId }, wish));
  }

  /** Has the process that lives do it, which may die of it; the till asks again then, or not. */
  private async ask(request: Request): Promise<void> {
    const key = newKey();
    const before = this.random();
    if (before < 0.1) this.living().life.dieWithNext('commits');
    else if (before < 0.15) this.living().life.dieWithNext('is undone');
    for (let times = 0; times < 1 || (times < 4 && this.random() < 0.5); times += 1) {
      await this.untilDeath(async (process) => {
        const answer = await answered(request(process, key));
        if (!FAIR_ANSWERS.has(answer)) this.problems.push(`a till was told ${answer}`);
      });
    }
  }

  private async untilQuiet(): Promise<void> {
    const orders = [...this.asked.keys()];
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      this.world.clock.advance(500 + Math.floor(this.random() * 10_000));
      // Faults end after a while, as outages do: what is left then must come right by itself.
      if (round === 5) this.faults = false;
      if (round === 3) this.provider.finish();
      if (round < 5 && this.random() < 0.5) await this.tell();
      await this.work();
      this.provider.finish();
      if (round > 5 && !(await isUnderWay(this.world, orders, this.provider.ledger))) return;
    }
    this.problems.push('something never came to its end');
  }

  private work(): Promise<void> {
    return this.untilDeath(async (process) => void (await process.collector.round()));
  }

  /** The provider tells of something it knows, once or more often. */
  private async tell(): Promise<void> {
    const lines = [...this.provider.ledger.values()].filter(({ state }) => state !== 'silent' && state !== 'pending');
    if (lines.length === 0) return;
    const notice = noticeOf(this.pick(lines), this.world.clock.now());
    for (let times = this.upTo(3); times > 0; times -= 1) {
      const context = this.world.context('callback');
      await this.untilDeath((process, { mortal }) =>
        mortal.run(context, (tx) => process.hear.execute(tx, context, notice)),
      );
    }
  }

  /** Does something in the process that lives, until it is done or the process is dead; another one takes its place then. */
  private async untilDeath(work: (process: Process, life: MortalLife) => Promise<void>): Promise<void> {
    const { process, life } = this.living();
    await Promise.race([work(process, life), life.over]);
    await ticks();
    for (const failure of process.failures.splice(0)) this.problems.push(String(failure));
  }

  private living(): { readonly process: Process; readonly life: MortalLife } {
    if (this.life.dead) {
      this.deaths += 1;
      [this.life, this.process] = this.spawned();
    }
    return { process: this.process, life: this.life };
  }

  private spawned(): [MortalLife, Process] {
    const life = new MortalLife(this.world.transactor);
    return [life, startProcess(this.world, life.mortal, this.provider)];
  }

  private context(key: string) {
    return this.world.context('r', idempotency(key));
  }

  private upTo(most: number): number {
    return 1 + Math.floor(this.random() * most);
  }

  private pick<One>(from: readonly One[]): One {
    return from[Math.floor(this.random() * from.length)] as One;
  }
}

/** What is told while many schedules run. */
export interface Tally {
  done: number;
  deaths: number;
  calls: number;
  readonly disagreements: string[];
}

/** Runs schedules one after another. @param progress told every so many milliseconds. */
export async function runSchedules(
  world: World,
  from: { readonly seed: number; readonly count: number },
  progress: (tally: Tally, seed: number) => void,
  everyMs: number,
): Promise<Tally> {
  const tally: Tally = { done: 0, deaths: 0, calls: 0, disagreements: [] };
  const setUp = new ProviderDouble({
    fault: () => 'none',
    fate: () => 'captured',
    outlast: () => Promise.resolve(),
    die: () => undefined,
  });
  await takeCards(world, startProcess(world, world.transactor, setUp));
  let toldAt = Date.now();
  for (let seed = from.seed; seed < from.seed + from.count; seed += 1) {
    const { problems, deaths, calls } = await new KillSchedule(world, seed).run();
    tally.done += 1;
    tally.deaths += deaths;
    tally.calls += calls;
    tally.disagreements.push(...problems.map((problem) => `SEED=${seed}: ${problem}`));
    // What the provider is silent about waits for a person: out of the way of the next schedule.
    await world.rows(`update payment_charges set next_try_at = null where next_try_at is not null`);
    await world.rows(`update provider_refunds set next_try_at = null where next_try_at is not null`);
    if (Date.now() - toldAt < everyMs) continue;
    toldAt = Date.now();
    progress(tally, seed);
  }
  return tally;
}

async function ticks(): Promise<void> {
  for (let index = 0; index < 5; index += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}
