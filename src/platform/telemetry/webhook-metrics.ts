import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/** How much waits to be sent to webhooks. */
export interface WebhookFigures {
  readonly pending: number;
  readonly oldestSeconds: number;
  readonly disabled: number;
}

/** The measurements of webhooks. */
export class WebhookMetrics {
  private readonly tries: Counter<'outcome' | 'reason'>;
  private readonly duration: Histogram<'outcome'>;
  private readonly disabled: Counter<'reason'>;
  private readonly failures: Counter;

  constructor(private readonly registry: Registry) {
    const registers = [registry];
    this.tries = new Counter({
      ...{ name: 'pos_webhook_attempts_total', help: 'Tries of webhooks, by what became of the delivery and why' },
      ...{ labelNames: ['outcome', 'reason'], registers },
    });
    this.duration = new Histogram({
      ...{ name: 'pos_webhook_attempt_duration_seconds', help: 'Time from the call to the end of the answer' },
      ...{ labelNames: ['outcome'], buckets: SECONDS, registers },
    });
    this.disabled = new Counter({
      ...{
        name: 'pos_webhook_endpoints_disabled_total',
        help: 'Endpoints that were disabled because of their receivers',
      },
      ...{ labelNames: ['reason'], registers },
    });
    this.failures = new Counter({
      ...{
        name: 'pos_webhook_failures_total',
        help: 'Failures of our own in sending webhooks; each is logged',
        registers,
      },
    });
  }

  tried(outcome: string, reason: string, seconds: number): void {
    this.tries.inc({ outcome, reason });
    this.duration.observe({ outcome }, seconds);
  }

  endpointDisabled(reason: string): void {
    this.disabled.inc({ reason });
  }

  failed(): void {
    this.failures.inc();
  }

  /** Shows what waits. The figures of a scrape come from one question. */
  watch(read: () => Promise<WebhookFigures>): void {
    const gauge = (name: string, help: string, figure: keyof WebhookFigures): Gauge =>
      new Gauge({
        ...{ name, help, registers: [this.registry] },
        async collect(): Promise<void> {
          this.set((await read())[figure]);
        },
      });
    gauge('pos_webhook_pending', 'Deliveries that wait, counted up to 100,000', 'pending');
    gauge(
      'pos_webhook_oldest_seconds',
      'How late the most overdue delivery to an enabled endpoint is',
      'oldestSeconds',
    );
    gauge('pos_webhook_endpoints_disabled', 'Endpoints that are disabled now', 'disabled');
  }
}
