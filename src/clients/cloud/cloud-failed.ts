/** The cloud cannot be reached, or answers that it cannot serve now. */
export class CloudAway extends Error {}

/** The cloud understood, and refuses. */
export class CloudRefused extends Error {
  constructor(
    readonly status: number,
    /** Code of the problem. */
    readonly code: string,
    readonly detail: string,
    readonly retryAfterSeconds: number | null,
  ) {
    super(`the cloud refuses (${status} ${code}): ${detail}`);
  }
}
