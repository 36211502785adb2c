import type { Logger } from '../../../../platform/telemetry/logger.js';
import type { WebhookFigures, WebhookMetrics } from '../../../../platform/telemetry/webhook-metrics.js';
import type { DeliveryObserver } from '../../ports/delivery-observer.js';

const BELIEVED_MS = 1_000;

/** Tells the operator of deliveries: in numbers, and of our own failures in the log. A receiver's failures are the tenant's to see. */
export class DeliveryTelemetry implements DeliveryObserver {
  constructor(
    private readonly metrics: WebhookMetrics,
    private readonly logger: Logger,
  ) {}

  tried(...facts: Parameters<DeliveryObserver['tried']>): void {
    this.metrics.tried(...facts);
  }

  endpointDisabled(reason: 'gone' | 'failing'): void {
    this.metrics.endpointDisabled(reason);
  }

  failed(what: string, err: unknown): void {
    this.metrics.failed();
    this.logger.warn({ err }, what);
  }

  /** Shows the figures of the queue; while they cannot be read there are none. */
  watch(read: () => Promise<WebhookFigures>): void {
    let asked: Promise<WebhookFigures> | undefined;
    this.metrics.watch(() => {
      asked ??= read()
        .catch((err: unknown) => {
          this.logger.warn({ err }, 'the figures of webhooks could not be read');
          return { pending: Number.NaN, oldestSeconds: Number.NaN, disabled: Number.NaN };
        })
        .finally(() => setTimeout(() => (asked = undefined), BELIEVED_MS).unref());
      return asked;
    });
  }
}
