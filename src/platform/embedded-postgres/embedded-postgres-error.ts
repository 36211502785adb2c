export type EmbeddedPostgresProblem =
  'no_binaries' | 'damaged_data' | 'foreign_owner' | 'not_reachable' | 'port_taken' | 'start_failed' | 'stop_failed';

/** A start or stop that failed for a reason the person at the keyboard can act on; the message says how. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly problem: EmbeddedPostgresProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
