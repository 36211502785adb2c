/** One bad place in a request. */
export interface ProblemPlace {
  /** JSON Pointer into the body; `/query/<name>`, `/path/<name>` and `/header/<name>` point outside it. */
  readonly pointer: string;
  readonly message: string;
}

/** What a problem document may hold, as far as a client acts by it. */
interface ProblemDocument {
  readonly code?: unknown;
  readonly title?: unknown;
  readonly detail?: unknown;
  readonly retryable?: unknown;
  readonly traceId?: unknown;
  readonly errors?: unknown;
}

const PASSING = new Set([429, 502, 503, 504]);

/** The service refused, and says why (RFC 9457). Act on `code`, show `title` and `detail`. */
export class PosProblem extends Error {
  override readonly name = 'PosProblem';
  readonly code: string;
  readonly title: string;
  readonly detail: string | null;
  /** Whether the identical request can succeed later. */
  readonly retryable: boolean;
  readonly traceId: string | null;
  readonly errors: readonly ProblemPlace[];

  /**
   * @param document the body of the answer; what is no problem document, as a proxy sends it, becomes `unknown_answer`.
   * @param retryAfterSeconds of the answer's header.
   */
  constructor(
    readonly status: number,
    readonly document: Readonly<Record<string, unknown>>,
    readonly retryAfterSeconds: number | null = null,
  ) {
    const { code, title, detail, retryable, traceId, errors }: ProblemDocument = document;
    const shown = typeof title === 'string' ? title : `Status ${status}`;
    super(typeof detail === 'string' ? `${shown}. ${detail}` : shown);
    this.code = typeof code === 'string' ? code : 'unknown_answer';
    this.title = shown;
    this.detail = typeof detail === 'string' ? detail : null;
    this.retryable = typeof retryable === 'boolean' ? retryable : PASSING.has(status);
    this.traceId = typeof traceId === 'string' ? traceId : null;
    this.errors = Array.isArray(errors) ? (errors as ProblemPlace[]) : [];
  }
}

/** No answer of the service: no network, a server that is away, a timeout, or somebody else's page instead of an answer. */
export class PosUnreachable extends Error {
  override readonly name = 'PosUnreachable';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}
