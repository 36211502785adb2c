/** Counts what the operator must see; the telemetry adapter gives it a body. */
export interface TransactionObserver {
  retried(reason: 'connection_lost' | 'undone'): void;
  replayed(): void;
  /** A transaction that added events has committed. Must neither fail nor take time. */
  eventsCommitted?(): void;
}
