interface Details {
  /** Whether the same call may work later. */
  readonly retryable: boolean;
  /** What the sibling asked to wait. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** No answer was had from a sibling service. */
export class SiblingFailed extends Error {
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly sibling: string,
    /** A word for metrics: `timeout`, `unreachable`, `status_503`, `breaker_open`, `not_json`, `too_large`. */
    readonly reason: string,
    message: string,
    { retryable, retryAfterMs, cause }: Details,
  ) {
    super(`${sibling} ${message}`, { cause });
    this.name = 'SiblingFailed';
    this.retryable = retryable;
    this.retryAfterMs = retryAfterMs;
  }
}
