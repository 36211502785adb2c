import type { Logger } from '../../../../platform/telemetry/logger.js';
import type { Metrics } from '../../../../platform/telemetry/metrics.js';
import type { SenderObserver } from '../../application/intent-sender.js';
import type { DueIntent } from '../../ports/due-intents.js';

interface Figures {
  readonly open: number;
  readonly held: number;
  readonly oldestSeconds: number;
}

/** Tells the operator of movements that wait, in numbers, and of those that could not be sent. Calls are measured by the client. */
export class SenderTelemetry implements SenderObserver {
  constructor(private readonly logger: Logger) {}

  unanswered({ tenantSlug: tenant, id }: DueIntent, error: string | null): void {
    this.logger.warn({ tenant, intent: id, error }, 'the loyalty service did not answer; it is asked again');
  }

  failed(what: string, err: unknown): void {
    this.logger.warn({ err }, what);
  }

  /** Shows what waits; while it cannot be read there are no figures. */
  watch(metrics: Metrics, read: () => Promise<Figures>): void {
    const none = { open: Number.NaN, held: Number.NaN, oldestSeconds: Number.NaN };
    const figures = (): Promise<Figures> =>
      read().catch((err: unknown) => {
        this.logger.warn({ err }, 'the figures of loyalty movements could not be read');
        return none;
      });
    metrics.series('pos_loyalty_intents', 'Movements of points that wait, by what for', 'state', async () => {
      const { open, held } = await figures();
      return new Map([
        ['open', open],
        ['held', held],
      ]);
    });
    const help = 'Age of the oldest movement that the loyalty service has not answered yet';
    metrics.gauge('pos_loyalty_oldest_intent_seconds', help, async () => (await figures()).oldestSeconds);
  }
}
