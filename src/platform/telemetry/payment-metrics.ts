import { Counter, Gauge, type Registry } from 'prom-client';

/** Payments that are not settled, of all tenants. */
export interface PaymentFigures {
  readonly open: number;
  readonly inDoubt: number;
  readonly transfers: number;
  readonly oldestSeconds: number;
}

/** The measurements of payments that providers collect. */
export class PaymentMetrics {
  private readonly outcomes: Counter<'outcome'>;
  private readonly strays: Counter<'reason'>;

  constructor(private readonly registry: Registry) {
    const registers = [registry];
    this.outcomes = new Counter({
      ...{ name: 'pos_payment_charges_total', help: 'Changes of charges, by what they came to' },
      ...{ labelNames: ['outcome'], registers },
    });
    this.strays = new Counter({
      ...{ name: 'pos_payment_unallocated_total', help: 'Times that money came which no order took, by why' },
      ...{ labelNames: ['reason'], registers },
    });
  }

  came(outcome: string): void {
    this.outcomes.inc({ outcome });
  }

  strayed(reason: string): void {
    this.strays.inc({ reason });
  }

  /** Shows what is open. The figures of a scrape come from one question. */
  watch(read: () => Promise<PaymentFigures>): void {
    let asked: Promise<PaymentFigures> | undefined;
    const once = (): Promise<PaymentFigures> => {
      asked ??= read().finally(() => (asked = undefined));
      return asked;
    };
    const gauge = (name: string, help: string, figure: keyof PaymentFigures): Gauge =>
      new Gauge({
        ...{ name, help, registers: [this.registry] },
        async collect() {
          this.set((await once())[figure]);
        },
      });
    gauge('pos_payment_charges_open', 'Charges that providers work on, or are to be asked for', 'open');
    gauge('pos_payment_charges_in_doubt', 'Charges that are unknown: somebody must find out', 'inDoubt');
    gauge('pos_payment_transfers_open', 'Refunds and payouts that providers have not done yet', 'transfers');
    gauge('pos_payment_oldest_charge_seconds', 'Age of the oldest charge that is not settled', 'oldestSeconds');
  }
}
