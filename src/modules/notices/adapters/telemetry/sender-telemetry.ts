import type { Logger } from '../../../../platform/telemetry/logger.js';
import type { Metrics } from '../../../../platform/telemetry/metrics.js';
import type { SenderObserver } from '../../application/notice-sender.js';
import type { DueNotice } from '../../ports/due-notices.js';

interface Figures {
  readonly pending: number;
  readonly oldestSeconds: number;
}

type Outcome = Parameters<SenderObserver['sent']>[1];

/** Tells the operator of notices that wait, and of those that could not be sent. Calls are measured by the client. */
export class SenderTelemetry implements SenderObserver {
  constructor(private readonly logger: Logger) {}

  sent({ tenantSlug: tenant, id: notice }: DueNotice, outcome: Outcome, why: string | null): void {
    if (outcome === 'refused')
      this.logger.warn({ tenant, notice, code: why }, 'the notifications service refused a notice; it is listed only');
    if (outcome === 'unanswered')
      this.logger.warn({ tenant, notice, error: why }, 'the notifications service did not answer; it is asked again');
  }

  failed(what: string, err: unknown): void {
    this.logger.warn({ err }, what);
  }

  /** Shows what waits; while it cannot be read there are no figures. */
  watch(metrics: Metrics, read: () => Promise<Figures>): void {
    const figures = (): Promise<Figures> =>
      read().catch((err: unknown) => {
        this.logger.warn({ err }, 'the figures of notices could not be read');
        return { pending: Number.NaN, oldestSeconds: Number.NaN };
      });
    metrics.gauge('pos_notices_pending', 'Notices that wait to be sent', async () => (await figures()).pending);
    const oldest = 'Age of the oldest notice that waits to be sent';
    metrics.gauge('pos_notices_oldest_pending_seconds', oldest, async () => (await figures()).oldestSeconds);
  }
}
