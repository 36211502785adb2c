/** How one way out of events stands. */
export interface SinkStatus {
  readonly name: string;
  /** Events that have not left yet, counted up to a limit. */
  readonly behind: number;
  /** Age of the oldest of them. */
  readonly oldestSeconds: number;
  /** Aggregates that wait because one of their events cannot be delivered. */
  readonly blocked: number;
  readonly deadLetters: number;
}
