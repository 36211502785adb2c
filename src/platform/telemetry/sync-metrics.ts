import { Counter, type Registry } from 'prom-client';

/** The measurements of what devices send of their queues. */
export class SyncMetrics {
  private readonly entries: Counter<'outcome'>;
  private readonly conflicts: Counter;
  private readonly failures: Counter;

  constructor(registry: Registry) {
    const registers = [registry];
    this.entries = new Counter({
      ...{ name: 'pos_sync_entries_total', help: 'Entries of devices that were handled, by what became of them' },
      ...{ labelNames: ['outcome'], registers },
    });
    this.conflicts = new Counter({
      ...{
        name: 'pos_sync_conflicts_total',
        help: 'Entries that did not agree with what was known, by cause and entry',
      },
      registers,
    });
    this.failures = new Counter({
      ...{ name: 'pos_sync_failures_total', help: 'Entries that made the program fail; each is logged', registers },
    });
  }

  taken(outcome: string): void {
    this.entries.inc({ outcome });
  }

  conflictOpened(): void {
    this.conflicts.inc();
  }

  failed(): void {
    this.failures.inc();
  }
}
