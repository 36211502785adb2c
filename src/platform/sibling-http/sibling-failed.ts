interface Details {
  /** Whether the same call may work later. */
  readonly retryable: boolean;
  /** What the sibling asked to wait. */
  readonly retryAfterMs?: number | undefined;
  readonly neverLeft?: boolean;
  readonly cause?: unknown;
}

/** No answer was had from a sibling service. */
export class SiblingFailed extends Error {
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  /** True when the last try surely never reached the sibling: nobody listened, or the breaker was open. */
  readonly neverLeft: boolean;

  constructor(
    readonly sibling: string,
    /** A word for metrics: `timeout`, `unreachable`, `status_503`, `breaker_open`, `not_json`, `too_large`. */
    readonly reason: string,
    message: string,
    { retryable, retryAfterMs, neverLeft = false, cause }: Details,
  ) {
    super(`${sibling} ${message}`, { cause });
    this.name = 'SiblingFailed';
    this.retryable = retryable;
    this.retryAfterMs = retryAfterMs;
    this.neverLeft = neverLeft;
  }
}
