import type { Logger } from '../../../../platform/telemetry/logger.js';
import type { WorkerObserver } from '../../application/licence-worker.js';

/** Tells the operator what did not go well behind the requests. Calls are measured by the client. */
export class WorkerTelemetry implements WorkerObserver {
  constructor(private readonly logger: Logger) {}

  unanswered(what: 'subscriptions' | 'treasury', tenant: string | null): void {
    const text =
      what === 'treasury'
        ? 'the treasury did not answer; the invoice is sent again'
        : 'the subscription service did not answer; its last word holds';
    this.logger.warn({ ...(tenant !== null && { tenant }) }, text);
  }

  failed(what: string, err: unknown): void {
    this.logger.warn({ err }, what);
  }
}
