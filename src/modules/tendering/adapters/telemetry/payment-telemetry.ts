import type { Logger } from '../../../../platform/telemetry/logger.js';
import type { PaymentFigures, PaymentMetrics } from '../../../../platform/telemetry/payment-metrics.js';
import type { PaymentObserver } from '../../ports/payment-observer.js';

/** Tells the operator of payments: in numbers without tenants, and in the log without personal data. */
export class PaymentTelemetry implements PaymentObserver {
  constructor(
    private readonly metrics: PaymentMetrics,
    private readonly logger: Logger,
  ) {}

  came(provider: string, outcome: string): void {
    this.metrics.came(outcome);
    if (outcome === 'unknown') this.logger.warn({ provider }, 'nobody knows what became of a payment');
  }

  strayed(provider: string, reason: string): void {
    this.metrics.strayed(reason);
    this.logger.warn({ provider, reason }, 'money came that no order took; it is kept as unallocated');
  }

  failed(what: string, err: unknown): void {
    this.logger.warn({ err }, what);
  }

  /** Shows what is open; while it cannot be read there are no figures. */
  watch(read: () => Promise<PaymentFigures>): void {
    this.metrics.watch(() =>
      read().catch((err: unknown) => {
        this.logger.warn({ err }, 'the figures of payments could not be read');
        const none = Number.NaN;
        return { open: none, inDoubt: none, transfers: none, oldestSeconds: none };
      }),
    );
  }
}
