import type { RequestContext } from '../../../../kernel/context.js';
import type { TenantId } from '../../../../kernel/ids.js';
import type { Money } from '../../../../kernel/money.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { SimulatedOutcome } from './simulated-outcome.js';

/** What the simulator was asked, and what becomes of it. */
export interface SimulatedTransaction {
  readonly kind: 'charge' | 'refund' | 'payout';
  readonly amount: Money;
  readonly outcome: SimulatedOutcome['outcome'];
  readonly reference: string;
  readonly settlesAt: Date;
  readonly stoppedAt: Date | null;
}

export interface SimulatedWish {
  readonly key: string;
  readonly tenantId: string;
  readonly tenantSlug: string;
  readonly amount: Money;
}

interface Row {
  kind: SimulatedTransaction['kind'];
  amount: number;
  currency: string;
  outcome: SimulatedOutcome['outcome'];
  reference: string;
  settles_at: Date;
  stopped_at: Date | null;
}

const COLUMNS = 'kind, amount, currency, outcome, reference, settles_at, stopped_at';
const ADD = `insert into simulator_transactions (tenant_id, key, kind, amount, currency, outcome, reference, settles_at, tells_at, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`;
const ONE = `select ${COLUMNS} from simulator_transactions where key = $1`;
const STOP = `update simulator_transactions set stopped_at = $2, tells_at = null where key = $1 and stopped_at is null
  and (settles_at > $2 or outcome = 'silent') returning 1`;
const TOLD =
  'update simulator_transactions set tells_at = null where key = $1 and tells_at is not null returning amount, currency, reference';

/** The simulator's own ledger: it survives restarts and is the same for all instances. */
export class SimulatorLedger {
  constructor(
    private readonly transactor: Transactor,
    private readonly now: () => Date,
  ) {}

  /** Takes a wish down, unless its key is known; gives what there is then. */
  async take(
    wish: SimulatedWish,
    kind: SimulatedTransaction['kind'],
    { outcome, afterMs, twice }: SimulatedOutcome,
  ): Promise<SimulatedTransaction> {
    const at = this.now();
    const settlesAt = new Date(at.getTime() + afterMs);
    const { key, amount } = wish;
    const found = await this.transactor.run(this.contextOf(wish, at), async (tx) => {
      const what = [tenantOf(tx), key, kind, amount.amount, amount.currency, outcome, referenceOf(key)];
      await runPrepared(tx, 'simulator_add', ADD, [...what, settlesAt, twice ? settlesAt : null, at]);
      return this.one(tx, key);
    });
    if (found === undefined) throw new Error('the simulator has lost what it was asked');
    return found;
  }

  find(wish: SimulatedWish): Promise<SimulatedTransaction | undefined> {
    return this.transactor.run(this.contextOf(wish, this.now()), (tx) => this.one(tx, wish.key));
  }

  /** Stops what has not been settled yet. */
  stop(wish: SimulatedWish): Promise<SimulatedTransaction | undefined> {
    const at = this.now();
    return this.transactor.run(this.contextOf(wish, at), async (tx) => {
      await runPrepared(tx, 'simulator_stop', STOP, [wish.key, at]);
      return this.one(tx, wish.key);
    });
  }

  /** What is still to be told of a transaction, once: in the transaction that hears it. */
  async untold(tx: Tx, key: string): Promise<{ readonly amount: Money; readonly reference: string } | undefined> {
    const [row] = await runPrepared<Row>(tx, 'simulator_told', TOLD, [key]);
    return row && { amount: { amount: row.amount, currency: row.currency }, reference: row.reference };
  }

  private async one(tx: Tx, key: string): Promise<SimulatedTransaction | undefined> {
    const [row] = await runPrepared<Row>(tx, 'simulator_one', ONE, [key]);
    if (row === undefined) return undefined;
    const { kind, amount, currency, outcome, reference, settles_at: settlesAt, stopped_at: stoppedAt } = row;
    return { kind, amount: { amount, currency }, outcome, reference, settlesAt, stoppedAt };
  }

  private contextOf({ tenantId, tenantSlug, key }: SimulatedWish, at: Date): RequestContext {
    const principal = { kind: 'system', id: 'simulator', permissions: new Set<string>(), test: true } as const;
    return { tenantId: tenantId as TenantId, tenantSlug, principal, requestId: key, at };
  }
}

function referenceOf(key: string): string {
  return `sim_${key.replaceAll(/[^0-9a-z]/g, '').slice(-24)}`;
}
