import type { CatalogSyncMetrics } from '../../../../platform/telemetry/catalog-sync-metrics.js';
import type { Logger } from '../../../../platform/telemetry/logger.js';
import type { CatalogSync } from '../../domain/catalog-sync.js';
import type { SyncObserver } from '../../ports/sync-observer.js';

const RESULTS = ['created', 'updated', 'unchanged', 'deleted', 'rejected'] as const;

/** Runs, as metrics and in the log. */
export class SyncTelemetry implements SyncObserver {
  constructor(
    private readonly metrics: CatalogSyncMetrics,
    private readonly logger: Logger,
  ) {}

  ended(sync: CatalogSync): void {
    this.metrics.ran(sync.status);
    for (const result of RESULTS) this.metrics.items(result, sync[result]);
    if (sync.status === 'failed')
      this.logger.warn({ syncId: sync.id, mode: sync.mode, failure: sync.failure }, 'a catalogue sync failed');
  }

  looked(outcome: 'unchanged' | 'failed'): void {
    this.metrics.ran(outcome);
  }

  failed(message: string, err: unknown): void {
    this.logger.warn({ err }, message);
  }

  /** Shows how old the oldest copy is; while that cannot be read there is no number. */
  watch(readSeconds: () => Promise<number>): void {
    this.metrics.watch(() =>
      readSeconds().catch((err: unknown) => {
        this.logger.warn({ err }, 'the age of the catalogue copies could not be read');
        return Number.NaN;
      }),
    );
  }
}
