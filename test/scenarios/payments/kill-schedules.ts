import type { RequestContext } from '../../../src/kernel/context.js';
import type { Transactor, Tx } from '../../../src/kernel/transaction.js';
import type { NewCharge } from '../../../src/modules/tendering/index.js';
import type { ProviderNotice } from '../../../src/modules/tendering/ports/payment-provider.js';
import { ProviderDouble, type Fate, type Fault, type LedgerLine } from './provider-double.js';
import {
  ANSWER_MS,
  beginPayment,
  beginRefund,
  giveUp,
  startProcess,
  type Process,
  type World,
} from './payment-world.js';

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
  'captured',
  'captured',
  'captured',
  'declined',
  'slow',
  'slow',
  'slow_declined',
  'silent',
];
const ROUNDS_MAX = 400;

/** What a schedule left behind that should not be. */
export interface Disagreement {
  readonly seed: number;
  readonly paymentId: string;
  readonly what: string;
}

/**
 * One shop, one provider, and a process that dies whenever the seed says so; then another takes up what it left. Ends when nothing
 * is under way any more, but what the provider is silent about.
 */
export class KillSchedule {
  private readonly random: () => number;
  private readonly provider: ProviderDouble;
  private process: Process;
  private alive = { dead: false, undoes: false };
  private faults = true;
  private readonly deaths: (() => void)[] = [];
  readonly begun: NewCharge[] = [];

  constructor(
    private readonly world: World,
    readonly seed: number,
  ) {
    this.random = seeded(seed);
    this.provider = new ProviderDouble({
      fault: () => (this.faults ? this.pick(FAULTS) : 'none'),
      fate: () => this.pick(FATES),
      outlast: async () => {
        world.clock.advance(ANSWER_MS + 1);
        await ticks();
      },
      die: (afterAnswer) => this.die(afterAnswer),
    });
    this.process = this.spawn();
  }

  /** @returns what the two ledgers disagree about. */
  async run(): Promise<Disagreement[]> {
    const payments = 1 + Math.floor(this.random() * 3);
    for (let index = 0; index < payments; index += 1) {
      const charge = await beginPayment(this.world, this.living(), 100 + Math.floor(this.random() * 9_900));
      this.begun.push(charge);
      await this.untilDeath((process) => process.tendering.send(this.world.context(), charge.paymentId));
      if (this.random() < 0.25) await giveUp(this.world, this.living(), charge);
      if (this.random() < 0.4) await this.tell();
      if (this.random() < 0.5) await this.work();
    }
    if (this.random() < 0.6) await this.refundSome();
    await this.untilQuiet();
    return this.disagreements();
  }

  private async refundSome(): Promise<void> {
    for (const charge of this.begun) {
      const [row] = await this.world.rows<{ taken: string }>(
        `select taken from plain_book where payment_id = $1 and status = 'captured'`,
        [charge.paymentId],
      );
      if (row === undefined) continue;
      const id = await beginRefund(this.world, this.living(), charge, Number(row.taken));
      await this.untilDeath((process) => process.tendering.sendRefund(this.world.context(), id));
    }
  }

  private async untilQuiet(): Promise<void> {
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      this.world.clock.advance(500 + Math.floor(this.random() * 10_000));
      // Faults end after a while, as outages do: what is left then must come right by itself.
      if (round === 5) this.faults = false;
      if (round === 3) this.provider.finish();
      if (round < 5 && this.random() < 0.5) await this.tell();
      await this.work();
      this.provider.finish();
      if (round > 5 && !(await this.isOpen())) return;
    }
    throw new Error(`seed ${this.seed}: something never came to its end`);
  }

  private async isOpen(): Promise<boolean> {
    const silent = [...this.provider.ledger.values()].filter(({ state }) => state === 'silent').map(({ key }) => key);
    const [row] = await this.world.rows<{ open: number }>(
      `select (select count(*) from payment_charges where payment_id = any($1::uuid[])
                  and (settled_at is null or next_try_at is not null)
                  and not (unknown_since is not null and ('charge-' || payment_id) = any($2::text[])))
            + (select count(*) from provider_refunds where payment_id = any($1::uuid[]) and settled_at is null
                  and not (status = 'unknown' and ('refund-' || id) = any($2::text[]))) as open`,
      [this.begun.map(({ paymentId }) => paymentId), silent],
    );
    return Number(row?.open) > 0;
  }

  private work(): Promise<void> {
    return this.untilDeath(async (process) => {
      await process.collector.round();
      if (process.failures.length > 0) throw process.failures[0];
    });
  }

  /** The provider tells of something it knows, once or more often. */
  private async tell(): Promise<void> {
    const lines = [...this.provider.ledger.values()].filter(({ state }) => state !== 'silent' && state !== 'pending');
    if (lines.length === 0) return;
    const notice = noticeOf(this.pick(lines), this.world.clock.now());
    for (let times = 1 + Math.floor(this.random() * 3); times > 0; times -= 1) {
      const context = this.world.context('callback');
      await this.world.transactor.run(context, (tx) => this.living().hear.execute(tx, context, notice));
    }
  }

  private async disagreements(): Promise<Disagreement[]> {
    const ids = this.begun.map(({ paymentId }) => paymentId);
    const rows = await this.world.rows<FinalRow>(FINAL, [ids]);
    const refunds = await this.world.rows<{ id: string; payment_id: string; status: string }>(
      'select id, payment_id, status from provider_refunds where payment_id = any($1::uuid[])',
      [ids],
    );
    return [
      ...rows.flatMap((row) =>
        chargeProblems(row, this.provider.ledger.get(`charge-${row.payment_id}`)).map((what) => [row.payment_id, what]),
      ),
      ...refunds.flatMap(({ id, payment_id: of, status }) =>
        refundProblems(status, this.provider.ledger.get(`refund-${id}`)).map((what) => [of, what]),
      ),
    ].map(([paymentId = '', what = '']) => ({
      seed: this.seed,
      paymentId,
      what: `${what} [${this.provider.calls.join(' ')}]`,
    }));
  }

  /** Does something in the process that lives, until it is done or the process is dead; another one takes its place then. */
  private async untilDeath(work: (process: Process) => Promise<void>): Promise<void> {
    const process = this.living();
    const death = new Promise<void>((resolve) => this.deaths.push(resolve));
    await Promise.race([work(process), death]);
    await ticks();
  }

  private living(): Process {
    if (this.alive.dead || this.alive.undoes) this.process = this.spawn();
    return this.process;
  }

  private spawn(): Process {
    this.alive = { dead: false, undoes: false };
    return startProcess(this.mortal(this.alive), this.world, this.provider);
  }

  private die(afterAnswer: boolean): void {
    if (afterAnswer) this.alive.undoes = true;
    else this.alive.dead = true;
    if (!afterAnswer) this.announceDeath();
  }

  private announceDeath(): void {
    for (const tell of this.deaths.splice(0)) tell();
  }

  /** Transactions of a process that may be dead: then they never end; one that it dies in is rolled back. */
  private mortal(life: { dead: boolean; undoes: boolean }): Transactor {
    const { transactor } = this.world;
    const never = (): Promise<never> => new Promise<never>(() => undefined);
    return {
      run: async <Result>(context: RequestContext, work: (tx: Tx) => Promise<Result>): Promise<Result> => {
        if (life.dead) return never();
        const dying = life.undoes;
        try {
          return await transactor.run(context, async (tx) => {
            const result = await work(tx);
            if (dying) throw new Died();
            return result;
          });
        } catch (error) {
          if (!(error instanceof Died)) throw error;
          life.dead = true;
          this.announceDeath();
          return never();
        }
      },
      read: (context, work) => (life.dead ? never() : transactor.read(context, work)),
    };
  }

  private pick<One>(from: readonly One[]): One {
    return from[Math.floor(this.random() * from.length)] as One;
  }
}

class Died extends Error {}

interface FinalRow {
  readonly payment_id: string;
  readonly status: string;
  readonly book: string;
  readonly captures: number;
  readonly taken: string;
  readonly stray: string;
}

const FINAL = `
  select c.payment_id, c.status, b.status as book, b.captures, b.taken::text as taken,
         (select coalesce(sum(u.amount), 0) from unallocated_payments u where u.payment_id = c.payment_id)::text as stray
    from payment_charges c join plain_book b using (payment_id) where c.payment_id = any($1::uuid[])`;

function chargeProblems(row: FinalRow, line: LedgerLine | undefined): string[] {
  const money = line === undefined ? 0 : line.moved * line.amount.amount;
  const ours = Number(row.taken) + Number(row.stray);
  const problems: string[] = [];
  if (row.captures > 1) problems.push('the order took it twice');
  if (line?.state === 'silent') {
    if (row.status !== 'unknown' && row.status !== 'cancelling') problems.push(`silent there, ${row.status} here`);
    return problems;
  }
  if (money !== ours) problems.push(`${money} there, ${ours} here`);
  if (money > 0 !== (row.status === 'captured')) problems.push(`${line?.state ?? 'nothing'} there, ${row.status} here`);
  if (Number(row.taken) > 0 !== (row.book === 'captured')) problems.push(`the order has it as ${row.book}`);
  return problems;
}

function refundProblems(status: string, line: LedgerLine | undefined): string[] {
  if (line?.state === 'silent') return status === 'unknown' ? [] : [`refund silent there, ${status} here`];
  return (line?.moved === 1) === (status === 'done')
    ? []
    : [`refund ${line?.state ?? 'nothing'} there, ${status} here`];
}

function noticeOf({ key, kind, state, reference, amount }: LedgerLine, at: Date): ProviderNotice {
  const about = kind;
  const moved = kind === 'charge' ? 'captured' : 'done';
  return {
    ...{ provider: 'double', noticeId: null, key, reference, about, amount, reason: null, trusted: true },
    ...{ outcome: state === 'captured' ? moved : 'failed', payerHint: null, at },
  };
}

async function ticks(): Promise<void> {
  for (let index = 0; index < 5; index += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}
