import type { Logger } from '../../../../platform/telemetry/logger.js';
import type { Metrics } from '../../../../platform/telemetry/metrics.js';
import type { SyncMetrics } from '../../../../platform/telemetry/sync-metrics.js';
import type { EntryStatus } from '../../domain/entry-record.js';
import type { SyncFigures, SyncObserver } from '../../ports/sync-surroundings.js';

/** Tells the operator of entries in numbers, and of our own failures in the log. */
export class SyncTelemetry implements SyncObserver {
  constructor(
    private readonly metrics: SyncMetrics,
    private readonly logger: Logger,
  ) {}

  taken(outcome: EntryStatus | 'duplicate'): void {
    this.metrics.taken(outcome);
  }

  conflictOpened(): void {
    this.metrics.conflictOpened();
  }

  /** Shows what waits; while it cannot be read there are no figures. */
  watch(metrics: Metrics, figures: SyncFigures): void {
    const waiting = 'Entries of devices that did not take effect yet, by how they stand';
    metrics.series('pos_sync_entries_waiting', waiting, 'status', () =>
      figures.waiting().catch((err: unknown) => this.unread(err, new Map())),
    );
    metrics.gauge('pos_sync_conflicts_open', 'Conflicts that nobody has decided on', () =>
      figures.conflictsOpen().catch((err: unknown) => this.unread(err, Number.NaN)),
    );
  }

  private unread<Figures>(err: unknown, none: Figures): Figures {
    this.logger.warn({ err }, 'the figures of queues of devices could not be read');
    return none;
  }

  failed(entryId: string, err: unknown): void {
    this.metrics.failed();
    this.logger.warn({ err, entryId }, 'an entry could not be handled; it is tried again');
  }
}
