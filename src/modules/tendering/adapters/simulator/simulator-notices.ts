import type { RequestContext } from '../../../../kernel/context.js';
import type { TenantId } from '../../../../kernel/ids.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import type { HearOfPayment } from '../../application/hear-of-payment.js';
import type { SimulatorLedger } from './simulator-ledger.js';

/** As much of a pool as this takes. */
interface WorkerConnections {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

interface Due {
  readonly tenantId: TenantId;
  readonly tenantSlug: string;
  readonly key: string;
}

const DUE = `select tenant_id as "tenantId", slug as "tenantSlug", key from simulator_transactions
  join tenants using (tenant_id) where tells_at <= $1 order by tells_at limit 20`;
const LOOK_MS = 1_000;

/** Tells of money that the simulator took a second time, as a provider's callback would. */
export class SimulatorNotices {
  readonly name = 'simulator';
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly connections: WorkerConnections,
    private readonly transactor: Transactor,
    private readonly ledger: SimulatorLedger,
    private readonly hear: Pick<HearOfPayment, 'execute'>,
    private readonly now: () => Date,
    private readonly failed: (what: string, error: unknown) => void,
  ) {}

  /** Begins. */
  start(): void {
    this.timer ??= setInterval(() => {
      this.looking = this.looking
        .then(() => this.tell())
        .catch((error: unknown) => {
          this.failed('the simulator could not tell what it did; it tries again', error);
        });
    }, LOOK_MS);
  }

  /** Ends after what is in hand. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Tells what is due. */
  async tell(): Promise<void> {
    const { rows } = await this.connections.query({ name: 'simulator_due', text: DUE, values: [this.now()] });
    for (const due of rows as Due[]) await this.tellOf(due);
  }

  private async tellOf({ tenantId, tenantSlug, key }: Due): Promise<void> {
    const principal = { kind: 'system', id: 'simulator', permissions: new Set<string>(), test: true } as const;
    const context: RequestContext = { tenantId, tenantSlug, principal, requestId: key, at: this.now() };
    await this.transactor.run(context, async (tx) => {
      const untold = await this.ledger.untold(tx, key);
      if (untold === undefined) return;
      const { amount, reference: first } = untold;
      // Both, in the order in which they came: also where nobody has asked yet what became of the first.
      for (const reference of [first, `${first}_again`]) {
        await this.hear.execute(tx, context, {
          ...{ provider: 'simulator', noticeId: null, key, reference, about: 'charge', outcome: 'captured', amount },
          ...{ reason: null, trusted: true, payerHint: null, at: context.at },
        });
      }
    });
  }
}
